#pragma once

#include "records/sarap-record.h"

G_BEGIN_DECLS

/**
 * sarap_record_merge:
 * @base: a record as both have read it
 * @mine: the same record as one person changed it
 * @theirs: the same record as another has written it meanwhile
 * @clash: (out) (optional): whether both changed a field, and to different values
 *
 * Joins two changes of one record. Each field has the value of whoever changed it; where both did,
 * and not alike, that of @mine.
 *
 * Returns: (transfer full): the joined record, a change of @theirs
 */
SarapRecord *sarap_record_merge (SarapRecord *base,
                                 SarapRecord *mine,
                                 SarapRecord *theirs,
                                 gboolean    *clash);

G_END_DECLS
