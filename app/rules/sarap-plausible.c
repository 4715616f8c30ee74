#include "rules/sarap-plausible.h"

#include "rules/sarap-deferral.h"
#include "rules/sarap-iin.h"
#include "rules/sarap-service.h"
#include "rules/sarap-term.h"

#include <glib/gi18n-lib.h>

/* House rules: the age at which service may begin, and how far ahead it is planned; months */
#define SIXTEEN_YEARS 192
#define AHEAD_MONTHS 12
/* §5, §36, §39 */
#define POSITION_MONTHS 6
#define REATTESTATION_MONTHS 6
#define OUTCOME_MONTHS 1

/* House rule: the longest deferral of each kind, months */
static const int longest[] = {
  [SARAP_DEFERRAL_PREGNANCY] = 10,
  [SARAP_DEFERRAL_CHILDCARE] = 39,
  [SARAP_DEFERRAL_ABSENCE] = 12,
};

const SarapCode sarap_warning_kinds[] = {
  { "", NULL },
  { "attestation-ahead", N_ ("Attestation of a day after today") },
  { "outcome-ahead", N_ ("Outcome of a day after today") },
  { "iin-birth-date", N_ ("Date of birth that does not agree with the IIN") },
  { "iin-sex", N_ ("Sex that does not agree with the IIN") },
  { "customs-overlap", N_ ("Two customs positions on the same days") },
  { "service-elsewhere", N_ ("Service elsewhere on days of customs service") },
  { "service-before-sixteen", N_ ("Service before the age of sixteen") },
  { "service-far-ahead", N_ ("Service that begins in more than a year") },
  { "deferral-overlap", N_ ("Two deferrals on the same days") },
  { "deferral-open-long", N_ ("Deferral without a last day, open for too long") },
  { "deferral-ends-late", N_ ("Deferral that lasts for too long") },
  { "deferral-far-ahead", N_ ("Deferral that begins in more than a year") },
  { "deferral-of-man", N_ ("Pregnancy or childcare leave of a man") },
  { "attested-while-deferred", N_ ("Attestation during a deferral") },
  { "attested-out-of-service", N_ ("Attestation on a day without customs service") },
  { "attested-soon", N_ ("Attestation before six months in the position") },
  { "reattestation-no-cause", N_ ("Re-attestation without a cause") },
  { "reattestation-early", N_ ("Re-attestation before six months") },
  { "reattestation-not-held", N_ ("Re-attestation that was not held") },
  { "outcome-late", N_ ("Outcome later than a month after the sitting") },
  { NULL, NULL },
};

/* The values that all warnings of a kind share */
static const struct
{
  guint8 paragraphs[SARAP_WARNING_PARAGRAPHS];
  gboolean house_rule;
  SarapFilePart part, other_part;
} kinds[SARAP_WARNING_KINDS] = {
  [SARAP_WARNING_ATTESTATION_AHEAD] = { { 0 }, TRUE, SARAP_PART_ATTESTATION },
  [SARAP_WARNING_OUTCOME_AHEAD] = { { 0 }, TRUE, SARAP_PART_ATTESTATION },
  [SARAP_WARNING_IIN_BIRTH_DATE] = { { 0 }, FALSE, SARAP_PART_OFFICER },
  [SARAP_WARNING_IIN_SEX] = { { 0 }, FALSE, SARAP_PART_OFFICER },
  [SARAP_WARNING_CUSTOMS_OVERLAP] = { { 5 }, FALSE, SARAP_PART_SERVICE, SARAP_PART_SERVICE },
  [SARAP_WARNING_SERVICE_ELSEWHERE] = { { 5, 6 }, FALSE, SARAP_PART_SERVICE, SARAP_PART_SERVICE },
  [SARAP_WARNING_SERVICE_BEFORE_SIXTEEN] = { { 0 }, TRUE, SARAP_PART_SERVICE },
  [SARAP_WARNING_SERVICE_FAR_AHEAD] = { { 0 }, TRUE, SARAP_PART_SERVICE },
  [SARAP_WARNING_DEFERRAL_OVERLAP] = { { 3 }, FALSE, SARAP_PART_DEFERRAL, SARAP_PART_DEFERRAL },
  [SARAP_WARNING_DEFERRAL_OPEN_LONG] = { { 3 }, TRUE, SARAP_PART_DEFERRAL },
  [SARAP_WARNING_DEFERRAL_ENDS_LATE] = { { 3 }, TRUE, SARAP_PART_DEFERRAL },
  [SARAP_WARNING_DEFERRAL_FAR_AHEAD] = { { 0 }, TRUE, SARAP_PART_DEFERRAL },
  [SARAP_WARNING_DEFERRAL_OF_MAN] = { { 3, 31 }, FALSE, SARAP_PART_DEFERRAL },
  [SARAP_WARNING_ATTESTED_WHILE_DEFERRED] = { { 3 },
                                              FALSE,
                                              SARAP_PART_ATTESTATION,
                                              SARAP_PART_DEFERRAL },
  [SARAP_WARNING_ATTESTED_OUT_OF_SERVICE] = { { 5 }, FALSE, SARAP_PART_ATTESTATION },
  [SARAP_WARNING_ATTESTED_SOON] = { { 5 }, FALSE, SARAP_PART_ATTESTATION, SARAP_PART_SERVICE },
  [SARAP_WARNING_REATTESTATION_NO_CAUSE] = { { 36 },
                                             FALSE,
                                             SARAP_PART_ATTESTATION,
                                             SARAP_PART_ATTESTATION },
  [SARAP_WARNING_REATTESTATION_EARLY] = { { 36 },
                                          FALSE,
                                          SARAP_PART_ATTESTATION,
                                          SARAP_PART_ATTESTATION },
  [SARAP_WARNING_REATTESTATION_NOT_HELD] = { { 36 },
                                             FALSE,
                                             SARAP_PART_ATTESTATION,
                                             SARAP_PART_ATTESTATION },
  [SARAP_WARNING_OUTCOME_LATE] = { { 39 }, FALSE, SARAP_PART_ATTESTATION },
};

/* The days that a record covers, to find overlaps */
typedef struct
{
  SarapDate first, last;
  guint index;
} Stretch;

/* The data of the steps below */
typedef struct
{
  const SarapFileFacts *facts;
  const SarapCareer *career;
  SarapDate today;
  SarapWarnings *warnings;
  Stretch *stretches; /* with room for all records of one kind */
} Look;

static void
warning_complete (SarapWarning *warning)
{
  SarapWarningKind kind = warning->kind;

  warning->refused = kind == SARAP_WARNING_ATTESTATION_AHEAD || kind == SARAP_WARNING_OUTCOME_AHEAD;
  for (guint i = 0; i < SARAP_WARNING_PARAGRAPHS; i++)
    warning->paragraphs[i] = kinds[kind].paragraphs[i];
  warning->house_rule = warning->house_rule || kinds[kind].house_rule;
  warning->part = kinds[kind].part;
  warning->other_part = warning->other >= 0 ? kinds[kind].other_part : SARAP_PART_NONE;
}

/* §42: a refusal causes a re-attestation. The other cause has its earliest day from §36. */
static void
warning_of_refusal (SarapWarning *warning)
{
  warning->paragraphs[1] = 42;
  warning->house_rule = warning->house_rule || warning->kind == SARAP_WARNING_REATTESTATION_EARLY;
}

static SarapWarning *
warn (Look *look, SarapWarning warning)
{
  warning_complete (&warning);
  g_array_append_val (look->warnings, warning);
  return &g_array_index (look->warnings, SarapWarning, look->warnings->len - 1);
}

/* The number of days that two records share; 0 if they are open */
static int
count_days (SarapDate first, SarapDate last)
{
  return last == SARAP_DATE_FAR ? 0 : last - first + 1;
}

static SarapDate
date_or_none (SarapDate last)
{
  return last == SARAP_DATE_FAR ? SARAP_DATE_NONE : last;
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->last != other->last)
    return one->last > other->last ? -1 : 1;
  return (one->index > other->index) - (one->index < other->index);
}

static void
warn_of_shared_days (
    Look *look, SarapWarningKind kind, const Stretch *a, const Stretch *b, int code)
{
  SarapDate first = MAX (a->first, b->first), last = MIN (a->last, b->last);

  warn (look, (SarapWarning){ kind, .index = (int) a->index, .other = (int) b->index,
                              .dates = { first, date_or_none (last), b->first },
                              .number = count_days (first, last), .code = code });
}

/* Warns of each stretch that shares a day with one that began earlier: once, against the one that
   lasts longest, so that there are no more warnings than records */
static void
look_for_overlaps (Look *look, SarapWarningKind kind, guint n)
{
  const Stretch *furthest = NULL;

  qsort (look->stretches, n, sizeof *look->stretches, compare_stretches);
  for (guint i = 0; i < n; i++)
    {
      const Stretch *stretch = &look->stretches[i];

      if (furthest != NULL && stretch->first <= furthest->last)
        warn_of_shared_days (look, kind, stretch, furthest, 0);
      if (furthest == NULL || stretch->last > furthest->last)
        furthest = stretch;
    }
}

/* Leaves out records that end before they begin, which no database accepts */
static guint
gather_service (Look *look, gboolean customs)
{
  guint n = 0;

  for (guint i = 0; i < look->career->n_service; i++)
    {
      const SarapServiceRecord *record = &look->career->service[i];
      SarapDate last = sarap_date_or_far (record->end);

      if ((record->employer_kind == SARAP_EMPLOYER_CUSTOMS) == customs && record->start <= last)
        look->stretches[n++] = (Stretch){ record->start, last, i };
    }
  return n;
}

/* Finds the first customs stretch, in the order of days, that shares a day */
static const Stretch *
find_customs (Look *look, guint n_customs, const Stretch *elsewhere)
{
  for (guint i = 0; i < n_customs && look->stretches[i].first <= elsewhere->last; i++)
    if (look->stretches[i].last >= elsewhere->first)
      return &look->stretches[i];
  return NULL;
}

/* §5, §6 */
static void
look_at_days_of_service (Look *look)
{
  guint n_customs = gather_service (look, TRUE);

  look_for_overlaps (look, SARAP_WARNING_CUSTOMS_OVERLAP, n_customs);
  for (guint i = 0; i < look->career->n_service; i++)
    {
      const SarapServiceRecord *record = &look->career->service[i];
      Stretch elsewhere = { record->start, sarap_date_or_far (record->end), i };
      const Stretch *customs;

      if (record->employer_kind == SARAP_EMPLOYER_CUSTOMS || elsewhere.last < elsewhere.first)
        continue;
      customs = find_customs (look, n_customs, &elsewhere);
      if (customs != NULL)
        warn_of_shared_days (look, SARAP_WARNING_SERVICE_ELSEWHERE, &elsewhere, customs,
                             (int) record->employer_kind);
    }
}

static void
look_at_service (Look *look)
{
  SarapDate birth_date = look->facts->birth_date;
  SarapDate ahead = sarap_date_add_months (look->today, AHEAD_MONTHS);
  SarapDate sixteen = birth_date != SARAP_DATE_NONE
                          ? sarap_date_add_months (birth_date, SIXTEEN_YEARS)
                          : SARAP_DATE_NONE;

  look_at_days_of_service (look);
  for (guint i = 0; i < look->career->n_service; i++)
    {
      SarapDate start = look->career->service[i].start;

      if (start < sixteen)
        warn (look, (SarapWarning){ SARAP_WARNING_SERVICE_BEFORE_SIXTEEN, .index = (int) i,
                                    .other = -1, .dates = { start, sixteen } });
      if (start > ahead)
        warn (look, (SarapWarning){ SARAP_WARNING_SERVICE_FAR_AHEAD, .index = (int) i, .other = -1,
                                    .dates = { start, ahead } });
    }
}

/* §3, house rule: warns of a deferral that is not over and is longer than its kind allows */
static void
look_at_length (Look *look, const SarapDeferral *deferral, int index)
{
  int months = longest[deferral->kind];
  SarapDate latest = sarap_date_add_months (deferral->start, months);
  gboolean open = deferral->end == SARAP_DATE_NONE;
  SarapWarning warning = {
    open ? SARAP_WARNING_DEFERRAL_OPEN_LONG : SARAP_WARNING_DEFERRAL_ENDS_LATE,
    .index = index,
    .other = -1,
    .dates = { deferral->start, latest, deferral->end },
    .number = months,
    .code = (int) deferral->kind,
  };

  if (open ? look->today > latest : deferral->end > latest && deferral->end >= look->today)
    warn (look, warning);
}

/* §3 */
static void
look_at_deferrals (Look *look)
{
  SarapDate ahead = sarap_date_add_months (look->today, AHEAD_MONTHS);
  guint n = 0;

  for (guint i = 0; i < look->career->n_deferrals; i++)
    {
      const SarapDeferral *deferral = &look->career->deferrals[i];
      SarapDate last = sarap_date_or_far (deferral->end);

      if (deferral->start <= last)
        look->stretches[n++] = (Stretch){ deferral->start, last, i };
    }
  look_for_overlaps (look, SARAP_WARNING_DEFERRAL_OVERLAP, n);
  for (guint i = 0; i < look->career->n_deferrals; i++)
    {
      const SarapDeferral *deferral = &look->career->deferrals[i];

      look_at_length (look, deferral, (int) i);
      if (deferral->start > ahead)
        warn (look, (SarapWarning){ SARAP_WARNING_DEFERRAL_FAR_AHEAD, .index = (int) i, .other = -1,
                                    .dates = { deferral->start, ahead } });
      if (look->facts->sex == SARAP_SEX_MALE && deferral->kind != SARAP_DEFERRAL_ABSENCE)
        warn (look, (SarapWarning){ SARAP_WARNING_DEFERRAL_OF_MAN, .index = (int) i, .other = -1,
                                    .dates = { deferral->start }, .code = (int) deferral->kind });
    }
}

/* The last attestation from @since before another one, without annulled ones; on the same day the
   re-attestation comes second */
static int
attestation_before (const SarapCareer *career, const SarapAttestation *one, SarapDate since)
{
  int previous = -1;

  for (guint i = 0; i < career->n_attestations; i++)
    {
      const SarapAttestation *all = career->attestations;

      if (all[i].outcome != SARAP_OUTCOME_ANNULLED && all[i].date >= since &&
          (all[i].date < one->date || (all[i].date == one->date && all[i].kind < one->kind)) &&
          (previous < 0 || all[i].date > all[previous].date ||
           (all[i].date == all[previous].date && all[i].kind > all[previous].kind)))
        previous = (int) i;
    }
  return previous;
}

/* §5: a regular attestation needs six months in the position. §36, §42: it comes after a
   re-attestation that is owed. */
static void
look_at_regular (Look *look, int index, int position, int previous)
{
  const SarapAttestation *all = look->career->attestations;
  SarapWarning *warning;

  if (position >= 0)
    {
      SarapDate held_since = look->career->service[position].start;
      SarapDate earliest = sarap_date_add_months (held_since, POSITION_MONTHS);

      if (all[index].date < earliest)
        warn (look, (SarapWarning){ SARAP_WARNING_ATTESTED_SOON, .index = index, .other = position,
                                    .dates = { all[index].date, held_since, earliest } });
    }
  if (previous < 0 || !sarap_attestation_is_cause (&all[previous]))
    return;
  warning = warn (look, (SarapWarning){ SARAP_WARNING_REATTESTATION_NOT_HELD, .index = previous,
                                        .other = index,
                                        .dates = { all[previous].date, all[index].date } });
  if (all[previous].outcome == SARAP_OUTCOME_REFUSED)
    warning_of_refusal (warning);
}

/* §36, §42 */
static void
look_at_reattestation (Look *look, int index, int previous)
{
  const SarapAttestation *all = look->career->attestations;
  SarapDate earliest;
  SarapWarning *warning;

  if (previous < 0 || !sarap_attestation_is_cause (&all[previous]))
    {
      warn (look,
            (SarapWarning){ SARAP_WARNING_REATTESTATION_NO_CAUSE, .index = index, .other = previous,
                            .dates = { all[index].date,
                                       previous >= 0 ? all[previous].date : SARAP_DATE_NONE } });
      return;
    }
  earliest = sarap_date_add_months (all[previous].date, REATTESTATION_MONTHS);
  if (all[index].date >= earliest)
    return;
  warning = warn (
      look, (SarapWarning){ SARAP_WARNING_REATTESTATION_EARLY, .index = index, .other = previous,
                            .dates = { all[index].date, all[previous].date, earliest } });
  if (all[previous].outcome == SARAP_OUTCOME_REFUSED)
    warning_of_refusal (warning);
}

/* §3, §5: an attestation on a day on which none could be held */
static void
look_at_day_held (Look *look, int index, int position)
{
  const SarapAttestation *attestation = &look->career->attestations[index];
  int deferral = sarap_deferral_on (look->career, attestation->date);

  if (deferral >= 0)
    {
      const SarapDeferral *during = &look->career->deferrals[deferral];

      warn (look, (SarapWarning){ SARAP_WARNING_ATTESTED_WHILE_DEFERRED, .index = index,
                                  .other = deferral,
                                  .dates = { attestation->date, during->start, during->end },
                                  .code = (int) during->kind });
    }
  if (position < 0)
    warn (look, (SarapWarning){ SARAP_WARNING_ATTESTED_OUT_OF_SERVICE, .index = index, .other = -1,
                                .dates = { attestation->date } });
}

/* §39: the head approves or refuses within one month */
static void
look_at_outcome (Look *look, int index)
{
  const SarapAttestation *attestation = &look->career->attestations[index];
  SarapDate latest = sarap_date_add_months (attestation->date, OUTCOME_MONTHS);

  if ((attestation->outcome == SARAP_OUTCOME_APPROVED ||
       attestation->outcome == SARAP_OUTCOME_REFUSED) &&
      attestation->outcome_date > latest)
    warn (look, (SarapWarning){ SARAP_WARNING_OUTCOME_LATE, .index = index, .other = -1,
                                .dates = { attestation->date, attestation->outcome_date, latest },
                                .number = attestation->outcome_date - latest,
                                .code = (int) attestation->outcome });
}

static void
look_at_attestation (Look *look, int index)
{
  const SarapAttestation *attestation = &look->career->attestations[index];
  SarapWarning refusal = { .index = index };
  int position, previous;
  SarapDate since = SARAP_DATE_NONE;

  if (sarap_rules_attestation_refusal (attestation, look->today, &refusal))
    {
      refusal.index = index;
      g_array_append_val (look->warnings, refusal);
      return;
    }
  look_at_outcome (look, index);
  /* §44 */
  if (attestation->outcome == SARAP_OUTCOME_ANNULLED)
    return;
  position = sarap_service_current (look->career, attestation->date, NULL);
  look_at_day_held (look, index, position);
  if (position >= 0)
    since =
        sarap_service_continuous_since (look->career, look->career->service[position].start, NULL);
  previous = attestation_before (look->career, attestation, since);
  if (attestation->kind == SARAP_ATTESTATION_REATTESTATION)
    look_at_reattestation (look, index, previous);
  else
    look_at_regular (look, index, position, previous);
}

/* app/rules/README.md 10 */
static void
look_at_iin (Look *look)
{
  const SarapFileFacts *facts = look->facts;

  if (facts->iin == NULL || sarap_iin_check (facts->iin) != SARAP_IIN_OK)
    return;
  if (facts->birth_date != SARAP_DATE_NONE &&
      !sarap_iin_agrees_with_birth_date (facts->iin, facts->birth_date))
    warn (look,
          (SarapWarning){ SARAP_WARNING_IIN_BIRTH_DATE, .other = -1,
                          .dates = { facts->birth_date, sarap_iin_birth_date (facts->iin) } });
  if (facts->sex != SARAP_SEX_NONE && !sarap_iin_agrees_with_sex (facts->iin, facts->sex))
    warn (look, (SarapWarning){ SARAP_WARNING_IIN_SEX, .other = -1, .code = (int) facts->sex });
}

SarapWarnings *
sarap_warnings_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SarapWarning));
}

gboolean
sarap_rules_attestation_refusal (const SarapAttestation *attestation,
                                 SarapDate today,
                                 SarapWarning *refusal)
{
  if (attestation->date > today)
    *refusal = (SarapWarning){ SARAP_WARNING_ATTESTATION_AHEAD, .other = -1,
                               .dates = { attestation->date, today } };
  else if (attestation->outcome_date > today)
    *refusal = (SarapWarning){ SARAP_WARNING_OUTCOME_AHEAD, .other = -1,
                               .dates = { attestation->date, attestation->outcome_date, today },
                               .code = (int) attestation->outcome };
  else
    return FALSE;
  warning_complete (refusal);
  return TRUE;
}

void
sarap_rules_warnings (const SarapFileFacts *facts, SarapDate today, SarapWarnings *warnings)
{
  guint most = MAX (facts->career.n_service, facts->career.n_deferrals);
  Stretch few[16];
  g_autofree Stretch *many = most > G_N_ELEMENTS (few) ? g_new (Stretch, most) : NULL;
  Look look = { facts, &facts->career, today, warnings, many != NULL ? many : few };

  look_at_iin (&look);
  look_at_service (&look);
  look_at_deferrals (&look);
  for (guint i = 0; i < facts->career.n_attestations; i++)
    look_at_attestation (&look, (int) i);
}
