#pragma once

#include "records/sarap-record.h"

G_BEGIN_DECLS

/**
 * sarap_record_merge:
 * @base: a record that both persons read
 * @mine: the record with the changes of one person
 * @theirs: the record as another person saved it meanwhile
 * @clash: (out) (optional): whether both changed the same field to different values
 *
 * Merges two changes of one record. Each field gets its changed value; if both persons changed it
 * differently, that of @mine.
 *
 * Returns: (transfer full): the merged record, a change of @theirs
 */
SarapRecord *sarap_record_merge (SarapRecord *base,
                                 SarapRecord *mine,
                                 SarapRecord *theirs,
                                 gboolean    *clash);

G_END_DECLS
