#include "procedure/sarap-record-save.h"

#include "base/sarap-log.h"
#include "procedure/sarap-file-warnings.h"
#include "procedure/sarap-warning-sentences.h"
#include "records/sarap-record-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (sarap - save - error - quark, sarap_save_error)

typedef enum
{
  CHANGE,
  REMOVE,
} Step;

typedef struct
{
  SarapRecord *record; /* changed only after the unit of work */
  SarapRecord *kept;   /* a copy with the new identity */
  SarapRecord *theirs;
  Step step;
  SarapDate today;
  const GPtrArray *accepted; /* NULL: warnings are not checked */
  GPtrArray *warnings;
} Work;

void
sarap_save_answer_clear (SarapSaveAnswer *answer)
{
  g_clear_object (&answer->theirs);
  g_clear_pointer (&answer->warnings, g_ptr_array_unref);
}

static gboolean
refuse_faults (SarapRecord *record, SarapDate today, GError **error)
{
  g_autoptr (GPtrArray) faults = sarap_record_check_on (record, today);
  g_autoptr (GString) sentences = g_string_new (NULL);

  if (faults->len == 0)
    return TRUE;
  for (guint i = 0; i < faults->len; i++)
    {
      SarapFault *fault = g_ptr_array_index (faults, i);
      const SarapField *field = &sarap_record_get_record_type (record)->fields[fault->field];

      g_string_append_printf (sentences, "%s%s: %s", i > 0 ? "\n" : "", _ (field->label),
                              fault->message);
    }
  g_set_error_literal (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_FAULTS, sentences->str);
  return FALSE;
}

/* Reads the record in the database; fails if it has another version than the one read before */
static gboolean
load_same_version (SarapDatabase *db, Work *work, SarapRecord **before, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SarapRecord) current = sarap_record_load (
      db, sarap_record_get_record_type (work->record), sarap_record_get_id (work->record),
      sarap_record_get_officer_id (work->record), &local_error);

  if (current == NULL &&
      !g_error_matches (local_error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (current != NULL &&
      sarap_record_get_version (current) == sarap_record_get_version (work->record))
    {
      *before = g_steal_pointer (&current);
      return TRUE;
    }
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT,
                       current != NULL
                           ? _ ("Somebody else changed this record in the meantime. Nothing was "
                                "written.")
                           : _ ("Somebody else removed this record in the meantime. Nothing was "
                                "written."));
  g_set_object (&work->theirs, current);
  return FALSE;
}

static gboolean
is_same (SarapRecord *before, SarapRecord *after)
{
  const SarapRecordType *type = sarap_record_get_record_type (before);
  const char *const *was = sarap_record_values (before), *const *is = sarap_record_values (after);

  for (guint i = 0; i < type->n_fields; i++)
    if (g_strcmp0 (was[i], is[i]) != 0)
      return FALSE;
  return TRUE;
}

/* app/rules/README.md 11: the person must first accept new warnings about the file */
static gboolean
refuse_warnings (SarapDatabase *db, Work *work, GError **error)
{
  g_autoptr (GString) sentences = g_string_new (NULL);

  if (work->accepted == NULL)
    return TRUE;
  work->warnings = sarap_file_warnings_brought (db, work->kept, work->today, work->accepted, error);
  if (work->warnings == NULL)
    return FALSE;
  if (work->warnings->len == 0)
    return TRUE;
  for (guint i = 0; i < work->warnings->len; i++)
    {
      const SarapFileWarning *warning = work->warnings->pdata[i];
      g_autofree char *sentence = sarap_format_warning (&warning->warning);

      g_string_append_printf (sentences, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  g_set_error_literal (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_WARNINGS, sentences->str);
  return FALSE;
}

/* An unchanged record gets no line of the audit chain, and so no new version */
static gboolean
change_record (SarapDatabase *db, Work *work, GError **error)
{
  g_autoptr (SarapRecord) before = NULL;

  if (!load_same_version (db, work, &before, error))
    return FALSE;
  if (work->step == REMOVE)
    return sarap_record_delete (db, before, error);
  return is_same (before, work->kept) ||
         (refuse_warnings (db, work, error) && sarap_record_update (db, work->kept, error));
}

static gboolean
run_work (SarapDatabase *db, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_object (&work->theirs);
  g_clear_object (&work->kept);
  g_clear_pointer (&work->warnings, g_ptr_array_unref);
  work->kept = sarap_record_copy (work->record);
  if (sarap_record_get_id (work->record) != 0)
    return change_record (db, work, error);
  return refuse_warnings (db, work, error) && sarap_record_insert (db, work->kept, error);
}

static gboolean
run_step (SarapDatabase *db, Work *work, SarapSaveAnswer *answer, GError **error)
{
  g_auto (SarapTimed) timed =
      sarap_timed (work->step == REMOVE ? "a record removed" : "a record saved");
  gboolean done = sarap_database_transact (db, run_work, work, error);

  if (done && work->step == CHANGE)
    {
      sarap_record_set_identity (work->record, sarap_record_get_id (work->kept),
                                 sarap_record_get_version (work->kept));
      sarap_record_set_officer_id (work->record, sarap_record_get_officer_id (work->kept));
    }
  if (answer != NULL)
    {
      answer->theirs = g_steal_pointer (&work->theirs);
      answer->warnings = done ? NULL : g_steal_pointer (&work->warnings);
    }
  g_clear_object (&work->kept);
  g_clear_object (&work->theirs);
  g_clear_pointer (&work->warnings, g_ptr_array_unref);
  return done;
}

/* The fields of the key, with their labels */
static char *
name_key (const SarapRecordType *type)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & SARAP_FIELD_KEY)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _ (type->fields[i].label));
  return g_string_free (names, FALSE);
}

static void
say_taken (SarapRecord *record, const GError *constraint, GError **error)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);
  g_autofree char *key = name_key (type);
  g_autofree char *iin = sarap_store_error_iin_taken (constraint);

  if (iin != NULL)
    {
      g_set_error (
          error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_TAKEN,
          _ ("An officer with the IIN %s is entered already. If you do not find them, their "
             "file belongs to another body: ask the HR service of the agency. Nothing was "
             "written."),
          iin);
      return;
    }
  /* a body has a second unique index; each engine names it in its own way */
  if (type == &sarap_body_type && (strstr (constraint->message, "body_central") != NULL ||
                                   strstr (constraint->message, "body.kind") != NULL))
    g_set_error_literal (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_TAKEN,
                         _ ("There is a central body already, and only one may be. Nothing was "
                            "written."));
  else
    g_set_error (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_TAKEN,
                 /* TRANSLATORS: names of fields, one or several: IIN, Kind of employer */
                 _ ("There is such a record already, with the same here: %s. Nothing was written."),
                 key);
}

/* Explains a violated constraint in words for the person */
static void
constraint_explain (SarapRecord *record, Step step, GError *failure, GError **error)
{
  SarapConstraint constraint =
      g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT)
          ? sarap_store_error_constraint (failure)
          : SARAP_CONSTRAINT_OTHER;

  if (constraint == SARAP_CONSTRAINT_UNIQUE)
    say_taken (record, failure, error);
  else if (constraint == SARAP_CONSTRAINT_REFERENCE && step == REMOVE)
    g_set_error_literal (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_IN_USE,
                         _ ("Other records name this one. Change or remove those first; nothing "
                            "was removed."));
  else if (constraint == SARAP_CONSTRAINT_REFERENCE)
    g_set_error_literal (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_ABSENT,
                         _ ("The record names a body or unit that is not there any more. Nothing "
                            "was written."));
  else
    g_propagate_error (error, g_error_copy (failure));
}

gboolean
sarap_record_save (SarapDatabase *db,
                   SarapRecord *record,
                   SarapDate today,
                   const GPtrArray *accepted,
                   SarapSaveAnswer *answer,
                   GError **error)
{
  g_autoptr (GError) local_error = NULL;
  Work work = { .record = record, .step = CHANGE, .today = today, .accepted = accepted };

  if (answer != NULL)
    *answer = (SarapSaveAnswer){ NULL };
  sarap_record_clean (record);
  if (!refuse_faults (record, today, error))
    return FALSE;
  if (run_step (db, &work, answer, &local_error))
    return TRUE;
  constraint_explain (record, CHANGE, local_error, error);
  return FALSE;
}

gboolean
sarap_record_remove (SarapDatabase *db, SarapRecord *record, SarapRecord **theirs, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_auto (SarapSaveAnswer) answer = { NULL };
  Work work = { .record = record, .step = REMOVE };
  gboolean done = run_step (db, &work, &answer, &local_error);

  if (!done)
    constraint_explain (record, REMOVE, local_error, error);
  if (theirs != NULL)
    *theirs = g_steal_pointer (&answer.theirs);
  return done;
}
