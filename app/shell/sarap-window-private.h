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
  GPtrArray *works; /* SarapProgress of long work */
  char *first; /* name of the database to open after the first frame */
  char *name;  /* of the database opened, or tried, last */
  char *path;  /* to be shown once the shell is made */
  GPtrArray *undos; /* steps that can be undone, the last one last */
  GPtrArray *redos; /* steps that can be redone, the last one last */

  /* Borrowed, children */
  AdwToastOverlay *toasts;
  GtkOverlay *overlay;
  GtkWidget *announced; /* told to a screen reader, and not seen */
  SarapShell *shell;
  SarapWelcome *welcome;
  SarapPalette *palette;
  AdwToast *done; /* a weak pointer to the toast about the last change */

  gboolean shown;   /* whether the first frame has been painted */
  gboolean leaving; /* whether the person agreed to lose unsaved input */
};

/* Shows the question in place of other content */
void sarap_window_show_welcome   (SarapWindow *self);
/* Shows the content of a window with a database */
void sarap_window_show_shell     (SarapWindow *self);

/* Implements sarap_host_open_path () */
void      sarap_window_open_path       (SarapWindow *self, const char *path);

/* sarap-window-host.c */
void      sarap_window_host_init       (SarapHostInterface *iface);
/* (transfer full) (nullable): reports current work until it is dismissed */
AdwToast *sarap_window_toast_work      (SarapWindow *self, const char *text);
/* Adds the actions of undo and redo */
void      sarap_window_init_undo       (SarapWindow *self);
/* Follows changes of the database, for undo and redo */
void      sarap_window_init_written    (SarapWindow *self);
/* What tells a screen reader of a toast */
void      sarap_window_init_announced  (SarapWindow *self);

/* Forgets the steps: they cannot be undone in another database */
void      sarap_window_forget_undo     (SarapWindow *self);

/**
 * sarap_window_demonstrate:
 * @self: a window that asks which database to open
 * | Makes a demonstration service and opens it. The program does not end before an unfinished file
 * is removed. It is in sarap-window-open.c.
 */
void      sarap_window_demonstrate     (SarapWindow *self);
/* Cancels opening a database */
void      sarap_window_cancel_opening  (SarapWindow *self);

/**
 * sarap_window_choose_file:
 * @self: a window
 * @make: whether to make a new file, or to open an existing one
 * | Asks for a local file, and opens it. It is in sarap-window-file.c.
 */
void      sarap_window_choose_file     (SarapWindow *self, gboolean make);

G_END_DECLS
