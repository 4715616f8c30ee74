/* Files as offices save them: whatever the way, the same records come in, and what a file was taken
   for is told. What cannot be taken is one fault that says what to do in Excel. */

#include "sarap-office.h"
#include "sarap-test-database.h"

#include <string.h>

static const SarapRecordType *const types[] = { &sarap_body_type, &sarap_unit_type,
                                                &sarap_officer_type, &sarap_service_type,
                                                &sarap_education_type };

/* What the database exports once it has the folder as it is at first */
static char *
expected (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-expected-XXXXXX", NULL);
  g_autofree char *name = g_strdup_printf ("sqlite:%s/plain.sqlite", folder);
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, &error);
  char *contents;

  g_assert_no_error (error);
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  contents = sarap_office_import (office, db);
  g_clear_pointer (&db, sarap_database_close);
  return contents;
}

/* The text of a file with other separators */
static char *
separate (const char *text, const char *separator)
{
  return sarap_office_replace (text, ",", separator);
}

static void
assert_taken (SarapTestDatabase *test, SarapOffice *office, const char *said)
{
  g_autofree char *plain = expected (test);
  g_autofree char *contents = sarap_office_import (office, test->db);
  g_autoptr (SarapImport) import = sarap_office_check (office, test->db);
  g_autofree char *file = sarap_import_say_form (import, &sarap_officer_type);

  g_assert_cmpstr (contents, ==, plain);
  g_assert_cmpstr (file, ==, said);
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_changed, ==, 0);
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_new, ==, 0);
}

static void
test_plain (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();

  assert_taken (test, office, "UTF-8 · separated by commas");
}

/* 01: "CSV UTF-8" of Excel in Kazakh or Russian */
static void
test_semicolons (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *text = separate (sarap_office_text (types[i]), ";");
      g_autofree char *lines = sarap_office_replace (text, "\n", "\r\n");
      g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", lines, NULL);

      sarap_office_put (office, types[i], marked, NULL);
    }
  assert_taken (test, office, "UTF-8 · separated by semicolons");
}

/* A comma is then a letter like any other, and quotation marks are what they were */
static void
test_semicolons_and_quotes (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *text =
      sarap_office_replace (sarap_office_text (&sarap_unit_type), "Отдел кадров",
                            "\"Отдел \"\"кадров\"\"; первый, главный\"");
  g_autofree char *semicolons =
      sarap_office_replace (sarap_office_text (&sarap_body_type), ",", ";");
  g_autofree char *name = NULL;

  sarap_office_put (office, &sarap_unit_type, text, NULL);
  g_free (sarap_office_import (office, test->db));
  name = sarap_test_text (test->db, "SELECT name_ru FROM unit WHERE code = '02'");
  g_assert_cmpstr (name, ==, "Отдел \"кадров\"; первый, главный");

  g_free (text);
  text = sarap_office_replace (semicolons, "Таможня «Алматы»", "Таможня, «Алматы»");
  sarap_office_put (office, &sarap_body_type, text, NULL);
  g_free (sarap_office_import (office, test->db));
  g_free (name);
  name = sarap_test_text (test->db, "SELECT name_ru FROM body WHERE code = '50600'");
  g_assert_cmpstr (name, ==, "Таможня, «Алматы»");
}

/* 02: code page 1251 where it has every letter: the Russian і and quotation marks among them */
static void
test_code_page (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *plain = NULL, *contents = NULL, *said = NULL;
  g_autoptr (SarapImport) import = NULL;

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        {
          g_autofree char *letters =
              g_utf8_normalize (sarap_office_text (types[i]), -1, G_NORMALIZE_NFC);
          g_autoptr (GString) text = g_string_new (letters);
          g_autofree char *semicolons = NULL;

          g_string_replace (text, "ә", "а", 0);
          g_string_replace (text, "Ә", "А", 0);
          g_string_replace (text, "ғ", "г", 0);
          g_string_replace (text, "қ", "к", 0);
          g_string_replace (text, "Қ", "К", 0);
          g_string_replace (text, "ң", "н", 0);
          g_string_replace (text, "ө", "о", 0);
          g_string_replace (text, "ұ", "у", 0);
          g_string_replace (text, "ү", "у", 0);
          semicolons = separate (text->str, ";");
          sarap_office_put (office, types[i], semicolons, round == 0 ? NULL : "CP1251");
        }
      g_free (contents);
      contents = sarap_office_import (office, test->db);
      if (round == 0)
        plain = g_strdup (contents);
    }
  g_assert_cmpstr (contents, ==, plain);
  import = sarap_office_check (office, test->db);
  said = sarap_import_say_form (import, &sarap_officer_type);
  g_assert_cmpstr (said, ==, "code page 1251 · separated by semicolons");
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_changed, ==, 0);
}

/* 02, 14b: where it lacks letters, each file is one fault, which says what to choose in Excel */
static void
test_code_page_without_letters (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (SarapImport) import = NULL;
  GPtrArray *faults;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    sarap_office_put (office, types[i], sarap_office_text (types[i]), "CP1251");
  import = sarap_office_check (office, test->db);
  faults = sarap_import_get_faults (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, G_N_ELEMENTS (types));
  for (guint i = 0; i < faults->len; i++)
    {
      const SarapImportFault *fault = faults->pdata[i];

      g_assert_cmpstr (fault->file, ==, types[i]->file);
      g_assert_nonnull (strstr (fault->message, "1251"));
      g_assert_nonnull (strstr (fault->message, "“CSV UTF-8”"));
    }
  g_assert_nonnull (
      strstr (((SarapImportFault *) faults->pdata[2])->message, "1 more line is like it (3)."));
}

/* 14b: the same letters, lost in a file that was saved as UTF-8 later */
static void
test_lost_letters (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GString) text = g_string_new (sarap_office_text (&sarap_officer_type));
  g_autoptr (SarapImport) import = NULL;
  const SarapImportFault *fault;

  g_string_replace (text, "Әбдіғалиев", "?бді?алиев", 0);
  g_string_replace (text, "Нұрлан", "Н?рлан", 0);
  g_string_replace (text, "Қалиева,Гүлнәр", "???????,??????", 0);
  sarap_office_put (office, &sarap_officer_type, text->str, NULL);
  import = sarap_office_check (office, test->db);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 1);
  fault = sarap_import_get_faults (import)->pdata[0];
  g_assert_cmpstr (fault->file, ==, "officers.csv");
  g_assert_cmpuint (fault->line, ==, 2);
  g_assert_cmpstr (fault->column, ==, "surname");
  g_assert_true (g_str_has_prefix (fault->message, "“?бді?алиев”"));
  g_assert_nonnull (strstr (fault->message, "“CSV UTF-8”"));
}

/* A17: a hundred damaged lines are one fault, and hide no other */
static void
test_damaged (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GString) text = g_string_new (sarap_office_text (&sarap_officer_type));
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *service =
      sarap_office_replace (sarap_office_text (&sarap_service_type), "2018-03-15", "кеше");
  g_autofree char *faults = NULL;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (text, "%012u,\xD0,\xFF,Қалиева Гүлнәр Жұмабайқызы,1990-05-20,f\n", i);
  sarap_office_put (office, &sarap_officer_type, text->str, NULL);
  sarap_office_put (office, &sarap_service_type, service, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 2);
  g_assert_true (g_str_has_prefix (faults,
                                   "officers.csv:5: surname: The text is not UTF-8. 149 more "
                                   "lines are like it (6, 7, 8, 9, 10, 11, 12, 13, …)."));
  g_assert_nonnull (strstr (faults, "service.csv:2: start: "));
}

/* 03: "Unicode text" of Excel, and the same with the bytes the other way round or without a mark */
static void
test_utf_16 (SarapTestDatabase *test)
{
  static const struct
  {
    const char *charset;
    const char *mark;
  } forms[] = { { "UTF-16LE", "\xEF\xBB\xBF" },
                { "UTF-16BE", "\xEF\xBB\xBF" },
                { "UTF-16LE", "" } };

  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    {
      g_autoptr (SarapOffice) office = sarap_office_new ();

      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        {
          g_autofree char *tabs = separate (sarap_office_text (types[i]), "\t");
          g_autofree char *marked = g_strconcat (forms[form].mark, tabs, NULL);

          sarap_office_put (office, types[i], marked, forms[form].charset);
        }
      assert_taken (test, office, "UTF-16 · separated by tabulators");
    }
}

/* One that is cut off, and one that only begins so: a fault, not a hundred */
static void
test_utf_16_damaged (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *path = g_build_filename (office->path, "officers.csv", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (SarapImport) import = NULL, other = NULL;
  gsize length;

  bytes = g_convert (sarap_office_text (&sarap_officer_type), -1, "UTF-16", "UTF-8", NULL, &length,
                     NULL);
  g_assert_true (g_file_set_contents (path, bytes, length - 1, NULL));
  import = sarap_office_check (office, test->db);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 1);

  g_assert_true (g_file_set_contents (path, "\xFF\xFE\x00\xD8\x00", 5, NULL));
  other = sarap_office_check (office, test->db);
  g_assert_cmpuint (sarap_import_get_n_faults (other), ==, 1);
}

/* 04: a first line that names the separator, as Excel takes it; lines are counted with it */
static void
test_separator_line (SarapTestDatabase *test)
{
  static const struct
  {
    const char *line;
    const char *separator;
    const char *said;
  } lines[] = {
    { "sep=,\r\n", ",", "UTF-8 · separated by commas" },
    { "\xEF\xBB\xBFsep=;\r\n", ";", "UTF-8 · separated by semicolons" },
    { "SEP=\t\n", "\t", "UTF-8 · separated by tabulators" },
    { "\"sep=|\"\n", "|", "UTF-8 · separated by “|”" },
  };
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *broken = NULL, *faults = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (types); j++)
        {
          g_autofree char *text = separate (sarap_office_text (types[j]), lines[i].separator);
          g_autofree char *whole = g_strconcat (lines[i].line, text, NULL);

          sarap_office_put (office, types[j], whole, NULL);
        }
      assert_taken (test, office, lines[i].said);
    }
  broken = g_strconcat ("sep=,\n", sarap_office_text (&sarap_officer_type), "1,2,3,4,5,6\n", NULL);
  sarap_office_put (office, &sarap_officer_type, broken, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  g_assert_true (g_str_has_prefix (faults, "officers.csv:6: iin: "));
}

/* 07: rows and columns in which nothing stands, wherever they are; 09c: Ctrl+Z at the end */
static void
test_nothing (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *officers = NULL, *units = NULL, *bodies = NULL, *service = NULL;

  officers = g_strconcat (sarap_office_text (&sarap_officer_type),
                          ",,,,,\n\n, \xC2\xA0,,,,\n,,,,,,,,,\n,\n\n", NULL);
  sarap_office_put (office, &sarap_officer_type, officers, NULL);
  units = sarap_office_replace (sarap_office_text (&sarap_unit_type), "\n", ",,\n");
  sarap_office_put (office, &sarap_unit_type, units, NULL);
  bodies = g_strconcat (sarap_office_text (&sarap_body_type), "\x1A", NULL);
  sarap_office_put (office, &sarap_body_type, bodies, NULL);
  service = g_strconcat ("\n,,\n", sarap_office_text (&sarap_service_type), "\r\n\x1A\r\n", NULL);
  sarap_office_put (office, &sarap_service_type, service, NULL);
  assert_taken (test, office, "UTF-8 · separated by commas · 6 empty lines left out");
}

/* But a text in a column without a name is not lost without a word; nor Ctrl+Z before the end */
static void
test_something (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GString) text = g_string_new (sarap_office_text (&sarap_officer_type));
  g_autofree char *units = sarap_office_replace (sarap_office_text (&sarap_unit_type),
                                                 "Отдел кадров\n", "Отдел кадров,,x\n");
  g_autofree char *bodies =
      sarap_office_replace (sarap_office_text (&sarap_body_type), "«Алматы» кедені", "\x1A");
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *faults = NULL;
  g_auto (GStrv) lines = NULL;

  g_string_replace (text, "surname", ",surname", 0);
  g_string_replace (text, ",Ә", ",барлық,Ә", 0);
  g_string_replace (text, ",Қ", ",барлық,Қ", 0);
  g_string_replace (text, ",Ё", ",,Ё", 0);
  sarap_office_put (office, &sarap_officer_type, text->str, NULL);
  sarap_office_put (office, &sarap_unit_type, units, NULL);
  sarap_office_put (office, &sarap_body_type, bodies, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  lines = g_strsplit (faults, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "bodies.csv:3: name_kk: There is a tabulator or"));
  g_assert_true (g_str_has_prefix (lines[1], "units.csv:3: name_ru: The line goes on"));
  g_assert_true (g_str_has_prefix (lines[2], "officers.csv:2: 2: “барлық” stands in a column"));
  g_assert_true (g_str_has_suffix (lines[2], "1 more line is like it (3)."));
}

/* 08: the names of columns in any case, with spaces, and as the fields are labelled on screen */
static void
test_headers (SarapTestDatabase *test)
{
  static const char *const headers[] = {
    "iin,surname,given_name,patronymic,birth_date,sex",
    "IIN,Surname,Given_name,PATRONYMIC,Birth Date,Sex",
    "iin,surname\xC2\xA0, given_name,patronymic ,birth_date,\"sex\"",
    "IIN,Surname,Given name,Patronymic,Date of birth,Sex",
    "ИИН,Фамилия,ИМЯ,Отчество,Дата  рождения,Пол",
    "ЖСН,Тегі,Аты,ӘКЕСІНІҢ АТЫ,Туған\xC2\xA0күні,Жынысы",
    "ЖСН,фамилия,given-name,Отчество,Туған күні,Sex",
  };
  g_autoptr (SarapOffice) office = sarap_office_new ();

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *text =
          sarap_office_replace (sarap_office_text (&sarap_officer_type), headers[0], headers[i]);

      sarap_office_put (office, &sarap_officer_type, text, NULL);
      assert_taken (test, office, "UTF-8 · separated by commas");
    }
}

/* A wrong separator, or another file, is one fault, not one a column */
static void
test_no_header (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *bars = separate (sarap_office_text (&sarap_officer_type), "|");
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *faults = NULL;

  sarap_office_put (office, &sarap_officer_type, bars, NULL);
  sarap_office_put (office, &sarap_unit_type,
                    strchr (sarap_office_text (&sarap_unit_type), '\n') + 1, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 2);
  g_assert_nonnull (strstr (faults, "units.csv:1: body: The first line does not name"));
  g_assert_nonnull (strstr (faults, "officers.csv:1: iin: The first line does not name"));
}

/* 10: a line break within a text stays a fault; 20: so does the same row twice */
static void
test_still_faults (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *units = sarap_office_replace (sarap_office_text (&sarap_unit_type),
                                                 "Отдел кадров", "\"Отдел\nкадров\"");
  g_autofree char *officers =
      g_strconcat (sarap_office_text (&sarap_officer_type),
                   "850101312009 ,Әбдіғалиев,Нұрлан,Серікұлы,01.01.1985,m\n", NULL);
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *faults = NULL;

  sarap_office_put (office, &sarap_unit_type, units, NULL);
  sarap_office_put (office, &sarap_officer_type, officers, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  g_assert_cmpstr (faults, ==,
                   "units.csv:3: name_ru: There is a line break in the text; it must be one line.\n"
                   "officers.csv:5: iin: The same record stands on line 2 already.\n");
}

/* A file of ASCII with a letter or two is what the others of the folder are */
static void
test_little_text (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  static const char text[] = "iin,kind,start,end,reason\n850101312009,absence,2020-01-01,,ж\n";
  g_autoptr (SarapImport) beside_utf_8 = NULL, beside_1251 = NULL;
  g_autofree char *said = NULL, *faults = NULL;

  sarap_office_put (office, &sarap_deferral_type, text, "CP1251");
  beside_utf_8 = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (beside_utf_8);
  g_assert_cmpstr (faults, ==, "deferrals.csv:2: reason: The text is not UTF-8.\n");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    sarap_office_put (office, types[i], sarap_office_text (types[i]), "CP1251");
  beside_1251 = sarap_office_check (office, test->db);
  said = sarap_import_say_form (beside_1251, &sarap_deferral_type);
  g_assert_cmpstr (said, ==, "code page 1251 · separated by commas");
}

static void
add (const char *name, SarapTestFunc func)
{
  sarap_test_add_for (SARAP_ENGINE_SQLITE, name, func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("office-files/plain", test_plain);
  add ("office-files/semicolons", test_semicolons);
  add ("office-files/semicolons-and-quotes", test_semicolons_and_quotes);
  add ("office-files/code-page", test_code_page);
  add ("office-files/code-page-without-letters", test_code_page_without_letters);
  add ("office-files/lost-letters", test_lost_letters);
  add ("office-files/damaged", test_damaged);
  add ("office-files/utf-16", test_utf_16);
  add ("office-files/utf-16-damaged", test_utf_16_damaged);
  add ("office-files/separator-line", test_separator_line);
  add ("office-files/nothing", test_nothing);
  add ("office-files/something", test_something);
  add ("office-files/headers", test_headers);
  add ("office-files/no-header", test_no_header);
  add ("office-files/still-faults", test_still_faults);
  add ("office-files/little-text", test_little_text);
  return g_test_run ();
}
