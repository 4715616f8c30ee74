#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterChoice:
 *
 * A check button of what may be filtered by: a key, or a status or span.
 */
#define SARAP_TYPE_FILTER_CHOICE (sarap_filter_choice_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterChoice, sarap_filter_choice, SARAP, FILTER_CHOICE, GtkCheckButton)

/**
 * sarap_filter_choice_new:
 * @label: what it says
 * @key: (nullable): the key that it stands for
 * @value: without a key: the status, or the kind of span
 *
 * Returns: (transfer floating): a choice that is not made
 */
GtkWidget  *sarap_filter_choice_new       (const char *label, const char *key, int value);
const char *sarap_filter_choice_get_key   (SarapFilterChoice *self);
int         sarap_filter_choice_get_value (SarapFilterChoice *self);
/* Whether a text, folded loosely, stands in what it says */
gboolean    sarap_filter_choice_matches   (SarapFilterChoice *self, const char *text);

G_END_DECLS
