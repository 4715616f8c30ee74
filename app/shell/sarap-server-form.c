#include "shell/sarap-server-form.h"

#include "shell/sarap-focus-names.h"
#include "shell/sarap-secrets.h"
#include "shell/sarap-settings.h"

#include <glib/gi18n-lib.h>

struct _SarapServerForm
{
  AdwBin parent_instance;

  /* Owned */
  char *name; /* of the database whose password is asked for */
  GCancellable *cancellable;

  /* Template */
  GtkLabel *heading;
  GtkLabel *error;
  GtkWidget *address;
  GtkEditable *host;
  GtkEditable *port;
  GtkEditable *database;
  GtkEditable *user;
  AdwComboRow *tls;
  GtkWidget *secret;
  GtkEditable *password;
  AdwActionRow *remember_row;
  GtkSwitch *remember;
  GtkWidget *back;
  GtkWidget *connect;
};

G_DEFINE_FINAL_TYPE (SarapServerForm, sarap_server_form, ADW_TYPE_BIN)

static guint signals[2];

/* libpq's words, in the order of the choices */
static const char *const tls_modes[] = { "verify-full", "require", "prefer" };

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* Each host gets the port, unless it has its own */
static char *
say_hosts (const char *hosts, const char *port)
{
  g_auto (GStrv) parts = g_strsplit (hosts, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *host = g_strstrip (parts[i]);
      /* an IPv6 address needs brackets, which people hardly ever type */
      gboolean bare = strchr (host, ':') != NULL && g_hostname_is_ip_address (host);
      g_autofree char *bracketed = g_strdup_printf (bare ? "[%s]" : "%s", host);
      g_autofree char *escaped = g_uri_escape_string (bracketed, ":[]", TRUE);
      gboolean has_port = g_regex_match_simple ("(^[^:]*|\\]):[0-9]+$", host, 0, 0);

      g_free (parts[i]);
      parts[i] =
          has_port || *port == '\0' ? g_strdup (escaped) : g_strconcat (escaped, ":", port, NULL);
    }
  return g_strjoinv (",", parts);
}

static char *
make_name (SarapServerForm *self)
{
  g_autofree char *host = get_text (self->host);
  g_autofree char *port = get_text (self->port);
  g_autofree char *database = get_text (self->database);
  g_autofree char *user = get_text (self->user);
  g_autofree char *hosts = say_hosts (host, port);
  g_autofree char *escaped_database = g_uri_escape_string (database, NULL, TRUE);
  g_autofree char *escaped_user = g_uri_escape_string (user, NULL, TRUE);

  if (self->name != NULL)
    return g_strdup (self->name);
  return g_strdup_printf ("postgresql://%s%s%s/%s?sslmode=%s", escaped_user,
                          *escaped_user == '\0' ? "" : "@", hosts, escaped_database,
                          tls_modes[adw_combo_row_get_selected (self->tls)]);
}

static void
on_entry_changed (SarapServerForm *self)
{
  g_autofree char *host = get_text (self->host);
  g_autofree char *port = get_text (self->port);
  g_autofree char *database = get_text (self->database);
  gboolean port_is_right = g_regex_match_simple ("^[0-9]{0,5}$", port, 0, 0);

  if (port_is_right)
    gtk_widget_remove_css_class (GTK_WIDGET (self->port), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->port), "error");
  gtk_widget_set_sensitive (
      self->connect, self->name != NULL || (*host != '\0' && *database != '\0' && port_is_right));
}

/* Typed values are remembered, except the password */
static void
keep_typed (SarapServerForm *self)
{
  g_autofree char *tls = g_strdup_printf ("%u", adw_combo_row_get_selected (self->tls));
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", "host", gtk_editable_get_text (self->host));
  g_variant_builder_add (&builder, "{ss}", "port", gtk_editable_get_text (self->port));
  g_variant_builder_add (&builder, "{ss}", "database", gtk_editable_get_text (self->database));
  g_variant_builder_add (&builder, "{ss}", "user", gtk_editable_get_text (self->user));
  g_variant_builder_add (&builder, "{ss}", "tls", tls);
  g_settings_set_value (sarap_settings_get (), "server", g_variant_builder_end (&builder));
}

static void
fill_typed (SarapServerForm *self)
{
  g_autoptr (GVariant) typed = g_settings_get_value (sarap_settings_get (), "server");
  GtkEditable *const entries[] = { self->host, self->port, self->database, self->user };
  static const char *const keys[] = { "host", "port", "database", "user" };
  const char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_variant_lookup (typed, keys[i], "&s", &text))
      gtk_editable_set_text (entries[i], text);
  if (g_variant_lookup (typed, "tls", "&s", &text))
    adw_combo_row_set_selected (
        self->tls, MIN (g_ascii_strtoull (text, NULL, 10), G_N_ELEMENTS (tls_modes) - 1));
}

static void
on_connect (SarapServerForm *self)
{
  g_autofree char *name = make_name (self);
  const char *password = gtk_editable_get_text (self->password);

  if (self->name == NULL)
    keep_typed (self);
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->remember)))
    g_settings_set_boolean (sarap_settings_get (), "remember-password",
                            gtk_switch_get_active (self->remember));
  sarap_server_form_show_error (self, NULL);
  g_signal_emit (self, signals[0], 0, name, *password == '\0' ? NULL : password);
}

static void
on_back (SarapServerForm *self)
{
  g_signal_emit (self, signals[1], 0);
}

/* Without a secret service, a note before saving the password is better than an error after it */
static void
on_secret_service (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapServerForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *password = sarap_secrets_find_finish (result, &error);

  if (error == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_switch_set_active (self->remember, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remember_row), FALSE);
  adw_action_row_set_subtitle (self->remember_row,
                               _ ("No password store runs on this computer; the password is asked "
                                  "for each time."));
}

/* Return connects while the form is visible. GTK 4.8 would use a default widget that is gone, so it
   is unset before. */
static void
set_default (SarapServerForm *self, GtkWidget *widget)
{
  gtk_window_set_default_widget (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), widget);
}

static void
on_unmap (SarapServerForm *self)
{
  set_default (self, NULL);
}

static void
on_map (SarapServerForm *self)
{
  set_default (self, self->connect);
  gtk_switch_set_active (self->remember,
                         g_settings_get_boolean (sarap_settings_get (), "remember-password"));
  sarap_secrets_find_async ("", self->cancellable, on_secret_service, g_object_ref (self));
}

static void
sarap_server_form_dispose (GObject *object)
{
  SarapServerForm *self = SARAP_SERVER_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_SERVER_FORM);
  G_OBJECT_CLASS (sarap_server_form_parent_class)->dispose (object);
}

static void
sarap_server_form_finalize (GObject *object)
{
  SarapServerForm *self = SARAP_SERVER_FORM (object);

  g_object_unref (self->cancellable);
  g_free (self->name);
  G_OBJECT_CLASS (sarap_server_form_parent_class)->finalize (object);
}

static void
sarap_server_form_class_init (SarapServerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_server_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_server_form_finalize;
  signals[0] = g_signal_new ("connect", SARAP_TYPE_SERVER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[1] = g_signal_new ("back", SARAP_TYPE_SERVER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-server-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, heading);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, error);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, address);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, host);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, port);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, database);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, user);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, tls);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, secret);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, password);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, remember_row);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, remember);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, back);
  gtk_widget_class_bind_template_child (widget_class, SarapServerForm, connect);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_connect);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

/* libadwaita 1.2 gives it no name */
static void
name_reveal_button (GtkWidget *within)
{
  const char *icon = GTK_IS_BUTTON (within) ? gtk_button_get_icon_name (GTK_BUTTON (within)) : NULL;

  if (icon != NULL && g_str_has_prefix (icon, "view-"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (within), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Show or hide the password"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_reveal_button (child);
}

static void
sarap_server_form_init (SarapServerForm *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_name_choices (self->tls);
  name_reveal_button (GTK_WIDGET (self->password));
  fill_typed (self);
  on_entry_changed (self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}

void
sarap_server_form_ask_password (SarapServerForm *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_label_set_text (self->heading, name);
  gtk_widget_set_visible (self->address, FALSE);
  on_entry_changed (self);
}

void
sarap_server_form_ask_server (SarapServerForm *self)
{
  g_clear_pointer (&self->name, g_free);
  gtk_label_set_text (self->heading, _ ("Connect to a server"));
  gtk_widget_set_visible (self->address, TRUE);
  on_entry_changed (self);
}

void
sarap_server_form_show_error (SarapServerForm *self, const char *text)
{
  gtk_label_set_text (self->error, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
}

void
sarap_server_form_set_busy (SarapServerForm *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->address, !busy);
  gtk_widget_set_sensitive (self->secret, !busy);
  gtk_widget_set_sensitive (self->connect, !busy);
  if (busy)
    gtk_widget_grab_focus (self->back);
  else
    on_entry_changed (self);
}

void
sarap_server_form_focus_password (SarapServerForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

void
sarap_server_form_focus (SarapServerForm *self)
{
  if (self->name == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->host));
  else
    sarap_server_form_focus_password (self);
}
