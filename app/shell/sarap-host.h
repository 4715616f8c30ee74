#pragma once

#include "shell/sarap-progress.h"
#include "shell/sarap-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _SarapRegistry SarapRegistry;

/**
 * SarapDone:
 * @SARAP_DONE: by a person
 * @SARAP_UNDONE: by undoing
 * @SARAP_REDONE: by redoing
 *
 * How a change was made.
 */
typedef enum
{
  SARAP_DONE,
  SARAP_UNDONE,
  SARAP_REDONE,
} SarapDone;

#define SARAP_TYPE_HOST (sarap_host_get_type ())
G_DECLARE_INTERFACE (SarapHost, sarap_host, SARAP, HOST, GtkWindow)

/**
 * SarapUndoFunc:
 * @host: the host that reports it
 * @done: %SARAP_UNDONE or %SARAP_REDONE; for sarap_host_say_done()
 * @data: the data of sarap_host_say_done()
 *
 * Undoes a change. On success it calls sarap_host_say_done() with @done and with a function that
 * reverses it again; on failure sarap_host_present_error().
 */
typedef void (*SarapUndoFunc) (SarapHost *host, SarapDone done, gpointer data);

/**
 * SarapHost:
 *
 * A window that contains pages, forms and lists, and does for them what a window does once: toasts,
 * undo, progress. The main window is a host, and so is every window with a page or a form of its
 * own.
 */
struct _SarapHostInterface
{
  GTypeInterface parent_iface;

  SarapSession *(*get_session) (SarapHost *self);
  SarapRegistry *(*get_registry) (SarapHost *self);
  void (*toast) (SarapHost *self, const char *text);
  void (*say_written) (SarapHost *self, const char *text, const char *path);
  void (*say_done) (SarapHost *self,
                    SarapDone done,
                    GtkWidget *where,
                    const char *text,
                    SarapUndoFunc undo,
                    gpointer data,
                    GDestroyNotify data_free);
  void (*present_error) (SarapHost *self, const char *happened, const GError *error);
  void (*show_progress) (SarapHost *self, SarapProgress *progress);
  void (*hide_progress) (SarapHost *self, SarapProgress *progress);
  void (*open_path) (SarapHost *self, const char *path);
};

/**
 * sarap_host_of:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the host of its window, or of the window that its own one is
 *   transient for; %NULL while it is in no window
 */
SarapHost     *sarap_host_of            (GtkWidget *widget);

/**
 * sarap_host_get_session:
 * @self: a host
 *
 * Returns: (transfer none): the session with the database, the person who acts, and the current day
 */
SarapSession  *sarap_host_get_session   (SarapHost *self);

/**
 * sarap_host_get_store:
 * @self: a host
 *
 * Returns: (transfer none) (nullable): the database of its session, %NULL while none is open
 */
SarapStore    *sarap_host_get_store     (SarapHost *self);

/**
 * sarap_host_get_registry:
 * @self: a host
 *
 * Returns: (transfer none): the contents of the program
 */
SarapRegistry *sarap_host_get_registry  (SarapHost *self);

/**
 * sarap_host_toast:
 * @self: a host
 * @text: the message
 *
 * Shows a message for some seconds.
 */
void           sarap_host_toast         (SarapHost *self, const char *text);

/**
 * sarap_host_say_written:
 * @self: a host
 * @text: the message
 * @path: the file or the folder
 *
 * Reports a written file, with a button that opens it in the program for its type.
 */
void           sarap_host_say_written   (SarapHost *self, const char *text, const char *path);

/**
 * sarap_host_say_done:
 * @self: a host
 * @done: how the change was made
 * @where: (nullable): the widget of the change, perhaps in another window above this one
 * @text: the change, for people
 * @undo: reverses the change
 * @data: for @undo
 * @data_free: (nullable): frees @data when the change can no longer be undone
 *
 * Reports a change, with a button that undoes it, and remembers it: it can be undone and redone as
 * long as the window has the same database open.
 */
void           sarap_host_say_done      (SarapHost      *self,
                                         SarapDone       done,
                                         GtkWidget      *where,
                                         const char     *text,
                                         SarapUndoFunc   undo,
                                         gpointer        data,
                                         GDestroyNotify  data_free);

/**
 * sarap_host_present_error:
 * @self: a host
 * @happened: what failed, as a heading
 * @error: the reason; a cancelled call is not reported
 *
 * Shows what happened, what was saved and what to do.
 */
void           sarap_host_present_error (SarapHost *self, const char *happened,
                                         const GError *error);

/**
 * sarap_host_show_progress:
 * @self: a host
 * @progress: the progress of long work
 *
 * Shows the progress, with a button that stops the work, until sarap_host_hide_progress().
 */
void           sarap_host_show_progress (SarapHost *self, SarapProgress *progress);
/* Hides the bar of long work */
void           sarap_host_hide_progress (SarapHost *self, SarapProgress *progress);

/**
 * sarap_host_open_path:
 * @self: a host
 * @path: a path in the program, such as "officers/14" or "officers?status=overdue"
 *
 * Shows a path; “back” returns to the one before.
 */
void           sarap_host_open_path     (SarapHost *self, const char *path);

G_END_DECLS
