#pragma once

#include "procedure/sarap-officer-file.h"
#include "rules/sarap-plausible.h"

G_BEGIN_DECLS

/**
 * SarapFileWarning:
 * @warning: the warning; its indexes are those of the records at the time
 * @record_id: the id of the record, 0 if it is not written yet
 * @other_id: the id of the contradicting record, 0 for none, or if it is not written yet
 *
 * A warning about one officer's file that does not depend on the order of records. Plain values,
 * freed with g_free().
 */
typedef struct
{
  SarapWarning warning;
  gint64 record_id;
  gint64 other_id;
} SarapFileWarning;

/**
 * sarap_file_warning_equal:
 * @a: a warning
 * @b: another one
 *
 * Returns: whether both say the same about the same records, with the same figures
 */
gboolean sarap_file_warning_equal (const SarapFileWarning *a, const SarapFileWarning *b);
/* The kind of record of a part of a file */
const SarapRecordType *sarap_file_part_type (SarapFilePart part);

/**
 * sarap_officer_file_warnings:
 * @self: an officer's file
 * @today: the current day
 *
 * Returns: (transfer full) (element-type SarapFileWarning): the warnings about it
 */
GPtrArray *sarap_officer_file_warnings (SarapOfficerFile *self, SarapDate today);

/**
 * sarap_file_warnings_brought:
 * @db: a database, in a transaction
 * @record: a record to be written
 * @today: the current day
 * @accepted: (nullable) (element-type SarapFileWarning): the warnings that the person has accepted
 * @error: return location
 *
 * Finds new warnings about the officer's file after @record is written that are not accepted yet:
 * about that record, and about others that now contradict it. Records without influence on the
 * rules (bodies, units, education) have none.
 *
 * Returns: (transfer full) (nullable) (element-type SarapFileWarning): the warnings; %NULL on an
 * error
 */
GPtrArray *sarap_file_warnings_brought (SarapDatabase *db,
                                        SarapRecord *record,
                                        SarapDate today,
                                        const GPtrArray *accepted,
                                        GError **error);

G_END_DECLS
