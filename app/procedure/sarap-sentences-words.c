/* Parts of sentences: dates, paragraphs, lengths, codes. A part of sarap-sentences.h */

#include "procedure/sarap-sentences.h"

#include "rules/sarap-deferral.h"

#include "base/sarap-language.h"

#include <glib/gi18n-lib.h>

/* Days from which a number of days is hard to read */
#define MOST_DAYS 90

char *
sarap_format_date (SarapDate date)
{
  int year, month, day;

  sarap_date_split (date, &year, &month, &day);
  /* TRANSLATORS: a short date: %1$02d day, %2$02d month, %3$04d year */
  return g_strdup_printf (_ ("%1$02d.%2$02d.%3$04d"), day, month, year);
}

char *
sarap_format_paragraph (guint paragraph, gboolean own_reading)
{
  if (paragraph == 0)
    return g_strdup ("");
  /* TRANSLATORS: a paragraph of the Instruction, with the mark of a house rule */
  if (own_reading)
    return g_strdup_printf (_ ("§%u*"), paragraph);
  /* TRANSLATORS: a paragraph of the Instruction, in a small chip: Kazakh "5-т.", Russian "п. 5" */
  return g_strdup_printf (_ ("§%u"), paragraph);
}

const char *
sarap_format_own_reading (void)
{
  return _ ("* The Instruction does not say this expressly; it is the program’s reading.");
}

const char *
sarap_format_instruction (void)
{
  return _ ("Instruction on the attestation of officers of the customs bodies of the Republic of "
            "Kazakhstan, approved by order No. 394 of the Chairman of the Agency of Customs "
            "Control of the Republic of Kazakhstan of 20 August 2003 (repealed by order No. 91 of "
            "23 February 2004)");
}

char *
sarap_format_length (const SarapServiceLength *length)
{
  /* TRANSLATORS: a length of service in abbreviated years and months, by the number of years:
     "15 ж. 5 ай"; "2 г. 5 мес.", "15 л. 5 мес." */
  return g_strdup_printf (ngettext ("%1$d y %2$d mo", "%1$d y %2$d mo", (gulong) length->years),
                          length->years, length->months);
}

char *
sarap_format_duration (SarapDate from, SarapDate to)
{
  int from_year, from_month, year, month, months;

  if (to - from <= MOST_DAYS)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) (to - from)), to - from);
  sarap_date_split (from, &from_year, &from_month, NULL);
  sarap_date_split (to, &year, &month, NULL);
  months = (year - from_year) * 12 + month - from_month;
  if (sarap_date_add_months (from, months) > to)
    months--;
  if (months < 12)
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
  return sarap_format_length (&(SarapServiceLength){ months / 12, months % 12, 0 });
}

char *
sarap_format_days_left (int days)
{
  if (days == 0)
    return g_strdup (_ ("today is the last day"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
}

char *
sarap_format_deferred (const SarapCareer *career, const SarapStanding *standing, SarapDate on)
{
  const char *kind = _ (sarap_code_label (sarap_deferral_kinds, (int) standing->deferral));
  SarapDate last = sarap_deferral_chain_last (career, on);
  g_autofree char *until = NULL, *deadline = NULL;

  if (last == SARAP_DATE_NONE || last == SARAP_DATE_FAR)
    /* TRANSLATORS: %s is a kind of deferral */
    return g_strdup_printf (_ ("%s · until it ends"), kind);
  until = sarap_format_date (last);
  if (standing->deadline == SARAP_DATE_NONE)
    /* TRANSLATORS: %1$s is a kind of deferral, %2$s its last day */
    return g_strdup_printf (_ ("%1$s · last day %2$s"), kind, until);
  deadline = sarap_format_date (standing->deadline);
  if (standing->deadline < on)
    /* TRANSLATORS: %1$s is a kind of deferral, %2$s its last day; %3$s is the last day of the time
       for the attestation, which has passed */
    return g_strdup_printf (_ ("%1$s · last day %2$s, the attestation was due by %3$s"), kind,
                            until, deadline);
  /* TRANSLATORS: %1$s is a kind of deferral, %2$s its last day; %3$s is the last day of the time
     for the attestation */
  return g_strdup_printf (_ ("%1$s · last day %2$s, then to be attested by %3$s"), kind, until,
                          deadline);
}

const char *
sarap_format_in_language (const char *kk, const char *ru)
{
  gboolean russian = g_str_equal (sarap_language_get (), "ru");
  const char *first = russian ? ru : kk;

  return first != NULL ? first : russian ? kk : ru;
}

char *
sarap_format_code (const SarapCode *table, int value)
{
  const char *label = sarap_code_label (table, value);
  GString *said;

  /* a word of a newer program */
  if (label == NULL)
    return g_strdup ("—");
  label = _ (label);
  said = g_string_new (g_utf8_next_char (label));
  g_string_prepend_unichar (said, g_unichar_tolower (g_utf8_get_char (label)));
  return g_string_free (said, FALSE);
}
