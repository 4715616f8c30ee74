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

SarapShell *sarap_shell_new            (SarapSession *session, SarapRegistry *registry);
SarapPage  *sarap_shell_get_page       (SarapShell *self, const char *id);
SarapPage  *sarap_shell_get_shown      (SarapShell *self);
/* (nullable): what a window that shows it is called: the place within the page, else the page */
const char *sarap_shell_get_place      (SarapShell *self);
void        sarap_shell_open_path      (SarapShell *self, const char *path);
char       *sarap_shell_dup_path       (SarapShell *self);
const char *sarap_shell_get_help       (SarapShell *self);
void        sarap_shell_refresh        (SarapShell *self, SarapRefresh what);
gboolean    sarap_shell_has_unsaved    (SarapShell *self);
void        sarap_shell_toggle_side_bar (SarapShell *self);
void        sarap_shell_open_menu      (SarapShell *self);
void        sarap_shell_open_nth       (SarapShell *self, int place);
void        sarap_shell_show_progress  (SarapShell *self, SarapProgress *progress);
void        sarap_shell_hide_progress  (SarapShell *self, SarapProgress *progress);

G_END_DECLS
