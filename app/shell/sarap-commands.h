#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"
#include "shell/sarap-shortcuts.h"

G_BEGIN_DECLS

/**
 * SarapCommandVisit:
 * @command: a command
 * @entry: (nullable): the page of the command, %NULL for the program's own
 * @data: the caller's data
 */
typedef void (*SarapCommandVisit) (const SarapCommand   *command,
                                   const SarapPageEntry *entry,
                                   gpointer              data);

/**
 * sarap_commands_visit:
 * @registry: the contents of the program
 * @visit: (scope call): called for each command, those of pages first
 * @data: for @visit
 */
void       sarap_commands_visit        (SarapRegistry *registry, SarapCommandVisit visit,
                                        gpointer data);

/**
 * sarap_commands_bind:
 * @registry: the contents of the program
 * @shortcuts: the window's shortcuts that come before the focused widget
 * @last: the window's shortcuts for keys that the focused widget does not use
 *
 * Gives every command its keys.
 */
void       sarap_commands_bind         (SarapRegistry *registry, SarapShortcuts *shortcuts,
                                        SarapShortcuts *last);

/**
 * sarap_commands_say_keys:
 * @keys: (nullable): a shortcut in the form of gtk_accelerator_parse()
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
 * @registry: the contents of the program
 *
 * Returns: (transfer none): a window that lists every shortcut
 */
GtkWindow *sarap_commands_new_help     (SarapRegistry *registry);

G_END_DECLS
