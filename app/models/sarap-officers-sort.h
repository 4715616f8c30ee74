#pragma once

#include "models/sarap-officer-cache.h"

G_BEGIN_DECLS

/**
 * SarapOfficersSort:
 *
 * The columns that the list can be sorted by. Officers with equal values are sorted by name in the
 * Kazakh order.
 */
typedef enum
{
  SARAP_SORT_NAME,
  SARAP_SORT_IIN,
  SARAP_SORT_BODY,
  SARAP_SORT_UNIT,
  SARAP_SORT_STATUS, /* the most urgent first */
  SARAP_SORT_DEADLINE,
  SARAP_SORT_COMMISSION, /* the Central one first */
  SARAP_SORTS
} SarapOfficersSort;

/**
 * sarap_officers_sort_parse:
 * @query: the query of a path, such as "status=due&sort=deadline"
 * @sort: (out): the column to sort by; unchanged if the query has none
 *
 * Returns: whether the query has an order
 */
gboolean sarap_officers_sort_parse (const char *query, SarapOfficersSort *sort);

/**
 * sarap_officers_sort:
 * @ids: (array length=n_ids): officers, in the order of their names; of their numbers for
 *   %SARAP_SORT_IIN
 * @n_ids: their number
 * @sort: the column to sort by
 * @descending: whether the order is reversed; officers without a value come last anyway
 * @cache: their standings
 */
void sarap_officers_sort (guint32 *ids,
                          guint n_ids,
                          SarapOfficersSort sort,
                          gboolean descending,
                          SarapOfficerCache *cache);

G_END_DECLS
