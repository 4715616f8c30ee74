#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Adding, changing and removing a record: checked, written and in the audit chain, all in one
   transaction. The record given is left as it was on an error. */

/* A new record (id 0) or a change of a known one; afterwards it has its id and new version.
   SARAP_STORE_ERROR_CONFLICT: somebody else changed or removed it since it was read; @theirs (may be
   NULL) then is their version, NULL if it is gone. A fault of the record is SARAP_KEEPING_ERROR
   with every fault's sentence, a line each. */
gboolean sarap_record_keep   (SarapDatabase *db,
                              SarapRecord   *record,
                              SarapRecord  **theirs,
                              GError       **error);
/* The same record may be added again by sarap_record_keep() after sarap_record_set_identity (0, 0) */
gboolean sarap_record_remove (SarapDatabase *db,
                              SarapRecord   *record,
                              SarapRecord  **theirs,
                              GError       **error);

#define SARAP_KEEPING_ERROR (sarap_keeping_error_quark ())
typedef enum
{
  SARAP_KEEPING_ERROR_FAULTS, /* the record's own faults */
  SARAP_KEEPING_ERROR_IN_USE, /* a body or unit that service records name, an officer who has records */
} SarapKeepingError;
GQuark sarap_keeping_error_quark (void);

/* A line of the history of changes of one officer, or of all */
typedef struct
{
  gint64 seq;
  char *moment; /* YYYY-MM-DDTHH:MM:SSZ */
  char *actor;
  char *action;
  char *record;
  gint64 record_id;
  char *detail; /* JSON: field → [before, after] */
} SarapHistoryLine;
void       sarap_history_line_free (SarapHistoryLine *line);
/* Newest first, at most @limit, before line @before (0: from the newest) */
GPtrArray *sarap_history_of_officer (SarapDatabase *db, gint64 officer_id, gint64 before, guint limit, GError **error);

G_END_DECLS
