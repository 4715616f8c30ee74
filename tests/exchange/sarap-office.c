#include "sarap-office.h"

#include "exchange/sarap-export.h"
#include "sarap-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY sarap_date_new (2026, 11, 22)

static const char bodies[] =
    "code,kind,name_kk,name_ru\n"
    "10000,central,Кеден бақылау агенттігі,Агентство таможенного контроля\n"
    "50600,territorial,«Алматы» кедені,Таможня «Алматы»\n";

static const char units[] = "body,code,kind,name_kk,name_ru\n"
                            "50600,01,department,Кедендік бақылау бөлімі,Отдел контроля\n"
                            "50600,02,hr,Кадр бөлімі,Отдел кадров\n";

static const char officers[] = "iin,surname,given_name,patronymic,birth_date,sex\n"
                               "850101312009,Әбдіғалиев,Нұрлан,Серікұлы,1985-01-01,m\n"
                               "900520403006,Қалиева,Гүлнәр,Жұмабайқызы,1990-05-20,f\n"
                               "010203500553,Ёлкин,Пётр,,2001-02-03,m\n";

static const char service[] =
    "iin,employer_kind,employer,body,unit,position_kk,position_ru,category,level,start,end,"
    "order_no\n"
    "850101312009,customs,,50600,01,Бас маман,Главный специалист,official,3,2018-03-15,,12-ж\n"
    "900520403006,customs,,50600,02,Бас маман,Главный специалист,official,3,2020-02-29,,12-ж\n"
    "010203500553,state,Әділет министрлігі,,,,,,,2023-09-01,2024-08-31,\n";

static const char education[] =
    "iin,kind,institution,speciality,qualification,document_no,finished\n"
    "850101312009,education,Ёлкин атындағы университет,Құқық,Заңгер,ЖБ-Б 0012345,2007-06-30\n"
    "010203500553,education,Кеден академиясы,,,,2022-06-30\n";

const char *
sarap_office_text (const SarapRecordType *type)
{
  return type == &sarap_body_type      ? bodies
         : type == &sarap_unit_type    ? units
         : type == &sarap_officer_type ? officers
         : type == &sarap_service_type ? service
                                       : education;
}

SarapOffice *
sarap_office_new (void)
{
  static const SarapRecordType *const types[] = { &sarap_body_type, &sarap_unit_type,
                                                  &sarap_officer_type, &sarap_service_type,
                                                  &sarap_education_type };
  SarapOffice *self = g_new0 (SarapOffice, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("sarap-office-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    sarap_office_put (self, types[i], sarap_office_text (types[i]), NULL);
  return self;
}

void
sarap_office_free (SarapOffice *self)
{
  sarap_folder_remove (self->path);
  g_free (self->path);
  g_free (self);
}

void
sarap_office_put (SarapOffice *self,
                  const SarapRecordType *type,
                  const char *text,
                  const char *charset)
{
  g_autofree char *path = g_build_filename (self->path, type->file, NULL);
  g_autofree char *bytes = NULL;
  gsize length = strlen (text);
  g_autoptr (GError) error = NULL;
  FILE *stream;

  if (charset != NULL)
    bytes = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, &length, &error);
  g_assert_no_error (error);
  stream = g_fopen (path, "wb");
  g_assert_cmpuint (fwrite (bytes != NULL ? bytes : text, 1, length, stream), ==, length);
  g_assert_cmpint (fclose (stream), ==, 0);
}

char *
sarap_office_replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (to, parts);
}

SarapImport *
sarap_office_check (SarapOffice *self, SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;
  SarapImport *import = sarap_import_read (self->path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  sarap_import_check (import, db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static char *
say_all (GPtrArray *faults)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *text = sarap_import_fault_text (faults->pdata[i]);

      g_string_append_printf (all, "%s\n", text);
    }
  return g_string_free (all, FALSE);
}

char *
sarap_office_say_faults (SarapImport *import)
{
  return say_all (sarap_import_get_faults (import));
}

char *
sarap_office_say_warnings (SarapImport *import)
{
  return say_all (sarap_import_get_warnings (import));
}

char *
sarap_office_import (SarapOffice *self, SarapDatabase *db)
{
  g_autofree char *exported = g_dir_make_tmp ("sarap-exported-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (exported, "out", NULL);
  g_autoptr (SarapImport) import = sarap_office_check (self, db);
  g_autofree char *faults = sarap_office_say_faults (import);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_assert_cmpstr (faults, ==, "");
  sarap_import_apply (import, db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_export_folder (db, folder, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  contents = sarap_folder_contents (folder);
  sarap_folder_remove (folder);
  g_rmdir (exported);
  return contents;
}
