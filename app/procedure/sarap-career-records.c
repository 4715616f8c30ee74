#include "procedure/sarap-career-records.h"

static gboolean
is_central (const SarapBodies *bodies, const char *code)
{
  const SarapBody *body =
      bodies != NULL && code != NULL ? sarap_bodies_find_body (bodies, code) : NULL;

  return body != NULL && body->central;
}

static const SarapServiceRecord *
take_service (GPtrArray *records, const SarapBodies *bodies)
{
  SarapServiceRecord *service = g_new0 (SarapServiceRecord, MAX (records->len, 1));

  for (guint i = 0; i < records->len; i++)
    {
      SarapRecord *record = g_ptr_array_index (records, i);
      const char *level = sarap_record_get (record, "level");

      service[i].employer_kind = sarap_record_get_code (record, "employer_kind");
      service[i].start = sarap_record_get_date (record, "start");
      service[i].end = sarap_record_get_date (record, "end");
      service[i].central = is_central (bodies, sarap_record_get (record, "body"));
      service[i].category = sarap_record_get_code (record, "category");
      service[i].level = level != NULL ? (int) g_ascii_strtoll (level, NULL, 10) : 0;
    }
  return service;
}

static const SarapDeferral *
take_deferrals (GPtrArray *records)
{
  SarapDeferral *deferrals = g_new0 (SarapDeferral, MAX (records->len, 1));

  for (guint i = 0; i < records->len; i++)
    {
      SarapRecord *record = g_ptr_array_index (records, i);

      deferrals[i].kind = sarap_record_get_code (record, "kind");
      deferrals[i].start = sarap_record_get_date (record, "start");
      deferrals[i].end = sarap_record_get_date (record, "end");
    }
  return deferrals;
}

static const SarapAttestation *
take_attestations (GPtrArray *records)
{
  SarapAttestation *held = g_new0 (SarapAttestation, MAX (records->len, 1));

  for (guint i = 0; i < records->len; i++)
    {
      SarapRecord *record = g_ptr_array_index (records, i);

      held[i].kind = sarap_record_get_code (record, "kind");
      held[i].date = sarap_record_get_date (record, "date");
      held[i].decision = sarap_record_get_code (record, "decision");
      held[i].outcome = sarap_record_get_code (record, "outcome");
      held[i].outcome_date = sarap_record_get_date (record, "outcome_date");
    }
  return held;
}

void
sarap_career_take_records (SarapCareer *career,
                           GPtrArray *service,
                           GPtrArray *deferrals,
                           GPtrArray *attestations,
                           const SarapBodies *bodies)
{
  *career = (SarapCareer){
    .service = take_service (service, bodies),
    .n_service = service->len,
    .deferrals = take_deferrals (deferrals),
    .n_deferrals = deferrals->len,
    .attestations = take_attestations (attestations),
    .n_attestations = attestations->len,
  };
}

void
sarap_career_clear (SarapCareer *career)
{
  g_free ((gpointer) career->service);
  g_free ((gpointer) career->deferrals);
  g_free ((gpointer) career->attestations);
}
