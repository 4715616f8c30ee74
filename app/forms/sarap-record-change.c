#include "forms/sarap-record-change.h"

#include "forms/sarap-record-conflict.h"
#include "procedure/sarap-record-save.h"

#include <glib/gi18n-lib.h>

/* One change, from the first try to its end */
typedef struct
{
  /* Owned */
  SarapRecord *before;
  SarapRecord *after;
  SarapRecord *theirs;
  SarapBodies *bodies;
  SarapStore *store; /* a record of one database is none of another's */

  GWeakRef window;
  GWeakRef parent;
  gboolean undoing;
} Change;

/* What the store's thread makes of it; the error travels along, as theirs belongs to it */
typedef struct
{
  SarapRecord *record;
  SarapRecord *theirs;
  GError *error;
} Answer;

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
            SarapWindow *window)
{
  Change *change = g_new0 (Change, 1);

  change->before = copy_record (before);
  change->after = copy_record (after);
  change->bodies = sarap_bodies_ref (bodies);
  g_set_object (&change->store, store);
  g_weak_ref_init (&change->window, window);
  g_weak_ref_init (&change->parent, NULL);
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_clear_object (&change->theirs);
  sarap_bodies_unref (change->bodies);
  g_clear_object (&change->store);
  g_weak_ref_clear (&change->window);
  g_weak_ref_clear (&change->parent);
  g_free (change);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->record);
  g_clear_object (&answer->theirs);
  g_clear_error (&answer->error);
  g_free (answer);
}

static gpointer
keep (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  SarapRecord *record = data;
  Answer *answer = g_new0 (Answer, 1);

  if (sarap_record_save (db, record, &answer->theirs, &answer->error))
    answer->record = g_object_ref (record);
  return answer;
}

static gpointer
remove_record (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  /* an officer goes with all records, each with its line in the audit chain */
  if (sarap_record_get_record_type (data) == &sarap_officer_type)
    sarap_officer_file_remove (db, data, &answer->theirs, &answer->error);
  else
    sarap_record_remove (db, data, &answer->theirs, &answer->error);
  return answer;
}

static void on_answer (GObject *source, GAsyncResult *result, gpointer data);

/* Takes the task */
static void
try_change (GTask *task)
{
  Change *change = g_task_get_task_data (task);
  SarapRecord *record = change->after != NULL ? change->after : change->before;

  sarap_store_call_async (change->store, SARAP_STORE_PRIORITY_VIEW,
                          change->after != NULL ? keep : remove_record, sarap_record_copy (record),
                          g_object_unref, answer_free, NULL, on_answer, task);
}

/* The change that takes this one back: of @now, as it is in the database after it */
static Change *
inverse_of (Change *change, SarapRecord *now, SarapWindow *window)
{
  Change *inverse;

  if (change->before == NULL)
    inverse = change_new (now, NULL, change->bodies, change->store, window);
  else if (change->after == NULL)
    inverse = change_new (NULL, change->before, change->bodies, change->store, window);
  else
    inverse = change_new (now, change->before, change->bodies, change->store, window);
  if (inverse->after != NULL)
    sarap_record_set_identity (inverse->after, now != NULL ? sarap_record_get_id (now) : 0,
                               now != NULL ? sarap_record_get_version (now) : 0);
  inverse->undoing = TRUE;
  return inverse;
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SarapWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (sarap_record_change_finish (result, NULL, &error) == SARAP_CHANGED_MINE)
    sarap_window_toast (window, _ ("Undone"));
  else if (error != NULL)
    sarap_window_present_error (window, _ ("The change could not be undone"), error);
}

static gboolean
on_undo (gpointer data)
{
  Change *inverse = data;
  SarapWindow *window = g_weak_ref_get (&inverse->window);
  GTask *task;
  Change *again;

  if (window == NULL)
    return G_SOURCE_REMOVE;
  /* the toast frees its own */
  again = change_new (inverse->before, inverse->after, inverse->bodies, inverse->store, window);
  again->undoing = TRUE;
  g_weak_ref_set (&again->parent, window);
  task = g_task_new (NULL, NULL, on_undone, window);
  g_task_set_source_tag (task, on_undo);
  g_task_set_task_data (task, again, change_free);
  try_change (task);
  return G_SOURCE_REMOVE;
}

static void
say_done (Change *change, SarapRecord *now)
{
  g_autoptr (SarapWindow) window = g_weak_ref_get (&change->window);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&change->parent);
  SarapRecord *record = change->after != NULL ? change->after : change->before;
  SarapChange what = change->after == NULL    ? SARAP_CHANGE_REMOVE
                     : change->before == NULL ? SARAP_CHANGE_ADD
                                              : SARAP_CHANGE_CHANGE;

  if (window != NULL && !change->undoing)
    sarap_window_toast_undo (window, parent,
                             sarap_record_say_change (sarap_record_get_record_type (record), what),
                             on_undo, inverse_of (change, now, window), change_free);
}

static void
return_changed (GTask *task, SarapChanged changed, SarapRecord *record)
{
  Change *change = g_task_get_task_data (task);

  g_set_object (&change->theirs, record);
  g_task_return_int (task, changed);
  g_object_unref (task);
}

static void
on_conflict_answered (SarapConflictAnswer answer, gpointer data)
{
  GTask *task = data;
  Change *change = g_task_get_task_data (task);
  SarapRecord *record = change->after != NULL ? change->after : change->before;

  if (answer == SARAP_CONFLICT_BACK)
    {
      return_changed (task, SARAP_CHANGED_NOT, change->theirs);
      return;
    }
  if (answer == SARAP_CONFLICT_THEIRS || (change->theirs == NULL && change->after == NULL))
    {
      return_changed (task, SARAP_CHANGED_THEIRS, change->theirs);
      return;
    }
  /* what undo goes back to is what they had written */
  g_set_object (&change->before, change->theirs);
  sarap_record_set_identity (record, change->theirs ? sarap_record_get_id (change->theirs) : 0,
                             change->theirs ? sarap_record_get_version (change->theirs) : 0);
  try_change (task);
}

static void
ask_about_conflict (GTask *task, Answer *answer)
{
  Change *change = g_task_get_task_data (task);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&change->parent);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  if (root == NULL || change->undoing)
    {
      g_task_return_error (task, g_steal_pointer (&answer->error));
      g_object_unref (task);
      return;
    }
  g_set_object (&change->theirs, answer->theirs);
  sarap_record_conflict_ask (GTK_WINDOW (root), change->theirs, change->after, change->bodies,
                             on_conflict_answered, task);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;
  Answer *answer = sarap_store_call_finish (SARAP_STORE (source), result, &error);

  if (answer == NULL ||
      (answer->error != NULL &&
       !g_error_matches (answer->error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT)))
    {
      g_task_return_error (task, answer != NULL ? g_steal_pointer (&answer->error) : error);
      g_object_unref (task);
    }
  else if (answer->error != NULL)
    ask_about_conflict (task, answer);
  else
    {
      say_done (g_task_get_task_data (task), answer->record);
      return_changed (task, SARAP_CHANGED_MINE, answer->record);
    }
  g_clear_pointer (&answer, answer_free);
}

/**
 * sarap_record_change_async:
 * @window: the window that says what was done
 * @parent: the widget it was done in; a conflict is asked about over its window
 * @before: (nullable): the record as it was read, %NULL for a new one
 * @after: (nullable): the record as it is to be, %NULL to remove it
 * @places: bodies and units, for words
 * @callback: called when it is done, or not to be done
 * @user_data: for @callback
 */
void
sarap_record_change_async (SarapWindow *window,
                           GtkWidget *parent,
                           SarapRecord *before,
                           SarapRecord *after,
                           SarapBodies *bodies,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Change *change = change_new (before, after, bodies, sarap_window_get_store (window), window);

  g_weak_ref_set (&change->parent, parent);
  g_task_set_source_tag (task, sarap_record_change_async);
  g_task_set_task_data (task, change, change_free);
  try_change (task);
}

/**
 * sarap_record_change_finish:
 * @result: what the callback got
 * @record: (out) (optional) (nullable) (transfer full): the record as it is now
 * @error: return location; not set when the person wants to go on editing
 */
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
