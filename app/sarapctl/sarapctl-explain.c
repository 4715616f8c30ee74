#include "sarapctl/sarapctl.h"

#include "procedure/sarap-dossier.h"
#include "records/sarap-lookup.h"

static void
print_reasons (SarapDossier *dossier)
{
  for (guint i = 0; i < dossier->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (dossier->reasons, SarapReason, i);
      g_autofree char *paragraph =
          reason->paragraph != 0 ? sarap_say_paragraph (reason->paragraph) : g_strdup ("");
      g_autofree char *sentence = sarap_dossier_say_reason (dossier, reason);

      /* bytes are not columns: a Kazakh paragraph has letters of two bytes */
      g_print ("%s%*s%s\n", paragraph, (int) MAX (7 - g_utf8_strlen (paragraph, -1), 1), "",
               sentence);
    }
}

/* How the status of an officer comes about */
int
sarapctl_explain (const SarapctlOptions *options)
{
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (SarapDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  SarapDate on = sarapctl_today ();
  gint64 officer_id;
  int status;

  if (options->on != NULL && !sarapctl_read_date (options->on, "--on", &on))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_KNOWN, &status)) == NULL)
    return status;
  if ((officer_id = sarap_lookup_officer (db, options->arguments[0], &error)) == 0 ||
      (dossier = sarap_dossier_load (db, officer_id, on, 0, &error)) == NULL)
    return sarapctl_fail (error);
  print_reasons (dossier);
  return SARAPCTL_DONE;
}
