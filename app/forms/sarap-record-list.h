#pragma once

#include "forms/sarap-record-form.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapRecordList:
 *
 * The records of one kind: read, added, changed in their place and removed.
 *
 * Properties: "unsaved" (whether something typed is not saved). Signal: "written" (record, may be
 * NULL): one was added, changed or removed here.
 */
#define SARAP_TYPE_RECORD_LIST (sarap_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecordList, sarap_record_list, SARAP, RECORD_LIST, AdwBin)

GtkWidget *sarap_record_list_new (const SarapRecordType *type);
const SarapRecordType *sarap_record_list_get_record_type (SarapRecordList *self);
/* What is being typed is kept. @blank: what a new one begins with */
void sarap_record_list_set_records (SarapRecordList *self,
                                    GPtrArray *records,
                                    SarapBodies *bodies,
                                    SarapRecord *blank);
void sarap_record_list_set_editable (SarapRecordList *self, gboolean editable);
void sarap_record_list_add (SarapRecordList *self);
void sarap_record_list_close_form (SarapRecordList *self);
/* (nullable): the form that is open */
SarapRecordForm *sarap_record_list_get_form (SarapRecordList *self);
gboolean sarap_record_list_get_unsaved (SarapRecordList *self);
/* A widget beside the button that adds */
void sarap_record_list_set_aside (SarapRecordList *self, GtkWidget *aside);

G_END_DECLS
