#include "shell/sarap-application.h"

#include "sarap-config.h"
#include "shell/sarap-about.h"
#include "base/sarap-language.h"
#include "shell/sarap-help-window.h"
#include "shell/sarap-preferences.h"
#include "sarap-resources.h"
#include "shell/sarap-settings.h"
#include "shell/sarap-window.h"
#include "store/sarap-default-database.h"

#include <glib/gi18n-lib.h>

/* Seconds between checks for midnight: a computer may sleep through it */
#define DAY_CHECK_SECONDS 30

struct _SarapApplication
{
  AdwApplication parent_instance;

  /* Owned */
  SarapRegistry *registry;
  guint day_check;

  SarapDate today;
};

enum
{
  PROP_TODAY = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SarapApplication, sarap_application, ADW_TYPE_APPLICATION)

static SarapDate
system_date (void)
{
  const char *fixed = g_getenv ("SARAP_TODAY");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  SarapDate date = SARAP_DATE_NONE;

  if (fixed != NULL && sarap_date_parse (fixed, -1, &date))
    return date;
  return sarap_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                         g_date_time_get_day_of_month (now));
}

static GList *
windows (SarapApplication *self)
{
  return gtk_application_get_windows (GTK_APPLICATION (self));
}

static gboolean
on_day_check (gpointer data)
{
  SarapApplication *self = data;
  SarapDate date = system_date ();

  if (date == self->today)
    return G_SOURCE_CONTINUE;
  self->today = date;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TODAY]);
  for (GList *l = windows (self); l != NULL; l = l->next)
    if (SARAP_IS_WINDOW (l->data))
      sarap_window_set_today (l->data, date);
  return G_SOURCE_CONTINUE;
}

static void
apply_style (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (
      adw_style_manager_get_default (),
      schemes[g_settings_get_enum (sarap_settings_get (), "style")]);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* closing one window may close others */
  GList *all = g_list_copy_deep (windows (user_data), (GCopyFunc) (void *) g_object_ref, NULL);

  for (GList *l = all; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free_full (all, g_object_unref);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_about_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
on_language (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_application_set_language (user_data, g_variant_get_string (parameter, NULL));
}

static void
add_actions (SarapApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", on_quit },
    { "about", on_about },
    { "preferences", on_preferences },
    { "language", on_language, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* GTK reads the icon theme on a separate thread and then waits for it, because GtkApplication and
   libadwaita both add icons. So that thread is started first, and libadwaita reads its style sheets
   meanwhile. */
static void
begin_reading_icons (void)
{
  gtk_init ();
  gtk_icon_theme_get_for_display (gdk_display_get_default ());
  adw_style_manager_get_default ();
}

static gpointer
read_icons (gpointer theme)
{
  gtk_icon_theme_has_icon (theme, SARAP_APPLICATION_ID);
  return NULL;
}

/* After these additions the theme must be read again, at the first request for an icon. This does
   it while the window is being made. */
static void
read_icons_again (void)
{
  g_thread_unref (g_thread_new ("icons", read_icons,
                                gtk_icon_theme_get_for_display (gdk_display_get_default ())));
}

/* The tooltip would appear while the menu opens, cover it, and take the first click */
static gboolean
on_menu_tooltip (GtkWidget *button, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkPopover *menu = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  gboolean shown = FALSE;

  if (menu == NULL || !gtk_widget_get_visible (GTK_WIDGET (menu)))
    g_signal_chain_from_overridden_handler (button, x, y, keyboard, tooltip, &shown);
  return shown;
}

static void
sarap_application_startup (GApplication *application)
{
  SarapApplication *self = SARAP_APPLICATION (application);

  g_resources_register (sarap_get_resource ());
  begin_reading_icons ();
  g_application_set_resource_base_path (application, "/kz/sarap/Sarap");
  G_APPLICATION_CLASS (sarap_application_parent_class)->startup (application);

  read_icons_again ();
  g_type_class_unref (g_type_class_ref (GTK_TYPE_MENU_BUTTON)); /* the class has no signals before
                                                                   it is referenced */
  g_signal_override_class_handler ("query-tooltip", GTK_TYPE_MENU_BUTTON,
                                   G_CALLBACK (on_menu_tooltip));
  apply_style ();
  g_signal_connect (sarap_settings_get (), "changed::style", G_CALLBACK (apply_style), NULL);
  add_actions (self);
  self->day_check = g_timeout_add_seconds (DAY_CHECK_SECONDS, on_day_check, self);
}

static SarapWindow *
new_window (SarapApplication *self, const char *database)
{
  return sarap_window_new (ADW_APPLICATION (self), self->registry, self->today, database);
}

static SarapWindow *
find_window (SarapApplication *self, const char *database)
{
  for (GList *l = windows (self); l != NULL; l = l->next)
    if (SARAP_IS_WINDOW (l->data))
      {
        SarapStore *store = sarap_window_get_store (l->data);

        if (database == NULL ||
            (store != NULL && g_strcmp0 (sarap_store_get_name (store), database) == 0))
          return l->data;
      }
  return NULL;
}

/* A person may give only the path of a file */
static char *
name_database (GApplicationCommandLine *command_line, const char *argument)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (argument == NULL || g_str_has_prefix (argument, "sqlite:/") ||
      g_str_has_prefix (argument, "postgresql://"))
    return g_strdup (argument);
  if (g_str_has_prefix (argument, "sqlite:"))
    argument += strlen ("sqlite:");
  file = g_application_command_line_create_file_for_arg (command_line, argument);
  path = g_file_get_path (file);
  return path == NULL ? g_strdup (argument) : g_strconcat ("sqlite:", path, NULL);
}

static int
sarap_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  SarapApplication *self = SARAP_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **arguments = NULL;
  g_autofree char *database = NULL;
  SarapWindow *window = NULL;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &arguments) &&
      arguments[0] != NULL && arguments[1] != NULL)
    {
      g_application_command_line_printerr (command_line, "%s\n",
                                           _ ("Only one database can be given."));
      return 2;
    }
  database = name_database (command_line, arguments == NULL ? NULL : arguments[0]);
  window = find_window (self, database);
  if (window == NULL)
    {
      g_autofree char *last = database == NULL ? sarap_default_database_last () : NULL;

      window = new_window (self, database == NULL ? last : database);
    }
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
sarap_application_activate (GApplication *application)
{
  SarapApplication *self = SARAP_APPLICATION (application);
  SarapWindow *window = find_window (self, NULL);

  if (window == NULL)
    {
      g_autofree char *last = sarap_default_database_last ();

      window = new_window (self, last);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* The help closes with the last window */
static void
sarap_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  SarapApplication *self = SARAP_APPLICATION (application);

  GTK_APPLICATION_CLASS (sarap_application_parent_class)->window_removed (application, window);
  if (find_window (self, NULL) == NULL && windows (self) != NULL &&
      SARAP_IS_HELP_WINDOW (windows (self)->data))
    gtk_window_destroy (windows (self)->data);
}

static int
sarap_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Sarap %s\n", SARAP_VERSION);
  return 0;
}

static void
sarap_application_finalize (GObject *object)
{
  SarapApplication *self = SARAP_APPLICATION (object);

  g_clear_handle_id (&self->day_check, g_source_remove);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (sarap_application_parent_class)->finalize (object);
}

static void
sarap_application_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, SARAP_APPLICATION (object)->today);
}

static void
sarap_application_class_init (SarapApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = sarap_application_finalize;
  object_class->get_property = sarap_application_get_property;
  application_class->startup = sarap_application_startup;
  application_class->activate = sarap_application_activate;
  application_class->command_line = sarap_application_command_line;
  application_class->handle_local_options = sarap_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = sarap_application_window_removed;

  props[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, 0, G_MAXINT, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sarap_application_init (SarapApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and leave"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[DATABASE]") },
    { NULL },
  };

  self->today = system_date ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _ ("DATABASE is sqlite:PATH, the path of a file, or postgresql://…; without it, the one "
         "opened last."));
}

SarapApplication *
sarap_application_new (SarapRegistry *registry)
{
  g_autofree char *language = NULL;
  SarapApplication *self = NULL;

  sarap_language_init (SARAP_LOCALE_DIR, "kk");
  language = g_settings_get_string (sarap_settings_get (), "language");
  sarap_language_set (language);
  gtk_disable_setlocale ();
  self = g_object_new (SARAP_TYPE_APPLICATION, "application-id", SARAP_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
  self->registry = g_object_ref (registry);
  return self;
}

void
sarap_application_set_language (SarapApplication *self, const char *language)
{
  for (GList *l = windows (self); l != NULL; l = l->next)
    if (SARAP_IS_WINDOW (l->data) && !sarap_window_may_leave (l->data))
      return;

  g_settings_set_string (sarap_settings_get (), "language", language);
  sarap_language_set (language);
  for (GList *l = windows (self); l != NULL; l = l->next)
    if (SARAP_IS_WINDOW (l->data))
      sarap_window_rebuild (l->data);
    else if (SARAP_IS_HELP_WINDOW (l->data))
      sarap_help_window_rebuild (l->data);
}

SarapDate
sarap_application_get_today (SarapApplication *self)
{
  return self->today;
}
