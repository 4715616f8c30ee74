#pragma once

#include "rules/sarap-reason.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* Sentences of the rules for people, in the current language */

/**
 * sarap_format_date:
 * @date: a day
 *
 * Returns: (transfer full): the day in the short form of the language: "23.11.2026"
 */
char       *sarap_format_date        (SarapDate date);

/**
 * sarap_format_paragraph:
 * @paragraph: a paragraph of the Instruction, 0 for none
 * @own_reading: whether it is a house rule, not the paragraph's express words
 *
 * Returns: (transfer full): the citation in the current language: "§5", "5-т.", "п. 5"; "§5*" with
 *   the mark that sarap_format_own_reading() explains; "" for none
 */
char       *sarap_format_paragraph   (guint paragraph, gboolean own_reading);
/* The meaning of the mark after a paragraph, to be shown at its first use */
const char *sarap_format_own_reading (void);

/* The full name of the Instruction, and that it is repealed, to be shown at its first citation */
const char *sarap_format_instruction (void);

/**
 * sarap_format_length:
 * @length: a length of service
 *
 * Returns: (transfer full): its whole years and months, as on the attestation sheet: "15 y 5 mo"
 */
char       *sarap_format_length      (const SarapServiceLength *length);

/**
 * sarap_format_duration:
 * @from: a day
 * @to: a later one
 *
 * Returns: (transfer full): the time between them: "66 days"; in months and years if there are many
 *   days: "5 months", "2 y 11 mo"
 */
char       *sarap_format_duration    (SarapDate from, SarapDate to);

/**
 * sarap_format_days_left:
 * @days: days to a deadline, negative when it is past
 *
 * Returns: (transfer full): a text: "22 days left", "5 days late"
 */
char       *sarap_format_days_left   (int days);

/**
 * sarap_format_deferred:
 * @career: the career
 * @standing: the standing on that day: deferred
 * @on: the day
 *
 * Returns: (transfer full): the deferral with its last day, and the deadline, as far as known:
 *   "Childcare leave · last day 22.12.2026, then to be attested by 13.03.2027"
 */
char       *sarap_format_deferred    (const SarapCareer   *career,
                                      const SarapStanding *standing,
                                      SarapDate            on);

/**
 * sarap_format_code:
 * @table: a table of words in small letters inside a sentence
 * @value: one of them
 *
 * Returns: (transfer full): its word for inside a sentence: "childcare leave"
 */
char       *sarap_format_code        (const SarapCode *table, int value);

/**
 * sarap_format_in_language:
 * @kk: (nullable): a text in Kazakh
 * @ru: (nullable): the same in Russian
 *
 * Names are kept in Kazakh and in Russian; in English the Kazakh ones are shown.
 *
 * Returns: (nullable): the text in the current language
 */
const char *sarap_format_in_language (const char *kk, const char *ru);

/**
 * SarapReasonName:
 * @reason: a reason that is about a record
 * @order: (out) (nullable): number of the order of an appointment or an approved decision, if
 *   known; otherwise unchanged
 * @data: the caller's data
 *
 * Returns: (transfer full) (nullable): the name of that record: the employer, the position, or the
 *   body of a commission, as the reason requires
 */
typedef char *(*SarapReasonName) (const SarapReason *reason, char **order, gpointer data);

/**
 * sarap_format_reason:
 * @reason: a reason
 *
 * Returns: (transfer full): a whole sentence, without the paragraph
 */
char       *sarap_format_reason      (const SarapReason *reason);

/**
 * sarap_format_reason_with:
 * @reason: a reason
 * @name: (nullable) (scope call): names the record that it is about
 * @data: for @name
 *
 * Returns: (transfer full): a whole sentence, without the paragraph
 */
char       *sarap_format_reason_with (const SarapReason *reason, SarapReasonName name,
                                      gpointer data);

/**
 * sarap_reasons_brief:
 * @reasons: the reasons of a standing
 *
 * Returns: (transfer full) (element-type guint): the indexes in @reasons of the few most important
 *   reasons, in reading order
 */
GArray     *sarap_reasons_brief   (const SarapReasons *reasons);

G_END_DECLS
