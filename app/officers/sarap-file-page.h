#pragma once

#include "shell/sarap-page.h"

G_BEGIN_DECLS

/**
 * SarapFilePage:
 *
 * One officer's file: who, status and deadline, why this date, the time line, all records and the
 * history of changes. It is the content of a page, which shows its title and leads back.
 *
 * Properties: "title" (the officer's name), "unsaved" (whether something typed is not saved).
 * Signal: "closed": the person is done with it (the officer was removed, or adding one was
 * cancelled). Another officer's file is opened through the window's path.
 */
#define SARAP_TYPE_FILE_PAGE (sarap_file_page_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilePage, sarap_file_page, SARAP, FILE_PAGE, AdwBin)

/**
 * sarap_file_page_new:
 * @page: the page it is in; its window is known already
 *
 * Returns: a file without an officer
 */
GtkWidget *sarap_file_page_new (SarapPage *page);

/**
 * sarap_file_page_open:
 * @self: a file
 * @officer_id: whose, 0 for a form for a new officer
 *
 * Shows an officer's file. Where something is typed and not saved, the person is asked first; what
 * is shown already stays as it is.
 */
void sarap_file_page_open (SarapFilePage *self, gint64 officer_id);
/* Whose file is shown, 0 for a new officer */
gint64 sarap_file_page_get_officer_id (SarapFilePage *self);
/* Whose file it is, for the window's title; borrowed */
const char *sarap_file_page_get_title (SarapFilePage *self);
/* Whether something typed is not saved */
gboolean sarap_file_page_get_unsaved (SarapFilePage *self);
/* To the first field of the form for a new officer, if that is shown */
void       sarap_file_page_focus_form     (SarapFilePage *self);

/**
 * sarap_file_page_refresh:
 * @self: a file
 * @what: why
 *
 * What the page's refresh() was told.
 */
void sarap_file_page_refresh (SarapFilePage *self, SarapRefresh what);
/* Lets go of the officer, and of whatever is typed: the person has agreed to that */
void sarap_file_page_forget (SarapFilePage *self);

/**
 * sarap_file_page_leave:
 * @self: a file
 * @leave: called when it may be left
 * @data: for @leave
 *
 * Calls @leave, at once if nothing is unsaved, else when the person has agreed to lose it.
 */
void sarap_file_page_leave (SarapFilePage *self, GSourceOnceFunc leave, gpointer data);

G_END_DECLS
