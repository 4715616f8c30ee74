#pragma once

#include "store/sarap-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapOfficersSearch:
 *
 * Finds officers while a person types: the last text counts, those before are given up. When no
 * name, number or unit has all words as they were typed, they are looked for folded loosely.
 *
 * Signals: "found", when the answer for the last text is there.
 */
#define SARAP_TYPE_OFFICERS_SEARCH (sarap_officers_search_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersSearch, sarap_officers_search, SARAP, OFFICERS_SEARCH, GObject)

SarapOfficersSearch *sarap_officers_search_new         (SarapStore *store);
/* Answers at once when there is nothing to look for */
void                 sarap_officers_search_look_for    (SarapOfficersSearch *self, const char *text);
/* The same again, as the officers have changed */
void                 sarap_officers_search_repeat      (SarapOfficersSearch *self);
/* (nullable) (transfer none): the ids found; NULL: everybody, as nothing is looked for */
GtkBitset           *sarap_officers_search_get_found   (SarapOfficersSearch *self);
/* Whether they were found only folded loosely */
gboolean             sarap_officers_search_get_loose   (SarapOfficersSearch *self);
gboolean             sarap_officers_search_get_busy    (SarapOfficersSearch *self);

G_END_DECLS
