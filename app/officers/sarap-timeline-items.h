#pragma once

#include "officers/sarap-timeline-layout.h"
#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/**
 * sarap_timeline_layout_of:
 * @file: an officer's file
 * @today: the current day; the day of the file has a separate line
 *
 * Returns: (transfer full): all items of the time line with their texts, arranged
 */
SarapTimelineLayout *sarap_timeline_layout_of (SarapOfficerFile *file, SarapDate today);

G_END_DECLS
