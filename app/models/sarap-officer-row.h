#pragma once

#include "procedure/sarap-officer-facts.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapOfficerRow:
 *
 * A row of the list of officers. It is there before its facts are: "changed" tells when they come,
 * and whenever they are other ones.
 */
#define SARAP_TYPE_OFFICER_ROW (sarap_officer_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerRow, sarap_officer_row, SARAP, OFFICER_ROW, GObject)

/**
 * sarap_officer_row_new:
 * @id: an officer, 0 while it is not known who
 *
 * Returns: (transfer full): a row without facts
 */
SarapOfficerRow         *sarap_officer_row_new       (gint64 id);
/* 0 while it is not known who stands in this place */
gint64                   sarap_officer_row_get_id    (SarapOfficerRow *self);
/* NULL until they are there */
const SarapOfficerFacts *sarap_officer_row_get_facts (SarapOfficerRow *self);
/* Takes the texts of @facts, which are left empty */
void                     sarap_officer_row_fill      (SarapOfficerRow   *self,
                                                      SarapOfficerFacts *facts);
/* Whether its facts are to be read again; they are shown until then */
gboolean                 sarap_officer_row_is_stale  (SarapOfficerRow *self);
/* Says that it shows what was read before a change */
void                     sarap_officer_row_set_stale (SarapOfficerRow *self);

G_END_DECLS
