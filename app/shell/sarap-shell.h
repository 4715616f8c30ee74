#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapShell:
 *
 * What a window with a database shows: the side bar, the pages, and what is under way.
 *
 * Signal: "place-changed": another page is shown, or another place within it.
 */
#define SARAP_TYPE_SHELL (sarap_shell_get_type ())
G_DECLARE_FINAL_TYPE (SarapShell, sarap_shell, SARAP, SHELL, AdwBin)

/**
 * sarap_shell_new:
 * @session: the database, and who acts in it
 * @registry: the pages there are
 *
 * Makes the side bar. A page itself is made when it is first shown.
 *
 * Returns: (transfer floating): what the window shows
 */
SarapShell *sarap_shell_new            (SarapSession *session, SarapRegistry *registry);

/**
 * sarap_shell_get_page:
 * @self: the shell
 * @id: a page's id
 *
 * Returns: (transfer none) (nullable): the page, made if it was not there yet
 */
SarapPage  *sarap_shell_get_page       (SarapShell *self, const char *id);

/**
 * sarap_shell_get_shown:
 * @self: the shell
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
SarapPage  *sarap_shell_get_shown      (SarapShell *self);
/* (nullable): what a window that shows it is called: the place within the page, else the page */
const char *sarap_shell_get_place      (SarapShell *self);
/* Whether a page has something that is not saved */
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
/* Takes the bar of long work away */
void        sarap_shell_hide_progress  (SarapShell *self, SarapProgress *progress);

/**
 * sarap_shell_open_path:
 * @self: the shell
 * @path: a page's id, and after it the place within: "officers/14", "officers?status=overdue"
 *
 * Shows a place in the program; a page that there is not, or that this person may not use, is
 * passed over.
 */
void        sarap_shell_open_path      (SarapShell *self, const char *path);

/**
 * sarap_shell_dup_path:
 * @self: the shell
 *
 * Returns: (transfer full) (nullable): the place shown now
 */
char       *sarap_shell_dup_path       (SarapShell *self);

/**
 * sarap_shell_get_help:
 * @self: the shell
 *
 * Returns: (nullable): the topic of the help about what is shown
 */
const char *sarap_shell_get_help       (SarapShell *self);

/**
 * sarap_shell_refresh:
 * @self: the shell
 * @what: what is not as it was
 *
 * Lets every page that has been made know.
 */
void        sarap_shell_refresh        (SarapShell *self, SarapRefresh what);

/* The page at a position in the side bar, from 1, of those that this person may use */
void        sarap_shell_open_nth       (SarapShell *self, int place);

/**
 * sarap_shell_show_progress:
 * @self: the shell
 * @progress: work that takes its time
 *
 * Shows it below the page, with a button that stops it, until sarap_shell_hide_progress().
 */
void        sarap_shell_show_progress  (SarapShell *self, SarapProgress *progress);

G_END_DECLS
