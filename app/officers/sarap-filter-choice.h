#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterChoice:
 *
 * A check button for a value of a filter: a key, or a status or span.
 */
#define SARAP_TYPE_FILTER_CHOICE (sarap_filter_choice_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterChoice, sarap_filter_choice, SARAP, FILTER_CHOICE, GtkCheckButton)

/**
 * sarap_filter_choice_new:
 * @label: its label
 * @key: (nullable): its key
 * @value: without a key: the status, or the kind of span
 *
 * Returns: (transfer floating): an inactive choice
 */
GtkWidget  *sarap_filter_choice_new       (const char *label, const char *key, int value);
const char *sarap_filter_choice_get_key   (SarapFilterChoice *self);
int         sarap_filter_choice_get_value (SarapFilterChoice *self);
/* Whether its label contains a text, folded loosely */
gboolean    sarap_filter_choice_matches   (SarapFilterChoice *self, const char *text);

G_END_DECLS
