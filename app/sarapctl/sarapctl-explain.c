#include "sarapctl/sarapctl.h"

#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-sentences.h"
#include "records/sarap-lookup.h"
#include "sarapctl/sarapctl-output.h"

#include <glib/gi18n.h>

/* Characters before the sentences, for the number of the paragraph */
#define MARGIN 8

static const char *const columns[] = { "paragraph", "house_rule", "sentence", NULL };

/* For people, in the form of the language */
static void
say_line (const char *paragraph, const char *sentence)
{
  int width = MARGIN - (int) g_utf8_strlen (paragraph, -1);

  g_print ("%s%*s%s\n", paragraph, MAX (width, 1), "", sentence);
}

/* For people, as a text */
static void
say_reasons (SarapOfficerFile *file)
{
  gboolean own_readings = FALSE;

  for (guint i = 0; i < file->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (file->reasons, SarapReason, i);
      g_autofree char *paragraph = sarap_format_paragraph (reason->paragraph, reason->own_reading);
      g_autofree char *sentence = sarap_officer_file_format_reason (file, reason);

      say_line (paragraph, sentence);
      own_readings = own_readings || reason->own_reading;
    }
  if (own_readings)
    g_print ("%s\n", sarap_format_own_reading ());
}

/* For programs: the number of the paragraph, and whether it is a house rule */
static void
list_reasons (SarapOfficerFile *file, const char *format)
{
  SarapctlOutput *output = sarapctl_output_new (format, columns);

  for (guint i = 0; i < file->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (file->reasons, SarapReason, i);
      g_autofree char *paragraph = g_strdup_printf ("%u", reason->paragraph);
      g_autofree char *sentence = sarap_officer_file_format_reason (file, reason);
      const char *values[] = { reason->paragraph != 0 ? paragraph : "",
                               reason->own_reading ? "yes" : "no", sentence };

      sarapctl_output_line (output, values);
    }
  sarapctl_output_end (output);
}

/* Explains the status of an officer step by step; prints a list only on request */
int
sarapctl_explain (const SarapctlOptions *options)
{
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (SarapOfficerFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  SarapDate on = sarapctl_today ();
  gint64 officer_id;
  int status;

  if (options->on != NULL && !sarapctl_read_date (options->on, "--on", &on))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_KNOWN, &status)) == NULL)
    return status;
  if ((officer_id = sarap_lookup_officer (db, options->arguments[0], &error)) == 0 ||
      !(file = sarap_officer_file_load (db, officer_id, on, 0, &error)))
    return sarapctl_fail (error);
  if (options->format != NULL)
    {
      list_reasons (file, options->format);
      return SARAPCTL_DONE;
    }
  name = sarap_officer_file_name_officer (file->officer);
  g_print ("%s %s\n", options->arguments[0], name);
  say_reasons (file);
  return SARAPCTL_DONE;
}
