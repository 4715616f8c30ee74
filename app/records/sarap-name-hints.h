#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_name_check:
 * @values: the texts of an officer
 * @faults: a GPtrArray of #SarapFault to add to
 *
 * A name that mixes two alphabets, or has a digit, is found and sorted by nobody: it is not entered
 * any more. A name wholly of one alphabet is as documents have it. One that is kept already stays.
 */
void     sarap_name_check         (const char *const *values, GPtrArray *faults);

/**
 * sarap_name_hint:
 * @values: the texts of an officer
 * @hints: a GPtrArray of #SarapFault to add to
 *
 * What hardly ever is right in a name and mostly comes from a file: a name in Latin letters beside
 * Cyrillic ones, a word for "none". None of it is wrong: names are as documents have them.
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
