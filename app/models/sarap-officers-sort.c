#include "models/sarap-officers-sort.h"

#include "records/sarap-name-keys.h"

#include <string.h>

/* Two passes of 16 bits sort a million officers in some ten milliseconds; officers with equal keys
   keep their order */
#define RADIX_BITS 16
#define RADIX (1u << RADIX_BITS)

/* Comes last in both directions */
#define KEY_NONE G_MAXUINT32
/* Officers with a window but no deadline come after all deadlines, the earliest window first */
#define KEY_OPENS (KEY_NONE - 1 - G_MAXUINT16)

/* The words in the query of a path */
static const char *const sort_words[SARAP_SORTS] = {
  [SARAP_SORT_NAME] = "name",
  [SARAP_SORT_IIN] = "iin",
  [SARAP_SORT_BODY] = "body",
  [SARAP_SORT_UNIT] = "unit",
  [SARAP_SORT_STATUS] = "status",
  [SARAP_SORT_DEADLINE] = "deadline",
  [SARAP_SORT_COMMISSION] = "commission",
};

typedef struct
{
  guint32 key;
  guint32 id;
} Item;

/* A body or unit: its rank by name, and its index in the cache */
typedef struct
{
  guint32 rank;
  char *sort_key;
  guint index;
} Named;

static const guint32 status_ranks[SARAP_OFFICER_CACHE_STATUSES] = {
  [SARAP_STATUS_NONE] = KEY_NONE,
  [SARAP_STATUS_OVERDUE] = 1,
  [SARAP_STATUS_DUE] = 2,
  [SARAP_STATUS_REATTESTATION_DUE] = 3,
  [SARAP_STATUS_NEGATIVE] = 4,
  [SARAP_STATUS_REATTESTATION_UPCOMING] = 5,
  [SARAP_STATUS_DEFERRED] = 6,
  [SARAP_STATUS_UPCOMING] = 7,
  [SARAP_STATUS_NOT_IN_SERVICE] = 8,
};

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *one = a, *other = b;
  int order = strcmp (one->sort_key, other->sort_key);

  return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

static guint32 *
rank_bodies (SarapOfficerCache *cache, gboolean units)
{
  SarapBodies *bodies = sarap_officer_cache_get_bodies (cache);
  guint n = units ? sarap_officer_cache_n_units (cache) : sarap_officer_cache_n_bodies (cache);
  g_autofree Named *named = g_new0 (Named, n);
  guint32 *ranks = g_new0 (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      const SarapBody *body = NULL;

      if (bodies != NULL && i > 0)
        body = units ? sarap_bodies_unit (bodies, sarap_officer_cache_unit_id (cache, i))
                     : sarap_bodies_body (bodies, sarap_officer_cache_body_id (cache, i));
      named[i].index = i;
      named[i].sort_key = sarap_sort_key (sarap_body_get_name (body), NULL, NULL);
    }
  qsort (named, n, sizeof *named, compare_named);
  for (guint i = 0; i < n; i++)
    {
      /* the same name has the same rank: "Customs control" of any body */
      named[i].rank = i > 0 && g_str_equal (named[i].sort_key, named[i - 1].sort_key)
                          ? named[i - 1].rank
                          : i + 1;
      ranks[named[i].index] = named[i].rank;
    }
  for (guint i = 0; i < n; i++)
    g_free (named[i].sort_key);
  ranks[0] = KEY_NONE;
  return ranks;
}

static guint32
key_of (const SarapOfficerCacheEntry *entry, SarapOfficersSort sort, const guint32 *ranks)
{
  if (entry == NULL)
    return KEY_NONE;
  switch (sort)
    {
    case SARAP_SORT_STATUS:
      return status_ranks[entry->status];
    case SARAP_SORT_DEADLINE:
      if (entry->deadline != 0)
        return entry->deadline;
      return entry->window_start == 0 ? KEY_NONE : KEY_OPENS + entry->window_start;
    case SARAP_SORT_COMMISSION:
      return entry->central ? 0 : ranks[entry->body];
    case SARAP_SORT_UNIT:
      return ranks[entry->unit];
    default:
      return ranks[entry->body];
    }
}

static void
radix_pass (const Item *from, Item *to, guint n, guint shift)
{
  g_autofree guint *starts = g_new0 (guint, RADIX + 1);

  for (guint i = 0; i < n; i++)
    starts[((from[i].key >> shift) & (RADIX - 1)) + 1]++;
  for (guint digit = 0; digit < RADIX; digit++)
    starts[digit + 1] += starts[digit];
  for (guint i = 0; i < n; i++)
    to[starts[(from[i].key >> shift) & (RADIX - 1)]++] = from[i];
}

static void
reverse (guint32 *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids / 2; i++)
    {
      guint32 id = ids[i];

      ids[i] = ids[n_ids - 1 - i];
      ids[n_ids - 1 - i] = id;
    }
}

gboolean
sarap_officers_sort_parse (const char *query, SarapOfficersSort *sort)
{
  g_autoptr (GHashTable) values = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL);
  const char *word = values != NULL ? g_hash_table_lookup (values, "sort") : NULL;

  for (guint i = 0; word != NULL && i < SARAP_SORTS; i++)
    if (g_str_equal (sort_words[i], word))
      {
        *sort = i;
        return TRUE;
      }
  return FALSE;
}

void
sarap_officers_sort (guint32 *ids,
                     guint n_ids,
                     SarapOfficersSort sort,
                     gboolean descending,
                     SarapOfficerCache *cache)
{
  g_autofree Item *items = NULL;
  g_autofree Item *other = NULL;
  g_autofree guint32 *ranks = NULL;

  if (sort == SARAP_SORT_NAME || sort == SARAP_SORT_IIN)
    {
      if (descending)
        reverse (ids, n_ids);
      return;
    }
  items = g_new (Item, n_ids);
  other = g_new (Item, n_ids);
  if (sort != SARAP_SORT_STATUS && sort != SARAP_SORT_DEADLINE)
    ranks = rank_bodies (cache, sort == SARAP_SORT_UNIT);
  for (guint i = 0; i < n_ids; i++)
    {
      guint32 key = key_of (sarap_officer_cache_lookup (cache, ids[i]), sort, ranks);

      items[i].id = ids[i];
      items[i].key = descending && key < KEY_OPENS ? KEY_OPENS - 1 - key : key;
    }
  radix_pass (items, other, n_ids, 0);
  radix_pass (other, items, n_ids, RADIX_BITS);
  for (guint i = 0; i < n_ids; i++)
    ids[i] = items[i].id;
}
