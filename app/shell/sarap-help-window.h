#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapHelpWindow:
 *
 * The window of the help: the topics or the results of a search, and the page. The program has one,
 * in its own language.
 */
#define SARAP_TYPE_HELP_WINDOW (sarap_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapHelpWindow, sarap_help_window, SARAP, HELP_WINDOW, AdwWindow)

/**
 * sarap_help_window_present:
 * @application: the program
 * @topic: the topic
 *
 * Shows the help.
 */
void sarap_help_window_present (GtkApplication *application, const char *topic);

/**
 * sarap_help_window_rebuild:
 * @self: the help
 *
 * Shows the same topic in the current language.
 */
void sarap_help_window_rebuild (SarapHelpWindow *self);

/**
 * sarap_help_window_offer:
 * @window: a further window of the program
 * @topic: (transfer none): the topic for this window, a constant
 *
 * Lets F1 open the help in this window.
 */
void sarap_help_window_offer   (GtkWindow *window, const char *topic);

G_END_DECLS
