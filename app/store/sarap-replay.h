#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReplayFaultKind:
 * @SARAP_REPLAY_NO_ORIGIN: there is a record that no line says was added
 * @SARAP_REPLAY_GONE: the lines leave a record that is not there
 * @SARAP_REPLAY_BACK: a record is there that the lines say was removed
 * @SARAP_REPLAY_DIFFERS: a record is not what its last line left
 * @SARAP_REPLAY_VERSION: a record has another version than its lines count
 * @SARAP_REPLAY_BROKEN: a line does not begin where the line before of that record ended
 * @SARAP_REPLAY_UNREADABLE: a line does not say what a line of its kind says
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
 * @kind: what is wrong
 * @record: the table
 * @id: the record; 0 where a line is about several
 * @line: the last line about it, or the one at fault; 0 for none
 * @digest: what the record should be, where that is known
 */
typedef struct
{
  SarapReplayFaultKind kind;
  const char *record;
  gint64 id;
  gint64 line;
  const char *digest;
} SarapReplayFault;

/* Called for each fault; %FALSE ends the replay with @error, or without one when it has enough */
typedef gboolean (*SarapReplayFound) (const SarapReplayFault *fault, gpointer data, GError **error);

/**
 * SarapReplayReference:
 * @column: the column that has the id of another record
 * @parent: the table of that record
 * @agrees: when the record p of @parent is the one that t refers to, a piece of SQL
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
 * @columns: its columns that a digest is over, in their order
 * @n_first: how many of these the table always had; the others came later
 * @computed: the others that are kept of it but the version
 * @references: of #SarapReplayReference: what it refers to
 * @versioned: whether it has a version
 *
 * A table whose changes stand in the audit chain, as the schema of this program says: what the
 * database itself says of it is not believed.
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

/* Borrowed, of #SarapReplayTable, each after those it refers to; %NULL with @error */
GPtrArray *sarap_replay_tables (GError **error);

/**
 * sarap_replay:
 * @db: a database, in a transaction that reads; on PostgreSQL of somebody who reads all
 * @table: whose records are compared
 * @found: told each fault
 * @data: for @found
 * @error: return location
 *
 * Replays what the audit chain says of every record of a table, and compares that with the record.
 * Reads both by id, some hundred at a time: memory does not grow with their number.
 *
 * Returns: %FALSE when the database could not be read, or @found said so
 */
gboolean sarap_replay (SarapDatabase          *db,
                       const SarapReplayTable *table,
                       SarapReplayFound        found,
                       gpointer                data,
                       GError                **error);

/* The digest of a record with these columns' texts, in the order of SarapReplayTable.columns */
void sarap_replay_digest (const SarapReplayTable *table, const char *const *texts, char *digest);

G_END_DECLS
