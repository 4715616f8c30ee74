#include "procedure/sarap-officer-file.h"

#include "base/sarap-log.h"
#include "procedure/sarap-career-records.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-history.h"
#include "records/sarap-record-store.h"

#include <glib/gi18n-lib.h>

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  SarapRecord *one = *(SarapRecord *const *) a, *other = *(SarapRecord *const *) b;
  const char *field = sarap_record_get_record_type (one)->latest;
  int order = g_strcmp0 (sarap_record_get (other, field), sarap_record_get (one, field));
  gint64 id = sarap_record_get_id (one), other_id = sarap_record_get_id (other);

  return order != 0 ? order : (id > other_id) - (id < other_id);
}

static gboolean
load_lists (SarapOfficerFile *self, SarapDatabase *db, gint64 officer_id, GError **error)
{
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      const SarapRecordType *type = sarap_record_types[i];
      GPtrArray *records;

      if (type->owner != SARAP_OWNER_OFFICER)
        continue;
      if ((records = sarap_records_of_officer (db, type, officer_id, error)) == NULL)
        return FALSE;
      g_ptr_array_sort (records, compare_latest_first);
      g_hash_table_insert (self->lists, (gpointer) type, records);
    }
  self->service = sarap_officer_file_records (self, &sarap_service_type);
  self->deferrals = sarap_officer_file_records (self, &sarap_deferral_type);
  self->attestations = sarap_officer_file_records (self, &sarap_attestation_type);
  return TRUE;
}

static GPtrArray *
load_history (SarapDatabase *db, gint64 officer_id, guint limit, GError **error)
{
  if (limit == 0)
    return g_ptr_array_new ();
  return sarap_history_of_officer (db, officer_id, 0, limit, error);
}

SarapOfficerFile *
sarap_officer_file_load (
    SarapDatabase *db, gint64 officer_id, SarapDate on, guint history_limit, GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("an officer's file");
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (SarapOfficerFile) self = g_new0 (SarapOfficerFile, 1);

  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (!sarap_transaction_begin_read (&transaction, db, error) ||
      !(self->officer =
            sarap_record_load (db, &sarap_officer_type, officer_id, officer_id, error)) ||
      !load_lists (self, db, officer_id, error) ||
      !(self->bodies = sarap_bodies_read (db, error)) ||
      !(self->history = load_history (db, officer_id, history_limit, error)) ||
      !sarap_transaction_commit (&transaction, error))
    return NULL;
  sarap_career_take_records (&self->career, self->service, self->deferrals, self->attestations,
                             self->bodies);
  sarap_officer_file_stand (self, on);
  return g_steal_pointer (&self);
}

void
sarap_officer_file_free (SarapOfficerFile *self)
{
  g_clear_object (&self->officer);
  g_hash_table_unref (self->lists);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  sarap_career_clear (&self->career);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_free (self);
}

void
sarap_officer_file_stand (SarapOfficerFile *self, SarapDate on)
{
  g_clear_pointer (&self->reasons, g_array_unref);
  self->on = on;
  self->reasons = sarap_reasons_new ();
  sarap_rules_standing (&self->career, on, &self->standing, self->reasons);
  if (sarap_record_get_code (self->officer, "sex") == SARAP_SEX_MALE)
    {
      sarap_reasons_set_of_man (self->reasons);
      if (self->standing.status == SARAP_STATUS_DEFERRED)
        self->standing.deferral = SARAP_DEFERRAL_ABSENCE;
    }
  sarap_rules_length_of_service (&self->career, on, &self->total, &self->state, &self->customs);
}

GPtrArray *
sarap_officer_file_records (SarapOfficerFile *self, const SarapRecordType *type)
{
  return g_hash_table_lookup (self->lists, type);
}

guint
sarap_officer_file_count_removed (SarapOfficerFile *self)
{
  guint n = 0;

  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    if (sarap_record_types[i]->owner == SARAP_OWNER_OFFICER &&
        !(sarap_record_types[i]->flags & SARAP_RECORD_ON_FILE))
      n += sarap_officer_file_records (self, sarap_record_types[i])->len;
  return n;
}

gboolean
sarap_officer_file_is_on_file (SarapOfficerFile *self)
{
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    if (sarap_record_types[i]->owner == SARAP_OWNER_OFFICER &&
        (sarap_record_types[i]->flags & SARAP_RECORD_ON_FILE) &&
        sarap_officer_file_records (self, sarap_record_types[i])->len > 0)
      return TRUE;
  return FALSE;
}

char *
sarap_officer_file_name_officer (SarapRecord *officer)
{
  const char *patronymic = sarap_record_get (officer, "patronymic");
  const char *parts[] = { sarap_record_get (officer, "surname"),
                          sarap_record_get (officer, "given_name"), patronymic, NULL };

  return g_strjoinv (" ", (char **) parts);
}

/* In Kazakh where there is no Russian */
static const char *
name_employer (SarapRecord *service)
{
  return sarap_format_in_language (sarap_record_get (service, "employer"),
                                   sarap_record_get (service, "employer_ru"));
}

const char *
sarap_officer_file_name_position (SarapRecord *service)
{
  const char *position = sarap_format_in_language (sarap_record_get (service, "position_kk"),
                                                   sarap_record_get (service, "position_ru"));

  return position != NULL ? position : name_employer (service);
}

char *
sarap_officer_file_name_body (const SarapBodies *bodies, SarapRecord *service)
{
  const char *body = sarap_record_get (service, "body");
  const char *unit = sarap_record_get (service, "unit");
  const char *employer = name_employer (service);

  if (body == NULL)
    return g_strdup (employer != NULL ? employer : "");
  if (unit == NULL)
    return g_strdup (sarap_bodies_name_body (bodies, body));
  return g_strdup_printf ("%s · %s", sarap_bodies_name_unit (bodies, body, unit),
                          sarap_bodies_name_body (bodies, body));
}

/* Like sarap_officer_file_name_body(), for the middle of a sentence */
static char *
name_unit_inside (const SarapBodies *bodies, SarapRecord *service)
{
  const char *body = sarap_record_get (service, "body");
  const char *unit = sarap_record_get (service, "unit");

  if (body == NULL || unit == NULL)
    return sarap_officer_file_name_body (bodies, service);
  /* TRANSLATORS: inside a sentence: a unit, and the body that it belongs to */
  return g_strdup_printf (_ ("%1$s (%2$s)"), sarap_bodies_name_unit (bodies, body, unit),
                          sarap_bodies_name_body (bodies, body));
}

/* See SarapReasonName */
static char *
name_of_reason (const SarapReason *reason, char **order, gpointer data)
{
  SarapOfficerFile *self = data;
  SarapRecord *record;

  switch (reason->kind)
    {
    case SARAP_REASON_NOT_IN_SERVICE:
    case SARAP_REASON_POSITION_SINCE:
      record = g_ptr_array_index (self->service, reason->index);
      *order = g_strdup (sarap_record_get (record, "order_no"));
      return g_strdup (sarap_officer_file_name_position (record));
    case SARAP_REASON_APPROVED:
      record = g_ptr_array_index (self->attestations, reason->index);
      *order = g_strdup (sarap_record_get (record, "order_no"));
      return NULL;
    case SARAP_REASON_SERVICE_JOINED:
    case SARAP_REASON_SERVICE_BROKEN_GAP:
    case SARAP_REASON_SERVICE_BROKEN_OTHER:
      record = g_ptr_array_index (self->service, reason->index);
      return name_unit_inside (self->bodies, record);
    case SARAP_REASON_CENTRAL_BODY:
    case SARAP_REASON_CENTRAL_CATEGORY:
    case SARAP_REASON_BODY_COMMISSION:
      record = g_ptr_array_index (self->service, reason->index);
      return g_strdup (sarap_bodies_name_body (self->bodies, sarap_record_get (record, "body")));
    default:
      return NULL;
    }
}

char *
sarap_officer_file_format_reason (SarapOfficerFile *self, const SarapReason *reason)
{
  return sarap_format_reason_with (reason, name_of_reason, self);
}

/* The records that a reason's index refers to; NULL if it has none */
static GPtrArray *
records_of_reason (SarapOfficerFile *self, const SarapReason *reason)
{
  switch (reason->kind)
    {
    case SARAP_REASON_NOT_IN_SERVICE:
    case SARAP_REASON_POSITION_SINCE:
    case SARAP_REASON_SERVICE_JOINED:
    case SARAP_REASON_SERVICE_BROKEN_GAP:
    case SARAP_REASON_SERVICE_BROKEN_OTHER:
    case SARAP_REASON_CENTRAL_BODY:
    case SARAP_REASON_CENTRAL_CATEGORY:
    case SARAP_REASON_BODY_COMMISSION:
      return self->service;
    case SARAP_REASON_WINDOW_DEFERRED:
    case SARAP_REASON_DEADLINE_DEFERRED:
    case SARAP_REASON_DEFERRAL_WITHIN_WINDOW:
      return self->deferrals;
    case SARAP_REASON_LAST_REGULAR:
    case SARAP_REASON_ANNULLED:
    case SARAP_REASON_CAUSE_REATTESTATION:
    case SARAP_REASON_APPROVED:
    case SARAP_REASON_CAUSE_REFUSED:
    case SARAP_REASON_NEGATIVE:
    case SARAP_REASON_AWAITS_APPROVAL:
    case SARAP_REASON_NEGATIVE_EARLIER_POSITION:
    case SARAP_REASON_NEGATIVE_TERM_COME:
      return self->attestations;
    case SARAP_REASON_STATUS:
      return reason->code == SARAP_STATUS_DEFERRED ? self->deferrals : NULL;
    case SARAP_REASON_NONE:
    case SARAP_REASON_POSITIONS_AT_ONCE:
    case SARAP_REASON_CONTINUOUS_SINCE:
    case SARAP_REASON_NO_REGULAR:
    case SARAP_REASON_TERM:
    case SARAP_REASON_POSITION_SIX_MONTHS:
    case SARAP_REASON_WINDOW:
    case SARAP_REASON_REATTESTATION_EARLIEST:
    case SARAP_REASON_NEGATIVE_UNTIL:
    case SARAP_REASON_REATTESTATION_WINDOW:
    default:
      return NULL;
    }
}

SarapRecord *
sarap_officer_file_find_record (SarapOfficerFile *self, const SarapReason *reason)
{
  GPtrArray *records = records_of_reason (self, reason);

  /* it counts from the current position, and has no index */
  if (reason->kind == SARAP_REASON_POSITION_SIX_MONTHS)
    return g_ptr_array_index (self->service, self->standing.current);
  return records != NULL && reason->index >= 0 ? g_ptr_array_index (records, reason->index) : NULL;
}

typedef struct
{
  SarapRecord *officer;
  SarapRecord *theirs;
} Removal;

static gboolean
refuse_on_file (GError **error)
{
  g_set_error_literal (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_IN_USE,
                       _ ("§41: the attestation sheets and service references of this officer are "
                          "kept in the personal file, so this file cannot be removed. If the "
                          "attestations were entered by mistake, remove them first; nothing was "
                          "removed."));
  return FALSE;
}

static gboolean
remove_records (SarapDatabase *db, const SarapRecordType *type, gint64 officer_id, GError **error)
{
  g_autoptr (GPtrArray) records = sarap_records_of_officer (db, type, officer_id, error);

  if (records != NULL && records->len > 0 && (type->flags & SARAP_RECORD_ON_FILE))
    return refuse_on_file (error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!sarap_record_remove (db, g_ptr_array_index (records, i), NULL, error))
      return FALSE;
  return records != NULL;
}

static gboolean
run_removal (SarapDatabase *db, gpointer data, GError **error)
{
  Removal *removal = data;
  gint64 id = sarap_record_get_id (removal->officer);

  g_clear_object (&removal->theirs);
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    if (sarap_record_types[i]->owner == SARAP_OWNER_OFFICER &&
        !remove_records (db, sarap_record_types[i], id, error))
      return FALSE;
  return sarap_record_remove (db, removal->officer, &removal->theirs, error);
}

gboolean
sarap_officer_file_remove (SarapDatabase *db,
                           SarapRecord *officer,
                           SarapRecord **theirs,
                           GError **error)
{
  Removal removal = { officer, NULL };
  gboolean removed = sarap_database_transact (db, run_removal, &removal, error);

  if (theirs != NULL)
    *theirs = g_steal_pointer (&removal.theirs);
  g_clear_object (&removal.theirs);
  return removed;
}
