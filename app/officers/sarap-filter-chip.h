#pragma once

#include "officers/sarap-filter-format.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterChip:
 *
 * A criterion of the filter: a button that opens its choices, and one that removes it.
 *
 * Signals: "removed", when the person removes it.
 */
#define SARAP_TYPE_FILTER_CHIP (sarap_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterChip, sarap_filter_chip, SARAP, FILTER_CHIP, AdwBin)

/**
 * sarap_filter_chip_new:
 * @criterion: what it is about
 * @make_popover: gives the button its popover, each time before it is shown
 * @data: for @make_popover
 *
 * Returns: (transfer floating): a chip without a text
 */
GtkWidget *sarap_filter_chip_new (SarapCriterion criterion,
                                  GtkMenuButtonCreatePopupFunc make_popover,
                                  gpointer data);
SarapCriterion sarap_filter_chip_get_criterion (SarapFilterChip *self);
void sarap_filter_chip_set_text (SarapFilterChip *self, const char *text);

G_END_DECLS
