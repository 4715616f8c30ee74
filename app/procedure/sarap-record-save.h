#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Adding, changing and removing a record: checked, written and in the audit chain, all in one
   transaction. The record given is left as it was on an error. */

/* A new record (id 0) or a change of a known one; afterwards it has its id and new version.
   SARAP_STORE_ERROR_CONFLICT: somebody else changed or removed it since it was read; @theirs (may be
   NULL) then is their version, NULL if it is gone. A fault of the record is SARAP_SAVE_ERROR
   with every fault's sentence, a line each. */
gboolean sarap_record_save   (SarapDatabase *db,
                              SarapRecord   *record,
                              SarapRecord  **theirs,
                              GError       **error);
/* The same record may be added again by sarap_record_save() after sarap_record_set_identity (0, 0) */
gboolean sarap_record_remove (SarapDatabase *db,
                              SarapRecord   *record,
                              SarapRecord  **theirs,
                              GError       **error);

#define SARAP_SAVE_ERROR (sarap_save_error_quark ())
typedef enum
{
  SARAP_SAVE_ERROR_FAULTS, /* the record's own faults */
  SARAP_SAVE_ERROR_TAKEN,  /* there is one with the same key */
  SARAP_SAVE_ERROR_ABSENT, /* it names a body or unit that is not there */
  SARAP_SAVE_ERROR_IN_USE, /* a body or unit that service records name, an officer who has records */
} SarapSaveError;
GQuark sarap_save_error_quark (void);

G_END_DECLS
