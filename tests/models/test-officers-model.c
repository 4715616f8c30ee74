#include "exchange/sarap-demo.h"
#include "models/sarap-officers-model.h"
#include "models/sarap-officer-rows.h"
#include "models/sarap-officers-selection.h"
#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-record-save.h"
#include "procedure/sarap-review-groups.h"
#include "procedure/sarap-review.h"
#include "records/sarap-officer-list.h"
#include "records/sarap-record-store.h"
#include "rules/sarap-iin.h"

#include "sarap-shown-list.h"

#include <locale.h>

/* More than are kept, and several pages */
#define OFFICERS 2300
#define SEED 7

static void
count_changed (guint *n)
{
  (*n)++;
}

/* A row is there before its facts, and its page comes as one */
static void
test_pages (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };
  g_autoptr (SarapOfficerRow) row = NULL;
  g_autoptr (SarapOfficerRow) near = NULL;
  guint changed = 0;

  sarap_shown_list_init (&fixture, test, OFFICERS);
  sarap_test_wait (sarap_shown_list_n (&fixture) == OFFICERS);
  row = sarap_shown_list_row (&fixture, 500);
  g_assert_null (sarap_officer_row_get_facts (row));
  g_assert_cmpint (sarap_officer_row_get_id (row), ==,
                   sarap_officers_model_get_id (fixture.model, 500));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_changed), &changed);
  sarap_test_wait (sarap_officer_row_get_facts (row) != NULL);
  g_assert_cmpuint (changed, ==, 1);
  near = sarap_shown_list_row (&fixture, 560);
  g_assert_nonnull (sarap_officer_row_get_facts (near));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture.model), OFFICERS));
}

static void
test_kept (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };

  sarap_shown_list_init (&fixture, test, OFFICERS);
  for (guint i = 0; i < OFFICERS; i += SARAP_OFFICER_ROWS_PAGE)
    {
      g_autofree char *name = sarap_shown_list_name (&fixture, i);

      g_assert_cmpstr (name, !=, "");
    }
  g_assert_cmpuint (sarap_officers_model_get_n_kept (fixture.model), ==, SARAP_OFFICER_ROWS_KEPT);
}

typedef struct
{
  SarapOfficerCache *cache;
  guint n;
  guint counts[SARAP_OFFICER_CACHE_STATUSES];
} Compared;

static gboolean
compare_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  Compared *compared = data;
  const SarapOfficerCacheEntry *entry =
      sarap_officer_cache_lookup (compared->cache, line->officer_id);

  g_assert_nonnull (entry);
  g_assert_cmpint (entry->status, ==, line->standing.status);
  g_assert_cmpint (sarap_officer_cache_day (entry->deadline), ==, line->standing.deadline);
  g_assert_cmpint (sarap_officer_cache_day (entry->window_start), ==, line->standing.window_start);
  g_assert_cmpint (entry->deferral, ==, line->standing.deferral);
  g_assert_cmpint (sarap_officer_cache_day (entry->deferred_until), ==, line->deferred_until);
  g_assert_cmpint (entry->central, ==, line->standing.central);
  g_assert_cmpint (entry->implausible, ==, line->implausible);
  g_assert_cmpint (entry->open_long, ==, line->open_long != SARAP_DATE_NONE);
  g_assert_cmpint (sarap_officer_cache_body_id (compared->cache, entry->body), ==, line->body_id);
  g_assert_cmpint (sarap_officer_cache_unit_id (compared->cache, entry->unit), ==, line->unit_id);
  compared->counts[line->standing.status]++;
  compared->n++;
  return TRUE;
}

/* The cache says of everybody what the review says */
static void
test_roll (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };
  Compared compared = { 0 };
  g_autoptr (GError) error = NULL;

  sarap_shown_list_init (&fixture, test, OFFICERS);
  compared.cache = sarap_officers_model_get_cache (fixture.model);
  sarap_review_slice (test->db, fixture.today, NULL, OFFICERS + 1, compare_line, &compared, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (compared.n, ==, OFFICERS);
  g_assert_cmpuint (compared.n, ==, sarap_officer_cache_get_n_read (compared.cache));
  for (guint i = 0; i < SARAP_OFFICER_CACHE_STATUSES; i++)
    g_assert_cmpuint (compared.counts[i], ==, sarap_officer_cache_get_counts (compared.cache)[i]);
}

typedef struct
{
  gint64 officer_id;
} Change;

static gpointer
rename_officer (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Change *change = data;
  g_autoptr (SarapRecord) record =
      sarap_record_load (db, &sarap_officer_type, change->officer_id, change->officer_id, error);

  sarap_record_set (record, "surname", "Ааааев");
  return sarap_record_save (db, record, sarap_date_new (2026, 11, 29), NULL, NULL, error) ? change
                                                                                          : NULL;
}

static gpointer
defer_officer (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Change *change = data;
  g_autoptr (SarapRecord) officer =
      sarap_record_load (db, &sarap_officer_type, change->officer_id, change->officer_id, error);
  g_autoptr (SarapRecord) record = sarap_record_new (&sarap_deferral_type);

  sarap_record_set (record, "iin", sarap_record_get (officer, "iin"));
  sarap_record_set (record, "kind", "absence");
  sarap_record_set (record, "start", "2026-11-01");
  sarap_record_set (record, "end", "2026-12-10");
  return sarap_record_save (db, record, sarap_date_new (2026, 11, 29), NULL, NULL, error) ? change
                                                                                          : NULL;
}

/* What somebody changes shows: the name in its new place, the standing in the cache */
static void
test_changes (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };
  g_autoptr (SarapOfficersSelection) selection = NULL;
  g_autoptr (GArray) selected = NULL;
  Change change;
  const SarapOfficerCacheEntry *entry = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  sarap_shown_list_init (&fixture, test, 300);
  sarap_shown_list_filter (&fixture, "status=due");
  change.officer_id =
      sarap_officers_model_get_id (fixture.model, sarap_shown_list_n (&fixture) - 1);
  g_assert_cmpint (change.officer_id, >, 0);
  sarap_shown_list_filter (&fixture, "");
  selection = sarap_officers_selection_new (fixture.model);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection),
                                   sarap_officers_model_find (fixture.model, change.officer_id),
                                   TRUE);

  sarap_test_store_call (fixture.store, rename_officer, &change, &error);
  g_assert_no_error (error);
  sarap_test_wait (sarap_officers_model_get_id (fixture.model, 0) == change.officer_id);
  name = sarap_shown_list_name (&fixture, 0);
  g_assert_true (g_str_has_prefix (name, "Ааааев"));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 0));
  selected = sarap_officers_selection_dup_ids (selection);
  g_assert_cmpuint (selected->len, ==, 1);

  sarap_test_store_call (fixture.store, defer_officer, &change, &error);
  g_assert_no_error (error);
  sarap_test_wait (
      (entry = sarap_officer_cache_lookup (sarap_officers_model_get_cache (fixture.model),
                                           change.officer_id)) != NULL &&
      entry->status == SARAP_STATUS_DEFERRED);
  g_assert_cmpint (sarap_officer_cache_day (entry->deferred_until), ==,
                   sarap_date_new (2026, 12, 10));
}

static const SarapOfficerCacheEntry *
entry_at (SarapShownList *fixture, guint position)
{
  return sarap_officer_cache_lookup (sarap_officers_model_get_cache (fixture->model),
                                     sarap_officers_model_get_id (fixture->model, position));
}

static void
test_filters (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };
  const guint *counts = NULL;
  SarapBodies *bodies = NULL;
  const SarapBody *body = NULL;
  g_autofree char *query = NULL;
  SarapDate last = SARAP_DATE_NONE;

  sarap_shown_list_init (&fixture, test, 800);
  counts = sarap_officer_cache_get_counts (sarap_officers_model_get_cache (fixture.model));
  bodies = sarap_officer_cache_get_bodies (sarap_officers_model_get_cache (fixture.model));

  sarap_shown_list_filter (&fixture, "status=overdue,deferred");
  g_assert_cmpuint (sarap_shown_list_n (&fixture), ==,
                    counts[SARAP_STATUS_OVERDUE] + counts[SARAP_STATUS_DEFERRED]);
  g_assert_cmpuint (sarap_shown_list_n (&fixture), >, 0);

  body = sarap_bodies_get_bodies (bodies)->pdata[1];
  query = g_strdup_printf ("status=due&body=%s", body->key);
  sarap_shown_list_filter (&fixture, query);
  g_assert_cmpuint (sarap_shown_list_n (&fixture), >, 0);
  for (guint i = 0; i < sarap_shown_list_n (&fixture); i++)
    {
      const SarapOfficerCacheEntry *entry = entry_at (&fixture, i);

      g_assert_cmpint (entry->status, ==, SARAP_STATUS_DUE);
      g_assert_cmpint (
          sarap_officer_cache_body_id (sarap_officers_model_get_cache (fixture.model), entry->body),
          ==, body->id);
    }

  sarap_officers_model_set_sort (fixture.model, SARAP_SORT_DEADLINE, FALSE);
  sarap_shown_list_filter (&fixture, "deadline=six-months");
  g_assert_cmpuint (sarap_shown_list_n (&fixture), >, 0);
  for (guint i = 0; i < sarap_shown_list_n (&fixture); i++)
    {
      const SarapOfficerCacheEntry *entry = entry_at (&fixture, i);

      g_assert_cmpint (sarap_officer_cache_day (entry->deadline), >=, MAX (last, fixture.today));
      g_assert_cmpint (sarap_officer_cache_day (entry->deadline), <=,
                       sarap_date_add_months (fixture.today, 6));
      last = sarap_officer_cache_day (entry->deadline);
    }

  /* who has no deadline stands last, whichever way it is sorted */
  sarap_officers_model_set_sort (fixture.model, SARAP_SORT_DEADLINE, TRUE);
  sarap_shown_list_filter (&fixture, "");
  g_assert_cmpint (entry_at (&fixture, sarap_shown_list_n (&fixture) - 1)->deadline, ==,
                   SARAP_DATE_NONE);
  g_assert_cmpint (entry_at (&fixture, 0)->deadline, >=, entry_at (&fixture, 1)->deadline);

  /* a re-attestation has no deadline (§36): by the day on which it may be held, the soonest first
   */
  sarap_officers_model_set_sort (fixture.model, SARAP_SORT_DEADLINE, FALSE);
  sarap_shown_list_filter (&fixture, "status=reattestation-due,reattestation-upcoming");
  g_assert_cmpuint (sarap_shown_list_n (&fixture), >, 1);
  for (guint i = 1; i < sarap_shown_list_n (&fixture); i++)
    g_assert_cmpint (entry_at (&fixture, i - 1)->window_start, <=,
                     entry_at (&fixture, i)->window_start);
}

/* Whom Today counts in a group the list shows for its path, and nobody else */
static void
test_groups (SarapTestDatabase *test)
{
  static const char *const queries[SARAP_REVIEW_GROUPS] = {
    [SARAP_REVIEW_OVERDUE] = "status=overdue",
    [SARAP_REVIEW_DUE] = "status=due",
    [SARAP_REVIEW_REATTESTATION_DUE] = "status=reattestation-due",
    [SARAP_REVIEW_NEGATIVE] = "status=negative",
    [SARAP_REVIEW_DEFERRAL_ENDS] = "status=deferred&deferral=thirty-days",
    [SARAP_REVIEW_OPENS] = "status=reattestation-upcoming,upcoming&opens=thirty-days",
    [SARAP_REVIEW_OPEN_LONG] = "check=open-deferral",
    [SARAP_REVIEW_IMPLAUSIBLE] = "check=implausible",
  };
  g_autoptr (SarapReviewGroups) groups = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SarapShownList) fixture = { 0 };
  char *after = NULL;

  sarap_demo_fill (test->db, OFFICERS, SEED, sarap_date_new (2026, 11, 23), NULL, NULL, NULL,
                   &error);
  g_assert_no_error (error);
  sarap_test_run (test->db, "UPDATE deferral SET version = version + 1, \"end\" = NULL, "
                            "\"start\" = '2015-01-01' "
                            "WHERE id IN (SELECT max (id) FROM deferral)");
  sarap_shown_list_init (&fixture, test, 0);
  groups = sarap_review_groups_new (fixture.today, 0);
  do
    g_assert_true (sarap_review_groups_read (groups, test->db, &after, 400, &error));
  while (after != NULL);
  g_assert_cmpuint (groups->totals[SARAP_REVIEW_OPEN_LONG], ==, 1);
  g_assert_cmpuint (groups->totals[SARAP_REVIEW_IMPLAUSIBLE], >, 0);
  for (guint i = 0; i < SARAP_REVIEW_GROUPS; i++)
    {
      sarap_shown_list_filter (&fixture, queries[i]);
      g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, groups->totals[i]);
    }
}

/* The order that a Kazakh dictionary has, on both engines */
static const char *const in_order[] = {
  "Абаев",   "Әбіш",    "Бекетов", "Галиев", "Ғалымов", "Ёлкин",  "Иванов",  "Йусупов", "Кенжеев",
  "Қабанов", "Нұров",   "Ңұров",   "Омаров", "Өміров",  "Уәлиев", "Ұлан",    "Үсенов",  "Хамит",
  "Һамит",   "Шарипов", "Ыбырай",  "Ілияс",  "Эрнст",   "Юнусов", "Яковлев",
};

/* A right number: of three with the same beginning at most one has no check digit */
static char *
make_iin (guint which)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *eleven = g_strdup_printf ("8001013%04u", which * 3 + i);
      int check = sarap_iin_check_digit (eleven);

      if (check >= 0)
        return g_strdup_printf ("%s%d", eleven, check);
    }
}

static void
add_officers (SarapDatabase *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      /* in an order that is neither that of the names nor its reverse */
      guint which = i * 7 % G_N_ELEMENTS (in_order);
      g_autoptr (SarapRecord) record = sarap_record_new (&sarap_officer_type);
      g_autofree char *iin = make_iin (which);
      g_autoptr (GError) error = NULL;

      sarap_record_set (record, "iin", iin);
      sarap_record_set (record, "surname", in_order[which]);
      sarap_record_set (record, "given_name", "Асқар");
      sarap_record_set (record, "birth_date", "1980-01-01");
      sarap_record_set (record, "sex", "m");
      sarap_record_insert (db, record, &error);
      g_assert_no_error (error);
    }
}

static void
test_order (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };

  add_officers (test->db);
  sarap_shown_list_init (&fixture, test, 0);
  g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, G_N_ELEMENTS (in_order));
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      g_autofree char *name = sarap_shown_list_name (&fixture, i);

      g_assert_true (g_str_has_prefix (name, in_order[i]));
    }
  sarap_officers_model_set_sort (fixture.model, SARAP_SORT_NAME, TRUE);
  {
    g_autofree char *name = sarap_shown_list_name (&fixture, 0);

    g_assert_true (g_str_has_prefix (name, "Яковлев"));
  }
}

static void
test_search (SarapTestDatabase *test)
{
  static const struct
  {
    const char *text;
    const char *found; /* the first surname, NULL for nobody */
    guint n;
    guint n_alike;
  } cases[] = {
    { "абаев", "Абаев", 1, 0 },
    { "АСҚАР абае", "Абаев", 1, 0 },
    { "елкин", "Ёлкин", 1, 0 },
    { "ёлкин", "Ёлкин", 1, 0 },
    { "Әбіш", "Әбіш", 1, 0 },
    { "абиш", "Әбіш", 1, 1 },
    { "омиров", "Өміров", 1, 1 },
    { "омар", "Омаров", 1, 0 },
    { "ұров", NULL, 2, 0 },
    { "нур", "Нұров", 2, 2 },
    { "8001013007", "Яковлев", 1, 0 },
    { "аскар", "Абаев", G_N_ELEMENTS (in_order), G_N_ELEMENTS (in_order) },
    { "абаев яковлев", NULL, 0, 0 },
    { "  ", "Абаев", G_N_ELEMENTS (in_order), 0 },
    /* like letters stand below, and are not left out for the others */
    { "хамит", "Хамит", 2, 1 },
    { "һамит", "Һамит", 2, 1 },
    { "кен", "Кенжеев", 1, 0 },
    { "аб", "Абаев", 3, 1 },
    /* in Latin letters */
    { "yusupov", "Йусупов", 0, 0 },
    { "shar", "Шарипов", 1, 1 },
    { "omar", "Омаров", 1, 1 },
    { "kenzhe", "Кенжеев", 1, 1 },
    { "ybyrai", "Ыбырай", 1, 1 },
    { "abaev askar", "Абаев", 1, 1 },
    /* statuses stand in a column too; nobody of these serves */
    { "service", "Абаев", G_N_ELEMENTS (in_order), 0 },
  };
  g_auto (SarapShownList) fixture = { 0 };

  add_officers (test->db);
  sarap_shown_list_init (&fixture, test, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SarapFilter) wanted = sarap_filter_new ();
      g_autofree char *name = NULL;

      sarap_filter_set_text (wanted, cases[i].text);
      sarap_officers_model_set_filter (fixture.model, wanted);
      sarap_test_wait (!sarap_officers_model_get_busy (fixture.model));
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, cases[i].n);
      g_assert_cmpuint (sarap_officers_model_get_n_alike (fixture.model), ==, cases[i].n_alike);
      if (cases[i].found == NULL || cases[i].n == 0)
        continue;
      name = sarap_shown_list_name (&fixture, 0);
      g_assert_true (g_str_has_prefix (name, cases[i].found));
    }
}

/* A name that is changed or new is found so, and no more as it was */
static void
test_search_renamed (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };
  Change change;
  g_autoptr (GError) error = NULL;

  add_officers (test->db);
  sarap_shown_list_init (&fixture, test, 0);
  sarap_shown_list_filter (&fixture, "text=яковлев");
  g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, 1);
  change.officer_id = sarap_officers_model_get_id (fixture.model, 0);
  sarap_test_store_call (fixture.store, rename_officer, &change, &error);
  g_assert_no_error (error);
  sarap_test_wait (sarap_shown_list_n (&fixture) == 0);
  sarap_shown_list_filter (&fixture, "text=ааааев");
  g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, 1);
  g_assert_cmpint (sarap_officers_model_get_id (fixture.model, 0), ==, change.officer_id);
}

/* While a person types the last text counts, and a longer one narrows the answer before */
static void
test_typing (SarapTestDatabase *test)
{
  static const char text[] = "иванов асқар";
  g_auto (SarapShownList) fixture = { 0 };

  add_officers (test->db);
  sarap_shown_list_init (&fixture, test, 0);
  for (const char *at = g_utf8_next_char (text); *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autoptr (SarapFilter) wanted = sarap_filter_new ();
      g_autofree char *part = g_strndup (text, at - text);

      sarap_filter_set_text (wanted, part);
      sarap_officers_model_set_filter (fixture.model, wanted);
      if (at > text + 8)
        sarap_test_wait (!sarap_officers_model_get_busy (fixture.model));
    }
  g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, 1);
}

/* A selection is of what is shown: whom a search hides is selected no more, and stays so when they
   are shown again; another order changes nothing */
static void
test_selection (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };
  g_autoptr (SarapOfficersSelection) selection = NULL;
  g_autoptr (GArray) ids = NULL;
  GtkSelectionModel *model = NULL;
  guint told = 0;

  add_officers (test->db);
  sarap_shown_list_init (&fixture, test, 0);
  selection = sarap_officers_selection_new (fixture.model);
  model = GTK_SELECTION_MODEL (selection);
  gtk_selection_model_select_all (model);
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, G_N_ELEMENTS (in_order));
  sarap_officers_model_set_sort (fixture.model, SARAP_SORT_NAME, TRUE);
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, G_N_ELEMENTS (in_order));

  g_signal_connect_swapped (selection, "selection-changed", G_CALLBACK (count_changed), &told);
  sarap_shown_list_filter (&fixture, "text=абаев");
  g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, 1);
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, 1);
  g_assert_cmpuint (told, >=, 1);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  ids = sarap_officers_selection_dup_ids (selection);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpuint (g_array_index (ids, guint32, 0), ==,
                    sarap_officers_model_get_id (fixture.model, 0));

  sarap_shown_list_filter (&fixture, "text=щщщ");
  g_assert_cmpuint (sarap_shown_list_n (&fixture), ==, 0);
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, 0);
  sarap_shown_list_filter (&fixture, "");
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, 0);
  gtk_selection_model_select_item (model, 3, TRUE);
  gtk_selection_model_select_item (model, 5, FALSE);
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, 2);
  gtk_selection_model_unselect_item (model, 5);
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, 1);
  gtk_selection_model_unselect_all (model);
  g_assert_cmpuint (sarap_officers_selection_get_n (selection), ==, 0);
}

static gpointer
end_service (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Change *change = data;
  g_autoptr (SarapOfficerFile) file =
      sarap_officer_file_load (db, change->officer_id, sarap_date_new (2026, 11, 23), 1, error);

  for (guint i = 0; i < file->service->len; i++)
    if (!sarap_record_remove (db, file->service->pdata[i], NULL, error))
      return NULL;
  return change;
}

/* Who was found by their unit and has left it is found no more */
static void
test_unit_left (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };
  g_autofree char *query = NULL;
  g_autofree char *unit = NULL;
  SarapOfficerCache *cache = NULL;
  Change change = { 0 };
  guint n_before;
  g_autoptr (GError) error = NULL;

  sarap_shown_list_init (&fixture, test, 300);
  sarap_shown_list_filter (&fixture, "status=due");
  change.officer_id = sarap_officers_model_get_id (fixture.model, 0);
  cache = sarap_officers_model_get_cache (fixture.model);
  unit =
      g_uri_escape_string (sarap_body_get_name (sarap_bodies_unit (
                               sarap_officer_cache_get_bodies (cache),
                               sarap_officer_cache_unit_id (cache, entry_at (&fixture, 0)->unit))),
                           NULL, TRUE);
  query = g_strconcat ("text=", unit, NULL);
  sarap_shown_list_filter (&fixture, query);
  n_before = sarap_shown_list_n (&fixture);
  g_assert_cmpuint (sarap_officers_model_find (fixture.model, change.officer_id), <, n_before);

  sarap_test_store_call (fixture.store, end_service, &change, &error);
  g_assert_no_error (error);
  sarap_test_wait (sarap_shown_list_n (&fixture) == n_before - 1);
  g_assert_cmpuint (sarap_officers_model_find (fixture.model, change.officer_id), ==,
                    GTK_INVALID_LIST_POSITION);
}

static gpointer
count_officers (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (sarap_officer_list_count (db, error) > 0);
}

/* A list that goes while its rows are still to be read asks for no more of them */
static void
test_gone_while_reading (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };

  sarap_shown_list_init (&fixture, test, OFFICERS);
  sarap_test_wait (sarap_shown_list_n (&fixture) == OFFICERS);
  for (guint i = 0; i < OFFICERS; i += SARAP_OFFICER_ROWS_PAGE)
    g_object_unref (sarap_shown_list_row (&fixture, i));
  g_object_run_dispose (G_OBJECT (fixture.model));
  sarap_test_store_call (fixture.store, count_officers, NULL, NULL);
}

static void
hide_officers (SarapTestDatabase *test, gboolean hidden)
{
  sarap_test_run (test->db, hidden ? "ALTER TABLE officer RENAME TO hidden"
                                   : "ALTER TABLE hidden RENAME TO officer");
}

/* What cannot be read is told, and is read when it can be */
static void
test_failed (SarapTestDatabase *test)
{
  g_auto (SarapShownList) fixture = { 0 };

  sarap_shown_list_init (&fixture, test, 40);
  g_assert_null (sarap_officers_model_get_error (fixture.model));
  hide_officers (test, TRUE);
  sarap_officers_model_read_again (fixture.model);
  sarap_test_wait (sarap_officers_model_get_error (fixture.model) != NULL);
  hide_officers (test, FALSE);
  sarap_officers_model_read_again (fixture.model);
  sarap_test_wait (sarap_officers_model_get_error (fixture.model) == NULL &&
                   sarap_shown_list_n (&fixture) == 40);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("pages", test_pages);
  sarap_test_add ("kept", test_kept);
  sarap_test_add ("roll", test_roll);
  sarap_test_add ("changes", test_changes);
  sarap_test_add ("filters", test_filters);
  sarap_test_add ("groups", test_groups);
  sarap_test_add ("order", test_order);
  sarap_test_add ("search", test_search);
  sarap_test_add ("search-renamed", test_search_renamed);
  sarap_test_add ("typing", test_typing);
  sarap_test_add ("selection", test_selection);
  sarap_test_add ("unit-left", test_unit_left);
  sarap_test_add ("gone-while-reading", test_gone_while_reading);
  sarap_test_add ("failed", test_failed);
  return g_test_run ();
}
