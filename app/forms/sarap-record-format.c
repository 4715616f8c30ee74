#include "forms/sarap-record-format.h"

#include <glib/gi18n-lib.h>

/* Whole sentences for each kind of record, as genders and cases differ */
typedef struct
{
  const SarapRecordType *type;
  const char *changes[3]; /* by SarapChange */
  const char *add;
  const char *none;
} Words;

static const Words words[] = {
  {
      &sarap_officer_type,
      { N_ ("Officer added"), N_ ("Officer’s data changed"), N_ ("Officer removed") },
      N_ ("Add an officer"),
      N_ ("There are no officers yet."),
  },
  {
      &sarap_service_type,
      { N_ ("Service record added"), N_ ("Service record changed"), N_ ("Service record removed") },
      N_ ("Add a service record"),
      N_ ("No service is on record. Without a customs position nobody is due for attestation."),
  },
  {
      &sarap_deferral_type,
      { N_ ("Deferral added"), N_ ("Deferral changed"), N_ ("Deferral removed") },
      N_ ("Add a deferral"),
      N_ ("No deferrals are on record: no pregnancy, childcare leave or valid absence."),
  },
  {
      &sarap_attestation_type,
      { N_ ("Attestation added"), N_ ("Attestation changed"), N_ ("Attestation removed") },
      N_ ("Add an attestation held"),
      N_ ("No attestation has been held."),
  },
  {
      &sarap_education_type,
      { N_ ("Education record added"), N_ ("Education record changed"),
        N_ ("Education record removed") },
      N_ ("Add education"),
      N_ ("No education is on record; line 3 of the attestation sheet would be empty."),
  },
  {
      &sarap_body_type,
      { N_ ("Body added"), N_ ("Body changed"), N_ ("Body removed") },
      N_ ("Add a body"),
      N_ ("There are no bodies yet."),
  },
  {
      &sarap_unit_type,
      { N_ ("Unit added"), N_ ("Unit changed"), N_ ("Unit removed") },
      N_ ("Add a unit"),
      N_ ("This body has no units yet."),
  },
};

static const Words *
words_of (const SarapRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].type == type)
      return &words[i];
  g_assert_not_reached ();
}

/* "Service record added" */
const char *
sarap_record_say_change (const SarapRecordType *type, SarapChange change)
{
  return _ (words_of (type)->changes[change]);
}

/* "Add a service record" */
const char *
sarap_record_say_add (const SarapRecordType *type)
{
  return _ (words_of (type)->add);
}

/* What stands where there are no records of a kind */
const char *
sarap_record_say_none (const SarapRecordType *type)
{
  return _ (words_of (type)->none);
}

/**
 * sarap_record_say_value:
 * @type: a kind of record
 * @field: one of its fields
 * @value: (nullable): the field's text
 * @body: (nullable): the code of the body, where @field is a unit
 * @places: (nullable): bodies and units
 *
 * Returns: (transfer full): the value for people: words for codes, dates in the form of the
 *   language, names of bodies; "" for none
 */
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
    case SARAP_FIELD_BODY:
      return g_strdup (bodies != NULL ? sarap_bodies_name_body (bodies, value) : value);
    case SARAP_FIELD_UNIT:
      return g_strdup (bodies != NULL ? sarap_bodies_name_unit (bodies, body, value) : value);
    default:
      return g_strdup (value);
    }
}

/**
 * sarap_record_say_period:
 * @record: a record with a first and a last day
 *
 * Returns: (transfer full): "03.02.2024 –", "11.09.2019 – 02.02.2024"
 */
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

/**
 * sarap_record_say_fault:
 * @type: what kind of record
 * @fault: what is wrong
 * @value: (nullable): the value of the field
 *
 * What a person who writes into a form wants to hear; the record's own words are for files, whose
 * dates have another form.
 *
 * Returns: (transfer full): a sentence
 */
char *
sarap_record_say_fault (const SarapRecordType *type, const SarapFault *fault, const char *value)
{
  const SarapField *field = &type->fields[fault->field];
  g_autoptr (GRegex) dates = NULL;
  SarapDate date;

  if (field->type == SARAP_FIELD_DATE && value != NULL && !sarap_date_parse (value, -1, &date))
    return g_strdup (_ ("There is no such date. Write it as day.month.year, for example "
                        "31.12.2026."));
  dates = g_regex_new ("\\b\\d{4}-\\d{2}-\\d{2}\\b", 0, 0, NULL);
  return g_regex_replace_eval (dates, fault->message, -1, 0, 0, say_date_found, NULL, NULL);
}
