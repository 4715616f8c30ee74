#pragma once

#include "officers/sarap-timeline-layout.h"
#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/**
 * sarap_timeline_layout_of:
 * @file: an officer's file
 * @today: the day it is; the day for which the file stands has a line of its own
 *
 * What the time line shows of an officer, arranged, each with its words.
 *
 * Returns: (transfer full): everything that the time line shows, arranged
 */
SarapTimelineLayout *sarap_timeline_layout_of (SarapOfficerFile *file, SarapDate today);

G_END_DECLS
