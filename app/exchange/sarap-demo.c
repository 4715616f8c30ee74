#include "exchange/sarap-demo.h"

#include "exchange/sarap-demo-private.h"
#include "records/sarap-commission.h"
#include "records/sarap-lookup.h"
#include "store/sarap-audit.h"

#include <glib/gi18n-lib.h>

#define ROWS_OF_BATCH 1000
#define OFFICERS_OF_STEP 200

typedef struct
{
  /* Borrowed */
  SarapDatabase *db;
  GCancellable *cancellable;
  SarapExchangeProgress progress;
  gpointer data;
  guint n_officers;
  guint32 seed;
  SarapDate on;
  /* Owned; in the order of sarap_record_types */
  GPtrArray *batches;
} Filling;

static guint
place_of_type (const SarapRecordType *type)
{
  guint i = 0;

  while (sarap_record_types[i] != type)
    i++;
  return i;
}

static gboolean
flush (Filling *filling, const SarapRecordType *type, GError **error)
{
  SarapRecordBatch *batch = filling->batches->pdata[place_of_type (type)];

  if (sarap_record_batch_count (batch) > 0 && !sarap_record_batch_write (batch, filling->db, error))
    return FALSE;
  sarap_record_batch_clear (batch);
  return TRUE;
}

/* What a record refers to is written before it: bodies before units, these and officers before all
   that belongs to an officer */
static gboolean
flush_with_parents (Filling *filling, const SarapRecordType *type, GError **error)
{
  guint last = MIN (place_of_type (type), place_of_type (&sarap_officer_type));

  for (guint i = 0; i <= last; i++)
    if (!flush (filling, sarap_record_types[i], error))
      return FALSE;
  return flush (filling, type, error);
}

static gboolean
on_record (const SarapRecordType *type, const char *const *values, gpointer data, GError **error)
{
  Filling *filling = data;
  SarapRecordBatch *batch = filling->batches->pdata[place_of_type (type)];

  sarap_record_batch_add (batch, values);
  return sarap_record_batch_count (batch) < ROWS_OF_BATCH ||
         flush_with_parents (filling, type, error);
}

static gboolean
on_officer (guint done, gpointer data, GError **error)
{
  Filling *filling = data;

  if (done % OFFICERS_OF_STEP != 0 && done != filling->n_officers)
    return TRUE;
  if (filling->progress != NULL)
    filling->progress (done, filling->n_officers, filling->data);
  return !g_cancellable_set_error_if_cancelled (filling->cancellable, error);
}

static gboolean
check_empty (SarapDatabase *db, GError **error)
{
  gboolean any = TRUE;

  if (!sarap_lookup_any (db, &any, error))
    return FALSE;
  if (!any)
    return TRUE;
  g_set_error_literal (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_EMPTY,
                       _ ("This database already has bodies or officers, and made-up ones are not "
                          "mixed with them. Make the demonstration in a new database."));
  return FALSE;
}

static gboolean
write_commissions (Filling *filling, SarapDemo *demo, GError **error)
{
  g_autoptr (GPtrArray) commissions = sarap_demo_commissions (demo);

  for (guint i = 0; i < commissions->len; i++)
    if (!sarap_commission_record_insert (filling->db, commissions->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_audit (Filling *filling, GError **error)
{
  char day[SARAP_DATE_TEXT];
  g_autofree char *detail =
      g_strdup_printf ("{\"officers\":[null,\"%u\"],\"seed\":[null,\"%u\"],\"on\":[null,\"%s\"]}",
                       filling->n_officers, filling->seed, sarap_date_to_text (filling->on, day));

  return sarap_audit_append (filling->db, "demo", "officer", 0, 0, detail, error) != 0;
}

/* The whole, in a transaction; begins anew if it is run again */
static gboolean
fill (SarapDatabase *db, gpointer data, GError **error)
{
  Filling *filling = data;
  g_autoptr (SarapDemo) demo = NULL;

  if (!check_empty (db, error))
    return FALSE;
  for (guint i = 0; i < filling->batches->len; i++)
    sarap_record_batch_clear (filling->batches->pdata[i]);
  demo = sarap_demo_new (filling->n_officers, filling->seed, filling->on);
  if (!sarap_demo_make (demo, on_record, on_officer, filling, error))
    return FALSE;
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    if (!flush (filling, sarap_record_types[i], error))
      return FALSE;
  return write_commissions (filling, demo, error) && write_audit (filling, error);
}

/**
 * sarap_demo_fill:
 * @db: a database with its schema, not in a transaction
 * @n_officers: how many officers, those who have left the service among them; at least 1
 * @seed: what makes one demonstration differ from another
 * @on: the day for which it is made: then every status occurs, from some 200 officers on
 * @progress: (nullable): told how many officers there are
 * @data: for @progress
 * @cancellable: (nullable): stops it; nothing is written then
 * @error: return location; %SARAP_EXCHANGE_ERROR_NOT_EMPTY when there is something already
 *
 * Fills a database with a made-up customs service: bodies, units, officers with their careers,
 * leaves, attestations and education, and commissions. The same for the same number, seed and day.
 *
 * Returns: %TRUE when all is written; %FALSE when nothing is
 */
gboolean
sarap_demo_fill (SarapDatabase *db,
                 guint n_officers,
                 guint32 seed,
                 SarapDate on,
                 SarapExchangeProgress progress,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) batches =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_record_batch_free);
  Filling filling = { .db = db,
                      .cancellable = cancellable,
                      .progress = progress,
                      .data = data,
                      .n_officers = n_officers,
                      .seed = seed,
                      .on = on,
                      .batches = batches };

  g_return_val_if_fail (n_officers > 0, FALSE);
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    g_ptr_array_add (batches, sarap_record_batch_new (sarap_record_types[i]));
  return sarap_database_transact (db, fill, &filling, error);
}
