#include "store/sarap-rows.h"

#include <string.h>

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

/* Plain values, so that nothing of libgda leaves the thread, and a statement can run again while
   the rows it gave are still read */
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
    types[i] = columns[i] == 'i' ? G_TYPE_INT64 : G_TYPE_STRING;
  types[n] = G_TYPE_NONE;
  return types;
}

static gboolean
copy_cell (SarapRows *self, Cell *cell, char kind, const GValue *value, GError **error)
{
  const char *text;

  if (gda_value_is_null (value))
    return TRUE;
  cell->given = TRUE;
  if (kind == 'i')
    {
      cell->integer = g_value_get_int64 (value);
      return TRUE;
    }
  text = g_value_get_string (value);
  if (kind == 't')
    {
      cell->text = g_string_chunk_insert_len (self->texts, text, strlen (text));
      return TRUE;
    }
  if (sarap_date_parse (text, -1, &cell->date))
    return TRUE;
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CORRUPT, "“%s” is not a date", text);
  return FALSE;
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
cell_at (SarapRows *self, guint row, guint column, char kind)
{
  g_assert (row < self->n_rows && column < self->n_columns);
  g_assert (!kind || self->columns[column] == kind);
  return &self->cells[(gsize) row * self->n_columns + column];
}

/**
 * sarap_rows_text:
 *
 * Returns: (nullable): the text of a `t` column, which lives as long as the rows; %NULL for none
 */
const char *
sarap_rows_text (SarapRows *self, guint row, guint column)
{
  return cell_at (self, row, column, 't')->text;
}

/**
 * sarap_rows_integer:
 *
 * Returns: the number of an `i` column, 0 for none
 */
gint64
sarap_rows_integer (SarapRows *self, guint row, guint column)
{
  return cell_at (self, row, column, 'i')->integer;
}

/**
 * sarap_rows_date:
 *
 * Returns: the day of a `d` column, %SARAP_DATE_NONE for none
 */
SarapDate
sarap_rows_date (SarapRows *self, guint row, guint column)
{
  return cell_at (self, row, column, 'd')->date;
}

gboolean
sarap_rows_is_null (SarapRows *self, guint row, guint column)
{
  return !cell_at (self, row, column, 0)->given;
}
