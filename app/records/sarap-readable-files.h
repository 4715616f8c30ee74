#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReadableFiles:
 *
 * The officers whose files the person may read, by IIN. For a condition on an IIN, a server's views
 * read every file of the person's body; a condition on ids is fast. So a person who may read only
 * some files lists them once, and later questions use their ids. The server is never asked about
 * other files: its statistics would reveal to anyone which IINs it has.
 *
 * Files entered later are not included.
 */
typedef struct _SarapReadableFiles SarapReadableFiles;

/**
 * sarap_readable_files_new:
 * @db: a database, which must outlive the list
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the files that the person may read now; %NULL when the
 *   database could not be read
 */
SarapReadableFiles *sarap_readable_files_new  (SarapDatabase *db, GError **error);

void                sarap_readable_files_free (SarapReadableFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapReadableFiles, sarap_readable_files_free)

/* Whether the person may read only some files, which must be asked for by id */
gboolean sarap_readable_files_are_listed (SarapReadableFiles *self);

/* The id of a listed file, 0 if the person may not read it */
gint64   sarap_readable_files_find       (SarapReadableFiles *self, const char *iin);

/**
 * sarap_readable_files_find_many:
 * @self: the files
 * @iins: IINs, or any texts
 * @n_iins: their number
 * @ids: receives the id of each file, 0 if the person may not read it
 * @error: return location
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_readable_files_find_many  (SarapReadableFiles *self, const char *const *iins,
                                          guint n_iins, gint64 *ids, GError **error);

/**
 * sarap_readable_files_exist:
 * @self: the files
 * @iins: IINs, or any texts
 * @n_iins: their number
 * @found: receives for each whether the person may read such a file
 * @error: return location
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_readable_files_exist      (SarapReadableFiles *self, const char *const *iins,
                                          guint n_iins, gboolean *found, GError **error);

G_END_DECLS
