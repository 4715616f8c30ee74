#pragma once

#include "rules/sarap-standing.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapOfficerFacts:
 * @id: the officer
 * @name: surname, given name, patronymic
 * @position_kk: the position held, %NULL when not in service
 * @standing: where they stand today
 * @body_id: the body of the position, 0 for none
 * @unit_id: its unit, 0 for none
 * @deferred_until: the last day of the deferral, while deferred
 * @commission: "central", the code of a body, or "" when not in service
 *
 * What a list shows of an officer, as the store's thread hands it over.
 */
typedef struct
{
  gint64 id;
  char *iin;
  char *name;
  char *position_kk;
  char *position_ru;
  SarapStanding standing;
  gint64 body_id;
  gint64 unit_id;
  SarapDate deferred_until;
  char *commission;
} SarapOfficerFacts;

void sarap_officer_facts_clear (SarapOfficerFacts *facts);

/**
 * SarapOfficerRow:
 *
 * A row of the list of officers. It is there before its facts are: "changed" tells when they come,
 * and whenever they are other ones.
 */
#define SARAP_TYPE_OFFICER_ROW (sarap_officer_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerRow, sarap_officer_row, SARAP, OFFICER_ROW, GObject)

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
void                     sarap_officer_row_set_stale (SarapOfficerRow *self);

G_END_DECLS
