#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

#define SARAP_FOLDER_FILES 7

/**
 * SarapFolder:
 * @path: where it is
 * @rows: of each file a GPtrArray of rows, the header first; each a GPtrArray of cells as they
 *   stand in the file, quotation marks and all
 * @line_end: what ends a line
 * @start: what stands before the header
 *
 * A folder to import, made from the golden one, to be broken by tests.
 */
typedef struct
{
  char *path;
  GPtrArray *rows[SARAP_FOLDER_FILES];
  const char *line_end;
  const char *start;
} SarapFolder;

/* The golden folder, or its first @n_officers with all that is theirs, and some education, which
   the golden one lacks. Written. */
SarapFolder *sarap_folder_new       (guint n_officers);
void         sarap_folder_free      (SarapFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFolder, sarap_folder_free)

void         sarap_folder_write     (SarapFolder *self, guint file);
void         sarap_folder_write_all (SarapFolder *self);
guint        sarap_folder_n_rows    (SarapFolder *self, guint file);
/* Rows count from 0, the header; so row 1 is line 2 */
const char  *sarap_folder_get       (SarapFolder *self, guint file, guint row, guint column);
void         sarap_folder_set       (SarapFolder *self, guint file, guint row, guint column, const char *cell);
void         sarap_folder_add_copy  (SarapFolder *self, guint file, guint row);
/* The place of a file and of a column of it */
guint        sarap_folder_file      (const SarapRecordType *type);
guint        sarap_folder_column    (const SarapRecordType *type, const char *name);
/* The first row whose cell is @value, or is not empty where that is NULL; 0 if there is none */
guint        sarap_folder_find      (SarapFolder *self, const SarapRecordType *type, const char *column, const char *value);

/* A digest over all records and the audit chain */
char        *sarap_fingerprint      (SarapDatabase *db);
/* The files of an export as one text */
char        *sarap_folder_contents  (const char *path);
void         sarap_folder_remove    (const char *path);

G_END_DECLS
