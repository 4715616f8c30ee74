#pragma once

#include "rules/sarap-reason.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* Sentences of the rules for people, in the language that the program speaks now. */

/**
 * sarap_format_date:
 * @date: a day
 *
 * A date in the form of the language
 *
 * Returns: (transfer full): the day in the short form of the language: "23.11.2026"
 */
char       *sarap_format_date        (SarapDate date);

/**
 * sarap_format_paragraph:
 * @paragraph: a paragraph of the Instruction, 0 for none
 * @own_reading: whether it does not say so expressly
 *
 * "§5", "5-т.", "п. 5"; "§5*" for what is a reading of the program's own; "" for none.
 *
 * Returns: (transfer full): how the language cites it: "§5", "§5*" with the mark that
 *   sarap_format_own_reading() explains; "" for none
 */
char       *sarap_format_paragraph   (guint paragraph, gboolean own_reading);
/* What the mark after a paragraph means, where it is first seen */
const char *sarap_format_own_reading (void);

/* The Instruction in full, and that it is repealed: where it is first cited */
const char *sarap_format_instruction (void);

/**
 * sarap_format_length:
 * @length: a length of service
 *
 * "15 y 5 mo".
 *
 * Returns: (transfer full): its whole years and months, as the attestation sheet has them
 */
char       *sarap_format_length      (const SarapServiceLength *length);

/**
 * sarap_format_duration:
 * @from: a day
 * @to: a later one
 *
 * "66 days", "2 y 11 mo": from one day to a later one.
 *
 * Returns: (transfer full): how long it is from one to the other: "66 days"; months and years where
 *   the days would be many: "5 months", "2 y 11 mo"
 */
char       *sarap_format_duration    (SarapDate from, SarapDate to);

/**
 * sarap_format_days_left:
 * @days: days to a deadline, negative when it is past
 *
 * "22 days left", "5 days late".
 *
 * Returns: (transfer full): them in words
 */
char       *sarap_format_days_left   (int days);

/**
 * sarap_format_deferred:
 * @career: the career
 * @standing: where the officer stands on that day: deferred
 * @on: the day
 *
 * "Childcare leave · last day 22.12.2026, then to be attested by 13.03.2027", as far as it is known.
 *
 * Returns: (transfer full): until when somebody is deferred, and by when they are to be attested
 */
char       *sarap_format_deferred    (const SarapCareer   *career,
                                      const SarapStanding *standing,
                                      SarapDate            on);

/**
 * sarap_format_code:
 * @table: words that are written small inside a sentence
 * @value: one of them
 *
 * "childcare leave", inside a sentence.
 *
 * Returns: (transfer full): its word for the middle of a sentence: "childcare leave"
 */
char       *sarap_format_code        (const SarapCode *table, int value);

/**
 * sarap_format_in_language:
 * @kk: (nullable): a text in Kazakh
 * @ru: (nullable): the same in Russian
 *
 * Of two texts the one in the program's language; Kazakh where it speaks neither.
 *
 * Names are kept in Kazakh and in Russian; who reads English is given the Kazakh ones.
 *
 * Returns: (nullable): the one to be shown
 */
const char *sarap_format_in_language (const char *kk, const char *ru);

/**
 * SarapReasonName:
 * @reason: a reason that speaks of a record
 * @order: (out) (nullable): number of the order by which a position was given or a decision
 *   approved, where it is known; left alone otherwise
 * @data: the caller's
 *
 * Returns: (transfer full) (nullable): what people call that record: the employer where the reason
 *   speaks of an employment, the position where it speaks of a position, the body where it speaks
 *   of a commission
 */
typedef char *(*SarapReasonName) (const SarapReason *reason, char **order, gpointer data);

/**
 * sarap_format_reason:
 * @reason: a reason
 *
 * A reason without its paragraph; the second names what it speaks of.
 *
 * Returns: (transfer full): a whole sentence, without the paragraph
 */
char       *sarap_format_reason      (const SarapReason *reason);

/**
 * sarap_format_reason_with:
 * @reason: a reason
 * @name: (nullable) (scope call): names the record it speaks of
 * @data: for @name
 *
 * Returns: (transfer full): a whole sentence, without the paragraph
 */
char       *sarap_format_reason_with (const SarapReason *reason, SarapReasonName name, gpointer data);

/**
 * sarap_reasons_brief:
 * @reasons: how a standing comes about
 *
 * Which reasons a person needs first: their places in @reasons, in the order to be read.
 *
 * Returns: (transfer full) (element-type guint): the places of the few reasons that a person needs
 *   first, in the order in which to read them
 */
GArray     *sarap_reasons_brief   (const SarapReasons *reasons);

G_END_DECLS
