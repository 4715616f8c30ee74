#pragma once

#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapOfficerMatch:
 * @SARAP_OFFICER_MATCH_NONE: not found
 * @SARAP_OFFICER_MATCH_ALIKE: found with letters that are alike (ә for а), or written in Latin ones
 * @SARAP_OFFICER_MATCH_SHOWN: found as typed in what else a list shows: body, unit, position,
 * status
 * @SARAP_OFFICER_MATCH_NAME: found as typed in the name or the number
 *
 * How well an officer, or one of several texts, is found; a higher one is the better.
 */
typedef enum
{
  SARAP_OFFICER_MATCH_NONE,
  SARAP_OFFICER_MATCH_ALIKE,
  SARAP_OFFICER_MATCH_SHOWN,
  SARAP_OFFICER_MATCH_NAME,
} SarapOfficerMatch;

/**
 * SarapOfficerNames:
 *
 * The names and numbers of everybody in memory, a byte a letter, so that a letter typed into a
 * search asks the database nothing. They are read at the first search, in slices, and kept up to
 * date by the feed of changes.
 *
 * Signals: "changed", when there are more or other ones; "failed" (error): they could not be read.
 */
#define SARAP_TYPE_OFFICER_NAMES (sarap_officer_names_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerNames, sarap_officer_names, SARAP, OFFICER_NAMES, GObject)

/**
 * sarap_officer_names_new:
 * @store: a database, which must outlive the names or see sarap_officer_names_close() first
 *
 * Returns: (transfer full): no names yet
 */
SarapOfficerNames *sarap_officer_names_new (SarapStore *store);
void sarap_officer_names_close (SarapOfficerNames *self);

/**
 * sarap_officer_names_want:
 * @self: names
 *
 * Begins to read them, at the first call.
 */
void sarap_officer_names_want (SarapOfficerNames *self);
void sarap_officer_names_read_again (SarapOfficerNames *self);
/* Whether everybody's have been read */
gboolean sarap_officer_names_get_complete (SarapOfficerNames *self);

/**
 * sarap_officer_names_get_ids:
 * @self: names
 *
 * Returns: (transfer none) (element-type guint32): whose name stands in which place; 0 for a place
 *   that is nobody's any more
 */
const GArray *sarap_officer_names_get_ids (SarapOfficerNames *self);

/**
 * sarap_officer_names_match:
 * @self: names
 * @word: a word as sarap_fold() folds it exactly
 * @matches: (array): for each place a #SarapOfficerMatch, raised where the word stands in the name
 *   or the number
 */
void sarap_officer_names_match (SarapOfficerNames *self, const char *word, guint8 *matches);

G_END_DECLS
