#pragma once

#include "models/sarap-officer-cache.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapOfficersSearch:
 *
 * Finds officers while a person types, in memory: those in whose name, number, body, unit, position
 * or status every word stands, in any order. Words of names may begin anywhere, those of the others
 * where a word of theirs does. Letters that are alike find too, as the last (#SarapOfficerMatch).
 *
 * Signals: "found", when the answer is another one although the text is not.
 */
#define SARAP_TYPE_OFFICERS_SEARCH (sarap_officers_search_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersSearch, sarap_officers_search, SARAP, OFFICERS_SEARCH, GObject)

/**
 * sarap_officers_search_new:
 * @cache: where everybody stands
 *
 * Returns: (transfer full): a search for nothing
 */
SarapOfficersSearch *sarap_officers_search_new (SarapOfficerCache *cache);

/**
 * sarap_officers_search_look_for:
 * @self: a search
 * @text: what a person typed
 *
 * The answer is there at once, and grows while sarap_officers_search_get_busy().
 */
void sarap_officers_search_look_for (SarapOfficersSearch *self, const char *text);
/* Whether anything is looked for: else everybody is found */
gboolean sarap_officers_search_get_active (SarapOfficersSearch *self);
/* How well an officer is found, while anything is looked for */
SarapOfficerMatch sarap_officers_search_match (SarapOfficersSearch *self, guint32 id);

/**
 * sarap_officers_search_dup_best:
 * @self: a search for something
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type guint32): who is found, those found best first
 */
GArray *sarap_officers_search_dup_best (SarapOfficersSearch *self, guint limit);
/* Whether names or standings are still being read */
gboolean sarap_officers_search_get_busy (SarapOfficersSearch *self);

G_END_DECLS
