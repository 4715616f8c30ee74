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

int      sarap_timeline_view_height (const SarapTimelineLayout *layout);
double   sarap_timeline_view_axis   (const SarapTimelineLayout *layout);
gboolean sarap_timeline_view_place  (const SarapTimelineView *view, const SarapTimelineItem *item, graphene_rect_t *place);
int      sarap_timeline_view_hit    (const SarapTimelineView *view, double x, double y);
void     sarap_timeline_view_draw   (const SarapTimelineView *view, GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
