#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_record_ask_to_leave:
 * @form: an unsaved form: a widget with the action "form.save" and the signal "settled"
 * @can_save: whether it can be saved
 * @discard: called when the person agrees to lose the input
 * @saved: called once it is saved, if the person chooses that; never if saving fails
 * @data: for both
 *
 * Asks, over the window of the form, what to do with the unsaved input.
 */
void sarap_record_ask_to_leave (GtkWidget *form,
                                gboolean can_save,
                                GSourceOnceFunc discard,
                                GSourceOnceFunc saved,
                                gpointer data);

G_END_DECLS
