/* The small words inside sentences: dates, paragraphs, lengths, codes. A part of sarap-sentences.h
 */

#include "procedure/sarap-sentences.h"

#include "base/sarap-language.h"

#include <glib/gi18n-lib.h>

/* From here on a number of days says nothing */
#define MOST_DAYS 90

/**
 * sarap_format_date:
 * @date: a day
 *
 * Returns: (transfer full): the day in the short form of the language: "23.11.2026"
 */
char *
sarap_format_date (SarapDate date)
{
  int year, month, day;

  sarap_date_split (date, &year, &month, &day);
  /* TRANSLATORS: a short date: %1$02d day, %2$02d month, %3$04d year */
  return g_strdup_printf (_ ("%1$02d.%2$02d.%3$04d"), day, month, year);
}

/**
 * sarap_format_paragraph:
 * @paragraph: a paragraph of the Instruction, 0 for none
 * @own_reading: whether it does not say so expressly
 *
 * Returns: (transfer full): how the language cites it: "§5", "§5*" with the mark that
 *   sarap_format_own_reading() explains; "" for none
 */
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

/* What the mark after a paragraph means */
const char *
sarap_format_own_reading (void)
{
  return _ ("* The Instruction does not say this expressly; it is the program’s reading.");
}

/* The Instruction in full, and that it is repealed: where it is first cited */
const char *
sarap_format_instruction (void)
{
  return _ ("Instruction on the attestation of officers of the customs bodies of the Republic of "
            "Kazakhstan, approved by order No. 394 of the Chairman of the Agency of Customs "
            "Control of the Republic of Kazakhstan of 20 August 2003 (repealed by order No. 91 of "
            "23 February 2004)");
}

/**
 * sarap_format_length:
 * @length: a length of service
 *
 * Returns: (transfer full): its whole years and months, as the attestation sheet has them
 */
char *
sarap_format_length (const SarapServiceLength *length)
{
  /* TRANSLATORS: a length of service in abbreviated years and months, by the number of years:
     "15 ж. 5 ай"; "2 г. 5 мес.", "15 л. 5 мес." */
  return g_strdup_printf (ngettext ("%1$d y %2$d mo", "%1$d y %2$d mo", (gulong) length->years),
                          length->years, length->months);
}

/**
 * sarap_format_duration:
 * @from: a day
 * @to: a later one
 *
 * Returns: (transfer full): how long it is from one to the other: "66 days"; months and years where
 *   the days would be many: "5 months", "2 y 11 mo"
 */
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

/**
 * sarap_format_days_left:
 * @days: days to a deadline, negative when it is past
 *
 * Returns: (transfer full): them in words
 */
char *
sarap_format_days_left (int days)
{
  if (days == 0)
    return g_strdup (_ ("today is the last day"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
}

/**
 * sarap_format_in_language:
 * @kk: (nullable): a text in Kazakh
 * @ru: (nullable): the same in Russian
 *
 * Names are kept in Kazakh and in Russian; who reads English is given the Kazakh ones.
 *
 * Returns: (nullable): the one to be shown
 */
const char *
sarap_format_in_language (const char *kk, const char *ru)
{
  gboolean russian = g_str_equal (sarap_language_get (), "ru");
  const char *first = russian ? ru : kk;

  return first != NULL ? first : russian ? kk : ru;
}

/**
 * sarap_format_code:
 * @table: words that are written small inside a sentence
 * @value: one of them
 *
 * Returns: (transfer full): its word for the middle of a sentence: "childcare leave"
 */
char *
sarap_format_code (const SarapCode *table, int value)
{
  const char *label = sarap_code_label (table, value);
  GString *said;

  /* a word that a newer program wrote */
  if (label == NULL)
    return g_strdup ("—");
  label = _ (label);
  said = g_string_new (g_utf8_next_char (label));
  g_string_prepend_unichar (said, g_unichar_tolower (g_utf8_get_char (label)));
  return g_string_free (said, FALSE);
}
