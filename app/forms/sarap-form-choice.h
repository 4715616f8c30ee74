#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFormChoice:
 *
 * A drop-down of codes that shows what people call them. Its list shows whole texts, ticks the
 * present value and begins there; what is typed searches it, Enter takes the first that is found.
 * Property: "code" (%NULL for no choice). Signal: "add": the person wants to add what is missing.
 *
 * It is no GtkDropDown: GTK 4.8 hangs when the choices of one are replaced while the focus is in
 * the list of another that is just closing.
 */
#define SARAP_TYPE_FORM_CHOICE (sarap_form_choice_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormChoice, sarap_form_choice, SARAP, FORM_CHOICE, AdwBin)

/**
 * sarap_form_choice_new:
 * @name: what is chosen, for people
 * @search: whether there are so many that they are to be found by typing
 *
 * Returns: a drop-down without choices
 */
GtkWidget *sarap_form_choice_new (const char *name, gboolean search);

/**
 * sarap_form_choice_set:
 * @self: a drop-down
 * @none: what stands for no choice
 * @codes: the codes, ended by %NULL
 * @labels: what people call them, ended by %NULL
 *
 * What there is to choose from; what is chosen stays chosen where it is among them.
 */
void sarap_form_choice_set (SarapFormChoice *self,
                            const char *none,
                            const char *const *codes,
                            const char *const *labels);

/**
 * sarap_form_choice_set_required:
 * @self: a drop-down
 * @required: whether "none" is no choice any more once something is chosen; %FALSE if not set
 */
void sarap_form_choice_set_required (SarapFormChoice *self, gboolean required);

/**
 * sarap_form_choice_offer_add:
 * @self: a drop-down
 * @nothing: (nullable): a sentence for its list as long as there is nothing to choose
 * @add: (nullable): what stands below its list; "add" is emitted when it is pressed
 */
void sarap_form_choice_offer_add (SarapFormChoice *self, const char *nothing, const char *add);

/* %NULL for none */
const char *sarap_form_choice_get_code (SarapFormChoice *self);
/* Chooses the row with a code */
void sarap_form_choice_set_code (SarapFormChoice *self, const char *code);

/* What has the focus */
GtkWidget *sarap_form_choice_get_button (SarapFormChoice *self);

G_END_DECLS
