#include "store/sarap-expose.h"

#include "store/sarap-database-private.h"
#include "store/sarap-dialect.h"

#include <string.h>

/* A table of "record_kind" */
typedef struct
{
  char *name;
  GPtrArray *columns;  /* char *, all in their order */
  GPtrArray *computed; /* char *, the ones computed from others */
} Kind;

static void
kind_clear (Kind *kind)
{
  g_clear_pointer (&kind->name, g_free);
  g_clear_pointer (&kind->columns, g_ptr_array_unref);
  g_clear_pointer (&kind->computed, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kind, kind_clear)

static gboolean
kind_has (const Kind *kind, const char *column)
{
  return g_ptr_array_find_with_equal_func (kind->columns, column, g_str_equal, NULL);
}

static gboolean
is_computed (const Kind *kind, const char *column)
{
  return g_ptr_array_find_with_equal_func (kind->computed, column, g_str_equal, NULL);
}

/* Whether triggers of the tables fill a column */
static gboolean
is_derived (const Kind *kind, const char *column)
{
  return is_computed (kind, column) && g_str_has_suffix (column, "_id");
}

static gboolean
is_digested (const Kind *kind, const char *column)
{
  return !g_str_equal (column, "version") && !is_computed (kind, column);
}

static gboolean
read_kind (SarapDatabase *db, const char *name, const char *computed, Kind *kind, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT name FROM pragma_table_info (:name) ORDER BY cid");
  g_autoptr (SarapRows) rows = NULL;
  g_auto (GStrv) words = g_strsplit (computed, ",", -1);

  sarap_query_text (query, "name", name);
  if ((rows = sarap_database_select (db, query, "t", error)) == NULL)
    return FALSE;
  kind->name = g_strdup (name);
  kind->columns = g_ptr_array_new_with_free_func (g_free);
  kind->computed = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    g_ptr_array_add (kind->columns, g_strdup (sarap_rows_text (rows, row, 0)));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (kind->computed, g_strdup (words[i]));
  return TRUE;
}

/* "NEW.a", "NEW.b", …: the columns of the digest. x'' separates the later columns, which come after
   the version. */
static char *
list_digested (const Kind *kind, const char *row)
{
  GString *list = g_string_new (NULL);
  gboolean behind = FALSE;

  for (guint i = 0; i < kind->columns->len; i++)
    {
      const char *column = kind->columns->pdata[i];

      behind = behind || g_str_equal (column, "version");
      if (!is_digested (kind, column))
        continue;
      g_string_append_printf (list, "%s%s%s.\"%s\"", list->len > 0 ? ", " : "",
                              behind ? SARAP_DIALECT_LATER ", " : "", row, column);
      if (behind)
        behind = FALSE;
    }
  return g_string_free (list, FALSE);
}

static char *
digest_of (const Kind *kind, const char *row)
{
  g_autofree char *list = list_digested (kind, row);

  return g_strdup_printf ("sarap_digest (%s)", list);
}

/* A column in the form of a line of the chain: a code in place of an id */
static const struct
{
  const char *column, *name, *text;
} said[] = {
  { "officer_id", "iin", "(SELECT iin FROM officer WHERE id = %s.officer_id)" },
  { "body_id", "body", "(SELECT code FROM body WHERE id = %s.body_id)" },
  { "unit_id", "unit", "(SELECT code FROM unit WHERE id = %s.unit_id)" },
  { "commission_id", "commission",
    "(SELECT b.code || '/' || c.number FROM commission c JOIN body b ON b.id = c.body_id"
    " WHERE c.id = %s.commission_id)" },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
sarap_expose_text (const char *column, const char *row)
{
  if (row == NULL)
    return g_strdup ("NULL");
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_str_equal (said[i].column, column))
      return g_strdup_printf (said[i].text, row);
  return g_strdup_printf ("%s.\"%s\"", row, column);
}

#pragma GCC diagnostic pop

const char *
sarap_expose_name (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_str_equal (said[i].column, column))
      return said[i].name;
  return column;
}

/* ", 'name', was, became" for each column. A sort key is included if it was changed but its source
   was not. */
static char *
list_pairs (const Kind *kind, const char *was, const char *became)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < kind->columns->len; i++)
    {
      const char *column = kind->columns->pdata[i];
      g_autofree char *old = sarap_expose_text (column, was),
                      *new = sarap_expose_text (column, became);

      if (is_digested (kind, column) && !g_str_equal (column, "id"))
        g_string_append_printf (list, ", '%s', %s, %s", sarap_expose_name (column), old, new);
      else if (was != NULL && became != NULL && is_computed (kind, column) &&
               !is_derived (kind, column))
        {
          g_autofree char *digest_was = digest_of (kind, was), *digest = digest_of (kind, became);

          g_string_append_printf (list,
                                  ", '%s', CASE WHEN %s = %s THEN %s END,"
                                  " CASE WHEN %s = %s THEN %s END",
                                  column, digest_was, digest, old, digest_was, digest, new);
        }
    }
  return g_string_free (list, FALSE);
}

static char *
officer_of (const Kind *kind, const char *row)
{
  if (g_str_equal (kind->name, "officer"))
    return g_strdup_printf ("%s.id", row);
  return kind_has (kind, "officer_id") ? g_strdup_printf ("%s.officer_id", row) : g_strdup ("NULL");
}

/* The columns whose comparison tells whether more than the table's own triggers changed a row */
static char *
list_set (const Kind *kind, const char *format_row, const char *separator)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < kind->columns->len; i++)
    if (!is_derived (kind, kind->columns->pdata[i]))
      g_string_append_printf (list, "%s%s\"%s\"", list->len > 0 ? separator : "", format_row,
                              (char *) kind->columns->pdata[i]);
  return g_string_free (list, FALSE);
}

static gboolean
make_trigger (SarapDatabase *db, const char *name, const char *rest, GError **error)
{
  g_autofree char *drop = g_strdup_printf ("DROP TRIGGER IF EXISTS %s", name);
  g_autofree char *create = g_strdup_printf ("CREATE TRIGGER %s %s", name, rest);

  return sarap_database_run (db, drop, error) && sarap_database_run (db, create, error);
}

/* Refuses a new record whose version is not the first. It is part of existing triggers, since each
   further trigger costs an import a tenth of its time. */
static char *
check_first (const Kind *kind)
{
  return g_strdup (kind_has (kind, "version")
                       ? "SELECT RAISE (ABORT, 'version constraint failed: a new record has the"
                         " first') WHERE NEW.version <> 1; "
                       : "");
}

static gboolean
make_adding (SarapDatabase *db, const Kind *kind, GError **error)
{
  g_autofree char *name = g_strdup_printf ("audit_%s_insert", kind->name);
  g_autofree char *gather = g_strdup_printf ("gather_%s", kind->name);
  g_autofree char *digest = digest_of (kind, "NEW"), *list = list_digested (kind, "NEW");
  g_autofree char *pairs = list_pairs (kind, NULL, "NEW"), *officer = officer_of (kind, "NEW");
  g_autofree char *check = check_first (kind);
  g_autofree char *line = g_strdup_printf (
      "AFTER INSERT ON %s WHEN sarap_mode () = %d BEGIN %sINSERT INTO audit_line VALUES ('add',"
      " '%s', NEW.id, %s, sarap_detail (NULL, %s%s)); END",
      kind->name, SARAP_SQLITE_AUDITS, check, kind->name, officer, digest, pairs);
  g_autofree char *gathered = g_strdup_printf (
      "AFTER INSERT ON %s WHEN sarap_mode () = %d BEGIN %sSELECT sarap_gather ('%s', %s); END",
      kind->name, SARAP_SQLITE_GATHERS, check, kind->name, list);

  return make_trigger (db, name, line, error) && make_trigger (db, gather, gathered, error);
}

static gboolean
make_changing (SarapDatabase *db, const Kind *kind, GError **error)
{
  g_autofree char *name = g_strdup_printf ("audit_%s_update", kind->name);
  g_autofree char *set = list_set (kind, "", ", ");
  g_autofree char *was = digest_of (kind, "OLD"), *digest = digest_of (kind, "NEW");
  g_autofree char *pairs = list_pairs (kind, "OLD", "NEW"), *officer = officer_of (kind, "NEW");
  g_autoptr (GString) differs = g_string_new (NULL);
  g_autofree char *line = NULL;

  g_string_append_printf (differs, "%s <> %s", was, digest);
  for (guint i = 0; i < kind->columns->len; i++)
    {
      const char *column = kind->columns->pdata[i];

      if (is_computed (kind, column) && !is_derived (kind, column))
        g_string_append_printf (differs, " OR OLD.\"%s\" IS NOT NEW.\"%s\"", column, column);
    }
  line = g_strdup_printf (
      "AFTER UPDATE OF %s ON %s WHEN sarap_mode () <> %d AND (%s) BEGIN INSERT INTO audit_line"
      " VALUES ('change', '%s', NEW.id, %s, sarap_detail (%s, %s%s)); END",
      set, kind->name, SARAP_SQLITE_RESTORES, differs->str, kind->name, officer, was, digest,
      pairs);
  return make_trigger (db, name, line, error);
}

/* An id must not change: no line of the chain could say so */
static gboolean
make_numbered (SarapDatabase *db, const Kind *kind, GError **error)
{
  g_autofree char *name = g_strdup_printf ("number_%s_update", kind->name);
  g_autofree char *refused = g_strdup_printf (
      "BEFORE UPDATE OF id ON %s WHEN NEW.id IS NOT OLD.id AND sarap_mode () <> %d BEGIN SELECT"
      " RAISE (ABORT, 'audit constraint failed: a record keeps its number'); END",
      kind->name, SARAP_SQLITE_RESTORES);

  return make_trigger (db, name, refused, error);
}

static gboolean
make_removing (SarapDatabase *db, const Kind *kind, GError **error)
{
  g_autofree char *name = g_strdup_printf ("audit_%s_delete", kind->name);
  g_autofree char *was = digest_of (kind, "OLD");
  g_autofree char *pairs = list_pairs (kind, "OLD", NULL), *officer = officer_of (kind, "OLD");
  g_autofree char *line = g_strdup_printf (
      "AFTER DELETE ON %s WHEN sarap_mode () <> %d BEGIN INSERT INTO audit_line VALUES ('remove',"
      " '%s', OLD.id, %s, sarap_detail (%s, NULL%s)); END",
      kind->name, SARAP_SQLITE_RESTORES, kind->name, officer, was, pairs);

  return make_trigger (db, name, line, error);
}

/* The version goes up by one with every change, also by another program */
static gboolean
make_versions (SarapDatabase *db, const Kind *kind, GError **error)
{
  g_autofree char *next = g_strdup_printf ("version_%s_update", kind->name);
  g_autofree char *set = list_set (kind, "", ", ");
  g_autofree char *old = list_set (kind, "OLD.", ", "), *new = list_set (kind, "NEW.", ", ");
  g_autofree char *updated = g_strdup_printf (
      "BEFORE UPDATE OF %s ON %s WHEN NEW.version IS NOT OLD.version + 1 AND (%s) IS NOT (%s)"
      " AND sarap_mode () <> %d BEGIN SELECT RAISE (ABORT,"
      " 'version constraint failed: a changed record has the next'); END",
      set, kind->name, new, old, SARAP_SQLITE_RESTORES);

  return !kind_has (kind, "version") || make_trigger (db, next, updated, error);
}

static gboolean
expose_kind (SarapDatabase *db, const char *name, const char *computed, GError **error)
{
  g_auto (Kind) kind = { NULL };

  return read_kind (db, name, computed, &kind, error) && make_adding (db, &kind, error) &&
         make_changing (db, &kind, error) && make_numbered (db, &kind, error) &&
         make_removing (db, &kind, error) && make_versions (db, &kind, error);
}

gboolean
sarap_expose_all (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT record, computed FROM record_kind WHERE line = 1 ORDER BY record");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "tt", error);

  if (rows == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    if (!expose_kind (db, sarap_rows_text (rows, row, 0), sarap_rows_text (rows, row, 1), error))
      return FALSE;
  return TRUE;
}
