#include "sarapctl/sarapctl.h"

#include "procedure/sarap-plausible-review.h"
#include "procedure/sarap-warning-sentences.h"
#include "sarapctl/sarapctl-output.h"

static const char *const columns[] = { "iin",        "warning",   "paragraph", "house_rule",
                                       "record",     "kind",      "day",       "other_record",
                                       "other_kind", "other_day", "sentence",  NULL };

static const char *
record_word (SarapFilePart part)
{
  static const char *const words[] = { "", "officer", "service", "deferral", "attestation" };

  return words[part];
}

/* "5, 6" */
static char *
say_paragraphs (const SarapWarning *warning)
{
  GString *paragraphs = g_string_new (NULL);

  for (guint i = 0; i < SARAP_WARNING_PARAGRAPHS && warning->paragraphs[i] != 0; i++)
    g_string_append_printf (paragraphs, "%s%u", i > 0 ? ", " : "", warning->paragraphs[i]);
  return g_string_free (paragraphs, FALSE);
}

static void
put_line (SarapctlOutput *output, const SarapPlausibleLine *line, const SarapWarning *warning)
{
  g_autofree char *paragraphs = say_paragraphs (warning);
  g_autofree char *sentence = sarap_format_warning (warning);
  char day_text[SARAP_DATE_TEXT], other_day_text[SARAP_DATE_TEXT];
  const char *kind, *other_kind;
  SarapDate day, other_day;

  sarap_plausible_name_record (line->career, warning->part, warning->index, &kind, &day);
  sarap_plausible_name_record (line->career, warning->other_part, warning->other, &other_kind,
                               &other_day);
  sarapctl_output_line (output, (const char *[]){
                                    line->iin,
                                    sarap_code_text (sarap_warning_kinds, (int) warning->kind),
                                    paragraphs,
                                    warning->house_rule ? "yes" : "",
                                    record_word (warning->part),
                                    kind,
                                    sarap_date_to_text (day, day_text),
                                    record_word (warning->other_part),
                                    other_kind,
                                    sarap_date_to_text (other_day, other_day_text),
                                    sentence,
                                });
}

static gboolean
on_line (const SarapPlausibleLine *line, gpointer data, GError **error)
{
  for (guint i = 0; i < line->n_warnings; i++)
    put_line (data, line, &line->warnings[i]);
  return TRUE;
}

gboolean
sarapctl_list_plausible (
    SarapDatabase *db, const char *format, gint64 body_id, SarapDate today, GError **error)
{
  SarapctlOutput *output = sarapctl_output_new (format, columns);
  gboolean listed = sarap_plausible_visit (db, body_id, today, on_line, output, NULL, error);

  sarapctl_output_end (output);
  return listed;
}
