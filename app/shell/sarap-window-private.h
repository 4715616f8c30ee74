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
  SarapRegistry *registry;
  SarapSession *session;
  GCancellable *opening; /* of the database that is being opened, or was opened last */
  GPtrArray *history;
  GPtrArray *works; /* SarapProgress of what takes its time */
  char *first; /* name of the database to open once the window has been seen */
  char *name;  /* of the one opened, or tried, last */
  char *path;  /* to be shown once the shell is there */
  GPtrArray *undos; /* what can be taken back, the last one last */
  GPtrArray *redos; /* what was taken back, likewise */

  /* Borrowed, children */
  AdwToastOverlay *toasts;
  GtkOverlay *overlay;
  GtkWidget *announced; /* told to a screen reader, and not seen */
  SarapShell *shell;
  SarapWelcome *welcome;
  SarapPalette *palette;
  AdwToast *done; /* a weak pointer: the one that says what was done last */

  gboolean shown;   /* whether the first frame has been painted */
  gboolean leaving; /* whether the person agreed to lose what is not saved */
};

/* The question, in place of what was shown */
void sarap_window_show_welcome   (SarapWindow *self);
/* What a window with a database shows, in place of the question */
void sarap_window_show_shell     (SarapWindow *self);

/* sarap_host_open_path () */
void      sarap_window_open_path       (SarapWindow *self, const char *path);

/* sarap-window-host.c */
void      sarap_window_host_init       (SarapHostInterface *iface);
/* (transfer full) (nullable): says what is being done, until it is dismissed */
AdwToast *sarap_window_toast_work      (SarapWindow *self, const char *text);
/* Adds the actions of undo and redo */
void      sarap_window_init_undo       (SarapWindow *self);
/* Follows what is written, for undo and redo */
void      sarap_window_init_written    (SarapWindow *self);
/* What tells a screen reader of a toast */
void      sarap_window_init_announced  (SarapWindow *self);

/* What was done in another database cannot be undone in this one */
void      sarap_window_forget_undo     (SarapWindow *self);

/**
 * sarap_window_demonstrate:
 * @self: a window that asks which database to open
 *
 * sarap-window-open.c.
 *
 * Makes a demonstration service and opens it. The program does not end before the half-made file is
 * gone again.
 */
void      sarap_window_demonstrate     (SarapWindow *self);
/* What is being opened is not wanted any more */
void      sarap_window_cancel_opening  (SarapWindow *self);

/**
 * sarap_window_choose_file:
 * @self: a window
 * @make: whether a new file is made, or one opened that is there
 *
 * sarap-window-file.c.
 *
 * Asks for a local file, and opens it.
 */
void      sarap_window_choose_file     (SarapWindow *self, gboolean make);

G_END_DECLS
