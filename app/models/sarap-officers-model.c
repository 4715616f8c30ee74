#include "models/sarap-officers-model.h"

#include "models/sarap-filter-test.h"
#include "models/sarap-officers-order.h"
#include "models/sarap-officer-rows.h"
#include "models/sarap-officers-search.h"

/* Delay before the order is read again, ms: one reading serves many changes */
#define READ_AGAIN_MS 100

struct _SarapOfficersModel
{
  GObject parent_instance;

  /* Owned */
  SarapStore *store;
  SarapOfficerCache *cache;
  SarapOfficerRows *rows;
  SarapOfficersOrder *by_name;
  SarapOfficersOrder *by_iin; /* NULL until the list is sorted by IIN */
  SarapOfficersSearch *search;
  SarapFilter *filter;
  GArray *shown; /* ids; those of an order itself if all are shown */
  GError *error; /* NULL unless reading failed */
  guint read_again;

  guint n_alike; /* of those shown, the number found only by similar letters */
  guint n_shown; /* more than there are ids while an order is being read */
  SarapOfficersSort sort;
  gboolean descending;
};

static guint state_signal;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SarapOfficersModel,
                               sarap_officers_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
sarap_officers_model_get_item_type (GListModel *model)
{
  return SARAP_TYPE_OFFICER_ROW;
}

static guint
sarap_officers_model_get_n_items (GListModel *model)
{
  return SARAP_OFFICERS_MODEL (model)->n_shown;
}

/* The page of a position */
static void
want_page (SarapOfficersModel *self, guint position)
{
  guint from = position - position % SARAP_OFFICER_ROWS_PAGE;
  guint until = MIN (from + SARAP_OFFICER_ROWS_PAGE, self->shown->len);

  sarap_officer_rows_want (self->rows, (const guint32 *) self->shown->data + from, until - from);
}

static gpointer
sarap_officers_model_get_item (GListModel *model, guint position)
{
  SarapOfficersModel *self = SARAP_OFFICERS_MODEL (model);
  SarapOfficerRow *row = NULL;
  guint32 id;

  if (position >= self->n_shown)
    return NULL;
  if (position >= self->shown->len)
    return sarap_officer_row_new (0);
  id = g_array_index (self->shown, guint32, position);
  row = sarap_officer_rows_get (self->rows, id);
  if (sarap_officer_row_is_stale (row) && !sarap_officer_rows_is_wanted (self->rows, id))
    want_page (self, position);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sarap_officers_model_get_item_type;
  iface->get_n_items = sarap_officers_model_get_n_items;
  iface->get_item = sarap_officers_model_get_item;
}

static void
tell_state (SarapOfficersModel *self)
{
  g_signal_emit (self, state_signal, 0);
}

static SarapOfficersOrder *
order_used (SarapOfficersModel *self)
{
  return self->sort == SARAP_SORT_IIN ? self->by_iin : self->by_name;
}

static gboolean
sorts_by_cache (SarapOfficersModel *self)
{
  return self->sort != SARAP_SORT_NAME && self->sort != SARAP_SORT_IIN;
}

static gboolean
uses_cache (SarapOfficersModel *self)
{
  return sorts_by_cache (self) || sarap_filter_has_chips (self->filter);
}

/* Whether the shown list is exactly the database's order */
static gboolean
shows_order (SarapOfficersModel *self)
{
  return !uses_cache (self) && !self->descending &&
         !sarap_officers_search_get_active (self->search);
}

static GArray *
filter_ids (SarapOfficersModel *self, GArray *all)
{
  gboolean searches = sarap_officers_search_get_active (self->search);
  gboolean chips = sarap_filter_has_chips (self->filter);
  g_autoptr (SarapFilterTest) test = sarap_filter_test_new (self->filter, self->cache);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!searches && !chips)
    {
      g_array_append_vals (ids, all->data, all->len);
      return ids;
    }
  for (guint i = 0; i < all->len; i++)
    {
      guint32 id = g_array_index (all, guint32, i);
      const SarapOfficerCacheEntry *entry = NULL;

      if (searches && sarap_officers_search_match (self->search, id) == SARAP_OFFICER_MATCH_NONE)
        continue;
      if (chips && (!(entry = sarap_officer_cache_lookup (self->cache, id)) ||
                    !sarap_filter_test_passes (test, entry)))
        continue;
      g_array_append_val (ids, id);
    }
  return ids;
}

/* The best matches come first; equal matches keep their order */
static void
put_best_first (SarapOfficersModel *self, GArray *ids)
{
  g_autofree guint32 *before = g_memdup2 (ids->data, ids->len * sizeof (guint32));
  g_autofree guint8 *matches = g_new (guint8, ids->len);
  guint n = 0, n_found = 0;

  for (guint i = 0; i < ids->len; i++)
    matches[i] = sarap_officers_search_match (self->search, before[i]);
  for (guint match = SARAP_OFFICER_MATCH_NAME; match > SARAP_OFFICER_MATCH_NONE; match--)
    {
      n_found = n;
      for (guint i = 0; i < ids->len; i++)
        if (matches[i] == match)
          g_array_index (ids, guint32, n++) = before[i];
    }
  self->n_alike = n - n_found;
}

static GArray *
make_ids (SarapOfficersModel *self)
{
  GArray *all = sarap_officers_order_get_ids (order_used (self));
  GArray *ids = NULL;

  self->n_alike = 0;
  if (shows_order (self))
    return g_array_ref (all);
  ids = filter_ids (self, all);
  sarap_officers_sort ((guint32 *) ids->data, ids->len, self->sort, self->descending, self->cache);
  if (sarap_officers_search_get_active (self->search))
    put_best_first (self, ids);
  return ids;
}

/* Shows other ids, and reports only the positions that change */
static void
show_ids (SarapOfficersModel *self, GArray *ids, guint n_ids)
{
  const guint32 *before = (const guint32 *) self->shown->data;
  const guint32 *after = (const guint32 *) ids->data;
  guint n_before = self->n_shown;
  guint least = MIN (MIN (self->shown->len, ids->len), MIN (n_before, n_ids));
  guint front = 0, back = 0;

  while (front < least && before[front] == after[front])
    front++;
  if (self->shown->len == n_before && ids->len == n_ids)
    while (back < least - front && before[n_before - 1 - back] == after[n_ids - 1 - back])
      back++;
  g_array_ref (ids);
  g_array_unref (self->shown);
  self->shown = ids;
  self->n_shown = n_ids;
  if (front + back < n_before || front + back < n_ids)
    g_list_model_items_changed (G_LIST_MODEL (self), front, n_before - front - back,
                                n_ids - front - back);
}

static void
model_show (SarapOfficersModel *self)
{
  g_autoptr (GArray) ids = make_ids (self);
  guint n_ids = shows_order (self) ? sarap_officers_order_get_count (order_used (self)) : ids->len;

  show_ids (self, ids, n_ids);
  tell_state (self);
}

/* Ids were added at the end: positions that existed already now have an id */
static void
on_grown (SarapOfficersOrder *order, guint from, guint n, SarapOfficersModel *self)
{
  guint n_before = self->n_shown;

  if (order != order_used (self))
    return;
  if (!shows_order (self))
    {
      model_show (self);
      return;
    }
  if (self->shown != sarap_officers_order_get_ids (order))
    {
      g_array_unref (self->shown);
      self->shown = g_array_ref (sarap_officers_order_get_ids (order));
    }
  self->n_shown = sarap_officers_order_get_count (order);
  if (self->n_shown > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), from, n_before - from, self->n_shown - from);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), from, n, n);
  tell_state (self);
}

static void
on_replaced (SarapOfficersOrder *order, SarapOfficersModel *self)
{
  if (order == order_used (self))
    model_show (self);
}

static void
on_search_found (SarapOfficersModel *self)
{
  model_show (self);
}

static void
on_cache_changed (SarapOfficersModel *self)
{
  if (uses_cache (self))
    model_show (self);
  else
    tell_state (self);
}

static gboolean
on_read_again (gpointer data)
{
  SarapOfficersModel *self = data;

  self->read_again = 0;
  g_debug ("the list of officers is ordered again");
  g_clear_error (&self->error);
  sarap_officers_order_read (self->by_name);
  if (self->by_iin != NULL)
    sarap_officers_order_read (self->by_iin);
  return G_SOURCE_REMOVE;
}

static void
read_again_soon (SarapOfficersModel *self)
{
  if (self->read_again == 0)
    self->read_again = g_timeout_add (READ_AGAIN_MS, on_read_again, self);
}

static void
on_store_changed (SarapStore *store,
                  const char *record,
                  gint64 record_id,
                  gint64 officer_id,
                  SarapOfficersModel *self)
{
  if (!sarap_record_type_touches_standing (record))
    return;
  sarap_officer_rows_invalidate (self->rows, officer_id);
  g_debug ("the feed told of %s %s", officer_id == 0 ? "any" : "a", record);
  if (officer_id == 0 || g_str_equal (record, "officer"))
    read_again_soon (self);
}

/* The window reports a lost database, and the list is read again when it is back */
static void
on_failed (SarapOfficersModel *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST))
    return;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  tell_state (self);
}

/* Changes in a time when the database was lost are unknown */
static void
on_store_state (SarapOfficersModel *self)
{
  if (sarap_store_get_state (self->store) != SARAP_STORE_OPEN)
    return;
  sarap_officer_rows_invalidate (self->rows, 0);
  read_again_soon (self);
}

static void
sarap_officers_model_dispose (GObject *object)
{
  SarapOfficersModel *self = SARAP_OFFICERS_MODEL (object);

  g_clear_handle_id (&self->read_again, g_source_remove);
  if (self->by_name != NULL)
    g_object_run_dispose (G_OBJECT (self->by_name));
  if (self->by_iin != NULL)
    g_object_run_dispose (G_OBJECT (self->by_iin));
  if (self->rows != NULL)
    g_object_run_dispose (G_OBJECT (self->rows));
  if (self->search != NULL)
    g_object_run_dispose (G_OBJECT (self->search));
  g_clear_object (&self->by_name);
  g_clear_object (&self->by_iin);
  g_clear_object (&self->rows);
  g_clear_object (&self->search);
  g_clear_object (&self->cache);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sarap_officers_model_parent_class)->dispose (object);
}

static void
sarap_officers_model_finalize (GObject *object)
{
  SarapOfficersModel *self = SARAP_OFFICERS_MODEL (object);

  sarap_filter_unref (self->filter);
  g_array_unref (self->shown);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (sarap_officers_model_parent_class)->finalize (object);
}

static void
sarap_officers_model_class_init (SarapOfficersModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sarap_officers_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_officers_model_finalize;
  state_signal = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sarap_officers_model_init (SarapOfficersModel *self)
{
  self->filter = sarap_filter_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static SarapOfficersOrder *
new_order (SarapOfficersModel *self, SarapOfficerOrder which)
{
  SarapOfficersOrder *order = sarap_officers_order_new (self->store, which);

  g_signal_connect_object (order, "grown", G_CALLBACK (on_grown), self, 0);
  g_signal_connect_object (order, "replaced", G_CALLBACK (on_replaced), self, 0);
  g_signal_connect_object (order, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  sarap_officers_order_read (order);
  return order;
}

SarapOfficersModel *
sarap_officers_model_new (SarapStore *store, SarapDate today)
{
  SarapOfficersModel *self = g_object_new (SARAP_TYPE_OFFICERS_MODEL, NULL);

  self->store = g_object_ref (store);
  self->cache = g_object_ref (sarap_officer_cache_get (store));
  self->rows = sarap_officer_rows_new (store);
  self->search = sarap_officers_search_new (self->cache);
  g_signal_connect_object (self->search, "found", G_CALLBACK (on_search_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cache, "changed", G_CALLBACK (on_cache_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cache, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sarap_officer_cache_get_names (self->cache), "failed",
                           G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (on_store_state), self,
                           G_CONNECT_SWAPPED);
  self->by_name = new_order (self, SARAP_OFFICER_ORDER_NAME);
  sarap_officers_model_set_today (self, today);
  return self;
}

void
sarap_officers_model_set_today (SarapOfficersModel *self, SarapDate today)
{
  sarap_officer_rows_set_today (self->rows, today);
  sarap_officer_cache_set_today (self->cache, today);
}

void
sarap_officers_model_set_filter (SarapOfficersModel *self, SarapFilter *filter)
{
  sarap_filter_ref (filter);
  sarap_filter_unref (self->filter);
  self->filter = filter;
  sarap_officers_search_look_for (self->search, filter->text);
  model_show (self);
}

void
sarap_officers_model_set_sort (SarapOfficersModel *self,
                               SarapOfficersSort sort,
                               gboolean descending)
{
  if (self->sort == sort && self->descending == descending)
    return;
  self->sort = sort;
  self->descending = descending;
  if (sort == SARAP_SORT_IIN && self->by_iin == NULL)
    self->by_iin = new_order (self, SARAP_OFFICER_ORDER_IIN);
  model_show (self);
}

void
sarap_officers_model_read_again (SarapOfficersModel *self)
{
  sarap_officer_rows_invalidate (self->rows, 0);
  sarap_officer_cache_read_again (self->cache);
  sarap_officer_names_read_again (sarap_officer_cache_get_names (self->cache));
  read_again_soon (self);
}

SarapOfficerCache *
sarap_officers_model_get_cache (SarapOfficersModel *self)
{
  return self->cache;
}

gint64
sarap_officers_model_get_id (SarapOfficersModel *self, guint position)
{
  return position < self->shown->len ? g_array_index (self->shown, guint32, position) : 0;
}

guint
sarap_officers_model_find (SarapOfficersModel *self, gint64 officer_id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, guint32, i) == officer_id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

GArray *
sarap_officers_model_dup_ids (SarapOfficersModel *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->shown->len);

  g_array_append_vals (ids, self->shown->data, self->shown->len);
  return ids;
}

guint
sarap_officers_model_get_n_all (SarapOfficersModel *self)
{
  return sarap_officers_order_get_count (self->by_name);
}

gboolean
sarap_officers_model_get_busy (SarapOfficersModel *self)
{
  return sarap_officers_search_get_busy (self->search) ||
         (uses_cache (self) && !sarap_officer_cache_get_complete (self->cache)) ||
         (!shows_order (self) && !sarap_officers_order_get_complete (order_used (self)));
}

gboolean
sarap_officers_model_get_settled (SarapOfficersModel *self)
{
  return !sarap_officers_model_get_busy (self) && self->error == NULL &&
         sarap_officers_order_get_complete (order_used (self));
}

const GError *
sarap_officers_model_get_error (SarapOfficersModel *self)
{
  return self->error;
}

guint
sarap_officers_model_get_n_alike (SarapOfficersModel *self)
{
  return self->n_alike;
}

gboolean
sarap_officers_model_get_known (SarapOfficersModel *self)
{
  return sarap_officers_order_get_complete (self->by_name) ||
         sarap_officers_order_get_count (self->by_name) > 0;
}

guint
sarap_officers_model_get_n_kept (SarapOfficersModel *self)
{
  return sarap_officer_rows_get_n_kept (self->rows);
}
