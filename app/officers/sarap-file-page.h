#pragma once

#include "shell/sarap-page.h"

G_BEGIN_DECLS

/**
 * SarapFilePage:
 *
 * One officer's file: name, status and deadline, the explanation of the date, the time line, all
 * records and the history of changes. It is the content of a page, which shows its title and leads
 * back.
 *
 * Properties: "title" (the officer's name), "unsaved" (whether there is unsaved input). Signal:
 * "closed": the officer was removed, or adding one was cancelled. Another officer's file is opened
 * through the window's path.
 */
#define SARAP_TYPE_FILE_PAGE (sarap_file_page_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilePage, sarap_file_page, SARAP, FILE_PAGE, AdwBin)

/**
 * sarap_file_page_new:
 * @page: the page that contains it; its window must be known
 *
 * Returns: a file without an officer
 */
GtkWidget *sarap_file_page_new (SarapPage *page);

/**
 * sarap_file_page_open:
 * @self: a file
 * @officer_id: the officer, 0 for a form for a new one
 *
 * Shows an officer's file. With unsaved input the person is asked first. A file that is already
 * shown is unchanged.
 */
void sarap_file_page_open (SarapFilePage *self, gint64 officer_id);
/* The officer of the file, 0 for a new one */
gint64 sarap_file_page_get_officer_id (SarapFilePage *self);
/* The title for the window; borrowed */
const char *sarap_file_page_get_title (SarapFilePage *self);
/* Whether there is unsaved input */
gboolean sarap_file_page_get_unsaved (SarapFilePage *self);
/* Focuses the first field of the form for a new officer, if that is shown */
void       sarap_file_page_focus_form     (SarapFilePage *self);

/**
 * sarap_file_page_refresh:
 * @self: a file
 * @what: the reason
 *
 * Refreshes the file, for the page's refresh().
 */
void sarap_file_page_refresh (SarapFilePage *self, SarapRefresh what);
/* Closes the file and discards input: the person has agreed */
void sarap_file_page_forget (SarapFilePage *self);

/**
 * sarap_file_page_leave:
 * @self: a file
 * @leave: called when the file may be left
 * @data: for @leave
 *
 * Calls @leave, at once without unsaved input, otherwise when the person agrees to lose it.
 */
void sarap_file_page_leave (SarapFilePage *self, GSourceOnceFunc leave, gpointer data);

G_END_DECLS
