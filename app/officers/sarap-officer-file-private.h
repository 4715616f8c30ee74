#pragma once

#include "officers/sarap-officer-file-form.h"
#include "officers/sarap-officer-file-head.h"
#include "officers/sarap-officer-file-history.h"
#include "officers/sarap-officer-file-why.h"
#include "officers/sarap-officer-file.h"
#include "officers/sarap-record-list.h"
#include "officers/sarap-timeline.h"
#include "procedure/sarap-dossier.h"

G_BEGIN_DECLS

/* The tabs that are lists of records */
#define SARAP_OFFICER_FILE_LISTS 4

struct _SarapOfficerFile
{
  AdwBin parent_instance;

  /* Owned */
  SarapDossier *dossier;
  GCancellable *cancellable;
  GSignalGroup *store_signals;
  char *title;

  /* Borrowed */
  SarapPage *page;

  /* Template */
  GtkStack *view;
  GtkScrolledWindow *scrolled;
  GtkStack *head_stack;
  SarapOfficerFileHead *head;
  AdwBin *head_form;
  AdwBin *new_form;
  SarapOfficerFileWhy *why;
  GtkWidget *menu;
  GtkLabel *read_only;
  GtkStack *tab_stack;
  SarapTimeline *timeline;
  GtkWidget *aside;
  GtkLabel *detail;
  GtkWidget *service_page;
  GtkWidget *education_page;
  GtkWidget *deferral_page;
  GtkWidget *attestation_page;
  SarapOfficerFileHistory *history;
  AdwStatusPage *trouble;

  /* Made in new */
  SarapRecordList *lists[SARAP_OFFICER_FILE_LISTS];

  gint64 officer_id;
  gint64 wanted; /* to be shown when the one shown may be left */
  SarapDate day; /* chosen by the person; none: today */
  guint reload;  /* id of an idle source */
  gboolean unsaved;
};

/* The file itself, for its parts */
gboolean sarap_officer_file_may_edit       (SarapOfficerFile *self);
void     sarap_officer_file_set_title      (SarapOfficerFile *self, const char *title);
void     sarap_officer_file_update_unsaved (SarapOfficerFile *self);
void     sarap_officer_file_queue_reload   (SarapOfficerFile *self);
void     sarap_officer_file_close          (SarapOfficerFile *self);

/* The officer's own data: sarap-officer-file-edit.c */
void     sarap_officer_file_edit           (SarapOfficerFile *self);
void     sarap_officer_file_create         (SarapOfficerFile *self);
void     sarap_officer_file_close_forms    (SarapOfficerFile *self);
void     sarap_officer_file_ask_to_remove  (SarapOfficerFile *self);

G_END_DECLS
