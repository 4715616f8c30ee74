#include "officers/sarap-timeline-items.h"

#include <glib/gi18n-lib.h>

/* Months between terms, which are drawn up to the end of a possible service */
#define TERM_MONTHS 36
#define MOST_TERMS 20

static char *
say_period (const char *what, SarapDate start, SarapDate end)
{
  g_autofree char *first = sarap_format_date (start);
  g_autofree char *last = end != SARAP_DATE_NONE ? sarap_format_date (end) : NULL;

  if (last == NULL)
    /* TRANSLATORS: %1$s is a position or a deferral, %2$s its first day */
    return g_strdup_printf (_ ("%1$s: since %2$s"), what, first);
  /* TRANSLATORS: %1$s is a position or a deferral, %2$s its first day, %3$s its last */
  return g_strdup_printf (_ ("%1$s: %2$s – %3$s"), what, first, last);
}

static void
add_employment (SarapTimelineLayout *layout, SarapOfficerFile *file, SarapRecord *record)
{
  SarapDate start = sarap_record_get_date (record, "start");
  SarapDate end = sarap_record_get_date (record, "end");
  int kind = sarap_record_get_code (record, "employer_kind");
  g_autofree char *place = sarap_officer_file_name_body (file->bodies, record);
  const char *position = sarap_officer_file_name_position (record);
  g_autofree char *what = kind == SARAP_EMPLOYER_CUSTOMS
                              ? g_strdup_printf ("%s · %s", position, place)
                              : g_strdup (place);
  SarapTimelineItem *item =
      sarap_timeline_layout_add (layout, SARAP_TIMELINE_EMPLOYMENT, kind, start, end);

  item->label = g_strdup (position);
  item->detail = say_period (what, start, end);
}

static void
add_deferral (SarapTimelineLayout *layout, SarapRecord *record)
{
  SarapDate start = sarap_record_get_date (record, "start");
  SarapDate end = sarap_record_get_date (record, "end");
  int kind = sarap_record_get_code (record, "kind");
  SarapTimelineItem *item =
      sarap_timeline_layout_add (layout, SARAP_TIMELINE_DEFERRAL, kind, start, end);

  item->detail = say_period (_ (sarap_code_label (sarap_deferral_kinds, kind)), start, end);
}

static SarapTimelineMark
mark_of (int decision, int outcome)
{
  if (outcome == SARAP_OUTCOME_ANNULLED)
    return SARAP_TIMELINE_MARK_ANNULLED;
  if (outcome == SARAP_OUTCOME_NONE)
    return SARAP_TIMELINE_MARK_OPEN;
  if (outcome == SARAP_OUTCOME_REFUSED || decision == SARAP_DECISION_REATTESTATION)
    return SARAP_TIMELINE_MARK_AGAIN;
  return decision == SARAP_DECISION_NOT_CORRESPONDS ? SARAP_TIMELINE_MARK_NEGATIVE
                                                    : SARAP_TIMELINE_MARK_CORRESPONDS;
}

static char *
say_attestation (SarapRecord *record)
{
  int outcome = sarap_record_get_code (record, "outcome");
  g_autofree char *held = sarap_format_date (sarap_record_get_date (record, "date"));
  g_autofree char *decided =
      sarap_format_code (sarap_decisions, sarap_record_get_code (record, "decision"));
  const char *kind =
      _ (sarap_code_label (sarap_attestation_kinds, sarap_record_get_code (record, "kind")));

  /* TRANSLATORS: %1$s kind of attestation, %2$s its day, %3$s decision */
  if (outcome == SARAP_OUTCOME_NONE)
    return g_strdup_printf (_ ("%1$s of %2$s: %3$s; no outcome yet"), kind, held, decided);
  /* TRANSLATORS: %1$s kind of attestation, %2$s its day, %3$s decision, %4$s outcome */
  return g_strdup_printf (_ ("%1$s of %2$s: %3$s. %4$s"), kind, held, decided,
                          _ (sarap_code_label (sarap_outcomes, outcome)));
}

static void
add_attestation (SarapTimelineLayout *layout, SarapRecord *record)
{
  SarapDate held = sarap_record_get_date (record, "date");
  SarapTimelineMark mark = mark_of (sarap_record_get_code (record, "decision"),
                                    sarap_record_get_code (record, "outcome"));
  SarapTimelineItem *item =
      sarap_timeline_layout_add (layout, SARAP_TIMELINE_ATTESTATION, (int) mark, held, held);

  item->detail = say_attestation (record);
}

static void
add_term (SarapTimelineLayout *layout, SarapDate term, gboolean served_now)
{
  SarapTimelineItem *item =
      sarap_timeline_layout_add (layout, SARAP_TIMELINE_TERM, served_now, term, term);
  g_autofree char *date = sarap_format_date (term);
  int year, month, day;

  sarap_date_split (term, &year, &month, &day);
  item->label = g_strdup_printf ("%d", year);
  if (served_now)
    item->detail = g_strdup_printf (_ ("The term that counts here: %s"), date);
  else
    item->detail = g_strdup_printf (_ ("Term: %s"), date);
}

/* Adds the terms up to the one that is owed, or to today */
static void
add_terms (SarapTimelineLayout *layout, SarapOfficerFile *file, SarapDate today)
{
  const SarapStanding *standing = &file->standing;
  gboolean regular = standing->obligation == SARAP_OBLIGATION_REGULAR;
  SarapDate last = MAX (today, regular ? standing->term : SARAP_DATE_NONE);

  if (standing->continuous_since == SARAP_DATE_NONE)
    return;
  for (int k = 1; k <= MOST_TERMS; k++)
    {
      SarapDate term = sarap_date_add_months (standing->continuous_since, TERM_MONTHS * k);

      if (term > last)
        break;
      add_term (layout, term, regular && term == standing->term);
    }
}

static void
add_window (SarapTimelineLayout *layout, const SarapStanding *standing)
{
  g_autofree char *first = NULL, *last = NULL;
  SarapTimelineItem *item;

  if (standing->window_start == SARAP_DATE_NONE)
    return;
  item = sarap_timeline_layout_add (layout, SARAP_TIMELINE_WINDOW, 0, standing->window_start,
                                    standing->deadline);
  first = sarap_format_date (standing->window_start);
  if (standing->deadline == SARAP_DATE_NONE)
    {
      item->detail = g_strdup_printf (_ ("To be attested from %s; there is no last day"), first);
      return;
    }
  last = sarap_format_date (standing->deadline);
  item->detail = g_strdup_printf (_ ("To be attested from %1$s, not later than %2$s"), first, last);
}

/* Adds the day of the file with its date, if it is not today */
static void
add_day (SarapTimelineLayout *layout, SarapDate on)
{
  SarapTimelineItem *item = sarap_timeline_layout_add (layout, SARAP_TIMELINE_TODAY, 0, on, on);

  item->label = sarap_format_date (on);
  item->detail = g_strdup_printf (_ ("The file as of %s"), item->label);
}

static void
add_today (SarapTimelineLayout *layout, SarapDate today)
{
  SarapTimelineItem *item =
      sarap_timeline_layout_add (layout, SARAP_TIMELINE_TODAY, 0, today, today);
  g_autofree char *date = sarap_format_date (today);

  item->label = g_strdup (_ ("today"));
  item->detail = g_strdup_printf (_ ("Today: %s"), date);
}

SarapTimelineLayout *
sarap_timeline_layout_of (SarapOfficerFile *file, SarapDate today)
{
  SarapTimelineLayout *layout = sarap_timeline_layout_new ();

  for (guint i = 0; i < file->service->len; i++)
    add_employment (layout, file, g_ptr_array_index (file->service, i));
  for (guint i = 0; i < file->deferrals->len; i++)
    add_deferral (layout, g_ptr_array_index (file->deferrals, i));
  for (guint i = 0; i < file->attestations->len; i++)
    add_attestation (layout, g_ptr_array_index (file->attestations, i));
  add_terms (layout, file, file->on);
  add_window (layout, &file->standing);
  if (file->on != today)
    add_day (layout, file->on);
  add_today (layout, today);
  sarap_timeline_layout_arrange (layout, file->on);
  return layout;
}
