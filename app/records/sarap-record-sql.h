#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The SQL of a kind of record, made from its description. Its aliases: t is the record's table, o
   its officer, j1, j2 … the records that its fields refer to, r the rows of a batch, k1, k2 … the
   records that these refer to. */

/* Whether it has a column "officer_id" */
gboolean sarap_record_sql_has_officer (const SarapRecordType *type);

/* Appends the fields of a kind of record in their form for reading, in order */
void     sarap_record_sql_columns    (const SarapRecordType *type, GString *sql);

/* Appends the table and those that it refers to. Records of an officer whom the person may not see
   are left out. */
void     sarap_record_sql_from       (const SarapRecordType *type, GString *sql);

/* Appends the order of the key; an empty part of a key comes first */
void     sarap_record_sql_order      (const SarapRecordType *type, GString *sql);

/* An INSERT of one record whose fields are bound by their names */
char    *sarap_record_sql_insert     (const SarapRecordType *type);

/* An UPDATE of a record, see sarap_record_sql_same() */
char    *sarap_record_sql_update     (const SarapRecordType *type, gboolean officer_known);

/* Appends the condition for one record: :id of :officer_id, if it still has the version :version. A
   server searches faster by the officer, if that is known. */
void     sarap_record_sql_same       (const SarapRecordType *type, gboolean officer_known,
                                      GString *sql);

/* The officer that a record belongs to or names */
const char *sarap_record_sql_officer (const SarapRecordType *type);

/* The columns of a batch for sarap_dialect_rows() */
char    *sarap_record_sql_rows       (const SarapRecordType *type);

/* Inserts the rows of a batch, or updates the records with their keys that differ */
char    *sarap_record_sql_write_many (const SarapRecordType *type, const char *rows);

/* For each row of a batch that is new or differs: its index, the ids of the record and of its
   officer, and its fields in the database. @by_ids: the officers are selected by id too, for
   sarap_dialect_bind_ids() */
char    *sarap_record_sql_compare    (SarapDatabase *db, const SarapRecordType *type,
                                      const char *rows, gboolean by_ids);

/* The same columns for each row of a batch and each record whose key differs in its texts only */
char    *sarap_record_sql_similar     (SarapDatabase *db, const SarapRecordType *type,
                                       const char *rows, gboolean by_ids);

/* Columns that are computed from other fields; only officers have some */
extern const char *const sarap_record_sql_computed[];
#define SARAP_RECORD_N_MADE 3

G_END_DECLS
