/* edit-records DATABASE NAME WHICH OF: edits those education records whose id leaves WHICH when
   divided by OF, one after the other, by the window's own call, until it is killed. Says each edit
   that was accepted: "ok ID NAME-N". Ends with 1 when the database is lost. */
#include "procedure/sarap-record-save.h"
#include "records/sarap-record-store.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>

static SarapRows *
select_own (SarapDatabase *db, gint64 which, gint64 of, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT id, officer_id FROM education WHERE id % :of = :which ORDER BY id");

  sarap_query_integer (query, "of", of);
  sarap_query_integer (query, "which", which);
  return sarap_database_select (db, query, "II", error);
}

static gboolean
edit (SarapDatabase *db, gint64 id, gint64 officer_id, const char *token, GError **error)
{
  g_autoptr (SarapRecord) record =
      sarap_record_load (db, &sarap_education_type, id, officer_id, error);

  if (record == NULL)
    return FALSE;
  sarap_record_set (record, "speciality", token);
  return sarap_record_save (db, record, SARAP_DATE_FAR, NULL, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (SarapRows) rows = NULL;
  gboolean lost = FALSE;

  /* a test that fails leaves no editor behind */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  /* a line is written as a whole, or not at all */
  setvbuf (stdout, NULL, _IOLBF, BUFSIZ);
  if (argc != 5 || !(db = sarap_database_open (argv[1], NULL, &error)) ||
      !(rows = select_own (db, atoi (argv[3]), atoi (argv[4]), &error)) ||
      sarap_rows_count (rows) == 0)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "nothing to edit");
      return 1;
    }
  for (guint n = 0; !lost; n++)
    {
      guint row = n % sarap_rows_count (rows);
      gint64 id = sarap_rows_integer (rows, row, 0);
      g_autofree char *token = g_strdup_printf ("%s-%u", argv[2], n);
      g_autoptr (GError) refusal = NULL;

      if (edit (db, id, sarap_rows_integer (rows, row, 1), token, &refusal))
        printf ("ok %" G_GINT64_FORMAT " %s\n", id, token);
      else
        fprintf (stderr, "%s\n", refusal->message);
      lost = g_error_matches (refusal, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
    }
  return 1;
}
