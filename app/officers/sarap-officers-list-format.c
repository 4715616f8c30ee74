#include "officers/sarap-officers-list-format.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

/* Number of days up to which days are shown, then months */
#define DAYS_MOST 60
/* Number of months from which the time is not shown */
#define MONTHS_SAID 12

const char *
sarap_officers_column_title (SarapOfficersColumn column)
{
  static const char *const titles[SARAP_COLUMNS] = {
    [SARAP_COLUMN_NAME] = N_ ("Name"),
    [SARAP_COLUMN_POSITION] = N_ ("Position"),
    [SARAP_COLUMN_UNIT] = N_ ("Unit"),
    [SARAP_COLUMN_BODY] = N_ ("Body"),
    [SARAP_COLUMN_STATUS] = N_ ("Status"),
    [SARAP_COLUMN_DEADLINE] = N_ ("Deadline"),
    [SARAP_COLUMN_COMMISSION] = N_ ("Commission"),
    [SARAP_COLUMN_IIN] = N_ ("IIN"),
  };

  return _ (titles[column]);
}

static int
whole_months (SarapDate from, SarapDate until)
{
  int months = (until - from) / 31;

  while (sarap_date_add_months (from, months + 1) <= until)
    months++;
  return months;
}

char *
sarap_officers_say_left (SarapDate deadline, SarapDate today)
{
  guint days = ABS (deadline - today);
  guint months = whole_months (MIN (deadline, today), MAX (deadline, today));

  if (days <= DAYS_MOST)
    return sarap_format_days_left (deadline - today);
  if (deadline < today)
    return g_strdup_printf (ngettext ("%u month late", "%u months late", months), months);
  return g_strdup_printf (ngettext ("%u month left", "%u months left", months), months);
}

static char *
say_deadline (const SarapOfficerFacts *facts, SarapDate today)
{
  g_autofree char *date = NULL;
  g_autofree char *left = NULL;

  if (facts->standing.deadline != SARAP_DATE_NONE)
    {
      date = sarap_format_date (facts->standing.deadline);
      if (facts->standing.deadline > sarap_date_add_months (today, MONTHS_SAID))
        return g_steal_pointer (&date);
      left = sarap_officers_say_left (facts->standing.deadline, today);
      /* TRANSLATORS: a deadline: %1$s date, %2$s how long it is until then */
      return g_strdup_printf (_ ("%1$s · %2$s"), date, left);
    }
  if (facts->standing.window_start == SARAP_DATE_NONE)
    return g_strdup ("");
  date = sarap_format_date (facts->standing.window_start);
  /* TRANSLATORS: a re-attestation has no last day; %s is the first day on which it may be held */
  return g_strdup_printf (_ ("from %s"), date);
}

static const char *
say_commission (const SarapOfficerFacts *facts, SarapBodies *bodies)
{
  if (facts->standing.status == SARAP_STATUS_NOT_IN_SERVICE)
    return "";
  if (facts->standing.central)
    /* TRANSLATORS: the Central attestation commission, as short as a column is */
    return _ ("Central");
  return bodies != NULL ? sarap_body_get_name (sarap_bodies_body (bodies, facts->body_id)) : "";
}

static const char *
say_position (const SarapOfficerFacts *facts)
{
  const char *position = sarap_format_in_language (facts->position_kk, facts->position_ru);

  return position != NULL ? position : "";
}

/* Texts that need no formatting */
static const char *
say_simple (SarapOfficersColumn column, const SarapOfficerFacts *facts, SarapBodies *bodies)
{
  switch (column)
    {
    case SARAP_COLUMN_NAME:
      return facts->name;
    case SARAP_COLUMN_POSITION:
      return say_position (facts);
    case SARAP_COLUMN_UNIT:
      return bodies != NULL ? sarap_body_get_name (sarap_bodies_unit (bodies, facts->unit_id)) : "";
    case SARAP_COLUMN_BODY:
      return bodies != NULL ? sarap_body_get_name (sarap_bodies_body (bodies, facts->body_id)) : "";
    case SARAP_COLUMN_STATUS:
      return _ (sarap_code_label (sarap_statuses, facts->standing.status));
    case SARAP_COLUMN_COMMISSION:
      return say_commission (facts, bodies);
    case SARAP_COLUMN_IIN:
      return facts->iin;
    case SARAP_COLUMN_DEADLINE:
    case SARAP_COLUMNS:
      break;
    }
  return "";
}

char *
sarap_officers_say (SarapOfficersColumn column,
                    const SarapOfficerFacts *facts,
                    SarapBodies *bodies,
                    SarapDate today)
{
  if (column == SARAP_COLUMN_DEADLINE)
    return say_deadline (facts, today);
  return g_strdup (say_simple (column, facts, bodies));
}

char *
sarap_officers_say_plain (SarapOfficersColumn column,
                          const SarapOfficerFacts *facts,
                          SarapBodies *bodies)
{
  char date[SARAP_DATE_TEXT];

  if (column == SARAP_COLUMN_DEADLINE)
    return g_strdup (sarap_date_to_text (facts->standing.deadline, date));
  return g_strdup (say_simple (column, facts, bodies));
}
