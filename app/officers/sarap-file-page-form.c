#include "officers/sarap-file-page-form.h"

#include "forms/sarap-record-change.h"
#include "forms/sarap-record-form.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-lookup.h"
#include "records/sarap-record-store.h"
#include "rules/sarap-iin.h"
#include "shell/sarap-errors.h"
#include "store/sarap-call.h"

#include <glib/gi18n-lib.h>

struct _SarapFilePageForm
{
  AdwBin parent_instance;

  /* Owned */
  SarapBodies *bodies;
  SarapCall *same_iin_call; /* looks for the officer with the IIN */
  char *iin;                /* the IIN of the last question */

  /* Made in new */
  SarapRecordForm *form;
  GtkWidget *same_iin; /* a link to the officer with the same IIN */
  gint64 same_iin_id;
};

enum
{
  PROP_UNSAVED = 1,
  N_PROPS
};

enum
{
  KEPT,
  CANCELLED,
  OPEN,
  REMOVE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapFilePageForm, sarap_file_page_form, ADW_TYPE_BIN)

static void
on_dirty (SarapFilePageForm *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
}

static gpointer
find_same_iin (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = sarap_lookup_officer (db, data, error);

  return id != 0 ? sarap_record_load (db, &sarap_officer_type, id, id, error) : NULL;
}

static void
on_same_iin (gpointer answer, const GError *error, gpointer owner)
{
  SarapFilePageForm *self = owner;
  g_autoptr (SarapRecord) officer = answer;
  g_autofree char *name = NULL, *message = NULL, *label = NULL;

  /* the officer was removed meanwhile, or may not be seen: the first message stays */
  if (officer == NULL)
    return;
  name = sarap_officer_file_name_officer (officer);
  message = g_strdup_printf (_ ("%s has this IIN already."), name);
  label = g_strdup_printf (_ ("Open the file of %s"), name);
  self->same_iin_id = sarap_record_get_id (officer);
  sarap_record_form_set_error (self->form, message);
  gtk_button_set_label (GTK_BUTTON (self->same_iin), label);
  gtk_widget_set_visible (self->same_iin, TRUE);
}

static void
forget_same_iin (SarapFilePageForm *self)
{
  sarap_call_cancel (self->same_iin_call);
  gtk_widget_set_visible (self->same_iin, FALSE);
}

static void
look_for_same_iin (SarapFilePageForm *self, const char *iin)
{
  SarapStore *store = sarap_host_get_store (sarap_host_of (GTK_WIDGET (self)));

  forget_same_iin (self);
  if (store != NULL)
    sarap_call_ask (self->same_iin_call, store, SARAP_STORE_PRIORITY_VIEW, find_same_iin,
                    g_strdup (iin), g_free, g_object_unref);
}

/* A number contains the date of birth and the sex; the person may correct both */
static void
fill_from_iin (SarapFilePageForm *self, const char *iin)
{
  char birth_date[SARAP_DATE_TEXT];

  sarap_record_form_fill (self->form, "birth_date",
                          sarap_date_to_text (sarap_iin_birth_date (iin), birth_date));
  sarap_record_form_fill (self->form, "sex", sarap_sexes[sarap_iin_sex (iin)].code);
}

/* With a complete number the person is known, and whether there is a file already */
static void
on_typed (SarapFilePageForm *self)
{
  SarapRecord *before = sarap_record_form_get_before (self->form);
  g_autoptr (SarapRecord) typed = sarap_record_form_make (self->form);
  const char *iin = sarap_record_get (typed, "iin");

  /* closing the form moves the focus out of it */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (iin == NULL || sarap_iin_check (iin) != SARAP_IIN_OK ||
      g_strcmp0 (iin, sarap_record_get (before, "iin")) == 0)
    {
      forget_same_iin (self);
      g_clear_pointer (&self->iin, g_free);
      return;
    }
  if (g_strcmp0 (iin, self->iin) != 0 && sarap_record_get_id (before) == 0)
    fill_from_iin (self, iin);
  g_free (self->iin);
  self->iin = g_strdup (iin);
  look_for_same_iin (self, iin);
}

static void
on_record_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SarapFilePageForm) self = data;
  g_autoptr (SarapRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  SarapChanged changed = sarap_record_change_finish (result, &record, &error);
  g_autofree char *text = error != NULL ? sarap_error_say (error) : NULL;

  /* it was closed meanwhile, and its window may be gone */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  sarap_record_form_set_busy (self->form, FALSE);
  if (changed != SARAP_CHANGED_NOT)
    {
      g_signal_emit (self, signals[KEPT], 0, record != NULL ? sarap_record_get_id (record) : 0);
      return;
    }
  if (error == NULL)
    return;
  sarap_record_form_set_error (self->form, text);
  if (g_error_matches (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_TAKEN))
    on_typed (self);
}

static void
on_save (SarapFilePageForm *self)
{
  SarapRecord *before = sarap_record_form_get_before (self->form);
  g_autoptr (SarapRecord) after = sarap_record_form_make (self->form);

  forget_same_iin (self);
  sarap_record_form_set_busy (self->form, TRUE);
  sarap_record_change_async (GTK_WIDGET (self), sarap_record_get_id (before) != 0 ? before : NULL,
                             after, self->bodies, on_record_changed, g_object_ref (self));
}

static void
on_cancel (SarapFilePageForm *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
on_remove (SarapFilePageForm *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
on_same_iin_clicked (SarapFilePageForm *self)
{
  g_signal_emit (self, signals[OPEN], 0, self->same_iin_id);
}

static void
sarap_file_page_form_dispose (GObject *object)
{
  SarapFilePageForm *self = SARAP_FILE_PAGE_FORM (object);

  sarap_call_cancel (self->same_iin_call);
  G_OBJECT_CLASS (sarap_file_page_form_parent_class)->dispose (object);
}

static void
sarap_file_page_form_finalize (GObject *object)
{
  SarapFilePageForm *self = SARAP_FILE_PAGE_FORM (object);

  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  sarap_call_free (self->same_iin_call);
  g_free (self->iin);
  G_OBJECT_CLASS (sarap_file_page_form_parent_class)->finalize (object);
}

static void
sarap_file_page_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNSAVED)
    g_value_set_boolean (value, sarap_file_page_form_get_unsaved (SARAP_FILE_PAGE_FORM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sarap_file_page_form_class_init (SarapFilePageFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = sarap_file_page_form_dispose;
  object_class->finalize = sarap_file_page_form_finalize;
  object_class->get_property = sarap_file_page_form_get_property;
  props[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[KEPT] = g_signal_new ("kept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  signals[CANCELLED] =
      g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  signals[REMOVE] =
      g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sarap_file_page_form_init (SarapFilePageForm *self)
{
  self->same_iin_call = sarap_call_new (on_same_iin, self);
}

GtkWidget *
sarap_file_page_form_new (SarapRecord *officer, SarapBodies *bodies)
{
  SarapFilePageForm *self = g_object_new (SARAP_TYPE_FILE_PAGE_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->bodies = sarap_bodies_ref (bodies);
  self->form = SARAP_RECORD_FORM (sarap_record_form_new (officer, bodies));
  g_signal_connect_swapped (self->form, "save", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->form, "cancel", G_CALLBACK (on_cancel), self);
  g_signal_connect_swapped (self->form, "remove", G_CALLBACK (on_remove), self);
  g_signal_connect_swapped (self->form, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->form, "notify::dirty", G_CALLBACK (on_dirty), self);
  self->same_iin = gtk_button_new ();
  gtk_widget_set_halign (self->same_iin, GTK_ALIGN_START);
  gtk_widget_set_visible (self->same_iin, FALSE);
  g_signal_connect_swapped (self->same_iin, "clicked", G_CALLBACK (on_same_iin_clicked), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->same_iin);
  adw_bin_set_child (ADW_BIN (self), box);
  /* it can have the focus only once it is visible */
  g_signal_connect_swapped (self, "map", G_CALLBACK (sarap_record_form_focus), self->form);
  return GTK_WIDGET (self);
}

SarapRecordForm *
sarap_file_page_form_get_form (SarapFilePageForm *self)
{
  return self->form;
}

gboolean
sarap_file_page_form_get_unsaved (SarapFilePageForm *self)
{
  return sarap_record_form_is_dirty (self->form);
}
