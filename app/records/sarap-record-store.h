#pragma once

#include "records/sarap-readable-files.h"
#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* One record: its SQL comes from its type. None of these begins a transaction: the procedures do
   (procedure/sarap-record-save.h). The audit chain is written by the database. */
SarapRecord *sarap_record_load       (SarapDatabase *db, const SarapRecordType *type, gint64 id, gint64 officer_id,
                                      GError **error);
GPtrArray   *sarap_records_of_officer (SarapDatabase *db, const SarapRecordType *type, gint64 officer_id, GError **error);
gboolean     sarap_records_any       (SarapDatabase *db, const SarapRecordType *type,
                                      const SarapField *field, gboolean *any, GError **error);
GPtrArray   *sarap_records_all       (SarapDatabase *db, const SarapRecordType *type, GError **error);
gboolean     sarap_record_insert     (SarapDatabase *db, SarapRecord *record, GError **error);
gboolean     sarap_record_update     (SarapDatabase *db, SarapRecord *record, GError **error);
gboolean     sarap_record_delete     (SarapDatabase *db, SarapRecord *record, GError **error);

/**
 * SarapRecordBatch:
 *
 * Many records of one kind for one statement: rows of texts in the order of the type's fields.
 * The texts are copied into one JSON array as they are added.
 */
typedef struct _SarapRecordBatch SarapRecordBatch;

SarapRecordBatch *sarap_record_batch_new   (const SarapRecordType *type);
void              sarap_record_batch_free  (SarapRecordBatch *self);
void              sarap_record_batch_add   (SarapRecordBatch *self, const char *const *values);
guint             sarap_record_batch_count (SarapRecordBatch *self);
void              sarap_record_batch_clear (SarapRecordBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapRecordBatch, sarap_record_batch_free)

/* What a batch would do. Called for each row (its place in the batch) whose key is not there yet
   (@before is %NULL) or whose record differs (@before are its values); not for those alike. The
   officer is whom it belongs to, 0 for bodies and units and for whoever is new. */
typedef void (*SarapRecordCompared) (guint row, gint64 id, gint64 officer_id,
                                     const char *const *before, gpointer data);
gboolean sarap_record_batch_compare (SarapRecordBatch *self, SarapDatabase *db, SarapReadableFiles *files,
                                     SarapRecordCompared compared, gpointer data, GError **error);
/**
 * sarap_record_batch_find_beside:
 *
 * Finds, for each record of a batch, those of its officer in the database whose key differs from
 * its own in texts at most: one of them may be the same, spelt otherwise. Takes what
 * sarap_record_batch_compare() takes.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_record_batch_find_beside (SarapRecordBatch *self, SarapDatabase *db, SarapReadableFiles *files,
                                         SarapRecordCompared found, gpointer data, GError **error);
/* Inserts what is new by its key and updates what differs (its version goes up); references are
   resolved by their codes, and one that resolves to nothing is an error. */
gboolean sarap_record_batch_write (SarapRecordBatch *self, SarapDatabase *db, GError **error);

/* Whether there is any record of a kind that one reads */
gboolean sarap_record_type_any (SarapDatabase *db, const SarapRecordType *type, gboolean *any, GError **error);

/* All records of a kind, sorted by their key (app/exchange/README.md 1), many a query: for export */
typedef gboolean (*SarapRecordVisit) (const char *const *values, gpointer data, GError **error);
gboolean sarap_records_visit (SarapDatabase *db, const SarapRecordType *type,
                              SarapRecordVisit visit, gpointer data, GError **error);
/* The same for verify: what must be there may be %NULL in a damaged database */
gboolean sarap_records_visit_damaged (SarapDatabase *db, const SarapRecordType *type,
                                      SarapRecordVisit visit, gpointer data, GError **error);

G_END_DECLS
