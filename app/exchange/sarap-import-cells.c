#include "exchange/sarap-import-file.h"

#include "records/sarap-text.h"
#include "rules/sarap-iin.h"

#include <string.h>

/* A day with an empty time of day, as written by spreadsheets and programs */
static const char *const midnights[] = { " 00:00:00", "T00:00:00", " 0:00:00", " 00:00", " 0:00" };

static gsize
length_of_day (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (midnights); i++)
    if (g_str_has_suffix (text, midnights[i]))
      return strlen (text) - strlen (midnights[i]);
  return strlen (text);
}

/* Skips a number with this many digits */
static gboolean
read_number (const char **text, guint least, guint most, int *number)
{
  guint n = 0;

  for (*number = 0; n < most && g_ascii_isdigit (**text); n++, (*text)++)
    *number = *number * 10 + g_ascii_digit_value (**text);
  return n >= least;
}

static gboolean
character_pass (const char **text, char character)
{
  return *(*text)++ == character;
}

/* 31.12.1985, 1.2.1985 */
static SarapDate
read_dotted (const char *text, const char *end)
{
  int day, month, year;

  if (read_number (&text, 1, 2, &day) && character_pass (&text, '.') &&
      read_number (&text, 1, 2, &month) && character_pass (&text, '.') &&
      read_number (&text, 4, 4, &year) && text == end)
    return sarap_date_new (year, month, day);
  return SARAP_DATE_NONE;
}

/* 1985/12/31 */
static SarapDate
read_slashed (const char *text, const char *end)
{
  int day, month, year;

  if (read_number (&text, 4, 4, &year) && character_pass (&text, '/') &&
      read_number (&text, 2, 2, &month) && character_pass (&text, '/') &&
      read_number (&text, 2, 2, &day) && text == end)
    return sarap_date_new (year, month, day);
  return SARAP_DATE_NONE;
}

/* A date in another form, if the day exists; NULL for any other text */
static char *
make_date (const char *text)
{
  gsize length = length_of_day (text);
  char date_text[SARAP_DATE_TEXT];
  SarapDate date;

  if (!sarap_date_parse (text, length, &date))
    date = read_dotted (text, text + length);
  if (date == SARAP_DATE_NONE)
    date = read_slashed (text, text + length);
  return date != SARAP_DATE_NONE ? g_strdup (sarap_date_to_text (date, date_text)) : NULL;
}

/* A code that a spreadsheet was told to keep as a text: ="01", '01 */
static char *
unwrap_code (const char *text)
{
  gsize length = strlen (text);

  if (length > 3 && g_str_has_prefix (text, "=\"") && text[length - 1] == '"')
    return g_strndup (text + 2, length - 3);
  return *text == '\'' && length > 1 ? g_strdup (text + 1) : NULL;
}

gboolean
sarap_import_is_iin (const SarapField *field)
{
  return field->type == SARAP_FIELD_IIN ||
         (field->type == SARAP_FIELD_REFERENCE && field->refers == &sarap_officer_type);
}

static gboolean
is_code (const SarapField *field)
{
  return field->type == SARAP_FIELD_REFERENCE ||
         (field->type == SARAP_FIELD_TEXT && strcmp (field->name, "code") == 0);
}

/* The text in the field's form; NULL if it already has it */
static char *
make_text (const SarapField *field, const char *text)
{
  g_autofree char *clean = NULL;
  char *made = NULL;
  SarapDate date;

  if (*text == '\0')
    return NULL;
  if (sarap_import_is_iin (field))
    return sarap_iin_clean (text);
  if (field->type == SARAP_FIELD_DATE && sarap_date_parse (text, -1, &date))
    return NULL;
  clean = sarap_text_clean (text);
  if (field->type == SARAP_FIELD_DATE)
    made = make_date (clean != NULL ? clean : text);
  else if (is_code (field))
    made = unwrap_code (clean != NULL ? clean : text);
  return made != NULL ? made : g_steal_pointer (&clean);
}

gboolean
sarap_import_is_blank (const SarapCsvRecord *record, guint from)
{
  for (guint i = from; i < record->n_fields; i++)
    {
      const char *text = record->fields[i];
      g_autofree char *clean = text != NULL ? sarap_text_clean (text) : NULL;

      if (text == NULL || *(clean != NULL ? clean : text) != '\0')
        return FALSE;
    }
  return TRUE;
}

static const char *
keep_texts (SarapImportFile *file, const GString *texts)
{
  if (file->texts == NULL)
    file->texts = g_string_chunk_new (1 << 16);
  return g_string_chunk_insert_len (file->texts, texts->str, texts->len);
}

/* The texts of a line, one after another; in their old buffer if there is room */
static const char *
put_texts (SarapImportFile *file, const SarapCsvRecord *record, char *const *made)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  char *first = record->fields[0];
  const char *last = record->fields[file->n_columns - 1];

  for (guint i = 0; i < file->n_columns; i++)
    {
      g_string_append (texts, made[i] != NULL ? made[i] : record->fields[i]);
      g_string_append_c (texts, '\0');
    }
  if (texts->len <= (gsize) (last + strlen (last) + 1 - first))
    return memcpy (first, texts->str, texts->len);
  return keep_texts (file, texts);
}

const char *
sarap_import_cells_read (SarapImportFile *file, const SarapCsvRecord *record)
{
  g_autofree char **made = g_new0 (char *, file->n_columns);
  const char *texts = record->fields[0];
  gboolean other = FALSE;

  for (guint i = 0; i < file->n_columns; i++)
    {
      int field = file->fields[i];
      const char *text = record->fields[i];

      if (field == SARAP_IMPORT_UNNAMED)
        continue;
      made[i] = make_text (&file->type->fields[field], text);
      other |= made[i] != NULL;
    }
  if (other)
    texts = put_texts (file, record, made);
  for (guint i = 0; i < file->n_columns; i++)
    g_free (made[i]);
  return texts;
}

void
sarap_import_cells_respell (SarapImportFile *file, guint row, const char *const *kept)
{
  const char *values[SARAP_IMPORT_FIELDS];
  g_autoptr (GString) texts = g_string_new (NULL);

  sarap_import_file_values (file, row, values);
  for (guint i = 0; i < file->n_columns; i++)
    {
      int field = file->fields[i];
      const char *text = NULL;

      if (field != SARAP_IMPORT_UNNAMED)
        text = file->type->fields[field].flags & SARAP_FIELD_KEY ? kept[field] : values[field];
      g_string_append (texts, text != NULL ? text : "");
      g_string_append_c (texts, '\0');
    }
  g_array_index (file->rows, SarapImportRow, row).texts = keep_texts (file, texts);
}
