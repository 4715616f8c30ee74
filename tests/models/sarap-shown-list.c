#include "sarap-shown-list.h"

#include "exchange/sarap-demo.h"

#define SEED 7

void
sarap_shown_list_init (SarapShownList *self, SarapTestDatabase *test, guint n_officers)
{
  g_autoptr (GError) error = NULL;

  self->today = sarap_date_new (2026, 11, 23);
  if (n_officers > 0)
    sarap_demo_fill (test->db, n_officers, SEED, self->today, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->store = sarap_test_store_open (test->name);
  self->model = sarap_officers_model_new (self->store, self->today);
  sarap_test_wait (
      sarap_officer_cache_get_complete (sarap_officers_model_get_cache (self->model)) &&
      sarap_officers_model_get_known (self->model) && !sarap_officers_model_get_busy (self->model));
}

void
sarap_shown_list_clear (SarapShownList *self)
{
  g_clear_object (&self->model);
  sarap_store_close (self->store);
  g_clear_object (&self->store);
}

guint
sarap_shown_list_n (SarapShownList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

SarapOfficerRow *
sarap_shown_list_row (SarapShownList *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

char *
sarap_shown_list_name (SarapShownList *self, guint position)
{
  g_autoptr (SarapOfficerRow) row = sarap_shown_list_row (self, position);

  sarap_test_wait (sarap_officer_row_get_facts (row) != NULL);
  return g_strdup (sarap_officer_row_get_facts (row)->name);
}

void
sarap_shown_list_filter (SarapShownList *self, const char *query)
{
  g_autoptr (SarapFilter) wanted = sarap_filter_parse (query);

  sarap_officers_model_set_filter (self->model, wanted);
  sarap_test_wait (!sarap_officers_model_get_busy (self->model));
}
