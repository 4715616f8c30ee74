#pragma once

#include "rules/sarap-reason.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* Sentences of the rules for people, in the language that the program speaks now. */

/* A date in the form of the language */
char       *sarap_format_date        (SarapDate date);
/* "§5", "5-т.", "п. 5"; "§5*" for what is a reading of the program's own; "" for none */
char       *sarap_format_paragraph   (guint paragraph, gboolean own_reading);
/* What the mark means, and the Instruction in full: where either is first seen */
const char *sarap_format_own_reading (void);
const char *sarap_format_instruction (void);
/* "15 y 5 mo" */
char       *sarap_format_length      (const SarapServiceLength *length);
/* "66 days", "2 y 11 mo": from one day to a later one */
char       *sarap_format_duration    (SarapDate from, SarapDate to);
/* "22 days left", "5 days late" */
char       *sarap_format_days_left   (int days);
/* "childcare leave", inside a sentence */
char       *sarap_format_code        (const SarapCode *table, int value);
/* Of two texts the one in the program's language; Kazakh where it speaks neither */
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

/* A reason without its paragraph; the second names what it speaks of */
char       *sarap_format_reason      (const SarapReason *reason);
char       *sarap_format_reason_with (const SarapReason *reason, SarapReasonName name, gpointer data);

/* Which reasons a person needs first: their places in @reasons, in the order to be read */
GArray     *sarap_reasons_brief   (const SarapReasons *reasons);

G_END_DECLS
