#include "exchange/sarap-import-file.h"

#include "records/sarap-name-hints.h"
#include "records/sarap-text.h"
#include "rules/sarap-iin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Further lines that a message names */
#define LINES_NAMED 8

typedef struct
{
  SarapImportCauseKind kind;
  guint column;
  guint line; /* the first line */
  guint last;
  char *value; /* its text */
  guint n_more;
  guint more[LINES_NAMED];
} Cause;

static void
cause_clear (gpointer data)
{
  g_free (((Cause *) data)->value);
}

GArray *
sarap_import_causes_new (void)
{
  GArray *causes = g_array_new (FALSE, FALSE, sizeof (Cause));

  g_array_set_clear_func (causes, cause_clear);
  return causes;
}

void
sarap_import_causes_free (GArray *causes)
{
  g_array_unref (causes);
}

static gboolean
is_digits (const char *text, gsize least, gsize most)
{
  gsize n = strspn (text, "0123456789");

  return n >= least && n <= most && text[n] == '\0';
}

/* Excel counts days from 1900: days of 1927 to 2173 have five digits */
#define SERIAL_DIGITS 5

/* 1.1.85, or the same day as 31048 */
static gboolean
is_short_date (const char *value)
{
  g_auto (GStrv) parts = NULL;

  if (is_digits (value, SERIAL_DIGITS, SERIAL_DIGITS))
    return TRUE;
  parts = g_strsplit_set (value, "./-", -1);
  return g_strv_length (parts) == 3 && is_digits (parts[0], 1, 2) && is_digits (parts[1], 1, 2) &&
         is_digits (parts[2], 2, 2);
}

/* 8.50101E+11 and 8,50101E+11, and 850101312009.0 */
static gboolean
is_number (const char *value)
{
  gsize whole = strspn (value, "0123456789"), rest;
  const char *fraction = value + whole;

  if (whole == 0)
    return FALSE;
  if (*fraction == '.' || *fraction == ',')
    {
      rest = strspn (fraction + 1, "0123456789");
      if (rest > 0 && fraction[1 + rest] == '\0')
        return strspn (fraction + 1, "0") == rest;
      fraction += 1 + rest;
    }
  return (*fraction == 'E' || *fraction == 'e' || g_str_has_prefix (fraction, "Е")) &&
         strpbrk (fraction, "0123456789") != NULL;
}

static gboolean
has_lost_zeros (const char *value)
{
  g_autofree char *whole = NULL;

  if (!is_digits (value, 1, 11))
    return FALSE;
  whole = g_strdup_printf ("%0*d%s", 12 - (int) strlen (value), 0, value);
  return sarap_iin_check (whole) == SARAP_IIN_OK;
}

SarapImportCauseKind
sarap_import_cause_of (const SarapField *field, const char *value)
{
  if (value == NULL)
    return SARAP_IMPORT_CAUSE_NONE;
  switch (field->type)
    {
    case SARAP_FIELD_TEXT:
      return sarap_text_has_lost_letters (value) ? SARAP_IMPORT_CAUSE_LOST_LETTERS
                                                 : SARAP_IMPORT_CAUSE_NONE;
    case SARAP_FIELD_DATE:
      return is_short_date (value) ? SARAP_IMPORT_CAUSE_DATE : SARAP_IMPORT_CAUSE_NONE;
    case SARAP_FIELD_IIN:
    case SARAP_FIELD_REFERENCE:
      if (!sarap_import_is_iin (field))
        return SARAP_IMPORT_CAUSE_NONE;
      if (is_number (value))
        return SARAP_IMPORT_CAUSE_IIN_NUMBER;
      return has_lost_zeros (value) ? SARAP_IMPORT_CAUSE_IIN_ZEROS : SARAP_IMPORT_CAUSE_NONE;
    default:
      return SARAP_IMPORT_CAUSE_NONE;
    }
}

/* The form of a file is one cause for all of it; otherwise each column is one */
static gboolean
is_of_file (SarapImportCauseKind kind)
{
  return kind == SARAP_IMPORT_CAUSE_ENCODING || kind == SARAP_IMPORT_CAUSE_LOST_LETTERS ||
         kind == SARAP_IMPORT_CAUSE_LETTER_CASE;
}

/* A line may have faults in several columns */
static void
add_line (Cause *cause, guint line)
{
  if (line == cause->last)
    return;
  cause->last = line;
  if (cause->n_more < LINES_NAMED)
    cause->more[cause->n_more] = line;
  cause->n_more++;
}

void
sarap_import_causes_add (
    SarapImportFile *file, SarapImportCauseKind kind, guint column, guint line, const char *value)
{
  Cause new = { kind, column, line, line };

  for (guint i = 0; i < file->causes->len; i++)
    {
      Cause *cause = &g_array_index (file->causes, Cause, i);

      if (cause->kind == kind && (cause->column == column || is_of_file (kind)))
        {
          add_line (cause, line);
          return;
        }
    }
  new.value = g_strdup (value);
  g_array_append_val (file->causes, new);
}

static char *
say_cause (const SarapImportFile *file, const Cause *cause)
{
  switch (cause->kind)
    {
    case SARAP_IMPORT_CAUSE_ENCODING:
      return g_strdup (sarap_csv_fault_message (SARAP_CSV_FAULT_ENCODING));
    case SARAP_IMPORT_CAUSE_LOST_LETTERS:
      if (file->form.encoding == SARAP_CSV_CODE_PAGE_1251)
        return g_strdup_printf (
            _ ("“%s”: question marks stand in place of Kazakh letters. The file is in code page "
               "1251, which lacks most of them. Open the original in Excel and save it again as "
               "the file type “CSV UTF-8”."),
            cause->value);
      return g_strdup_printf (
          _ ("“%s”: question marks stand in place of letters that were lost when the file was "
             "saved. Open the original in Excel and save it again as the file type “CSV UTF-8”."),
          cause->value);
    case SARAP_IMPORT_CAUSE_DATE:
      return g_strdup_printf (
          _ ("“%s” is not a whole date: what Excel shows and what it saved differ. Format the "
             "column as text in Excel, write the dates like 22.11.2026 and save the file again."),
          cause->value);
    case SARAP_IMPORT_CAUSE_IIN_NUMBER:
      return g_strdup_printf (
          _ ("“%s” is no IIN: Excel took it for a number and saved it as one. Format the column as "
             "text in Excel, enter the IINs anew and save the file again."),
          cause->value);
    case SARAP_IMPORT_CAUSE_IIN_ZEROS:
      return g_strdup_printf (
          _ ("The IIN “%s” has lost the zeros with which it begins: Excel took it for a number. "
             "Give the column the number format 000000000000 in Excel and save the file again."),
          cause->value);
    case SARAP_IMPORT_CAUSE_UNNAMED:
      return g_strdup_printf (
          _ ("“%s” stands in a column that has no name in the first line of the file."),
          cause->value);
    case SARAP_IMPORT_CAUSE_LETTER_CASE:
      return sarap_name_say_case (cause->value);
    default:
      g_assert_not_reached ();
    }
}

/* The further lines after the first */
static void
append_more (GString *text, const Cause *cause)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (cause->n_more == 0)
    return;
  for (guint i = 0; i < MIN (cause->n_more, LINES_NAMED); i++)
    g_string_append_printf (lines, "%s%u", i > 0 ? ", " : "", cause->more[i]);
  if (cause->n_more > LINES_NAMED)
    g_string_append (lines, ", …");
  g_string_append_c (text, ' ');
  /* TRANSLATORS: %1$u lines of a file, %2$s: their numbers, "3, 5, 8, …" */
  g_string_append_printf (text,
                          ngettext ("%1$u more line is like it (%2$s).",
                                    "%1$u more lines are like it (%2$s).", cause->n_more),
                          cause->n_more, lines->str);
}

void
sarap_import_causes_tell (SarapImport *self, SarapImportFile *file)
{
  for (guint i = 0; i < file->causes->len; i++)
    {
      const Cause *cause = &g_array_index (file->causes, Cause, i);
      g_autofree char *column = sarap_import_file_name_column (file, cause->column);
      g_autofree char *said = say_cause (file, cause);
      GString *text = g_string_new (said);

      append_more (text, cause);
      if (cause->kind == SARAP_IMPORT_CAUSE_LETTER_CASE)
        sarap_import_add_warning (self, file, cause->line, column, g_string_free (text, FALSE));
      else
        sarap_import_add_cause (self, file, cause->line, column, g_string_free (text, FALSE));
    }
}
