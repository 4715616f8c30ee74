#pragma once

#include "models/sarap-officer-cache.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapOfficersSearch:
 *
 * Finds officers while a person types, in memory: every word must be in the name, number, body,
 * unit, position or status, in any order. In names and numbers a word may be anywhere, in other
 * texts only at the beginning of a word. Matches with similar letters come last
 * (#SarapOfficerMatch).
 *
 * Signals: "found", when the result changes although the text does not.
 */
#define SARAP_TYPE_OFFICERS_SEARCH (sarap_officers_search_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersSearch, sarap_officers_search, SARAP, OFFICERS_SEARCH, GObject)

/**
 * sarap_officers_search_new:
 * @cache: the standings of all officers
 *
 * Returns: (transfer full): a search without words
 */
SarapOfficersSearch *sarap_officers_search_new (SarapOfficerCache *cache);

/**
 * sarap_officers_search_look_for:
 * @self: a search
 * @text: what a person typed
 *
 * The result is available at once, and grows while sarap_officers_search_get_busy().
 */
void sarap_officers_search_look_for (SarapOfficersSearch *self, const char *text);
/* Whether there are words to find; without words all officers match */
gboolean sarap_officers_search_get_active (SarapOfficersSearch *self);
/* The match of an officer, while there are words to find */
SarapOfficerMatch sarap_officers_search_match (SarapOfficersSearch *self, guint32 id);

/**
 * sarap_officers_search_dup_best:
 * @self: a search with words
 * @limit: the greatest number of officers
 *
 * Returns: (transfer full) (element-type guint32): the officers found, the best matches first
 */
GArray *sarap_officers_search_dup_best (SarapOfficersSearch *self, guint limit);
/* Whether names or standings are still being read */
gboolean sarap_officers_search_get_busy (SarapOfficersSearch *self);

G_END_DECLS
