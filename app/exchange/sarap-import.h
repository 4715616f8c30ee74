#pragma once

#include "exchange/sarap-exchange-error.h"
#include "records/sarap-record.h"
#include "rules/sarap-plausible.h"
#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Faults that are kept with their text; more are only counted */
#define SARAP_IMPORT_FAULTS 100
/* Warnings that are kept with their text; more are only counted */
#define SARAP_IMPORT_WARNINGS 1000
/* Changed records that are kept with their values, and as many new ones; more are only counted */
#define SARAP_IMPORT_CHANGES 10000

/**
 * SarapImport:
 *
 * A folder of CSV files (README.md 1) on its way into a database: read, checked, compared with what
 * is there, and written. It holds the files as they were read: what happens to them later changes
 * nothing. Used by one thread at a time.
 */
typedef struct _SarapImport SarapImport;

/**
 * SarapImportFault:
 * @file: the name of the file
 * @line: the line on which the record begins, from 1; 0: the whole file
 * @column: the name of the column
 * @message: what is wrong, a sentence for people, translated
 */
typedef struct
{
  const char *file;
  guint line;
  char *column;
  char *message;
} SarapImportFault;

/**
 * SarapImportChange:
 * @type: the kind of record
 * @line: the line of its file
 * @id: the record's id, 0 for a new one
 * @officer_id: whose it is in the database, 0 for nobody's or a new one
 * @officer: (nullable): the surname and given name of whose it is, of a changed record
 * @before: its texts in the database, in the order of the fields; %NULL for a new record
 * @after: its texts in the file, of the import
 */
typedef struct
{
  const SarapRecordType *type;
  guint line;
  gint64 id;
  gint64 officer_id;
  char *officer;
  char **before;
  const char **after;
} SarapImportChange;

/**
 * SarapImportStanding:
 * @officer_id: an officer of the database
 * @iin: their IIN, of the import
 * @officer: their surname and given name
 * @before: their status as the database has it
 * @after: their status with what the folder brings
 * @deadline_before: their deadline likewise, %SARAP_DATE_NONE for none
 * @deadline_after: the same with what the folder brings
 *
 * An officer whose status or deadline would be another one.
 */
typedef struct
{
  gint64 officer_id;
  const char *iin;
  char *officer;
  SarapStatus before;
  SarapStatus after;
  SarapDate deadline_before;
  SarapDate deadline_after;
} SarapImportStanding;

typedef struct
{
  guint64 n_new;
  guint64 n_changed;
  guint64 n_same;
} SarapImportCounts;

/**
 * sarap_import_read:
 * @folder: a folder with the CSV files (README.md 1)
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how many bytes of all have been read
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_FILE when the folder or a file cannot be read,
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads a folder and checks all that needs no database. What is wrong with what the files say is no
 * error but stands among the faults of the import. Needs no database, so can run on any thread.
 *
 * While keys of a file are themselves at fault, what other files refer to in it is not judged: one
 * mistyped number is one fault.
 *
 * Returns: (transfer full): the import
 */
SarapImport *sarap_import_read  (const char            *folder,
                                 GCancellable          *cancellable,
                                 SarapExchangeProgress  progress,
                                 gpointer               data,
                                 GError               **error);

/**
 * sarap_import_free:
 * @self: an import
 *
 * Frees the import with the files it holds.
 */
void         sarap_import_free  (SarapImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapImport, sarap_import_free)

/**
 * sarap_import_check:
 * @self: an import
 * @db: a database
 * @today: the day that is today (app/rules/README.md 11)
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how many rows of all have been compared
 * @data: passed on
 * @error: return location
 *
 * A dry run, in rows; writes nothing. After @today nothing was held yet (app/rules/README.md 11).
 *
 * A dry run: looks up in the database what the folder refers to and does not have, which may give
 * further faults, and, where there are none, compares each row with the record that is there.
 *
 * Returns: %FALSE when the database could not be read or @cancellable was cancelled; faults are no
 *   error
 */
gboolean     sarap_import_check (SarapImport           *self,
                                 SarapDatabase         *db,
                                 SarapDate              today,
                                 GCancellable          *cancellable,
                                 SarapExchangeProgress  progress,
                                 gpointer               data,
                                 GError               **error);

/**
 * sarap_import_apply:
 * @self: an import, checked before or not
 * @db: a database
 * @today: the day that is today (app/rules/README.md 11)
 * @cancellable: (nullable): stops it; then nothing was written
 * @progress: (nullable): told how many rows of all have been written
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_FAULTS when there are faults
 *
 * Checks and compares again, and writes the new and the changed records, all in one transaction;
 * others go on working meanwhile. In the audit chain the database writes a line for each record
 * that was changed and for each thousand that are new; the last says the rows and the SHA-256 of
 * each file. An import that changes nothing leaves no line.
 *
 * Returns: %TRUE when all of it was written; else nothing was, and counts and changes are those of
 *   the check before
 */
gboolean     sarap_import_apply (SarapImport           *self,
                                 SarapDatabase         *db,
                                 SarapDate              today,
                                 GCancellable          *cancellable,
                                 SarapExchangeProgress  progress,
                                 gpointer               data,
                                 GError               **error);

/**
 * sarap_import_get_faults:
 * @self: an import
 *
 * Sorted by file, line and column.
 *
 * Returns: (transfer none) (element-type SarapImportFault): the first faults, at most
 *   %SARAP_IMPORT_FAULTS of them, sorted by file, line and column
 */
GPtrArray         *sarap_import_get_faults   (SarapImport *self);

/* How many faults there are, kept or not */
guint64            sarap_import_get_n_faults (SarapImport *self);

/**
 * sarap_import_get_warnings:
 * @self: an import
 *
 * What should be looked at again and is imported all the same, in the order of the files.
 *
 * Returns: (transfer none) (element-type SarapImportFault): the first things that should be looked
 *   at again, at most %SARAP_IMPORT_WARNINGS of them, by file and line
 */
GPtrArray         *sarap_import_get_warnings   (SarapImport *self);

/* How many there are, kept or not */
guint64            sarap_import_get_n_warnings (SarapImport *self);
/* How many of a kind the last check or apply found in the files of officers as they will be, that
   are not there already */
guint64            sarap_import_get_n_plausible (SarapImport *self, SarapWarningKind kind);

/**
 * sarap_import_fault_text:
 * @fault: a fault or a warning
 *
 * Returns: (transfer full): `FILE:LINE: COLUMN: what is wrong`, or `FILE: what is wrong` of the
 *   whole file
 */
char              *sarap_import_fault_text   (const SarapImportFault *fault);

/**
 * sarap_import_say_form:
 * @self: an import
 * @type: a kind of record
 *
 * What its file was taken for.
 *
 * Returns: (transfer full) (nullable): what its file was taken for, "UTF-16 · separated by
 *   tabulators", translated; %NULL for a file that is not there
 */
char              *sarap_import_say_form    (SarapImport *self, const SarapRecordType *type);

/**
 * sarap_import_get_counts:
 * @self: an import
 * @type: (nullable): a kind of record, %NULL for all
 *
 * What the last check or apply found, or did; @type NULL: of all kinds together.
 *
 * Returns: how many records are new, changed and the same, as the last sarap_import_check() or
 *   sarap_import_apply() found; while there are faults nothing is compared
 */
SarapImportCounts  sarap_import_get_counts   (SarapImport *self, const SarapRecordType *type);

/**
 * sarap_import_get_n_rows:
 * @self: an import
 * @type: (nullable): a kind of record, %NULL for all
 *
 * Returns: how many sound lines its file has
 */
guint64            sarap_import_get_n_rows   (SarapImport *self, const SarapRecordType *type);

/**
 * sarap_import_get_changes:
 * @self: an import
 *
 * Returns: (transfer none) (element-type SarapImportChange): the first %SARAP_IMPORT_CHANGES new
 *   records and as many changed ones, in the order of the files, as the last check found
 */
GPtrArray         *sarap_import_get_changes  (SarapImport *self);

/**
 * sarap_import_get_standings:
 * @self: an import
 *
 * Returns: (transfer none) (element-type SarapImportStanding): the officers of the database whose
 *   status or deadline would be another one today, as the last check or apply found; no new ones
 */
GPtrArray         *sarap_import_get_standings (SarapImport *self);

/* How many officers would go from one status to another, a line each, translated; "" for nobody */
char              *sarap_import_count_standings (SarapImport *self);

/**
 * sarap_import_standing_text:
 * @standing: an officer whose status or deadline would be another one
 *
 * Returns: (transfer full): who it is, and from what to what, on one line:
 *   `NAME · IIN · Status: Due → Upcoming · Deadline: 31.05.2026 → 30.11.2029`, translated
 */
char              *sarap_import_standing_text (const SarapImportStanding *standing);

G_END_DECLS
