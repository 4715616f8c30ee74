#include "officers/sarap-filter-format.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

/* Values that a chip names; further ones are counted */
#define NAMED_MOST 2

static const struct
{
  const char *title;
  int keys;
  int span;
} criteria[SARAP_CRITERIA] = {
  [SARAP_CRITERION_STATUS] = { N_ ("Status"), -1, -1 },
  [SARAP_CRITERION_BODY] = { N_ ("Body"), SARAP_FILTER_BODY, -1 },
  [SARAP_CRITERION_UNIT] = { N_ ("Unit"), SARAP_FILTER_UNIT, -1 },
  [SARAP_CRITERION_COMMISSION] = { N_ ("Commission"), SARAP_FILTER_COMMISSION, -1 },
  [SARAP_CRITERION_DEADLINE] = { N_ ("Deadline"), -1, SARAP_FILTER_DEADLINE },
  [SARAP_CRITERION_OPENS] = { N_ ("May be attested from"), -1, SARAP_FILTER_OPENS },
  [SARAP_CRITERION_DEFERRAL] = { N_ ("Deferral ends"), -1, SARAP_FILTER_DEFERRAL },
  [SARAP_CRITERION_CHECK] = { N_ ("To check"), -1, -1 },
};

const char *
sarap_criterion_title (SarapCriterion criterion)
{
  return _ (criteria[criterion].title);
}

int
sarap_criterion_keys (SarapCriterion criterion)
{
  return criteria[criterion].keys;
}

int
sarap_criterion_span (SarapCriterion criterion)
{
  return criteria[criterion].span;
}

gboolean
sarap_criterion_asked (SarapCriterion criterion, const SarapFilter *filter)
{
  if (criteria[criterion].keys >= 0)
    return filter->keys[criteria[criterion].keys]->len > 0;
  if (criteria[criterion].span >= 0)
    return filter->spans[criteria[criterion].span].kind != SARAP_FILTER_ANY;
  return criterion == SARAP_CRITERION_CHECK ? filter->checks != 0 : filter->statuses != 0;
}

void
sarap_criterion_clear (SarapCriterion criterion, SarapFilter *filter)
{
  if (criteria[criterion].keys >= 0)
    g_ptr_array_set_size (filter->keys[criteria[criterion].keys], 0);
  else if (criteria[criterion].span >= 0)
    filter->spans[criteria[criterion].span] = (SarapFilterSpan){ SARAP_FILTER_ANY };
  else if (criterion == SARAP_CRITERION_CHECK)
    filter->checks = 0;
  else
    filter->statuses = 0;
}

const char *
sarap_filter_span_say (SarapFilterSpanKind kind)
{
  static const char *const words[] = {
    [SARAP_FILTER_ANY] = N_ ("Any day"),
    [SARAP_FILTER_PAST] = N_ ("In the past"),
    [SARAP_FILTER_THIS_MONTH] = N_ ("This month"),
    [SARAP_FILTER_THIRTY_DAYS] = N_ ("Within 30 days"),
    [SARAP_FILTER_THREE_MONTHS] = N_ ("Within 3 months"),
    [SARAP_FILTER_SIX_MONTHS] = N_ ("Within 6 months"),
    [SARAP_FILTER_RANGE] = N_ ("From one day to another"),
  };

  return _ (words[kind]);
}

const char *
sarap_filter_check_say (SarapFilterCheck check)
{
  return check == SARAP_FILTER_CHECK_OPEN_DEFERRAL ? _ ("Deferred for long without an end")
                                                   : _ ("Records that do not fit together");
}

/* The name of a body, a unit or a commission */
static char *
say_key (SarapFilterKeysOf of, const char *key, SarapBodies *bodies)
{
  const SarapBody *place = NULL;

  if (of == SARAP_FILTER_COMMISSION && g_str_equal (key, SARAP_FILTER_CENTRAL))
    return g_strdup (_ ("Central commission"));
  if (bodies != NULL)
    place = of == SARAP_FILTER_UNIT ? sarap_bodies_find_unit (bodies, key)
                                    : sarap_bodies_find_body (bodies, key);
  return g_strdup (place != NULL ? sarap_body_get_name (place) : key);
}

static char *
say_range (const SarapFilterSpan *span)
{
  g_autofree char *from = sarap_format_date (span->from != SARAP_DATE_NONE ? span->from : 1);
  g_autofree char *until = sarap_format_date (span->until != SARAP_DATE_NONE ? span->until : 1);

  /* a range is chosen, but neither day is set yet */
  if (span->from == SARAP_DATE_NONE && span->until == SARAP_DATE_NONE)
    return g_strdup (sarap_filter_span_say (span->kind));
  if (span->until == SARAP_DATE_NONE)
    /* TRANSLATORS: %s is a date: that day or later */
    return g_strdup_printf (_ ("from %s"), from);
  if (span->from == SARAP_DATE_NONE)
    /* TRANSLATORS: %s is a date: that day or earlier */
    return g_strdup_printf (_ ("until %s"), until);
  /* TRANSLATORS: two dates, the first and the last day */
  return g_strdup_printf (_ ("%1$s – %2$s"), from, until);
}

static GPtrArray *
chosen_names (SarapCriterion criterion, const SarapFilter *filter, SarapBodies *bodies)
{
  GPtrArray *names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  int keys = criteria[criterion].keys;

  for (guint i = 0; keys >= 0 && i < filter->keys[keys]->len; i++)
    g_ptr_array_add (names, say_key (keys, filter->keys[keys]->pdata[i], bodies));
  for (guint i = 1; criterion == SARAP_CRITERION_STATUS && sarap_statuses[i].code != NULL; i++)
    if (filter->statuses & (1u << i))
      g_ptr_array_add (names, g_strdup (_ (sarap_statuses[i].label)));
  for (guint i = 0; criterion == SARAP_CRITERION_CHECK && i < SARAP_FILTER_CHECKS; i++)
    if (filter->checks & (1u << i))
      g_ptr_array_add (names, g_strdup (sarap_filter_check_say (1u << i)));
  return names;
}

char *
sarap_criterion_say (SarapCriterion criterion, const SarapFilter *filter, SarapBodies *bodies)
{
  g_autoptr (GPtrArray) names = chosen_names (criterion, filter, bodies);
  g_autofree char *value = NULL;

  if (criteria[criterion].span >= 0)
    {
      const SarapFilterSpan *span = &filter->spans[criteria[criterion].span];

      value = span->kind == SARAP_FILTER_RANGE ? say_range (span)
                                               : g_strdup (sarap_filter_span_say (span->kind));
    }
  else if (names->len <= NAMED_MOST)
    value = g_strjoinv (", ", (char **) names->pdata);
  else
    value = g_strdup_printf (ngettext ("%u chosen", "%u chosen", names->len), names->len);
  /* TRANSLATORS: what a filter asks for: %1$s such as "Status", %2$s such as "Overdue" */
  return g_strdup_printf (_ ("%1$s: %2$s"), sarap_criterion_title (criterion), value);
}
