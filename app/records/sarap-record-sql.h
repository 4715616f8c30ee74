#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The SQL of a kind of record, made from its description. In it, t is the record's table, o its
   officer, j1, j2 … what its fields refer to, r the rows of a batch, k1, k2 … what theirs refer to. */

/* Whether it has a column "officer_id" */
gboolean sarap_record_sql_has_officer (const SarapRecordType *type);
void     sarap_record_sql_columns    (const SarapRecordType *type, GString *sql);
void     sarap_record_sql_from       (const SarapRecordType *type, GString *sql);
void     sarap_record_sql_order      (const SarapRecordType *type, GString *sql);
char    *sarap_record_sql_insert     (const SarapRecordType *type);
char    *sarap_record_sql_update     (const SarapRecordType *type, gboolean officer_known);
void     sarap_record_sql_same       (const SarapRecordType *type, gboolean officer_known, GString *sql);
const char *sarap_record_sql_officer (const SarapRecordType *type);
char    *sarap_record_sql_rows       (const SarapRecordType *type);
char    *sarap_record_sql_write_many (const SarapRecordType *type, const char *rows);
char    *sarap_record_sql_compare    (SarapDatabase *db, const SarapRecordType *type, const char *rows,
                                       gboolean by_ids);
char    *sarap_record_sql_beside     (SarapDatabase *db, const SarapRecordType *type, const char *rows,
                                       gboolean by_ids);

/* Columns of a table that are made from other fields: of an officer only */
extern const char *const sarap_record_sql_computed[];
#define SARAP_RECORD_N_MADE 3

G_END_DECLS
