#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/* In the order of items on one day */
typedef enum
{
  SARAP_TIMELINE_EMPLOYMENT,
  SARAP_TIMELINE_DEFERRAL,
  SARAP_TIMELINE_TERM,
  SARAP_TIMELINE_ATTESTATION,
  SARAP_TIMELINE_WINDOW,
  SARAP_TIMELINE_TODAY,
} SarapTimelineKind;

/* The look of an attestation, in shape and colour */
typedef enum
{
  SARAP_TIMELINE_MARK_CORRESPONDS, /* a disc */
  SARAP_TIMELINE_MARK_AGAIN,       /* a diamond: to be held again, or refused by the head */
  SARAP_TIMELINE_MARK_NEGATIVE,    /* a square */
  SARAP_TIMELINE_MARK_OPEN,        /* a ring: no outcome yet */
  SARAP_TIMELINE_MARK_ANNULLED,    /* a cross */
} SarapTimelineMark;

/**
 * SarapTimelineItem:
 * @kind: the kind of item
 * @look: a #SarapEmployerKind or a #SarapTimelineMark, by @kind
 * @start: its first day
 * @end: its last day, %SARAP_DATE_NONE while it is open; that of a point is @start
 * @label: the short text on it; %NULL for none
 * @detail: the text about it
 * @lane: the lane of an employment, from the axis up
 */
typedef struct
{
  SarapTimelineKind kind;
  int look;
  SarapDate start;
  SarapDate end;
  char *label;
  char *detail;
  guint lane;
} SarapTimelineItem;

/**
 * SarapTimelineLayout:
 * @items: (element-type SarapTimelineItem): sorted by time once it is arranged
 * @n_lanes: the number of lanes of the employments
 * @from: the first day
 * @to: the last day, including some room
 * @today: the current day
 *
 * The positions of all items on the time line, in days and lanes.
 */
typedef struct
{
  GPtrArray *items;
  guint n_lanes;
  SarapDate from;
  SarapDate to;
  SarapDate today;
} SarapTimelineLayout;

SarapTimelineLayout *sarap_timeline_layout_new       (void);
void                 sarap_timeline_layout_free      (SarapTimelineLayout *self);

/**
 * sarap_timeline_layout_add:
 * @self: a layout that is not arranged yet
 * @kind: the kind of item
 * @look: its look, by @kind
 * @start: its first day
 * @end: its last day, %SARAP_DATE_NONE while it is open
 *
 * Returns: (transfer none): the item, for its texts
 */
SarapTimelineItem   *sarap_timeline_layout_add       (SarapTimelineLayout *self,
                                                      SarapTimelineKind    kind,
                                                      int                  look,
                                                      SarapDate            start,
                                                      SarapDate            end);

/**
 * sarap_timeline_layout_arrange:
 * @self: a layout
 * @today: the current day
 *
 * Sorts the items by time, and distributes the employments to lanes without overlaps.
 */
void                 sarap_timeline_layout_arrange   (SarapTimelineLayout *self, SarapDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapTimelineLayout, sarap_timeline_layout_free)

/**
 * SarapTimelineScale:
 * @from: the day at the left edge
 * @to: the day at the right edge
 * @width: pixels between them
 */
typedef struct
{
  SarapDate from;
  SarapDate to;
  double width;
} SarapTimelineScale;

/* The distance of a day from the left edge, pixels; it may be outside */
double sarap_timeline_scale_x         (const SarapTimelineScale *self, SarapDate date);

/* The step of years at which a year can be written, if each needs @least pixels */
int    sarap_timeline_scale_year_step (const SarapTimelineScale *self, double least);

G_END_DECLS
