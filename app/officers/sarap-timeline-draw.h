#pragma once

#include "officers/sarap-timeline-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapTimelineView:
 * @layout: what there is
 * @scale: which days are seen
 * @margin: pixels left and right of the scale
 * @focus: the item with the focus, -1 for none
 * @pointed: the item under the pointer, -1 for none
 *
 * What the time line shows now. Borrowed.
 */
typedef struct
{
  const SarapTimelineLayout *layout;
  SarapTimelineScale scale;
  double margin;
  int focus;
  int pointed;
} SarapTimelineView;

/* How high the drawing is, in pixels */
int      sarap_timeline_view_height (const SarapTimelineLayout *layout);

/* How far from the top the axis is */
double   sarap_timeline_view_axis   (const SarapTimelineLayout *layout);

/**
 * sarap_timeline_view_place:
 * @view: what is shown
 * @item: an item of it
 * @place: (out): where it is drawn
 *
 * Returns: whether any of it can be seen
 */
gboolean sarap_timeline_view_place  (const SarapTimelineView *view, const SarapTimelineItem *item, graphene_rect_t *place);

/**
 * sarap_timeline_view_hit:
 * @view: what is shown
 * @x: a place in the widget
 * @y: likewise
 *
 * Returns: the item there, the foremost if there are several; -1 for none
 */
int      sarap_timeline_view_hit    (const SarapTimelineView *view, double x, double y);

/**
 * sarap_timeline_view_draw:
 * @view: what is shown
 * @widget: where; its style has the colours
 * @snapshot: onto which
 */
void     sarap_timeline_view_draw   (const SarapTimelineView *view, GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
