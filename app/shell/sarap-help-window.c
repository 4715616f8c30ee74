#include "shell/sarap-help-window.h"

#include "base/sarap-language.h"
#include "shell/sarap-help-row.h"
#include "shell/sarap-help-search.h"
#include "shell/sarap-help-text.h"
#include "shell/sarap-shortcuts.h"

#include <glib/gi18n-lib.h>

#define FIRST_TOPIC "first-steps"

struct _SarapHelpWindow
{
  AdwWindow parent_instance;

  /* Owned */
  GPtrArray *pages;
  GPtrArray *hits;       /* what was found; NULL while nothing is searched for */
  GPtrArray *history;    /* topics that “back” goes to */
  GtkWindowGroup *group; /* its own, so that dialogs of other windows do not block the help */
  char *topic;           /* the one shown */

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkEditable *search;
  GtkListBox *list;
  GtkLabel *nothing;
  GtkScrolledWindow *scrolled;

  gboolean filling; /* whether the list is being filled again */
};

G_DEFINE_FINAL_TYPE (SarapHelpWindow, sarap_help_window, ADW_TYPE_WINDOW)

static void open_topic (SarapHelpWindow *self, const char *topic);

static void
select_topic (SarapHelpWindow *self)
{
  for (guint i = 0; self->hits == NULL && i < self->pages->len; i++)
    if (g_str_equal (((SarapHelpPage *) self->pages->pdata[i])->topic, self->topic))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}

/* Shows the topics, or the results of the search */
static void
fill_list (SarapHelpWindow *self)
{
  const char *text = gtk_editable_get_text (self->search);
  GtkListBoxRow *row = NULL;

  self->filling = TRUE;
  /* the focus stays in the list when its row is removed */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  if (*text != '\0')
    self->hits = sarap_help_search (self->pages, text);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    gtk_list_box_append (self->list, sarap_help_row_new_for_hit (self->hits->pdata[i]));
  for (guint i = 0; self->hits == NULL && i < self->pages->len; i++)
    gtk_list_box_append (self->list, sarap_help_row_new_for_page (self->pages->pdata[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->hits == NULL ? _ ("Topics") : _ ("What was found"), -1);
  select_topic (self);
  self->filling = FALSE;
}

static void
on_search_changed (SarapHelpWindow *self)
{
  fill_list (self);
}

static SarapHelpText *
show_page (SarapHelpWindow *self, const char *topic)
{
  SarapHelpPage *page = sarap_help_pages_find (self->pages, topic);
  GtkWidget *text = sarap_help_text_new (page);

  g_free (self->topic);
  self->topic = g_strdup (page->topic);
  g_signal_connect_object (text, "link", G_CALLBACK (open_topic), self, G_CONNECT_SWAPPED);
  /* the focus would be lost with the page that is left */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->scrolled)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (self->scrolled, text);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  adw_window_title_set_subtitle (self->title, page->title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->history->len > 0);
  return SARAP_HELP_TEXT (text);
}

static void
topic_remember (SarapHelpWindow *self)
{
  if (self->history->len == 0 ||
      !g_str_equal (self->history->pdata[self->history->len - 1], self->topic))
    g_ptr_array_add (self->history, g_strdup (self->topic));
}

static void
focus_list (SarapHelpWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
open_topic (SarapHelpWindow *self, const char *topic)
{
  if (g_str_equal (topic, self->topic))
    return;
  topic_remember (self);
  show_page (self, topic);
  select_topic (self);
  focus_list (self);
}

static void
open_hit (SarapHelpWindow *self, const SarapHelpHit *hit)
{
  const SarapHelpBlock *block = hit->page->blocks->pdata[hit->block];
  SarapHelpText *text = NULL;
  int start = 0, end = 0;

  if (!g_str_equal (hit->page->topic, self->topic))
    topic_remember (self);
  text = show_page (self, hit->page->topic);
  sarap_help_find_word (block->text, gtk_editable_get_text (self->search), &start, &end);
  sarap_help_text_show (text, hit->block, start, end);
}

static void
on_row_selected (SarapHelpWindow *self, GtkListBoxRow *row)
{
  if (row == NULL || self->filling)
    return;
  if (self->hits != NULL)
    open_hit (self, self->hits->pdata[gtk_list_box_row_get_index (row)]);
  else
    open_topic (self,
                ((SarapHelpPage *) self->pages->pdata[gtk_list_box_row_get_index (row)])->topic);
}

/* The entry takes the focus: it would miss the spaces of what is typed elsewhere */
static void
on_search_started (SarapHelpWindow *self)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->search)));
}

/* Moves the focus from the entry to what was found */
static void
on_search_activate (SarapHelpWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_search_key (SarapHelpWindow *self, guint keyval)
{
  if (keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  on_search_activate (self);
  return GDK_EVENT_STOP;
}

/* The Tab key leaves the list: in GTK 4.8 it would go through every row */
static gboolean
on_list_key (SarapHelpWindow *self, guint keyval)
{
  if (keyval == GDK_KEY_Tab)
    return gtk_widget_child_focus (GTK_WIDGET (self->scrolled), GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GDK_EVENT_PROPAGATE;
}

/* Leaves the search, or the help if nothing is searched for */
static void
help_leave (SarapHelpWindow *self)
{
  if (*gtk_editable_get_text (self->search) == '\0')
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_editable_set_text (self->search, "");
  fill_list (self);
  focus_list (self);
}

static void
on_leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  help_leave (SARAP_HELP_WINDOW (widget));
}

static void
on_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SARAP_HELP_WINDOW (widget)->search));
}

static void
on_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SarapHelpWindow *self = SARAP_HELP_WINDOW (widget);
  g_autofree char *topic = g_ptr_array_steal_index (self->history, self->history->len - 1);

  show_page (self, topic);
  select_topic (self);
  focus_list (self);
}

static void
sarap_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (sarap_help_window_parent_class)->dispose (object);
}

static void
sarap_help_window_finalize (GObject *object)
{
  SarapHelpWindow *self = SARAP_HELP_WINDOW (object);

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_ptr_array_unref (self->history);
  g_object_unref (self->group);
  g_free (self->topic);
  G_OBJECT_CLASS (sarap_help_window_parent_class)->finalize (object);
}

static void
sarap_help_window_class_init (SarapHelpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_help_window_dispose;
  object_class->finalize = sarap_help_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpWindow, back);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpWindow, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, help_leave);
  gtk_widget_class_install_action (widget_class, "help.leave", NULL, on_leave);
  gtk_widget_class_install_action (widget_class, "help.find", NULL, on_find);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, on_back);
}

static void
bind_keys (SarapHelpWindow *self)
{
  SarapShortcuts *first = sarap_shortcuts_new (GTK_WIDGET (self), GTK_PHASE_CAPTURE);
  SarapShortcuts *last = sarap_shortcuts_new (GTK_WIDGET (self), GTK_PHASE_BUBBLE);

  sarap_shortcuts_add (first, "<Control>w", "window.close");
  sarap_shortcuts_add (first, "<Control>q", "app.quit");
  sarap_shortcuts_add (first, "<Control>f", "help.find");
  sarap_shortcuts_add (first, "<Alt>Left", "help.back");
  sarap_shortcuts_add (last, "Escape", "help.leave");
}

static void
sarap_help_window_init (SarapHelpWindow *self)
{
  self->history = g_ptr_array_new_with_free_func (g_free);
  self->topic = g_strdup (FIRST_TOPIC);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  self->group = gtk_window_group_new ();
  gtk_window_group_add_window (self->group, GTK_WINDOW (self));
  bind_keys (self);
  sarap_help_window_rebuild (self);
}

static SarapHelpWindow *
find_window (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (SARAP_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

void
sarap_help_window_present (GtkApplication *application, const char *topic)
{
  SarapHelpWindow *self = find_window (application);

  if (self == NULL)
    self = g_object_new (SARAP_TYPE_HELP_WINDOW, "application", application, NULL);
  gtk_editable_set_text (self->search, "");
  fill_list (self);
  show_page (self, topic);
  select_topic (self);
  focus_list (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
sarap_help_window_rebuild (SarapHelpWindow *self)
{
  g_autofree char *topic = g_strdup (self->topic);

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = sarap_help_pages_load (sarap_language_get ());
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  adw_window_title_set_title (self->title, _ ("Help"));
  gtk_widget_set_tooltip_text (self->back, _ ("Back to the page before"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the page before"), -1);
  g_object_set (self->search, "placeholder-text", _ ("Search the help"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the help"), -1);
  gtk_label_set_text (self->nothing, _ ("Nothing in the help has all these words."));
  fill_list (self);
  show_page (self, topic);
}

static gboolean
on_asked (GtkWidget *window, GVariant *arguments, gpointer topic)
{
  sarap_help_window_present (GTK_APPLICATION (g_application_get_default ()), topic);
  return GDK_EVENT_STOP;
}

void
sarap_help_window_offer (GtkWindow *window, const char *topic)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                        gtk_callback_action_new (on_asked, (gpointer) topic, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
