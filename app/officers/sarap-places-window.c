#include "officers/sarap-places-window.h"

#include "officers/sarap-form-choice.h"
#include "officers/sarap-record-conflict.h"
#include "officers/sarap-record-list.h"
#include "procedure/sarap-dossier.h"
#include "shell/sarap-help-window.h"

#include <glib/gi18n-lib.h>

struct _SarapPlacesWindow
{
  AdwWindow parent_instance;

  /* Owned */
  SarapPlaces *places;
  GCancellable *cancellable;
  GSignalGroup *changes;

  /* Borrowed */
  SarapWindow *window;

  /* Template */
  GtkStack *view;
  AdwBin *bodies_bin;
  AdwBin *units_bin;
  GtkBox *body_box;
  GtkLabel *read_only;

  /* Made in new */
  SarapRecordList *bodies;
  SarapRecordList *units;
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (SarapPlacesWindow, sarap_places_window, ADW_TYPE_WINDOW)

static void
show_units (SarapPlacesWindow *self)
{
  const char *body = sarap_form_choice_get_code (self->body);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SarapRecord) blank = sarap_record_new (&sarap_unit_type);

  if (self->places == NULL)
    return;
  for (guint i = 0; i < self->places->units->len; i++)
    {
      SarapRecord *unit = g_ptr_array_index (self->places->units, i);

      if (body == NULL || g_strcmp0 (sarap_record_get (unit, "body"), body) == 0)
        g_ptr_array_add (units, g_object_ref (unit));
    }
  sarap_record_set (blank, "body", body);
  sarap_record_list_set_records (self->units, units, self->places, blank);
}

static void
show_choice (SarapPlacesWindow *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < self->places->bodies->len; i++)
    {
      const char *code = sarap_record_get (g_ptr_array_index (self->places->bodies, i), "code");

      g_ptr_array_add (codes, (gpointer) code);
      g_ptr_array_add (labels, (gpointer) sarap_places_name_body (self->places, code));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  /* TRANSLATORS: units of all bodies, in a list to choose from */
  sarap_form_choice_set (self->body, _ ("All bodies"), (const char *const *) codes->pdata,
                         (const char *const *) labels->pdata);
}

static void
show_places (SarapPlacesWindow *self)
{
  const SarapIdentity *identity = sarap_window_get_identity (self->window);
  gboolean editable = identity != NULL && sarap_identity_keeps_places (identity);
  g_autoptr (SarapRecord) blank = sarap_record_new (&sarap_body_type);

  sarap_record_set (blank, "kind", "territorial");
  sarap_record_list_set_records (self->bodies, self->places->bodies, self->places, blank);
  show_choice (self);
  show_units (self);
  sarap_record_list_set_editable (self->bodies, editable);
  sarap_record_list_set_editable (self->units, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), !editable);
}

static gpointer
load (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return sarap_places_load (db, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  SarapPlaces *places = sarap_store_call_finish (SARAP_STORE (source), result, &error);
  SarapPlacesWindow *self = data;

  if (places == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        sarap_window_present_error (self->window, _ ("Bodies and units could not be read"), error);
      return;
    }
  g_clear_pointer (&self->places, sarap_places_unref);
  self->places = places;
  show_places (self);
}

static void
start_loading (SarapPlacesWindow *self)
{
  SarapStore *store = sarap_window_get_store (self->window);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (store != NULL)
    sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, load, NULL, NULL,
                            (GDestroyNotify) sarap_places_unref, self->cancellable, on_loaded,
                            self);
}

static void
on_store_changed (SarapPlacesWindow *self, const char *record)
{
  if (g_strcmp0 (record, "body") == 0 || g_strcmp0 (record, "unit") == 0)
    start_loading (self);
}

static void
on_discard (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));
}

static gboolean
sarap_places_window_close_request (GtkWindow *window)
{
  SarapPlacesWindow *self = SARAP_PLACES_WINDOW (window);

  if (!sarap_record_list_get_unsaved (self->bodies) && !sarap_record_list_get_unsaved (self->units))
    return GTK_WINDOW_CLASS (sarap_places_window_parent_class)->close_request (window);
  sarap_record_ask_to_discard (window, on_discard, self);
  return TRUE;
}

static void
sarap_places_window_dispose (GObject *object)
{
  SarapPlacesWindow *self = SARAP_PLACES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->changes != NULL)
    g_signal_group_set_target (self->changes, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_PLACES_WINDOW);
  G_OBJECT_CLASS (sarap_places_window_parent_class)->dispose (object);
}

static void
sarap_places_window_finalize (GObject *object)
{
  SarapPlacesWindow *self = SARAP_PLACES_WINDOW (object);

  g_clear_pointer (&self->places, sarap_places_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->changes);
  G_OBJECT_CLASS (sarap_places_window_parent_class)->finalize (object);
}

static void
sarap_places_window_class_init (SarapPlacesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_places_window_dispose;
  object_class->finalize = sarap_places_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sarap_places_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/sarap-places-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapPlacesWindow, view);
  gtk_widget_class_bind_template_child (widget_class, SarapPlacesWindow, bodies_bin);
  gtk_widget_class_bind_template_child (widget_class, SarapPlacesWindow, units_bin);
  gtk_widget_class_bind_template_child (widget_class, SarapPlacesWindow, body_box);
  gtk_widget_class_bind_template_child (widget_class, SarapPlacesWindow, read_only);
}

static void
sarap_places_window_init (SarapPlacesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_help_window_offer (GTK_WINDOW (self), "places");
  self->changes = g_signal_group_new (SARAP_TYPE_STORE);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (on_store_changed), self);
}

static SarapRecordList *
new_list (SarapPlacesWindow *self, const SarapRecordType *type, AdwBin *bin)
{
  GtkWidget *list = sarap_record_list_new (type, self->window);

  adw_bin_set_child (bin, list);
  g_signal_connect_object (list, "written", G_CALLBACK (start_loading), self, G_CONNECT_SWAPPED);
  return SARAP_RECORD_LIST (list);
}

static void
present (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *window = user_data;
  SarapPlacesWindow *self;

  if (sarap_window_get_store (window) == NULL)
    return;
  self = g_object_new (SARAP_TYPE_PLACES_WINDOW, "transient-for", window, "modal", TRUE,
                       "destroy-with-parent", TRUE, NULL);
  self->window = window;
  self->bodies = new_list (self, &sarap_body_type, self->bodies_bin);
  self->units = new_list (self, &sarap_unit_type, self->units_bin);
  self->body = sarap_form_choice_new (_ ("Body"), TRUE);
  gtk_box_append (self->body_box, self->body);
  g_signal_connect_object (self->body, "notify::selected", G_CALLBACK (show_units), self,
                           G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->changes, sarap_window_get_store (window));
  start_loading (self);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * sarap_places_window_install:
 * @window: a window
 *
 * Adds the action that shows the bodies and units.
 */
void
sarap_places_window_install (SarapWindow *window)
{
  static const GActionEntry entries[] = { { "places", present } };

  if (g_action_map_lookup_action (G_ACTION_MAP (window), "places") == NULL)
    g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries),
                                     window);
}
