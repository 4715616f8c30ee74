#pragma once

#include "procedure/sarap-officer-facts.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapOfficerRow:
 *
 * A row of the list of officers. It exists before its facts are read: "changed" is emitted when
 * they arrive or change.
 */
#define SARAP_TYPE_OFFICER_ROW (sarap_officer_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerRow, sarap_officer_row, SARAP, OFFICER_ROW, GObject)

/**
 * sarap_officer_row_new:
 * @id: an officer, 0 while unknown
 *
 * Returns: (transfer full): a row without facts
 */
SarapOfficerRow         *sarap_officer_row_new       (gint64 id);
/* The officer, 0 while unknown */
gint64                   sarap_officer_row_get_id    (SarapOfficerRow *self);
/* The facts, NULL until they are read */
const SarapOfficerFacts *sarap_officer_row_get_facts (SarapOfficerRow *self);
/* Takes the texts of @facts, which becomes empty */
void                     sarap_officer_row_fill      (SarapOfficerRow   *self,
                                                      SarapOfficerFacts *facts);
/* Whether its facts must be read again; the old ones are shown until then */
gboolean                 sarap_officer_row_is_stale  (SarapOfficerRow *self);
/* Marks its facts as older than a change */
void                     sarap_officer_row_set_stale (SarapOfficerRow *self);

G_END_DECLS
