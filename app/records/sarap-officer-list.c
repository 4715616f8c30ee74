#include "records/sarap-officer-list.h"

#include "store/sarap-dialect.h"

#include <string.h>

static const char *const order_columns[] = { "sort_key", "iin" };

void
sarap_officer_mark_clear (SarapOfficerMark *mark)
{
  g_clear_pointer (&mark->key, g_free);
  mark->id = 0;
}

static gint64
read_integer (SarapDatabase *db, const char *sql, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  return rows != NULL ? sarap_rows_integer (rows, 0, 0) : -1;
}

gint64
sarap_officer_list_count (SarapDatabase *db, GError **error)
{
  return read_integer (db, "SELECT count(*) FROM officer", error);
}

/* Reads ids packed by sarap_dialect_packed(); FALSE for invalid ones */
static gboolean
append_ids (GArray *ids, const char *packed)
{
  for (const char *c = packed; c != NULL && *c != '\0'; c += strlen (",;"))
    {
      const char *first = c;
      guint64 number = 0;
      guint32 id;

      for (; *c >= '0' && *c <= '9' && number <= G_MAXUINT32; c++)
        number = number * 10 + (*c - '0');
      if (c == first || c[0] != ',' || c[1] != ';' || number > G_MAXUINT32)
        return FALSE;
      id = number;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

/* Moves on to the last officer of a slice. In SQLite a value of another type, which no program of
   Sarap writes, would be read again for ever. */
static gboolean
move_mark (SarapOfficerMark *mark, const char *key, guint32 id, GError **error)
{
  int order = key == NULL ? -1 : g_strcmp0 (key, mark->key);

  if (order < 0 || (order == 0 && id <= mark->id))
    return sarap_store_error_damaged (error);
  if (order != 0)
    {
      g_free (mark->key);
      mark->key = g_strdup (key);
    }
  mark->id = id;
  return TRUE;
}

gboolean
sarap_officer_list_ids (SarapDatabase *db,
                        SarapOfficerOrder order,
                        SarapOfficerMark *mark,
                        guint limit,
                        GArray *ids,
                        GError **error)
{
  const char *column = order_columns[order];
  g_autofree char *packed = sarap_dialect_packed (db, "id");
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s, max (%s) FROM (SELECT id, %s FROM officer "
                       "WHERE (%s, id) > (:key, :id) ORDER BY %s, id LIMIT :limit) slice",
                       packed, column, column, column, column);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;
  guint before = ids->len;

  sarap_query_text (query, "key", mark->key != NULL ? mark->key : "");
  sarap_query_integer (query, "id", mark->id);
  sarap_query_integer (query, "limit", limit);
  if ((rows = sarap_database_select (db, query, "pt", error)) == NULL)
    return FALSE;
  if (!append_ids (ids, sarap_rows_text (rows, 0, 0)))
    return sarap_store_error_damaged (error);
  if (ids->len == before)
    return TRUE;
  return move_mark (mark, sarap_rows_text (rows, 0, 1), g_array_index (ids, guint32, ids->len - 1),
                    error);
}

static char *
json_of_keys (const SarapOfficerListKey *keys, guint n_keys)
{
  GString *json = g_string_new ("[");
  char since[SARAP_DATE_TEXT];

  for (guint i = 0; i < n_keys; i++)
    {
      g_string_append_printf (json, "%s[%" G_GINT64_FORMAT ",", i > 0 ? "," : "",
                              keys[i].officer_id);
      if (keys[i].since == SARAP_DATE_NONE)
        g_string_append (json, "null]");
      else
        g_string_append_printf (json, "\"%s\"]", sarap_date_to_text (keys[i].since, since));
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* A query with the keys as its rows, see sarap_dialect_rows() */
static SarapQuery *
query_of_keys (const char *sql, const SarapOfficerListKey *keys, guint n_keys)
{
  SarapQuery *query = sarap_query_new (sql);
  g_autofree char *json = json_of_keys (keys, n_keys);

  sarap_query_text (query, "rows", json);
  sarap_dialect_bind_ids (query, &keys->officer_id, n_keys, sizeof *keys);
  return query;
}

gboolean
sarap_officer_list_rows (SarapDatabase *db,
                         const SarapOfficerListKey *keys,
                         guint n_keys,
                         SarapOfficerListVisit visit,
                         gpointer data,
                         GError **error)
{
  g_autofree char *table = sarap_dialect_rows (db, "officer_id integer, since date");
  g_autofree char *officers = sarap_dialect_among (db, "o.id");
  g_autofree char *service = sarap_dialect_among (db, "s.officer_id");
  g_autofree char *sql = g_strdup_printf (
      "SELECT o.id, o.iin, o.surname, o.given_name, o.patronymic, s.position_kk, s.position_ru "
      "FROM %s r JOIN officer o ON o.id = r.officer_id%s LEFT JOIN service s "
      "ON s.officer_id = o.id AND s.employer_kind = 'customs' AND s.\"start\" = r.since%s",
      table, officers, service);
  g_autoptr (SarapQuery) query = query_of_keys (sql, keys, n_keys);
  g_autoptr (SarapRows) rows = NULL;

  if ((rows = sarap_database_select (db, query, "ITTTttt", error)) == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      SarapOfficerListRow line = {
        .officer_id = sarap_rows_integer (rows, row, 0),
        .iin = sarap_rows_text (rows, row, 1),
        .surname = sarap_rows_text (rows, row, 2),
        .given_name = sarap_rows_text (rows, row, 3),
        .patronymic = sarap_rows_text (rows, row, 4),
        .position_kk = sarap_rows_text (rows, row, 5),
        .position_ru = sarap_rows_text (rows, row, 6),
      };

      visit (&line, data);
    }
  return TRUE;
}

/* Reads keys packed by sarap_dialect_packed() after their ids */
static gboolean
visit_keys (char *packed, SarapOfficerKeyVisit visit, gpointer data)
{
  char *line = packed;
  char *end = NULL;

  for (; *line != '\0' && (end = strstr (line, ",;")) != NULL; line = end + strlen (",;"))
    {
      char *comma = NULL;
      guint64 id = g_ascii_strtoull (line, &comma, 10);

      if (comma >= end || *comma != ',' || id == 0 || id > G_MAXUINT32)
        return FALSE;
      *end = '\0';
      visit (id, comma + 1, data);
    }
  return *line == '\0';
}

gboolean
sarap_officer_list_keys (SarapDatabase *db,
                         guint32 after,
                         guint limit,
                         SarapOfficerKeyVisit visit,
                         gpointer data,
                         GError **error)
{
  g_autofree char *packed = sarap_dialect_packed (db, "id, search_key");
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM (SELECT id, replace (search_key, ',', ' ') AS search_key "
                       "FROM officer WHERE id > :after ORDER BY id LIMIT :limit) slice",
                       packed);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;
  g_autofree char *keys = NULL;

  sarap_query_integer (query, "after", after);
  sarap_query_integer (query, "limit", limit);
  if ((rows = sarap_database_select (db, query, "p", error)) == NULL)
    return FALSE;
  keys = g_strdup (sarap_rows_text (rows, 0, 0));
  return keys == NULL || (g_utf8_validate (keys, -1, NULL) && visit_keys (keys, visit, data)) ||
         sarap_store_error_damaged (error);
}

gboolean
sarap_officer_list_positions (SarapDatabase *db,
                              const SarapOfficerListKey *keys,
                              guint n_keys,
                              SarapOfficerPositionVisit visit,
                              gpointer data,
                              GError **error)
{
  g_autofree char *table = sarap_dialect_rows (db, "officer_id integer, since date");
  g_autofree char *service = sarap_dialect_among (db, "s.officer_id");
  g_autofree char *packed = sarap_dialect_packed (db, "s.officer_id");
  g_autofree char *sql = g_strdup_printf (
      "SELECT s.position_kk, s.position_ru, %s FROM %s r JOIN service s "
      "ON s.officer_id = r.officer_id AND s.employer_kind = 'customs' AND s.\"start\" = r.since%s "
      "GROUP BY s.position_kk, s.position_ru",
      packed, table, service);
  g_autoptr (SarapQuery) query = query_of_keys (sql, keys, n_keys);
  g_autoptr (SarapRows) rows = NULL;

  if ((rows = sarap_database_select (db, query, "ttp", error)) == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (!append_ids (ids, sarap_rows_text (rows, row, 2)))
        return sarap_store_error_damaged (error);
      visit (sarap_rows_text (rows, row, 0), sarap_rows_text (rows, row, 1), ids, data);
    }
  return TRUE;
}
