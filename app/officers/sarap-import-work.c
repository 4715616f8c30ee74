#include "officers/sarap-import-work.h"

typedef struct
{
  SarapWindow *window;
  SarapProgress *progress;
  SarapWorkFunc func;
  SarapWorkDone done;
  gpointer data;
  GDestroyNotify data_free;
} Work;

static void
work_free (Work *work)
{
  if (work->data_free != NULL)
    work->data_free (work->data);
  g_object_unref (work->progress);
  g_object_unref (work->window);
  g_free (work);
}

static gpointer
run (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return work->func (db, work->data, work->progress, error) ? work : NULL;
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  sarap_store_call_finish (SARAP_STORE (object), result, &error);
  sarap_window_hide_progress (work->window, work->progress);
  if (gtk_window_get_application (GTK_WINDOW (work->window)) != NULL)
    work->done (work->window, work->data, error);
  work_free (work);
}

/**
 * sarap_work_run_with:
 * @window: the window whose database it is
 * @progress: told how far it is; stops it
 * @func: the work, on the store's thread
 * @done: called when it has ended
 * @data: for both
 * @data_free: (nullable): frees @data after that
 */
void
sarap_work_run_with (SarapWindow *window,
                     SarapProgress *progress,
                     SarapWorkFunc func,
                     SarapWorkDone done,
                     gpointer data,
                     GDestroyNotify data_free)
{
  Work *work = g_new0 (Work, 1);

  work->window = g_object_ref (window);
  work->progress = g_object_ref (progress);
  work->func = func;
  work->done = done;
  work->data = data;
  work->data_free = data_free;
  /* nobody waits for it any more once the window is closed */
  g_signal_connect_object (window, "unrealize", G_CALLBACK (g_cancellable_cancel),
                           sarap_progress_get_cancellable (progress), G_CONNECT_SWAPPED);
  sarap_store_call_async (sarap_window_get_store (window), SARAP_STORE_PRIORITY_VIEW, run, work,
                          NULL, NULL, sarap_progress_get_cancellable (progress), on_done, work);
}

/**
 * sarap_work_run:
 * @window: the window whose database it is
 * @title: what is being done
 * @func: the work, on the store's thread
 * @done: called when it has ended
 * @data: for both
 * @data_free: (nullable): frees @data after that
 */
void
sarap_work_run (SarapWindow *window,
                const char *title,
                SarapWorkFunc func,
                SarapWorkDone done,
                gpointer data,
                GDestroyNotify data_free)
{
  g_autoptr (SarapProgress) progress = sarap_progress_new (title);

  sarap_window_show_progress (window, progress);
  sarap_work_run_with (window, progress, func, done, data, data_free);
}

void
sarap_work_report (guint64 done, guint64 total, gpointer progress)
{
  sarap_progress_report (progress, total == 0 ? -1 : (double) done / total, NULL);
}
