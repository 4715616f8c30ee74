#include "sarap-model.h"

/* Days before which nothing of a made-up career lies, and after which only what is open */
#define FIRST_DAY 733000
#define LAST_DAY 745000

static gboolean
record_covers (const SarapServiceRecord *record, SarapDate day)
{
  return record->start <= day && (record->end == SARAP_DATE_NONE || day <= record->end);
}

/* The first day of the earliest customs or state record that covers @day, 0 if none does */
static SarapDate
public_since (const SarapCareer *career, SarapDate day)
{
  SarapDate since = SARAP_DATE_NONE;

  for (guint i = 0; i < career->n_service; i++)
    if (career->service[i].employer_kind != SARAP_EMPLOYER_OTHER &&
        record_covers (&career->service[i], day) &&
        (since == SARAP_DATE_NONE || career->service[i].start < since))
      since = career->service[i].start;
  return since;
}

static gboolean
elsewhere (const SarapCareer *career, SarapDate day)
{
  for (guint i = 0; i < career->n_service; i++)
    if (career->service[i].employer_kind == SARAP_EMPLOYER_OTHER &&
        record_covers (&career->service[i], day))
      return TRUE;
  return FALSE;
}

/* §6, walking back one day after the other */
static SarapDate
continuous_since (const SarapCareer *career, SarapDate position_since)
{
  SarapDate since = position_since;
  SarapDate day = since - 1;

  while (day >= FIRST_DAY && since <= sarap_date_add_months (day, 3))
    {
      SarapDate reached = public_since (career, day);

      if (reached != SARAP_DATE_NONE)
        {
          since = reached;
          day = since - 1;
        }
      else if (elsewhere (career, day))
        break;
      else
        day--;
    }
  return since;
}

static gboolean
is_deferred (const SarapCareer *career, SarapDate day, SarapDeferralKind kind)
{
  for (guint i = 0; i < career->n_deferrals; i++)
    if ((kind == SARAP_DEFERRAL_NONE || career->deferrals[i].kind == kind) &&
        career->deferrals[i].start <= day &&
        (career->deferrals[i].end == SARAP_DATE_NONE || day <= career->deferrals[i].end))
      return TRUE;
  return FALSE;
}

static SarapDeferralKind
deferred_as (const SarapCareer *career, SarapDate day)
{
  static const SarapDeferralKind kinds[] = { SARAP_DEFERRAL_PREGNANCY, SARAP_DEFERRAL_CHILDCARE,
                                             SARAP_DEFERRAL_ABSENCE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_deferred (career, day, kinds[i]))
      return kinds[i];
  return SARAP_DEFERRAL_NONE;
}

/* The first day from @day on outside every deferral: stepping over them one day after the other
   ends where jumping to the day after the latest does */
static SarapDate
window_start (const SarapCareer *career, SarapDate day)
{
  while (day <= LAST_DAY && is_deferred (career, day, SARAP_DEFERRAL_NONE))
    day++;
  return day <= LAST_DAY ? day : SARAP_DATE_NONE;
}

static SarapDate
deadline (const SarapCareer *career, SarapDate window)
{
  SarapDate limit = sarap_date_add_months (window, 6);

  while (window != SARAP_DATE_NONE && is_deferred (career, limit, SARAP_DEFERRAL_NONE))
    {
      SarapDate latest = limit;

      for (guint i = 0; i < career->n_deferrals; i++)
        if (career->deferrals[i].start <= limit)
          {
            if (career->deferrals[i].end == SARAP_DATE_NONE)
              return SARAP_DATE_NONE;
            latest = MAX (latest, career->deferrals[i].end);
          }
      limit = sarap_date_add_months (latest + 1, 6);
    }
  return window != SARAP_DATE_NONE ? limit : SARAP_DATE_NONE;
}

/* The last attestation of the kind on the very day, or on the day before it, … */
static const SarapAttestation *
last_held (const SarapCareer *career, SarapDate since, SarapDate on, SarapAttestationKind kind)
{
  for (SarapDate day = on; day >= since; day--)
    for (guint i = 0; i < career->n_attestations; i++)
      if (career->attestations[i].date == day && career->attestations[i].kind == kind &&
          career->attestations[i].outcome != SARAP_OUTCOME_ANNULLED)
        return &career->attestations[i];
  return NULL;
}

static void
stand_again (const SarapCareer *career,
             SarapDate on,
             const SarapAttestation *cause,
             SarapStanding *s)
{
  SarapDate earliest = sarap_date_add_months (cause->date, 6);

  s->obligation = SARAP_OBLIGATION_REATTESTATION;
  s->term = cause->date;
  s->final = cause->outcome == SARAP_OUTCOME_REFUSED;
  s->window_start = window_start (career, earliest);
  if (on >= earliest && is_deferred (career, on, SARAP_DEFERRAL_NONE))
    {
      s->status = SARAP_STATUS_DEFERRED;
      s->deferral = deferred_as (career, on);
    }
  else if (s->window_start != SARAP_DATE_NONE && on >= s->window_start)
    s->status = SARAP_STATUS_REATTESTATION_DUE;
  else
    s->status = SARAP_STATUS_REATTESTATION_UPCOMING;
}

static void
stand_regularly (const SarapCareer *career, SarapDate on, SarapDate term, SarapStanding *s)
{
  SarapDate first = MAX (term, sarap_date_add_months (s->position_since, 6));

  s->obligation = SARAP_OBLIGATION_REGULAR;
  s->term = term;
  s->window_start = window_start (career, first);
  s->deadline = deadline (career, s->window_start);
  if (on < first)
    s->status = SARAP_STATUS_UPCOMING;
  else if (is_deferred (career, on, SARAP_DEFERRAL_NONE))
    {
      s->status = SARAP_STATUS_DEFERRED;
      s->deferral = deferred_as (career, on);
    }
  else if (on < s->window_start)
    s->status = SARAP_STATUS_UPCOMING;
  else if (s->deadline == SARAP_DATE_NONE || on <= s->deadline)
    s->status = SARAP_STATUS_DUE;
  else
    s->status = SARAP_STATUS_OVERDUE;
}

void
sarap_model_standing (const SarapCareer *career, SarapDate on, SarapStanding *s)
{
  const SarapAttestation *regular, *again, *last;
  SarapDate term;

  *s = (SarapStanding){ .status = SARAP_STATUS_NOT_IN_SERVICE, .current = -1 };
  for (guint i = 0; i < career->n_service; i++)
    if (career->service[i].employer_kind == SARAP_EMPLOYER_CUSTOMS &&
        record_covers (&career->service[i], on) && career->service[i].start > s->position_since)
      {
        s->position_since = career->service[i].start;
        s->current = (int) i;
      }
  if (s->current < 0)
    return;

  s->central = career->service[s->current].central ||
               career->service[s->current].category != SARAP_CATEGORY_OFFICIAL;
  s->continuous_since = continuous_since (career, s->position_since);
  regular = last_held (career, s->continuous_since, on, SARAP_ATTESTATION_REGULAR);
  again = last_held (career, s->continuous_since, on, SARAP_ATTESTATION_REATTESTATION);
  last = again != NULL && (regular == NULL || again->date >= regular->date) ? again : regular;

  if (last != NULL && ((last->decision == SARAP_DECISION_REATTESTATION &&
                        last->outcome == SARAP_OUTCOME_APPROVED) ||
                       last->outcome == SARAP_OUTCOME_REFUSED))
    {
      stand_again (career, on, last, s);
      return;
    }

  for (int k = 1;; k++)
    {
      term = sarap_date_add_months (s->continuous_since, 36 * k);
      if (regular == NULL || term > regular->date)
        break;
    }
  if (last != NULL && last->date >= s->position_since &&
      last->decision == SARAP_DECISION_NOT_CORRESPONDS && last->outcome == SARAP_OUTCOME_APPROVED &&
      on < term)
    s->status = SARAP_STATUS_NEGATIVE;
  else
    stand_regularly (career, on, term, s);
}

/* Day by day: a stretch ends before the first day that does not count */
void
sarap_model_length (const SarapCareer *career,
                    SarapDate on,
                    gboolean state,
                    gboolean other,
                    SarapServiceLength *length)
{
  SarapDate first = SARAP_DATE_NONE;
  int months = 0, days = 0;

  for (SarapDate day = FIRST_DAY; day <= on + 1; day++)
    {
      gboolean counts = FALSE;

      for (guint i = 0; i < career->n_service && day <= on; i++)
        counts |= record_covers (&career->service[i], day) &&
                  (career->service[i].employer_kind == SARAP_EMPLOYER_CUSTOMS ||
                   (state && career->service[i].employer_kind == SARAP_EMPLOYER_STATE) ||
                   (other && career->service[i].employer_kind == SARAP_EMPLOYER_OTHER));
      if (counts && first == SARAP_DATE_NONE)
        first = day;
      if (!counts && first != SARAP_DATE_NONE)
        {
          int whole = 0;

          while (sarap_date_add_months (first, whole + 1) <= day)
            whole++;
          months += whole;
          days += day - sarap_date_add_months (first, whole);
          first = SARAP_DATE_NONE;
        }
    }
  months += days / 30;
  *length = (SarapServiceLength){ months / 12, months % 12, days % 30 };
}

/* A day near one of those already there: on it, beside it, three or six months or three years from
   it; or any day. Where the rules have edges, there the days crowd. */
static SarapDate
make_day (GRand *rand, SarapDate *days, guint *n_days)
{
  static const int months[] = { 0, 0, 0, 3, -3, 6, -6, 36, -36, 72, 12 };
  SarapDate day = g_rand_int_range (rand, FIRST_DAY + 1500, LAST_DAY - 5000);

  if (*n_days > 0 && g_rand_int_range (rand, 0, 4) > 0)
    {
      day = days[g_rand_int_range (rand, 0, (gint32) *n_days)];
      day = sarap_date_add_months (
          day, months[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (months))]);
      day += g_rand_int_range (rand, -1, 2);
    }
  else if (g_rand_boolean (rand))
    {
      int year, month;

      /* the last day of a month */
      sarap_date_split (day, &year, &month, NULL);
      day = sarap_date_add_months (sarap_date_new (year, month, 1), 1) - 1;
    }
  day = CLAMP (day, FIRST_DAY + 200, LAST_DAY - 2000);
  days[(*n_days)++] = day;
  return day;
}

static void
make_stretch (GRand *rand, SarapDate *days, guint *n_days, SarapDate *start, SarapDate *end)
{
  SarapDate a = make_day (rand, days, n_days), b = make_day (rand, days, n_days);

  *start = MIN (a, b);
  *end = g_rand_int_range (rand, 0, 4) == 0 ? SARAP_DATE_NONE : MAX (a, b);
}

/* As the database: one record of a kind that begins on a day, one attestation of a kind on a day */

static void
add_service (SarapTextCareer *room, const SarapServiceRecord *record)
{
  for (guint i = 0; i < room->career.n_service; i++)
    if (room->service[i].start == record->start &&
        room->service[i].employer_kind == record->employer_kind)
      return;
  room->service[room->career.n_service++] = *record;
}

static void
add_deferral (SarapTextCareer *room, const SarapDeferral *deferral)
{
  for (guint i = 0; i < room->career.n_deferrals; i++)
    if (room->deferrals[i].start == deferral->start && room->deferrals[i].kind == deferral->kind)
      return;
  room->deferrals[room->career.n_deferrals++] = *deferral;
}

static void
add_attestation (SarapTextCareer *room, const SarapAttestation *attestation)
{
  for (guint i = 0; i < room->career.n_attestations; i++)
    if (room->attestations[i].date == attestation->date &&
        room->attestations[i].kind == attestation->kind)
      return;
  room->attestations[room->career.n_attestations++] = *attestation;
}

/* Mostly a day on which somebody serves */
static SarapDate
make_day_in_service (GRand *rand, const SarapTextCareer *room, SarapDate *days, guint *n_days)
{
  SarapDate day = make_day (rand, days, n_days);

  for (int tries = 0; tries < 8; tries++, day = make_day (rand, days, n_days))
    for (guint i = 0; i < room->career.n_service; i++)
      if (room->service[i].employer_kind == SARAP_EMPLOYER_CUSTOMS &&
          record_covers (&room->service[i], day))
        return day;
  return day;
}

/* A career in @room; returns a day to ask for */
SarapDate
sarap_model_make (GRand *rand, SarapTextCareer *room)
{
  SarapDate days[64];
  guint n_days = 0;
  int n_service = g_rand_int_range (rand, 1, 7), n_deferrals = g_rand_int_range (rand, 0, 5),
      n_attestations = g_rand_int_range (rand, 0, 5);

  sarap_text_career (room, "");
  for (int i = 0; i < n_service; i++)
    {
      SarapServiceRecord record = {
        .employer_kind = i == 0 ? SARAP_EMPLOYER_CUSTOMS : g_rand_int_range (rand, 1, 4),
        .category = g_rand_int_range (rand, SARAP_CATEGORY_HEAD, SARAP_CATEGORY_OFFICIAL + 1),
        .central = g_rand_boolean (rand)
      };

      make_stretch (rand, days, &n_days, &record.start, &record.end);
      add_service (room, &record);
    }
  for (int i = 0; i < n_deferrals; i++)
    {
      SarapDeferral deferral = { .kind = g_rand_int_range (rand, 1, 4) };

      make_stretch (rand, days, &n_days, &deferral.start, &deferral.end);
      add_deferral (room, &deferral);
    }
  for (int i = 0; i < n_attestations; i++)
    {
      SarapDate day = make_day (rand, days, &n_days);
      SarapAttestation attestation = { g_rand_int_range (rand, 1, 3), day,
                                       g_rand_int_range (rand, 1, 4),
                                       g_rand_int_range (rand, 0, 4) };

      add_attestation (room, &attestation);
    }
  return make_day_in_service (rand, room, days, &n_days);
}
