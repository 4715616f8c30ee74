#include "officers/sarap-officers-list.h"

#include "officers/sarap-officers-follow.h"
#include "officers/sarap-officers-list-cell.h"
#include "officers/sarap-officers-list-widths.h"
#include "shell/sarap-settings.h"

#include <glib/gi18n-lib.h>

/* A cell's padding and separator, pixels */
#define CELL_EXTRA 13
/* Greatest width of a column, pixels, whatever the settings contain */
#define WIDEST 4000

typedef struct
{
  const char *id; /* in the settings */
  int width;      /* at least, unless its texts need more */
  int share;      /* of the remaining room */
  int sort;       /* a SarapOfficersSort, -1: not sortable */
  int rank;       /* columns with a higher rank are hidden first; 0: never */
} Column;

static const Column table[SARAP_COLUMNS] = {
  [SARAP_COLUMN_NAME] = { "name", 250, 1, SARAP_SORT_NAME, 0 },
  [SARAP_COLUMN_POSITION] = { "position", 130, 2, -1, 3 },
  [SARAP_COLUMN_UNIT] = { "unit", 150, 4, SARAP_SORT_UNIT, 1 },
  [SARAP_COLUMN_BODY] = { "body", 150, 3, SARAP_SORT_BODY, 2 },
  [SARAP_COLUMN_STATUS] = { "status", 0, 0, SARAP_SORT_STATUS, 0 },
  [SARAP_COLUMN_DEADLINE] = { "deadline", 0, 0, SARAP_SORT_DEADLINE, 0 },
  [SARAP_COLUMN_COMMISSION] = { "commission", 110, 2, SARAP_SORT_COMMISSION, 4 },
  [SARAP_COLUMN_IIN] = { "iin", 110, 0, SARAP_SORT_IIN, 5 },
};

/* The data of a column's factory */
typedef struct
{
  SarapOfficersList *list;
  SarapOfficersColumn column;
} FactoryData;

struct _SarapOfficersList
{
  SarapTabStop parent_instance;

  /* Owned */
  GtkColumnViewColumn *columns[SARAP_COLUMNS];
  SarapOfficersSelection *selection;
  GHashTable *cells; /* all existing cells */
  GtkWidget *menu;
  guint fit;
  SarapOfficersFollow *follow;

  /* Template */
  GtkColumnView *view;

  SarapOfficersFormat words;
  SarapOfficersSort sort;
  gboolean descending;
  gboolean fitting; /* whether widths are being set by the program */
  gboolean sorting; /* whether the program is sorting */
  guint wanted;
  FactoryData factories[SARAP_COLUMNS];
  int least[SARAP_COLUMNS]; /* widths below which columns are hidden */
  int width;                /* the width that the columns were fitted to */
};

static guint opened_signal;
static guint sorted_signal;

G_DEFINE_FINAL_TYPE (SarapOfficersList, sarap_officers_list, SARAP_TYPE_TAB_STOP)

static void
on_cell_gone (gpointer data, GObject *cell)
{
  g_hash_table_remove (data, cell);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, const FactoryData *data)
{
  GHashTable *cells = data->list->cells;
  GtkWidget *cell = sarap_officers_cell_new (data->column, item, &data->list->words);

  gtk_list_item_set_child (item, cell);
  g_hash_table_add (cells, cell);
  g_object_weak_ref (G_OBJECT (cell), on_cell_gone, cells);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  sarap_officers_cell_bind (gtk_list_item_get_child (item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  sarap_officers_cell_unbind (gtk_list_item_get_child (item));
}

/* The model sorts: these only tell the header the column, see sort_asked() */
static int
compare_nothing (gconstpointer a, gconstpointer b, gpointer data)
{
  int *asked = (int *) a;

  if (*asked < 0)
    *asked = GPOINTER_TO_INT (data);
  return GTK_ORDERING_SMALLER;
}

/* The column that the header shows as sorted, -1 for none, and the direction */
static int
sort_asked (SarapOfficersList *self, gboolean *descending)
{
  int asked = -1, other = -1;

  *descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), &asked, &other) ==
                GTK_ORDERING_LARGER;
  return asked;
}

static void
on_sorter_changed (SarapOfficersList *self)
{
  gboolean descending;
  int column = sort_asked (self, &descending);

  if (self->sorting || column < 0)
    return;
  self->sort = table[column].sort;
  self->descending = descending;
  g_signal_emit (self, sorted_signal, 0, self->sort, descending);
}

static void
on_activate (SarapOfficersList *self, guint position)
{
  gint64 id = self->selection == NULL
                  ? 0
                  : sarap_officers_model_get_id (
                        sarap_officers_selection_get_model (self->selection), position);

  if (id != 0)
    g_signal_emit (self, opened_signal, 0, id);
}

static int
chosen_width (SarapOfficersColumn which)
{
  g_autoptr (GVariant) all = g_settings_get_value (sarap_settings_get (), "officers-widths");
  int width = 0;

  return g_variant_lookup (all, table[which].id, "i", &width) ? CLAMP (width, 0, WIDEST) : 0;
}

/* The column keeps the width that the person gave it */
static void
on_resized (GtkColumnViewColumn *column, GParamSpec *pspec, SarapOfficersList *self)
{
  g_autoptr (GVariant) all = NULL;
  g_auto (GVariantDict) widths = { 0 };

  if (self->fitting)
    return;
  all = g_settings_get_value (sarap_settings_get (), "officers-widths");
  g_variant_dict_init (&widths, all);
  for (guint i = 0; i < SARAP_COLUMNS; i++)
    if (self->columns[i] == column)
      g_variant_dict_insert (&widths, table[i].id, "i",
                             gtk_column_view_column_get_fixed_width (column));
  g_settings_set_value (sarap_settings_get (), "officers-widths", g_variant_dict_end (&widths));
}

static GtkColumnViewColumn *
new_column (SarapOfficersList *self, SarapOfficersColumn which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column =
      gtk_column_view_column_new (sarap_officers_column_title (which), factory);

  self->factories[which] = (FactoryData){ self, which };
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), &self->factories[which]);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  if (table[which].sort >= 0)
    {
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (compare_nothing, GINT_TO_POINTER (which), NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_column_set_fixed_width (column, self->least[which]);
  gtk_column_view_column_set_resizable (column, TRUE);
  g_signal_connect (column, "notify::fixed-width", G_CALLBACK (on_resized), self);
  return column;
}

/* The columns that fit */
static guint
columns_for (SarapOfficersList *self)
{
  guint columns = self->wanted;
  int needed = 0;

  for (guint i = 0; i < SARAP_COLUMNS; i++)
    if (columns & (1u << i))
      needed += self->least[i];
  for (int rank = SARAP_COLUMNS; rank > 0 && needed > self->width; rank--)
    for (guint i = 0; i < SARAP_COLUMNS; i++)
      if (table[i].rank == rank && (columns & (1u << i)))
        {
          columns &= ~(1u << i);
          needed -= self->least[i];
        }
  return columns;
}

/* Columns without a width set by the person share the remaining room */
static void
give_widths (SarapOfficersList *self, guint columns)
{
  int left = self->width, shares = 0;

  for (guint i = 0; i < SARAP_COLUMNS; i++)
    if (columns & (1u << i))
      {
        int chosen = chosen_width (i);

        left -= chosen != 0 ? chosen : self->least[i];
        shares += chosen != 0 ? 0 : table[i].share;
      }
  left = MAX (left, 0);
  for (guint i = 0; i < SARAP_COLUMNS; i++)
    {
      int width = chosen_width (i), more = 0;

      if (width == 0 && (columns & (1u << i)) && table[i].share > 0)
        {
          more = left * table[i].share / shares;
          left -= more;
          shares -= table[i].share;
        }
      gtk_column_view_column_set_fixed_width (self->columns[i],
                                              width != 0 ? width : self->least[i] + more);
    }
}

/* Body and unit do not disappear for want of room: they go under the name, and the position with
   them */
static guint
columns_below (SarapOfficersList *self, guint columns)
{
  const guint of_body = 1u << SARAP_COLUMN_UNIT | 1u << SARAP_COLUMN_BODY;
  guint hidden = self->wanted & ~columns & (of_body | 1u << SARAP_COLUMN_POSITION);

  return hidden & of_body ? hidden : 0;
}

static void
fit_columns (SarapOfficersList *self)
{
  guint columns = columns_for (self);
  guint below = columns_below (self, columns);

  self->fitting = TRUE;
  give_widths (self, columns);
  for (guint i = 0; i < SARAP_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->columns[i], (columns & (1u << i)) != 0);
  self->fitting = FALSE;
  if (self->words.below == below)
    return;
  self->words.below = below;
  sarap_officers_list_refresh_cells (self);
}

static gboolean
on_fit (gpointer data)
{
  SarapOfficersList *self = data;

  self->fit = 0;
  fit_columns (self);
  return G_SOURCE_REMOVE;
}

/* Not while widths are being set */
static void
on_width (SarapOfficersList *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  int width = gtk_adjustment_get_page_size (adjustment);

  if (width == self->width || width == 0)
    return;
  self->width = width;
  if (self->fit == 0)
    self->fit = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit, self, NULL);
}

static GtkWidget *
cell_at (SarapOfficersList *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (self->view);
       widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (sarap_officers_cell_is (widget))
        return widget;
      if (child != NULL && sarap_officers_cell_is (child))
        return child;
    }
  return NULL;
}

static void
open_menu (SarapOfficersList *self, double x, double y)
{
  GdkRectangle at = { 0, 0, 1, 1 };

  if (self->menu == NULL)
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &x, &y);
  at.x = x;
  at.y = y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The menu is about the selection: the row there is selected, if it was not */
static gboolean
select_at (SarapOfficersList *self, double x, double y)
{
  GtkWidget *cell = cell_at (self, x, y);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position;

  if (cell == NULL)
    return FALSE;
  position = sarap_officers_cell_get_position (cell);
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  return TRUE;
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, SarapOfficersList *self)
{
  if (select_at (self, x, y))
    open_menu (self, x, y);
}

static gboolean
on_menu_key (GtkWidget *view, GVariant *args, gpointer user_data)
{
  SarapOfficersList *self =
      SARAP_OFFICERS_LIST (gtk_widget_get_ancestor (view, SARAP_TYPE_OFFICERS_LIST));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, view, &bounds) ||
      !select_at (self, bounds.origin.x + 1, bounds.origin.y + bounds.size.height / 2))
    return FALSE;
  open_menu (self, bounds.origin.x + bounds.size.width / 4, bounds.origin.y + bounds.size.height);
  return TRUE;
}

/* Ends a selection; without one the key is passed on */
static gboolean
on_escape (GtkWidget *view, GVariant *args, gpointer user_data)
{
  SarapOfficersList *self =
      SARAP_OFFICERS_LIST (gtk_widget_get_ancestor (view, SARAP_TYPE_OFFICERS_LIST));

  return self->selection != NULL && sarap_officers_selection_get_n (self->selection) > 0 &&
         gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

static void
sarap_officers_list_dispose (GObject *object)
{
  SarapOfficersList *self = SARAP_OFFICERS_LIST (object);

  g_clear_handle_id (&self->fit, g_source_remove);
  g_clear_pointer (&self->follow, sarap_officers_follow_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  /* the view changes its sorter once more while it is destroyed */
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  for (guint i = 0; i < SARAP_COLUMNS; i++)
    if (self->columns[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->columns[i], self);
        g_clear_object (&self->columns[i]);
      }
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_OFFICERS_LIST);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->words.bodies, sarap_bodies_unref);
  G_OBJECT_CLASS (sarap_officers_list_parent_class)->dispose (object);
}

static void
sarap_officers_list_finalize (GObject *object)
{
  GHashTable *cells = SARAP_OFFICERS_LIST (object)->cells;
  GHashTableIter iter;
  gpointer cell;

  /* cells may outlive the list */
  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    g_object_weak_unref (cell, on_cell_gone, cells);
  g_hash_table_unref (cells);
  G_OBJECT_CLASS (sarap_officers_list_parent_class)->finalize (object);
}

static void
sarap_officers_list_class_init (SarapOfficersListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_officers_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_officers_list_finalize;
  opened_signal = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  sorted_signal = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-officers-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary);
  gtk_widget_class_bind_template_callback (widget_class, on_width);
}

static void
add_key (GtkShortcutController *controller, const char *keys, GtkShortcutFunc func)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                    gtk_callback_action_new (func, NULL, NULL)));
}

static void
add_keys (SarapOfficersList *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_key (GTK_SHORTCUT_CONTROLLER (controller), "Menu|<Shift>F10", on_menu_key);
  add_key (GTK_SHORTCUT_CONTROLLER (controller), "Escape", on_escape);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
sarap_officers_list_init (SarapOfficersList *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->wanted = (1u << SARAP_COLUMNS) - 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->follow = sarap_officers_follow_new (self->view, self->cells);
  for (guint i = 0; i < SARAP_COLUMNS; i++)
    {
      int measured = sarap_officers_column_measure (i);

      self->least[i] = MAX (table[i].width, measured) + CELL_EXTRA;
      self->columns[i] = new_column (self, i);
      /* most windows have no room for these, and the width is not known yet */
      gtk_column_view_column_set_visible (self->columns[i], table[i].rank < 4);
      gtk_column_view_append_column (self->view, self->columns[i]);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  add_keys (self);
}

void
sarap_officers_list_set_selection (SarapOfficersList *self, SarapOfficersSelection *selection)
{
  if (self->selection == selection)
    return;
  /* before the view sees it: its rows still are those of before a change */
  sarap_officers_follow_watch (self->follow, selection);
  g_set_object (&self->selection, selection);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  sarap_officers_list_refresh_cells (self);
}

void
sarap_officers_list_set_today (SarapOfficersList *self, SarapDate today)
{
  self->words.today = today;
  sarap_officers_list_refresh_cells (self);
}

void
sarap_officers_list_set_sort (SarapOfficersList *self, SarapOfficersSort sort, gboolean descending)
{
  self->sort = sort;
  self->descending = descending;
  self->sorting = TRUE;
  for (guint i = 0; i < SARAP_COLUMNS; i++)
    if (table[i].sort == (int) sort)
      {
        gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
        gtk_column_view_sort_by_column (self->view, self->columns[i],
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      }
  self->sorting = FALSE;
}

/* GTK focuses the first widget of the window; unless an item led elsewhere, the focus returns to
   the row */
static void
on_menu_closed (SarapOfficersList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sarap_officers_list_grab (self);
}

void
sarap_officers_list_set_menu (SarapOfficersList *self, GMenuModel *menu)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
}

void
sarap_officers_list_set_wanted (SarapOfficersList *self, guint columns)
{
  self->wanted = columns | 1u << SARAP_COLUMN_NAME;
  if (self->width > 0)
    fit_columns (self);
}

void
sarap_officers_list_scroll_to_top (SarapOfficersList *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  /* one looks where the focus is, which goes with its officer */
  if (sarap_officers_follow_soon (self->follow))
    return;
  if (self->selection != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", 0);
}

void
sarap_officers_list_grab (SarapOfficersList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
sarap_officers_list_grab_first (SarapOfficersList *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *first = NULL;

  sarap_officers_list_scroll_to_top (self);
  first = gtk_widget_get_first_child (rows);
  if (first == NULL || self->selection == NULL)
    return;
  gtk_widget_activate_action (rows, "list.select-item", "(ubb)", 0, FALSE, FALSE);
  gtk_widget_grab_focus (first);
}

void
sarap_officers_list_refresh_cells (SarapOfficersList *self)
{
  SarapBodies *bodies = NULL;
  GHashTableIter iter;
  gpointer cell;

  if (self->selection != NULL)
    bodies = sarap_officer_cache_get_bodies (
        sarap_officers_model_get_cache (sarap_officers_selection_get_model (self->selection)));
  if (bodies != NULL && bodies != self->words.bodies)
    {
      g_clear_pointer (&self->words.bodies, sarap_bodies_unref);
      self->words.bodies = sarap_bodies_ref (bodies);
    }
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    sarap_officers_cell_refresh (cell);
}
