#include "sarapctl/sarapctl.h"

#include "procedure/sarap-sentences.h"
#include "records/sarap-career.h"
#include "records/sarap-lookup.h"

#include <glib/gi18n.h>

typedef struct
{
  SarapDate on;
  gboolean found;
} Explain;

static gboolean
on_career (const SarapCareerRow *row, gpointer data, GError **error)
{
  Explain *explain = data;
  g_autoptr (SarapReasons) reasons = sarap_reasons_new ();
  SarapStanding standing;

  explain->found = TRUE;
  sarap_rules_standing (&row->career, explain->on, &standing, reasons);
  for (guint i = 0; i < reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (reasons, SarapReason, i);
      g_autofree char *paragraph =
          reason->paragraph != 0 ? sarap_say_paragraph (reason->paragraph) : g_strdup ("");
      g_autofree char *sentence = sarap_say_reason (reason);

      g_print ("%-7s%s\n", paragraph, sentence);
    }
  return TRUE;
}

/* How the status of an officer comes about */
int
sarapctl_explain (const SarapctlOptions *options)
{
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (SarapCareerReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  Explain explain = { sarapctl_today () };
  gint64 officer_id;
  int status;

  if (options->on != NULL && !sarapctl_read_date (options->on, "--on", &explain.on))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_KNOWN, &status)) == NULL)
    return status;
  if ((officer_id = sarap_lookup_officer (db, options->arguments[0], &error)) == 0 ||
      !(reader = sarap_career_reader_new (db, &error)) ||
      !sarap_career_reader_some (reader, &officer_id, 1, on_career, &explain, &error))
    return sarapctl_fail (error);
  return explain.found ? SARAPCTL_DONE : SARAPCTL_REFUSED;
}
