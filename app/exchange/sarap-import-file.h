#pragma once

#include "exchange/sarap-csv.h"
#include "exchange/sarap-csv-form.h"
#include "exchange/sarap-import.h"
#include "records/sarap-readable-files.h"

G_BEGIN_DECLS

/* Greatest number of fields in a kind of record */
#define SARAP_IMPORT_FIELDS 16

/* A column without a name in the header */
#define SARAP_IMPORT_UNNAMED (-1)

/* A valid line: its first text, in the file's buffer or among its other texts; the other texts
   follow, each with a zero byte at its end, in the order of the columns */
typedef struct
{
  const char *texts;
  guint32 line;
} SarapImportRow;

/* A reference to a record that is not in the folder, to be looked up in the database */
typedef struct
{
  guint32 row;
  guint32 field;
} SarapImportReference;

/* The keys of a file's rows; see sarap-import-keys.c */
typedef struct
{
  guint32 hash;
  guint32 row; /* + 1; 0 for an empty slot */
} SarapImportKey;

/**
 * SarapImportCauseKind:
 *
 * A fault of many lines with one reason outside of the file: how it was saved. It is reported once,
 * on the first of these lines.
 */
typedef enum
{
  SARAP_IMPORT_CAUSE_NONE,
  SARAP_IMPORT_CAUSE_ENCODING,     /* bytes that are not UTF-8 */
  SARAP_IMPORT_CAUSE_LOST_LETTERS, /* question marks instead of letters */
  SARAP_IMPORT_CAUSE_DATE,         /* a short date, or a number of days */
  SARAP_IMPORT_CAUSE_IIN_NUMBER,   /* 8.50101E+11, 850101312009.0 */
  SARAP_IMPORT_CAUSE_IIN_ZEROS,    /* without its leading zeros */
  SARAP_IMPORT_CAUSE_UNNAMED,      /* a text under no name of a column */
  SARAP_IMPORT_CAUSE_LETTER_CASE,  /* names all in capitals, or without any: a warning */
} SarapImportCauseKind;

typedef struct
{
  SarapImportKey *slots;
  guint size; /* a power of two */
  guint used;
} SarapImportKeys;

/**
 * SarapImportFile:
 * @type: the kind of its records
 * @buffer: its text, as modified by the reader
 * @length: the number of its bytes
 * @sha256: the digest of its bytes; %NULL for a missing file
 * @form: its form
 * @fields: the field of each column, %SARAP_IMPORT_UNNAMED for one without a name
 * @n_columns: the number of columns
 * @rows: a GArray of #SarapImportRow
 * @texts: (nullable): texts of rows outside the buffer
 * @references: a GArray of #SarapImportReference
 * @causes: faults with one reason; see sarap-import-causes.c
 * @n_blank: the number of empty lines
 * @uncertain: some of its keys are faulty, so that references to them cannot be checked
 */
typedef struct
{
  const SarapRecordType *type;
  char *buffer;
  gsize length;
  char *sha256;
  SarapCsvForm form;
  int *fields;
  guint n_columns;
  GArray *rows;
  GStringChunk *texts;
  GArray *references;
  GArray *causes;
  guint n_blank;
  SarapImportKeys keys;
  gboolean uncertain;
  guint central_row; /* bodies.csv: the row of the central body + 1 */
  SarapImportCounts counts;
} SarapImportFile;

struct _SarapImport
{
  SarapImportFile *files; /* one for each kind of record that is exchanged, in order */
  guint n_files;
  GPtrArray *faults; /* SarapImportFault, only the first */
  guint64 n_faults;
  guint64 n_database_faults; /* those found by sarap_import_resolve() */
  gboolean resolving;
  GPtrArray *warnings; /* SarapImportFault, only the first */
  guint64 n_warnings;
  guint64 n_plausible[SARAP_WARNING_KINDS]; /* those found by sarap_import_look_plausible() */
  GPtrArray *changes;
  GPtrArray *standings; /* SarapImportStanding */
};

void             sarap_import_change_free (SarapImportChange *change);
/* Adds an officer of the database whose status or deadline changes */
void             sarap_import_add_standing (SarapImport *self, gint64 officer_id, const char *iin,
                                            const SarapStanding *before,
                                            const SarapStanding *after);
void             sarap_import_standing_free (SarapImportStanding *standing);
/* The file of a kind of record; NULL if it is not exchanged */
SarapImportFile *sarap_import_find_file  (SarapImport *self, const SarapRecordType *type);

/* Counts a fault, keeps it if there is room, and takes ownership of the sentence */
void             sarap_import_add_fault  (SarapImport *self, SarapImportFile *file, guint line,
                                          const char *column, char *message);
/* The same for a cause, which is always kept */
void             sarap_import_add_cause  (SarapImport *self, SarapImportFile *file, guint line,
                                          const char *column, char *message);

/* The same for a warning */
void             sarap_import_add_warning (SarapImport *self, SarapImportFile *file, guint line,
                                           const char *column, char *message);
/* The same for a warning about the resulting file of an officer (app/rules/README.md 11) */
void             sarap_import_add_plausible (SarapImport *self, SarapImportFile *file, guint line,
                                             const char *column, SarapWarningKind kind,
                                             char *message);
/* Sorts faults by file and line */
void             sarap_import_sort_faults (SarapImport *self);
/* Removes faults that came from the database, which may have changed */
void             sarap_import_forget_database_faults (SarapImport *self);

/* Reads the bytes of a file of the folder; NULL bytes for a missing file */
gboolean         sarap_import_file_load  (SarapImportFile *file, int folder,
                                          GCancellable *cancellable, GError **error);
/* The texts of a row in the order of the type's fields, NULL for none */
void             sarap_import_file_values (const SarapImportFile *file, guint row,
                                           const char *values[SARAP_IMPORT_FIELDS]);
/* Reads the rows of a file that was loaded and decoded */
gboolean         sarap_import_file_parse (SarapImport *self, SarapImportFile *file,
                                          GCancellable *cancellable, SarapExchangeProgress progress,
                                          guint64 before, guint64 total, gpointer data,
                                          GError **error);

/* Whether the file has a column for a field; only optional ones may be missing */
gboolean         sarap_import_file_has (const SarapImportFile *file, guint field);
/* The name of a column, or its number if it has none */
char            *sarap_import_file_name_column (const SarapImportFile *file, guint column);

/* Finds the form of each file, and converts it to UTF-8. A file of nearly all ASCII gets the
   encoding of the others in its folder, which were probably saved in the same way. */
void             sarap_import_decode     (SarapImport *self);

/* Whether the record's fields from @from are empty */
gboolean         sarap_import_is_blank   (const SarapCsvRecord *record, guint from);
/* The separator of a header, by the column names that it gives */
char             sarap_import_header_sniff (const SarapRecordType *type, const char *text);
/* Reads the names of the columns; FALSE when they have faults */
gboolean         sarap_import_header_parse (SarapImport *self, SarapImportFile *file,
                                            SarapCsvReader *reader);

/* Whether a field has an IIN, of the officer or of a record's officer */
gboolean         sarap_import_is_iin     (const SarapField *field);
/* Converts a line's texts into the fields' forms, and returns the first of them */
const char      *sarap_import_cells_read (SarapImportFile *file, const SarapCsvRecord *record);

/* Gives a row the key of the same record in the database, in another spelling */
void             sarap_import_cells_respell (SarapImportFile *file, guint row,
                                             const char *const *kept);

/* The cause of a fault of a text, if other lines of the file may have it too */
SarapImportCauseKind sarap_import_cause_of (const SarapField *field, const char *value);

/**
 * sarap_import_causes_add:
 * @file: the file
 * @kind: the kind of cause
 * @column: the column
 * @line: the line
 * @value: (nullable): the faulty text
 *
 * Counts one more faulty line with this cause.
 */
void             sarap_import_causes_add (SarapImportFile *file, SarapImportCauseKind kind,
                                          guint column, guint line, const char *value);
/* Reports each cause, once the file has been read */
void             sarap_import_causes_tell (SarapImport *self, SarapImportFile *file);
GArray          *sarap_import_causes_new  (void);
void             sarap_import_causes_free (GArray *causes);

/* Finds the names of the officers whose records would change, in the folder or the database */
gboolean         sarap_import_name_officers (SarapImport *self, SarapDatabase *db, GError **error);

/* Adds a row; if another row has its key, returns that row + 1, otherwise 0 */
guint            sarap_import_keys_add   (SarapImportFile *file, guint row,
                                          const char *const *values);
/* The row with this key + 1, 0 for none */
guint            sarap_import_keys_find  (const SarapImportFile *file, const char *const *key);
/* Whether a row has this key */
gboolean         sarap_import_keys_have  (const SarapImportFile *file, const char *const *key);

/* Looks up references that the folder does not contain in the database, and adds faults */
gboolean         sarap_import_resolve    (SarapImport *self, SarapDatabase *db,
                                          SarapReadableFiles *known, GCancellable *cancellable,
                                          GError **error);

/**
 * sarap_import_look_plausible:
 * @self: an import without faults
 * @db: a database, in a transaction
 * @files: the files that the person may read
 * @today: the current day
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Adds new warnings about the resulting files of the folder's officers; an attestation after @today
 * is a fault.
 *
 * Returns: %FALSE when the database could not be read or @cancellable was cancelled
 */
gboolean         sarap_import_look_plausible (SarapImport *self, SarapDatabase *db,
                                              SarapReadableFiles *files, SarapDate today,
                                              GCancellable *cancellable, GError **error);

G_END_DECLS
