#include "officers/sarap-officers-follow.h"

#include "officers/sarap-officers-list-cell.h"

struct _SarapOfficersFollow
{
  /* Owned */
  SarapOfficersSelection *selection;
  guint source;

  /* Borrowed */
  GtkColumnView *view;
  GHashTable *cells;

  gint64 officer; /* whose row had the focus when the order changed; 0 for none */
};

/* A row takes the focus, and not its cells */
static GtkWidget *
row_of_cell (GtkWidget *cell)
{
  return gtk_widget_get_parent (gtk_widget_get_parent (cell));
}

static gboolean
has_focus (GtkWidget *cell, gconstpointer focus)
{
  GtkWidget *row = row_of_cell (cell);

  return row != NULL && (row == focus || gtk_widget_is_ancestor ((GtkWidget *) focus, row));
}

static gboolean
is_at (GtkWidget *cell, gconstpointer position)
{
  return sarap_officers_cell_get_officer (cell) != 0 &&
         sarap_officers_cell_get_position (cell) == *(const guint *) position;
}

/* NULL when it is not among the cells that there are */
static GtkWidget *
find_cell (SarapOfficersFollow *self,
           gboolean (*fits) (GtkWidget *cell, gconstpointer what),
           gconstpointer what)
{
  GHashTableIter iter;
  GtkWidget *cell = NULL;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, (gpointer *) &cell, NULL))
    if (fits (cell, what))
      return cell;
  return NULL;
}

/* Whose row has the focus, 0 for nobody's */
static gint64
officer_with_focus (SarapOfficersFollow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    cell = find_cell (self, has_focus, focus);
  return cell != NULL ? sarap_officers_cell_get_officer (cell) : 0;
}

static void
follow (SarapOfficersFollow *self)
{
  SarapOfficersModel *model = sarap_officers_selection_get_model (self->selection);
  guint position = sarap_officers_model_find (model, self->officer);
  gboolean there = officer_with_focus (self) == self->officer;
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *cell = NULL;

  self->officer = 0;
  if (there || position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  cell = find_cell (self, is_at, &position);
  if (cell != NULL)
    gtk_widget_grab_focus (row_of_cell (cell));
}

static gboolean
on_idle (gpointer data)
{
  SarapOfficersFollow *self = data;

  self->source = 0;
  if (self->officer != 0 && self->selection != NULL &&
      sarap_officers_model_get_settled (sarap_officers_selection_get_model (self->selection)))
    follow (self);
  return G_SOURCE_REMOVE;
}

static void
on_items_changed (SarapOfficersFollow *self)
{
  if (self->officer == 0)
    self->officer = officer_with_focus (self);
  sarap_officers_follow_soon (self);
}

static void
on_state_changed (SarapOfficersFollow *self)
{
  sarap_officers_follow_soon (self);
}

SarapOfficersFollow *
sarap_officers_follow_new (GtkColumnView *view, GHashTable *cells)
{
  SarapOfficersFollow *self = g_new0 (SarapOfficersFollow, 1);

  self->view = view;
  self->cells = cells;
  return self;
}

void
sarap_officers_follow_free (SarapOfficersFollow *self)
{
  sarap_officers_follow_watch (self, NULL);
  g_free (self);
}

void
sarap_officers_follow_watch (SarapOfficersFollow *self, SarapOfficersSelection *selection)
{
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      g_signal_handlers_disconnect_by_data (sarap_officers_selection_get_model (self->selection),
                                            self);
    }
  g_clear_handle_id (&self->source, g_source_remove);
  self->officer = 0;
  if (!g_set_object (&self->selection, selection) || selection == NULL)
    return;
  g_signal_connect_swapped (selection, "items-changed", G_CALLBACK (on_items_changed), self);
  g_signal_connect_swapped (sarap_officers_selection_get_model (selection), "state-changed",
                            G_CALLBACK (on_state_changed), self);
}

gboolean
sarap_officers_follow_soon (SarapOfficersFollow *self)
{
  if (self->officer != 0 && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
  return self->officer != 0;
}
