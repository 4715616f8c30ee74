#include "administration/sarap-bodies-window.h"
#include "administration/sarap-import-actions.h"
#include "exchange/sarap-demo.h"
#include "officers/sarap-officers-page.h"
#include "shell/sarap-application.h"
#include "shell/sarap-today-page.h"
#include "store/sarap-command-line.h"
#include "store/sarap-temporary.h"

#include <malloc.h>
#include <string.h>

static void
on_made (guint64 done, guint64 all, gpointer data)
{
  sarap_progress_report (data, all == 0 ? -1 : (double) done / all, NULL);
}

static gboolean
demo_make (SarapDatabase *db,
           SarapDate today,
           SarapProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  return sarap_demo_fill (db, SARAP_DEMO_OFFICERS, SARAP_DEMO_SEED, today, on_made, progress,
                          cancellable, error);
}

/* Bytes from which a block goes back to the system at once: reading slices uses blocks of some
   hundred kilobytes for a moment, which should not stay in the heaps of two threads */
#define OWN_BLOCK_FROM (64 * 1024)

/* Removes copies that killed programs left in the folder for temporary files */
static gpointer
sweep (gpointer data)
{
  sarap_temporary_sweep ();
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (SarapRegistry) registry = NULL;
  g_autoptr (SarapApplication) application = NULL;
  g_auto (GStrv) words = g_strdupv (argv);

  sarap_command_line_hide_passwords (argv);
  g_log_writer_default_set_use_stderr (TRUE);
  /* GLib prints an unknown option. No option has a value, and a given one may be a password: it is
     cut off. */
  for (int i = 1; i < argc; i++)
    if (*words[i] == '-')
      {
        gboolean word = g_str_has_prefix (words[i], "--");
        gsize length = strcspn (words[i], "=");

        words[i][word ? length : MIN (length, strlen ("-v"))] = '\0';
      }
  mallopt (M_MMAP_THRESHOLD, OWN_BLOCK_FROM);
  g_thread_unref (g_thread_new ("sweep", sweep, NULL));
  registry = sarap_registry_new ();
  sarap_registry_add_page (registry, &sarap_today_page_entry);
  sarap_registry_add_page (registry, &sarap_officers_page_entry);
  sarap_registry_add_tool (registry, &sarap_import_tool_entry);
  sarap_registry_add_tool (registry, &sarap_bodies_tool_entry);
  sarap_registry_add_today (registry, sarap_today_review);
  sarap_registry_add_search (registry, sarap_officers_search);
  sarap_registry_set_demo (registry, demo_make);
  application = sarap_application_new (registry);
  return g_application_run (G_APPLICATION (application), argc, words);
}
