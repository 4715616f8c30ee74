#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_name_check:
 * @values: the texts of an officer
 * @faults: a GPtrArray of #SarapFault to add to
 *
 * Refuses a name that mixes two alphabets or contains a digit: it could not be found or sorted. A
 * name in one alphabet may be as in the documents. A name that is already in the database stays.
 */
void     sarap_name_check         (const char *const *values, GPtrArray *faults);

/**
 * sarap_name_hint:
 * @values: the texts of an officer
 * @hints: a GPtrArray of #SarapFault to add to
 *
 * Finds unlikely names, which mostly come from a file: a name in Latin letters with another in
 * Cyrillic, a word for "none". They are only hints: names are as in the documents.
 */
void     sarap_name_hint          (const char *const *values, GPtrArray *hints);

/**
 * sarap_name_hint_case:
 * @values: the texts of an officer
 * @hints: a GPtrArray of #SarapFault to add to
 *
 * Names of several letters that are all capitals, or none is, as a file mostly has them all.
 */
void     sarap_name_hint_case     (const char *const *values, GPtrArray *hints);

/* The sentence about such a name */
char    *sarap_name_say_case      (const char *name);

G_END_DECLS
