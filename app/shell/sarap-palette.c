#include "shell/sarap-palette.h"

#include "shell/sarap-commands.h"
#include "shell/sarap-palette-row.h"
#include "shell/sarap-search-result.h"

#include <glib/gi18n-lib.h>

/* Results of one search: more would hide the results of others */
#define MOST_OF_A_SEARCH 12

struct _SarapPalette
{
  AdwBin parent_instance;

  /* Owned */
  SarapSession *session;
  SarapRegistry *registry;
  GCancellable *cancellable;
  GtkWidget *focus_before;

  /* Borrowed */
  SarapPage *shown;

  /* Template */
  GtkWidget *card;
  GtkEditable *entry;
  GtkWidget *scroll;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SarapPalette, sarap_palette, ADW_TYPE_BIN)

static GtkWidget *
palette_window (SarapPalette *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
}

static void
select_row (SarapPalette *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
row_add (SarapPalette *self, SarapSearchResult *found)
{
  gtk_list_box_append (self->list, sarap_palette_row_new (found));
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    select_row (self, gtk_list_box_get_row_at_index (self->list, 0));
}

/* Matches the beginnings of words: a surname is not meant as the middle of a command */
static gboolean
matches (SarapPalette *self, const char *title)
{
  return g_str_match_string (gtk_editable_get_text (self->entry), title, TRUE);
}

static void
add_command (const SarapCommand *command, const SarapPageEntry *entry, gpointer data)
{
  SarapPalette *self = data;
  const char *title = _ (command->title);
  g_autofree char *keys = sarap_commands_say_keys (command->keys);
  g_autoptr (SarapSearchResult) found = NULL;

  if (!matches (self, title) || g_str_equal (command->action, "win.palette") ||
      !sarap_commands_is_enabled (palette_window (self), self->shown, command->action))
    return;
  found = sarap_search_result_new (entry == NULL ? "sarap-command-symbolic" : entry->icon_name,
                                   title, entry == NULL ? NULL : _ (entry->title), command->action);
  sarap_search_result_set_keys (found, keys);
  row_add (self, found);
}

static void
add_pages (SarapPalette *self)
{
  GPtrArray *pages = sarap_registry_get_pages (self->registry);
  const SarapIdentity *identity = sarap_session_get_identity (self->session);
  int position = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      const SarapPageEntry *entry = pages->pdata[i];
      g_autofree char *accelerator = NULL;
      g_autofree char *keys = NULL;
      g_autoptr (SarapSearchResult) found = NULL;

      if (!sarap_page_entry_is_for (entry, identity))
        continue;
      position++;
      if (!matches (self, _ (entry->title)))
        continue;
      accelerator = g_strdup_printf ("<Alt>%d", position);
      keys = sarap_commands_say_keys (accelerator);
      found =
          sarap_search_result_new_for_path (entry->icon_name, _ (entry->title), NULL, entry->id);
      sarap_search_result_set_keys (found, keys);
      row_add (self, found);
    }
}

static void
on_search_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapPalette) self = user_data;
  g_autoptr (GListModel) model = sarap_search_finish (result, NULL);

  /* a cancelled search belongs to an earlier text */
  if (model == NULL || self->session == NULL)
    return;
  for (guint i = 0; i < MIN (g_list_model_get_n_items (model), MOST_OF_A_SEARCH); i++)
    {
      g_autoptr (SarapSearchResult) found = g_list_model_get_item (model, i);

      row_add (self, found);
    }
}

static void
palette_search (SarapPalette *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  SarapStore *store = sarap_session_get_store (self->session);
  GPtrArray *searches = sarap_registry_get_searches (self->registry);

  for (guint i = 0; *text != '\0' && store != NULL && i < searches->len; i++)
    {
      SarapSearchFunc find = searches->pdata[i];

      find (self->session, text, self->cancellable, on_search_done, g_object_ref (self));
    }
}

static void
palette_cancel (SarapPalette *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
on_text (SarapPalette *self)
{
  GtkListBoxRow *row = NULL;

  palette_cancel (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  add_pages (self);
  sarap_commands_visit (self->registry, add_command, self);
  palette_search (self);
}

static void
close_palette (SarapPalette *self)
{
  palette_cancel (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->focus_before != NULL && gtk_widget_get_root (self->focus_before) != NULL)
    gtk_widget_grab_focus (self->focus_before);
  g_clear_object (&self->focus_before);
}

static void
on_stop (SarapPalette *self)
{
  close_palette (self);
}

static void
on_row_activated (SarapPalette *self, GtkListBoxRow *row)
{
  g_autoptr (SarapSearchResult) found =
      g_object_ref (sarap_palette_row_get_result (SARAP_PALETTE_ROW (row)));
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;
  GtkWidget *window = palette_window (self);

  close_palette (self);
  if (g_action_parse_detailed_name (sarap_search_result_get_action (found), &action, &target, NULL))
    gtk_widget_activate_action_variant (window, action, target);
}

static void
on_activate (SarapPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated (self, row);
}

/* Scrolls the list to a row; the focus stays in the entry */
static void
show_row (SarapPalette *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
move (SarapPalette *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row == NULL ? 0 : gtk_list_box_row_get_index (row) + by;

  row = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  if (row == NULL)
    return;
  select_row (self, row);
  show_row (self, row);
}

static gboolean
on_key (SarapPalette *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move (self, 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move (self, -8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      close_palette (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab: /* nothing else can be focused while it is open */
    case GDK_KEY_ISO_Left_Tab:
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A click outside the card closes it */
static void
on_pressed (SarapPalette *self, int n_press, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (hit == NULL || (hit != self->card && !gtk_widget_is_ancestor (hit, self->card)))
    close_palette (self);
}

static void
sarap_palette_dispose (GObject *object)
{
  SarapPalette *self = SARAP_PALETTE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->focus_before);
  g_clear_object (&self->session);
  g_clear_object (&self->registry);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_PALETTE);
  G_OBJECT_CLASS (sarap_palette_parent_class)->dispose (object);
}

static void
sarap_palette_class_init (SarapPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_palette_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapPalette, card);
  gtk_widget_class_bind_template_child (widget_class, SarapPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, SarapPalette, scroll);
  gtk_widget_class_bind_template_child (widget_class, SarapPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, on_text);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sarap_palette_init (SarapPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_adjustment (
      self->list, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

SarapPalette *
sarap_palette_new (SarapSession *session, SarapRegistry *registry)
{
  SarapPalette *self = g_object_new (SARAP_TYPE_PALETTE, NULL);

  self->session = g_object_ref (session);
  self->registry = g_object_ref (registry);
  return self;
}

void
sarap_palette_open (SarapPalette *self, SarapPage *shown)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (palette_window (self)));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      close_palette (self);
      return;
    }
  self->shown = shown;
  g_set_object (&self->focus_before, focus);
  gtk_editable_set_text (self->entry, "");
  on_text (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
