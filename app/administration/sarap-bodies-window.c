#include "administration/sarap-bodies-window.h"

#include "forms/sarap-form-choice.h"
#include "forms/sarap-record-leave.h"
#include "forms/sarap-record-list.h"
#include "procedure/sarap-officer-file.h"
#include "shell/sarap-help-window.h"
#include "store/sarap-call.h"

#include <glib/gi18n-lib.h>

struct _SarapBodiesWindow
{
  AdwWindow parent_instance;

  /* Owned */
  SarapBodies *bodies;
  SarapCall *call;
  GSignalGroup *changes;

  /* Borrowed */
  SarapHost *host;

  /* Template */
  GtkStack *view;
  AdwBin *bodies_bin;
  AdwBin *units_bin;
  GtkBox *body_box;
  GtkLabel *read_only;

  /* Made in new */
  SarapRecordList *body_list;
  SarapRecordList *unit_list;
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (SarapBodiesWindow, sarap_bodies_window, ADW_TYPE_WINDOW)

static void
show_units (SarapBodiesWindow *self)
{
  const char *body = sarap_form_choice_get_code (SARAP_FORM_CHOICE (self->body));
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *all = NULL;
  g_autoptr (SarapRecord) blank = sarap_record_new (&sarap_unit_type);

  if (self->bodies == NULL)
    return;
  all = sarap_bodies_get_records (self->bodies, &sarap_unit_type);
  for (guint i = 0; i < all->len; i++)
    {
      SarapRecord *unit = g_ptr_array_index (all, i);

      if (body == NULL || g_strcmp0 (sarap_record_get (unit, "body"), body) == 0)
        g_ptr_array_add (units, g_object_ref (unit));
    }
  sarap_record_set (blank, "body", body);
  sarap_record_list_set_records (self->unit_list, units, self->bodies, blank);
}

static void
show_choice (SarapBodiesWindow *self)
{
  GPtrArray *all = sarap_bodies_get_records (self->bodies, &sarap_body_type);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const char *code = sarap_record_get (g_ptr_array_index (all, i), "code");

      g_ptr_array_add (codes, (gpointer) code);
      g_ptr_array_add (labels, (gpointer) sarap_bodies_name_body (self->bodies, code));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  /* TRANSLATORS: units of all bodies, in a list to choose from */
  sarap_form_choice_set (SARAP_FORM_CHOICE (self->body), _ ("All bodies"),
                         (const char *const *) codes->pdata, (const char *const *) labels->pdata);
}

static void
show_bodies (SarapBodiesWindow *self)
{
  const SarapIdentity *identity = sarap_session_get_identity (sarap_host_get_session (self->host));
  gboolean editable = identity != NULL && sarap_identity_keeps_bodies (identity);
  g_autoptr (SarapRecord) blank = sarap_record_new (&sarap_body_type);

  sarap_record_set (blank, "kind", "territorial");
  sarap_record_list_set_records (self->body_list,
                                 sarap_bodies_get_records (self->bodies, &sarap_body_type),
                                 self->bodies, blank);
  show_choice (self);
  show_units (self);
  sarap_record_list_set_editable (self->body_list, editable);
  sarap_record_list_set_editable (self->unit_list, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), !editable);
}

static gpointer
bodies_load (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return sarap_bodies_read (db, error);
}

static void
on_bodies_loaded (gpointer bodies, const GError *error, gpointer owner)
{
  SarapBodiesWindow *self = owner;

  if (bodies == NULL)
    {
      sarap_host_present_error (self->host, _ ("Bodies and units could not be read"), error);
      return;
    }
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  self->bodies = bodies;
  show_bodies (self);
}

static void
start_loading (SarapBodiesWindow *self)
{
  SarapStore *store = sarap_host_get_store (self->host);

  if (store != NULL)
    sarap_call_ask (self->call, store, SARAP_STORE_PRIORITY_VIEW, bodies_load, NULL, NULL,
                    (GDestroyNotify) sarap_bodies_unref);
}

static void
on_store_changed (SarapBodiesWindow *self, const char *record)
{
  if (g_strcmp0 (record, "body") != 0 && g_strcmp0 (record, "unit") != 0)
    return;
  g_debug ("bodies and units are read again: the feed told of a %s", record);
  start_loading (self);
}

static void
on_discard (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));
}

/* Another form may have unsaved input */
static void
on_saved (gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
}

static gboolean
sarap_bodies_window_close_request (GtkWindow *window)
{
  SarapBodiesWindow *self = SARAP_BODIES_WINDOW (window);
  SarapRecordList *const lists[] = { self->body_list, self->unit_list };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (sarap_record_list_get_unsaved (lists[i]))
      {
        SarapRecordForm *form = sarap_record_list_get_form (lists[i]);

        sarap_record_ask_to_leave (GTK_WIDGET (form), sarap_record_form_can_save (form), on_discard,
                                   on_saved, self);
        return TRUE;
      }
  return GTK_WINDOW_CLASS (sarap_bodies_window_parent_class)->close_request (window);
}

static void
sarap_bodies_window_dispose (GObject *object)
{
  SarapBodiesWindow *self = SARAP_BODIES_WINDOW (object);

  sarap_call_cancel (self->call);
  if (self->changes != NULL)
    g_signal_group_set_target (self->changes, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_BODIES_WINDOW);
  G_OBJECT_CLASS (sarap_bodies_window_parent_class)->dispose (object);
}

static void
sarap_bodies_window_finalize (GObject *object)
{
  SarapBodiesWindow *self = SARAP_BODIES_WINDOW (object);

  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  sarap_call_free (self->call);
  g_clear_object (&self->changes);
  G_OBJECT_CLASS (sarap_bodies_window_parent_class)->finalize (object);
}

static void
sarap_bodies_window_class_init (SarapBodiesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_bodies_window_dispose;
  object_class->finalize = sarap_bodies_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sarap_bodies_window_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/kz/sarap/Sarap/administration/sarap-bodies-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapBodiesWindow, view);
  gtk_widget_class_bind_template_child (widget_class, SarapBodiesWindow, bodies_bin);
  gtk_widget_class_bind_template_child (widget_class, SarapBodiesWindow, units_bin);
  gtk_widget_class_bind_template_child (widget_class, SarapBodiesWindow, body_box);
  gtk_widget_class_bind_template_child (widget_class, SarapBodiesWindow, read_only);
}

static void
sarap_bodies_window_init (SarapBodiesWindow *self)
{
  self->call = sarap_call_new (on_bodies_loaded, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_help_window_offer (GTK_WINDOW (self), "bodies");
  self->changes = g_signal_group_new (SARAP_TYPE_STORE);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (on_store_changed), self);
}

static SarapRecordList *
new_list (SarapBodiesWindow *self, const SarapRecordType *type, AdwBin *bin)
{
  GtkWidget *list = sarap_record_list_new (type);

  adw_bin_set_child (bin, list);
  return SARAP_RECORD_LIST (list);
}

static void
bodies_present (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapHost *host = user_data;
  SarapBodiesWindow *self;

  if (sarap_host_get_store (host) == NULL)
    return;
  self = g_object_new (SARAP_TYPE_BODIES_WINDOW, "transient-for", host, "modal", TRUE,
                       "destroy-with-parent", TRUE, NULL);
  self->host = host;
  self->body_list = new_list (self, &sarap_body_type, self->bodies_bin);
  self->unit_list = new_list (self, &sarap_unit_type, self->units_bin);
  self->body = sarap_form_choice_new (_ ("Body"), TRUE);
  gtk_box_append (self->body_box, self->body);
  g_signal_connect_object (self->body, "notify::code", G_CALLBACK (show_units), self,
                           G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->changes, sarap_host_get_store (host));
  start_loading (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
bodies_install (SarapHost *host)
{
  static const GActionEntry entries[] = { { "bodies", bodies_present } };

  g_action_map_add_action_entries (G_ACTION_MAP (host), entries, G_N_ELEMENTS (entries), host);
}

static const SarapCommand commands[] = {
  { N_ ("Bodies and units…"), "win.bodies", NULL },
  { NULL },
};

const SarapToolEntry sarap_bodies_tool_entry = { bodies_install, commands };
