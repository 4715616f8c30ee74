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
char       *sarap_officer_file_name_body    (const SarapBodies *bodies, SarapRecord *service);
char       *sarap_officer_file_format_reason    (SarapOfficerFile *self, const SarapReason *reason);

/* Removes an officer with all records, each with a line in the audit chain; refused with
   SARAP_SAVE_ERROR_IN_USE when an attestation was held, which is to stay on file (§41) */
gboolean    sarap_officer_file_remove (SarapDatabase *db, SarapRecord *officer, SarapRecord **theirs, GError **error);

G_END_DECLS
