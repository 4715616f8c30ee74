#pragma once

#include "forms/sarap-record-screen.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFormField:
 *
 * A field of a form: its label, an editor for its type, and its fault. Signals: "changed", when the
 * person changed it; "entered", when Enter was pressed in an entry.
 */
#define SARAP_TYPE_FORM_FIELD (sarap_form_field_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormField, sarap_form_field, SARAP, FORM_FIELD, AdwBin)

/**
 * sarap_form_field_new:
 * @field: a field of a record
 * @words: (nullable): its further texts
 * @needed: whether it is required if it is shown
 * | Returns: an empty editor
 */
GtkWidget *
sarap_form_field_new (const SarapField *field, const SarapFieldWords *words, gboolean needed);
/* The value in the form of a record; an invalid text unchanged; NULL if empty */
char *sarap_form_field_dup_value (SarapFormField *self);

/* Sets the value without "changed" */
void sarap_form_field_set_value (SarapFormField *self, const char *value);

/**
 * sarap_form_field_set_fault:
 * @self: a field
 * @message: (nullable): a sentence about its fault, %NULL for none
 */
void sarap_form_field_set_fault (SarapFormField *self, const char *message);
/* Sets the choices of a body or unit: codes and labels, both ended by NULL */
void sarap_form_field_set_choices (SarapFormField *self,
                                   const char *const *codes,
                                   const char *const *labels);
/* Focuses the field */
void sarap_form_field_focus (SarapFormField *self);

/* Whether the person changed it */
gboolean sarap_form_field_is_touched (SarapFormField *self);

G_END_DECLS
