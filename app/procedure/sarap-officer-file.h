#pragma once

#include "procedure/sarap-bodies.h"
#include "procedure/sarap-sentences.h"
#include "records/sarap-record.h"
#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapOfficerFile:
 * @officer: the record of the officer
 * @lists: the records of each kind that belongs to an officer; see sarap_officer_file_records()
 * @service: (element-type SarapRecord): the service records, the one that began last first
 * @deferrals: (element-type SarapRecord): the deferrals, in the same order
 * @attestations: (element-type SarapRecord): the attestations held, in the same order
 * @bodies: all bodies and units
 * @history: (element-type SarapHistoryLine): the newest lines of the history of changes
 * @career: the career for the rules; its records have the order of the arrays above
 * @on: the day of the following values
 * @standing: the officer's standing
 * @reasons: the steps that lead to it
 * @total: total length of service (sheet line 5)
 * @state: length of service in state bodies including customs (sheet line 6)
 * @customs: length of service in customs bodies
 *
 * All records of one officer, and their results.
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
 * @on: the day
 * @history_limit: the greatest number of lines of the history of changes, 0 for none
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

/* Computes the officer's standing on another day */
void        sarap_officer_file_stand         (SarapOfficerFile *self, SarapDate on);
/* The records of a kind that belongs to an officer, borrowed, the latest first; NULL for another
   kind */
GPtrArray  *sarap_officer_file_records       (SarapOfficerFile *self, const SarapRecordType *type);
/* The number of records that would be removed with the officer, and whether one is on file, which
   prevents removing (§41) */
guint       sarap_officer_file_count_removed (SarapOfficerFile *self);
gboolean    sarap_officer_file_is_on_file    (SarapOfficerFile *self);
/* "Surname Given Patronymic" */
char       *sarap_officer_file_name_officer  (SarapRecord *officer);
/* The position, or the employer if there is none */
const char *sarap_officer_file_name_position (SarapRecord *service);

/**
 * sarap_officer_file_name_body:
 * @bodies: bodies and units
 * @service: a service record
 *
 * Returns: (transfer full): its unit and body, or the employer
 */
char       *sarap_officer_file_name_body    (const SarapBodies *bodies, SarapRecord *service);

/**
 * sarap_officer_file_format_reason:
 * @self: a file
 * @reason: one of its reasons
 *
 * Returns: (transfer full): a sentence that names employers, positions and bodies
 */
char       *sarap_officer_file_format_reason    (SarapOfficerFile *self, const SarapReason *reason);

/**
 * sarap_officer_file_find_record:
 * @self: a file
 * @reason: one of its reasons
 *
 * Returns: (transfer none) (nullable): the record that it is about; %NULL if there is none
 */
SarapRecord *sarap_officer_file_find_record     (SarapOfficerFile *self, const SarapReason *reason);

/**
 * sarap_officer_file_remove:
 * @db: a database
 * @officer: an officer as it was read
 * @theirs: (out) (optional) (nullable): on a conflict the version in the database
 * @error: return location; %SARAP_SAVE_ERROR, %SARAP_STORE_ERROR; %SARAP_SAVE_ERROR_IN_USE when an
 *   attestation was held, which must stay on file (§41)
 * | Removes an officer who was entered by mistake, with all other records, each with a line in the
 * audit chain that keeps its values.
 * | Returns: %TRUE when the officer is removed
 */
gboolean    sarap_officer_file_remove (SarapDatabase *db, SarapRecord *officer,
                                       SarapRecord **theirs, GError **error);

G_END_DECLS
