#pragma once

#include "officers/sarap-timeline-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapTimeline:
 *
 * A career drawn on a line: employments as bars in lanes, deferrals hatched, terms and attestations
 * on the axis, the time for the present one, and today. The arrow keys go from one to the next.
 * Properties: "detail" (what there is to say about the item pointed at or focused, "" for none),
 * "recent" (whether only the last ten years are shown), "long" (whether there is more than they).
 */
#define SARAP_TYPE_TIMELINE (sarap_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SarapTimeline, sarap_timeline, SARAP, TIMELINE, GtkWidget)

/**
 * sarap_timeline_set_layout:
 * @self: a time line
 * @layout: (transfer full) (nullable): what it shows from now on, arranged
 */
void       sarap_timeline_set_layout (SarapTimeline *self, SarapTimelineLayout *layout);

/* Whether only the last ten years are shown */
void       sarap_timeline_set_recent (SarapTimeline *self, gboolean recent);

G_END_DECLS
