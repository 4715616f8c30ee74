#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"
#include "shell/sarap-shortcuts.h"

G_BEGIN_DECLS

/**
 * SarapCommandVisit:
 * @command: a command
 * @entry: (nullable): the page it belongs to, %NULL for the program's own
 * @data: the caller's
 */
typedef void (*SarapCommandVisit) (const SarapCommand   *command,
                                   const SarapPageEntry *entry,
                                   gpointer              data);

/**
 * sarap_commands_visit:
 * @registry: what the program consists of
 * @visit: (scope call): called for each command, those of pages first
 * @data: for @visit
 */
void       sarap_commands_visit        (SarapRegistry *registry, SarapCommandVisit visit, gpointer data);

/**
 * sarap_commands_bind:
 * @registry: what the program consists of
 * @shortcuts: the window's, before the widget that has the focus
 * @last: the window's, for what that widget has no use for
 *
 * Gives every command its keys.
 */
void       sarap_commands_bind         (SarapRegistry *registry, SarapShortcuts *shortcuts, SarapShortcuts *last);

/**
 * sarap_commands_say_keys:
 * @keys: (nullable): a shortcut as gtk_accelerator_parse() reads it
 *
 * Returns: (transfer full) (nullable): the shortcut for people
 */
char      *sarap_commands_say_keys     (const char *keys);

/**
 * sarap_commands_is_enabled:
 * @window: the window
 * @page: (nullable): the page shown
 * @action: a detailed action name
 *
 * Returns: whether the command can be used now
 */
gboolean   sarap_commands_is_enabled   (GtkWidget *window, SarapPage *page, const char *action);

/**
 * sarap_commands_new_help:
 * @registry: what the program consists of
 *
 * Returns: (transfer none): a window that lists every shortcut
 */
GtkWindow *sarap_commands_new_help     (SarapRegistry *registry);

G_END_DECLS
