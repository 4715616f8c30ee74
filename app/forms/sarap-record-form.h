#pragma once

#include "procedure/sarap-officer-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapRecordForm:
 *
 * A record to be filled in or changed, made from its type's description and checked as it is typed.
 *
 * Property: "dirty" (whether anything differs from the record). Signals: "save", "cancel" and
 * "remove", when the person asks for it; Ctrl+S and Ctrl+Return save, Escape cancels. "typed": a
 * field holds something else now, and an error that was told is gone. "settled": it is not busy any
 * more; one that was saved is closed then.
 */
#define SARAP_TYPE_RECORD_FORM (sarap_record_form_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecordForm, sarap_record_form, SARAP, RECORD_FORM, AdwBin)

/**
 * sarap_record_form_new:
 * @record: the record to be changed; a new one has no id
 * @bodies: the bodies and units to choose from
 *
 * Returns: a form with the record's values
 */
GtkWidget *sarap_record_form_new (SarapRecord *record, SarapBodies *bodies);
/* The record it began with */
SarapRecord *sarap_record_form_get_before (SarapRecordForm *self);

/**
 * sarap_record_form_make:
 * @self: a form
 *
 * A record with what is typed now, and the identity of the one it began with.
 *
 * Returns: (transfer full): a record with what is typed now
 */
SarapRecord *sarap_record_form_make (SarapRecordForm *self);
/* Whether something typed is not saved */
gboolean sarap_record_form_is_dirty (SarapRecordForm *self);
/* Whether something was typed, and nothing of it is wrong */
gboolean sarap_record_form_can_save (SarapRecordForm *self);
/* Fills a field in, unless the person has typed into it */
void sarap_record_form_fill (SarapRecordForm *self, const char *field, const char *value);
/* While it is being saved nothing can be changed */
void sarap_record_form_set_busy (SarapRecordForm *self, gboolean busy);
/* What stands in the way of saving; %NULL for nothing */
void sarap_record_form_set_error (SarapRecordForm *self, const char *message);

/* Bodies and units have changed meanwhile; what is chosen stays where it still is there */
void sarap_record_form_set_bodies (SarapRecordForm *self, SarapBodies *bodies);
/* The day that is today: what was held after it is refused (app/rules/README.md 11) */
void sarap_record_form_set_today (SarapRecordForm *self, SarapDate today);

/* To the first field */
void sarap_record_form_focus (SarapRecordForm *self);

G_END_DECLS
