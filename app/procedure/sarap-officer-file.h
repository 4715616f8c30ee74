#pragma once

#include "procedure/sarap-bodies.h"
#include "procedure/sarap-sentences.h"
#include "records/sarap-record.h"
#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapOfficerFile:
 * @officer: who it is
 * @lists: the records of each kind that is an officer's own; see sarap_officer_file_records()
 * @service: (element-type SarapRecord): of them, service records, the one that began last first
 * @deferrals: (element-type SarapRecord): deferrals, likewise
 * @attestations: (element-type SarapRecord): attestations held, likewise
 * @bodies: all bodies and units
 * @history: (element-type SarapHistoryLine): the newest lines of the history of changes
 * @career: what the rules take; its records stand in the order of the arrays above
 * @on: the day for which the rest holds
 * @standing: where the officer stands
 * @reasons: how that comes about
 * @total: length of service of every kind (sheet line 5)
 * @state: that in state bodies, customs among them (sheet line 6)
 * @customs: that in customs bodies alone
 *
 * All that is kept of one officer, and what follows from it.
 */
typedef struct
{
  SarapRecord *officer;
  GHashTable *lists;
  GPtrArray *service;
  GPtrArray *deferrals;
  GPtrArray *attestations;
  SarapBodies *bodies;
  GPtrArray *history;
  SarapCareer career;
  SarapDate on;
  SarapStanding standing;
  SarapReasons *reasons;
  SarapServiceLength total;
  SarapServiceLength state;
  SarapServiceLength customs;
} SarapOfficerFile;

/**
 * sarap_officer_file_load:
 * @db: a database
 * @officer_id: an officer
 * @on: the day asked for
 * @history_limit: how many lines of the history of changes, 0 for none
 * @error: return location
 *
 * Returns: (transfer full): the officer's file in one consistent view of the database
 */
SarapOfficerFile *sarap_officer_file_load (SarapDatabase *db,
                                  gint64         officer_id,
                                  SarapDate      on,
                                  guint          history_limit,
                                  GError       **error);

void          sarap_officer_file_free (SarapOfficerFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapOfficerFile, sarap_officer_file_free)

/* Where the officer stands on another day */
void        sarap_officer_file_stand         (SarapOfficerFile *self, SarapDate on);
/* The records of a kind that is an officer's own, borrowed, the latest first; NULL for another kind */
GPtrArray  *sarap_officer_file_records       (SarapOfficerFile *self, const SarapRecordType *type);
/* How many records would be removed with the officer, and whether one is on file and stays there (§41) */
guint       sarap_officer_file_count_removed (SarapOfficerFile *self);
gboolean    sarap_officer_file_is_on_file    (SarapOfficerFile *self);
/* "Surname Given Patronymic" */
char       *sarap_officer_file_name_officer  (SarapRecord *officer);
/* The position, or the employer where there is none */
const char *sarap_officer_file_name_position (SarapRecord *service);

/**
 * sarap_officer_file_name_body:
 * @bodies: bodies and units
 * @service: a service record
 *
 * Returns: (transfer full): where it was: unit and body, or the employer
 */
char       *sarap_officer_file_name_body    (const SarapBodies *bodies, SarapRecord *service);

/**
 * sarap_officer_file_format_reason:
 * @self: a file
 * @reason: one of its reasons
 *
 * Returns: (transfer full): it as a sentence that names employers, positions and bodies
 */
char       *sarap_officer_file_format_reason    (SarapOfficerFile *self, const SarapReason *reason);

/**
 * sarap_officer_file_find_record:
 * @self: a file
 * @reason: one of its reasons
 *
 * Returns: (transfer none) (nullable): the record it speaks of; %NULL where it speaks of none
 */
SarapRecord *sarap_officer_file_find_record     (SarapOfficerFile *self, const SarapReason *reason);

/**
 * sarap_officer_file_remove:
 * @db: a database
 * @officer: an officer as it was read
 * @theirs: (out) (optional) (nullable): on a conflict the version in the database
 * @error: return location; %SARAP_SAVE_ERROR, %SARAP_STORE_ERROR
 *
 * Removes an officer with all records, each with a line in the audit chain; refused with
 * SARAP_SAVE_ERROR_IN_USE when an attestation was held, which is to stay on file (§41).
 *
 * Removes somebody who was entered by mistake, with all records but attestations, which stand in
 * the way; what they held stays in the audit chain.
 *
 * Returns: %TRUE when they are gone
 */
gboolean    sarap_officer_file_remove (SarapDatabase *db, SarapRecord *officer, SarapRecord **theirs, GError **error);

G_END_DECLS
