#pragma once

#include "procedure/sarap-officer-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapRecordForm:
 *
 * A form for a record, made from its type's description and checked while typing.
 *
 * Property: "dirty" (whether anything differs from the record). Signals: "save", "cancel" and
 * "remove", on request of the person; Ctrl+S and Ctrl+Return save, Escape cancels. "typed": a field
 * changed, and a shown error is removed. "settled": it is no longer busy; a saved form is closed by
 * then.
 */
#define SARAP_TYPE_RECORD_FORM (sarap_record_form_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecordForm, sarap_record_form, SARAP, RECORD_FORM, AdwBin)

/**
 * sarap_record_form_new:
 * @record: the record; a new one has no id
 * @bodies: the bodies and units to choose from
 *
 * Returns: a form with the record's values
 */
GtkWidget *sarap_record_form_new (SarapRecord *record, SarapBodies *bodies);
/* The record at the beginning */
SarapRecord *sarap_record_form_get_before (SarapRecordForm *self);

/**
 * sarap_record_form_make:
 * @self: a form
 *
 * Returns: (transfer full): a record with the typed values, and the identity of the one at the
 *   beginning
 */
SarapRecord *sarap_record_form_make (SarapRecordForm *self);
/* Whether something typed is not saved */
gboolean sarap_record_form_is_dirty (SarapRecordForm *self);
/* Whether the input has changed and has no faults */
gboolean sarap_record_form_can_save (SarapRecordForm *self);
/* Fills a field, unless the person has typed into it */
void sarap_record_form_fill (SarapRecordForm *self, const char *field, const char *value);
/* Sets whether it is being saved: nothing can be changed then */
void sarap_record_form_set_busy (SarapRecordForm *self, gboolean busy);
/* Shows an error that prevents saving; NULL for none */
void sarap_record_form_set_error (SarapRecordForm *self, const char *message);

/* Sets new bodies and units; choices stay if they still exist */
void sarap_record_form_set_bodies (SarapRecordForm *self, SarapBodies *bodies);
/* Sets the current day: later attestations are refused (app/rules/README.md 11) */
void sarap_record_form_set_today (SarapRecordForm *self, SarapDate today);

/* Focuses the first field */
void sarap_record_form_focus (SarapRecordForm *self);

G_END_DECLS
