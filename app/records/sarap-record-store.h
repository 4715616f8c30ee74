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
 * @officer_id: the officer that it belongs to, 0 if unknown, which is slower
 * @error: return location; %SARAP_STORE_ERROR_NOT_FOUND if it does not exist
 *
 * Reads one record by SQL made from its type. The functions of this header begin no transaction:
 * procedures do (procedure/sarap-record-save.h). The database writes the audit chain.
 *
 * Returns: (transfer full): the record
 */
SarapRecord *sarap_record_load       (SarapDatabase *db, const SarapRecordType *type, gint64 id,
                                      gint64 officer_id, GError **error);

/**
 * sarap_records_of_officer:
 * @db: a database
 * @type: a kind of record that belongs to officers
 * @officer_id: the officer
 * @error: return location
 *
 * Returns: (transfer full) (element-type SarapRecord): the records in the order of the key
 */
GPtrArray   *sarap_records_of_officer (SarapDatabase *db, const SarapRecordType *type,
                                       gint64 officer_id, GError **error);

/**
 * sarap_records_any:
 * @db: a database
 * @type: a kind of record
 * @field: (nullable): a field with a column of its own
 * @any: whether there is a record, with a value in that field
 * @error: return location
 */
gboolean     sarap_records_any       (SarapDatabase *db, const SarapRecordType *type,
                                      const SarapField *field, gboolean *any, GError **error);

/* All records of a kind with few records: bodies, units */
GPtrArray   *sarap_records_all       (SarapDatabase *db, const SarapRecordType *type,
                                      GError **error);

/**
 * sarap_record_insert:
 * @db: a database, in a transaction
 * @record: a checked record without an id; it gets one
 * @error: return location
 *
 * Returns: %TRUE when it is in the database
 */
gboolean     sarap_record_insert     (SarapDatabase *db, SarapRecord *record, GError **error);

/**
 * sarap_record_update:
 * @db: a database, in a transaction
 * @record: a checked record that was read from it; it gets the next version
 * @error: return location; %SARAP_STORE_ERROR_CONFLICT if the database has another version
 *
 * Returns: %TRUE when it is in the database
 */
gboolean     sarap_record_update     (SarapDatabase *db, SarapRecord *record, GError **error);

/**
 * sarap_record_delete:
 * @db: a database, in a transaction
 * @record: a record that was read from it
 * @error: return location; %SARAP_STORE_ERROR_CONFLICT if the database has another version
 *
 * Returns: %TRUE when it is removed
 */
gboolean     sarap_record_delete     (SarapDatabase *db, SarapRecord *record, GError **error);

/**
 * SarapRecordBatch:
 *
 * Many records of one kind for one statement: rows of texts in the order of the type's fields.
 * Added texts are copied into one JSON array.
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

/* The number of records in it */
guint             sarap_record_batch_count (SarapRecordBatch *self);

/* Removes all records, for the next ones */
void              sarap_record_batch_clear (SarapRecordBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapRecordBatch, sarap_record_batch_free)

/* Called for each row (its index in the batch) whose key is new (@before is NULL) or whose record
   differs (@before are its values), not for equal ones. @officer_id: the officer that the record
   belongs to, 0 for bodies and units and for new officers. */
typedef void (*SarapRecordCompared) (guint row, gint64 id, gint64 officer_id,
                                     const char *const *before, gpointer data);

/**
 * sarap_record_batch_compare:
 * @self: a batch of checked records
 * @db: a database
 * @files: the files that the person may read
 * @compared: called for each record that is new or differs
 * @data: passed on
 * @error: return location
 *
 * Finds what sarap_record_batch_write() would change.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_record_batch_compare (SarapRecordBatch *self, SarapDatabase *db,
                                     SarapReadableFiles *files, SarapRecordCompared compared,
                                     gpointer data, GError **error);

/**
 * sarap_record_batch_find_similar:
 * | Finds, for each record of a batch, records of its officer in the database whose key is the same
 * or differs in texts only: one of them may be the same in another spelling. It has the parameters
 * of sarap_record_batch_compare().
 * | Returns: %FALSE only when the database could not be read
 */
gboolean sarap_record_batch_find_similar (SarapRecordBatch *self, SarapDatabase *db,
                                          SarapReadableFiles *files, SarapRecordCompared found,
                                          gpointer data, GError **error);

/**
 * sarap_record_batch_write:
 * @self: a batch of checked records
 * @db: a database, in a transaction
 * @error: return location
 * | Inserts the records whose key is new and updates those that differ, which get the next version.
 * Records that they refer to by code must exist: otherwise a constraint refuses the whole batch.
 * | Returns: %TRUE when all is written
 */
gboolean sarap_record_batch_write (SarapRecordBatch *self, SarapDatabase *db, GError **error);

/* Whether there is a record of a kind that the person may read */
gboolean sarap_record_type_any (SarapDatabase *db, const SarapRecordType *type, gboolean *any,
                                GError **error);

/* Called with the texts of a record, in the order of the type's fields; FALSE with @error ends the
   visit */
typedef gboolean (*SarapRecordVisit) (const char *const *values, gpointer data, GError **error);

/**
 * sarap_records_visit:
 * @db: a database, in a transaction that reads
 * @type: a kind of record
 * @visit: called for each record with its texts, borrowed for the call; ends the visit with %FALSE
 * @data: passed on
 * @error: return location; %SARAP_STORE_ERROR_CORRUPT for a record without a required value
 * | Reads all records of a kind in the order of their key (app/exchange/README.md 1), some hundred
 * officers a query: its memory does not grow with their number.
 * | Returns: %FALSE when the database could not be read, or @visit returned %FALSE
 */
gboolean sarap_records_visit (SarapDatabase *db, const SarapRecordType *type,
                              SarapRecordVisit visit, gpointer data, GError **error);
/* The same for checks of a damaged database: any value may be NULL */
gboolean sarap_records_visit_damaged (SarapDatabase *db, const SarapRecordType *type,
                                      SarapRecordVisit visit, gpointer data, GError **error);

G_END_DECLS
