#pragma once

#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapOfficerMatch:
 * @SARAP_OFFICER_MATCH_NONE: not found
 * @SARAP_OFFICER_MATCH_ALIKE: found with similar letters (ә for а), or with Latin letters
 * @SARAP_OFFICER_MATCH_SHOWN: found as typed in other columns: body, unit, position, status
 * @SARAP_OFFICER_MATCH_NAME: found as typed in the name or the number
 *
 * The quality of a match of an officer or a text; a higher value is better.
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
 * The names and numbers of all officers in memory, one byte a letter, so that typing into a search
 * does not need the database. They are read at the first search, in slices, and kept up to date by
 * the feed of changes.
 *
 * Signals: "changed", after additions or changes; "failed" (error), when they could not be read.
 */
#define SARAP_TYPE_OFFICER_NAMES (sarap_officer_names_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerNames, sarap_officer_names, SARAP, OFFICER_NAMES, GObject)

/**
 * sarap_officer_names_new:
 * @store: a database, which must outlive the names, unless sarap_officer_names_close() is called
 *   first
 *
 * Returns: (transfer full): an empty list of names
 */
SarapOfficerNames *sarap_officer_names_new (SarapStore *store);
void sarap_officer_names_close (SarapOfficerNames *self);

/**
 * sarap_officer_names_want:
 * @self: names
 *
 * Begins to read them at the first call.
 */
void sarap_officer_names_want (SarapOfficerNames *self);
void sarap_officer_names_read_again (SarapOfficerNames *self);
/* Whether all names have been read */
gboolean sarap_officer_names_get_complete (SarapOfficerNames *self);

/**
 * sarap_officer_names_get_ids:
 * @self: names
 *
 * Returns: (transfer none) (element-type guint32): the officer of each index; 0 for an index that
 *   is no longer used
 */
const GArray *sarap_officer_names_get_ids (SarapOfficerNames *self);

/**
 * sarap_officer_names_match:
 * @self: names
 * @word: a word, folded exactly by sarap_fold()
 * @matches: (array): for each index a #SarapOfficerMatch, which is raised if the name or the number
 *   contains the word
 */
void sarap_officer_names_match (SarapOfficerNames *self, const char *word, guint8 *matches);

G_END_DECLS
