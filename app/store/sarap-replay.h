#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReplayFaultKind:
 * @SARAP_REPLAY_NO_ORIGIN: no line says that the record was added
 * @SARAP_REPLAY_GONE: the record of the lines is missing
 * @SARAP_REPLAY_BACK: the record exists, although the lines say that it was removed
 * @SARAP_REPLAY_DIFFERS: the record differs from its last line
 * @SARAP_REPLAY_VERSION: the record's version differs from the number of its lines
 * @SARAP_REPLAY_BROKEN: a line does not begin where the last line of that record ended
 * @SARAP_REPLAY_UNREADABLE: a line does not have the form of its kind
 */
typedef enum
{
  SARAP_REPLAY_NO_ORIGIN,
  SARAP_REPLAY_GONE,
  SARAP_REPLAY_BACK,
  SARAP_REPLAY_DIFFERS,
  SARAP_REPLAY_VERSION,
  SARAP_REPLAY_BROKEN,
  SARAP_REPLAY_UNREADABLE,
} SarapReplayFaultKind;

/**
 * SarapReplayFault:
 * @kind: the kind of fault
 * @record: the table
 * @id: the record; 0 where a line is about several
 * @line: the last line about it, or the faulty line; 0 for none
 * @digest: the digest that the record should have, if known
 */
typedef struct
{
  SarapReplayFaultKind kind;
  const char *record;
  gint64 id;
  gint64 line;
  const char *digest;
} SarapReplayFault;

/* Called for each fault; FALSE ends the replay with @error, or without an error when no more faults
   are wanted */
typedef gboolean (*SarapReplayFound) (const SarapReplayFault *fault, gpointer data, GError **error);

/**
 * SarapReplayReference:
 * @column: the column with the id of another record
 * @parent: the table of that record
 * @agrees: a piece of SQL, true if t refers to the record p of @parent
 */
typedef struct
{
  char *column;
  char *parent;
  char *agrees;
} SarapReplayReference;

/**
 * SarapReplayTable:
 * @name: the table
 * @columns: the columns of its digest, in their order
 * @n_first: how many of these the table has had from the start
 * @computed: its other columns, except the version
 * @references: of #SarapReplayReference
 * @versioned: whether it has a version
 *
 * A table whose changes are audited, as described by the schema of this program. The description in
 * the database itself is not trusted.
 */
typedef struct
{
  char *name;
  char **columns;
  guint n_first;
  char **computed;
  GArray *references;
  gboolean versioned;
} SarapReplayTable;

/* All tables, each after those that it refers to: borrowed, of #SarapReplayTable; NULL with
   @error */
GPtrArray *sarap_replay_tables (GError **error);

/**
 * sarap_replay:
 * @db: a database, in a transaction that reads; on PostgreSQL by a person who may read all
 * @table: the table whose records are compared
 * @found: called for each fault
 * @data: for @found
 * @error: return location
 *
 * Replays the lines of the audit chain about every record of a table, and compares the result with
 * the record. It reads both by id, some hundred at a time: its memory does not grow with their
 * number.
 *
 * Returns: %FALSE when the database could not be read, or @found said so
 */
gboolean sarap_replay (SarapDatabase          *db,
                       const SarapReplayTable *table,
                       SarapReplayFound        found,
                       gpointer                data,
                       GError                **error);

/* The digest of a record with these texts, in the order of SarapReplayTable.columns */
void sarap_replay_digest (const SarapReplayTable *table, const char *const *texts, char *digest);

G_END_DECLS
