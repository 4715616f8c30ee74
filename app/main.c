#include "exchange/sarap-demo.h"
#include "officers/sarap-officers-page.h"
#include "shell/sarap-application.h"

static void
on_made (guint64 done, guint64 all, gpointer data)
{
  sarap_progress_report (data, all == 0 ? -1 : (double) done / all, NULL);
}

static gboolean
demonstrate (SarapDatabase *db,
             SarapDate today,
             SarapProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  return sarap_demo_fill (db, SARAP_DEMO_OFFICERS, SARAP_DEMO_SEED, today, on_made, progress,
                          cancellable, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (SarapApplication) application = sarap_application_new ();

  sarap_application_add_page (application, &sarap_officers_page_entry);
  sarap_application_set_demo (application, demonstrate);
  sarap_application_add_today (application, sarap_today_review);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
