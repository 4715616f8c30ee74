#include "procedure/sarap-review-groups.h"

#include "procedure/sarap-review.h"
#include "records/sarap-name-keys.h"
#include "records/sarap-officer-list.h"

#include <string.h>

/* Officers of one date whose names are not read yet. More are sorted and cut at once, so that
   memory does not grow with their number. */
#define TIED_MOST 60

typedef struct
{
  SarapReviewGroups *groups;
  char last[16];
} Slice;

static void
entry_free (gpointer data)
{
  SarapReviewEntry *entry = data;

  g_free (entry->name);
  g_free (entry->sort_key);
  g_free (entry->position_kk);
  g_free (entry->position_ru);
  g_free (entry);
}

SarapReviewGroups *
sarap_review_groups_new (SarapDate today, gint64 body_id)
{
  SarapReviewGroups *self = g_new0 (SarapReviewGroups, 1);

  self->today = today;
  self->body_id = body_id;
  for (guint i = 0; i < SARAP_REVIEW_GROUPS; i++)
    self->entries[i] = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

void
sarap_review_groups_free (SarapReviewGroups *self)
{
  for (guint i = 0; i < SARAP_REVIEW_GROUPS; i++)
    g_ptr_array_unref (self->entries[i]);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  g_free (self);
}

static void
add_entry (SarapReviewGroups *self,
           SarapReviewGroupKind kind,
           const SarapReviewLine *line,
           SarapDate date)
{
  SarapReviewEntry *entry = g_new0 (SarapReviewEntry, 1);

  entry->officer_id = line->officer_id;
  entry->status = line->standing.status;
  entry->date = date;
  entry->body_id = line->body_id;
  entry->unit_id = line->unit_id;
  entry->since = line->standing.position_since;
  g_ptr_array_add (self->entries[kind], entry);
  self->totals[kind]++;
}

static gboolean
is_soon (SarapDate date, SarapDate today)
{
  return date >= today && date <= today + SARAP_REVIEW_DAYS_AHEAD;
}

static void
add_by_status (SarapReviewGroups *self, const SarapReviewLine *line)
{
  const SarapStanding *standing = &line->standing;

  switch (standing->status)
    {
    case SARAP_STATUS_OVERDUE:
      add_entry (self, SARAP_REVIEW_OVERDUE, line, standing->deadline);
      break;
    case SARAP_STATUS_DUE:
      add_entry (self, SARAP_REVIEW_DUE, line, standing->deadline);
      break;
    case SARAP_STATUS_REATTESTATION_DUE:
      add_entry (self, SARAP_REVIEW_REATTESTATION_DUE, line, standing->window_start);
      break;
    case SARAP_STATUS_NEGATIVE:
      /* the Instruction sets no day for the end of service (§43) */
      add_entry (self, SARAP_REVIEW_NEGATIVE, line, SARAP_DATE_NONE);
      break;
    case SARAP_STATUS_DEFERRED:
      if (is_soon (line->deferred_until, self->today))
        add_entry (self, SARAP_REVIEW_DEFERRAL_ENDS, line, line->deferred_until);
      break;
    case SARAP_STATUS_UPCOMING:
    case SARAP_STATUS_REATTESTATION_UPCOMING:
      if (is_soon (standing->window_start, self->today))
        add_entry (self, SARAP_REVIEW_OPENS, line, standing->window_start);
      break;
    case SARAP_STATUS_NOT_IN_SERVICE:
    case SARAP_STATUS_NONE:
    default:
      break;
    }
}

static gboolean
on_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  Slice *slice = data;
  SarapReviewGroups *self = slice->groups;

  g_strlcpy (slice->last, line->iin, sizeof slice->last);
  self->officers++;
  if (self->body_id != 0 && line->body_id != self->body_id)
    return TRUE;
  self->counts[line->standing.status]++;
  add_by_status (self, line);
  if (line->open_long != SARAP_DATE_NONE)
    add_entry (self, SARAP_REVIEW_OPEN_LONG, line, line->open_long);
  if (line->implausible)
    add_entry (self, SARAP_REVIEW_IMPLAUSIBLE, line, SARAP_DATE_NONE);
  return TRUE;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  SarapDate one = sarap_date_or_far ((*(SarapReviewEntry *const *) a)->date);
  SarapDate other = sarap_date_or_far ((*(SarapReviewEntry *const *) b)->date);

  return (one > other) - (one < other);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SarapReviewEntry *one = *(SarapReviewEntry *const *) a;
  const SarapReviewEntry *other = *(SarapReviewEntry *const *) b;
  int order = compare_dates (a, b);

  if (order == 0)
    order = g_strcmp0 (one->sort_key, other->sort_key);
  /* officers with the same name keep one order, independent of slices */
  return order != 0 ? order
                    : (one->officer_id > other->officer_id) - (one->officer_id < other->officer_id);
}

static void
on_row (const SarapOfficerListRow *row, gpointer data)
{
  SarapReviewEntry *entry = g_hash_table_lookup (data, GSIZE_TO_POINTER (row->officer_id));

  if (entry == NULL || entry->name != NULL)
    return;
  entry->name = g_strjoin (" ", row->surname, row->given_name, row->patronymic, NULL);
  entry->sort_key = sarap_sort_key (row->surname, row->given_name, row->patronymic);
  entry->position_kk = g_strdup (row->position_kk);
  entry->position_ru = g_strdup (row->position_ru);
}

static gboolean
name_entries (GPtrArray *entries, SarapDatabase *db, GError **error)
{
  g_autoptr (GHashTable) nameless = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SarapOfficerListKey));

  for (guint i = 0; i < entries->len; i++)
    {
      SarapReviewEntry *entry = entries->pdata[i];
      SarapOfficerListKey key = { entry->officer_id, entry->since };

      if (entry->name != NULL)
        continue;
      g_hash_table_insert (nameless, GSIZE_TO_POINTER (entry->officer_id), entry);
      g_array_append_val (keys, key);
    }
  return keys->len == 0 ||
         sarap_officer_list_rows (db, (const SarapOfficerListKey *) (gconstpointer) keys->data,
                                  keys->len, on_row, nameless, error);
}

/* Keeps those who can still be among the first: all officers of the last one's date, since their
   names decide */
static void
cut_dates (GPtrArray *entries)
{
  guint keep = SARAP_REVIEW_SHOWN;

  if (entries->len <= SARAP_REVIEW_SHOWN)
    return;
  g_ptr_array_sort (entries, compare_dates);
  while (keep < entries->len &&
         compare_dates (&entries->pdata[keep - 1], &entries->pdata[keep]) == 0)
    keep++;
  g_ptr_array_set_size (entries, (int) keep);
}

/* Sorts by date and name, and keeps the first */
static gboolean
cut_names (GPtrArray *entries, SarapDatabase *db, GError **error)
{
  if (!name_entries (entries, db, error))
    return FALSE;
  /* removed between the two questions */
  for (guint i = entries->len; i > 0; i--)
    if (((SarapReviewEntry *) entries->pdata[i - 1])->name == NULL)
      g_ptr_array_remove_index_fast (entries, i - 1);
  g_ptr_array_sort (entries, compare_entries);
  g_ptr_array_set_size (entries, MIN ((int) entries->len, SARAP_REVIEW_SHOWN));
  return TRUE;
}

gboolean
sarap_review_groups_read (
    SarapReviewGroups *self, SarapDatabase *db, char **after, guint limit, GError **error)
{
  Slice slice = { self, "" };
  int officers = sarap_review_slice (db, self->today, *after, limit, on_line, &slice, error);
  gboolean last = officers < (int) limit;

  g_clear_pointer (after, g_free);
  if (officers < 0)
    return FALSE;
  for (guint i = 0; i < SARAP_REVIEW_GROUPS; i++)
    {
      cut_dates (self->entries[i]);
      if ((last || self->entries[i]->len > TIED_MOST) && !cut_names (self->entries[i], db, error))
        return FALSE;
    }
  if (last)
    return (self->bodies = sarap_bodies_read (db, error)) != NULL;
  *after = g_strdup (slice.last);
  return TRUE;
}
