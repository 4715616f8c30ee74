#include "forms/sarap-record-change.h"

#include "forms/sarap-record-conflict.h"
#include "forms/sarap-record-warnings.h"
#include "procedure/sarap-file-warnings.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-history.h"
#include "records/sarap-record-merge.h"

#include <glib/gi18n-lib.h>

/* One change of a record, from its first try until it is written or given up */
typedef struct
{
  /* Owned */
  SarapRecord *before;
  SarapRecord *after;
  SarapRecord *theirs;
  GPtrArray *accepted; /* SarapFileWarning, accepted by the person; never modified */
  SarapBodies *bodies;
  SarapStore *store; /* the database that the record is of */

  GWeakRef host;
  GWeakRef parent;
  SarapDone done;
  SarapDate today; /* nothing was held after it */
  gint64 readded;  /* former id of a record that is added again, 0 for a new record */
  gboolean merged; /* whether the change was joined with another user's */
} Change;

/* One try of a change, on the store's thread */
typedef struct
{
  SarapRecord *record;
  GPtrArray *accepted;
  SarapDate today;
} Try;

/* Result of a try. The error is a part of it, because a conflict has the other version too. */
typedef struct
{
  SarapRecord *record;
  SarapRecord *theirs;
  GPtrArray *warnings;
  SarapHistoryLine *line; /* of a conflict: the last change, NULL if this role may not see it */
  GError *error;
} Tried;

static SarapRecord *
copy_record (SarapRecord *record)
{
  return record != NULL ? sarap_record_copy (record) : NULL;
}

static Change *
change_new (SarapRecord *before,
            SarapRecord *after,
            SarapBodies *bodies,
            SarapStore *store,
            SarapHost *host,
            SarapDone done)
{
  Change *change = g_new0 (Change, 1);

  change->before = copy_record (before);
  change->after = copy_record (after);
  change->bodies = sarap_bodies_ref (bodies);
  g_set_object (&change->store, store);
  g_weak_ref_init (&change->host, host);
  g_weak_ref_init (&change->parent, NULL);
  change->done = done;
  change->accepted = g_ptr_array_new_with_free_func (g_free);
  if (host != NULL)
    change->today = sarap_session_get_today (sarap_host_get_session (host));
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_clear_object (&change->theirs);
  g_clear_pointer (&change->accepted, g_ptr_array_unref);
  sarap_bodies_unref (change->bodies);
  g_clear_object (&change->store);
  g_weak_ref_clear (&change->host);
  g_weak_ref_clear (&change->parent);
  g_free (change);
}

static void
tried_free (gpointer data)
{
  Tried *tried = data;

  g_clear_object (&tried->record);
  g_clear_object (&tried->theirs);
  g_clear_pointer (&tried->warnings, g_ptr_array_unref);
  g_clear_pointer (&tried->line, sarap_history_line_free);
  g_clear_error (&tried->error);
  g_free (tried);
}

/* The record that is to be saved or removed */
static SarapRecord *
change_subject (Change *change)
{
  return change->after != NULL ? change->after : change->before;
}

/* A record that was removed and added again has another id, while older undo steps have the former
   one. For each store: text of type and id → text of the new id. */
static GHashTable *
readded_ids (SarapStore *store)
{
  static GQuark quark;
  GHashTable *ids;

  if (quark == 0)
    quark = g_quark_from_static_string ("sarap-readded-ids");
  ids = g_object_get_qdata (G_OBJECT (store), quark);
  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_qdata_full (G_OBJECT (store), quark, ids, (GDestroyNotify) g_hash_table_unref);
    }
  return ids;
}

static char *
id_key (const SarapRecordType *type, gint64 id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, type->name, id);
}

static void
remember_readded (SarapStore *store, SarapRecord *record, gint64 old_id)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);

  if (old_id != 0 && old_id != sarap_record_get_id (record))
    g_hash_table_insert (readded_ids (store), id_key (type, old_id),
                         g_strdup_printf ("%" G_GINT64_FORMAT, sarap_record_get_id (record)));
}

static void
follow_readded (SarapStore *store, SarapRecord *record)
{
  const SarapRecordType *type = NULL;
  const char *id = NULL;

  if (record == NULL)
    return;
  type = sarap_record_get_record_type (record);
  do
    {
      g_autofree char *key = id_key (type, sarap_record_get_id (record));

      id = g_hash_table_lookup (readded_ids (store), key);
      if (id != NULL)
        sarap_record_set_identity (record, g_ascii_strtoll (id, NULL, 10),
                                   sarap_record_get_version (record));
    }
  while (id != NULL);
}

static void
try_free (gpointer data)
{
  Try *try = data;

  g_clear_object (&try->record);
  g_clear_pointer (&try->accepted, g_ptr_array_unref);
  g_free (try);
}

/* Reads the last change of a record in conflict, for its author; NULL where it cannot be read */
static void
tried_find_line (Tried *tried, SarapDatabase *db, SarapRecord *record)
{
  if (g_error_matches (tried->error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT))
    tried->line = sarap_history_last_of (db, sarap_record_get_record_type (record)->name,
                                         sarap_record_get_id (record),
                                         sarap_record_get_officer_id (record), NULL);
}

static gpointer
change_save (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Try *try = data;
  g_auto (SarapSaveAnswer) asked = { NULL };
  Tried *tried = g_new0 (Tried, 1);

  if (sarap_record_save (db, try->record, try->today, try->accepted, &asked, &tried->error))
    tried->record = g_object_ref (try->record);
  tried->theirs = g_steal_pointer (&asked.theirs);
  tried->warnings = g_steal_pointer (&asked.warnings);
  tried_find_line (tried, db, try->record);
  return tried;
}

static gpointer
change_remove (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  SarapRecord *record = ((Try *) data)->record;
  Tried *tried = g_new0 (Tried, 1);

  /* an officer is removed with all records, each with a line in the audit chain */
  if (sarap_record_get_record_type (record) == &sarap_officer_type)
    sarap_officer_file_remove (db, record, &tried->theirs, &tried->error);
  else
    sarap_record_remove (db, record, &tried->theirs, &tried->error);
  tried_find_line (tried, db, record);
  return tried;
}

static void on_tried (GObject *source, GAsyncResult *result, gpointer data);

/* Takes ownership of the task */
static void
change_try (GTask *task)
{
  Change *change = g_task_get_task_data (task);
  Try *try = g_new0 (Try, 1);

  try->record = sarap_record_copy (change_subject (change));
  try->today = change->today;
  /* undo and redo do not ask: the warnings were accepted the first time */
  if (change->done == SARAP_DONE)
    try->accepted = g_ptr_array_ref (change->accepted);
  sarap_store_call_async (change->store, SARAP_STORE_PRIORITY_VIEW,
                          change->after != NULL ? change_save : change_remove, try, try_free,
                          tried_free, NULL, on_tried, task);
}

/* The change that takes this one back. @now: the record as this one left it, %NULL when it was
   removed. */
static Change *
change_inverse (Change *change, SarapRecord *now)
{
  Change *inverse =
      change_new (now, change->before, change->bodies, change->store, NULL, change->done);

  if (inverse->after != NULL && now != NULL)
    sarap_record_set_identity (inverse->after, sarap_record_get_id (now),
                               sarap_record_get_version (now));
  return inverse;
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SarapHost) host = data;
  g_autoptr (GError) error = NULL;

  if (sarap_record_change_finish (result, NULL, &error) == SARAP_CHANGED_NOT && error != NULL)
    sarap_host_present_error (host, _ ("The change could not be undone"), error);
}

/* A #SarapUndoFunc */
static void
change_take_back (SarapHost *host, SarapDone done, gpointer data)
{
  Change *inverse = data;
  Change *change =
      change_new (inverse->before, inverse->after, inverse->bodies, inverse->store, host, done);
  GTask *task = g_task_new (NULL, NULL, on_taken_back, g_object_ref (host));

  follow_readded (change->store, change->before);
  follow_readded (change->store, change->after);
  g_task_set_source_tag (task, change_take_back);
  g_task_set_task_data (task, change, change_free);
  if (change->before == NULL)
    {
      change->readded = sarap_record_get_id (change->after);
      sarap_record_set_identity (change->after, 0, 0);
    }
  change_try (task);
}

static void
change_say_done (Change *change, SarapRecord *now)
{
  g_autoptr (SarapHost) host = g_weak_ref_get (&change->host);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&change->parent);
  /* undoing an addition is a removal */
  gboolean back = change->done == SARAP_UNDONE;
  SarapChange what = change->after == NULL    ? (back ? SARAP_CHANGE_ADD : SARAP_CHANGE_REMOVE)
                     : change->before == NULL ? (back ? SARAP_CHANGE_REMOVE : SARAP_CHANGE_ADD)
                                              : SARAP_CHANGE_CHANGE;
  const char *text =
      change->merged && change->done == SARAP_DONE
          ? _ ("Saved. What another user had changed meanwhile was kept.")
          : sarap_record_say_change (sarap_record_get_record_type (change_subject (change)), what);

  if (host != NULL)
    sarap_host_say_done (host, change->done, parent, text, change_take_back,
                         change_inverse (change, now), change_free);
}

static void
return_changed (GTask *task, SarapChanged changed, SarapRecord *record)
{
  Change *change = g_task_get_task_data (task);

  g_set_object (&change->theirs, record);
  g_task_return_int (task, changed);
  g_object_unref (task);
}

/* Writes the change over @theirs. Undo goes back to @theirs. */
static void
change_try_over (GTask *task, SarapRecord *theirs)
{
  Change *change = g_task_get_task_data (task);

  g_set_object (&change->before, theirs);
  if (change->after != NULL)
    sarap_record_set_identity (change->after, theirs != NULL ? sarap_record_get_id (theirs) : 0,
                               theirs != NULL ? sarap_record_get_version (theirs) : 0);
  change_try (task);
}

static void
on_conflict_answered (SarapConflictAnswer answer, gpointer data)
{
  GTask *task = data;
  Change *change = g_task_get_task_data (task);

  if (answer == SARAP_CONFLICT_BACK)
    return_changed (task, SARAP_CHANGED_NOT, change->theirs);
  else if (answer == SARAP_CONFLICT_THEIRS || (change->theirs == NULL && change->after == NULL))
    return_changed (task, SARAP_CHANGED_THEIRS, change->theirs);
  else
    change_try_over (task, change->theirs);
}

static gboolean
is_same (SarapRecord *one, SarapRecord *other)
{
  const SarapRecordType *type = sarap_record_get_record_type (one);

  for (guint i = 0; i < type->n_fields; i++)
    if (g_strcmp0 (sarap_record_get (one, type->fields[i].name),
                   sarap_record_get (other, type->fields[i].name)) != 0)
      return FALSE;
  return TRUE;
}

/* Merges the change with @theirs; returns whether it can be written without asking */
static gboolean
change_merge (Change *change, SarapRecord *theirs)
{
  gboolean clash = FALSE;
  SarapRecord *merged = NULL;

  if (change->before == NULL || theirs == NULL)
    return FALSE;
  if (change->after == NULL)
    return change->done != SARAP_DONE && is_same (change->before, theirs);
  merged = sarap_record_merge (change->before, change->after, theirs, &clash);
  /* an undone step leaves the record with a later version: that is not another person's change */
  change->merged = !is_same (change->before, theirs);
  g_object_unref (change->after);
  change->after = merged;
  return !clash;
}

/* Takes ownership of the task */
static void
change_meet_conflict (GTask *task, Tried *tried)
{
  Change *change = g_task_get_task_data (task);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&change->parent);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  g_debug ("a %s was changed by somebody else first",
           sarap_record_get_record_type (change_subject (change))->name);
  if (change_merge (change, tried->theirs))
    {
      g_debug ("both changes are joined, and written again");
      change_try_over (task, tried->theirs);
      return;
    }
  if (root == NULL || change->done != SARAP_DONE)
    {
      g_task_return_error (task, g_steal_pointer (&tried->error));
      g_object_unref (task);
      return;
    }
  g_set_object (&change->theirs, tried->theirs);
  sarap_record_conflict_ask (GTK_WINDOW (root), change->theirs, change->after, tried->line,
                             change->bodies, on_conflict_answered, task);
}

/* Remembers the warnings that the person has seen: they are not asked about again */
static void
change_accept (Change *change, GPtrArray *warnings)
{
  GPtrArray *accepted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < change->accepted->len; i++)
    g_ptr_array_add (accepted, g_memdup2 (change->accepted->pdata[i], sizeof (SarapFileWarning)));
  for (guint i = 0; i < warnings->len; i++)
    g_ptr_array_add (accepted, g_memdup2 (warnings->pdata[i], sizeof (SarapFileWarning)));
  g_ptr_array_unref (change->accepted);
  change->accepted = accepted;
}

static void
on_warnings_answered (gboolean save, gpointer data)
{
  GTask *task = data;
  Change *change = g_task_get_task_data (task);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&change->parent);

  /* the form may have been closed while the question was open */
  if (save && parent != NULL && gtk_widget_get_root (parent) != NULL)
    change_try (task);
  else
    return_changed (task, SARAP_CHANGED_NOT, NULL);
}

/* app/rules/README.md 11: nothing is written before the person has read the warnings */
static void
change_meet_warnings (GTask *task, Tried *tried)
{
  Change *change = g_task_get_task_data (task);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&change->parent);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  if (root == NULL)
    {
      return_changed (task, SARAP_CHANGED_NOT, NULL);
      return;
    }
  g_debug ("a %s has %u warnings to be accepted",
           sarap_record_get_record_type (change_subject (change))->name, tried->warnings->len);
  change_accept (change, tried->warnings);
  sarap_record_warnings_ask (GTK_WINDOW (root), tried->warnings, on_warnings_answered, task);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;
  Tried *tried = sarap_store_call_finish (SARAP_STORE (source), result, &error);

  if (tried == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
  else if (g_error_matches (tried->error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_WARNINGS))
    change_meet_warnings (task, tried);
  else if (g_error_matches (tried->error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT))
    change_meet_conflict (task, tried);
  else if (tried->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&tried->error));
      g_object_unref (task);
    }
  else
    {
      g_debug ("a %s was %s", sarap_record_get_record_type (change_subject (change))->name,
               change->before == NULL  ? "added"
               : change->after == NULL ? "removed"
                                       : "changed");
      if (change->before == NULL)
        remember_readded (change->store, tried->record, change->readded);
      change_say_done (change, tried->record);
      return_changed (task, SARAP_CHANGED_MINE, tried->record);
    }
  g_clear_pointer (&tried, tried_free);
}

void
sarap_record_change_async (GtkWidget *parent,
                           SarapRecord *before,
                           SarapRecord *after,
                           SarapBodies *bodies,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  SarapHost *host = sarap_host_of (parent);
  Change *change =
      change_new (before, after, bodies, sarap_host_get_store (host), host, SARAP_DONE);

  g_weak_ref_set (&change->parent, parent);
  g_task_set_source_tag (task, sarap_record_change_async);
  g_task_set_task_data (task, change, change_free);
  change_try (task);
}

SarapChanged
sarap_record_change_finish (GAsyncResult *result, SarapRecord **record, GError **error)
{
  GTask *task = G_TASK (result);
  Change *change = g_task_get_task_data (task);
  gssize changed = g_task_propagate_int (task, error);

  if (record != NULL)
    *record = change->theirs != NULL ? g_object_ref (change->theirs) : NULL;
  return changed < 0 ? SARAP_CHANGED_NOT : (SarapChanged) changed;
}
