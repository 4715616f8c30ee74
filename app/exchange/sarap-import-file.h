#pragma once

#include "exchange/sarap-import.h"
#include "records/sarap-readable-files.h"

G_BEGIN_DECLS

/* No kind of record has more fields */
#define SARAP_IMPORT_FIELDS 16

/* A sound line: where its first text lies in the file's buffer; the others follow it */
typedef struct
{
  guint32 line;
  guint32 at;
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

typedef struct
{
  SarapImportKey *places;
  guint size; /* a power of two */
  guint used;
} SarapImportKeys;

/**
 * SarapImportFile:
 * @type: the kind of its records
 * @buffer: its bytes, as the reader left them
 * @length: how many they were
 * @sha256: the digest of its bytes; %NULL for a file that is not there
 * @fields: the field of each column
 * @rows: a GArray of #SarapImportRow
 * @references: a GArray of #SarapImportReference
 * @uncertain: some of its keys are at fault, so that what refers to them cannot be judged
 */
typedef struct
{
  const SarapRecordType *type;
  char *buffer;
  gsize length;
  char *sha256;
  guint fields[SARAP_IMPORT_FIELDS];
  GArray *rows;
  GArray *references;
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
  GPtrArray *changes;
};

void             sarap_import_change_free (SarapImportChange *change);
/* NULL for a kind that is not exchanged */
SarapImportFile *sarap_import_find_file  (SarapImport *self, const SarapRecordType *type);
void             sarap_import_add_fault  (SarapImport *self, SarapImportFile *file, guint line,
                                          const char *column, char *message);
void             sarap_import_add_warning (SarapImport *self, SarapImportFile *file, guint line,
                                           const char *column, char *message);
void             sarap_import_sort_faults (SarapImport *self);
/* Forgets those that the database gave, which may be another one now */
void             sarap_import_forget_database_faults (SarapImport *self);

/* The bytes of a file of the folder; those of one that is not there stay NULL */
gboolean         sarap_import_file_load  (SarapImportFile *file, int folder, GCancellable *cancellable,
                                          GError **error);
/* The texts of a row in the order of the type's fields, NULL for none */
void             sarap_import_file_values (const SarapImportFile *file, guint row,
                                           const char *values[SARAP_IMPORT_FIELDS]);
/* Reads the rows of a file that was loaded */
gboolean         sarap_import_file_parse (SarapImport *self, SarapImportFile *file,
                                          GCancellable *cancellable, SarapExchangeProgress progress,
                                          guint64 before, guint64 total, gpointer data, GError **error);

/* Adds a row; if its key is there already, gives the row that has it + 1, else 0 */
guint            sarap_import_keys_add   (SarapImportFile *file, guint row, const char *const *values);
/* Whether a row has the key whose texts these are */
gboolean         sarap_import_keys_have  (const SarapImportFile *file, const char *const *key);

/* Looks up in the database what the folder does not have, and adds the faults */
gboolean         sarap_import_resolve    (SarapImport *self, SarapDatabase *db, SarapReadableFiles *known,
                                          GCancellable *cancellable, GError **error);

G_END_DECLS
