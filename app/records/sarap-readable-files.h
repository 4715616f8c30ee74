#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReadableFiles:
 *
 * The officers whose files one reads, by IIN. A condition on an IIN does not get past the fence of
 * a server's views, which read every file of one's body for it; one on ids does. So who reads some
 * of the files lists them once, and asks by their ids from then on. Of other files the server is
 * asked nothing: its statistics would tell anybody which IINs it has.
 *
 * Files that are entered after it was made are not in it.
 */
typedef struct _SarapReadableFiles SarapReadableFiles;

/**
 * sarap_readable_files_new:
 * @db: a database, which must outlive it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the files that one reads now; %NULL when the database could
 *   not be read
 */
SarapReadableFiles *sarap_readable_files_new  (SarapDatabase *db, GError **error);

void                sarap_readable_files_free (SarapReadableFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapReadableFiles, sarap_readable_files_free)

/* Whether one reads only some files, which are to be asked for by their ids */
gboolean sarap_readable_files_are_listed (SarapReadableFiles *self);

/* The id of a listed file, 0 when one does not read it */
gint64   sarap_readable_files_find       (SarapReadableFiles *self, const char *iin);

/**
 * sarap_readable_files_find_many:
 * @self: the files
 * @iins: IINs, or any texts
 * @n_iins: how many
 * @ids: set for each to the id of the file, 0 when one does not read such a file
 * @error: return location
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_readable_files_find_many  (SarapReadableFiles *self, const char *const *iins, guint n_iins,
                                          gint64 *ids, GError **error);

/**
 * sarap_readable_files_exist:
 * @self: the files
 * @iins: IINs, or any texts
 * @n_iins: how many
 * @found: set for each to whether one reads such a file
 * @error: return location
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_readable_files_exist      (SarapReadableFiles *self, const char *const *iins, guint n_iins,
                                          gboolean *found, GError **error);

G_END_DECLS
