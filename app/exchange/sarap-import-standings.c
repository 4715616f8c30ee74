#include "exchange/sarap-import.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

/* What an import would do to where officers stand, in words. */

static const char *
say_status (SarapStatus status)
{
  return _ (sarap_code_label (sarap_statuses, status));
}

static char *
say_date (SarapDate date)
{
  return date == SARAP_DATE_NONE ? g_strdup ("—") : sarap_format_date (date);
}

static void
append_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

char *
sarap_import_count_standings (SarapImport *self)
{
  GPtrArray *standings = sarap_import_get_standings (self);
  guint n[SARAP_STATUS_NEGATIVE + 1][SARAP_STATUS_NEGATIVE + 1] = { 0 };
  guint n_moved = 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < standings->len; i++)
    {
      const SarapImportStanding *standing = standings->pdata[i];

      n[standing->before][standing->after]++;
      n_moved += standing->before == standing->after;
    }
  for (guint from = 0; from <= SARAP_STATUS_NEGATIVE; from++)
    for (guint to = 0; to <= SARAP_STATUS_NEGATIVE; to++)
      if (from != to && n[from][to] > 0)
        /* TRANSLATORS: %1$s and %2$s: statuses, before and after; %3$'u: of how many officers */
        append_line (text, g_strdup_printf (_ ("%1$s → %2$s: %3$'u"), say_status (from),
                                            say_status (to), n[from][to]));
  if (n_moved > 0)
    append_line (text, g_strdup_printf (_ ("The deadline alone: %'u"), n_moved));
  return g_string_free (text, FALSE);
}

char *
sarap_import_standing_text (const SarapImportStanding *standing)
{
  g_autofree char *was = say_date (standing->deadline_before);
  g_autofree char *will = say_date (standing->deadline_after);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", standing->officer != NULL ? standing->officer : "",
                          standing->iin);
  if (standing->before != standing->after)
    g_string_append_printf (text, " · %s: %s → %s", _ ("Status"), say_status (standing->before),
                            say_status (standing->after));
  if (standing->deadline_before != standing->deadline_after)
    g_string_append_printf (text, " · %s: %s → %s", _ ("Deadline"), was, will);
  return g_string_free (text, FALSE);
}
