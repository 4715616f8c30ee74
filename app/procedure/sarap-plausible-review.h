#pragma once

#include "rules/sarap-plausible.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapPlausibleLine:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @career: the officer's records
 * @warnings: the warnings; indexes of records are those of @career
 * @n_warnings: their number, at least one
 *
 * An officer with warnings. Borrowed for the call.
 */
typedef struct
{
  gint64 officer_id;
  const char *iin;
  const SarapCareer *career;
  const SarapWarning *warnings;
  guint n_warnings;
} SarapPlausibleLine;

typedef gboolean (*SarapPlausibleVisit) (const SarapPlausibleLine *line,
                                         gpointer data,
                                         GError **error);

/**
 * sarap_plausible_visit:
 * @db: a database
 * @body_id: checks only officers of this body, 0 for all
 * @today: the current day
 * @visit: called for each officer with a warning, in the order of the IINs
 * @data: passed on
 * @cancellable: (nullable): ends it between two slices
 * @error: return location
 *
 * Finds the warnings in the whole database, or in one body (app/rules/README.md 11), in one
 * consistent view of the database. Its memory does not grow with the number of officers.
 *
 * Returns: %FALSE on an error, when cancelled, or when @visit returned %FALSE
 */
gboolean sarap_plausible_visit (SarapDatabase *db,
                                gint64 body_id,
                                SarapDate today,
                                SarapPlausibleVisit visit,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/**
 * sarap_plausible_name_record:
 * @career: the career of a line
 * @part: the part of the file
 * @index: the index of the record
 * @kind: (out): its kind, as the code in files; "" for the officer
 * @day: (out): its first day, or that of the sitting; %SARAP_DATE_NONE for the officer
 *
 * Gets the key that identifies a record of an officer for people and in files.
 */
void sarap_plausible_name_record (
    const SarapCareer *career, SarapFilePart part, int index, const char **kind, SarapDate *day);

G_END_DECLS
