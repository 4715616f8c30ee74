#include "models/sarap-filter-test.h"

struct _SarapFilterTest
{
  guint statuses;
  guint checks;
  /* For each index in the cache's tables: whether it is among the keys; NULL: all are */
  gboolean *bodies[SARAP_FILTER_KEYS];
  gboolean central;
  gboolean spans; /* whether any span is set */
  SarapDate from[SARAP_FILTER_SPANS];
  SarapDate until[SARAP_FILTER_SPANS];
};

static gboolean *
look_up (const SarapFilter *filter, SarapFilterKeysOf of, SarapOfficerCache *cache)
{
  SarapBodies *bodies = sarap_officer_cache_get_bodies (cache);
  guint n = of == SARAP_FILTER_UNIT ? sarap_officer_cache_n_units (cache)
                                    : sarap_officer_cache_n_bodies (cache);
  gboolean *found = NULL;

  if (filter->keys[of]->len == 0)
    return NULL;
  found = g_new0 (gboolean, n);
  for (guint i = 1; bodies != NULL && i < n; i++)
    {
      const SarapBody *body =
          of == SARAP_FILTER_UNIT
              ? sarap_bodies_unit (bodies, sarap_officer_cache_unit_id (cache, i))
              : sarap_bodies_body (bodies, sarap_officer_cache_body_id (cache, i));

      found[i] = body != NULL && sarap_filter_has_key (filter, of, body->key);
    }
  return found;
}

SarapFilterTest *
sarap_filter_test_new (const SarapFilter *filter, SarapOfficerCache *cache)
{
  SarapFilterTest *self = g_new0 (SarapFilterTest, 1);

  self->statuses = filter->statuses;
  self->checks = filter->checks;
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    self->bodies[i] = look_up (filter, i, cache);
  self->central = sarap_filter_has_key (filter, SARAP_FILTER_COMMISSION, SARAP_FILTER_CENTRAL);
  for (guint i = 0; i < SARAP_FILTER_SPANS; i++)
    {
      self->spans = self->spans || filter->spans[i].kind != SARAP_FILTER_ANY;
      sarap_filter_span_days (&filter->spans[i], sarap_officer_cache_get_today (cache),
                              &self->from[i], &self->until[i]);
      if (filter->spans[i].kind == SARAP_FILTER_ANY)
        self->until[i] = SARAP_DATE_NONE;
    }
  return self;
}

void
sarap_filter_test_free (SarapFilterTest *self)
{
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    g_free (self->bodies[i]);
  g_free (self);
}

static gboolean
commission_passes (const SarapFilterTest *self, const SarapOfficerCacheEntry *entry)
{
  if (entry->central)
    return self->central;
  return self->bodies[SARAP_FILTER_COMMISSION][entry->body];
}

static gboolean
spans_pass (const SarapFilterTest *self, const SarapOfficerCacheEntry *entry)
{
  const SarapDate days[SARAP_FILTER_SPANS] = { sarap_officer_cache_day (entry->deadline),
                                               sarap_officer_cache_day (entry->window_start),
                                               sarap_officer_cache_day (entry->deferred_until) };

  for (guint i = 0; i < SARAP_FILTER_SPANS; i++)
    if (self->until[i] != SARAP_DATE_NONE &&
        (days[i] == SARAP_DATE_NONE || days[i] < self->from[i] || days[i] > self->until[i]))
      return FALSE;
  return TRUE;
}

static gboolean
checks_pass (const SarapFilterTest *self, const SarapOfficerCacheEntry *entry)
{
  return ((self->checks & SARAP_FILTER_CHECK_IMPLAUSIBLE) && entry->implausible) ||
         ((self->checks & SARAP_FILTER_CHECK_OPEN_DEFERRAL) && entry->open_long);
}

gboolean
sarap_filter_test_passes (const SarapFilterTest *self, const SarapOfficerCacheEntry *entry)
{
  if (self->statuses != 0 && !(self->statuses & (1u << entry->status)))
    return FALSE;
  if (self->checks != 0 && !checks_pass (self, entry))
    return FALSE;
  if (self->bodies[SARAP_FILTER_BODY] != NULL && !self->bodies[SARAP_FILTER_BODY][entry->body])
    return FALSE;
  if (self->bodies[SARAP_FILTER_UNIT] != NULL && !self->bodies[SARAP_FILTER_UNIT][entry->unit])
    return FALSE;
  if (self->bodies[SARAP_FILTER_COMMISSION] != NULL && !commission_passes (self, entry))
    return FALSE;
  return !self->spans || spans_pass (self, entry);
}
