#include "sarapctl/sarapctl.h"

#include "exchange/sarap-demo.h"
#include "exchange/sarap-export.h"
#include "exchange/sarap-import.h"

#include <glib/gi18n.h>

/* Officers of a demonstration, unless given */
#define OFFICERS 400
#define SEED 1
/* Officers whose status would change that are named, as many as the window names */
#define NAMES_MOST 1000

/* Prints all kept faults, one a line, and the number of further ones */
static int
say_faults (SarapImport *import)
{
  GPtrArray *faults = sarap_import_get_faults (import);
  guint64 n_faults = sarap_import_get_n_faults (import);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *text = sarap_import_fault_text (g_ptr_array_index (faults, i));

      g_printerr ("%s\n", text);
    }
  if (n_faults > faults->len)
    {
      gulong more = (gulong) (n_faults - faults->len);

      g_printerr (ngettext ("There is %lu more fault.\n", "There are %lu more faults.\n", more),
                  more);
    }
  return SARAPCTL_REFUSED;
}

/* Prints the number of warnings of each kind in the files of officers */
static void
say_kinds (SarapImport *import)
{
  for (int kind = SARAP_WARNING_NONE + 1; kind < SARAP_WARNING_KINDS; kind++)
    {
      guint64 n = sarap_import_get_n_plausible (import, kind);

      if (n > 0)
        /* TRANSLATORS: what should be looked at again, and how many times there is such */
        g_printerr (_ ("%s: %lu\n"), _ (sarap_code_label (sarap_warning_kinds, kind)), (gulong) n);
    }
}

/* Prints warnings, one a line; the records are imported anyway */
static void
say_warnings (SarapImport *import)
{
  GPtrArray *warnings = sarap_import_get_warnings (import);
  guint64 n_all = sarap_import_get_n_warnings (import);

  if (n_all == 0)
    return;
  g_printerr (ngettext ("%lu value should be looked at again; it is no fault:\n",
                        "%lu values should be looked at again; they are no faults:\n",
                        (gulong) n_all),
              (gulong) n_all);
  say_kinds (import);
  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *text = sarap_import_fault_text (g_ptr_array_index (warnings, i));

      g_printerr ("%s\n", text);
    }
}

/* Prints how each file was read, one a line */
static void
say_forms (SarapImport *import)
{
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      g_autofree char *form = sarap_import_say_form (import, sarap_record_types[i]);

      if (form != NULL)
        g_print ("%s: %s\n", sarap_record_types[i]->file, form);
    }
}

static void
say_counts (SarapImport *import)
{
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      SarapImportCounts counts = sarap_import_get_counts (import, sarap_record_types[i]);

      if (sarap_record_types[i]->file == NULL ||
          (sarap_import_get_n_rows (import, sarap_record_types[i]) == 0 &&
           !(sarap_record_types[i]->flags & SARAP_RECORD_IN_EVERY_EXPORT)))
        continue;
      /* TRANSLATORS: a file, then three numbers of its records */
      g_print (_ ("%s: new %lu, changed %lu, unchanged %lu\n"), sarap_record_types[i]->file,
               (gulong) counts.n_new, (gulong) counts.n_changed, (gulong) counts.n_same);
    }
}

/* Whose status or deadline of today would be another one, as the window says it: how many of each
   change, and who */
static void
say_standings (SarapImport *import)
{
  GPtrArray *standings = sarap_import_get_standings (import);
  g_autofree char *counts = sarap_import_count_standings (import);
  guint n_more = standings->len - MIN (standings->len, NAMES_MOST);

  if (standings->len == 0)
    return;
  g_print (ngettext ("The status or deadline of %lu officer will change:\n",
                     "The status or deadline of %lu officers will change:\n",
                     (gulong) standings->len),
           (gulong) standings->len);
  g_print ("%s\n", counts);
  for (guint i = 0; i < MIN (standings->len, NAMES_MOST); i++)
    {
      g_autofree char *text = sarap_import_standing_text (g_ptr_array_index (standings, i));

      g_print ("%s\n", text);
    }
  if (n_more > 0)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("… and %'u more", "… and %'u more", n_more), n_more);

      g_print ("%s\n", more);
    }
}

/* A folder of CSV files into the database, all or nothing */
int
sarapctl_import (const SarapctlOptions *options)
{
  int status = SARAPCTL_DONE;
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;
  SarapDate today = sarapctl_today ();
  gboolean done;

  if (options->on != NULL && !sarapctl_read_date (options->on, "--on", &today))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_MADE, &status)) == NULL)
    return status;
  if ((import = sarap_import_read (options->arguments[0], NULL, NULL, NULL, &error)) == NULL)
    return sarapctl_fail (error);
  if (options->dry_run || sarap_import_get_n_faults (import) > 0)
    done = sarap_import_check (import, db, today, NULL, NULL, NULL, &error);
  else
    done = sarap_import_apply (import, db, today, NULL, NULL, NULL, &error);
  if (options->dry_run)
    say_forms (import);
  if (sarap_import_get_n_faults (import) > 0)
    return say_faults (import);
  if (!done)
    return sarapctl_fail (error);
  say_counts (import);
  if (options->dry_run)
    say_standings (import);
  say_warnings (import);
  return SARAPCTL_DONE;
}

/* Exports the database into a folder of CSV files */
int
sarapctl_export (const SarapctlOptions *options)
{
  int status = SARAPCTL_DONE;
  g_autoptr (SarapDatabase) db = sarapctl_open (options, SARAPCTL_KNOWN, &status);
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return status;
  if (!sarap_export_folder (db, options->arguments[0], NULL, NULL, NULL, &error))
    return sarapctl_fail (error);
  g_print (_ ("The database is exported to %s.\n"), options->arguments[0]);
  return SARAPCTL_DONE;
}

/* Fills an empty database with an invented service */
int
sarapctl_demo (const SarapctlOptions *options)
{
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  SarapDate on = sarapctl_today ();
  gint64 officers = options->officers == G_MININT64 ? OFFICERS : options->officers;
  gint64 seed = options->seed == G_MININT64 ? SEED : options->seed;
  int status;

  if (officers < 1 || officers > 10000000)
    return sarapctl_misuse (_ ("--officers takes a number from 1 to 10000000."));
  if (seed < 0 || seed > G_MAXUINT32)
    return sarapctl_misuse (_ ("--seed takes a number from 0 to 4294967295."));
  if (options->on != NULL && !sarapctl_read_date (options->on, "--on", &on))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_MADE, &status)) == NULL)
    return status;
  if (!sarap_demo_fill (db, officers, seed, on, NULL, NULL, NULL, &error))
    return sarapctl_fail (error);
  g_print (ngettext ("A made-up service of %lu officer is in %s.\n",
                     "A made-up service of %lu officers is in %s.\n", (gulong) officers),
           (gulong) officers, sarap_database_name (db));
  return SARAPCTL_DONE;
}
