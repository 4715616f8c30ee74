#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_record_warnings_ask:
 * @parent: the window over which to ask
 * @warnings: (element-type SarapFileWarning): the warnings to confirm before saving
 * @func: called once with whether to save anyway, also when the window closes
 * @data: for @func
 *
 * Shows the warnings that a record would bring into the file (app/rules/README.md 11), each with
 * its paragraphs, and asks. Return and Escape go back.
 */
void sarap_record_warnings_ask (GtkWindow *parent,
                                GPtrArray *warnings,
                                void (*func) (gboolean save, gpointer data),
                                gpointer data);

G_END_DECLS
