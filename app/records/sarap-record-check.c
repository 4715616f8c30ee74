#include "records/sarap-record.h"

#include "records/sarap-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
sarap_fault_free (SarapFault *fault)
{
  g_free (fault->message);
  g_free (fault);
}

void
sarap_faults_add (GPtrArray *faults, guint field, char *message)
{
  SarapFault *fault = g_new (SarapFault, 1);

  fault->field = field;
  fault->message = message;
  g_ptr_array_add (faults, fault);
}

static gboolean
value_refuse (char **message, char *text)
{
  if (message != NULL)
    *message = text;
  else
    g_free (text);
  return FALSE;
}

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static gboolean
check_text (const char *value, glong longest, gboolean lines, char **message)
{
  const char *end = NULL;
  glong n_characters;
  gboolean blank = TRUE;

  if (!g_utf8_validate (value, -1, &end))
    return value_refuse (
        message,
        g_strdup_printf (_ ("The text is not valid UTF-8 after %d bytes."), (int) (end - value)));
  n_characters = g_utf8_strlen (value, -1);
  if (n_characters > longest)
    return value_refuse (message,
                         g_strdup_printf (_ ("The text has %ld characters; at most %d fit."),
                                          n_characters, (int) longest));
  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if ((g_unichar_iscntrl (character) && !(lines && character == '\n')) || character == 0xFEFF ||
          character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR)
        return value_refuse (message,
                             g_strdup_printf (_ ("The text has a character that cannot stand "
                                                 "in one line (U+%04X)."),
                                              character));
      blank = blank && g_unichar_isspace (character);
    }
  if (blank)
    return value_refuse (message, g_strdup (_ ("The text has only spaces.")));
  if (sarap_text_has_lost_letters (value))
    return value_refuse (message,
                         g_strdup (_ ("Question marks stand in the text where letters were "
                                      "lost. Enter the letters anew.")));
  if (!sarap_text_has_letter (value) && !sarap_text_is_dash (value))
    return value_refuse (message,
                         g_strdup (_ ("The text has no letter and no digit that can be seen.")));
  return TRUE;
}

static gboolean
check_integer (const char *value, char **message)
{
  const char *digits = *value == '-' ? value + 1 : value;
  gsize n_digits = strspn (digits, "0123456789");

  if (n_digits == 0 || digits[n_digits] != '\0' || (*digits == '0' && strcmp (value, "0") != 0))
    return value_refuse (message, g_strdup_printf (_ ("“%s” is not a whole number."), value));
  if (n_digits > 6)
    return value_refuse (message, g_strdup_printf (_ ("The number %s is too large."), value));
  return TRUE;
}

static char *
list_of_codes (const SarapCode *codes)
{
  GString *list = g_string_new (NULL);

  for (int i = 1; codes[i].code != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 1 ? ", " : "", codes[i].code);
  return g_string_free (list, FALSE);
}

static gboolean
check_code (const SarapCode *codes, const char *value, char **message)
{
  g_autofree char *list = NULL;

  if (sarap_code_find (codes, value, -1) > 0)
    return TRUE;
  list = list_of_codes (codes);
  return value_refuse (message,
                       g_strdup_printf (_ ("“%s” is not one of the codes %s."), value, list));
}

static gboolean
check_date (const char *value, char **message)
{
  SarapDate date;

  if (sarap_date_parse (value, -1, &date))
    return TRUE;
  return value_refuse (message, g_strdup_printf (_ ("“%s” is not a date that exists, written as "
                                                    "2026-11-22 or 22.11.2026."),
                                                 value));
}

static gboolean
check_time (const char *value, char **message)
{
  if (strlen (value) == 5 && g_ascii_isdigit (value[0]) && g_ascii_isdigit (value[1]) &&
      value[2] == ':' && g_ascii_isdigit (value[3]) && g_ascii_isdigit (value[4]) &&
      strncmp (value, "24", 2) < 0 && value[3] < '6')
    return TRUE;
  return value_refuse (message,
                       g_strdup_printf (_ ("“%s” is not a time of day, written as hours and "
                                           "minutes, for example 09:30."),
                                        value));
}

static gboolean
check_boolean (const char *value, char **message)
{
  if (strcmp (value, "yes") == 0 || strcmp (value, "no") == 0)
    return TRUE;
  return value_refuse (message, g_strdup_printf (_ ("“%s” is neither “yes” nor “no”."), value));
}

/* The field that a reference has the text of, in the key of the referred record */
static const SarapField *
last_key (const SarapRecordType *refers)
{
  const SarapField *last = NULL;

  for (guint i = 0; i < refers->n_fields; i++)
    if (refers->fields[i].flags & SARAP_FIELD_KEY)
      last = &refers->fields[i];
  return last;
}

gboolean
sarap_field_check (const SarapField *field, const char *value, char **message)
{
  if (value == NULL || *value == '\0')
    return !(field->flags & SARAP_FIELD_REQUIRED) ||
           value_refuse (message, g_strdup (_ ("A value is needed here.")));
  if (!check_text (value,
                   field->type == SARAP_FIELD_LONG_TEXT ? SARAP_FIELD_LONGEST_TEXT
                                                        : SARAP_FIELD_LONGEST,
                   field->type == SARAP_FIELD_LONG_TEXT, message))
    return FALSE;
  switch (field->type)
    {
    case SARAP_FIELD_DATE:
      return check_date (value, message);
    case SARAP_FIELD_INTEGER:
      return check_integer (value, message);
    case SARAP_FIELD_CODE:
      return check_code (field->codes, value, message);
    case SARAP_FIELD_TIME:
      return check_time (value, message);
    case SARAP_FIELD_BOOLEAN:
      return check_boolean (value, message);
    case SARAP_FIELD_REFERENCE:
      return last_key (field->refers)->type != SARAP_FIELD_INTEGER ||
             check_integer (value, message);
    case SARAP_FIELD_TEXT:
    case SARAP_FIELD_LONG_TEXT:
    case SARAP_FIELD_IIN:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

GPtrArray *
sarap_record_type_check (const SarapRecordType *type, const char *const *values)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_fault_free);

  for (guint i = 0; i < type->n_fields; i++)
    {
      char *message = NULL;

      if (!sarap_field_check (&type->fields[i], values[i], &message))
        sarap_faults_add (faults, i, message);
    }
  if (type->check != NULL)
    type->check (values, faults);
  return faults;
}

GPtrArray *
sarap_record_type_check_on (const SarapRecordType *type, const char *const *values, SarapDate today)
{
  GPtrArray *faults = sarap_record_type_check (type, values);

  if (type->check_on != NULL)
    type->check_on (values, today, faults);
  return faults;
}

GPtrArray *
sarap_record_type_warnings (const SarapRecordType *type, const char *const *values)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_fault_free);

  if (type->warn != NULL)
    type->warn (values, warnings);
  return warnings;
}

static gboolean
is_hinted (GPtrArray *hints, guint field)
{
  for (guint i = 0; i < hints->len; i++)
    if (((SarapFault *) hints->pdata[i])->field == field)
      return TRUE;
  return FALSE;
}

/* One slip a field is enough to look at it again */
static void
add_hints (GPtrArray *hints,
           void (*hint) (const char *const *values, GPtrArray *hints),
           const char *const *values)
{
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_fault_free);

  if (hint != NULL)
    hint (values, more);
  for (guint i = 0; i < more->len; i++)
    {
      SarapFault *fault = more->pdata[i];

      if (!is_hinted (hints, fault->field))
        sarap_faults_add (hints, fault->field, g_steal_pointer (&fault->message));
    }
}

GPtrArray *
sarap_record_type_hints (const SarapRecordType *type, const char *const *values)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_fault_free);

  add_hints (hints, type->hint, values);
  add_hints (hints, type->hint_once, values);
  return hints;
}
