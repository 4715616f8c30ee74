#include "store/sarap-schema-check.h"

#include "store/sarap-database-private.h"
#include "store/sarap-migration.h"
#include "store/sarap-reference.h"
#include "store/sarap-replay.h"
#include "store/sarap-schema.h"
#include "store/sarap-server-check.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* PostgreSQL version of the list of a server's schema. Later versions may print views, checks,
   indexes and triggers in another form; the text of functions stays the same. */
#define KNOWN_VERSION 15
#define LIST "/kz/sarap/schema/postgresql-15.objects"

#define FOREIGN_OBJECT N_ ("The schema of the database has “%s”, which does not belong to Sarap.")

/* The rows of record_kind, which a server returns from a function: they decide rights whenever
   somebody writes */
#define FACTS(rows)                                                                                \
  "SELECT 'fact', record, reads || '|' || writes || '|' || computed || '|'"                        \
  " || coalesce (key, '') || '|' || coalesce (since, '') || '|' || coalesce (until, '') || '|'"    \
  " || turn || '|' || line FROM " rows

/* The text of every object, in one form: "kind name" → text */
static const char sqlite_objects[] =
    "SELECT type, name, coalesce (sql, '') FROM sqlite_schema"
    /* objects that ANALYZE makes, and no others of these names */
    " WHERE (type, name, sql) NOT IN (VALUES"
    " ('table', 'sqlite_stat1', 'CREATE TABLE sqlite_stat1(tbl,idx,stat)'),"
    " ('table', 'sqlite_stat4', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'))"
    " OR sql IS NULL"
    " UNION ALL " FACTS ("record_kind");

/* The list contains neither the names of roles, which depend on the database, nor that of their
   owner, which is arbitrary */
/* clang-format off */
#define GRANTS(kind, acl, owner)                                                                   \
  "coalesce ((SELECT string_agg (g, ',' ORDER BY g) FROM (SELECT CASE WHEN a.grantee = 0 THEN"     \
  " 'PUBLIC' WHEN a.grantee = " owner " THEN 'OWNER' ELSE regexp_replace (a.grantee::regrole::text," \
  " '_[0-9]+$', '') END || ':' || a.privilege_type AS g FROM aclexplode (coalesce (" acl           \
  ", acldefault ('" kind "', " owner "))) a) AS s), '')"
#define OWNER(owner)                                                                               \
  "CASE WHEN " owner " = (SELECT nspowner FROM pg_namespace WHERE nspname = 'sarap') THEN 'OWNER'" \
  " ELSE regexp_replace (" owner "::regrole::text, '_[0-9]+$', '') END"

/* A type that was not made together with another one, as an array type is */
#define NO_ARRAY(type) "NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = " type ".oid)"

/* Objects of a catalogue that are in a schema where they do not belong: all objects in the schemas
   "place", and in the server's own schemas those added later (FirstNormalObjectId) */
#define STRAYS(catalogue, schema, of_server)                                                       \
  " UNION ALL SELECT '" catalogue "'::regclass, oid FROM " catalogue                               \
  " WHERE " schema " IN (SELECT oid FROM place)"                                                   \
  STRAYS_OF_SERVER (catalogue, schema, of_server)
#define STRAYS_OF_SERVER(catalogue, schema, condition)                                             \
  " UNION ALL SELECT '" catalogue "'::regclass, oid FROM " catalogue                               \
  " WHERE oid >= 16384 AND " schema " IN (SELECT oid FROM server_place) AND " condition
/* Objects of a catalogue that has no schemas */
#define STRAYS_OF_NONE(catalogue)                                                                  \
  " UNION ALL SELECT '" catalogue "'::regclass, oid FROM " catalogue " WHERE oid >= 16384"

/* Every schema, and objects without a schema: the database may contain nothing else. Objects of an
   extension are reported too, since any object can be made part of one. */
static const char server_objects[] =
    "WITH place AS ("
    "  SELECT oid, nspname, nspowner, nspacl FROM pg_namespace"
    "  WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_(toast|temp)'),"
    " server_place AS ("
    "  SELECT oid FROM pg_namespace WHERE nspname IN ('pg_catalog', 'information_schema', 'pg_toast')),"
    " stray (catalogue, object) AS (SELECT NULL::regclass, NULL::oid WHERE false"
    STRAYS ("pg_statistic_ext", "stxnamespace", "true")
    /* pg_import_system_collations() reads the system's collations again */
    STRAYS ("pg_collation", "collnamespace", "collnamespace <> 'pg_catalog'::regnamespace")
    STRAYS ("pg_conversion", "connamespace", "true")
    STRAYS ("pg_ts_config", "cfgnamespace", "true")
    STRAYS ("pg_ts_dict", "dictnamespace", "true")
    STRAYS ("pg_ts_parser", "prsnamespace", "true")
    STRAYS ("pg_ts_template", "tmplnamespace", "true")
    STRAYS ("pg_opclass", "opcnamespace", "true")
    STRAYS ("pg_opfamily", "opfnamespace", "true")
    STRAYS_OF_SERVER ("pg_proc", "pronamespace", "true")
    STRAYS_OF_SERVER ("pg_operator", "oprnamespace", "true")
    /* without the objects in pg_toast that belong to our tables */
    STRAYS_OF_SERVER ("pg_class", "relnamespace", "relkind NOT IN ('t', 'i')")
    STRAYS_OF_SERVER ("pg_type", "typnamespace", "typrelid = 0 AND " NO_ARRAY ("pg_type"))
    STRAYS_OF_NONE ("pg_amop")
    STRAYS_OF_NONE ("pg_amproc")
    STRAYS_OF_NONE ("pg_cast")
    STRAYS_OF_NONE ("pg_language")
    STRAYS_OF_NONE ("pg_transform")
    STRAYS_OF_NONE ("pg_am")
    STRAYS_OF_NONE ("pg_extension")
    STRAYS_OF_NONE ("pg_foreign_data_wrapper")
    STRAYS_OF_NONE ("pg_foreign_server")
    " ),"
    " relation AS ("
    "  SELECT c.*, p.nspname || '.' || c.relname AS full_name"
    "  FROM pg_class c JOIN place p ON p.oid = c.relnamespace"
    "  WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p', 'c')),"
    " object (kind, name, said) AS ("

    "  SELECT 'schema', nspname::text,"
    "    concat_ws ('|', CASE WHEN nspname <> 'public' THEN " OWNER ("nspowner") " END,"
    "      " GRANTS ("n", "nspacl", "nspowner") ")"
    "  FROM place"

    "  UNION ALL"
    "  SELECT 'function',"
    "    p.nspname || '.' || f.proname || ' (' || pg_get_function_identity_arguments (f.oid) || ')',"
    "    concat_ws ('|', f.prosrc, f.prosecdef, f.provolatile, f.proisstrict, f.proleakproof,"
    "      f.proconfig, l.lanname, f.prokind, pg_get_function_result (f.oid), "
           OWNER ("f.proowner") ", " GRANTS ("f", "f.proacl", "f.proowner") ")"
    "  FROM pg_proc f JOIN place p ON p.oid = f.pronamespace"
    "    JOIN pg_language l ON l.oid = f.prolang"

    "  UNION ALL"
    "  SELECT CASE relkind WHEN 'v' THEN 'view' WHEN 'c' THEN 'type' ELSE 'table' END, full_name,"
    "    concat_ws ('|', relkind, relpersistence, relrowsecurity, relforcerowsecurity, reloptions, "
           OWNER ("relowner") ", " GRANTS ("r", "relacl", "relowner") ","
    "      CASE WHEN relkind = 'v' THEN pg_get_viewdef (oid) END,"
    "      (SELECT string_agg (concat_ws (' ', a.attname, format_type (a.atttypid, a.atttypmod),"
    "          a.attnotnull, a.attidentity, a.attgenerated, a.attcollation,"
    "          pg_get_expr (d.adbin, d.adrelid), a.attacl), ',' ORDER BY a.attnum)"
    "       FROM pg_attribute a LEFT JOIN pg_attrdef d"
    "         ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
    "       WHERE a.attrelid = relation.oid AND a.attnum > 0 AND NOT a.attisdropped))"
    "  FROM relation"

    "  UNION ALL"
    "  SELECT 'sequence', p.nspname || '.' || c.relname,"
    "    concat_ws ('|', " OWNER ("c.relowner") ", " GRANTS ("s", "c.relacl", "c.relowner") ","
    "      s.seqtypid::regtype, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle)"
    "  FROM pg_class c JOIN place p ON p.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid"

    "  UNION ALL"
    "  SELECT 'trigger', r.full_name || ' ' || t.tgname,"
    "    pg_get_triggerdef (t.oid) || t.tgenabled::text"
    "  FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal"

    /* such as the triggers of foreign keys: none of them is listed while it is on */
    "  UNION ALL"
    "  SELECT 'disabled trigger', r.full_name || ' ' || coalesce (c.conname, t.tgname),"
    "    string_agg (t.tgenabled::text, '')"
    "  FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid"
    "    LEFT JOIN pg_constraint c ON c.oid = t.tgconstraint"
    "  WHERE t.tgisinternal AND t.tgenabled <> 'O' GROUP BY 2"

    "  UNION ALL"
    "  SELECT 'check', r.full_name || ' ' || c.conname,"
    "    pg_get_constraintdef (c.oid) || c.convalidated"
    "  FROM pg_constraint c JOIN relation r ON r.oid = c.conrelid"

    "  UNION ALL"
    "  SELECT 'index', r.full_name || ' ' || i.indexrelid::regclass::text,"
    "    pg_get_indexdef (i.indexrelid) || i.indisvalid"
    "  FROM pg_index i JOIN relation r ON r.oid = i.indrelid"

    "  UNION ALL"
    "  SELECT 'rule', r.full_name || ' ' || w.rulename,"
    "    pg_get_ruledef (w.oid) || w.ev_enabled::text"
    "  FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN'"

    "  UNION ALL"
    "  SELECT 'policy', r.full_name || ' ' || y.polname,"
    "    concat_ws ('|', pg_get_expr (y.polqual, y.polrelid), pg_get_expr (y.polwithcheck, y.polrelid))"
    "  FROM pg_policy y JOIN relation r ON r.oid = y.polrelid"

    "  UNION ALL"
    "  SELECT 'child', r.full_name || ' ' || h.inhrelid::regclass::text, ''"
    "  FROM pg_inherits h JOIN relation r ON r.oid = h.inhparent"

    /* domains, enumerations and the like; the row type of a table goes with the table */
    "  UNION ALL"
    "  SELECT 'type', p.nspname || '.' || t.typname, t.typtype::text"
    "  FROM pg_type t JOIN place p ON p.oid = t.typnamespace"
    "  WHERE t.typtype <> 'c' AND " NO_ARRAY ("t")

    "  UNION ALL"
    "  SELECT 'operator', o.oid::regoperator::text, ''"
    "  FROM pg_operator o JOIN place p ON p.oid = o.oprnamespace"

    "  UNION ALL"
    "  SELECT 'default privileges', concat_ws (' ', coalesce (p.nspname, '*'), d.defaclobjtype),"
    "    string_agg (d.defaclacl::text, '')"
    "  FROM pg_default_acl d LEFT JOIN pg_namespace p ON p.oid = d.defaclnamespace GROUP BY 2"

    "  UNION ALL"
    "  SELECT 'event trigger', evtname::text, '' FROM pg_event_trigger"

    "  UNION ALL"
    "  SELECT 'publication', pubname::text, '' FROM pg_publication"

    "  UNION ALL"
    "  SELECT 'subscription', subname::text, '' FROM pg_subscription"
    "  WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database ())"

    "  UNION ALL"
    "  SELECT 'replication slot', slot_name::text, '' FROM pg_replication_slots"
    "  WHERE database = current_database ()"

    "  UNION ALL"
    "  SELECT i.type, i.identity, '' FROM stray,"
    "    LATERAL pg_identify_object (catalogue, object, 0) i WHERE i.identity IS NOT NULL"

    /* anyone may have temporary ones, unless the server's administrator forbids it */
    "  UNION ALL"
    "  SELECT DISTINCT 'large objects of', lomowner::regrole::text, '' FROM pg_largeobject_metadata"

    /* rights in the database itself: its owner's, and CONNECT of our groups */
    "  UNION ALL"
    "  SELECT DISTINCT 'grant', a.privilege_type || ' ON DATABASE TO '"
    "    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, ''"
    "  FROM pg_database d, aclexplode (coalesce (d.datacl, acldefault ('d', d.datdba))) a"
    "  WHERE d.datname = current_database ()"
    "    AND a.grantee NOT IN (SELECT d.datdba UNION SELECT nspowner FROM place WHERE nspname = 'sarap')"
    "    AND NOT (a.privilege_type = 'CONNECT' AND NOT a.is_grantable AND a.grantee::regrole::text IN"
    "             ('sarap_desk_' || d.oid, 'sarap_whole_' || d.oid))"
    ")"
    " SELECT kind, name, encode (substr (sha256 (convert_to (said, 'UTF8')), 1, 12), 'base64')"
    " FROM object ORDER BY kind, name";

/* Tables whose next id is already in use, by a record or in the chain, or is far above those */
static const char server_numbers[] = "SELECT what, given, told FROM sarap_numbers () ORDER BY what";
/* clang-format on */

/* "kind name" → its description */
static GHashTable *
read_objects (SarapDatabase *db, const char *sql, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "ttt", error);
  GHashTable *objects;

  if (rows == NULL)
    return NULL;
  objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    g_hash_table_insert (
        objects,
        g_strdup_printf ("%s %s", sarap_rows_text (rows, row, 0), sarap_rows_text (rows, row, 1)),
        g_strdup (sarap_rows_text (rows, row, 2)));
  return objects;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
sorted_keys (GHashTable *objects)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, objects);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

/* Whether the description by a server of another version can be compared */
static gboolean
is_same_everywhere (const char *object)
{
  return g_str_has_prefix (object, "function ") || g_str_has_prefix (object, "schema ");
}

static void
objects_compare (GHashTable *right, GHashTable *there, gboolean only_names, GPtrArray *faults)
{
  g_autoptr (GPtrArray) right_keys = sorted_keys (right), there_keys = sorted_keys (there);

  for (guint i = 0; i < right_keys->len; i++)
    {
      const char *key = right_keys->pdata[i], *is = g_hash_table_lookup (there, key);

      if (is == NULL)
        g_ptr_array_add (faults,
                         /* TRANSLATORS: such as "trigger audit_updated" */
                         g_strdup_printf (_ ("The schema of the database has no “%s”."), key));
      else if (strcmp (is, g_hash_table_lookup (right, key)) != 0 &&
               (!only_names || is_same_everywhere (key)))
        g_ptr_array_add (
            faults, g_strdup_printf (
                        _ ("“%s” in the schema of the database is not as Sarap makes it."), key));
    }
  for (guint i = 0; i < there_keys->len; i++)
    if (!g_hash_table_contains (right, there_keys->pdata[i]))
      g_ptr_array_add (faults, g_strdup_printf (_ (FOREIGN_OBJECT), (char *) there_keys->pdata[i]));
}

/* Whether a migration makes this view */
static gboolean
is_our_view (const char *sql)
{
  static GMutex mutex;
  static char *text;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (text == NULL)
    text = sarap_migration_sqlite_text ();
  return sql != NULL && strstr (text, sql) != NULL;
}

gboolean
sarap_schema_check_tables (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (
      "SELECT l.type, l.name, s.sql FROM pragma_table_list l LEFT JOIN sqlite_schema s"
      " ON s.name = l.name WHERE l.schema = 'main' AND l.type <> 'table'");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "ttt", error);

  if (rows == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      g_autofree char *object = NULL;

      if (g_strcmp0 (sarap_rows_text (rows, row, 0), "view") == 0 &&
          is_our_view (sarap_rows_text (rows, row, 2)))
        continue;
      object =
          g_strdup_printf ("%s %s", sarap_rows_text (rows, row, 0), sarap_rows_text (rows, row, 1));
      g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CORRUPT, _ (FOREIGN_OBJECT), object);
      return FALSE;
    }
  return TRUE;
}

/* The objects of this program's own schema, computed once */
static GHashTable *
right_objects (GError **error)
{
  static GMutex mutex;
  static GHashTable *objects;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (SarapDatabase) reference = NULL;

  if (objects == NULL && (reference = sarap_reference_open (error)) != NULL)
    objects = read_objects (reference, sqlite_objects, error);
  return objects;
}

static void
tell_numbers (SarapDatabase *db, const char *what, gint64 given, gint64 told, GPtrArray *faults)
{
  if (db->pg && told < given)
    g_ptr_array_add (
        faults, g_strdup_printf (
                    /* TRANSLATORS: a table such as "deferral", and a whole number */
                    _ ("A new record of “%s” would get a number that another had before: numbers "
                       "up to %lld were given."),
                    what, (long long) given));
  else
    g_ptr_array_add (
        faults,
        g_strdup_printf (
            /* TRANSLATORS: a table such as "deferral", and two whole numbers */
            _ ("New records of “%s” are numbered after %lld, but the last number given was %lld."),
            what, (long long) told, (long long) given));
}

/* @sql: gives tables whose next id is wrong, the last id in use, and the id after which new records
   are numbered */
static gboolean
verify_numbers (SarapDatabase *db, const char *sql, GPtrArray *faults, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "tii", error);

  if (rows == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    tell_numbers (db, sarap_rows_text (rows, row, 0), sarap_rows_integer (rows, row, 1),
                  sarap_rows_integer (rows, row, 2), faults);
  return TRUE;
}

/* The same as sarap_numbers() of a server's schema, whose ids a copy of it continues */
static char *
file_numbers (GPtrArray *tables)
{
  g_autoptr (GString) sql = g_string_new ("SELECT what, given, told FROM (");

  for (guint i = 0; i < tables->len; i++)
    {
      const char *name = ((const SarapReplayTable *) tables->pdata[i])->name;

      g_string_append_printf (
          sql,
          "%sSELECT '%s' AS what, max (coalesce ((SELECT max (id) FROM %s), 0), coalesce ((SELECT"
          " max (record_id) FROM audit WHERE record = '%s'), 0)) AS given, coalesce ((SELECT seq"
          " FROM sqlite_sequence WHERE name = '%s' ORDER BY rowid LIMIT 1), 0) AS told",
          i > 0 ? " UNION ALL " : "", name, name, name, name);
    }
  g_string_append (sql, ") WHERE given > told OR given < told - 1000000000 ORDER BY what");
  return g_strdup (sql->str);
}

/* SQLite's table of ids is not part of the schema: finds rows that do not belong there */
static gboolean
verify_sequence (SarapDatabase *db, GPtrArray *tables, GPtrArray *faults, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT coalesce (name, '') FROM sqlite_sequence WHERE"
                                          " typeof (seq) <> 'integer' OR rowid NOT IN (SELECT"
                                          " min (rowid) FROM sqlite_sequence WHERE name IN (");
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;

  for (guint i = 0; i < tables->len; i++)
    g_string_append_printf (sql, "%s'%s'", i > 0 ? ", " : "",
                            ((const SarapReplayTable *) tables->pdata[i])->name);
  g_string_append (sql, ") GROUP BY name) ORDER BY rowid LIMIT 100");
  query = sarap_query_new (sql->str);
  if ((rows = sarap_database_select (db, query, "t", error)) == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      g_autofree char *object =
          g_strdup_printf ("sqlite_sequence %s", sarap_rows_text (rows, row, 0));

      g_ptr_array_add (faults, g_strdup_printf (_ (FOREIGN_OBJECT), object));
    }
  return TRUE;
}

static gboolean
verify_file (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  GHashTable *right = right_objects (error);
  GPtrArray *tables = sarap_replay_tables (error);
  g_autoptr (GHashTable) there = NULL;
  g_autofree char *numbers = NULL;

  if (right == NULL || tables == NULL || (there = read_objects (db, sqlite_objects, error)) == NULL)
    return FALSE;
  objects_compare (right, there, FALSE, faults);
  numbers = file_numbers (tables);
  return verify_sequence (db, tables, faults, error) && verify_numbers (db, numbers, faults, error);
}

/* Without a search path, the server prints names in full */
static GHashTable *
read_server (SarapDatabase *db, GError **error)
{
  g_autoptr (GHashTable) objects = NULL;
  gint64 none;

  if (!sarap_database_ask (db, "SELECT length (set_config ('search_path', 'pg_catalog', true))",
                           &none, error))
    return NULL;
  objects = read_objects (db, server_objects, error);
  return objects != NULL && sarap_database_ask (db,
                                                "SELECT length (set_config ('search_path',"
                                                " 'sarap,whole,desk,pg_temp', true))",
                                                &none, error)
             ? g_steal_pointer (&objects)
             : NULL;
}

static const char *given_list;

void
sarap_schema_set_list (const char *list)
{
  given_list = list;
}

static GHashTable *
read_list (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sarap_schema_get_resource (), LIST,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = g_strsplit (given_list != NULL ? given_list
                                     : bytes != NULL    ? g_bytes_get_data (bytes, NULL)
                                                        : "",
                                     "\n", -1);
  GHashTable *list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *digest = strrchr (lines[i], '\t');

      if (digest != NULL)
        g_hash_table_insert (list, g_strndup (lines[i], digest - lines[i]), g_strdup (digest + 1));
    }
  return list;
}

static gboolean
verify_facts (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  g_autoptr (GHashTable) right = g_hash_table_new (g_str_hash, g_str_equal), there = NULL;
  GHashTable *reference = right_objects (error);
  GHashTableIter iter;
  gpointer key, said;

  if (reference == NULL || (there = read_objects (db, FACTS ("sarap_facts ()"), error)) == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, reference);
  while (g_hash_table_iter_next (&iter, &key, &said))
    if (g_str_has_prefix (key, "fact "))
      g_hash_table_insert (right, key, said);
  objects_compare (right, there, FALSE, faults);
  return TRUE;
}

static gboolean
verify_server (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  g_autoptr (GHashTable) right = read_list (), there = read_server (db, error);
  gint64 version = 0;

  if (there == NULL ||
      !sarap_database_ask (db, "SELECT current_setting ('server_version_num')::bigint / 10000",
                           &version, error))
    return FALSE;
  objects_compare (right, there, version != KNOWN_VERSION, faults);
  return verify_numbers (db, server_numbers, faults, error) && verify_facts (db, faults, error) &&
         sarap_server_verify (db, faults, error);
}

gboolean
sarap_schema_verify (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  return db->pg ? verify_server (db, faults, error) : verify_file (db, faults, error);
}

char *
sarap_schema_list (SarapDatabase *db, GError **error)
{
  g_autoptr (GHashTable) objects = read_server (db, error);
  g_autoptr (GPtrArray) keys = NULL;
  GString *list;

  if (objects == NULL)
    return NULL;
  keys = sorted_keys (objects);
  list = g_string_new (NULL);
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (list, "%s\t%s\n", (char *) keys->pdata[i],
                            (char *) g_hash_table_lookup (objects, keys->pdata[i]));
  return g_string_free (list, FALSE);
}
