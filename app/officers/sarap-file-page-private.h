#pragma once

#include "officers/sarap-file-page-form.h"
#include "officers/sarap-file-page-head.h"
#include "forms/sarap-record-history.h"
#include "officers/sarap-file-page-why.h"
#include "officers/sarap-file-page.h"
#include "forms/sarap-record-list.h"
#include "forms/sarap-record-screen.h"
#include "officers/sarap-timeline.h"
#include "procedure/sarap-officer-file.h"
#include "store/sarap-call.h"

G_BEGIN_DECLS

struct _SarapFilePage
{
  AdwBin parent_instance;

  /* Owned */
  SarapOfficerFile *file;
  SarapCall *call;
  SarapCall *earlier; /* asks for older lines of the history */
  GSignalGroup *store_signals;
  char *title;

  /* Borrowed */
  SarapPage *page;

  /* Template */
  GtkWidget *day_bar;
  GtkLabel *day_label;
  GtkStack *view;
  GtkScrolledWindow *scrolled;
  GtkStack *head_stack;
  SarapFilePageHead *head;
  AdwBin *head_form;
  AdwBin *new_form;
  SarapFilePageWhy *why;
  GtkWidget *menu;
  GtkLabel *read_only;
  GtkStack *tab_stack;
  SarapTimeline *timeline;
  GtkLabel *detail;
  GtkBox *service_page;
  AdwStatusPage *trouble;

  /* Made in new */
  GPtrArray *lists; /* SarapRecordList, one a kind that is an officer's own */
  SarapRecordHistory *history;

  gint64 officer_id;
  GSourceOnceFunc leave; /* what is to be done when the person has answered */
  gpointer leave_data;
  gint64 wanted; /* to be shown when the one shown may be left */
  SarapDate day; /* chosen by the person; none: today */
  guint reload;  /* id of an idle source */
  gboolean unsaved;
  gboolean gone; /* found out while something typed was not saved */
};

/* The file itself, for its parts */
gboolean sarap_file_page_may_edit (SarapFilePage *self);
/* What the page is called */
void sarap_file_page_set_title (SarapFilePage *self, const char *title);
/* Tells whether something typed is not saved */
void sarap_file_page_update_unsaved (SarapFilePage *self);

/* The person is done with it */
void sarap_file_page_close (SarapFilePage *self);

/* The officer's own data: sarap-file-page-edit.c. In the place of the head, a form */
void sarap_file_page_edit (SarapFilePage *self);

/* A form for a new officer, in the place of the file */
void sarap_file_page_create (SarapFilePage *self);

/* All that are open, whatever was typed */
void sarap_file_page_close_forms (SarapFilePage *self);

/**
 * sarap_file_page_ask_to_remove:
 * @self: a file
 *
 * Removes the officer with all records, once the person has agreed to that.
 */
void sarap_file_page_ask_to_remove (SarapFilePage *self);

/* The tab with the records of a kind: sarap-file-page-record.c */
SarapRecordList *sarap_file_page_show_list (SarapFilePage *self, const SarapRecordType *type);

/**
 * sarap_file_page_show_record:
 * @self: a file
 * @type: a kind that is an officer's own
 * @record_id: one of the records in it
 *
 * Opens the tab of a record, and puts the focus on its row.
 */
void sarap_file_page_show_record (SarapFilePage *self, const SarapRecordType *type, gint64 record_id);

G_END_DECLS
