#pragma once

#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/**
 * SarapChange:
 *
 * What was done to a record.
 */
typedef enum
{
  SARAP_CHANGE_ADD,
  SARAP_CHANGE_CHANGE,
  SARAP_CHANGE_REMOVE,
} SarapChange;

/* Records in words for people */
char       *sarap_record_say_value  (const SarapRecordType *type,
                                     guint                  field,
                                     const char            *value,
                                     const char            *body,
                                     const SarapBodies     *bodies);
char       *sarap_record_say_period (SarapRecord *record);
const char *sarap_record_say_change (const SarapRecordType *type, SarapChange change);
const char *sarap_record_say_add    (const SarapRecordType *type);
const char *sarap_record_say_none   (const SarapRecordType *type);
char       *sarap_record_say_fault  (const SarapRecordType *type,
                                     const SarapFault      *fault,
                                     const char            *value);

G_END_DECLS
