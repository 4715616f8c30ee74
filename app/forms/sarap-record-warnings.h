#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_record_warnings_ask:
 * @parent: the window over which to ask
 * @warnings: (element-type SarapFileWarning): what should be looked at again before it is saved
 * @func: called with whether to save it all the same; once, also when the window goes
 * @data: for @func
 *
 * Shows what a record would bring into the file that is implausible (app/rules/README.md 11), each
 * with its paragraphs, and asks. Going back is the answer of the keys Return and Escape.
 */
void sarap_record_warnings_ask (GtkWindow *parent,
                                GPtrArray *warnings,
                                void (*func) (gboolean save, gpointer data),
                                gpointer data);

G_END_DECLS
