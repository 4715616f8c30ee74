#include "procedure/sarap-warning-sentences.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

/* The dates of a warning as texts; a missing one is NULL */
typedef struct
{
  char *dates[3];
} Said;

static void
said_init (Said *said, const SarapWarning *warning)
{
  for (guint i = 0; i < G_N_ELEMENTS (said->dates); i++)
    said->dates[i] =
        warning->dates[i] != SARAP_DATE_NONE ? sarap_format_date (warning->dates[i]) : NULL;
}

static void
said_clear (Said *said)
{
  for (guint i = 0; i < G_N_ELEMENTS (said->dates); i++)
    g_free (said->dates[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static char *
say_customs_overlap (const SarapWarning *warning, const Said *s)
{
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("The customs position held since %1$s and the one held since %2$s "
                               "are both held to this day."),
                            s->dates[2], s->dates[0]);
  return g_strdup_printf (ngettext ("The customs position held since %1$s and the one held since "
                                    "%2$s share %4$d day, up to %3$s.",
                                    "The customs position held since %1$s and the one held since "
                                    "%2$s share %4$d days, up to %3$s.",
                                    (gulong) warning->number),
                          s->dates[2], s->dates[0], s->dates[1], warning->number);
}

static char *
say_service_elsewhere (const SarapWarning *warning, const Said *s)
{
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("From %1$s on the officer serves elsewhere and in the customs "
                               "position held since %2$s at the same time."),
                            s->dates[0], s->dates[2]);
  return g_strdup_printf (ngettext ("From %1$s to %2$s, %4$d day, the officer served elsewhere and "
                                    "in the customs position held since %3$s at the same time.",
                                    "From %1$s to %2$s, %4$d days, the officer served elsewhere "
                                    "and in the customs position held since %3$s at the same "
                                    "time.",
                                    (gulong) warning->number),
                          s->dates[0], s->dates[1], s->dates[2], warning->number);
}

static char *
say_deferral_overlap (const SarapWarning *warning, const Said *s)
{
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("The deferral since %1$s and the one since %2$s are both open."),
                            s->dates[2], s->dates[0]);
  return g_strdup_printf (ngettext ("The deferral since %1$s and the one since %2$s share %4$d "
                                    "day, up to %3$s.",
                                    "The deferral since %1$s and the one since %2$s share %4$d "
                                    "days, up to %3$s.",
                                    (gulong) warning->number),
                          s->dates[2], s->dates[0], s->dates[1], warning->number);
}

static char *
say_deferral_length (const SarapWarning *warning, const Said *s)
{
  g_autofree char *kind = sarap_format_code (sarap_deferral_kinds, warning->code);

  if (s->dates[2] == NULL)
    return g_strdup_printf (ngettext ("The deferral (%1$s, since %2$s) has no last day yet; one of "
                                      "its kind lasts %4$d month at most, to %3$s.",
                                      "The deferral (%1$s, since %2$s) has no last day yet; one of "
                                      "its kind lasts %4$d months at most, to %3$s.",
                                      (gulong) warning->number),
                            kind, s->dates[0], s->dates[1], warning->number);
  return g_strdup_printf (ngettext ("The deferral (%1$s, since %2$s) lasts to %5$s; one of its "
                                    "kind lasts %4$d month at most, to %3$s.",
                                    "The deferral (%1$s, since %2$s) lasts to %5$s; one of its "
                                    "kind lasts %4$d months at most, to %3$s.",
                                    (gulong) warning->number),
                          kind, s->dates[0], s->dates[1], warning->number, s->dates[2]);
}

static char *
say_deferral_of_man (const SarapWarning *warning, const Said *s)
{
  g_autofree char *kind = sarap_format_code (sarap_deferral_kinds, warning->code);

  return g_strdup_printf (_ ("The deferral since %1$s (%2$s) is one of women, and the officer is a "
                             "man: entered as an absence for a valid reason it has the same "
                             "effect."),
                          s->dates[0], kind);
}

static char *
say_attested_while_deferred (const SarapWarning *warning, const Said *s)
{
  g_autofree char *kind = sarap_format_code (sarap_deferral_kinds, warning->code);

  if (s->dates[2] == NULL)
    return g_strdup_printf (_ ("The attestation of %1$s was held during a deferral (%2$s, since "
                               "%3$s)."),
                            s->dates[0], kind, s->dates[1]);
  return g_strdup_printf (_ ("The attestation of %1$s was held during a deferral (%2$s, %3$s – "
                             "%4$s)."),
                          s->dates[0], kind, s->dates[1], s->dates[2]);
}

static char *
say_no_cause (const SarapWarning *warning, const Said *s)
{
  if (s->dates[1] == NULL)
    return g_strdup_printf (_ ("The re-attestation of %s has no attestation before it that calls "
                               "for one."),
                            s->dates[0]);
  return g_strdup_printf (_ ("The re-attestation of %1$s has no cause: the attestation before it, "
                             "of %2$s, does not call for one."),
                          s->dates[0], s->dates[1]);
}

static char *
say_outcome_late (const SarapWarning *warning, const Said *s)
{
  if (warning->code == SARAP_OUTCOME_REFUSED)
    return g_strdup_printf (ngettext ("The decision of %1$s was refused on %2$s, %4$d day after "
                                      "the last day, %3$s.",
                                      "The decision of %1$s was refused on %2$s, %4$d days after "
                                      "the last day, %3$s.",
                                      (gulong) warning->number),
                            s->dates[0], s->dates[1], s->dates[2], warning->number);
  return g_strdup_printf (ngettext ("The decision of %1$s was approved on %2$s, %4$d day after the "
                                    "last day, %3$s.",
                                    "The decision of %1$s was approved on %2$s, %4$d days after "
                                    "the last day, %3$s.",
                                    (gulong) warning->number),
                          s->dates[0], s->dates[1], s->dates[2], warning->number);
}

char *
sarap_format_warning (const SarapWarning *warning)
{
  g_auto (Said) said = { { NULL } };
  char *const *dates = said.dates;

  said_init (&said, warning);
  switch (warning->kind)
    {
    case SARAP_WARNING_ATTESTATION_AHEAD:
      return g_strdup_printf (_ ("An attestation of %1$s cannot have been held yet: today is "
                                 "%2$s."),
                              dates[0], dates[1]);
    case SARAP_WARNING_OUTCOME_AHEAD:
      return g_strdup_printf (_ ("An outcome of %2$s cannot be known yet: today is %3$s "
                                 "(attestation of %1$s)."),
                              dates[0], dates[1], dates[2]);
    case SARAP_WARNING_IIN_BIRTH_DATE:
      return g_strdup_printf (_ ("By the record the date of birth is %1$s, by the IIN %2$s."),
                              dates[0], dates[1]);
    case SARAP_WARNING_IIN_SEX:
      return g_strdup (warning->code == SARAP_SEX_MALE
                           ? _ ("By the record the officer is a man, by the IIN a woman.")
                           : _ ("By the record the officer is a woman, by the IIN a man."));
    case SARAP_WARNING_CUSTOMS_OVERLAP:
      return say_customs_overlap (warning, &said);
    case SARAP_WARNING_SERVICE_ELSEWHERE:
      return say_service_elsewhere (warning, &said);
    case SARAP_WARNING_SERVICE_BEFORE_SIXTEEN:
      return g_strdup_printf (_ ("The service begins on %1$s, before the officer’s sixteenth "
                                 "birthday, %2$s."),
                              dates[0], dates[1]);
    case SARAP_WARNING_SERVICE_FAR_AHEAD:
      return g_strdup_printf (_ ("The service begins on %s, more than a year from now."), dates[0]);
    case SARAP_WARNING_DEFERRAL_OVERLAP:
      return say_deferral_overlap (warning, &said);
    case SARAP_WARNING_DEFERRAL_OPEN_LONG:
    case SARAP_WARNING_DEFERRAL_ENDS_LATE:
      return say_deferral_length (warning, &said);
    case SARAP_WARNING_DEFERRAL_FAR_AHEAD:
      return g_strdup_printf (_ ("The deferral begins on %s, more than a year from now."),
                              dates[0]);
    case SARAP_WARNING_DEFERRAL_OF_MAN:
      return say_deferral_of_man (warning, &said);
    case SARAP_WARNING_ATTESTED_WHILE_DEFERRED:
      return say_attested_while_deferred (warning, &said);
    case SARAP_WARNING_ATTESTED_OUT_OF_SERVICE:
      return g_strdup_printf (_ ("On %s, the day of the attestation, the officer held no customs "
                                 "position."),
                              dates[0]);
    case SARAP_WARNING_ATTESTED_SOON:
      return g_strdup_printf (_ ("The attestation of %1$s was held before six months in the "
                                 "position: it had been held since %2$s, so not before %3$s."),
                              dates[0], dates[1], dates[2]);
    case SARAP_WARNING_REATTESTATION_NO_CAUSE:
      return say_no_cause (warning, &said);
    case SARAP_WARNING_REATTESTATION_EARLY:
      return g_strdup_printf (_ ("The re-attestation of %1$s was held less than six months after "
                                 "the attestation of %2$s; the first day was %3$s."),
                              dates[0], dates[1], dates[2]);
    case SARAP_WARNING_REATTESTATION_NOT_HELD:
      return g_strdup_printf (
          _ ("The attestation of %1$s calls for a re-attestation; the next one, "
             "of %2$s, is a regular one."),
          dates[0], dates[1]);
    case SARAP_WARNING_OUTCOME_LATE:
      return say_outcome_late (warning, &said);
    case SARAP_WARNING_NONE:
    case SARAP_WARNING_KINDS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
sarap_format_warning_chip (const SarapWarning *warning, guint index)
{
  guint paragraph = index < SARAP_WARNING_PARAGRAPHS ? warning->paragraphs[index] : 0;

  if (paragraph != 0)
    return sarap_format_paragraph (paragraph, warning->house_rule);
  return index == 0 && warning->house_rule ? g_strdup ("*") : NULL;
}

char *
sarap_format_warning_chips (const SarapWarning *warning)
{
  GString *chips = g_string_new (NULL);
  char *chip;

  for (guint i = 0; (chip = sarap_format_warning_chip (warning, i)) != NULL; i++)
    {
      g_string_append_printf (chips, "%s%s", i > 0 ? ", " : "", chip);
      g_free (chip);
    }
  return g_string_free (chips, FALSE);
}
