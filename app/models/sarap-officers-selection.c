#include "models/sarap-officers-selection.h"

struct _SarapOfficersSelection
{
  GObject parent_instance;

  /* Owned */
  SarapOfficersModel *model;
  GtkBitset *ids;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SarapOfficersSelection,
                               sarap_officers_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static GType
sarap_officers_selection_get_item_type (GListModel *model)
{
  return SARAP_TYPE_OFFICER_ROW;
}

static guint
sarap_officers_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (SARAP_OFFICERS_SELECTION (model)->model));
}

static gpointer
sarap_officers_selection_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (SARAP_OFFICERS_SELECTION (model)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sarap_officers_selection_get_item_type;
  iface->get_n_items = sarap_officers_selection_get_n_items;
  iface->get_item = sarap_officers_selection_get_item;
}

static gboolean
sarap_officers_selection_is_selected (GtkSelectionModel *model, guint position)
{
  SarapOfficersSelection *self = SARAP_OFFICERS_SELECTION (model);
  gint64 id = sarap_officers_model_get_id (self->model, position);

  return id != 0 && gtk_bitset_contains (self->ids, id);
}

static GtkBitset *
sarap_officers_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  GtkBitset *positions = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n; i++)
    if (sarap_officers_selection_is_selected (model, i))
      gtk_bitset_add (positions, i);
  return positions;
}

/* Selects one row; GTK uses set_selection() for all other cases */
static gboolean
sarap_officers_selection_select_item (GtkSelectionModel *model,
                                      guint position,
                                      gboolean unselect_rest)
{
  SarapOfficersSelection *self = SARAP_OFFICERS_SELECTION (model);
  gint64 id = sarap_officers_model_get_id (self->model, position);

  if (id == 0)
    return FALSE;
  if (unselect_rest)
    gtk_bitset_remove_all (self->ids);
  gtk_bitset_add (self->ids, id);
  if (unselect_rest)
    gtk_selection_model_selection_changed (model, 0,
                                           g_list_model_get_n_items (G_LIST_MODEL (model)));
  else
    gtk_selection_model_selection_changed (model, position, 1);
  return TRUE;
}

static gboolean
sarap_officers_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  SarapOfficersSelection *self = SARAP_OFFICERS_SELECTION (model);
  gint64 id = sarap_officers_model_get_id (self->model, position);

  if (id == 0)
    return FALSE;
  gtk_bitset_remove (self->ids, id);
  gtk_selection_model_selection_changed (model, position, 1);
  return TRUE;
}

/* Selects or unselects positions, and reports the range between the first and the last that may
   change */
static gboolean
sarap_officers_selection_set_selection (GtkSelectionModel *model,
                                        GtkBitset *selected,
                                        GtkBitset *mask)
{
  SarapOfficersSelection *self = SARAP_OFFICERS_SELECTION (model);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  gboolean all = gtk_bitset_get_size (mask) >= n_items;
  GtkBitsetIter iter;
  guint position;

  if (all)
    gtk_bitset_remove_all (self->ids);
  if (gtk_bitset_iter_init_first (&iter, all ? selected : mask, &position))
    do
      {
        gint64 id = sarap_officers_model_get_id (self->model, position);

        if (id != 0 && gtk_bitset_contains (selected, position))
          gtk_bitset_add (self->ids, id);
        else
          gtk_bitset_remove (self->ids, id);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  if (n_items > 0 && !gtk_bitset_is_empty (mask))
    {
      guint first = gtk_bitset_get_minimum (mask);
      guint last = MIN (gtk_bitset_get_maximum (mask), n_items - 1);

      gtk_selection_model_selection_changed (model, first, last - first + 1);
    }
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = sarap_officers_selection_is_selected;
  iface->get_selection_in_range = sarap_officers_selection_get_selection_in_range;
  iface->select_item = sarap_officers_selection_select_item;
  iface->unselect_item = sarap_officers_selection_unselect_item;
  iface->set_selection = sarap_officers_selection_set_selection;
}

static GtkBitset *
dup_shown (SarapOfficersModel *model)
{
  g_autoptr (GArray) ids = sarap_officers_model_dup_ids (model);
  GtkBitset *shown = gtk_bitset_new_empty ();

  for (guint i = 0; i < ids->len; i++)
    gtk_bitset_add (shown, g_array_index (ids, guint32, i));
  return shown;
}

/* Officers who are no longer shown are unselected. While the result is incomplete all of them stay:
   they may appear again. */
static void
on_state_changed (SarapOfficersSelection *self)
{
  guint64 n_before = gtk_bitset_get_size (self->ids);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  g_autoptr (GtkBitset) shown = NULL;

  if (n_before == 0 || !sarap_officers_model_get_settled (self->model))
    return;
  shown = dup_shown (self->model);
  gtk_bitset_intersect (self->ids, shown);
  if (gtk_bitset_get_size (self->ids) != n_before && n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

static void
sarap_officers_selection_finalize (GObject *object)
{
  SarapOfficersSelection *self = SARAP_OFFICERS_SELECTION (object);

  g_object_unref (self->model);
  gtk_bitset_unref (self->ids);
  G_OBJECT_CLASS (sarap_officers_selection_parent_class)->finalize (object);
}

static void
sarap_officers_selection_class_init (SarapOfficersSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_officers_selection_finalize;
}

static void
sarap_officers_selection_init (SarapOfficersSelection *self)
{
  self->ids = gtk_bitset_new_empty ();
}

SarapOfficersSelection *
sarap_officers_selection_new (SarapOfficersModel *model)
{
  SarapOfficersSelection *self = g_object_new (SARAP_TYPE_OFFICERS_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "state-changed", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

SarapOfficersModel *
sarap_officers_selection_get_model (SarapOfficersSelection *self)
{
  return self->model;
}

guint
sarap_officers_selection_get_n (SarapOfficersSelection *self)
{
  return gtk_bitset_get_size (self->ids);
}

GArray *
sarap_officers_selection_dup_ids (SarapOfficersSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 n = gtk_bitset_get_size (self->ids);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n_items && ids->len < n; i++)
    {
      guint32 id = sarap_officers_model_get_id (self->model, i);

      if (id != 0 && gtk_bitset_contains (self->ids, id))
        g_array_append_val (ids, id);
    }
  return ids;
}
