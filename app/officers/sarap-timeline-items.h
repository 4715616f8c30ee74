#pragma once

#include "officers/sarap-timeline-layout.h"
#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/* What the time line shows of an officer, arranged, each with its words */
SarapTimelineLayout *sarap_timeline_layout_of (SarapOfficerFile *file, SarapDate today);

G_END_DECLS
