#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFormChoice:
 *
 * A drop-down of codes that shows their labels. Its list shows full texts, ticks the current value
 * and scrolls to it. Typing searches it, and Enter chooses the first match. Property: "code" (%NULL
 * for no choice). Signal: "add": the person wants to add a missing value.
 *
 * It is no GtkDropDown: GTK 4.8 hangs when the choices of one are replaced while the focus is in
 * the list of another that is just closing.
 */
#define SARAP_TYPE_FORM_CHOICE (sarap_form_choice_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormChoice, sarap_form_choice, SARAP, FORM_CHOICE, AdwBin)

/**
 * sarap_form_choice_new:
 * @name: its name, for people
 * @search: whether the choices can be searched
 *
 * Returns: a drop-down without choices
 */
GtkWidget *sarap_form_choice_new (const char *name, gboolean search);

/**
 * sarap_form_choice_set:
 * @self: a drop-down
 * @none: the label of no choice
 * @codes: the codes, ended by %NULL
 * @labels: their labels, ended by %NULL
 *
 * Sets the choices. The current choice stays if it is among them.
 */
void sarap_form_choice_set (SarapFormChoice *self,
                            const char *none,
                            const char *const *codes,
                            const char *const *labels);

/**
 * sarap_form_choice_set_required:
 * @self: a drop-down
 * @required: whether "none" is not offered once a value has been chosen; %FALSE by default
 */
void sarap_form_choice_set_required (SarapFormChoice *self, gboolean required);

/**
 * sarap_form_choice_offer_add:
 * @self: a drop-down
 * @nothing: (nullable): a sentence for an empty list
 * @add: (nullable): the label of a button below the list, which emits "add"
 */
void sarap_form_choice_offer_add (SarapFormChoice *self, const char *nothing, const char *add);

/* The chosen code; NULL for none */
const char *sarap_form_choice_get_code (SarapFormChoice *self);
/* Chooses a code */
void sarap_form_choice_set_code (SarapFormChoice *self, const char *code);

/* The widget that has the focus */
GtkWidget *sarap_form_choice_get_button (SarapFormChoice *self);

G_END_DECLS
