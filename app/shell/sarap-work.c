#include "shell/sarap-work.h"

typedef struct
{
  SarapHost *host;
  SarapStore *store;
  SarapProgress *progress;
  SarapWorkFunc func;
  SarapWorkDone done;
  gpointer data;
  GDestroyNotify data_free;
  gboolean second; /* whether the store is a second connection, opened for this work */
  gulong closed;
} Work;

static void
work_free (Work *work)
{
  if (work->data_free != NULL)
    work->data_free (work->data);
  g_signal_handler_disconnect (work->host, work->closed);
  g_object_unref (work->progress);
  g_object_unref (work->store);
  g_object_unref (work->host);
  g_free (work);
}

static gpointer
work_run (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return work->func (db, work->data, work->progress, error) ? work : NULL;
}

static void
work_end (Work *work, const GError *error)
{
  sarap_host_hide_progress (work->host, work->progress);
  if (gtk_widget_get_realized (GTK_WIDGET (work->host)))
    work->done (work->host, work->data, error);
  work_free (work);
}

static void
on_work_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  sarap_store_call_finish (work->store, result, &error);
  if (work->second)
    sarap_store_close (work->store);
  work_end (work, error);
}

static void
work_call (Work *work)
{
  sarap_store_call_async (work->store, SARAP_STORE_PRIORITY_VIEW, work_run, work, NULL, NULL,
                          sarap_progress_get_cancellable (work->progress), on_work_done, work);
}

/* The window is gone: the work is cancelled. The program ends when the store has stopped, so that
   nothing is left half written. */
static void
on_closed (Work *work)
{
  g_cancellable_cancel (sarap_progress_get_cancellable (work->progress));
  if (work->second)
    sarap_store_close (work->store);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  if (sarap_store_open_finish (work->store, result, &error))
    work_call (work);
  else
    work_end (work, error);
}

static Work *
work_new (SarapHost *host,
          SarapStore *store,
          SarapProgress *progress,
          SarapWorkFunc func,
          SarapWorkDone done,
          gpointer data,
          GDestroyNotify data_free)
{
  Work *work = g_new0 (Work, 1);

  work->host = g_object_ref (host);
  work->store = store;
  work->progress = g_object_ref (progress);
  work->func = func;
  work->done = done;
  work->data = data;
  work->data_free = data_free;
  work->closed = g_signal_connect_swapped (host, "unrealize", G_CALLBACK (on_closed), work);
  return work;
}

void
sarap_work_write (SarapHost *host,
                  SarapProgress *progress,
                  SarapWorkFunc func,
                  SarapWorkDone done,
                  gpointer data,
                  GDestroyNotify data_free)
{
  work_call (work_new (host, g_object_ref (sarap_host_get_store (host)), progress, func, done, data,
                       data_free));
}

void
sarap_work_read (SarapHost *host,
                 SarapProgress *progress,
                 SarapWorkFunc func,
                 SarapWorkDone done,
                 gpointer data,
                 GDestroyNotify data_free)
{
  SarapStore *store = sarap_store_new_second (sarap_host_get_store (host));
  Work *work = work_new (host, store, progress, func, done, data, data_free);

  work->second = TRUE;
  sarap_store_open_async (store, NULL, FALSE, sarap_progress_get_cancellable (progress), on_opened,
                          work);
}

void
sarap_work_run (SarapHost *host,
                const char *title,
                SarapWorkFunc func,
                SarapWorkDone done,
                gpointer data,
                GDestroyNotify data_free)
{
  g_autoptr (SarapProgress) progress = sarap_progress_new (title);

  sarap_host_show_progress (host, progress);
  sarap_work_read (host, progress, func, done, data, data_free);
}

void
sarap_work_report (guint64 done, guint64 total, gpointer progress)
{
  sarap_progress_report (progress, total == 0 ? -1 : (double) done / total, NULL);
}
