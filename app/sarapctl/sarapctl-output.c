#include "sarapctl/sarapctl-output.h"

#include "exchange/sarap-csv.h"
#include "store/sarap-json.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define FLUSH_AT 65536

typedef enum
{
  FORMAT_TABLE,
  FORMAT_CSV,
  FORMAT_JSON,
} Format;

struct _SarapctlOutput
{
  /* Owned */
  GString *text;
  GPtrArray *lines; /* of a table */

  /* Borrowed */
  const char *const *columns;

  Format format;
  guint n_columns;
  guint n_lines;
};

static gboolean
parse_format (const char *word, Format *format)
{
  static const char *const words[] = { "table", "csv", "json" };

  if (word == NULL)
    {
      *format = isatty (STDOUT_FILENO) ? FORMAT_TABLE : FORMAT_CSV;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      {
        *format = (Format) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
sarapctl_output_knows (const char *format)
{
  Format parsed;

  return parse_format (format, &parsed);
}

static void
table_flush (SarapctlOutput *self)
{
  fwrite (self->text->str, 1, self->text->len, stdout);
  g_string_truncate (self->text, 0);
}

SarapctlOutput *
sarapctl_output_new (const char *format, const char *const *columns)
{
  SarapctlOutput *self = g_new0 (SarapctlOutput, 1);

  if (!parse_format (format, &self->format))
    g_assert_not_reached ();
  self->columns = columns;
  self->n_columns = g_strv_length ((char **) columns);
  self->text = g_string_new (NULL);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (self->format == FORMAT_CSV)
    sarap_csv_write_line (self->text, columns, self->n_columns);
  return self;
}

static char **
copy_line (SarapctlOutput *self, const char *const *values)
{
  char **line = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    line[i] = g_strdup (values[i] != NULL ? values[i] : "");
  return line;
}

static void
write_json (SarapctlOutput *self, const char *const *values)
{
  g_string_append (self->text, self->n_lines == 0 ? "[\n  {" : ",\n  {");
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *value = values[i] != NULL && *values[i] != '\0' ? values[i] : NULL;

      g_string_append (self->text, i > 0 ? ", " : "");
      sarap_json_append (self->text, self->columns[i]);
      g_string_append (self->text, ": ");
      sarap_json_append (self->text, value);
    }
  g_string_append_c (self->text, '}');
}

/* Writes a line: one text for each column, NULL or "" for none */
void
sarapctl_output_line (SarapctlOutput *self, const char *const *values)
{
  switch (self->format)
    {
    case FORMAT_TABLE:
      g_ptr_array_add (self->lines, copy_line (self, values));
      break;
    case FORMAT_CSV:
      sarap_csv_write_line (self->text, values, self->n_columns);
      break;
    case FORMAT_JSON:
      write_json (self, values);
      break;
    default:
      g_assert_not_reached ();
    }
  self->n_lines++;
  if (self->text->len > FLUSH_AT)
    table_flush (self);
}

static void
write_table_line (SarapctlOutput *self, const char *const *values, const guint *widths)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint width = g_utf8_strlen (values[i], -1);

      g_string_append (self->text, values[i]);
      for (; i + 1 < self->n_columns && width < widths[i] + 2; width++)
        g_string_append_c (self->text, ' ');
    }
  while (self->text->len > 0 && self->text->str[self->text->len - 1] == ' ')
    g_string_truncate (self->text, self->text->len - 1);
  g_string_append_c (self->text, '\n');
}

static void
write_table (SarapctlOutput *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      widths[i] = g_utf8_strlen (self->columns[i], -1);
      for (guint line = 0; line < self->lines->len; line++)
        {
          char **values = g_ptr_array_index (self->lines, line);

          widths[i] = MAX (widths[i], g_utf8_strlen (values[i], -1));
        }
    }
  write_table_line (self, self->columns, widths);
  for (guint line = 0; line < self->lines->len; line++)
    write_table_line (self, g_ptr_array_index (self->lines, line), widths);
}

/* Ends the list and frees it */
void
sarapctl_output_end (SarapctlOutput *self)
{
  if (self->format == FORMAT_TABLE)
    write_table (self);
  else if (self->format == FORMAT_JSON)
    g_string_append (self->text, self->n_lines == 0 ? "[]\n" : "\n]\n");
  table_flush (self);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->lines);
  g_free (self);
}
