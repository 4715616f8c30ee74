#include "officers/sarap-filter-test.h"

struct _SarapFilterTest
{
  guint statuses;
  /* For each place of the roll's tables: whether it is among the keys; NULL: all are */
  gboolean *places[SARAP_FILTER_KEYS];
  gboolean central;
  gboolean spans; /* whether any is asked for */
  SarapDate from[SARAP_FILTER_SPANS];
  SarapDate until[SARAP_FILTER_SPANS];
};

static gboolean *
look_up (const SarapFilter *filter, SarapFilterKeysOf of, SarapRoll *roll)
{
  SarapRollPlaces *places = sarap_roll_get_places (roll);
  guint n = of == SARAP_FILTER_UNIT ? sarap_roll_n_units (roll) : sarap_roll_n_bodies (roll);
  gboolean *found = NULL;

  if (filter->keys[of]->len == 0)
    return NULL;
  found = g_new0 (gboolean, n);
  for (guint i = 1; places != NULL && i < n; i++)
    {
      const SarapRollPlace *place =
          of == SARAP_FILTER_UNIT ? sarap_roll_places_unit (places, sarap_roll_unit_id (roll, i))
                                  : sarap_roll_places_body (places, sarap_roll_body_id (roll, i));

      found[i] = place != NULL && sarap_filter_has_key (filter, of, place->key);
    }
  return found;
}

/**
 * sarap_filter_test_new:
 * @filter: a filter; its words are not looked for here
 * @roll: the roll whose entries will be tested, before it changes again
 *
 * Returns: (transfer full): the filter, ready for them
 */
SarapFilterTest *
sarap_filter_test_new (const SarapFilter *filter, SarapRoll *roll)
{
  SarapFilterTest *self = g_new0 (SarapFilterTest, 1);

  self->statuses = filter->statuses;
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    self->places[i] = look_up (filter, i, roll);
  self->central = sarap_filter_has_key (filter, SARAP_FILTER_COMMISSION, SARAP_FILTER_CENTRAL);
  for (guint i = 0; i < SARAP_FILTER_SPANS; i++)
    {
      self->spans = self->spans || filter->spans[i].kind != SARAP_FILTER_ANY;
      sarap_filter_span_days (&filter->spans[i], sarap_roll_get_today (roll), &self->from[i],
                              &self->until[i]);
      if (filter->spans[i].kind == SARAP_FILTER_ANY)
        self->until[i] = SARAP_DATE_NONE;
    }
  return self;
}

void
sarap_filter_test_free (SarapFilterTest *self)
{
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    g_free (self->places[i]);
  g_free (self);
}

static gboolean
commission_passes (const SarapFilterTest *self, const SarapRollEntry *entry)
{
  if (entry->central)
    return self->central;
  return self->places[SARAP_FILTER_COMMISSION][entry->body];
}

static gboolean
spans_pass (const SarapFilterTest *self, const SarapRollEntry *entry)
{
  const SarapDate days[SARAP_FILTER_SPANS] = { sarap_roll_day (entry->deadline),
                                               sarap_roll_day (entry->window_start),
                                               sarap_roll_day (entry->deferred_until) };

  for (guint i = 0; i < SARAP_FILTER_SPANS; i++)
    if (self->until[i] != SARAP_DATE_NONE &&
        (days[i] == SARAP_DATE_NONE || days[i] < self->from[i] || days[i] > self->until[i]))
      return FALSE;
  return TRUE;
}

/**
 * sarap_filter_test_passes:
 * @self: a filter made ready
 * @entry: where an officer stands
 *
 * Returns: whether they are shown
 */
gboolean
sarap_filter_test_passes (const SarapFilterTest *self, const SarapRollEntry *entry)
{
  if (self->statuses != 0 && !(self->statuses & (1u << entry->status)))
    return FALSE;
  if (self->places[SARAP_FILTER_BODY] != NULL && !self->places[SARAP_FILTER_BODY][entry->body])
    return FALSE;
  if (self->places[SARAP_FILTER_UNIT] != NULL && !self->places[SARAP_FILTER_UNIT][entry->unit])
    return FALSE;
  if (self->places[SARAP_FILTER_COMMISSION] != NULL && !commission_passes (self, entry))
    return FALSE;
  return !self->spans || spans_pass (self, entry);
}
