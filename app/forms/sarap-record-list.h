#pragma once

#include "forms/sarap-record-form.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapRecordList:
 *
 * A list of the records of one kind, to add, change and remove them. The store reports changes made
 * here like those of others; the owner then sets the records again.
 *
 * Properties: "unsaved" (whether there is unsaved input).
 */
#define SARAP_TYPE_RECORD_LIST (sarap_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecordList, sarap_record_list, SARAP, RECORD_LIST, AdwBin)

/**
 * sarap_record_list_new:
 * @type: the kind of its records
 *
 * Returns: an empty list
 */
GtkWidget *sarap_record_list_new (const SarapRecordType *type);

/* The kind of record that it lists */
const SarapRecordType *sarap_record_list_get_record_type (SarapRecordList *self);
/* Sets the records and keeps input. @blank: the initial values of a new record */
void sarap_record_list_set_records (SarapRecordList *self,
                                    GPtrArray *records,
                                    SarapBodies *bodies,
                                    SarapRecord *blank);
/* Sets whether records can be added, changed and removed */
void sarap_record_list_set_editable (SarapRecordList *self, gboolean editable);

/* Opens a form for a new record at the top */
void sarap_record_list_add (SarapRecordList *self);

/* Focuses the row of a record, and scrolls to it; or its form, if that is open */
void sarap_record_list_focus_record (SarapRecordList *self, gint64 id);

/* Closes the form and discards input. Without a form the focus does not change, since the list may
   be on a hidden tab. */
void sarap_record_list_close_form (SarapRecordList *self);
/* (nullable): the open form */
SarapRecordForm *sarap_record_list_get_form (SarapRecordList *self);
/* Whether its form has unsaved input */
gboolean sarap_record_list_get_unsaved (SarapRecordList *self);

G_END_DECLS
