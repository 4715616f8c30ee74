#pragma once

#include "shell/sarap-palette.h"
#include "shell/sarap-shell.h"
#include "shell/sarap-welcome.h"
#include "shell/sarap-window.h"

G_BEGIN_DECLS

struct _SarapWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned */
  SarapSession *session;
  GCancellable *opening; /* of the database that is being opened, or was opened last */
  GPtrArray *history;
  GPtrArray *works; /* SarapProgress of what takes its time */
  char *first; /* name of the database to open once the window has been seen */
  char *name;  /* of the one opened, or tried, last */
  char *path;  /* to be shown once the shell is there */

  /* Borrowed, children */
  AdwToastOverlay *toasts;
  GtkOverlay *overlay;
  SarapShell *shell;
  SarapWelcome *welcome;
  SarapPalette *palette;
  AdwToast *undo; /* a weak pointer: the one whose button undoes what was done last */

  gboolean shown;   /* whether the first frame has been painted */
  gboolean leaving; /* whether the person agreed to lose what is not saved */
};

/* The question, in place of what was shown */
void sarap_window_show_welcome   (SarapWindow *self);
/* What a window with a database shows, in place of the question */
void sarap_window_show_shell     (SarapWindow *self);
/* sarap-window-say.c: does what the button of that toast does */
AdwToast *sarap_window_toast_work (SarapWindow *self, const char *text);
void sarap_window_undo           (SarapWindow *self);
void sarap_window_may_undo       (SarapWindow *self, AdwToast *toast);

G_END_DECLS
