/* What is closed to everybody with a login: tables, inner functions, locks on views, powers over
   the server; and what the catalog of the server says of rights */
#include "sarap-people.h"

#include <string.h>

#include "store/sarap-database-private.h"

/* No right; no such table; nothing that can be written to, locked or truncated */
#define NO_RIGHT "insufficient_privilege"
#define NO_WAY                                                                                     \
  "insufficient_privilege OR undefined_table OR object_not_in_prerequisite_state"                  \
  " OR feature_not_supported OR wrong_object_type"

/* Tries statements one by one on the server, each of which must be refused in this way */
static void
assert_refused (SarapDatabase *db, GPtrArray *statements, const char *way)
{
  g_autoptr (GString) block =
      g_string_new ("DO $do$ DECLARE tried text; BEGIN FOREACH tried IN ARRAY"
                    " ARRAY[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < statements->len; i++)
    g_string_append_printf (block, "%s$sql$%s$sql$", i > 0 ? ", " : "",
                            (char *) statements->pdata[i]);
  g_string_append_printf (
      block,
      "] LOOP BEGIN EXECUTE tried; RAISE 'not refused: %%', tried USING ERRCODE ="
      " 'assert_failure'; EXCEPTION WHEN %s THEN NULL; END; END LOOP; END $do$",
      way);
  sarap_database_run (db, block->str, &error);
  g_assert_no_error (error);
}

static void
add (GPtrArray *statements, const char *format, const char *what)
{
  g_autoptr (GString) sql = g_string_new (format);

  g_string_replace (sql, "%s", what, 0);
  g_ptr_array_add (statements, g_string_free (g_steal_pointer (&sql), FALSE));
}

/* Relations of some schemas, as their owner sees them */
static SarapRows *
list_relations (SarapDatabase *owner, const char *schemas, const char *kinds)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT quote_ident (nspname) || '.' || quote_ident (relname), relname::text"
                       " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                       " WHERE nspname IN (%s) AND relkind IN (%s) ORDER BY 1",
                       schemas, kinds);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (GError) error = NULL;
  SarapRows *rows = sarap_database_select (owner, query, "tt", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), >, 0);
  return rows;
}

/* No table, no function and no sequence by its own name: the schema is closed */
static void
check_inner (SarapDatabase *owner, SarapDatabase *db)
{
  static const char *const tables[] = {
    "SELECT 1 FROM %s",
    "DELETE FROM %s",
    "TRUNCATE %s",
    "LOCK TABLE %s IN ACCESS SHARE MODE",
    "CREATE VIEW pg_temp.mine AS SELECT * FROM %s",
    "COPY %s TO '/tmp/x'",
  };
  static const char *const functions[] = {
    "may ('admin')",         "known ()",        "append_lines ()", "open_doors ()",
    "let_in (session_user)", "expose ('body')", "take_turn ()",    "further_officers (true)",
    "group_name ('view')",   "digest ('x')",
  };
  g_autoptr (SarapRows) relations = list_relations (owner, "'sarap'", "'r', 'v'");
  g_autoptr (SarapRows) sequences = list_relations (owner, "'sarap'", "'S'");
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < sarap_rows_count (relations); row++)
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
      add (statements, tables[i], sarap_rows_text (relations, row, 0));
  for (guint row = 0; row < sarap_rows_count (sequences); row++)
    add (statements, "SELECT nextval ('%s')", sarap_rows_text (sequences, row, 0));
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    add (statements, "SELECT sarap.%s", functions[i]);
  assert_refused (db, statements, NO_RIGHT);
}

/* Views are read, and nothing more: whoever locks one would lock its tables. What one may not read
   all of is not even to be named. */
static void
check_views (SarapDatabase *owner, SarapDatabase *db, gboolean names_all)
{
  static const char *const locks[] = {
    "LOCK TABLE %s IN ROW SHARE MODE",
    "LOCK TABLE %s IN ROW EXCLUSIVE MODE",
    "LOCK TABLE %s IN SHARE MODE",
    "LOCK TABLE %s IN EXCLUSIVE MODE",
    "LOCK TABLE %s IN ACCESS EXCLUSIVE MODE",
    "SELECT 1 FROM %s FOR UPDATE",
    "SELECT 1 FROM %s FOR KEY SHARE",
    "TRUNCATE %s",
  };
  g_autoptr (SarapRows) views = list_relations (owner, "'desk', 'whole'", "'v'");
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < sarap_rows_count (views); row++)
    {
      const char *view = sarap_rows_text (views, row, 0);

      for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
        {
          add (statements, locks[i], view);
          add (statements, locks[i], sarap_rows_text (views, row, 1));
        }
      if (!names_all && g_str_has_prefix (view, "whole."))
        add (hidden, "SELECT 1 FROM %s", view);
    }
  assert_refused (db, statements, NO_WAY);
  if (hidden->len > 0)
    assert_refused (db, hidden, NO_RIGHT);
}

/* What one makes in the database, or of oneself */
static void
check_powers (SarapDatabase *owner, SarapDatabase *db)
{
  static const char *const powers[] = {
    "CREATE TABLE mine (id bigint)",
    "CREATE TABLE desk.mine (id bigint)",
    "CREATE TABLE public.mine (id bigint)",
    "CREATE TEMPORARY TABLE mine (id bigint)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION mine () RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE ROLE mine",
    "GRANT pg_execute_server_program TO CURRENT_USER",
    "SET ROLE sarap_test_owner",
    "SET SESSION AUTHORIZATION sarap_test_owner",
    "SET session_replication_role = 'replica'",
    "LOAD 'auto_explain'",
    "SET log_statement_stats = on",
    "ALTER ROLE CURRENT_USER CREATEROLE",
    "DROP VIEW officer",
    "ALTER VIEW officer OWNER TO CURRENT_USER",
  };
  g_autofree char *view_role = sarap_test_text (owner, "SELECT group_name ('view')");
  g_autofree char *template = sarap_test_template ();
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    add (statements, powers[i], "");
  add (statements, "SET ROLE %s", view_role);
  add (statements, "ALTER DATABASE %s SET jit = on", template);
  assert_refused (db, statements, NO_RIGHT);
}

static void
test_closed (SarapTestDatabase *test)
{
  sarap_people_make (test);
  for (guint i = 0; i < SARAP_N_PEOPLE; i++)
    {
      const SarapPerson *who = &sarap_people[i];
      g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, who->person);

      g_test_message ("%s", who->person);
      check_inner (test->db, db);
      /* membership lets the last three name everything, and shows them nothing */
      check_views (test->db, db, !who->roles || strspn (who->files, "rw") == SARAP_N_OFFICERS);
      check_powers (test->db, db);
    }
  sarap_people_remove (test);
}

/* A grant too many, a view of the wrong owner or without its barrier would let people in, and a
   table that was forgotten would have no lines: each question finds what is wrong */
static void
test_every_relation (SarapTestDatabase *test)
{
  static const char *const none[] = {
    /* nobody has anything on the tables and inner views but who owns the views */
    "SELECT c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type"
    " FROM pg_class c, aclexplode (c.relacl) a WHERE relnamespace = 'sarap'::regnamespace"
    " AND a.grantee <> c.relowner"
    " AND NOT (a.grantee = group_name ('view')::regrole AND a.privilege_type = 'SELECT')",
    /* the views: SELECT for who enters the schema, and the rest for who writes, on records alone */
    "SELECT c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace, aclexplode (c.relacl) a"
    " WHERE nspname IN ('desk', 'whole') AND a.grantee <> c.relowner"
    " AND NOT (a.privilege_type = 'SELECT' AND a.grantee = group_name (nspname)::regrole)"
    " AND NOT (a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')"
    "          AND a.grantee = group_name ('write')::regrole"
    "          AND relname IN (SELECT record FROM record_kind WHERE writes <> 'nobody'))",
    "SELECT c.relname || ' ' || a.privilege_type FROM pg_class c, aclexplode (c.relacl) a"
    " WHERE relnamespace = 'public'::regnamespace AND a.grantee <> c.relowner"
    " AND NOT (c.relname = 'schema_version' AND a.privilege_type = 'SELECT'"
    "          AND a.grantee = group_name ('desk')::regrole)",
    /* schemas, and the database */
    "SELECT nspname || ' ' || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END"
    " FROM pg_namespace, aclexplode (nspacl) a WHERE nspname IN ('sarap', 'desk', 'whole', "
    "'public')"
    " AND a.grantee <> nspowner AND (a.privilege_type <> 'USAGE' OR a.grantee <> ALL"
    "     (CASE nspname WHEN 'sarap' THEN ARRAY[group_name ('view')]"
    "                   WHEN 'whole' THEN ARRAY[group_name ('view'), group_name ('whole')]"
    "                   WHEN 'desk' THEN ARRAY[group_name ('view'), group_name ('desk')]"
    "                   ELSE ARRAY[group_name ('desk')] END::regrole[]))",
    "SELECT a.grantee::text || a.privilege_type FROM pg_database, aclexplode (datacl) a"
    " WHERE datname = current_database () AND a.grantee <> datdba"
    " AND NOT (a.privilege_type = 'CONNECT' AND a.grantee IN (group_name ('desk')::regrole,"
    "                                                         group_name ('whole')::regrole))",
    /* owners and barriers */
    "SELECT relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
    " WHERE nspname IN ('desk', 'whole') AND (relkind <> 'v'"
    "                                         OR relowner <> group_name ('view')::regrole)",
    "SELECT relname::text FROM pg_class WHERE relnamespace = 'desk'::regnamespace"
    " AND NOT EXISTS (SELECT FROM pg_options_to_table (reloptions)"
    "                 WHERE option_name = 'security_barrier' AND option_value::boolean)"
    " AND relname NOT IN (SELECT record FROM record_kind WHERE reads = 'known')"
    " AND relname <> 'audit_head'",
    "SELECT relname::text FROM pg_class WHERE relnamespace = 'sarap'::regnamespace AND relkind = "
    "'v'"
    " AND NOT EXISTS (SELECT FROM pg_options_to_table (reloptions)"
    "                 WHERE option_name = 'security_barrier' AND option_value::boolean)",
    "SELECT relname::text FROM pg_class WHERE relkind = 'm'",
    /* no condition of the caller goes into a row that is chosen by its officer */
    "SELECT relname::text FROM pg_class JOIN record_kind ON record = relname"
    " WHERE relnamespace = 'desk'::regnamespace AND reads IN ('file', 'commission', 'self')"
    " AND regexp_replace (pg_get_viewdef (pg_class.oid), '\\s+', ' ', 'g')"
    "     !~ 'LATERAL \\( SELECT x\\..* FROM \\w+_row x WHERE \\(x\\.\\w+ = f\\.id\\) OFFSET 0\\) "
    "t;$'",
    /* functions */
    "SELECT proname::text FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace"
    " WHERE nspname IN ('sarap', 'desk', 'whole', 'public') AND prosecdef"
    " AND NOT coalesce (proconfig, '{}') @> ARRAY['search_path=sarap, pg_temp']",
    "SELECT proname::text FROM pg_proc WHERE pronamespace = 'desk'::regnamespace"
    " AND (has_function_privilege ('public', oid, 'EXECUTE') OR NOT prosecdef"
    "      OR proowner <> current_user::regrole)",
    "SELECT proname::text FROM pg_proc WHERE pronamespace IN ('public'::regnamespace,"
    " 'whole'::regnamespace)",
    /* roles: none of them signs in or may do more, and nobody but the owner is who owns the views
     */
    "SELECT rolname::text FROM pg_roles WHERE rolname IN (SELECT group_name (w) FROM"
    " unnest ('{view,desk,whole,write}'::text[]) AS w) AND (rolcanlogin OR rolsuper OR "
    "rolcreaterole"
    " OR rolcreatedb OR rolreplication OR rolbypassrls)",
    "SELECT member::regrole::text FROM pg_auth_members"
    " WHERE roleid = group_name ('view')::regrole AND member <> current_user::regrole",
    /* every kind of record has its views, writing, lines, telling and versions, all switched on */
    "SELECT record || ' ' || n FROM record_kind, (VALUES ('desk'), ('whole')) AS v (n) WHERE NOT "
    "EXISTS"
    " (SELECT FROM pg_trigger WHERE tgrelid = (n || '.' || record)::regclass AND tgname = 'enter'"
    "         AND tgenabled = 'O' AND tgtype & 92 = 92)",
    "SELECT record FROM record_kind WHERE line = 1 AND 6 <> (SELECT count (*) FROM pg_trigger"
    " WHERE tgrelid = ('sarap.' || record)::regclass AND tgenabled = 'O' AND NOT tgisinternal"
    "       AND tgname ~ ('^(audit|tell)_' || record || '_(insert|update|delete)$'))",
    "SELECT record FROM record_kind JOIN information_schema.columns ON table_schema = 'sarap'"
    " AND table_name = record AND column_name = 'version' WHERE 2 <> (SELECT count (*) FROM "
    "pg_trigger"
    " WHERE tgrelid = ('sarap.' || record)::regclass AND tgenabled = 'O'"
    "       AND tgname IN (record || '_first', record || '_version'))",
    "SELECT tgname::text FROM pg_trigger WHERE tgenabled <> 'O'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT string_agg (found, ', ') FROM (%s) AS t (found)", none[i]);
      g_autofree char *found = sarap_test_text (test->db, sql);

      g_test_message ("%s", none[i]);
      g_assert_cmpstr (found, ==, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "closed", test_closed);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "every-relation", test_every_relation);
  return g_test_run ();
}
