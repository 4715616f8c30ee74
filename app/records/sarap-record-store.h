#pragma once

#include "records/sarap-readable-files.h"
#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_record_load:
 * @db: a database
 * @type: the kind of record
 * @id: its id
 * @officer_id: the officer it belongs to, 0 when that is not known: it is found the same, but
 *   slower
 * @error: return location; %SARAP_STORE_ERROR_NOT_FOUND when there is none
 *
 * One record: its SQL comes from its type. None of these begins a transaction: the procedures do
 * (procedure/sarap-record-save.h). The audit chain is written by the database.
 *
 * Returns: (transfer full): the record
 */
SarapRecord *sarap_record_load       (SarapDatabase *db, const SarapRecordType *type, gint64 id, gint64 officer_id,
                                      GError **error);

/**
 * sarap_records_of_officer:
 * @db: a database
 * @type: a kind of record that belongs to officers
 * @officer_id: the officer
 * @error: return location
 *
 * Returns: (transfer full) (element-type SarapRecord): their records, in the order of the key
 */
GPtrArray   *sarap_records_of_officer (SarapDatabase *db, const SarapRecordType *type, gint64 officer_id, GError **error);

/**
 * sarap_records_any:
 * @db: a database
 * @type: a kind of record
 * @field: (nullable): a field with a column of its own
 * @any: whether there is one, with a value in that field
 * @error: return location
 */
gboolean     sarap_records_any       (SarapDatabase *db, const SarapRecordType *type,
                                      const SarapField *field, gboolean *any, GError **error);

/* All records of a kind of which there are few: bodies, units */
GPtrArray   *sarap_records_all       (SarapDatabase *db, const SarapRecordType *type, GError **error);

/**
 * sarap_record_insert:
 * @db: a database, in a transaction
 * @record: a checked record without an id; afterwards it has one
 * @error: return location
 *
 * Returns: %TRUE when it is in the database
 */
gboolean     sarap_record_insert     (SarapDatabase *db, SarapRecord *record, GError **error);

/**
 * sarap_record_update:
 * @db: a database, in a transaction
 * @record: a checked record that was read from it; afterwards it has the next version
 * @error: return location; %SARAP_STORE_ERROR_CONFLICT when its version is not the one there
 *
 * Returns: %TRUE when it is in the database
 */
gboolean     sarap_record_update     (SarapDatabase *db, SarapRecord *record, GError **error);

/**
 * sarap_record_delete:
 * @db: a database, in a transaction
 * @record: a record that was read from it
 * @error: return location; %SARAP_STORE_ERROR_CONFLICT when its version is not the one there
 *
 * Returns: %TRUE when it is gone
 */
gboolean     sarap_record_delete     (SarapDatabase *db, SarapRecord *record, GError **error);

/**
 * SarapRecordBatch:
 *
 * Many records of one kind for one statement: rows of texts in the order of the type's fields.
 * The texts are copied into one JSON array as they are added.
 */
typedef struct _SarapRecordBatch SarapRecordBatch;

/* A batch for records of a type */
SarapRecordBatch *sarap_record_batch_new   (const SarapRecordType *type);

void              sarap_record_batch_free  (SarapRecordBatch *self);

/**
 * sarap_record_batch_add:
 * @self: a batch
 * @values: the texts of a checked record, in the order of the type's fields
 *
 * Adds a record. The texts are copied.
 */
void              sarap_record_batch_add   (SarapRecordBatch *self, const char *const *values);

/* How many records it holds */
guint             sarap_record_batch_count (SarapRecordBatch *self);

/* Empties it, for the next records */
void              sarap_record_batch_clear (SarapRecordBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapRecordBatch, sarap_record_batch_free)

/* What a batch would do. Called for each row (its place in the batch) whose key is not there yet
   (@before is %NULL) or whose record differs (@before are its values); not for those alike. The
   officer is whom it belongs to, 0 for bodies and units and for whoever is new. */
typedef void (*SarapRecordCompared) (guint row, gint64 id, gint64 officer_id,
                                     const char *const *before, gpointer data);

/**
 * sarap_record_batch_compare:
 * @self: a batch of checked records
 * @db: a database
 * @files: the files that one reads there
 * @compared: called for each record that is new or differs
 * @data: passed on
 * @error: return location
 *
 * What sarap_record_batch_write() would do.
 *
 * Returns: %FALSE only when the database could not be read
 */
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

/**
 * sarap_record_batch_write:
 * @self: a batch of checked records
 * @db: a database, in a transaction
 * @error: return location
 *
 * Inserts what is new by its key and updates what differs (its version goes up); references are
 * resolved by their codes, and one that resolves to nothing is an error.
 *
 * Inserts the records whose key is new and updates those that differ. What they refer to must be
 * there: else a constraint refuses the whole batch.
 *
 * Returns: %TRUE when all is written
 */
gboolean sarap_record_batch_write (SarapRecordBatch *self, SarapDatabase *db, GError **error);

/* Whether there is any record of a kind that one reads */
gboolean sarap_record_type_any (SarapDatabase *db, const SarapRecordType *type, gboolean *any, GError **error);

/* All records of a kind, sorted by their key (app/exchange/README.md 1), many a query: for export */
typedef gboolean (*SarapRecordVisit) (const char *const *values, gpointer data, GError **error);

/**
 * sarap_records_visit:
 * @db: a database, in a transaction that reads
 * @type: a kind of record
 * @visit: called for each record with its texts, borrowed for the call; ends the visit with %FALSE
 * @data: passed on
 * @error: return location
 *
 * All records of a kind, sorted by their key, some hundred officers a query: memory does not grow
 * with their number.
 *
 * A record without a value that it must have is damage, %SARAP_STORE_ERROR_CORRUPT.
 *
 * Returns: %FALSE when the database could not be read, or @visit said so
 */
gboolean sarap_records_visit (SarapDatabase *db, const SarapRecordType *type,
                              SarapRecordVisit visit, gpointer data, GError **error);
/* The same for verify: what must be there may be %NULL in a damaged database. The same for whoever
   looks for what is wrong: any value may be missing */
gboolean sarap_records_visit_damaged (SarapDatabase *db, const SarapRecordType *type,
                                      SarapRecordVisit visit, gpointer data, GError **error);

G_END_DECLS
