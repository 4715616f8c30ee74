#include "shell/sarap-preferences.h"

#include "base/sarap-language.h"
#include "shell/sarap-focus-names.h"
#include "shell/sarap-host.h"
#include "shell/sarap-settings.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SARAP_TYPE_PREFERENCES (sarap_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SarapPreferences, sarap_preferences, SARAP, PREFERENCES, AdwPreferencesWindow)

struct _SarapPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template */
  AdwComboRow *language;
  AdwComboRow *style;
  GtkSwitch *remember;
  AdwActionRow *acting;

  gboolean ready; /* whether changes of rows come from the person */
};

G_DEFINE_FINAL_TYPE (SarapPreferences, sarap_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* This window was made in the old language, so it is made again too */
static gboolean
on_language_chosen (gpointer data)
{
  SarapPreferences *self = data;
  GApplication *application = g_application_get_default ();
  guint selected = adw_combo_row_get_selected (self->language);

  gtk_window_destroy (GTK_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (application), "language",
                                  g_variant_new_string (sarap_languages[selected].code));
  sarap_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (application)));
  return G_SOURCE_REMOVE;
}

static void
on_language (SarapPreferences *self)
{
  if (self->ready)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_language_chosen, g_object_ref (self), g_object_unref);
}

static void
on_style (SarapPreferences *self)
{
  if (self->ready)
    g_settings_set_enum (sarap_settings_get (), "style", adw_combo_row_get_selected (self->style));
}

static void
show_language (SarapPreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; sarap_languages[i].code != NULL; i++)
    gtk_string_list_append (names, sarap_languages[i].name);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  for (guint i = 0; sarap_languages[i].code != NULL; i++)
    if (g_str_equal (sarap_languages[i].code, sarap_language_get ()))
      adw_combo_row_set_selected (self->language, i);
}

static void
show_acting (SarapPreferences *self, const SarapIdentity *identity)
{
  g_autofree char *role = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->acting), identity != NULL);
  if (identity == NULL)
    return;
  role = sarap_identity_say_role (identity);
  text = g_strdup_printf (identity->local ? _ ("%s, %s. Chosen at the foot of the side bar.")
                                          /* TRANSLATORS: role and body, as the server says */
                                          : _ ("%s, %s. The server decides it."),
                          role, sarap_identity_say_body (identity));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->acting), FALSE);
  adw_action_row_set_subtitle (self->acting, text);
}

/* The help is another window, which this one would keep from being read */
static gboolean
on_help (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_set_modal (GTK_WINDOW (widget), FALSE);
  return parent != NULL && gtk_widget_activate_action (GTK_WIDGET (parent), "win.help", NULL);
}

static void
sarap_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_PREFERENCES);
  G_OBJECT_CLASS (sarap_preferences_parent_class)->dispose (object);
}

static void
sarap_preferences_class_init (SarapPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, SarapPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, SarapPreferences, remember);
  gtk_widget_class_bind_template_child (widget_class, SarapPreferences, acting);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_style);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, on_help, NULL);
}

static void
sarap_preferences_init (SarapPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_name_choices (self->language);
  sarap_name_choices (self->style);
  show_language (self);
  adw_combo_row_set_selected (self->style, g_settings_get_enum (sarap_settings_get (), "style"));
  g_settings_bind (sarap_settings_get (), "remember-password", self->remember, "active",
                   G_SETTINGS_BIND_DEFAULT);
  self->ready = TRUE;
}

void
sarap_preferences_present (GtkWindow *parent)
{
  SarapPreferences *self = g_object_new (SARAP_TYPE_PREFERENCES, "transient-for", parent, NULL);
  SarapSession *session =
      SARAP_IS_HOST (parent) ? sarap_host_get_session (SARAP_HOST (parent)) : NULL;

  show_acting (self, session != NULL ? sarap_session_get_identity (session) : NULL);
  gtk_window_present (GTK_WINDOW (self));
}
