#include "procedure/sarap-file-warnings.h"

#include "procedure/sarap-career-records.h"
#include "records/sarap-lookup.h"
#include "records/sarap-record-store.h"

#include <string.h>

/* The records of an officer that are checked. Each is a reference. */
typedef struct
{
  SarapRecord *officer; /* NULL: a new officer */
  GPtrArray *service;
  GPtrArray *deferrals;
  GPtrArray *attestations;
} File;

static void
file_clear (File *file)
{
  g_clear_object (&file->officer);
  g_clear_pointer (&file->service, g_ptr_array_unref);
  g_clear_pointer (&file->deferrals, g_ptr_array_unref);
  g_clear_pointer (&file->attestations, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

gboolean
sarap_file_warning_equal (const SarapFileWarning *a, const SarapFileWarning *b)
{
  return a->warning.kind == b->warning.kind && a->record_id == b->record_id &&
         a->other_id == b->other_id && a->warning.number == b->warning.number &&
         a->warning.code == b->warning.code &&
         memcmp (a->warning.dates, b->warning.dates, sizeof a->warning.dates) == 0;
}

const SarapRecordType *
sarap_file_part_type (SarapFilePart part)
{
  switch (part)
    {
    case SARAP_PART_OFFICER:
      return &sarap_officer_type;
    case SARAP_PART_SERVICE:
      return &sarap_service_type;
    case SARAP_PART_DEFERRAL:
      return &sarap_deferral_type;
    case SARAP_PART_ATTESTATION:
      return &sarap_attestation_type;
    case SARAP_PART_NONE:
    default:
      return NULL;
    }
}

static GPtrArray *
file_records (const File *file, const SarapRecordType *type)
{
  if (type == &sarap_service_type)
    return file->service;
  if (type == &sarap_deferral_type)
    return file->deferrals;
  return type == &sarap_attestation_type ? file->attestations : NULL;
}

static gint64
file_id (const File *file, SarapFilePart part, int index)
{
  GPtrArray *records = file_records (file, sarap_file_part_type (part));

  if (part == SARAP_PART_OFFICER)
    return sarap_record_get_id (file->officer);
  return records != NULL && index >= 0 ? sarap_record_get_id (records->pdata[index]) : 0;
}

static GPtrArray *
file_warnings (const File *file, SarapDate today)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) warnings = sarap_warnings_new ();
  SarapFileFacts facts = { NULL };

  if (file->officer == NULL)
    return found;
  facts.iin = sarap_record_get (file->officer, "iin");
  facts.birth_date = sarap_record_get_date (file->officer, "birth_date");
  facts.sex = sarap_record_get_code (file->officer, "sex");
  sarap_career_take_records (&facts.career, file->service, file->deferrals, file->attestations,
                             NULL);
  sarap_rules_warnings (&facts, today, warnings);
  for (guint i = 0; i < warnings->len; i++)
    {
      SarapFileWarning *one = g_new0 (SarapFileWarning, 1);

      one->warning = g_array_index (warnings, SarapWarning, i);
      one->record_id = file_id (file, one->warning.part, one->warning.index);
      one->other_id = file_id (file, one->warning.other_part, one->warning.other);
      g_ptr_array_add (found, one);
    }
  sarap_career_clear (&facts.career);
  return found;
}

GPtrArray *
sarap_officer_file_warnings (SarapOfficerFile *self, SarapDate today)
{
  File file = { self->officer, self->service, self->deferrals, self->attestations };

  return file_warnings (&file, today);
}

static gboolean
file_load (File *file, SarapDatabase *db, gint64 officer_id, GError **error)
{
  return (file->officer =
              sarap_record_load (db, &sarap_officer_type, officer_id, officer_id, error)) != NULL &&
         (file->service = sarap_records_of_officer (db, &sarap_service_type, officer_id, error)) !=
             NULL &&
         (file->deferrals =
              sarap_records_of_officer (db, &sarap_deferral_type, officer_id, error)) != NULL &&
         (file->attestations =
              sarap_records_of_officer (db, &sarap_attestation_type, officer_id, error)) != NULL;
}

/* A new officer has no file yet */
static void
file_begin (File *file)
{
  file->service = g_ptr_array_new ();
  file->deferrals = g_ptr_array_new ();
  file->attestations = g_ptr_array_new ();
}

static GPtrArray *
records_with (GPtrArray *records, SarapRecord *record)
{
  GPtrArray *with = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = sarap_record_get_id (record);

  for (guint i = 0; i < records->len; i++)
    if (id == 0 || sarap_record_get_id (records->pdata[i]) != id)
      g_ptr_array_add (with, g_object_ref (records->pdata[i]));
  g_ptr_array_add (with, g_object_ref (record));
  return with;
}

static GPtrArray *
records_after (GPtrArray *records, const SarapRecordType *type, SarapRecord *record)
{
  return sarap_record_get_record_type (record) == type ? records_with (records, record)
                                                       : g_ptr_array_ref (records);
}

/* Puts the file into its state after the record is written */
static void
file_copy_with (File *file, const File *before, SarapRecord *record)
{
  gboolean officer = sarap_record_get_record_type (record) == &sarap_officer_type;

  file->officer = g_object_ref (officer ? record : before->officer);
  file->service = records_after (before->service, &sarap_service_type, record);
  file->deferrals = records_after (before->deferrals, &sarap_deferral_type, record);
  file->attestations = records_after (before->attestations, &sarap_attestation_type, record);
}

static gboolean
warnings_have (const GPtrArray *warnings, const SarapFileWarning *one)
{
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    if (sarap_file_warning_equal (warnings->pdata[i], one))
      return TRUE;
  return FALSE;
}

/* A fault of a field is shown by the form itself, and prevents saving */
static gboolean
is_asked (const SarapFileWarning *one)
{
  return !one->warning.refused;
}

static gboolean
decides (const SarapRecordType *type)
{
  return type == &sarap_officer_type || type == &sarap_service_type ||
         type == &sarap_deferral_type || type == &sarap_attestation_type;
}

/* The officer of a record; a new record may only know the IIN */
static gint64
find_officer (SarapDatabase *db, SarapRecord *record, GError **error)
{
  gint64 officer_id = sarap_record_get_officer_id (record);

  return officer_id != 0 ? officer_id
                         : sarap_lookup_officer (db, sarap_record_get (record, "iin"), error);
}

static gboolean
load_before (File *file, SarapDatabase *db, SarapRecord *record, GError **error)
{
  gint64 officer_id;

  if (sarap_record_get_record_type (record) == &sarap_officer_type &&
      sarap_record_get_id (record) == 0)
    {
      file_begin (file);
      return TRUE;
    }
  officer_id = find_officer (db, record, error);
  return officer_id != 0 && file_load (file, db, officer_id, error);
}

GPtrArray *
sarap_file_warnings_brought (SarapDatabase *db,
                             SarapRecord *record,
                             SarapDate today,
                             const GPtrArray *accepted,
                             GError **error)
{
  g_autoptr (GPtrArray) brought = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) was = NULL, is = NULL;
  g_auto (File) before = { NULL };
  g_auto (File) after = { NULL };

  if (!decides (sarap_record_get_record_type (record)))
    return g_steal_pointer (&brought);
  if (!load_before (&before, db, record, error))
    return NULL;
  file_copy_with (&after, &before, record);
  was = file_warnings (&before, today);
  is = file_warnings (&after, today);
  for (guint i = 0; i < is->len; i++)
    if (is_asked (is->pdata[i]) && !warnings_have (was, is->pdata[i]) &&
        !warnings_have (accepted, is->pdata[i]))
      g_ptr_array_add (brought, g_memdup2 (is->pdata[i], sizeof (SarapFileWarning)));
  return g_steal_pointer (&brought);
}
