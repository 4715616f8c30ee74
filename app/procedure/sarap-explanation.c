#include "procedure/sarap-explanation.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

static void
append_head (GString *text, SarapOfficerFile *file)
{
  g_autofree char *name = sarap_officer_file_name_officer (file->officer);
  g_autofree char *on = sarap_format_date (file->on);

  /* TRANSLATORS: above an explanation that is copied: an officer's name, and their IIN */
  g_string_append_printf (text, _ ("%1$s, IIN %2$s"), name,
                          sarap_record_get (file->officer, "iin"));
  g_string_append_c (text, '\n');
  /* TRANSLATORS: above an explanation that is copied: the day asked for */
  g_string_append_printf (text, _ ("As of %s"), on);
  g_string_append_c (text, '\n');
  /* TRANSLATORS: above an explanation that is copied: the Instruction, named in full */
  g_string_append_printf (text, _ ("Cited below: %s."), sarap_format_instruction ());
  g_string_append_c (text, '\n');
}

static void
append_heading (GString *text, const char *heading)
{
  g_string_append_printf (text, "\n%s\n", heading);
}

/* A paragraph in words, as in a letter */
static void
append_reason (GString *text, SarapOfficerFile *file, const SarapReason *reason)
{
  g_autofree char *sentence = sarap_officer_file_format_reason (file, reason);

  if (reason->paragraph == 0)
    g_string_append (text, sentence);
  else if (reason->own_reading)
    /* TRANSLATORS: a paragraph of the Instruction with the mark of a house rule, and a sentence */
    g_string_append_printf (text, _ ("Paragraph %1$u*: %2$s"), reason->paragraph, sentence);
  else
    /* TRANSLATORS: a paragraph of the Instruction, and a sentence that follows from it */
    g_string_append_printf (text, _ ("Paragraph %1$u: %2$s"), reason->paragraph, sentence);
  g_string_append_c (text, '\n');
}

/* The index of the reason that concludes the steps: the status, or else that the officer is not in
   service */
static guint
find_conclusion (const SarapReasons *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    if (g_array_index (reasons, SarapReason, i).kind == SARAP_REASON_STATUS)
      return i;
  return 0;
}

char *
sarap_explanation_format (SarapOfficerFile *file)
{
  GString *text = g_string_new (NULL);
  guint conclusion = find_conclusion (file->reasons);
  gboolean own_readings = FALSE;

  append_head (text, file);
  /* TRANSLATORS: a heading: what follows from the steps below */
  append_heading (text, _ ("Conclusion"));
  append_reason (text, file, &g_array_index (file->reasons, SarapReason, conclusion));
  if (file->reasons->len > 1)
    /* TRANSLATORS: a heading: the steps that lead to the conclusion */
    append_heading (text, _ ("Grounds"));
  for (guint i = 0; i < file->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (file->reasons, SarapReason, i);

      if (i != conclusion)
        append_reason (text, file, reason);
      own_readings = own_readings || reason->own_reading;
    }
  if (own_readings)
    g_string_append_printf (text, "\n%s\n", sarap_format_own_reading ());
  return g_string_free (text, FALSE);
}
