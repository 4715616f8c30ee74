#pragma once

#include "officers/sarap-timeline-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapTimelineView:
 * @layout: all items
 * @scale: the visible days
 * @margin: pixels left and right of the scale
 * @focus: the item with the focus, -1 for none
 * @pointed: the item under the pointer, -1 for none
 *
 * The current view of the time line. Borrowed.
 */
typedef struct
{
  const SarapTimelineLayout *layout;
  SarapTimelineScale scale;
  double margin;
  int focus;
  int pointed;
} SarapTimelineView;

/* The height of the drawing, pixels */
int      sarap_timeline_view_height (const SarapTimelineLayout *layout);

/* The distance of the axis from the top, pixels */
double   sarap_timeline_view_axis   (const SarapTimelineLayout *layout);

/**
 * sarap_timeline_view_place:
 * @view: the view
 * @item: an item
 * @place: (out): its rectangle
 *
 * Returns: whether a part of it is visible
 */
gboolean sarap_timeline_view_place  (const SarapTimelineView *view, const SarapTimelineItem *item,
                                     graphene_rect_t *place);

/**
 * sarap_timeline_view_hit:
 * @view: the view
 * @x: a position in the widget
 * @y: its vertical part
 *
 * Returns: the item there, the topmost if there are several; -1 for none
 */
int      sarap_timeline_view_hit    (const SarapTimelineView *view, double x, double y);

/**
 * sarap_timeline_view_draw:
 * @view: the view
 * @widget: the widget, whose style has the colours
 * @snapshot: the snapshot to draw on
 */
void     sarap_timeline_view_draw   (const SarapTimelineView *view, GtkWidget *widget,
                                     GtkSnapshot *snapshot);

G_END_DECLS
