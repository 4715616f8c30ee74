#include "shell/sarap-welcome.h"

#include "shell/sarap-errors.h"
#include "shell/sarap-focus-names.h"
#include "shell/sarap-progress-panel.h"
#include "shell/sarap-server-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SarapWelcome
{
  AdwBin parent_instance;

  /* Borrowed from the window */
  SarapSession *session;

  /* Template */
  GtkWidget *close;
  GtkStack *stack;
  GtkLabel *error;
  GtkMenuButton *languages_button;
  GtkWidget *demo;
  GtkWidget *open_file;
  SarapServerForm *form;
  AdwBin *work;
  GtkSpinner *spinner;
  GtkLabel *opening;
  GtkWidget *looking;

  gboolean opening_now; /* whether a database is being opened */
};

static guint connect_signal;
static guint stop_signal;

G_DEFINE_FINAL_TYPE (SarapWelcome, sarap_welcome, ADW_TYPE_BIN)

static void
page_show (SarapWelcome *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "opening"));
  gtk_label_set_text (self->error, "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  sarap_server_form_set_busy (self->form, FALSE);
  self->opening_now = FALSE;
  gtk_widget_set_visible (self->close, sarap_session_get_store (self->session) != NULL);
}

/* The keys begin at the first answer, not at the languages above it */
static void
focus_question (SarapWelcome *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      g_str_equal (gtk_stack_get_visible_child_name (self->stack), "question"))
    gtk_widget_grab_focus (gtk_widget_get_visible (self->demo) ? self->demo : self->open_file);
}

static void
on_demo (SarapWelcome *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.demonstrate", NULL);
}

/* Back: from opening to the form or question before it, and from the form to the question */
static void
on_back (SarapWelcome *self)
{
  gboolean trying = self->opening_now;

  g_signal_emit (self, stop_signal, 0);
  if (trying && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "server"))
    {
      page_show (self, "server");
      sarap_server_form_focus (self->form);
    }
  else
    {
      page_show (self, "question");
      focus_question (self);
    }
}

static void
on_connect (SarapWelcome *self, const char *name, const char *password)
{
  g_signal_emit (self, connect_signal, 0, name, password);
}

static void
sarap_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_WELCOME);
  G_OBJECT_CLASS (sarap_welcome_parent_class)->dispose (object);
}

static void
sarap_welcome_class_init (SarapWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SARAP_TYPE_SERVER_FORM);
  G_OBJECT_CLASS (klass)->dispose = sarap_welcome_dispose;
  connect_signal = g_signal_new ("connect", SARAP_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  stop_signal = g_signal_new ("stop", SARAP_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, close);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, stack);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, error);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, languages_button);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, demo);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, open_file);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, form);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, work);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, spinner);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, opening);
  gtk_widget_class_bind_template_child (widget_class, SarapWelcome, looking);
  gtk_widget_class_bind_template_callback (widget_class, on_demo);
  gtk_widget_class_bind_template_callback (widget_class, on_connect);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
sarap_welcome_init (SarapWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_name_menu_buttons (GTK_WIDGET (self));
  g_signal_connect_after (self, "map", G_CALLBACK (focus_question), NULL);
}

SarapWelcome *
sarap_welcome_new (SarapSession *session, gboolean has_demo)
{
  SarapWelcome *self = g_object_new (SARAP_TYPE_WELCOME, NULL);

  self->session = session;
  gtk_widget_set_visible (self->demo, has_demo);
  return self;
}

void
sarap_welcome_open_menu (SarapWelcome *self)
{
  gtk_menu_button_popup (self->languages_button);
}

void
sarap_welcome_show_question (SarapWelcome *self)
{
  page_show (self, "question");
  focus_question (self);
}

void
sarap_welcome_show_server (SarapWelcome *self)
{
  page_show (self, "server");
  sarap_server_form_ask_server (self->form);
  sarap_server_form_show_error (self->form, NULL);
  sarap_server_form_focus (self->form);
}

/* (nullable): the path of a file, without the engine at the beginning of its name */
static const char *
find_path (const char *name)
{
  return g_str_has_prefix (name, "sqlite:") ? name + strlen ("sqlite:") : NULL;
}

void
sarap_welcome_show_opening (SarapWelcome *self, const char *name)
{
  const char *path = find_path (name);
  g_autofree char *text = g_strdup_printf (_ ("Opening %s…"), path != NULL ? path : name);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "server"))
    {
      sarap_server_form_set_busy (self->form, TRUE);
      self->opening_now = TRUE;
      return;
    }
  page_show (self, "opening");
  gtk_label_set_text (self->opening, text);
  gtk_widget_set_visible (self->looking, path != NULL);
}

void
sarap_welcome_show_progress (SarapWelcome *self, SarapProgress *progress)
{
  adw_bin_set_child (self->work, sarap_progress_panel_new (progress));
  page_show (self, "work");
}

/* Adds the name of the file, unless the message contains it */
static void
show_error (SarapWelcome *self, const char *name, const char *message)
{
  const char *path = find_path (name);
  gboolean named = path == NULL || strstr (message, path) != NULL;
  g_autofree char *text = g_strconcat (named ? "" : path, named ? "" : "\n", message, NULL);

  gtk_label_set_text (self->error, text);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

void
sarap_welcome_show_error (SarapWelcome *self, const char *name, const GError *error)
{
  g_autofree char *text = sarap_error_say (error);
  gboolean in_form = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "server");

  if (in_form || g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CREDENTIALS))
    {
      page_show (self, "server");
      if (!in_form)
        sarap_server_form_ask_password (self->form, name);
      sarap_server_form_show_error (self->form, text);
      if (g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CREDENTIALS))
        sarap_server_form_focus_password (self->form);
      else
        sarap_server_form_focus (self->form);
      return;
    }
  page_show (self, "question");
  show_error (self, name, text);
}

const char *
sarap_welcome_get_help (SarapWelcome *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "server") ? "server"
                                                                                : "first-steps";
}
