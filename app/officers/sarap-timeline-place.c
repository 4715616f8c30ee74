#include "officers/sarap-timeline-draw.h"

/* From the top: the word "today", the lanes, the axis, the window, the years */
#define TOP 22
#define LANE 30
#define MOST_LANES 5
#define ABOVE_AXIS 12
#define BELOW_AXIS 34
#define POINT 12
#define WINDOW_BELOW 9
#define WINDOW_HEIGHT 5
#define REACH 4

static int
lanes_height (const SarapTimelineLayout *layout)
{
  return (int) CLAMP (layout->n_lanes, 1, MOST_LANES) * LANE;
}

double
sarap_timeline_view_axis (const SarapTimelineLayout *layout)
{
  return TOP + lanes_height (layout) + ABOVE_AXIS;
}

int
sarap_timeline_view_height (const SarapTimelineLayout *layout)
{
  return layout == NULL ? TOP + LANE : (int) sarap_timeline_view_axis (layout) + BELOW_AXIS;
}

static void
place_bar (const SarapTimelineView *view, double x, double end, guint lane, graphene_rect_t *place)
{
  /* lanes become thinner if they do not all fit */
  double pitch = (double) lanes_height (view->layout) / MAX (view->layout->n_lanes, 1);
  double gap = MIN (4, pitch / 4);
  double bottom = TOP + lanes_height (view->layout) - pitch * lane;

  graphene_rect_init (place, (float) x, (float) (bottom - pitch + gap / 2),
                      (float) MAX (end - x - 1, 3), (float) (pitch - gap));
}

gboolean
sarap_timeline_view_place (const SarapTimelineView *view,
                           const SarapTimelineItem *item,
                           graphene_rect_t *place)
{
  const SarapTimelineLayout *layout = view->layout;
  SarapDate last = item->end == SARAP_DATE_NONE ? view->scale.to : MIN (item->end, view->scale.to);
  double x =
      view->margin + sarap_timeline_scale_x (&view->scale, MAX (item->start, view->scale.from));
  double end = view->margin + sarap_timeline_scale_x (&view->scale, last + 1);
  double y = sarap_timeline_view_axis (layout);

  if (last < view->scale.from || item->start > view->scale.to)
    return FALSE;
  switch (item->kind)
    {
    case SARAP_TIMELINE_EMPLOYMENT:
      place_bar (view, x, end, item->lane, place);
      break;
    case SARAP_TIMELINE_DEFERRAL:
      graphene_rect_init (place, (float) x, TOP, (float) MAX (end - x, 3), (float) (y - TOP));
      break;
    case SARAP_TIMELINE_WINDOW:
      graphene_rect_init (place, (float) x, (float) y + WINDOW_BELOW, (float) MAX (end - x, 3),
                          WINDOW_HEIGHT);
      break;
    case SARAP_TIMELINE_TODAY:
      graphene_rect_init (place, (float) x - 1, TOP - 4, 2, (float) (y - TOP + 10));
      break;
    case SARAP_TIMELINE_TERM:
    case SARAP_TIMELINE_ATTESTATION:
    default:
      graphene_rect_init (place, (float) x - POINT / 2, (float) y - POINT / 2, POINT, POINT);
      break;
    }
  return TRUE;
}

int
sarap_timeline_view_hit (const SarapTimelineView *view, double x, double y)
{
  int hit = -1;

  for (guint i = 0; view->layout != NULL && i < view->layout->items->len; i++)
    {
      const SarapTimelineItem *item = g_ptr_array_index (view->layout->items, i);
      graphene_rect_t place;
      graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

      if (!sarap_timeline_view_place (view, item, &place))
        continue;
      if (item->kind != SARAP_TIMELINE_EMPLOYMENT)
        graphene_rect_inset (&place, -REACH, -2);
      if (!graphene_rect_contains_point (&place, &point))
        continue;
      if (hit < 0 ||
          item->kind >= ((SarapTimelineItem *) g_ptr_array_index (view->layout->items, hit))->kind)
        hit = (int) i;
    }
  return hit;
}
