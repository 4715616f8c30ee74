#include "sarapctl/sarapctl.h"

#include "procedure/sarap-review.h"
#include "records/sarap-lookup.h"
#include "sarapctl/sarapctl-output.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const columns[] = {
  "iin",  "status",       "obligation", "continuous_since", "position_since",
  "term", "window_start", "deadline",   "deferral",         "commission",
  NULL
};

typedef struct
{
  SarapctlOutput *output;
  SarapDate until;
  gint64 body_id; /* 0 for all bodies */
  gboolean all;
} Due;

static gboolean
on_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  Due *due = data;
  const SarapStanding *standing = &line->standing;
  char continuous_since[SARAP_DATE_TEXT], position_since[SARAP_DATE_TEXT];
  char term[SARAP_DATE_TEXT], window_start[SARAP_DATE_TEXT], deadline[SARAP_DATE_TEXT];
  const char *values[] = {
    line->iin,
    sarap_code_text (sarap_statuses, standing->status),
    sarap_code_text (sarap_obligations, standing->obligation),
    sarap_date_to_text (standing->continuous_since, continuous_since),
    sarap_date_to_text (standing->position_since, position_since),
    sarap_date_to_text (standing->term, term),
    sarap_date_to_text (standing->window_start, window_start),
    sarap_date_to_text (standing->deadline, deadline),
    sarap_code_text (sarap_deferral_kinds, standing->deferral),
    standing->obligation != SARAP_OBLIGATION_NONE ? line->commission : "",
  };

  if (due->body_id != 0 && due->body_id != line->body_id)
    return TRUE;
  if (due->all || sarap_rules_listed (standing, due->until))
    sarapctl_output_line (due->output, values);
  return TRUE;
}

static gboolean
read_days (const SarapctlOptions *options, SarapDate *on, SarapDate *until)
{
  *on = sarapctl_today ();
  if (options->on != NULL && !sarapctl_read_date (options->on, "--on", on))
    return FALSE;
  *until = sarap_date_add_months (*on, 6); /* §14 */
  if (options->until != NULL && !sarapctl_read_date (options->until, "--until", until))
    return FALSE;
  if (*until >= *on)
    return TRUE;
  sarapctl_misuse (_ ("--until is before --on."));
  return FALSE;
}

/* The half-yearly review (§14) */
int
sarapctl_due (const SarapctlOptions *options)
{
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  Due due = { .all = options->all };
  SarapDate on;
  gboolean visited;
  int status;

  if (!read_days (options, &on, &due.until))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_KNOWN, &status)) == NULL)
    return status;
  if (options->body != NULL && (due.body_id = sarap_lookup_body (db, options->body, &error)) == 0)
    return sarapctl_fail (error);
  due.output = sarapctl_output_new (options->format, columns);
  visited = sarap_review_visit (db, on, on_line, &due, NULL, &error);
  sarapctl_output_end (due.output);
  return visited ? SARAPCTL_DONE : sarapctl_fail (error);
}
