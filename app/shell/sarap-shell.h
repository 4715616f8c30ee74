#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapShell:
 *
 * The content of a window with a database: the side bar, the pages, and current work.
 *
 * Signal: "place-changed": another page, or another path within it, is shown.
 */
#define SARAP_TYPE_SHELL (sarap_shell_get_type ())
G_DECLARE_FINAL_TYPE (SarapShell, sarap_shell, SARAP, SHELL, AdwBin)

/**
 * sarap_shell_new:
 * @session: the session with the database
 * @registry: the contents of the program
 *
 * Makes the side bar. A page is made when it is first shown.
 *
 * Returns: (transfer floating): the content of the window
 */
SarapShell *sarap_shell_new            (SarapSession *session, SarapRegistry *registry);

/**
 * sarap_shell_get_page:
 * @self: the shell
 * @id: a page's id
 *
 * Returns: (transfer none) (nullable): the page, made if necessary
 */
SarapPage  *sarap_shell_get_page       (SarapShell *self, const char *id);

/**
 * sarap_shell_get_shown:
 * @self: the shell
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
SarapPage  *sarap_shell_get_shown      (SarapShell *self);
/* (nullable): the title for a window: that within the page, otherwise that of the page */
const char *sarap_shell_get_place      (SarapShell *self);
/* Whether a page has unsaved input */
gboolean    sarap_shell_has_unsaved    (SarapShell *self);

/**
 * sarap_shell_leave:
 * @self: a shell
 * @leave: called when nothing is unsaved any more, or may be lost
 * @data: for @leave
 *
 * Shows the page on which something is typed and not saved, and asks what is to become of it.
 */
void        sarap_shell_leave          (SarapShell *self, GSourceOnceFunc leave, gpointer data);
/* Shows the side bar, or hides it */
void        sarap_shell_toggle_side_bar (SarapShell *self);
/* Opens the main menu */
void        sarap_shell_open_menu      (SarapShell *self);
/* Hides the bar of long work */
void        sarap_shell_hide_progress  (SarapShell *self, SarapProgress *progress);

/**
 * sarap_shell_open_path:
 * @self: the shell
 * @path: a page's id and the path within the page: "officers/14", "officers?status=overdue"
 *
 * Shows a path in the program. A page that does not exist, or that this person may not use, is
 * ignored.
 */
void        sarap_shell_open_path      (SarapShell *self, const char *path);

/**
 * sarap_shell_dup_path:
 * @self: the shell
 *
 * Returns: (transfer full) (nullable): the current path
 */
char       *sarap_shell_dup_path       (SarapShell *self);

/**
 * sarap_shell_get_help:
 * @self: the shell
 *
 * Returns: (nullable): the topic of the help about the current content
 */
const char *sarap_shell_get_help       (SarapShell *self);

/**
 * sarap_shell_refresh:
 * @self: the shell
 * @what: the change
 *
 * Refreshes every page that has been made.
 */
void        sarap_shell_refresh        (SarapShell *self, SarapRefresh what);

/* Shows the page at a position in the side bar, from 1, among those that this person may use */
void        sarap_shell_open_nth       (SarapShell *self, int number);

/**
 * sarap_shell_show_progress:
 * @self: the shell
 * @progress: the progress of long work
 *
 * Shows the progress below the page, with a button that stops the work, until
 * sarap_shell_hide_progress().
 */
void        sarap_shell_show_progress  (SarapShell *self, SarapProgress *progress);

G_END_DECLS
