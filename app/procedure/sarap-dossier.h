#pragma once

#include "procedure/sarap-sentences.h"
#include "records/sarap-record.h"
#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapPlaces:
 * @bodies: (element-type SarapRecord): every body
 * @units: (element-type SarapRecord): every unit
 *
 * Where one may serve. It is not changed once it is made, so it may be shared between threads.
 */
typedef struct
{
  GPtrArray *bodies;
  GPtrArray *units;
} SarapPlaces;

SarapPlaces *sarap_places_load      (SarapDatabase *db, GError **error);
/* None at all, for a form that asks for none */
SarapPlaces *sarap_places_new_empty (void);
SarapPlaces *sarap_places_ref       (SarapPlaces *self);
void         sarap_places_unref     (SarapPlaces *self);
/* Their names in the program's language; the code where there is no such body or unit */
const char  *sarap_places_name_body (const SarapPlaces *self, const char *body);
const char  *sarap_places_name_unit (const SarapPlaces *self, const char *body, const char *unit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapPlaces, sarap_places_unref)

/**
 * SarapDossier:
 * @officer: who it is
 * @service: (element-type SarapRecord): service records, the one that began last first
 * @deferrals: (element-type SarapRecord): deferrals, likewise
 * @attestations: (element-type SarapRecord): attestations held, likewise
 * @education: (element-type SarapRecord): education, what was finished last first
 * @places: all bodies and units
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
  GPtrArray *service;
  GPtrArray *deferrals;
  GPtrArray *attestations;
  GPtrArray *education;
  SarapPlaces *places;
  GPtrArray *history;
  SarapCareer career;
  SarapDate on;
  SarapStanding standing;
  SarapReasons *reasons;
  SarapServiceLength total;
  SarapServiceLength state;
  SarapServiceLength customs;
} SarapDossier;

SarapDossier *sarap_dossier_load (SarapDatabase *db,
                                  gint64         officer_id,
                                  SarapDate      on,
                                  guint          history_limit,
                                  GError       **error);
/* Of records that are there already: takes them all */
SarapDossier *sarap_dossier_new  (SarapRecord *officer,
                                  GPtrArray   *service,
                                  GPtrArray   *deferrals,
                                  GPtrArray   *attestations,
                                  GPtrArray   *education,
                                  SarapPlaces *places,
                                  GPtrArray   *history,
                                  SarapDate    on);
void          sarap_dossier_free (SarapDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapDossier, sarap_dossier_free)

/* Where the officer stands on another day */
void        sarap_dossier_stand         (SarapDossier *self, SarapDate on);
GPtrArray  *sarap_dossier_records       (SarapDossier *self, const SarapRecordType *type);
/* "Surname Given Patronymic" */
char       *sarap_dossier_name_officer  (SarapRecord *officer);
/* The position, or the employer where there is none */
const char *sarap_dossier_name_position (SarapRecord *service);
char       *sarap_dossier_name_place    (const SarapPlaces *places, SarapRecord *service);
char       *sarap_dossier_say_reason    (SarapDossier *self, const SarapReason *reason);

/* Removes an officer with all records, each with a line in the audit chain; refused with
   SARAP_KEEPING_ERROR_IN_USE when an attestation was held, which is to stay on file (§41) */
gboolean    sarap_dossier_remove (SarapDatabase *db, SarapRecord *officer, SarapRecord **theirs, GError **error);

G_END_DECLS
