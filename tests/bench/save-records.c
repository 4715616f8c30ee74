/* save-records DATABASE PASSWORD RECORDS SECONDS: saves a changed deferral after the other, as the
   window does, and says how long each took: "SAVED n=… failed=… median_us=… p99_us=… worst_us=…" */
#include "procedure/sarap-keeping.h"
#include "records/sarap-record-store.h"

#include <stdio.h>
#include <stdlib.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Some deferrals that one may write */
static GPtrArray *
load_some (SarapDatabase *db, guint n, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT id, officer_id FROM deferral ORDER BY id DESC LIMIT :n");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_integer (query, "n", n);
  if ((rows = sarap_database_select (db, query, "II", error)) == NULL)
    return NULL;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      SarapRecord *record =
          sarap_record_load (db, &sarap_deferral_type, sarap_rows_integer (rows, row, 0),
                             sarap_rows_integer (rows, row, 1), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_failed = 0;
  gint64 until;

  if (argc != 5 || !(db = sarap_database_open (argv[1], argv[2], &error)) ||
      !(records = load_some (db, atoi (argv[3]), &error)) || records->len == 0)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "nothing to save");
      return 1;
    }
  until = g_get_monotonic_time () + atoi (argv[4]) * G_USEC_PER_SEC;
  for (guint i = 0; g_get_monotonic_time () < until; i++)
    {
      SarapRecord *record = records->pdata[i % records->len];
      g_autofree char *reason = g_strdup_printf ("Себеп %u", i);
      g_autoptr (GError) failure = NULL;
      gint64 began = g_get_monotonic_time (), took;

      sarap_record_set (record, "reason", reason);
      if (!sarap_record_keep (db, record, NULL, &failure))
        {
          n_failed++;
          fprintf (stderr, "%s\n", failure->message);
        }
      took = g_get_monotonic_time () - began;
      g_array_append_val (times, took);
    }
  g_array_sort (times, compare);
  printf ("SAVED n=%u failed=%u median_us=%" G_GINT64_FORMAT " p99_us=%" G_GINT64_FORMAT
          " worst_us=%" G_GINT64_FORMAT "\n",
          times->len, n_failed, g_array_index (times, gint64, times->len / 2),
          g_array_index (times, gint64, times->len * 99 / 100),
          g_array_index (times, gint64, times->len - 1));
  return 0;
}
