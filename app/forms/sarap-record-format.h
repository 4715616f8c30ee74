#pragma once

#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/* Records in words for people */
char *sarap_record_say_value (const SarapRecordType *type,
                              guint field,
                              const char *value,
                              const char *body,
                              const SarapBodies *bodies);
char *sarap_record_say_period (SarapRecord *record);
char *
sarap_record_say_fault (const SarapRecordType *type, const SarapFault *fault, const char *value);

G_END_DECLS
