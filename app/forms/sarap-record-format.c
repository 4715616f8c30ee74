#include "forms/sarap-record-format.h"

#include "forms/sarap-form-date.h"

#include <glib/gi18n-lib.h>

char *
sarap_record_say_value (const SarapRecordType *type,
                        guint field,
                        const char *value,
                        const char *body,
                        const SarapBodies *bodies)
{
  const SarapField *f = &type->fields[field];
  SarapDate date;
  int code;

  if (value == NULL)
    return g_strdup ("");
  switch (f->type)
    {
    case SARAP_FIELD_DATE:
      return sarap_date_parse (value, -1, &date) ? sarap_format_date (date) : g_strdup (value);
    case SARAP_FIELD_CODE:
      code = sarap_code_find (f->codes, value, -1);
      return g_strdup (code > 0 ? _ (sarap_code_label (f->codes, code)) : value);
    case SARAP_FIELD_BOOLEAN:
      return g_strdup (g_str_equal (value, "yes") ? _ ("Yes") : _ ("No"));
    case SARAP_FIELD_REFERENCE:
      if (f->refers == &sarap_body_type && bodies != NULL)
        return g_strdup (sarap_bodies_name_body (bodies, value));
      if (f->refers == &sarap_unit_type && bodies != NULL)
        return g_strdup (sarap_bodies_name_unit (bodies, body, value));
      return g_strdup (value);
    default:
      return g_strdup (value);
    }
}

char *
sarap_record_say_period (SarapRecord *record)
{
  SarapDate start = sarap_record_get_date (record, "start");
  SarapDate end = sarap_record_get_date (record, "end");
  g_autofree char *first = start != SARAP_DATE_NONE ? sarap_format_date (start) : g_strdup ("");
  g_autofree char *last = end != SARAP_DATE_NONE ? sarap_format_date (end) : NULL;

  return last != NULL ? g_strdup_printf ("%s – %s", first, last) : g_strdup_printf ("%s –", first);
}

static gboolean
say_date_found (const GMatchInfo *match, GString *text, gpointer data)
{
  g_autofree char *found = g_match_info_fetch (match, 0);
  g_autofree char *said = NULL;
  SarapDate date;

  if (sarap_date_parse (found, -1, &date))
    said = sarap_format_date (date);
  g_string_append (text, said != NULL ? said : found);
  return FALSE;
}

char *
sarap_record_say_fault (const SarapRecordType *type, const SarapFault *fault, const char *value)
{
  const SarapField *field = &type->fields[fault->field];
  g_autoptr (GRegex) dates = NULL;
  SarapDate date;

  if (field->type == SARAP_FIELD_DATE && value != NULL && !sarap_date_parse (value, -1, &date))
    return g_strdup (sarap_form_say_reading (sarap_form_read_date (value, &date)));
  dates = g_regex_new ("\\b\\d{4}-\\d{2}-\\d{2}\\b", 0, 0, NULL);
  return g_regex_replace_eval (dates, fault->message, -1, 0, 0, say_date_found, NULL, NULL);
}
