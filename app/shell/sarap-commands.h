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

void       sarap_commands_visit        (SarapRegistry *registry, SarapCommandVisit visit, gpointer data);
void       sarap_commands_bind         (SarapRegistry *registry, SarapShortcuts *shortcuts, SarapShortcuts *last);
char      *sarap_commands_say_keys     (const char *keys);
gboolean   sarap_commands_is_enabled   (GtkWidget *window, SarapPage *page, const char *action);
GtkWindow *sarap_commands_new_help     (SarapRegistry *registry);

G_END_DECLS
