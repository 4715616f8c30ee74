#pragma once

#include "shell/sarap-page.h"

G_BEGIN_DECLS

/**
 * SarapOfficerFile:
 *
 * One officer's file: who, status and deadline, why this date, the time line, all records and the
 * history of changes. It is the content of a page, which shows its title and leads back.
 *
 * Properties: "title" (the officer's name), "unsaved" (whether something typed is not saved).
 * Signal: "closed": the person is done with it (the officer was removed, or adding one was
 * cancelled). Another officer's file is opened through the window's path.
 */
#define SARAP_TYPE_OFFICER_FILE (sarap_officer_file_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerFile, sarap_officer_file, SARAP, OFFICER_FILE, AdwBin)

GtkWidget *sarap_officer_file_new            (SarapPage *page);
/* 0: a form for a new officer */
void       sarap_officer_file_open           (SarapOfficerFile *self, gint64 officer_id);
gint64     sarap_officer_file_get_officer_id (SarapOfficerFile *self);
const char *sarap_officer_file_get_title     (SarapOfficerFile *self);
gboolean   sarap_officer_file_get_unsaved    (SarapOfficerFile *self);
/* What the page's refresh() was told */
void       sarap_officer_file_refresh        (SarapOfficerFile *self, SarapRefresh what);
/* Lets go of the officer, and of whatever is typed: the person has agreed to that */
void       sarap_officer_file_forget         (SarapOfficerFile *self);
/* Calls @leave, at once if nothing is unsaved, else when the person has agreed to lose it */
void       sarap_officer_file_leave          (SarapOfficerFile *self, GSourceOnceFunc leave, gpointer data);

G_END_DECLS
