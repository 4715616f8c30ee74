#include "exchange/sarap-demo.h"

#include "base/sarap-log.h"
#include "exchange/sarap-demo-private.h"
#include "records/sarap-commission.h"
#include "records/sarap-lookup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  /* Owned */
  GPtrArray *batches;  /* in the order of sarap_record_types */
  GPtrArray *officers; /* of the first pass: the texts of each, NULL texts are stored as empty
                          ones */
  guint n_done;        /* officers made in earlier passes */
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
batches_flush (Filling *filling, const SarapRecordType *type, GError **error)
{
  SarapRecordBatch *batch = filling->batches->pdata[place_of_type (type)];

  if (sarap_record_batch_count (batch) > 0 && !sarap_record_batch_write (batch, filling->db, error))
    return FALSE;
  sarap_record_batch_clear (batch);
  return TRUE;
}

static gboolean
add_to_batch (Filling *filling,
              const SarapRecordType *type,
              const char *const *values,
              GError **error)
{
  SarapRecordBatch *batch = filling->batches->pdata[place_of_type (type)];

  sarap_record_batch_add (batch, values);
  return sarap_record_batch_count (batch) < ROWS_OF_BATCH || batches_flush (filling, type, error);
}

static char **
copy_texts (const SarapRecordType *type, const char *const *values)
{
  char **copy = g_new0 (char *, type->n_fields + 1);

  for (guint i = 0; i < type->n_fields; i++)
    copy[i] = g_strdup (values[i] != NULL ? values[i] : "");
  return copy;
}

/* The first pass writes bodies and units, and collects the officers */
static gboolean
on_first_pass (const SarapRecordType *type,
               const char *const *values,
               gpointer data,
               GError **error)
{
  Filling *filling = data;

  if (type == &sarap_body_type || type == &sarap_unit_type)
    return add_to_batch (filling, type, values, error) &&
           (type == &sarap_unit_type || batches_flush (filling, type, error));
  if (type == &sarap_officer_type)
    g_ptr_array_add (filling->officers, copy_texts (type, values));
  return TRUE;
}

/* The second pass writes the officers' own records */
static gboolean
on_second_pass (const SarapRecordType *type,
                const char *const *values,
                gpointer data,
                GError **error)
{
  if (type == &sarap_body_type || type == &sarap_unit_type || type == &sarap_officer_type)
    return TRUE;
  return add_to_batch (data, type, values, error);
}

static int
compare_iins (gconstpointer a, gconstpointer b)
{
  const char *const *one = *(const char *const *const *) a;
  const char *const *other = *(const char *const *const *) b;

  return strcmp (one[0], other[0]);
}

/* Officers are written in the order of their IINs, like an imported folder: readers by IIN then
   find neighbours together */
static gboolean
write_officers (Filling *filling, GError **error)
{
  g_ptr_array_sort (filling->officers, compare_iins);
  for (guint i = 0; i < filling->officers->len; i++)
    if (!add_to_batch (filling, &sarap_officer_type, filling->officers->pdata[i], error))
      return FALSE;
  g_ptr_array_set_size (filling->officers, 0);
  return TRUE;
}

static gboolean
on_officer (guint done, gpointer data, GError **error)
{
  Filling *filling = data;

  if (done % OFFICERS_OF_STEP != 0 && done != filling->n_officers)
    return TRUE;
  if (filling->progress != NULL)
    filling->progress (filling->n_done + done / 2, filling->n_officers, filling->data);
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

/* The IIN of people of working age then has their date of birth (app/rules/README.md 10), and
   careers are within the calendar */
static gboolean
check_day (SarapDate on, GError **error)
{
  SarapDate first = sarap_date_new (1950, 1, 1), last = sarap_date_new (2099, 12, 31);

  if (on >= first && on <= last)
    return TRUE;
  g_set_error_literal (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_DAY,
                       _ ("A made-up service is made for a day from 1950-01-01 to 2099-12-31. "
                          "Nothing was written."));
  return FALSE;
}

static gboolean
write_commission (Filling *filling, SarapCommissionRecord *commission, GError **error)
{
  char day[SARAP_DATE_TEXT];
  g_autofree char *number = g_strdup_printf ("%u", commission->number);
  const char *const values[] = { commission->body, number, commission->order_no,
                                 sarap_date_to_text (commission->order_date, day), NULL };

  return add_to_batch (filling, &sarap_commission_type, values, error);
}

static gboolean
write_members (Filling *filling, SarapCommissionRecord *commission, GError **error)
{
  char day[SARAP_DATE_TEXT];
  g_autofree char *number = g_strdup_printf ("%u", commission->number);

  sarap_date_to_text (commission->order_date, day);
  for (guint i = 0; i < commission->members->len; i++)
    {
      const SarapCommissionSeat *member = commission->members->pdata[i];
      const char *const values[] = { commission->body,
                                     number,
                                     member->iin,
                                     sarap_code_text (sarap_commission_roles, (int) member->role),
                                     day,
                                     NULL,
                                     commission->order_no };

      if (!add_to_batch (filling, &sarap_commission_member_type, values, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_commissions (Filling *filling, SarapDemo *demo, GError **error)
{
  g_autoptr (GPtrArray) commissions = sarap_demo_commissions (demo);

  for (guint i = 0; i < commissions->len; i++)
    if (!write_commission (filling, commissions->pdata[i], error))
      return FALSE;
  if (!batches_flush (filling, &sarap_commission_type, error))
    return FALSE;
  for (guint i = 0; i < commissions->len; i++)
    if (!write_members (filling, commissions->pdata[i], error))
      return FALSE;
  return batches_flush (filling, &sarap_commission_member_type, error);
}

static gboolean
end_demo (Filling *filling, GError **error)
{
  char day[SARAP_DATE_TEXT];
  g_autofree char *detail =
      g_strdup_printf ("{\"officers\":%u,\"seed\":%u,\"on\":\"%s\"}", filling->n_officers,
                       filling->seed, sarap_date_to_text (filling->on, day));

  return sarap_database_end_bulk (filling->db, "demo", detail, error);
}

static gboolean
flush_all (Filling *filling, GError **error)
{
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    if (!batches_flush (filling, sarap_record_types[i], error))
      return FALSE;
  return TRUE;
}

/* Fills the database in a transaction; may run again from the beginning */
static gboolean
service_fill (SarapDatabase *db, gpointer data, GError **error)
{
  Filling *filling = data;
  g_autoptr (SarapDemo) first = NULL;
  g_autoptr (SarapDemo) second = NULL;

  if (!check_empty (db, error))
    return FALSE;
  for (guint i = 0; i < filling->batches->len; i++)
    sarap_record_batch_clear (filling->batches->pdata[i]);
  g_ptr_array_set_size (filling->officers, 0);
  filling->n_done = 0;
  first = sarap_demo_new (filling->n_officers, filling->seed, filling->on);
  second = sarap_demo_new (filling->n_officers, filling->seed, filling->on);
  if (!sarap_demo_make (first, on_first_pass, on_officer, filling, error) ||
      !write_officers (filling, error) || !flush_all (filling, error))
    return FALSE;
  filling->n_done = filling->n_officers - filling->n_officers / 2;
  return sarap_demo_make (second, on_second_pass, on_officer, filling, error) &&
         flush_all (filling, error) && write_commissions (filling, second, error) &&
         end_demo (filling, error);
}

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
  g_auto (SarapTimed) timed = sarap_timed ("a demonstration service made");
  g_autoptr (GPtrArray) batches =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_record_batch_free);
  g_autoptr (GPtrArray) officers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Filling filling = { .db = db,
                      .cancellable = cancellable,
                      .progress = progress,
                      .data = data,
                      .n_officers = n_officers,
                      .seed = seed,
                      .on = on,
                      .batches = batches,
                      .officers = officers };

  g_return_val_if_fail (n_officers > 0, FALSE);
  if (!check_day (on, error))
    return FALSE;
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    g_ptr_array_add (batches, sarap_record_batch_new (sarap_record_types[i]));
  return sarap_database_transact_bulk (db, "demo", service_fill, &filling, error);
}
