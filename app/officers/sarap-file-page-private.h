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
  SarapCall *earlier; /* reads earlier lines of the history */
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
  GPtrArray *lists; /* SarapRecordList, one for each kind that belongs to an officer */
  SarapRecordHistory *history;

  gint64 officer_id;
  GSourceOnceFunc leave; /* to be called after the person's answer */
  gpointer leave_data;
  gint64 wanted; /* the officer to show once the current one may be left */
  SarapDate day; /* chosen by the person; SARAP_DATE_NONE for today */
  guint reload;  /* id of an idle source */
  gboolean unsaved;
  gboolean gone; /* removed while there was unsaved input */
};

/* For the parts of the page: whether the person may change the file */
gboolean sarap_file_page_may_edit (SarapFilePage *self);
/* Sets the title of the page */
void sarap_file_page_set_title (SarapFilePage *self, const char *title);
/* Updates whether there is unsaved input */
void sarap_file_page_update_unsaved (SarapFilePage *self);

/* Closes the file */
void sarap_file_page_close (SarapFilePage *self);

/* Opens a form in place of the head, for the officer's own data: sarap-file-page-edit.c */
void sarap_file_page_edit (SarapFilePage *self);

/* Opens a form for a new officer in place of the file */
void sarap_file_page_create (SarapFilePage *self);

/* Closes all forms and discards input */
void sarap_file_page_close_forms (SarapFilePage *self);

/**
 * sarap_file_page_ask_to_remove:
 * @self: a file
 *
 * Removes the officer with all records, after asking the person.
 */
void sarap_file_page_ask_to_remove (SarapFilePage *self);

/* Shows the tab of a kind of record: sarap-file-page-record.c */
SarapRecordList *sarap_file_page_show_list (SarapFilePage *self, const SarapRecordType *type);

/**
 * sarap_file_page_show_record:
 * @self: a file
 * @type: a kind that belongs to officers
 * @record_id: the id of a record
 *
 * Opens the tab of a record, and focuses its row.
 */
void sarap_file_page_show_record (SarapFilePage *self, const SarapRecordType *type,
                                  gint64 record_id);

G_END_DECLS
