#include "sarap-people.h"

#include <string.h>

#include "store/sarap-database-private.h"

static const char *const records[] = {
  "INSERT INTO body (id, code, kind, name_kk, name_ru) VALUES (1, '00', 'central', 'к', 'р'),"
  " (2, '02', 'territorial', 'к', 'р'), (3, '03', 'territorial', 'к', 'р')",
  "INSERT INTO unit (id, body_id, code, kind, name_kk, name_ru) VALUES"
  " (11, 2, '1', 'post', 'к', 'р'), (12, 3, '1', 'post', 'к', 'р')",
  "INSERT INTO officer (id, iin, surname, given_name, birth_date, sex, sort_key, search_key,"
  " loose_key) SELECT n, iin, 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k' FROM (VALUES"
  " (1, '850101300104'), (2, '850101300203'), (3, '850101300302'), (4, '850101300401'),"
  " (5, '850101300500'), (6, '850101300603')) AS given (n, iin)",
  "INSERT INTO entered_by VALUES (6, 'hr_two', true, current_date, pg_current_xact_id ())",
  "INSERT INTO service (id, officer_id, employer_kind, body_id, unit_id, position_kk, position_ru,"
  " category, level, start) SELECT n, officer, 'customs', body, unit, 'к', 'р', 'official', 1,"
  " current_date + since FROM (VALUES (1, 1, 2, 11, -100), (2, 2, 3, 12, -100), (4, 4, 2, 11, "
  "-100),"
  " (5, 5, 2, 11, -100), (15, 5, 3, NULL, 100)) AS given (n, officer, body, unit, since)",
  "INSERT INTO service (id, officer_id, employer_kind, employer, start, \"end\")"
  " VALUES (3, 3, 'other', 'р', '2020-01-01', '2020-02-01'),"
  " (6, 6, 'other', 'р', '2020-01-01', '2020-02-01')",
  "INSERT INTO deferral (id, officer_id, kind, start) SELECT n, n, 'absence', '2024-01-01'"
  " FROM generate_series (1, 6) AS n",
  "INSERT INTO attestation (id, officer_id, kind, date, decision) SELECT n, n, 'regular',"
  " '2024-01-01', 'corresponds' FROM generate_series (1, 6) AS n",
  "INSERT INTO education (id, officer_id, kind, institution) SELECT n, n, 'education', 'у'"
  " FROM generate_series (1, 6) AS n",
  "INSERT INTO commission (id, body_id, number, order_no, order_date)"
  " VALUES (1, 2, 1, '1', '2024-01-01'), (2, 3, 1, '1', '2024-01-01')",
  "INSERT INTO commission_member (id, commission_id, officer_id, role)"
  " VALUES (1, 1, 4, 'member'), (2, 2, 4, 'member')",
  "ALTER TABLE officer ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE service ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE deferral ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE attestation ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE education ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE body ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE unit ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE commission ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE commission_member ALTER COLUMN id RESTART WITH 20",
};

const SarapPerson sarap_people[SARAP_N_PEOPLE] = {
  { "hr_two", "hr", "2", NULL, "w--www", "rr", "-", TRUE },
  { "hr_three", "hr", "3", NULL, "-w--w-", "rr", "-", TRUE },
  { "hr_agency", "hr", "1", NULL, "wwwwww", "ww", "-", TRUE },
  { "hr_nowhere", "hr", NULL, NULL, "------", "rr", "-", TRUE },
  { "supervisor", "supervisor", "2", "4", "r--rr-", "rr", "-", FALSE },
  { "officer", "officer", "2", "1", "r-----", "rr", "-", FALSE },
  { "officer_five", "officer", NULL, "5", "----r-", "rr", "-", FALSE },
  { "member", "member", "2", "1", "------", "rr", "-", FALSE },
  { "secretary", "secretary", "2", "1", "------", "rr", "-", TRUE },
  { "head_two", "head", "2", NULL, "r--rr-", "rr", "-", FALSE },
  { "head_agency", "head", "1", NULL, "rrrrrr", "rr", "-", FALSE },
  { "auditor", "auditor", NULL, NULL, "rrrrrr", "rr", "r", FALSE },
  { "admin", "admin", NULL, NULL, "wwwwww", "ww", "w", TRUE },
  { "user", "", "2", "1", "------", "rr", "-", FALSE },
  /* members of this database's roles without an account: NULL for what an account would say */
  { "hr_elsewhere", NULL, NULL, NULL, "------", "--", "-", FALSE },
  { "admin_elsewhere", NULL, NULL, NULL, "------", "--", "-", FALSE },
  { "auditor_elsewhere", NULL, NULL, NULL, "------", "--", "-", FALSE },
};

void
sarap_run (SarapDatabase *db, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sql = NULL;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  sarap_test_run (db, sql);
}

gboolean
sarap_reads (SarapDatabase *db, const char *table, const char *where)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s", table, where);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", &error);

  if (rows)
    return sarap_rows_integer (rows, 0, 0) > 0;
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return FALSE;
}

gint64
sarap_attempt (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  gint64 count;

  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  count = sarap_database_execute (db, query, &error);
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  if (count >= 0)
    return count;
  if (g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT))
    return 1;
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return -1;
}

gboolean
sarap_writes (SarapDatabase *db, const char *sql)
{
  return sarap_attempt (db, sql) > 0;
}

gboolean
sarap_writes_like (SarapDatabase *db, const char *format, const char *table, guint id)
{
  g_autoptr (GString) sql = g_string_new (format);
  g_autofree char *number = g_strdup_printf ("%u", id);

  g_string_replace (sql, "%t", table, 0);
  g_string_replace (sql, "%i", number, 0);
  return sarap_writes (db, sql->str);
}

gboolean
sarap_calls (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;

  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  rows = sarap_database_select (db, query, "i", &error);
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  if (!rows)
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return rows != NULL;
}

void
sarap_assert_impossible (SarapDatabase *db, const char *sql)
{
  /* no right; no such table; nothing that can be written to, locked or truncated */
  static const char *const ways[] = { "42501:", "42P01:", "55000:", "0A000:", "42809:" };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (sarap_database_run (db, sql, &error));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strstr (error->message, ways[i]))
      return;
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
}

void
sarap_assert_closed (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (sarap_database_run (db, sql, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
}

void
sarap_people_make_records (SarapDatabase *owner)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    sarap_test_run (owner, records[i]);
}

static void
make_person (SarapTestDatabase *test, guint index)
{
  g_autofree char *login = sarap_test_login (sarap_people[index].person);

  if (sarap_people[index].roles)
    {
      sarap_test_add_person (test, sarap_people[index].person, sarap_people[index].roles,
                             sarap_people[index].body, sarap_people[index].officer);
      return;
    }
  sarap_run (test->db, "CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "'", login);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const doors[] = { "desk", "whole", "write" };
      g_autofree char *sql = g_strdup_printf ("SELECT group_name ('%s')", doors[i]);
      g_autofree char *door = sarap_test_text (test->db, sql);

      sarap_run (test->db, "GRANT %s TO %s", door, login);
    }
}

void
sarap_people_make (SarapTestDatabase *test)
{
  g_autofree char *login = sarap_test_login ("hr_two");

  sarap_people_make_records (test->db);
  sarap_run (test->db, "UPDATE entered_by SET login = '%s'", login);
  for (guint i = 0; i < SARAP_N_PEOPLE; i++)
    make_person (test, i);
}

void
sarap_people_remove (SarapTestDatabase *test)
{
  for (guint i = 0; i < SARAP_N_PEOPLE; i++)
    sarap_test_remove_person (test, sarap_people[i].person);
}
