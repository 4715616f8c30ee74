#pragma once

#include "shell/sarap-progress.h"
#include "shell/sarap-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _SarapRegistry SarapRegistry;

/**
 * SarapDone:
 * @SARAP_DONE: a person has done it
 * @SARAP_UNDONE: it was done to take something back
 * @SARAP_REDONE: it was done to do again what had been taken back
 *
 * How something came to be done.
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
 * @host: where it is said when it is done
 * @done: %SARAP_UNDONE or %SARAP_REDONE; for sarap_host_say_done()
 * @data: what sarap_host_say_done() was given
 *
 * Takes back what was done. When that has succeeded, it calls sarap_host_say_done() with @done and
 * with what takes it back in turn; when it has failed, sarap_host_present_error().
 */
typedef void (*SarapUndoFunc) (SarapHost *host, SarapDone done, gpointer data);

/**
 * SarapHost:
 *
 * A window in which pages, forms and lists live: they ask it for what is done in one place of a
 * window. The main window is one, and so is every window that shows a page or a form of its own.
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
 * Returns: (transfer none) (nullable): the host whose window it is in, or over whose window its own
 *   one lies; %NULL while it is in no window
 */
SarapHost     *sarap_host_of            (GtkWidget *widget);

/**
 * sarap_host_get_session:
 * @self: a host
 *
 * Returns: (transfer none): the database it works on, who acts in it, and the day it is
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
 * Returns: (transfer none): what the program consists of
 */
SarapRegistry *sarap_host_get_registry  (SarapHost *self);

/**
 * sarap_host_toast:
 * @self: a host
 * @text: what has happened
 *
 * Says it for some seconds.
 */
void           sarap_host_toast         (SarapHost *self, const char *text);

/**
 * sarap_host_say_written:
 * @self: a host
 * @text: what has been written
 * @path: the file or the folder
 *
 * Says it, with a button that opens it in the program for its kind.
 */
void           sarap_host_say_written   (SarapHost *self, const char *text, const char *path);

/**
 * sarap_host_say_done:
 * @self: a host
 * @done: how it came to be done
 * @where: (nullable): the widget in which it was done, maybe of another window over this one
 * @text: what was done, as it is said to a person
 * @undo: takes it back
 * @data: for @undo
 * @data_free: (nullable): frees @data when it cannot be taken back any more
 *
 * Says what was done, with a button that takes it back, and remembers it: it can be undone, and
 * redone, as long as the window has the same database open.
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
 * @happened: what could not be done, as a heading
 * @error: why; nothing is said of a cancelled call
 *
 * Says what happened, what was kept and what to do.
 */
void           sarap_host_present_error (SarapHost *self, const char *happened, const GError *error);

/**
 * sarap_host_show_progress:
 * @self: a host
 * @progress: work that takes its time
 *
 * Shows it, with a button that stops it, until sarap_host_hide_progress().
 */
void           sarap_host_show_progress (SarapHost *self, SarapProgress *progress);
/* Takes the bar of long work away */
void           sarap_host_hide_progress (SarapHost *self, SarapProgress *progress);

/**
 * sarap_host_open_path:
 * @self: a host
 * @path: a place in the program, such as "officers/14" or "officers?status=overdue"
 *
 * Shows a place; the one before is what “back” goes to.
 */
void           sarap_host_open_path     (SarapHost *self, const char *path);

G_END_DECLS
