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

/* Reads and checks all that needs no database, in bytes; faults are no error */
SarapImport *sarap_import_read  (const char            *folder,
                                 GCancellable          *cancellable,
                                 SarapExchangeProgress  progress,
                                 gpointer               data,
                                 GError               **error);
void         sarap_import_free  (SarapImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapImport, sarap_import_free)

/* A dry run, in rows; writes nothing. After @today nothing was held yet (app/rules/README.md 11). */
gboolean     sarap_import_check (SarapImport           *self,
                                 SarapDatabase         *db,
                                 SarapDate              today,
                                 GCancellable          *cancellable,
                                 SarapExchangeProgress  progress,
                                 gpointer               data,
                                 GError               **error);
/* All or nothing, in rows */
gboolean     sarap_import_apply (SarapImport           *self,
                                 SarapDatabase         *db,
                                 SarapDate              today,
                                 GCancellable          *cancellable,
                                 SarapExchangeProgress  progress,
                                 gpointer               data,
                                 GError               **error);

/* Sorted by file, line and column */
GPtrArray         *sarap_import_get_faults   (SarapImport *self);
guint64            sarap_import_get_n_faults (SarapImport *self);
/* What should be looked at again and is imported all the same, in the order of the files */
GPtrArray         *sarap_import_get_warnings   (SarapImport *self);
guint64            sarap_import_get_n_warnings (SarapImport *self);
/* How many of a kind the last check or apply found in the files of officers as they will be, that
   are not there already */
guint64            sarap_import_get_n_plausible (SarapImport *self, SarapWarningKind kind);
char              *sarap_import_fault_text   (const SarapImportFault *fault);

/* What its file was taken for */
char              *sarap_import_say_form    (SarapImport *self, const SarapRecordType *type);

/* What the last check or apply found, or did; @type NULL: of all kinds together */
SarapImportCounts  sarap_import_get_counts   (SarapImport *self, const SarapRecordType *type);
guint64            sarap_import_get_n_rows   (SarapImport *self, const SarapRecordType *type);
GPtrArray         *sarap_import_get_changes  (SarapImport *self);
/**
 * sarap_import_get_standings:
 * @self: an import
 *
 * Returns: (transfer none) (element-type SarapImportStanding): the officers of the database whose
 *   status or deadline would be another one today, as the last check or apply found; no new ones
 */
GPtrArray         *sarap_import_get_standings (SarapImport *self);

G_END_DECLS
