#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

/* The dates, the name and the order of a reason as texts; a missing one is NULL */
typedef struct
{
  char *dates[4];
  char *name;
  char *order;
} Said;

static void
said_init (Said *said, const SarapReason *reason, SarapReasonName name, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (said->dates); i++)
    said->dates[i] =
        reason->dates[i] != SARAP_DATE_NONE ? sarap_format_date (reason->dates[i]) : NULL;
  said->order = NULL;
  said->name = name != NULL && reason->index >= 0 ? name (reason, &said->order, data) : NULL;
}

static void
said_clear (Said *said)
{
  for (guint i = 0; i < G_N_ELEMENTS (said->dates); i++)
    g_free (said->dates[i]);
  g_free (said->name);
  g_free (said->order);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static char *
say_not_in_service (const SarapReason *reason, const Said *s)
{
  if (s->dates[1] != NULL && s->dates[2] != NULL)
    return g_strdup_printf (_ ("On %1$s the officer is not in customs service: the last position "
                               "ended on %2$s, and the next one begins on %3$s."),
                            s->dates[0], s->dates[1], s->dates[2]);
  if (s->dates[1] != NULL && s->name != NULL)
    return g_strdup_printf (_ ("On %1$s the officer is not in customs service: the last position, "
                               "“%3$s”, ended on %2$s."),
                            s->dates[0], s->dates[1], s->name);
  if (s->dates[1] != NULL)
    return g_strdup_printf (_ ("On %1$s the officer is not in customs service: the last position "
                               "ended on %2$s."),
                            s->dates[0], s->dates[1]);
  if (s->dates[2] != NULL)
    return g_strdup_printf (_ ("On %1$s the officer is not in customs service yet: it begins on "
                               "%2$s."),
                            s->dates[0], s->dates[2]);
  return g_strdup_printf (_ ("On %s the officer is not in customs service: the file has no record "
                             "of a customs position."),
                          s->dates[0]);
}

static char *
say_position_since (const SarapReason *reason, const Said *s)
{
  if (s->name != NULL && s->order != NULL)
    return g_strdup_printf (_ ("The position “%1$s” has been held since %2$s (order No. %3$s)."),
                            s->name, s->dates[0], s->order);
  if (s->name != NULL)
    return g_strdup_printf (_ ("The position “%1$s” has been held since %2$s."), s->name,
                            s->dates[0]);
  return g_strdup_printf (_ ("The present position has been held since %s."), s->dates[0]);
}

static char *
say_positions_at_once (const SarapReason *reason, const Said *s)
{
  return g_strdup_printf (ngettext ("Of the %d position held at once, the one that began last "
                                    "counts.",
                                    "Of the %d positions held at once, the one that began last "
                                    "counts.",
                                    (gulong) reason->number),
                          reason->number);
}

/* dates[1] is none, or the gap is, where one service went over into the other */
static char *
say_joined (const SarapReason *reason, const Said *s)
{
  gulong gap = (gulong) MAX (reason->number, 0);

  if (gap > 0 && s->name != NULL)
    return g_strdup_printf (ngettext ("%1$s: the service there since %2$s counts too; the break "
                                      "after it, to %3$s, was %4$d day, not more than three "
                                      "months, and no employment elsewhere is on record for it.",
                                      "%1$s: the service there since %2$s counts too; the break "
                                      "after it, to %3$s, was %4$d days, not more than three "
                                      "months, and no employment elsewhere is on record for it.",
                                      gap),
                            s->name, s->dates[0], s->dates[2], reason->number);
  if (gap > 0)
    return g_strdup_printf (ngettext ("The earlier service since %1$s counts too; the break after "
                                      "it, to %2$s, was %3$d day, not more than three months, and "
                                      "no employment elsewhere is on record for it.",
                                      "The earlier service since %1$s counts too; the break after "
                                      "it, to %2$s, was %3$d days, not more than three months, and "
                                      "no employment elsewhere is on record for it.",
                                      gap),
                            s->dates[0], s->dates[2], reason->number);
  if (s->name != NULL)
    return g_strdup_printf (_ ("%1$s: the service there since %2$s counts too; it went on without "
                               "a break to %3$s."),
                            s->name, s->dates[0], s->dates[2]);
  return g_strdup_printf (_ ("The earlier service since %1$s counts too; it went on without a "
                             "break to %2$s."),
                          s->dates[0], s->dates[2]);
}

static char *
say_broken_gap (const SarapReason *reason, const Said *s)
{
  if (s->name != NULL)
    return g_strdup_printf (_ ("%1$s: the service there does not count. It ended on %2$s, and the "
                               "next one, begun on %3$s, had to begin within three months, not "
                               "later than %4$s."),
                            s->name, s->dates[0], s->dates[1], s->dates[2]);
  return g_strdup_printf (_ ("The service before does not count. It ended on %1$s, and the next "
                             "one, begun on %2$s, had to begin within three months, not later than "
                             "%3$s."),
                          s->dates[0], s->dates[1], s->dates[2]);
}

static char *
say_broken_other (const SarapReason *reason, const Said *s)
{
  if (s->name != NULL)
    return g_strdup_printf (_ ("The service that ended on %2$s does not count: in the break after "
                               "it, to %3$s, the officer was employed elsewhere (%1$s)."),
                            s->name, s->dates[2], s->dates[3]);
  return g_strdup_printf (
      _ ("The service that ended on %1$s does not count: in the break after it, "
         "to %2$s, the officer was employed elsewhere."),
      s->dates[2], s->dates[3]);
}

static char *
say_annulled (const SarapReason *reason, const Said *s)
{
  if (reason->code == SARAP_ATTESTATION_REATTESTATION)
    return g_strdup_printf (_ ("The re-attestation of %s was annulled on appeal and does not "
                               "count."),
                            s->dates[0]);
  return g_strdup_printf (_ ("The attestation of %s was annulled on appeal and does not count."),
                          s->dates[0]);
}

static char *
say_term (const SarapReason *reason, const Said *s)
{
  int years = reason->number * 3;

  return g_strdup_printf (ngettext ("A term begins every three years. The one that counts here "
                                    "begins on %1$s, %3$d year after the continuous service began "
                                    "on %2$s.",
                                    "A term begins every three years. The one that counts here "
                                    "begins on %1$s, %3$d years after the continuous service began "
                                    "on %2$s.",
                                    (gulong) years),
                          s->dates[1], s->dates[0], years);
}

/* §3 exempts pregnant women from attestation, and defers the attestation of others */
static char *
say_window_excepted (const Said *s)
{
  if (s->dates[1] == NULL || s->dates[3] == NULL)
    return g_strdup_printf (_ ("Since %1$s the officer is not subject to attestation (pregnancy), "
                               "and the last day of that is not known yet: from which day the "
                               "attestation may be held is settled when it ends."),
                            s->dates[0]);
  return g_strdup_printf (_ ("From %1$s to %2$s the officer is not subject to attestation "
                             "(pregnancy): the attestation may be held only after that, from "
                             "%3$s."),
                          s->dates[0], s->dates[1], s->dates[3]);
}

static char *
say_window_deferred (const SarapReason *reason, const Said *s)
{
  g_autofree char *kind = sarap_format_code (sarap_deferral_kinds, reason->code);

  if (reason->code == SARAP_DEFERRAL_PREGNANCY)
    return say_window_excepted (s);
  if (s->dates[1] == NULL || s->dates[3] == NULL)
    return g_strdup_printf (_ ("A deferral (%1$s, since %2$s) covers %3$s and has no last day yet: "
                               "from which day the attestation may be held is settled when it "
                               "ends."),
                            kind, s->dates[0], s->dates[2]);
  return g_strdup_printf (_ ("A deferral (%1$s, %2$s – %3$s) covers %4$s: the attestation may be "
                             "held only after it, from %5$s."),
                          kind, s->dates[0], s->dates[1], s->dates[2], s->dates[3]);
}

static char *
say_deadline_excepted (const Said *s)
{
  if (s->dates[1] == NULL || s->dates[3] == NULL)
    return g_strdup_printf (_ ("Since %1$s, and on the last day, %2$s, the officer is not subject "
                               "to attestation (pregnancy): the last day for the attestation is "
                               "settled when that ends."),
                            s->dates[0], s->dates[2]);
  return g_strdup_printf (_ ("From %1$s to %2$s, and so on the last day, %3$s, the officer is not "
                             "subject to attestation (pregnancy): six months run anew after that, "
                             "and the last of their days is %4$s."),
                          s->dates[0], s->dates[1], s->dates[2], s->dates[3]);
}

static char *
say_deadline_deferred (const SarapReason *reason, const Said *s)
{
  g_autofree char *kind = sarap_format_code (sarap_deferral_kinds, reason->code);

  if (reason->code == SARAP_DEFERRAL_PREGNANCY)
    return say_deadline_excepted (s);
  if (s->dates[1] == NULL || s->dates[3] == NULL)
    return g_strdup_printf (_ ("A deferral (%1$s, since %2$s) covers the last day %3$s and has no "
                               "last day of its own yet: the last day for the attestation is "
                               "settled when it ends."),
                            kind, s->dates[0], s->dates[2]);
  return g_strdup_printf (_ ("A deferral (%1$s, %2$s – %3$s) covers the last day %4$s: six months "
                             "run anew after it, and the last of their days is %5$s."),
                          kind, s->dates[0], s->dates[1], s->dates[2], s->dates[3]);
}

static char *
say_excepted_within (const Said *s)
{
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("Since %1$s the officer is not subject to attestation (pregnancy): "
                               "that lies within the period for the attestation, and the dates do "
                               "not change."),
                            s->dates[0]);
  return g_strdup_printf (_ ("From %1$s to %2$s the officer is not subject to attestation "
                             "(pregnancy): that lies within the period for the attestation, and "
                             "the dates do not change."),
                          s->dates[0], s->dates[1]);
}

static char *
say_deferral_within (const SarapReason *reason, const Said *s)
{
  g_autofree char *kind = sarap_format_code (sarap_deferral_kinds, reason->code);

  if (reason->code == SARAP_DEFERRAL_PREGNANCY)
    return say_excepted_within (s);
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("The deferral (%1$s, since %2$s) lies within the period for the "
                               "attestation, and the dates do not change."),
                            kind, s->dates[0]);
  return g_strdup_printf (_ ("The deferral (%1$s, %2$s – %3$s) lies within the period for the "
                             "attestation, and the dates do not change."),
                          kind, s->dates[0], s->dates[1]);
}

static char *
say_window (const SarapReason *reason, const Said *s)
{
  if (s->dates[0] == NULL)
    return g_strdup (_ ("When the attestation is to be held is known only when the open deferral "
                        "ends."));
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("The attestation is to be held from %s on; its last day is known "
                               "only when the open deferral ends."),
                            s->dates[0]);
  if (reason->number > 0)
    return g_strdup_printf (_ ("The attestation is to be held from %1$s, not later than %2$s, "
                               "except during a deferral."),
                            s->dates[0], s->dates[1]);
  return g_strdup_printf (_ ("The attestation is to be held from %1$s, not later than %2$s."),
                          s->dates[0], s->dates[1]);
}

static char *
say_reattestation_window (const SarapReason *reason, const Said *s)
{
  if (s->dates[0] == NULL)
    return g_strdup (_ ("When the re-attestation may be held is known only when the open deferral "
                        "ends."));
  return g_strdup_printf (_ ("The re-attestation is to be held from %s on; the Instruction sets no "
                             "last day."),
                          s->dates[0]);
}

static char *
say_upcoming (const SarapReason *reason, const Said *s)
{
  g_autofree char *duration = NULL;

  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("On %s the attestation is still to come: it may be held only when "
                               "the open deferral has ended."),
                            s->dates[0]);
  duration = sarap_format_duration (reason->dates[0], reason->dates[1]);
  /* TRANSLATORS: two dates, and how long it is from one to the other: "66 days", "2 y 11 mo" */
  return g_strdup_printf (_ ("On %1$s the attestation is still to come: it may be held from %2$s "
                             "(until then: %3$s)."),
                          s->dates[0], s->dates[1], duration);
}

static char *
say_due (const SarapReason *reason, const Said *s)
{
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("On %s the officer is due for attestation; there is no last day as "
                               "long as a deferral is open."),
                            s->dates[0]);
  if (reason->number == 0)
    return g_strdup_printf (_ ("On %s the officer is due for attestation: it is the last day."),
                            s->dates[0]);
  return g_strdup_printf (ngettext ("On %1$s the officer is due for attestation: the last day is "
                                    "%2$s, %3$d day is left.",
                                    "On %1$s the officer is due for attestation: the last day is "
                                    "%2$s, %3$d days are left.",
                                    (gulong) reason->number),
                          s->dates[0], s->dates[1], reason->number);
}

static char *
say_overdue (const SarapReason *reason, const Said *s)
{
  g_autofree char *duration = sarap_format_duration (reason->dates[1], reason->dates[0]);

  /* TRANSLATORS: two dates, and how long it is from one to the other: "66 days", "2 y 11 mo" */
  return g_strdup_printf (_ ("On %1$s the attestation is overdue: its last day was %2$s, %3$s "
                             "before."),
                          s->dates[0], s->dates[1], duration);
}

static char *
say_reattestation_upcoming (const SarapReason *reason, const Said *s)
{
  g_autofree char *duration = NULL;

  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("On %s the re-attestation is still to come: it may be held only "
                               "when the open deferral has ended."),
                            s->dates[0]);
  duration = sarap_format_duration (reason->dates[0], reason->dates[1]);
  /* TRANSLATORS: two dates, and how long it is from one to the other: "66 days", "2 y 11 mo" */
  return g_strdup_printf (_ ("On %1$s the re-attestation is still to come: it may be held from "
                             "%2$s (until then: %3$s)."),
                          s->dates[0], s->dates[1], duration);
}

/* dates[2]: a re-attestation is deferred */
static char *
say_deferred (const SarapReason *reason, const Said *s)
{
  g_autofree char *kind = sarap_format_code (sarap_deferral_kinds, reason->number);

  if (reason->number == SARAP_DEFERRAL_PREGNANCY && s->dates[1] == NULL)
    return g_strdup_printf (_ ("On %s the officer is not subject to attestation (pregnancy); the "
                               "last day of that is not known yet."),
                            s->dates[0]);
  if (reason->number == SARAP_DEFERRAL_PREGNANCY)
    return g_strdup_printf (_ ("On %1$s the officer is not subject to attestation (pregnancy), up "
                               "to %2$s, that day included."),
                            s->dates[0], s->dates[1]);
  if (s->dates[2] != NULL && s->dates[1] == NULL)
    return g_strdup_printf (_ ("On %1$s the re-attestation is deferred (%2$s); the last day of the "
                               "deferral is not known yet, and none is held during it."),
                            s->dates[0], kind);
  if (s->dates[2] != NULL)
    return g_strdup_printf (_ ("On %1$s the re-attestation is deferred (%2$s) up to %3$s, that day "
                               "included; none is held during that time."),
                            s->dates[0], kind, s->dates[1]);
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("On %1$s the attestation is deferred (%2$s); the last day of the "
                               "deferral is not known yet, and none is held during it."),
                            s->dates[0], kind);
  return g_strdup_printf (_ ("On %1$s the attestation is deferred (%2$s) up to %3$s, that day "
                             "included; none is held during that time."),
                          s->dates[0], kind, s->dates[1]);
}

static char *
say_status (const SarapReason *reason, const Said *s)
{
  switch ((SarapStatus) reason->code)
    {
    case SARAP_STATUS_NOT_IN_SERVICE:
      return g_strdup_printf (_ ("On %s no attestation is owed."), s->dates[0]);
    case SARAP_STATUS_UPCOMING:
      return say_upcoming (reason, s);
    case SARAP_STATUS_DUE:
      return say_due (reason, s);
    case SARAP_STATUS_OVERDUE:
      return say_overdue (reason, s);
    case SARAP_STATUS_DEFERRED:
      return say_deferred (reason, s);
    case SARAP_STATUS_REATTESTATION_UPCOMING:
      return say_reattestation_upcoming (reason, s);
    case SARAP_STATUS_REATTESTATION_DUE:
      return g_strdup_printf (_ ("On %s the officer is due for re-attestation."), s->dates[0]);
    case SARAP_STATUS_NEGATIVE:
      return g_strdup_printf (_ ("On %s the approved result is negative: it is a ground to end the "
                                 "service in the customs bodies. The head decides; the HR service "
                                 "prepares the papers."),
                              s->dates[0]);
    case SARAP_STATUS_NONE:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
say_approved (const SarapReason *reason, const Said *s)
{
  if (s->dates[1] != NULL && s->order != NULL)
    return g_strdup_printf (_ ("The decision of %1$s was approved by order No. %3$s of %2$s."),
                            s->dates[0], s->dates[1], s->order);
  if (s->dates[1] != NULL)
    return g_strdup_printf (_ ("The decision of %1$s was approved on %2$s."), s->dates[0],
                            s->dates[1]);
  return g_strdup_printf (_ ("The decision of %s was approved."), s->dates[0]);
}

static char *
say_awaits_approval (const SarapReason *reason, const Said *s)
{
  g_autofree char *decision = sarap_format_code (sarap_decisions, reason->code);

  return g_strdup_printf (_ ("The decision of %1$s (%2$s) is not approved yet: so far it counts "
                             "only that the attestation was held."),
                          s->dates[0], decision);
}

static char *
say_cause_refused (const SarapReason *reason, const Said *s)
{
  g_autofree char *decision = sarap_format_code (sarap_decisions, reason->code);

  return g_strdup_printf (_ ("The head did not approve the decision of %1$s (%2$s): a "
                             "re-attestation is to be held, and its decision is final."),
                          s->dates[0], decision);
}

static char *
say_central_category (const SarapReason *reason, const Said *s)
{
  g_autofree char *category = sarap_format_code (sarap_categories, reason->code);

  return g_strdup_printf (_ ("The Central commission attests: the position is of the category "
                             "“%s”, and in the territorial bodies it hears the heads and their "
                             "deputies."),
                          category);
}

static char *
say_body_commission (const SarapReason *reason, const Said *s)
{
  if (s->name != NULL)
    return g_strdup_printf (_ ("A commission of the officer’s own body attests: %s."), s->name);
  return g_strdup (_ ("A commission of the officer’s own body attests."));
}

static char *
reason_format (const SarapReason *reason, const Said *s)
{
  switch (reason->kind)
    {
    case SARAP_REASON_NOT_IN_SERVICE:
      return say_not_in_service (reason, s);
    case SARAP_REASON_POSITION_SINCE:
      return say_position_since (reason, s);
    case SARAP_REASON_POSITIONS_AT_ONCE:
      return say_positions_at_once (reason, s);
    case SARAP_REASON_SERVICE_JOINED:
      return say_joined (reason, s);
    case SARAP_REASON_SERVICE_BROKEN_GAP:
      return say_broken_gap (reason, s);
    case SARAP_REASON_SERVICE_BROKEN_OTHER:
      return say_broken_other (reason, s);
    case SARAP_REASON_CONTINUOUS_SINCE:
      return g_strdup_printf (_ ("Continuous service counts from %s."), s->dates[0]);
    case SARAP_REASON_LAST_REGULAR:
      return g_strdup_printf (_ ("The last regular attestation was held on %s; it counts for every "
                                 "term that began up to that day, that day included."),
                              s->dates[0]);
    case SARAP_REASON_NO_REGULAR:
      return g_strdup_printf (_ ("No regular attestation has been held since %s."), s->dates[0]);
    case SARAP_REASON_ANNULLED:
      return say_annulled (reason, s);
    case SARAP_REASON_TERM:
      return say_term (reason, s);
    case SARAP_REASON_POSITION_SIX_MONTHS:
      return g_strdup_printf (_ ("Nobody is attested before six months in the position: it has "
                                 "been held since %1$s, so not before %2$s."),
                              s->dates[0], s->dates[1]);
    case SARAP_REASON_WINDOW_DEFERRED:
      return say_window_deferred (reason, s);
    case SARAP_REASON_WINDOW:
      return say_window (reason, s);
    case SARAP_REASON_DEADLINE_DEFERRED:
      return say_deadline_deferred (reason, s);
    case SARAP_REASON_CAUSE_REATTESTATION:
      return g_strdup_printf (_ ("The attestation of %s decided: subject to re-attestation."),
                              s->dates[0]);
    case SARAP_REASON_APPROVED:
      return say_approved (reason, s);
    case SARAP_REASON_CAUSE_REFUSED:
      return say_cause_refused (reason, s);
    case SARAP_REASON_REATTESTATION_EARLIEST:
      return g_strdup_printf (_ ("A re-attestation is held after six months: %1$s is six months "
                                 "after %2$s."),
                              s->dates[1], s->dates[0]);
    case SARAP_REASON_NEGATIVE:
      return g_strdup_printf (_ ("The attestation of %s decided: does not correspond to the "
                                 "position held. That is a negative result."),
                              s->dates[0]);
    case SARAP_REASON_NEGATIVE_UNTIL:
      return g_strdup_printf (_ ("It was held in the present position, and no new attestation is "
                                 "held before the next term, %s."),
                              s->dates[1]);
    case SARAP_REASON_STATUS:
      return say_status (reason, s);
    case SARAP_REASON_CENTRAL_BODY:
      return g_strdup (_ ("The Central commission attests: it hears everyone who serves in the "
                          "agency itself."));
    case SARAP_REASON_CENTRAL_CATEGORY:
      return say_central_category (reason, s);
    case SARAP_REASON_BODY_COMMISSION:
      return say_body_commission (reason, s);
    case SARAP_REASON_DEFERRAL_WITHIN_WINDOW:
      return say_deferral_within (reason, s);
    case SARAP_REASON_REATTESTATION_WINDOW:
      return say_reattestation_window (reason, s);
    case SARAP_REASON_AWAITS_APPROVAL:
      return say_awaits_approval (reason, s);
    case SARAP_REASON_NEGATIVE_EARLIER_POSITION:
      return g_strdup_printf (_ ("The negative result of %1$s belongs to an earlier position; the "
                                 "present one has been held since %2$s."),
                              s->dates[0], s->dates[1]);
    case SARAP_REASON_NEGATIVE_TERM_COME:
      return g_strdup_printf (_ ("The result of %1$s was negative, but the next term, %2$s, has "
                                 "begun."),
                              s->dates[0], s->dates[1]);
    case SARAP_REASON_NONE:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
sarap_format_reason_with (const SarapReason *reason, SarapReasonName name, gpointer data)
{
  g_auto (Said) said = { { NULL } };

  said_init (&said, reason, name, data);
  return reason_format (reason, &said);
}

char *
sarap_format_reason (const SarapReason *reason)
{
  return sarap_format_reason_with (reason, NULL, NULL);
}
