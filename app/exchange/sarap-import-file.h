#pragma once

#include "exchange/sarap-csv.h"
#include "exchange/sarap-csv-form.h"
#include "exchange/sarap-import.h"
#include "records/sarap-readable-files.h"

G_BEGIN_DECLS

/* No kind of record has more fields */
#define SARAP_IMPORT_FIELDS 16

/* A column that the header gives no name */
#define SARAP_IMPORT_UNNAMED (-1)

/* A sound line: its first text, in the file's buffer or among its other texts; the other texts of
   the line follow it, each ended by a zero, in the order of the columns */
typedef struct
{
  const char *texts;
  guint32 line;
} SarapImportRow;

/* A code that the folder itself does not have, to be looked up in the database */
typedef struct
{
  guint32 row;
  guint32 field;
} SarapImportReference;

/* The keys of a file's rows; see sarap-import-keys.c */
typedef struct
{
  guint32 hash;
  guint32 row; /* + 1; 0 for an empty place */
} SarapImportKey;

/**
 * SarapImportCauseKind:
 *
 * What is wrong with many lines of a file for one reason, outside of it: how it was saved. It is
 * one fault, on the first of these lines.
 */
typedef enum
{
  SARAP_IMPORT_CAUSE_NONE,
  SARAP_IMPORT_CAUSE_ENCODING,     /* bytes that are not UTF-8 */
  SARAP_IMPORT_CAUSE_LOST_LETTERS, /* question marks in place of letters */
  SARAP_IMPORT_CAUSE_DATE,         /* the day in short, or counted in days */
  SARAP_IMPORT_CAUSE_IIN_NUMBER,   /* 8.50101E+11, 850101312009.0 */
  SARAP_IMPORT_CAUSE_IIN_ZEROS,    /* its leading zeros are gone */
  SARAP_IMPORT_CAUSE_UNNAMED,      /* a text below no name of a column */
  SARAP_IMPORT_CAUSE_LETTER_CASE,  /* names in capitals, or without any: to be looked at again */
} SarapImportCauseKind;

typedef struct
{
  SarapImportKey *places;
  guint size; /* a power of two */
  guint used;
} SarapImportKeys;

/**
 * SarapImportFile:
 * @type: the kind of its records
 * @buffer: its text, as the reader left it
 * @length: how many bytes it was
 * @sha256: the digest of its bytes; %NULL for a file that is not there
 * @form: how it is written
 * @fields: the field of each column, %SARAP_IMPORT_UNNAMED for one without a name
 * @n_columns: how many columns
 * @rows: a GArray of #SarapImportRow
 * @texts: (nullable): texts of rows that do not lie in the buffer
 * @references: a GArray of #SarapImportReference
 * @causes: what is wrong for one reason; see sarap-import-causes.c
 * @n_blank: lines in which nothing stands
 * @uncertain: some of its keys are at fault, so that what refers to them cannot be judged
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
  SarapImportFile *files; /* one for each kind of record that is exchanged, in their order */
  guint n_files;
  GPtrArray *faults; /* SarapImportFault, the first of them */
  guint64 n_faults;
  guint64 n_database_faults; /* those of them that sarap_import_resolve() found */
  gboolean resolving;
  GPtrArray *warnings; /* SarapImportFault, the first of them */
  guint64 n_warnings;
  guint64 n_plausible[SARAP_WARNING_KINDS]; /* those of them that sarap_import_look_plausible() found */
  GPtrArray *changes;
  GPtrArray *standings; /* SarapImportStanding */
};

void             sarap_import_change_free (SarapImportChange *change);
/* Keeps an officer of the database for whom the day's answer is another one */
void             sarap_import_add_standing (SarapImport *self, gint64 officer_id, const char *iin,
                                            const SarapStanding *before, const SarapStanding *after);
void             sarap_import_standing_free (SarapImportStanding *standing);
/* NULL for a kind that is not exchanged */
SarapImportFile *sarap_import_find_file  (SarapImport *self, const SarapRecordType *type);

/* Keeps the fault if there is still room, and takes the sentence */
void             sarap_import_add_fault  (SarapImport *self, SarapImportFile *file, guint line,
                                          const char *column, char *message);
/* The same for a cause: it is kept even where others are only counted */
void             sarap_import_add_cause  (SarapImport *self, SarapImportFile *file, guint line,
                                          const char *column, char *message);

/* The same for what is no fault */
void             sarap_import_add_warning (SarapImport *self, SarapImportFile *file, guint line,
                                           const char *column, char *message);
/* The same for what the files of officers would hold (app/rules/README.md 11) */
void             sarap_import_add_plausible (SarapImport *self, SarapImportFile *file, guint line,
                                             const char *column, SarapWarningKind kind, char *message);
/* Puts faults in the order of files and lines */
void             sarap_import_sort_faults (SarapImport *self);
/* Forgets those that the database gave, which may be another one now */
void             sarap_import_forget_database_faults (SarapImport *self);

/* The bytes of a file of the folder; those of one that is not there stay NULL */
gboolean         sarap_import_file_load  (SarapImportFile *file, int folder, GCancellable *cancellable,
                                          GError **error);
/* The texts of a row in the order of the type's fields, NULL for none */
void             sarap_import_file_values (const SarapImportFile *file, guint row,
                                           const char *values[SARAP_IMPORT_FIELDS]);
/* Reads the rows of a file that was loaded and decoded */
gboolean         sarap_import_file_parse (SarapImport *self, SarapImportFile *file,
                                          GCancellable *cancellable, SarapExchangeProgress progress,
                                          guint64 before, guint64 total, gpointer data, GError **error);

/* Whether the file has a column for a field; only an optional one may be missing */
gboolean         sarap_import_file_has (const SarapImportFile *file, guint field);
/* The name of a column; its number where it has none */
char            *sarap_import_file_name_column (const SarapImportFile *file, guint column);

/* Finds out how each file is written, and makes UTF-8 of it. A file with little but ASCII is what
   the others of its folder are: somebody saved them alike */
void             sarap_import_decode     (SarapImport *self);

/* Whether nothing stands in the record's fields, from one of them on */
gboolean         sarap_import_is_blank   (const SarapCsvRecord *record, guint from);
/* What separates the columns of a header, by the names that it has then */
char             sarap_import_header_sniff (const SarapRecordType *type, const char *text);
/* Takes the names of the columns; FALSE when they are at fault */
gboolean         sarap_import_header_parse (SarapImport *self, SarapImportFile *file,
                                            SarapCsvReader *reader);

/* Whether an IIN stands in a field, the officer's own or that of whom it belongs to */
gboolean         sarap_import_is_iin     (const SarapField *field);
/* Makes of a line's texts those that the fields have for them, and gives the first of them */
const char      *sarap_import_cells_read (SarapImportFile *file, const SarapCsvRecord *record);

/* Gives a row the key that the same record has in the database, spelt otherwise */
void             sarap_import_cells_respell (SarapImportFile *file, guint row, const char *const *kept);

/* The cause for which a text is at fault, if it is one that others of the file have too */
SarapImportCauseKind sarap_import_cause_of (const SarapField *field, const char *value);

/**
 * sarap_import_causes_add:
 * @file: the file
 * @kind: what is wrong
 * @column: the column in which it is
 * @line: the line on which it is
 * @value: (nullable): the text that is at fault
 *
 * Remembers that there is one more line at fault for a reason.
 */
void             sarap_import_causes_add (SarapImportFile *file, SarapImportCauseKind kind, guint column,
                                          guint line, const char *value);
/* Once the file has been read: a fault each */
void             sarap_import_causes_tell (SarapImport *self, SarapImportFile *file);
GArray          *sarap_import_causes_new  (void);
void             sarap_import_causes_free (GArray *causes);

/* The names of the officers whose records would change, from the folder or the database */
gboolean         sarap_import_name_officers (SarapImport *self, SarapDatabase *db, GError **error);

/* Adds a row; if its key is there already, gives the row that has it + 1, else 0 */
guint            sarap_import_keys_add   (SarapImportFile *file, guint row, const char *const *values);
/* The row that has the key whose texts these are + 1, 0 for none */
guint            sarap_import_keys_find  (const SarapImportFile *file, const char *const *key);
/* Whether a row has the key whose texts these are */
gboolean         sarap_import_keys_have  (const SarapImportFile *file, const char *const *key);

/* Looks up in the database what the folder does not have, and adds the faults */
gboolean         sarap_import_resolve    (SarapImport *self, SarapDatabase *db, SarapReadableFiles *known,
                                          GCancellable *cancellable, GError **error);

/**
 * sarap_import_look_plausible:
 * @self: an import without faults
 * @db: a database, in a transaction
 * @files: the files that one reads there
 * @today: the day that is today
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Looks at the files of the folder's officers as they will be, and adds what is implausible of them
 * that was not before; an attestation of a day after @today is a fault.
 *
 * Returns: %FALSE when the database could not be read or @cancellable was cancelled
 */
gboolean         sarap_import_look_plausible (SarapImport *self, SarapDatabase *db, SarapReadableFiles *files,
                                              SarapDate today, GCancellable *cancellable, GError **error);

G_END_DECLS
