#include "shell/sarap-acting.h"

#include "records/sarap-record-store.h"
#include "procedure/sarap-sentences.h"
#include "shell/sarap-acting-row.h"
#include "shell/sarap-settings.h"
#include "store/sarap-call.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _SarapActing
{
  GtkPopover parent_instance;

  /* Owned */
  SarapSession *session;
  SarapCall *bodies;

  /* Template */
  GtkLabel *heading;
  GtkWidget *choices;
  GtkListBox *list;
  GtkLabel *explanation;
};

G_DEFINE_FINAL_TYPE (SarapActing, sarap_acting, GTK_TYPE_POPOVER)

static void
add_choice (SarapActing *self,
            const char *acting,
            const char *title,
            const char *subtitle,
            const char *chosen)
{
  gtk_list_box_append (
      self->list, sarap_acting_row_new (acting, title, subtitle, g_str_equal (acting, chosen)));
}

static void
clear_choices (SarapActing *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_choices (SarapActing *self, GPtrArray *bodies)
{
  SarapStore *store = sarap_session_get_store (self->session);
  g_autofree char *chosen = sarap_settings_get_acting (sarap_store_get_name (store));

  clear_choices (self);
  add_choice (self, "hr", _ ("The whole service"), _ ("HR service"), chosen);
  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    {
      SarapRecord *body = bodies->pdata[i];
      g_autofree char *acting = g_strconcat ("hr:", sarap_record_get (body, "code"), NULL);

      add_choice (self, acting,
                  sarap_format_in_language (sarap_record_get (body, "name_kk"),
                                            sarap_record_get (body, "name_ru")),
                  _ ("HR service"), chosen);
    }
  add_choice (self, "auditor", _ ("Auditor"), _ ("Reads all, changes nothing"), chosen);
}

static gpointer
load_bodies (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return sarap_records_all (db, &sarap_body_type, error);
}

static void
on_bodies (gpointer answer, const GError *error, gpointer owner)
{
  SarapActing *self = owner;
  g_autoptr (GPtrArray) bodies = answer;

  if (bodies != NULL)
    add_choices (self, bodies);
}

static void
show_local (SarapActing *self)
{
  gtk_label_set_text (self->heading, _ ("You act as"));
  gtk_label_set_text (
      self->explanation,
      _ ("Whoever can open this file can do all of it: the choice is a convenience, "
         "not a protection. With a server, the server decides who may do what."));
  add_choices (self, NULL);
  sarap_call_ask (self->bodies, sarap_session_get_store (self->session), SARAP_STORE_PRIORITY_VIEW,
                  load_bodies, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
show_server (SarapActing *self)
{
  const SarapIdentity *identity = sarap_session_get_identity (self->session);
  g_autofree char *role = sarap_identity_say_role (identity);
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%s", role, sarap_identity_say_body (identity),
                       sarap_store_get_name (sarap_session_get_store (self->session)));

  gtk_widget_set_visible (self->choices, FALSE);
  gtk_label_set_text (self->heading, identity->login);
  gtk_label_set_text (self->explanation, text);
}

static void
show_none (SarapActing *self)
{
  gtk_widget_set_visible (self->choices, FALSE);
  gtk_label_set_text (self->heading, _ ("The database is not open yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), FALSE);
}

static void
on_row_activated (SarapActing *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.act-as", "s",
                              sarap_acting_row_get_acting (SARAP_ACTING_ROW (row)));
}

static void
sarap_acting_dispose (GObject *object)
{
  SarapActing *self = SARAP_ACTING (object);

  sarap_call_cancel (self->bodies);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_ACTING);
  G_OBJECT_CLASS (sarap_acting_parent_class)->dispose (object);
}

static void
sarap_acting_finalize (GObject *object)
{
  sarap_call_free (SARAP_ACTING (object)->bodies);
  G_OBJECT_CLASS (sarap_acting_parent_class)->finalize (object);
}

static void
sarap_acting_class_init (SarapActingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_acting_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_acting_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-acting.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapActing, heading);
  gtk_widget_class_bind_template_child (widget_class, SarapActing, choices);
  gtk_widget_class_bind_template_child (widget_class, SarapActing, list);
  gtk_widget_class_bind_template_child (widget_class, SarapActing, explanation);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sarap_acting_init (SarapActing *self)
{
  self->bodies = sarap_call_new (on_bodies, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_acting_new (SarapSession *session)
{
  SarapActing *self = g_object_new (SARAP_TYPE_ACTING, NULL);

  self->session = g_object_ref (session);
  if (sarap_session_get_identity (session) == NULL)
    show_none (self);
  else if (sarap_session_is_local (session))
    show_local (self);
  else
    show_server (self);
  return GTK_WIDGET (self);
}
