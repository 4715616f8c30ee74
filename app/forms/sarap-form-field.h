#pragma once

#include "forms/sarap-record-screen.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFormField:
 *
 * One field of a record to be filled in: its label, an editor by its type, and what is wrong with
 * it. Signals: "changed", when the person changed it; "entered", when Enter was pressed in an
 * entry.
 */
#define SARAP_TYPE_FORM_FIELD (sarap_form_field_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormField, sarap_form_field, SARAP, FORM_FIELD, AdwBin)

/**
 * sarap_form_field_new:
 * @field: a field of a record
 * @words: (nullable): what it says besides its label
 * @needed: whether it may not be empty where it is shown
 *
 * @words: what it says besides its label, or NULL; @needed: whether it may not be empty where it is
 * * shown.
 *
 * Returns: an empty editor for it
 */
GtkWidget *
sarap_form_field_new (const SarapField *field, const SarapFieldWords *words, gboolean needed);
/* As the record keeps it; what cannot be understood, as it was typed; %NULL for none */
char *sarap_form_field_dup_value (SarapFormField *self);

/* Without "changed" */
void sarap_form_field_set_value (SarapFormField *self, const char *value);

/**
 * sarap_form_field_set_fault:
 * @self: a field
 * @message: (nullable): what is wrong with it, %NULL if nothing is
 */
void sarap_form_field_set_fault (SarapFormField *self, const char *message);
/* Of a body or unit: codes and what people call them, both ended by %NULL */
void sarap_form_field_set_choices (SarapFormField *self,
                                   const char *const *codes,
                                   const char *const *labels);
/* Puts the focus on the field */
void sarap_form_field_focus (SarapFormField *self);

/* Whether the person changed it */
gboolean sarap_form_field_is_touched (SarapFormField *self);

G_END_DECLS
