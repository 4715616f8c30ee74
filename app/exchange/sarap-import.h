#pragma once

#include "exchange/sarap-exchange-error.h"
#include "records/sarap-record.h"
#include "rules/sarap-plausible.h"
#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Faults that are kept with their text; others are only counted */
#define SARAP_IMPORT_FAULTS 100
/* Warnings that are kept with their text; others are only counted */
#define SARAP_IMPORT_WARNINGS 1000
/* Changed records that are kept with their values, and as many new ones; others are only counted */
#define SARAP_IMPORT_CHANGES 10000

/**
 * SarapImport:
 *
 * A folder of CSV files (README.md 1) to be imported into a database: it is read, checked, compared
 * with the database, and written. It keeps the contents of the files: later changes of the files
 * have no effect. Used by one thread at a time.
 */
typedef struct _SarapImport SarapImport;

/**
 * SarapImportFault:
 * @file: the name of the file
 * @line: the first line of the record, from 1; 0: the whole file
 * @column: the name of the column
 * @message: a translated sentence for people
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
 * @officer_id: the record's officer in the database, 0 for none or a new one
 * @officer: (nullable): for a changed record, the surname and given name of its officer
 * @before: its texts in the database, in the order of the fields; %NULL for a new record
 * @after: its texts in the file, owned by the import
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
 * @iin: the IIN, owned by the import
 * @officer: the surname and given name
 * @before: the status in the database
 * @after: the status after the import
 * @deadline_before: the deadline in the database, %SARAP_DATE_NONE for none
 * @deadline_after: the deadline after the import
 *
 * An officer whose status or deadline would change.
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
 * @progress: (nullable): called with the number of bytes read
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_FILE when the folder or a file cannot be read,
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads a folder and checks it without a database, on any thread. Faults in the contents of the
 * files are no error, but are added to the faults of the import.
 *
 * If keys of a file are faulty, references to that file are not checked: one mistyped number is one
 * fault.
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
 * Frees the import with the contents of its files.
 */
void         sarap_import_free  (SarapImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapImport, sarap_import_free)

/**
 * sarap_import_check:
 * @self: an import
 * @db: a database
 * @today: the current day; later attestations are faults (app/rules/README.md 11)
 * @cancellable: (nullable): stops it
 * @progress: (nullable): called with the number of rows compared
 * @data: passed on
 * @error: return location
 *
 * A dry run, which writes nothing: looks up references that the folder does not contain, which may
 * give further faults, and without faults compares each row with its record.
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
 * @today: the current day (app/rules/README.md 11)
 * @cancellable: (nullable): stops it; then nothing was written
 * @progress: (nullable): called with the number of rows written
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_FAULTS when there are faults
 *
 * Checks and compares again, and writes new and changed records in one transaction, while others
 * work. The audit chain gets a line for each changed record and for each thousand new ones; the
 * last line has the number of rows and the SHA-256 of each file. An import without changes leaves
 * no line.
 *
 * Returns: %TRUE when everything was written; otherwise nothing was, and counts and changes are
 *   those of the last check
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
 * Returns: (transfer none) (element-type SarapImportFault): the first faults, at most
 *   %SARAP_IMPORT_FAULTS of them, sorted by file, line and column
 */
GPtrArray         *sarap_import_get_faults   (SarapImport *self);

/* The number of all faults, kept or not */
guint64            sarap_import_get_n_faults (SarapImport *self);

/**
 * sarap_import_get_warnings:
 * @self: an import
 *
 * Warnings do not prevent the import.
 *
 * Returns: (transfer none) (element-type SarapImportFault): the first warnings, at most
 *   %SARAP_IMPORT_WARNINGS of them, sorted by file and line
 */
GPtrArray         *sarap_import_get_warnings   (SarapImport *self);

/* The number of all warnings, kept or not */
guint64            sarap_import_get_n_warnings (SarapImport *self);
/* The number of new warnings of a kind about the resulting files of officers, from the last check
   or apply */
guint64            sarap_import_get_n_plausible (SarapImport *self, SarapWarningKind kind);

/**
 * sarap_import_fault_text:
 * @fault: a fault or a warning
 *
 * Returns: (transfer full): `FILE:LINE: COLUMN: sentence`, or `FILE: sentence` for the whole file
 */
char              *sarap_import_fault_text   (const SarapImportFault *fault);

/**
 * sarap_import_say_form:
 * @self: an import
 * @type: a kind of record
 *
 * Returns: (transfer full) (nullable): the form of its file, translated: "UTF-16 · separated by
 *   tabulators"; %NULL for a missing file
 */
char              *sarap_import_say_form    (SarapImport *self, const SarapRecordType *type);

/**
 * sarap_import_get_counts:
 * @self: an import
 * @type: (nullable): a kind of record, %NULL for all
 *
 * Returns: the numbers of new, changed and unchanged records in the last sarap_import_check() or
 *   sarap_import_apply(); nothing is compared while there are faults
 */
SarapImportCounts  sarap_import_get_counts   (SarapImport *self, const SarapRecordType *type);

/**
 * sarap_import_get_n_rows:
 * @self: an import
 * @type: (nullable): a kind of record, %NULL for all
 *
 * Returns: the number of valid lines of its file
 */
guint64            sarap_import_get_n_rows   (SarapImport *self, const SarapRecordType *type);

/**
 * sarap_import_get_changes:
 * @self: an import
 *
 * Returns: (transfer none) (element-type SarapImportChange): the first %SARAP_IMPORT_CHANGES new
 *   records and as many changed ones, in the order of the files, from the last check
 */
GPtrArray         *sarap_import_get_changes  (SarapImport *self);

/**
 * sarap_import_get_standings:
 * @self: an import
 *
 * Returns: (transfer none) (element-type SarapImportStanding): the officers of the database whose
 *   status or deadline today would change, from the last check or apply; without new officers
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
