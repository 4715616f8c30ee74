#include "exchange/sarap-demo-private.h"

/* Invented officers as rows of their records. */

gboolean
sarap_demo_emit_bodies (SarapDemo *demo, SarapDemoEmit emit, gpointer data, GError **error)
{
  for (guint i = 0; i < demo->bodies->len; i++)
    {
      const SarapDemoBody *body = g_ptr_array_index (demo->bodies, i);
      gboolean agency = body->place == NULL;
      const char *values[] = { sarap_demo_body_code (body), agency ? "central" : "territorial",
                               agency ? "ҚР Кедендік бақылау агенттігі" : body->place->kk,
                               agency ? "Агентство таможенного контроля РК" : body->place->ru };

      if (!emit (&sarap_body_type, values, data, error))
        return FALSE;
    }
  for (guint i = 0; i < demo->bodies->len; i++)
    {
      const SarapDemoBody *body = g_ptr_array_index (demo->bodies, i);

      for (guint j = 0; j < body->units->len; j++)
        {
          const SarapDemoUnit *unit = &g_array_index (body->units, SarapDemoUnit, j);
          const char *values[] = { sarap_demo_body_code (body), unit->code,
                                   sarap_code_text (sarap_unit_kinds, unit->kind), unit->kk,
                                   unit->ru };

          if (!emit (&sarap_unit_type, values, data, error))
            return FALSE;
        }
    }
  return TRUE;
}

static const char *
text_or_none (const GString *text)
{
  return text->len == 0 ? NULL : text->str;
}

static const char *
day_or_none (SarapDate day, char text[SARAP_DATE_TEXT])
{
  return day == SARAP_DATE_NONE ? NULL : sarap_date_to_text (day, text);
}

/* Orders about staff have the mark ж/қ: жеке құрам */
static const char *
order_or_none (guint number, char text[16])
{
  if (number == 0)
    return NULL;
  g_snprintf (text, 16, "%u-ж/қ", number);
  return text;
}

static gboolean
emit_service (
    const SarapDemoPerson *person, guint i, SarapDemoEmit emit, gpointer data, GError **error)
{
  const SarapServiceRecord *record = &person->service[i];
  const SarapDemoWork *work = &person->work[i];
  gboolean customs = work->body != NULL;
  char start[SARAP_DATE_TEXT], end[SARAP_DATE_TEXT], order[16], level[16];
  const SarapDemoUnit *unit =
      customs && work->unit >= 0
          ? &g_array_index (work->body->units, SarapDemoUnit, (guint) work->unit)
          : NULL;
  const char *values[] = { person->iin,
                           sarap_code_text (sarap_employer_kinds, (int) record->employer_kind),
                           customs ? NULL : work->employer->kk,
                           customs ? sarap_demo_body_code (work->body) : NULL,
                           unit == NULL ? NULL : unit->code,
                           customs ? work->position->kk : NULL,
                           customs ? work->position->ru : NULL,
                           customs ? sarap_code_text (sarap_categories, (int) record->category)
                                   : NULL,
                           customs ? level : NULL,
                           sarap_date_to_text (record->start, start),
                           day_or_none (record->end, end),
                           order_or_none (work->order, order),
                           customs ? NULL : work->employer->ru };

  g_snprintf (level, sizeof level, "%d", record->level);
  return emit (&sarap_service_type, values, data, error);
}

static gboolean
emit_deferral (
    const SarapDemoPerson *person, guint i, SarapDemoEmit emit, gpointer data, GError **error)
{
  const SarapDeferral *deferral = &person->deferrals[i];
  char start[SARAP_DATE_TEXT], end[SARAP_DATE_TEXT];
  const char *values[] = { person->iin,
                           sarap_code_text (sarap_deferral_kinds, (int) deferral->kind),
                           sarap_date_to_text (deferral->start, start),
                           day_or_none (deferral->end, end), person->reasons[i] };

  return emit (&sarap_deferral_type, values, data, error);
}

static gboolean
emit_attestation (
    const SarapDemoPerson *person, guint i, SarapDemoEmit emit, gpointer data, GError **error)
{
  const SarapAttestation *held = &person->attestations[i];
  char day[SARAP_DATE_TEXT], outcome_day[SARAP_DATE_TEXT], order[16];
  gboolean open = held->outcome == SARAP_OUTCOME_NONE;
  const char *values[] = { person->iin,
                           sarap_code_text (sarap_attestation_kinds, (int) held->kind),
                           sarap_date_to_text (held->date, day),
                           sarap_code_text (sarap_decisions, (int) held->decision),
                           open ? NULL : sarap_code_text (sarap_outcomes, (int) held->outcome),
                           day_or_none (person->attestations[i].outcome_date, outcome_day),
                           order_or_none (person->orders[i], order) };

  return emit (&sarap_attestation_type, values, data, error);
}

gboolean
sarap_demo_emit_person (const SarapDemoPerson *person,
                        SarapDemoEmit emit,
                        gpointer data,
                        GError **error)
{
  char birth[SARAP_DATE_TEXT];
  const char *values[SARAP_RECORD_FIELDS_MOST] = { person->iin,
                                                   person->surname->str,
                                                   person->given_name->str,
                                                   text_or_none (person->patronymic),
                                                   sarap_date_to_text (person->birth, birth),
                                                   sarap_code_text (sarap_sexes,
                                                                    (int) person->sex) };
  gboolean written = emit (&sarap_officer_type, values, data, error);

  for (guint i = 0; written && i < person->n_service; i++)
    written = emit_service (person, i, emit, data, error);
  for (guint i = 0; written && i < person->n_deferrals; i++)
    written = emit_deferral (person, i, emit, data, error);
  for (guint i = 0; written && i < person->n_attestations; i++)
    written = emit_attestation (person, i, emit, data, error);
  return written;
}
