/* search-typing DATABASE DAY TEXT…: types the texts into the search of the officers' list, a letter
   each time the last one has been answered, and prints for each keystroke how long that took, in
   microseconds. It counts from the keystroke, on the main loop, until the model shows the answer;
   the first one takes in the reading of everybody's name. Where everybody stands has been read
   before, as what is searched beside the names. */
#include "models/sarap-officers-model.h"

#include "sarap-test-store.h"

#include <locale.h>

static void
type (SarapOfficersModel *model, const char *text)
{
  g_autoptr (SarapFilter) filter = sarap_filter_new ();
  gint64 began = g_get_monotonic_time ();

  sarap_filter_set_text (filter, text);
  sarap_officers_model_set_filter (model, filter);
  sarap_test_wait (!sarap_officers_model_get_busy (model));
  g_print ("%" G_GINT64_FORMAT " %u %s\n", g_get_monotonic_time () - began,
           g_list_model_get_n_items (G_LIST_MODEL (model)), text);
}

int
main (int argc, char **argv)
{
  g_autoptr (SarapStore) store = NULL;
  g_autoptr (SarapOfficersModel) model = NULL;
  SarapDate day = SARAP_DATE_NONE;

  setlocale (LC_ALL, "");
  g_assert_true (sarap_date_parse (argv[2], -1, &day));
  store = sarap_test_store_open (argv[1]);
  model = sarap_officers_model_new (store, day);
  sarap_test_wait (sarap_officers_model_get_known (model) &&
                   sarap_officer_cache_get_complete (sarap_officers_model_get_cache (model)));
  for (int i = 3; i < argc; i++)
    for (const char *end = argv[i]; *end != '\0';)
      {
        g_autofree char *typed = NULL;

        end = g_utf8_next_char (end);
        typed = g_strndup (argv[i], end - argv[i]);
        type (model, typed);
      }
  g_object_run_dispose (G_OBJECT (model));
  sarap_store_close (store);
  return 0;
}
