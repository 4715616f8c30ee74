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

/**
 * sarap_help_window_present:
 * @application: the program
 * @topic: what it is about
 *
 * Shows the help.
 */
void sarap_help_window_present (GtkApplication *application, const char *topic);

/**
 * sarap_help_window_rebuild:
 * @self: the help
 *
 * Shows the same topic in the language that the program speaks now.
 */
void sarap_help_window_rebuild (SarapHelpWindow *self);

/**
 * sarap_help_window_offer:
 * @window: a window of the program beside its main one
 * @topic: (transfer none): what it is about, a constant
 *
 * Lets F1 open the help there.
 */
void sarap_help_window_offer   (GtkWindow *window, const char *topic);

G_END_DECLS
