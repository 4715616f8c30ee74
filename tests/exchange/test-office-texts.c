/* What stands in the cells of offices' files: dates, numbers, names and codes as Excel and people
   write them. What is safe is taken; what is not names its cause. */

#include "sarap-office.h"
#include "sarap-test-database.h"

#include <string.h>

#define TODAY sarap_date_new (2026, 11, 22)

/* The folder whose first officer has other texts; the given name is where it was */
static SarapOffice *
office_with (const char *from, const char *to)
{
  SarapOffice *office = sarap_office_new ();
  g_autofree char *text = sarap_office_replace (sarap_office_text (&sarap_officer_type), from, to);

  sarap_office_put (office, &sarap_officer_type, text, NULL);
  return office;
}

/* 05: each form of a day and what it is; NULL for one that is refused */
static void
test_dates (SarapTestDatabase *test)
{
  static const struct
  {
    const char *cell;
    const char *date;
    const char *fault; /* a piece of the sentence */
  } lines[] = {
    { "1985-01-31", "1985-01-31" },
    { "31.01.1985", "1985-01-31" },
    { "1.2.1985", "1985-02-01" },
    { "1985/02/01", "1985-02-01" },
    { "1985-01-31 00:00:00", "1985-01-31" },
    { "1985-01-31T00:00:00", "1985-01-31" },
    { "31.01.1985 0:00", "1985-01-31" },
    { "31.01.1985 0:00:00", "1985-01-31" },
    { " 1985-01-31\xC2\xA0", "1985-01-31" },
    { "29.02.2024", "2024-02-29" },
    { "1.1.85", NULL, "what Excel shows" },
    { "01.01.85", NULL, "what Excel shows" },
    { "31048", NULL, "what Excel shows" },
    { "29.02.1985", NULL, "not a date that exists" },
    { "31.01.1985 00:00:01", NULL, "not a date that exists" },
    { "31.01.1985 12:00", NULL, "not a date that exists" },
    { "01/02/1985", NULL, "not a date that exists" },
    { "1985/2/1", NULL, "not a date that exists" },
    { "1985-2-1", NULL, "not a date that exists" },
    { "19850201", NULL, "not a date that exists" },
    { "01 янв 1985", NULL, "not a date that exists" },
    { "1985–02–01", NULL, "not a date that exists" },
    { "31.01.1985.", NULL, "not a date that exists" },
    { "+1.01.1985", NULL, "not a date that exists" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (SarapOffice) office = office_with ("1985-01-01", lines[i].cell);
      g_autoptr (SarapImport) import = sarap_office_check (office, test->db);
      g_autofree char *faults = sarap_office_say_faults (import);
      g_autofree char *contents = NULL, *row = NULL;

      g_test_message ("%s: %s", lines[i].cell, faults);
      g_assert_true ((strstr (faults, "officers.csv:2: birth_date: “") != NULL) ==
                     (lines[i].date == NULL));
      g_assert_cmpuint (sarap_import_get_n_faults (import), ==, lines[i].date == NULL);
      if (lines[i].date == NULL)
        {
          g_assert_nonnull (strstr (faults, lines[i].fault));
          continue;
        }
      contents = sarap_office_import (office, test->db);
      row = g_strdup_printf (",%s,m\n", lines[i].date);
      g_assert_nonnull (strstr (contents, row));
    }
}

/* A column of them is one fault, with the lines */
static void
test_column_of_dates (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GString) text = g_string_new (sarap_office_text (&sarap_officer_type));
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *faults = NULL;

  g_string_replace (text, "1985-01-01", "31048", 0);
  g_string_replace (text, "1990-05-20", "20.05.90", 0);
  g_string_replace (text, "2001-02-03", "3.2.01", 0);
  sarap_office_put (office, &sarap_officer_type, text->str, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 1);
  g_assert_true (g_str_has_prefix (faults, "officers.csv:2: birth_date: “31048” is not a whole "));
  g_assert_true (g_str_has_suffix (faults, "2 more lines are like it (3, 4).\n"));
}

/* 06: what stands around an IIN goes; what Excel did to it is named as Excel's doing */
static void
test_iins (SarapTestDatabase *test)
{
  static const struct
  {
    const char *cell;
    const char *fault; /* NULL: it is taken */
  } lines[] = {
    { "850101312009", NULL },
    { "'850101312009", NULL },
    { "\"=\"\"850101312009\"\"\"", NULL },
    { "=\"850101312009\"", NULL },
    { "850101312009\xC2\xA0", NULL },
    { "850101 312009", NULL },
    { "\t850101312009", NULL },
    { "８５０１０１３１２００９", NULL },
    { "\xE2\x80\x8E"
      "850101312009",
      NULL },
    { "8.50101E+11", "Excel took it for a number and saved it as one" },
    { "\"8,50101E+11\"", "Excel took it for a number and saved it as one" },
    { "850101312009.0", "Excel took it for a number and saved it as one" },
    { "10203500553", "has lost the zeros" },
    { "85010131200O", "something else" },
    { "85010131200", "twelve digits" },
    { "850101312010", "check digit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (SarapOffice) office = office_with ("850101312009", lines[i].cell);
      g_autofree char *service = sarap_office_replace (sarap_office_text (&sarap_service_type),
                                                       "850101312009", lines[i].cell);
      g_autoptr (SarapImport) import = NULL;
      g_autofree char *faults = NULL, *contents = NULL;

      if (lines[i].fault == NULL)
        sarap_office_put (office, &sarap_service_type, service, NULL);
      import = sarap_office_check (office, test->db);
      faults = sarap_office_say_faults (import);
      g_test_message ("%s: %s", lines[i].cell, faults);
      g_assert_cmpuint (sarap_import_get_n_faults (import), ==, lines[i].fault != NULL);
      if (lines[i].fault != NULL)
        {
          g_assert_true (g_str_has_prefix (faults, "officers.csv:2: iin: "));
          g_assert_nonnull (strstr (faults, lines[i].fault));
          continue;
        }
      contents = sarap_office_import (office, test->db);
      g_assert_nonnull (strstr (contents, "\n850101312009,customs,"));
    }
}

/* The same where a file refers to an officer: its cause is named there too, once */
static void
test_iins_of_others (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GString) text = g_string_new (sarap_office_text (&sarap_service_type));
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *faults = NULL;

  g_string_replace (text, "850101312009", "8.50101E+11", 0);
  g_string_replace (text, "900520403006", "9.00520E+11", 0);
  g_string_replace (text, "010203500553", "10203500553", 0);
  sarap_office_put (office, &sarap_service_type, text->str, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 2);
  g_assert_true (g_str_has_prefix (faults, "service.csv:2: iin: “8.50101E+11” is no IIN"));
  g_assert_nonnull (strstr (faults, "service.csv:4: iin: The IIN “10203500553” has lost"));
}

static const char decomposed_university[] = "Е\xCC\x88лкин атындағы университет";

/* 12: composed and decomposed are the same, whichever came first */
static void
test_decomposed (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *first = sarap_office_import (office, test->db);
  g_autofree char *officers =
      g_utf8_normalize (sarap_office_text (&sarap_officer_type), -1, G_NORMALIZE_NFD);
  g_autofree char *education =
      g_utf8_normalize (sarap_office_text (&sarap_education_type), -1, G_NORMALIZE_NFD);
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *second = NULL;

  g_assert_nonnull (strstr (officers, "Е\xCC\x88лкин"));
  sarap_office_put (office, &sarap_officer_type, officers, NULL);
  sarap_office_put (office, &sarap_education_type, education, NULL);
  import = sarap_office_check (office, test->db);
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_new, ==, 0);
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_changed, ==, 0);
  second = sarap_office_import (office, test->db);
  g_assert_cmpstr (first, ==, second);
}

/* Records that were kept before texts were made clean: the same folder changes nothing, and what it
   does change is changed there */
static void
test_kept_decomposed (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *education =
      sarap_office_replace (sarap_office_text (&sarap_education_type), "Заңгер", "Экономист");
  g_autofree char *update = g_strdup_printf ("UPDATE education SET version = version + 1, "
                                             "institution = '%s' WHERE qualification = 'Заңгер'",
                                             decomposed_university);
  g_autofree char *institution = NULL;
  g_autoptr (SarapImport) import = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  g_free (sarap_office_import (office, test->db));
  sarap_test_run (
      test->db,
      "UPDATE officer SET version = version + 1, surname = 'Е\xCC\x88лкин', given_name = 'Пётр '"
      " WHERE surname = 'Ёлкин'");
  sarap_test_run (test->db, update);
  import = sarap_office_check (office, test->db);
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_new, ==, 0);
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_changed, ==, 0);
  g_assert_cmpuint (sarap_import_get_counts (import, NULL).n_same, ==, 12);
  sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM education"), ==, 2);

  sarap_office_put (office, &sarap_education_type, education, NULL);
  other = sarap_office_check (office, test->db);
  g_assert_cmpuint (sarap_import_get_counts (other, NULL).n_new, ==, 0);
  g_assert_cmpuint (sarap_import_get_counts (other, NULL).n_changed, ==, 1);
  sarap_import_apply (other, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  institution = sarap_test_text (test->db, "SELECT institution FROM education WHERE qualification "
                                           "= 'Экономист'");
  g_assert_cmpstr (institution, ==, decomposed_university);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM education"), ==, 2);
}

/* 13: the edges of a code go, and what Excel needs to keep it a text */
static void
test_codes (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GString) service = g_string_new (sarap_office_text (&sarap_service_type));
  g_autoptr (GString) bodies = g_string_new (sarap_office_text (&sarap_body_type));
  g_autofree char *first = sarap_office_import (office, test->db);
  g_autofree char *second = NULL;

  g_string_replace (service, "50600,01", " 50600\xC2\xA0,=\"01\"", 0);
  g_string_replace (service, "50600,02", "50600\xE2\x80\x8B,'02", 0);
  g_string_replace (bodies, "50600", "\"=\"\"50600\"\"\"", 0);
  sarap_office_put (office, &sarap_service_type, service->str, NULL);
  sarap_office_put (office, &sarap_body_type, bodies->str, NULL);
  second = sarap_office_import (office, test->db);
  g_assert_cmpstr (first, ==, second);
}

/* Codes that only look alike, in the folder and in the database; where they are referred to as well
 */
static void
test_codes_alike (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *units = g_strconcat (sarap_office_text (&sarap_unit_type),
                                        "50600,O1,post,Бекет,Пост\n"
                                        "50600,А,post,Бекет,Пост\n"
                                        "10000,A,post,Бекет,Пост\n"
                                        "50600,A,post,Бекет,Пост\n",
                                        NULL);
  g_autofree char *bodies =
      g_strconcat (sarap_office_text (&sarap_body_type), "506О0,territorial,Кеден,Таможня\n", NULL);
  g_autoptr (GString) service = g_string_new (sarap_office_text (&sarap_service_type));
  g_autoptr (SarapImport) import = NULL, alone = NULL, with_kept = NULL;
  g_autofree char *faults = NULL, *faults_alone = NULL;

  sarap_office_put (office, &sarap_unit_type, units, NULL);
  sarap_office_put (office, &sarap_body_type, bodies, NULL);
  import = sarap_office_check (office, test->db);
  faults = sarap_office_say_faults (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 3);
  g_assert_nonnull (
      strstr (faults, "bodies.csv:4: code: The code 506О0 looks like the code 50600"));
  g_assert_nonnull (strstr (faults, "units.csv:4: code: The code O1 looks like the code 01"));
  g_assert_nonnull (strstr (faults, "units.csv:7: code: The code A looks like the code А"));

  /* the same against the database, whose own are left alone */
  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru) VALUES"
                            " ('ALM', 'territorial', 'А', 'А')");
  g_string_replace (service, "50600,02", "5O600,02", 0);
  sarap_office_put (office, &sarap_unit_type, sarap_office_text (&sarap_unit_type), NULL);
  g_free (bodies);
  bodies =
      g_strconcat (sarap_office_text (&sarap_body_type), "АLM,territorial,Кеден,Таможня\n", NULL);
  sarap_office_put (office, &sarap_body_type, bodies, NULL);
  sarap_office_put (office, &sarap_service_type, service->str, NULL);
  alone = sarap_office_check (office, test->db);
  faults_alone = sarap_office_say_faults (alone);
  g_assert_cmpuint (sarap_import_get_n_faults (alone), ==, 2);
  g_assert_nonnull (
      strstr (faults_alone, "bodies.csv:4: code: The code АLM looks like the code ALM"));
  g_assert_nonnull (strstr (faults_alone,
                            "service.csv:3: body: No body has the code 5O600. The code "
                            "50600 looks the same"));

  sarap_office_put (office, &sarap_service_type, sarap_office_text (&sarap_service_type), NULL);
  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru) VALUES"
                            " ('АLM', 'territorial', 'Кеден', 'Таможня')");
  with_kept = sarap_office_check (office, test->db);
  g_assert_cmpuint (sarap_import_get_n_faults (with_kept), ==, 0);
}

/* 14: what cannot be seen goes; a name of nothing else is none */
static void
test_invisible (SarapTestDatabase *test)
{
  static const struct
  {
    const char *cell;
    const char *surname; /* NULL: a fault */
  } lines[] = {
    { "Сери\xC2\xADков", "Сериков" },
    { "\xE2\x80\xAEСериков", "Сериков" },
    { "Сериков\xE2\x80\xA8", "Сериков" },
    { "  Сериков\xC2\xA0", "Сериков" },
    { "Се\xE2\x80\x8Bриков", "Сериков" },
    { "Сериков\xC2\xA0Ким", "Сериков Ким" },
    { "\xE2\x80\x8B", NULL },
    { "\xE2\x81\xA0", NULL },
    { "\xE3\x85\xA4", NULL },
    { "Сери\xE2\x80\xA8ков", NULL },
    { "…", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (SarapOffice) office = office_with ("Әбдіғалиев", lines[i].cell);
      g_autoptr (SarapImport) import = sarap_office_check (office, test->db);
      g_autofree char *faults = sarap_office_say_faults (import);
      g_autofree char *surname = NULL;

      g_test_message ("%s: %s", lines[i].cell, faults);
      g_assert_cmpuint (sarap_import_get_n_faults (import), ==, lines[i].surname == NULL);
      if (lines[i].surname == NULL)
        {
          g_assert_true (g_str_has_prefix (faults, "officers.csv:2: surname: "));
          continue;
        }
      g_free (sarap_office_import (office, test->db));
      surname =
          sarap_test_text (test->db, "SELECT surname FROM officer WHERE iin = '850101312009'");
      g_assert_cmpstr (surname, ==, lines[i].surname);
    }
}

/* 15: a name that nobody would find again stops the import */
static void
test_mixed_names (SarapTestDatabase *test)
{
  static const struct
  {
    const char *names;
    const char *fault;
  } lines[] = {
    { "Әбдіғалиев,Гү1нәр,Серікұлы", "officers.csv:2: given_name: There is a digit" },
    { "Әбдіғалиев,Нұрлан,Cepiкұлы", "officers.csv:2: patronymic: Latin letters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (SarapOffice) office = office_with ("Әбдіғалиев,Нұрлан,Серікұлы", lines[i].names);
      g_autoptr (SarapImport) import = sarap_office_check (office, test->db);
      g_autofree char *faults = sarap_office_say_faults (import);

      g_assert_true (g_str_has_prefix (faults, lines[i].fault));
      g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 1);
      g_assert_cmpuint (sarap_import_get_n_warnings (import), ==, 0);
    }
}

/* 15: what hardly ever is right in a name is told, and does not stop the import */
static void
test_hints (SarapTestDatabase *test)
{
  static const struct
  {
    const char *names;
    const char *column; /* NULL: nothing is told */
    const char *hint;
  } lines[] = {
    { "Римский-Корсаков,Пётр-Александр,Ахмед оглы", NULL },
    { "О’Коннор,Жан‑Клод,", NULL },
    { "Öztürk,İbrahim,Şahin", NULL },
    { "Ә,А,", NULL },
    { "Тоқ,Нетай,Жоқты", NULL },
    { "Оспан,AHHA,", "given_name", "Latin letters" },
    { "Әбдіғалиев,Нұрлан,-", "patronymic", "there is none" },
    { "Әбдіғалиев,Нұрлан,NULL", "patronymic", "there is none" },
    { "Әбдіғалиев,Нұрлан,N/A", "patronymic", "there is none" },
    { "Әбдіғалиев,Нұрлан,Нет", "patronymic", "there is none" },
    { "Әбдіғалиев,Нұрлан,жоқ", "patronymic", "there is none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (SarapOffice) office = office_with ("Әбдіғалиев,Нұрлан,Серікұлы", lines[i].names);
      g_autoptr (SarapImport) import = sarap_office_check (office, test->db);
      g_autofree char *hints = sarap_office_say_warnings (import);
      g_autofree char *start = g_strdup_printf ("officers.csv:2: %s: ", lines[i].column);

      g_test_message ("%s: %s", lines[i].names, hints);
      g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
      if (lines[i].column == NULL)
        {
          g_assert_cmpuint (sarap_import_get_n_warnings (import), ==, 0);
          continue;
        }
      g_assert_cmpuint (sarap_import_get_n_warnings (import), ==, 1);
      g_assert_true (g_str_has_prefix (hints, start));
      g_assert_nonnull (strstr (hints, lines[i].hint));
    }
}

/* All names in capitals: told once */
static void
test_capitals (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autoptr (GString) text = g_string_new (sarap_office_text (&sarap_officer_type));
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *hints = NULL;

  g_string_replace (text, "Әбдіғалиев,Нұрлан,Серікұлы", "ӘБДІҒАЛИЕВ,НҰРЛАН,СЕРІКҰЛЫ", 0);
  g_string_replace (text, "Ёлкин,Пётр", "ёлкин,пётр", 0);
  sarap_office_put (office, &sarap_officer_type, text->str, NULL);
  import = sarap_office_check (office, test->db);
  hints = sarap_office_say_warnings (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  g_assert_cmpuint (sarap_import_get_n_warnings (import), ==, 1);
  g_assert_true (g_str_has_prefix (hints, "officers.csv:2: surname: “ӘБДІҒАЛИЕВ”: "));
  g_assert_true (g_str_has_suffix (hints, "1 more line is like it (4).\n"));
}

/* A18: whose record a change is, by name, from the folder or from the database */
static void
test_officers_of_changes (SarapTestDatabase *test)
{
  g_autoptr (SarapOffice) office = sarap_office_new ();
  g_autofree char *service =
      sarap_office_replace (sarap_office_text (&sarap_service_type), "12-ж", "14-ж");
  g_autofree char *officers =
      sarap_office_replace (sarap_office_text (&sarap_officer_type),
                            "900520403006,Қалиева,Гүлнәр,Жұмабайқызы,1990-05-20,f\n", "");
  g_autofree char *renamed = sarap_office_replace (officers, "Нұрлан", "Нұрсұлтан");
  g_autoptr (SarapImport) import = NULL;
  GPtrArray *changes;
  static const char *const names[] = { "Әбдіғалиев Нұрсұлтан", "Әбдіғалиев Нұрсұлтан",
                                       "Қалиева Гүлнәр" };

  g_free (sarap_office_import (office, test->db));
  sarap_office_put (office, &sarap_officer_type, renamed, NULL);
  sarap_office_put (office, &sarap_service_type, service, NULL);
  import = sarap_office_check (office, test->db);
  changes = sarap_import_get_changes (import);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpstr (((SarapImportChange *) changes->pdata[i])->officer, ==, names[i]);
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
  add ("office-texts/dates", test_dates);
  add ("office-texts/column-of-dates", test_column_of_dates);
  add ("office-texts/iins", test_iins);
  add ("office-texts/iins-of-others", test_iins_of_others);
  sarap_test_add ("office-texts/decomposed", test_decomposed);
  sarap_test_add ("office-texts/kept-decomposed", test_kept_decomposed);
  sarap_test_add ("office-texts/codes", test_codes);
  sarap_test_add ("office-texts/codes-alike", test_codes_alike);
  add ("office-texts/invisible", test_invisible);
  add ("office-texts/hints", test_hints);
  add ("office-texts/mixed-names", test_mixed_names);
  add ("office-texts/capitals", test_capitals);
  sarap_test_add ("office-texts/officers-of-changes", test_officers_of_changes);
  return g_test_run ();
}
