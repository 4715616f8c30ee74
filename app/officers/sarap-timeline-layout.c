#include "officers/sarap-timeline-layout.h"

/* Months of room after the last item */
#define MONTHS_BEHIND 6
/* Greatest number of months after today, even if a record ends on 31.12.9999 */
#define MONTHS_AHEAD (20 * 12)

static void
item_free (gpointer data)
{
  SarapTimelineItem *item = data;

  g_free (item->label);
  g_free (item->detail);
  g_free (item);
}

SarapTimelineLayout *
sarap_timeline_layout_new (void)
{
  SarapTimelineLayout *self = g_new0 (SarapTimelineLayout, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);
  return self;
}

void
sarap_timeline_layout_free (SarapTimelineLayout *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

SarapTimelineItem *
sarap_timeline_layout_add (
    SarapTimelineLayout *self, SarapTimelineKind kind, int look, SarapDate start, SarapDate end)
{
  SarapTimelineItem *item = g_new0 (SarapTimelineItem, 1);

  item->kind = kind;
  item->look = look;
  item->start = start;
  item->end = end;
  g_ptr_array_add (self->items, item);
  return item;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SarapTimelineItem *one = *(SarapTimelineItem *const *) a;
  const SarapTimelineItem *other = *(SarapTimelineItem *const *) b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return (sarap_date_or_far (one->end) > sarap_date_or_far (other->end)) -
         (sarap_date_or_far (one->end) < sarap_date_or_far (other->end));
}

/* Each employment gets the lowest lane that is free at its beginning */
static void
assign_lanes (SarapTimelineLayout *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (SarapDate));

  for (guint i = 0; i < self->items->len; i++)
    {
      SarapTimelineItem *item = g_ptr_array_index (self->items, i);
      SarapDate end = sarap_date_or_far (item->end);
      guint lane = 0;

      if (item->kind != SARAP_TIMELINE_EMPLOYMENT)
        continue;
      while (lane < ends->len && g_array_index (ends, SarapDate, lane) >= item->start)
        lane++;
      if (lane == ends->len)
        g_array_append_val (ends, end);
      else
        g_array_index (ends, SarapDate, lane) = end;
      item->lane = lane;
    }
  self->n_lanes = ends->len;
}

void
sarap_timeline_layout_arrange (SarapTimelineLayout *self, SarapDate today)
{
  self->today = today;
  self->from = self->to = today;
  g_ptr_array_sort (self->items, compare_items);
  assign_lanes (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      const SarapTimelineItem *item = g_ptr_array_index (self->items, i);

      self->from = MIN (self->from, item->start);
      self->to = MAX (self->to, MAX (item->start, item->end));
    }
  self->to = MIN (self->to, sarap_date_add_months (today, MONTHS_AHEAD));
  self->to = sarap_date_add_months (self->to, MONTHS_BEHIND);
  if (self->from > sarap_date_add_months (self->to, -36))
    self->from = sarap_date_add_months (self->to, -36);
}

double
sarap_timeline_scale_x (const SarapTimelineScale *self, SarapDate date)
{
  if (self->to <= self->from)
    return 0;
  return (double) (date - self->from) * self->width / (double) (self->to - self->from);
}

int
sarap_timeline_scale_year_step (const SarapTimelineScale *self, double least)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  double year = self->width * 365.25 / MAX (self->to - self->from, 1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (year * steps[i] >= least)
      return steps[i];
  return 1000;
}
