#pragma once

#include "rules/sarap-plausible.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapPlausibleLine:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @career: their records
 * @warnings: what should be looked at again; places of records are those of @career
 * @n_warnings: how many, at least one
 *
 * An officer in whose file something is implausible. Borrowed for the call.
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
 * @body_id: the body whose officers alone are looked at, 0 for all
 * @today: the day that is today
 * @visit: called for each officer with a warning, in the order of the IINs
 * @data: passed on
 * @cancellable: (nullable): ends it between two slices
 * @error: return location
 *
 * What is implausible in the whole database, or in one body (app/rules/README.md 11): a pass of its
 * own, in one consistent view and in memory that does not grow with the number of officers.
 *
 * Returns: %FALSE on an error, when cancelled or when @visit ended it
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
 * @part: which records
 * @index: which of them
 * @kind: (out): its kind, the code of files; "" for the officer
 * @day: (out): its first day, or that of the sitting; %SARAP_DATE_NONE for the officer
 *
 * The key by which people and files know a record of an officer.
 */
void sarap_plausible_name_record (
    const SarapCareer *career, SarapFilePart part, int index, const char **kind, SarapDate *day);

G_END_DECLS
