#pragma once

#include "officers/sarap-timeline-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapTimeline:
 *
 * A drawing of a career: employments as bars in lanes, deferrals hatched, terms and attestations on
 * the axis, the window of the current one, and today. Arrow keys move between items. Properties:
 * "detail" (the text about the item under the pointer or with the focus, "" for none), "recent"
 * (whether only the last ten years are shown), "long" (whether it is longer than that).
 */
#define SARAP_TYPE_TIMELINE (sarap_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SarapTimeline, sarap_timeline, SARAP, TIMELINE, GtkWidget)

/**
 * sarap_timeline_set_layout:
 * @self: a time line
 * @layout: (transfer full) (nullable): an arranged layout
 */
void       sarap_timeline_set_layout (SarapTimeline *self, SarapTimelineLayout *layout);

/* Sets whether only the last ten years are shown */
void       sarap_timeline_set_recent (SarapTimeline *self, gboolean recent);

G_END_DECLS
