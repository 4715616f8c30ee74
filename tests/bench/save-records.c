/* save-records DATABASE SAVES [PACE]: saves a changed deferral after the other, as the window does,
   and says how long each took, in microseconds, a line each, "failed" where it was not saved. With
   a pace, a save is due every so many milliseconds, its time counts from there on, and it goes on
   until standard input ends: who waits makes others wait. */
#include "procedure/sarap-record-save.h"
#include "records/sarap-record-store.h"

#include <poll.h>
#include <stdlib.h>

/* The day of the demonstration */
#define TODAY sarap_date_new (2026, 11, 22)
/* As many as save-plainly takes in turn */
#define RECORDS 100

/* Some deferrals that one may write */
static GPtrArray *
load_some (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT id, officer_id FROM deferral ORDER BY id DESC LIMIT :n");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_integer (query, "n", RECORDS);
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

static void
save (SarapDatabase *db, SarapRecord *record, gint64 due_at)
{
  /* never the same: nothing is written where nothing changes */
  g_autofree char *reason = g_strdup_printf ("Себеп %" G_GINT64_FORMAT, due_at);
  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();
  g_auto (SarapSaveAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean saved;

  sarap_record_set (record, "reason", reason);
  saved = sarap_record_save (db, record, TODAY, accepted, &answer, &error);
  if (saved)
    g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - due_at);
  else
    {
      g_print ("failed\n");
      g_printerr ("%s\n", error->message);
    }
}

/* Waits until a moment; %FALSE when standard input ended before */
static gboolean
wait_until (gint64 moment)
{
  gint64 left = MAX (moment - g_get_monotonic_time (), 0);
  struct pollfd input = { .fd = 0, .events = POLLIN };

  return poll (&input, 1, (int) (left + 999) / 1000) == 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 pace, began;

  if (argc < 3 || !(db = sarap_database_open (argv[1], NULL, &error)) ||
      !(records = load_some (db, &error)) || records->len == 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "nothing to save");
      return 1;
    }
  pace = argc > 3 ? atoi (argv[3]) * 1000 : 0;
  began = g_get_monotonic_time ();
  for (guint i = 0; i < (guint) atoi (argv[2]); i++)
    {
      gint64 due_at = pace > 0 ? began + i * pace : g_get_monotonic_time ();

      if (pace > 0 && !wait_until (due_at))
        break;
      save (db, records->pdata[i % records->len], due_at);
    }
  return 0;
}
