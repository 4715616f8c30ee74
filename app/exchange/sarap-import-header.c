#include "exchange/sarap-import-file.h"

#include "records/sarap-text.h"
#include "sarap-header-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char separators[] = ",;\t";

/* The letters and digits of a name; case, spaces and marks are ignored */
static char *
fold_name (const char *text)
{
  g_autofree char *clean = sarap_text_clean (text);
  GString *folded = g_string_new (NULL);

  for (const char *c = clean != NULL ? clean : text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_unichar_tolower (g_utf8_get_char (c));

      if (g_unichar_isalnum (character))
        g_string_append_unichar (folded, character);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_named (const char *folded, const char *name)
{
  g_autofree char *other = fold_name (name);

  return strcmp (folded, other) == 0;
}

/* Whether it is the field's label in any language */
static gboolean
is_labelled (const char *folded, const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_labels); i++)
    if (strcmp (header_labels[i][0], label) == 0)
      for (guint language = 0; language < G_N_ELEMENTS (header_labels[i]); language++)
        if (is_named (folded, header_labels[i][language]))
          return TRUE;
  return FALSE;
}

/* The field of a column by its name or label; -1 for none */
static int
find_field (const SarapRecordType *type, const char *name)
{
  g_autofree char *folded = fold_name (name);

  if (*folded == '\0')
    return -1;
  for (guint i = 0; i < type->n_fields; i++)
    if (is_named (folded, type->fields[i].name))
      return i;
  for (guint i = 0; i < type->n_fields; i++)
    if (is_labelled (folded, type->fields[i].label))
      return i;
  return -1;
}

/* The first line that is not empty */
static char *
find_line (const char *text)
{
  const char *line = text;

  while (*line != '\0' && strchr (" \r\n,;\t\"", *line) != NULL)
    line++;
  while (line > text && line[-1] != '\n')
    line--;
  return g_strndup (line, strcspn (line, "\n"));
}

static guint
count_known (const SarapRecordType *type, char **cells)
{
  guint n = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    n += g_utf8_validate (cells[i], -1, NULL) && find_field (type, cells[i]) >= 0;
  return n;
}

char
sarap_import_header_sniff (const SarapRecordType *type, const char *text)
{
  g_autofree char *line = find_line (text);
  guint best = 0;
  char separator = ',';

  for (const char *c = separators; *c != '\0'; c++)
    {
      char delimiter[] = { *c, '\0' };
      g_auto (GStrv) cells = g_strsplit (line, delimiter, 0);
      guint n_known = count_known (type, cells);

      if (n_known <= best)
        continue;
      best = n_known;
      separator = *c;
    }
  return separator;
}

static char *
list_columns (const SarapRecordType *type)
{
  GString *list = g_string_new (type->fields[0].name);

  for (guint i = 1; i < type->n_fields; i++)
    g_string_append_printf (list, ", %s", type->fields[i].name);
  return g_string_free (list, FALSE);
}

static void
add_unknown (SarapImport *self, SarapImportFile *file, guint line, const char *name)
{
  g_autofree char *columns = list_columns (file->type);

  sarap_import_add_fault (
      self, file, line, name,
      g_strdup_printf (_ ("There is no such column in this file. Its columns are: %s."), columns));
}

/* No column is known: another separator, another file, or no header */
static void
add_no_header (SarapImport *self, SarapImportFile *file, guint line)
{
  g_autofree char *columns = list_columns (file->type);

  sarap_import_add_fault (
      self, file, line, file->type->fields[0].name,
      g_strdup_printf (_ ("The first line does not name the columns of this file, separated by "
                          "commas, semicolons or tabulators. They are: %s."),
                       columns));
}

/* Reads the columns, in any order; each must occur once */
static void
parse_names (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *header)
{
  g_autofree gboolean *known = g_new0 (gboolean, file->type->n_fields);

  for (guint column = 0; column < file->n_columns; column++)
    {
      const char *name = header->fields[column];
      g_autofree char *clean = sarap_text_clean (name);
      int field = find_field (file->type, name);

      file->fields[column] = field;
      if (field < 0 && *(clean != NULL ? clean : name) != '\0')
        add_unknown (self, file, header->line, clean != NULL ? clean : name);
      else if (field >= 0 && known[field])
        sarap_import_add_fault (self, file, header->line, file->type->fields[field].name,
                                g_strdup (_ ("The column is there twice.")));
      else if (field >= 0)
        known[field] = TRUE;
    }
  for (guint field = 0; field < file->type->n_fields; field++)
    if (!known[field] && !(file->type->fields[field].flags & SARAP_FIELD_OPTIONAL))
      sarap_import_add_fault (self, file, header->line, file->type->fields[field].name,
                              g_strdup (_ ("The column is missing from the header.")));
}

/* Columns after the last named one are ignored; a text in one of them is reported */
static void
set_columns (SarapImportFile *file, const SarapCsvRecord *header)
{
  file->n_columns = header->n_fields;
  while (file->n_columns > 1)
    {
      const char *name = header->fields[file->n_columns - 1];
      g_autofree char *clean = sarap_text_clean (name);

      if (*(clean != NULL ? clean : name) != '\0')
        break;
      file->n_columns--;
    }
  file->fields = g_new (int, file->n_columns);
  for (guint i = 0; i < file->n_columns; i++)
    file->fields[i] = SARAP_IMPORT_UNNAMED;
}

static gboolean
has_known (const SarapImportFile *file, const SarapCsvRecord *header)
{
  for (guint column = 0; column < file->n_columns; column++)
    if (find_field (file->type, header->fields[column]) >= 0)
      return TRUE;
  return FALSE;
}

/* The name of a column that is known only by its number */
static char *
guess_name (const SarapImportFile *file, const SarapCsvRecord *header, guint column)
{
  const char *name = column < header->n_fields ? header->fields[column] : NULL;

  if (name != NULL && *name != '\0')
    return g_strdup (name);
  if (column < file->type->n_fields)
    return g_strdup (file->type->fields[column].name);
  return g_strdup_printf ("%u", column + 1);
}

/* A header that cannot be read is one fault, since the others follow from the first */
static void
add_damage (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *header)
{
  g_autofree char *name = guess_name (file, header, header->faults[0].column);

  sarap_import_add_fault (self, file, header->line, name,
                          g_strdup (sarap_csv_fault_message (header->faults[0].kind)));
}

/* The columns that may have several lines */
static guint64
columns_of_lines (const SarapImportFile *file)
{
  guint64 columns = 0;

  for (guint column = 0; column < file->n_columns; column++)
    if (file->fields[column] != SARAP_IMPORT_UNNAMED && column < 64 &&
        file->type->fields[file->fields[column]].type == SARAP_FIELD_LONG_TEXT)
      columns |= G_GUINT64_CONSTANT (1) << column;
  return columns;
}

gboolean
sarap_import_header_parse (SarapImport *self, SarapImportFile *file, SarapCsvReader *reader)
{
  guint64 n_faults = self->n_faults;
  SarapCsvRecord header;
  gboolean any;

  while ((any = sarap_csv_reader_next (reader, &header)) && sarap_import_is_blank (&header, 0))
    file->n_blank++;
  if (!any)
    {
      sarap_import_add_fault (
          self, file, 1, file->type->fields[0].name,
          g_strdup (_ ("The file is empty; its first line must name its columns.")));
      return FALSE;
    }
  if (header.n_faults > 0)
    {
      add_damage (self, file, &header);
      return FALSE;
    }
  set_columns (file, &header);
  if (has_known (file, &header))
    parse_names (self, file, &header);
  else
    add_no_header (self, file, header.line);
  sarap_csv_reader_set_n_columns (reader, file->n_columns);
  sarap_csv_reader_set_lines (reader, columns_of_lines (file));
  return self->n_faults == n_faults;
}
