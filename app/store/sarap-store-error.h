#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SARAP_STORE_ERROR (sarap_store_error_quark ())

/**
 * SarapStoreError:
 * @SARAP_STORE_ERROR_FAILED: anything without a code of its own
 * @SARAP_STORE_ERROR_LOST: the server cannot be reached, or went away; nothing was written, unless
 *   it went away while saving, as the message then says
 * @SARAP_STORE_ERROR_BUSY: another writer is at work; the whole unit of work may be tried again
 * @SARAP_STORE_ERROR_CONFLICT: another person changed the record since it was read
 * @SARAP_STORE_ERROR_CONSTRAINT: a constraint of the schema refuses it
 * @SARAP_STORE_ERROR_DENIED: this role may not do that
 * @SARAP_STORE_ERROR_CREDENTIALS: user name or password is wrong or missing
 * @SARAP_STORE_ERROR_VERSION: not a Sarap database, or made by a newer program
 * @SARAP_STORE_ERROR_FULL: no space is left where the database is
 * @SARAP_STORE_ERROR_QUEUE: the server's queue of notifications is full, so nobody can save
 * @SARAP_STORE_ERROR_NUMBERS: a table has no id left for a new record, which happens only after
 *   changes by hand
 * @SARAP_STORE_ERROR_IO: the file cannot be read or written: a fault of the disk, or a quota
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

/* The kind of constraint in %SARAP_STORE_ERROR_CONSTRAINT */
typedef enum
{
  SARAP_CONSTRAINT_OTHER,
  SARAP_CONSTRAINT_UNIQUE,    /* another record has the same values */
  SARAP_CONSTRAINT_REFERENCE, /* a record refers to a missing one, or is referred to itself */
} SarapConstraint;

/**
 * sarap_store_error_constraint:
 * @error: %SARAP_STORE_ERROR_CONSTRAINT
 *
 * Returns: the kind of constraint that the engine named
 */
SarapConstraint sarap_store_error_constraint (const GError *error);
/* The IIN that another file in the database already has, perhaps one that this person may not see;
   NULL for any other error */
char           *sarap_store_error_iin_taken  (const GError *error);
/* Sets SARAP_STORE_ERROR_CORRUPT for a value that no Sarap program wrote. Always returns FALSE. */
gboolean        sarap_store_error_damaged    (GError **error);

G_END_DECLS
