#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-progress.h"
#include "shell/sarap-session.h"

G_BEGIN_DECLS

/**
 * SarapWindow:
 *
 * A window with one database. What a person sees in it is made anew when the language changes.
 */
#define SARAP_TYPE_WINDOW (sarap_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapWindow, sarap_window, SARAP, WINDOW, AdwApplicationWindow)

SarapWindow         *sarap_window_new           (AdwApplication *application, const char *database);

/* What is shown */
void                 sarap_window_open_path     (SarapWindow *self, const char *path);
char                *sarap_window_dup_path      (SarapWindow *self);
gboolean             sarap_window_has_unsaved   (SarapWindow *self);
gboolean             sarap_window_may_leave     (SarapWindow *self);
void                 sarap_window_rebuild       (SarapWindow *self);
void                 sarap_window_refresh       (SarapWindow *self, SarapRefresh what);

/* What it works on */
SarapSession        *sarap_window_get_session   (SarapWindow *self);
SarapStore          *sarap_window_get_store     (SarapWindow *self);
const SarapIdentity *sarap_window_get_identity  (SarapWindow *self);
SarapDate            sarap_window_get_today     (SarapWindow *self);
void                 sarap_window_open_database (SarapWindow *self,
                                                 const char  *name,
                                                 const char  *password);
void                 sarap_window_make_database (SarapWindow *self, const char *name);
void                 sarap_window_demonstrate   (SarapWindow *self);
/* Whatever is being opened is wanted no more */
void                 sarap_window_cancel_opening (SarapWindow *self);
/* Whether a file is being opened, which may take its time */
gboolean             sarap_window_opens_file    (SarapWindow *self);
void                 sarap_window_choose_file   (SarapWindow *self, gboolean make);

/* What it says */
void                 sarap_window_toast         (SarapWindow *self, const char *text);
void                 sarap_window_toast_undo    (SarapWindow    *self,
                                                 GtkWidget      *where,
                                                 const char     *text,
                                                 GSourceFunc     undo,
                                                 gpointer        data,
                                                 GDestroyNotify  data_free);
void                 sarap_window_present_error (SarapWindow  *self,
                                                 const char   *happened,
                                                 const GError *error);
void                 sarap_window_show_progress (SarapWindow *self, SarapProgress *progress);
void                 sarap_window_hide_progress (SarapWindow *self, SarapProgress *progress);

/* Its pages, for the shell: (nullable) while there is none open; made if it is not there yet */
SarapPage           *sarap_window_get_page      (SarapWindow *self, const char *id);

G_END_DECLS
