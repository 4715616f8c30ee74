/* A schema's text is taken apart into statements where they end, and nowhere else */
#include "sarap-test-database.h"

#include "store/sarap-script.h"

static void
run (SarapDatabase *db, const char *text)
{
  g_autoptr (GError) error = NULL;

  sarap_script_run (db, text, &error);
  g_assert_no_error (error);
}

/* Semicolons, quotes and comments that end nothing */
static void
test_statements (SarapTestDatabase *test)
{
  g_autofree char *text = NULL;

  run (test->db, "");
  run (test->db, " ;; -- nothing; at all\n;\n-- 'nor this");
  run (test->db,
       "-- it's a comment; with a quote\n"
       "CREATE TABLE one (x text); /* another; 'one */ INSERT INTO one VALUES ('a;''b');\n"
       "INSERT INTO one VALUES ('--c'); CREATE TABLE \"two;\" (\"y;'\" text);\n"
       "INSERT INTO \"two;\" VALUES ('/* d')");
  text = sarap_test_text (test->db, "SELECT (SELECT min (x) FROM one) || (SELECT max (x) FROM one)"
                                    " || (SELECT \"y;'\" FROM \"two;\")");
  g_assert_cmpstr (text, ==, "--ca;'b/* d");
}

/* Bodies of triggers and functions have statements within */
static void
test_bodies (SarapTestDatabase *test)
{
  static const char *const sqlite =
      "CREATE TABLE one (x integer);\n"
      "CREATE TRIGGER added AFTER INSERT ON one WHEN NEW.x < 3\n"
      "BEGIN\n"
      "  INSERT INTO one VALUES (CASE WHEN NEW.x = 1 THEN 5 ELSE 6 END);\n"
      "  UPDATE one SET x = x + 1; -- the end; END;\n"
      "END;\n"
      "INSERT INTO one VALUES (1);";
  static const char *const postgresql =
      "CREATE TABLE one (x integer);\n"
      "CREATE FUNCTION add () RETURNS trigger LANGUAGE plpgsql AS $body$\n"
      "BEGIN\n"
      "  EXECUTE $$INSERT INTO one VALUES (5); $$;\n"
      "  UPDATE one SET x = x + 1; -- the end; $body;\n"
      "  RETURN NULL;\n"
      "END $body$;\n"
      "CREATE TRIGGER added AFTER INSERT ON one FOR EACH ROW WHEN (NEW.x < 3)\n"
      "  EXECUTE FUNCTION add ();\n"
      "INSERT INTO one VALUES (1);";

  run (test->db, test->engine == SARAP_ENGINE_SQLITE ? sqlite : postgresql);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT sum (x) FROM one"), ==, 8);
}

/* The first that fails ends it */
static void
test_failure (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sarap_script_run (test->db,
                                    "CREATE TABLE one (x text); INSERT INTO none VALUES (1);"
                                    " INSERT INTO one VALUES ('a')",
                                    &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM one"), ==, 0);
}

/* One schema's words become each engine's own */
static void
test_words (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sarap_script_expand (
      test->engine,
      "CREATE TABLE one (id {id}, name {text} {line name}, day {date} {is-date day}) {strict};"
      "INSERT INTO one (name, day) VALUES ('{} { text }', '2024-02-29')",
      &error);
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  run (test->db, text);
  name = sarap_test_text (test->db, "SELECT name FROM one WHERE id = 1 AND day = '2024-02-29'");
  g_assert_cmpstr (name, ==, "{} { text }");

  g_assert_null (sarap_script_expand (test->engine, "CREATE TABLE two (id {idd})", &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "{idd}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("statements", test_statements);
  sarap_test_add ("bodies", test_bodies);
  sarap_test_add ("failure", test_failure);
  sarap_test_add ("words", test_words);
  return g_test_run ();
}
