#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The SQL of a kind of record, made from its description. In it, t is the record's table, o its
   officer, j1, j2 … what its fields refer to, r the rows of a batch, k1, k2 … what theirs refer to. */

/* Whether it has a column "officer_id" */
gboolean sarap_record_sql_has_officer (const SarapRecordType *type);

/* Appends the fields of a kind of record as they are read, in their order */
void     sarap_record_sql_columns    (const SarapRecordType *type, GString *sql);

/* Appends the table and those it refers to. Of an officer whom one may not see there is no record. */
void     sarap_record_sql_from       (const SarapRecordType *type, GString *sql);

/* Appends the order of the key; what may be empty in a key comes first when it is */
void     sarap_record_sql_order      (const SarapRecordType *type, GString *sql);

/* An INSERT of one record whose fields are bound by their names */
char    *sarap_record_sql_insert     (const SarapRecordType *type);

/* An UPDATE of a record, see sarap_record_sql_same() */
char    *sarap_record_sql_update     (const SarapRecordType *type, gboolean officer_known);

/* Which record is meant: :id of :officer_id, if it still has the version :version. A server that
   knows whose record it is looks only there. */
void     sarap_record_sql_same       (const SarapRecordType *type, gboolean officer_known, GString *sql);

/* The officer that a record belongs to, or names */
const char *sarap_record_sql_officer (const SarapRecordType *type);

/* The columns of a batch for sarap_dialect_rows() */
char    *sarap_record_sql_rows       (const SarapRecordType *type);

/* Inserts the rows of a batch, or updates the records with their keys where they differ */
char    *sarap_record_sql_write_many (const SarapRecordType *type, const char *rows);

/* For each row of a batch that is new or differs: its place, the ids of the record and of its
   officer, and its fields as they are in the database. @by_ids: the officers are named by ids too,
   for sarap_dialect_bind_ids() */
char    *sarap_record_sql_compare    (SarapDatabase *db, const SarapRecordType *type, const char *rows,
                                       gboolean by_ids);

/* The same columns for each row of a batch and each record whose key is other in its texts alone */
char    *sarap_record_sql_beside     (SarapDatabase *db, const SarapRecordType *type, const char *rows,
                                       gboolean by_ids);

/* Columns of a table that are made from other fields: of an officer only */
extern const char *const sarap_record_sql_computed[];
#define SARAP_RECORD_N_MADE 3

G_END_DECLS
