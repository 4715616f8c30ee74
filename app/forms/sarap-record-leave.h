#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_record_ask_to_leave:
 * @form: a form that is not saved: a widget with the action "form.save" and the signal "settled"
 * @can_save: whether it can be saved as it is
 * @discard: called when the person agrees to lose what was typed
 * @saved: called once it is saved, if the person wants that; never if it cannot be
 * @data: for both
 *
 * Asks, over the window of the form, what is to become of what was typed.
 */
void sarap_record_ask_to_leave (GtkWidget *form,
                                gboolean can_save,
                                GSourceOnceFunc discard,
                                GSourceOnceFunc saved,
                                gpointer data);

G_END_DECLS
