#include "shell/sarap-side-bar.h"

#include "shell/sarap-acting.h"
#include "shell/sarap-focus-names.h"
#include "shell/sarap-side-bar-row.h"

#include <glib/gi18n-lib.h>

struct _SarapSideBar
{
  AdwBin parent_instance;

  /* Owned */
  GSignalGroup *session;

  /* Template */
  GtkListBox *list;
  GtkMenuButton *menu;
  GMenuModel *main_menu;
  GtkMenuButton *foot;
  GtkLabel *person;
  GtkLabel *role;
  GtkImage *state_icon;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (SarapSideBar, sarap_side_bar, ADW_TYPE_BIN)

static SarapSideBarRow *
find_row (SarapSideBar *self, const char *id)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (sarap_side_bar_row_get_id (SARAP_SIDE_BAR_ROW (row)), id))
      return SARAP_SIDE_BAR_ROW (row);
  return NULL;
}

static void
on_row_activated (SarapSideBar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "s",
                              sarap_side_bar_row_get_id (SARAP_SIDE_BAR_ROW (row)));
}

/* People know a database by the last part of its name */
static char *
short_name (SarapStore *store)
{
  const char *name = sarap_store_get_name (store);
  const char *slash = strrchr (name, '/');
  char *last = g_strdup (slash == NULL ? name : slash + 1);
  char *end = strstr (last, g_str_has_prefix (name, "sqlite:") ? ".sqlite" : "?");

  if (end != NULL && end > last)
    *end = '\0';
  return last;
}

static char *
say_state (SarapSession *session)
{
  SarapStore *store = sarap_session_get_store (session);
  g_autofree char *name = store == NULL ? NULL : short_name (store);

  switch (sarap_session_get_state (session))
    {
    case SARAP_STORE_OPEN:
      if (sarap_session_is_local (session))
        /* TRANSLATORS: state of the database: a local file, and its name */
        return g_strdup_printf (_ ("Local file · %s"), name);
      /* TRANSLATORS: state of the database: the server answers, and its name */
      return g_strdup_printf (_ ("Connected · %s"), name);
    case SARAP_STORE_LOST:
      /* TRANSLATORS: state of the database: the server does not answer, and its name */
      return g_strdup_printf (_ ("Not connected · %s"), name);
    case SARAP_STORE_OPENING:
    case SARAP_STORE_CLOSED:
    default:
      return g_strdup (_ ("Opening…"));
    }
}

static void
on_session (SarapSideBar *self)
{
  static const char *const icons[] = { "sarap-state-opening-symbolic",
                                       "sarap-state-opening-symbolic", "sarap-state-open-symbolic",
                                       "sarap-state-lost-symbolic" };
  static const char *const classes[] = { "dim-label", "dim-label", "success", "error" };
  g_autoptr (SarapSession) session = g_signal_group_dup_target (self->session);
  const SarapIdentity *identity = sarap_session_get_identity (session);
  SarapStoreState state = sarap_session_get_state (session);
  g_autofree char *state_text = say_state (session);
  const char *css[] = { classes[state], NULL };

  /* hidden in the window's first frame, when there is nothing to show */
  gtk_widget_set_visible (GTK_WIDGET (self->foot), state != SARAP_STORE_CLOSED);
  gtk_image_set_from_icon_name (self->state_icon, icons[state]);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), css);
  gtk_label_set_text (self->state, state_text);
  gtk_widget_set_visible (GTK_WIDGET (self->person), identity != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->role), identity != NULL);
  if (identity != NULL)
    {
      g_autofree char *role = sarap_identity_say_role (identity);
      const char *body = sarap_identity_say_body (identity);
      /* a line for each, since names of bodies are long */
      g_autofree char *lines = g_strconcat (role, "\n", body, NULL);
      const char *person = identity->local ? g_get_real_name () : identity->login;
      g_autofree char *name = g_strjoin (", ", person, role, body, state_text, NULL);

      gtk_label_set_text (self->person, person);
      gtk_label_set_text (self->role, lines);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->role), lines);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->foot), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
}

static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  gtk_menu_button_set_menu_model (button, SARAP_SIDE_BAR (user_data)->main_menu);
}

static void
create_acting (GtkMenuButton *button, gpointer user_data)
{
  SarapSideBar *self = user_data;
  g_autoptr (SarapSession) session = g_signal_group_dup_target (self->session);

  gtk_menu_button_set_popover (button, sarap_acting_new (session));
}

static void
sarap_side_bar_dispose (GObject *object)
{
  SarapSideBar *self = SARAP_SIDE_BAR (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_SIDE_BAR);
  G_OBJECT_CLASS (sarap_side_bar_parent_class)->dispose (object);
}

static void
sarap_side_bar_class_init (SarapSideBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_side_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-side-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, list);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, menu);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, main_menu);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, foot);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, person);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, role);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBar, state);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sarap_side_bar_init (SarapSideBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_name_menu_buttons (GTK_WIDGET (self));
  self->session = g_signal_group_new (SARAP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session, "state-changed", G_CALLBACK (on_session), self);
  g_signal_group_connect_swapped (self->session, "notify::store", G_CALLBACK (on_session), self);
  g_signal_group_connect_swapped (self->session, "notify::identity", G_CALLBACK (on_session), self);
  gtk_menu_button_set_create_popup_func (self->menu, create_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->foot, create_acting, self, NULL);
}

void
sarap_side_bar_set_pages (SarapSideBar *self, GPtrArray *entries, const SarapIdentity *identity)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const SarapPageEntry *entry = entries->pdata[i];
      GtkWidget *row = (GtkWidget *) find_row (self, entry->id);

      if (row == NULL)
        {
          row = sarap_side_bar_row_new (entry);
          gtk_list_box_append (self->list, row);
        }
      gtk_widget_set_visible (row, sarap_page_entry_is_for (entry, identity));
    }
}

void
sarap_side_bar_set_shown (SarapSideBar *self, const char *id)
{
  gtk_list_box_select_row (self->list, (GtkListBoxRow *) find_row (self, id));
}

void
sarap_side_bar_watch (SarapSideBar *self, const char *id, SarapPage *page)
{
  sarap_side_bar_row_set_page (find_row (self, id), page);
}

void
sarap_side_bar_set_session (SarapSideBar *self, SarapSession *session)
{
  g_signal_group_set_target (self->session, session);
  on_session (self);
}

void
sarap_side_bar_open_menu (SarapSideBar *self)
{
  gtk_menu_button_popup (self->menu);
}
