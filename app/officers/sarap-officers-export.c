#include "officers/sarap-officers-export.h"

#include "exchange/sarap-exchange-error.h"
#include "models/sarap-officer-rows.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The first bytes of every SQLite file, with the zero byte at their end */
#define SQLITE_MAGIC "SQLite format 3"
/* Officers read together */
#define SLICE 500
/* Columns of the list and the further ones below */
#define COLUMNS_MOST (SARAP_COLUMNS + MORE_COLUMNS)

/* Columns that the list does not have */
typedef enum
{
  MORE_WINDOW,
  MORE_TERM,
  MORE_CONTINUOUS,
  MORE_POSITION_SINCE,
  MORE_DEFERRAL,
  MORE_DEFERRED_UNTIL,
  MORE_COLUMNS
} MoreColumn;

static const char *const more_titles[MORE_COLUMNS] = {
  [MORE_WINDOW] = N_ ("May be attested from"), [MORE_TERM] = N_ ("Term"),
  [MORE_CONTINUOUS] = N_ ("In service since"), [MORE_POSITION_SINCE] = N_ ("In the position since"),
  [MORE_DEFERRAL] = N_ ("Deferral"),           [MORE_DEFERRED_UNTIL] = N_ ("Deferred until"),
};

typedef struct
{
  SarapDatabase *db;
  SarapBodies *bodies;
  SarapDate today;
  const guint32 *ids;
  guint n_ids;
  guint columns[COLUMNS_MOST];
  guint n_columns;
  SarapOfficersProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;

  GCancellable *stop; /* stops writing when reading fails */
  GArray *facts;      /* of the current slice */
  GHashTable *found;  /* id → facts */
  guint from;
  char *text;
  GError *error;
} Export;

static gboolean
read_slice (Export *export, guint from)
{
  guint n = MIN (SLICE, export->n_ids - from);

  g_clear_pointer (&export->facts, g_array_unref);
  g_hash_table_remove_all (export->found);
  export->from = from;
  if (export->error == NULL &&
      !g_cancellable_set_error_if_cancelled (export->cancellable, &export->error))
    export->facts =
        sarap_officer_facts_read (export->db, export->today, export->ids + from, n, &export->error);
  if (export->facts == NULL)
    {
      g_cancellable_cancel (export->stop);
      return FALSE;
    }
  for (guint i = 0; i < export->facts->len; i++)
    {
      SarapOfficerFacts *facts = &g_array_index (export->facts, SarapOfficerFacts, i);

      g_hash_table_insert (export->found, GSIZE_TO_POINTER (facts->id), facts);
    }
  if (export->progress != NULL)
    export->progress (from, export->n_ids, export->progress_data);
  return TRUE;
}

static const SarapOfficerFacts *
facts_of (Export *export, guint row)
{
  if (export->facts == NULL || row < export->from || row >= export->from + SLICE)
    if (!read_slice (export, row - row % SLICE))
      return NULL;
  return g_hash_table_lookup (export->found, GSIZE_TO_POINTER ((gsize) export->ids[row]));
}

static char *
say_more (MoreColumn column, const SarapOfficerFacts *facts)
{
  const SarapDate dates[MORE_COLUMNS] = {
    [MORE_WINDOW] = facts->standing.window_start,
    [MORE_TERM] = facts->standing.term,
    [MORE_CONTINUOUS] = facts->standing.continuous_since,
    [MORE_POSITION_SINCE] = facts->standing.position_since,
    [MORE_DEFERRED_UNTIL] = facts->deferred_until,
  };
  char text[SARAP_DATE_TEXT];

  if (column != MORE_DEFERRAL)
    return g_strdup (sarap_date_to_text (dates[column], text));
  if (facts->standing.deferral == SARAP_DEFERRAL_NONE)
    return NULL;
  return g_strdup (_ (sarap_code_label (sarap_deferral_kinds, facts->standing.deferral)));
}

static const char *
on_cell (guint row, guint column, gpointer data)
{
  Export *export = data;
  const SarapOfficerFacts *facts = facts_of (export, row);
  guint which = export->columns[column];

  g_clear_pointer (&export->text, g_free);
  if (facts == NULL)
    return NULL;
  export->text = which < SARAP_COLUMNS ? sarap_officers_say_plain (which, facts, export->bodies)
                                       : say_more (which - SARAP_COLUMNS, facts);
  return export->text != NULL && *export->text != '\0' ? export->text : NULL;
}

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->bodies, sarap_bodies_unref);
  g_clear_pointer (&export->facts, g_array_unref);
  g_clear_pointer (&export->found, g_hash_table_unref);
  g_clear_pointer (&export->text, g_free);
  g_clear_error (&export->error);
  g_clear_object (&export->stop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static gboolean
export_begin (Export *export, GError **error)
{
  export->stop = g_cancellable_new ();
  export->found = g_hash_table_new (NULL, NULL);
  export->bodies = sarap_bodies_read (export->db, error);
  return export->bodies != NULL;
}

/* A database is never overwritten, least of all the open one, whatever the file chooser asked */
static gboolean
check_is_no_database (const char *path, GError **error)
{
  char head[sizeof SQLITE_MAGIC] = "";
  FILE *file = g_fopen (path, "rbe");
  gboolean is_database = file != NULL && fread (head, 1, sizeof head, file) == sizeof head &&
                         memcmp (head, SQLITE_MAGIC, sizeof head) == 0;

  if (file != NULL)
    fclose (file);
  if (is_database)
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS,
                 _ ("There is a file “%s” already. Give a name that is not taken."), path);
  return !is_database;
}

static SarapTableKind
kind_of (guint column)
{
  if (column == SARAP_COLUMN_IIN)
    return SARAP_TABLE_DIGITS;
  if (column == SARAP_COLUMN_DEADLINE ||
      (column >= SARAP_COLUMNS && column != SARAP_COLUMNS + MORE_DEFERRAL))
    return SARAP_TABLE_DAY;
  return SARAP_TABLE_TEXT;
}

static void
choose_columns (Export *export, const SarapOfficersTable *list, SarapTableColumn *columns)
{
  for (guint i = 0; i < COLUMNS_MOST; i++)
    if (list->all || (i < SARAP_COLUMNS && (list->columns & (1u << i))))
      {
        columns[export->n_columns].title = i < SARAP_COLUMNS ? sarap_officers_column_title (i)
                                                             : _ (more_titles[i - SARAP_COLUMNS]);
        columns[export->n_columns].kind = kind_of (i);
        export->columns[export->n_columns++] = i;
      }
}

gboolean
sarap_officers_export (SarapDatabase *db,
                       const SarapOfficersTable *list,
                       const char *path,
                       SarapTableFormat format,
                       SarapOfficersProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Export) export = { .db = db,
                             .today = list->today,
                             .ids = list->ids,
                             .n_ids = list->n_ids,
                             .progress = progress,
                             .progress_data = data,
                             .cancellable = cancellable };
  SarapTableColumn columns[COLUMNS_MOST];
  SarapTable table = { _ ("Officers"), columns, 0, list->n_ids, on_cell, &export };
  g_autoptr (GError) stopped = NULL;

  if (!check_is_no_database (path, error) || !export_begin (&export, error))
    return FALSE;
  choose_columns (&export, list, columns);
  table.n_columns = export.n_columns;
  if (sarap_table_write (&table, format, path, export.stop, &stopped))
    return TRUE;
  g_propagate_error (error, export.error != NULL ? g_steal_pointer (&export.error)
                                                 : g_steal_pointer (&stopped));
  return FALSE;
}

char *
sarap_officers_column_text (SarapDatabase *db,
                            const guint32 *ids,
                            guint n_ids,
                            SarapOfficersColumn column,
                            SarapDate today,
                            GError **error)
{
  g_auto (Export) export = { .db = db, .today = today, .ids = ids, .n_ids = n_ids };
  g_autoptr (GString) text = g_string_new (NULL);

  if (!export_begin (&export, error))
    return NULL;
  for (guint row = 0; row < n_ids; row++)
    {
      const SarapOfficerFacts *facts = facts_of (&export, row);
      g_autofree char *cell =
          facts != NULL ? sarap_officers_say_plain (column, facts, export.bodies) : NULL;

      if (cell != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", cell);
    }
  if (export.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&export.error));
      return NULL;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
