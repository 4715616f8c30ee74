#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SARAP_STORE_ERROR (sarap_store_error_quark ())

/**
 * SarapStoreError:
 * @SARAP_STORE_ERROR_FAILED: anything without a code of its own
 * @SARAP_STORE_ERROR_LOST: the server cannot be reached, or went away; nothing was written, unless it
 *   went away just while it saved: then the message says so
 * @SARAP_STORE_ERROR_BUSY: somebody else is writing; the whole unit of work may be tried again
 * @SARAP_STORE_ERROR_CONFLICT: the record was changed by somebody else since it was read
 * @SARAP_STORE_ERROR_CONSTRAINT: a constraint of the schema refuses it
 * @SARAP_STORE_ERROR_DENIED: this role may not do that
 * @SARAP_STORE_ERROR_CREDENTIALS: user name or password is wrong, or one is needed
 * @SARAP_STORE_ERROR_VERSION: not a Sarap database, or made by a newer program
 * @SARAP_STORE_ERROR_FULL: no space is left where the database is
 * @SARAP_STORE_ERROR_QUEUE: the server's queue of notifications is full, so it saves nothing of anybody
 * @SARAP_STORE_ERROR_NUMBERS: a table has no number left for a new record, which only a hand brings about
 * @SARAP_STORE_ERROR_IO: the file cannot be read or written: the disk, or a quota of it
 * @SARAP_STORE_ERROR_CORRUPT: the file is damaged
 * @SARAP_STORE_ERROR_NOT_FOUND: there is no such record, or this role may not see it
 * @SARAP_STORE_ERROR_NAME: the name of a database cannot be understood
 */
typedef enum
{
  SARAP_STORE_ERROR_FAILED,
  SARAP_STORE_ERROR_LOST,
  SARAP_STORE_ERROR_BUSY,
  SARAP_STORE_ERROR_CONFLICT,
  SARAP_STORE_ERROR_CONSTRAINT,
  SARAP_STORE_ERROR_DENIED,
  SARAP_STORE_ERROR_CREDENTIALS,
  SARAP_STORE_ERROR_VERSION,
  SARAP_STORE_ERROR_FULL,
  SARAP_STORE_ERROR_QUEUE,
  SARAP_STORE_ERROR_NUMBERS,
  SARAP_STORE_ERROR_IO,
  SARAP_STORE_ERROR_CORRUPT,
  SARAP_STORE_ERROR_NOT_FOUND,
  SARAP_STORE_ERROR_NAME,
} SarapStoreError;

GQuark sarap_store_error_quark (void);

/* What kind of constraint %SARAP_STORE_ERROR_CONSTRAINT is about */
typedef enum
{
  SARAP_CONSTRAINT_OTHER,
  SARAP_CONSTRAINT_UNIQUE,    /* there is one with the same values */
  SARAP_CONSTRAINT_REFERENCE, /* a record names one that is not there, or is named itself */
} SarapConstraint;

/**
 * sarap_store_error_constraint:
 * @error: %SARAP_STORE_ERROR_CONSTRAINT
 *
 * Returns: which kind of constraint the engine named
 */
SarapConstraint sarap_store_error_constraint (const GError *error);
/* The IIN that the database says another file has already, perhaps one that this person may not see; %NULL
   for any other error */
char           *sarap_store_error_iin_taken  (const GError *error);
/* Refuses what no program of ours wrote, by %SARAP_STORE_ERROR_CORRUPT: always %FALSE */
gboolean        sarap_store_error_damaged    (GError **error);

G_END_DECLS
