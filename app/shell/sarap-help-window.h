#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapHelpWindow:
 *
 * The help: topics or what was found in them, and beside them the page. There is one for the whole
 * program; it speaks the program's language.
 */
#define SARAP_TYPE_HELP_WINDOW (sarap_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapHelpWindow, sarap_help_window, SARAP, HELP_WINDOW, AdwWindow)

void sarap_help_window_present (GtkApplication *application, const char *topic);
void sarap_help_window_rebuild (SarapHelpWindow *self);
void sarap_help_window_offer   (GtkWindow *window, const char *topic);

G_END_DECLS
