#include "store/sarap-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sarap-store-error-private.h"

typedef struct
{
  gboolean given;
  union
  {
    const char *text;
    gint64 integer;
    SarapDate date;
  };
} Cell;

/* Plain values: no object of libgda leaves the thread, and a statement can run again while its
   earlier rows are in use */
struct _SarapRows
{
  char *columns;
  guint n_columns, n_rows;
  Cell *cells;
  GStringChunk *texts;
};

GType *
sarap_rows_types (const char *columns)
{
  guint n = strlen (columns);
  GType *types = g_new (GType, n + 1);

  for (guint i = 0; i < n; i++)
    types[i] = g_ascii_tolower (columns[i]) == 'i' ? G_TYPE_INT64 : G_TYPE_STRING;
  types[n] = G_TYPE_NONE;
  return types;
}

/* Another program wrote the value, or the disk is damaged: the constraints allow no such value */
static gboolean
value_refuse (const char *detail, GError **error)
{
  sarap_store_error_set (error, SARAP_STORE_ERROR_CORRUPT, detail);
  return FALSE;
}

static gboolean
copy_date (Cell *cell, const char *text, GError **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *detail = NULL;

  if (sarap_date_parse (text, -1, &cell->date))
    return TRUE;
  valid = g_utf8_make_valid (text, -1);
  detail = g_strdup_printf (_ ("“%s” is not a date."), valid);
  return value_refuse (detail, error);
}

/* Packed text is long, and the code that unpacks it checks every byte anyway */
static gboolean
copy_text (SarapRows *self, Cell *cell, const char *text, gboolean packed, GError **error)
{
  gsize length = strlen (text);

  if (!packed && !g_utf8_validate_len (text, length, NULL))
    return value_refuse (_ ("The text is not UTF-8."), error);
  cell->text = g_string_chunk_insert_len (self->texts, text, length);
  return TRUE;
}

static gboolean
copy_cell (SarapRows *self, Cell *cell, char letter, const GValue *value, GError **error)
{
  char kind = g_ascii_tolower (letter);
  const char *text = NULL;

  if (!gda_value_is_null (value) && kind != 'i')
    text = g_value_get_string (value);
  /* SQLite has no text for an empty blob */
  cell->given = kind == 'i' ? !gda_value_is_null (value) : text != NULL;
  if (!cell->given)
    return letter == kind || value_refuse (_ ("A value is missing that every record has."), error);
  if (kind == 'i')
    cell->integer = g_value_get_int64 (value);
  else if (kind == 'd')
    return copy_date (cell, text, error);
  else
    return copy_text (self, cell, text, kind == 'p', error);
  return TRUE;
}

SarapRows *
sarap_rows_new (GdaDataModel *model, const char *columns, GError **error)
{
  g_autoptr (SarapRows) self = g_new0 (SarapRows, 1);
  Cell *cell;

  self->columns = g_strdup (columns);
  self->n_columns = strlen (columns);
  self->n_rows = gda_data_model_get_n_rows (model);
  self->texts = g_string_chunk_new (4096);
  self->cells = cell = g_new0 (Cell, (gsize) self->n_rows * self->n_columns);
  if (gda_data_model_get_n_columns (model) != (int) self->n_columns)
    {
      g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                   "a statement gives %d columns, not %u", gda_data_model_get_n_columns (model),
                   self->n_columns);
      return NULL;
    }
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++, cell++)
      {
        const GValue *value = gda_data_model_get_value_at (model, column, row, error);

        if (!value || !copy_cell (self, cell, columns[column], value, error))
          return NULL;
      }
  return g_steal_pointer (&self);
}

void
sarap_rows_free (SarapRows *self)
{
  if (!self)
    return;
  g_string_chunk_free (self->texts);
  g_free (self->cells);
  g_free (self->columns);
  g_free (self);
}

guint
sarap_rows_count (SarapRows *self)
{
  return self->n_rows;
}

static const Cell *
cell_at (SarapRows *self, guint row, guint column, const char *letters)
{
  g_assert (row < self->n_rows && column < self->n_columns);
  g_assert (!letters || strchr (letters, self->columns[column]));
  return &self->cells[(gsize) row * self->n_columns + column];
}

const char *
sarap_rows_text (SarapRows *self, guint row, guint column)
{
  return cell_at (self, row, column, "tTp")->text;
}

gint64
sarap_rows_integer (SarapRows *self, guint row, guint column)
{
  return cell_at (self, row, column, "iI")->integer;
}

SarapDate
sarap_rows_date (SarapRows *self, guint row, guint column)
{
  return cell_at (self, row, column, "dD")->date;
}

gboolean
sarap_rows_is_null (SarapRows *self, guint row, guint column)
{
  return !cell_at (self, row, column, NULL)->given;
}
