/* What is logged of a statement: its shape, and nothing that stands in it */
#include "store/sarap-statement-log.h"

#include <string.h>

static void
test_text (void)
{
  static const struct
  {
    const char *sql, *text;
  } cases[] = {
    { "SELECT id FROM officer WHERE iin = :iin", "SELECT id FROM officer WHERE iin = :iin" },
    { "SELECT  1\n   FROM t", "SELECT 1 FROM t" },
    { "  BEGIN IMMEDIATE\n", "BEGIN IMMEDIATE" },
    { "ALTER ROLE a PASSWORD 'secret'", "ALTER ROLE a PASSWORD '…'" },
    { "SELECT 'it''s a secret' || 'another'", "SELECT '…' || '…'" },
    { "SELECT 'a secret that does not end", "SELECT '…'" },
    { "DO $$ secret 'with' quotes $$", "DO '…'" },
    { "DO $x$ secret $$ still $x$ LANGUAGE sql", "DO '…' LANGUAGE sql" },
    { "SELECT 1 -- 'a secret\nFROM t", "SELECT 1 FROM t" },
    { "SELECT /* a 'secret */ 1", "SELECT 1" },
    { "SELECT \"end\" FROM service", "SELECT \"end\" FROM service" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sarap_statement_text (cases[i].sql);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A schema's statement is pages long; a cut goes through no letter */
static void
test_long (void)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (sql, "ә");
  text = sarap_statement_text (sql->str);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "ә…"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/text", test_text);
  g_test_add_func ("/log/long", test_long);
  return g_test_run ();
}
