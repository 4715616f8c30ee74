#pragma once

#include "forms/sarap-record-form.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapRecordList:
 *
 * The records of one kind: read, added, changed in their place and removed. What is saved here is
 * told by the store, as what others save is: its owner then gives the list its records anew.
 *
 * Properties: "unsaved" (whether something typed is not saved).
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
/* What is being typed is kept. @blank: what a new one begins with */
void sarap_record_list_set_records (SarapRecordList *self,
                                    GPtrArray *records,
                                    SarapBodies *bodies,
                                    SarapRecord *blank);
/* Whether records can be added, changed and removed */
void sarap_record_list_set_editable (SarapRecordList *self, gboolean editable);

/* Opens a form for a new record, at the top */
void sarap_record_list_add (SarapRecordList *self);

/* Puts the focus on the row of a record, where it can be seen; on its form, if that is open */
void sarap_record_list_focus_record (SarapRecordList *self, gint64 id);

/* Closes the form, whatever was typed; without one the focus stays where it is, as the list may be
   on a tab that is not shown */
void sarap_record_list_close_form (SarapRecordList *self);
/* (nullable): the form that is open */
SarapRecordForm *sarap_record_list_get_form (SarapRecordList *self);
/* Whether a form of it has something that is not saved */
gboolean sarap_record_list_get_unsaved (SarapRecordList *self);

G_END_DECLS
