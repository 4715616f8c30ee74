#pragma once

#include "models/sarap-officer-cache.h"

G_BEGIN_DECLS

/**
 * SarapOfficersSort:
 *
 * What the list can be sorted by. Those of the same place stand by their names, as Kazakh sorts.
 */
typedef enum
{
  SARAP_SORT_NAME,
  SARAP_SORT_IIN,
  SARAP_SORT_BODY,
  SARAP_SORT_UNIT,
  SARAP_SORT_STATUS, /* what presses most first */
  SARAP_SORT_DEADLINE,
  SARAP_SORT_COMMISSION, /* the Central one first */
  SARAP_SORTS
} SarapOfficersSort;

/**
 * sarap_officers_sort_parse:
 * @query: the query of a path, such as "status=due&sort=deadline"
 * @sort: (out): by what it wants the list sorted; left alone where it wants nothing
 *
 * Returns: whether it wants an order
 */
gboolean sarap_officers_sort_parse (const char *query, SarapOfficersSort *sort);

/**
 * sarap_officers_sort:
 * @ids: (array length=n_ids): officers, in the order of their names; of their numbers for
 *   %SARAP_SORT_IIN
 * @n_ids: how many
 * @sort: by what they are sorted
 * @descending: whether the last comes first; what has no value stands last all the same
 * @cache: where they stand
 */
void sarap_officers_sort (guint32 *ids,
                          guint n_ids,
                          SarapOfficersSort sort,
                          gboolean descending,
                          SarapOfficerCache *cache);

G_END_DECLS
