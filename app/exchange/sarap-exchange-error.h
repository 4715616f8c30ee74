#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SARAP_EXCHANGE_ERROR (sarap_exchange_error_quark ())

/**
 * SarapExchangeError:
 * @SARAP_EXCHANGE_ERROR_FAULTS: the folder has faults; they stand in the import
 * @SARAP_EXCHANGE_ERROR_FILE: a folder or a file cannot be read or written
 * @SARAP_EXCHANGE_ERROR_EXISTS: a file is there that would be written over
 * @SARAP_EXCHANGE_ERROR_NOT_BACKUP: not a sound backup
 * @SARAP_EXCHANGE_ERROR_NOT_EMPTY: the database to restore into has records
 * @SARAP_EXCHANGE_ERROR_DAY: no demonstration can be made for that day
 */
typedef enum
{
  SARAP_EXCHANGE_ERROR_FAULTS,
  SARAP_EXCHANGE_ERROR_FILE,
  SARAP_EXCHANGE_ERROR_EXISTS,
  SARAP_EXCHANGE_ERROR_NOT_BACKUP,
  SARAP_EXCHANGE_ERROR_NOT_EMPTY,
  SARAP_EXCHANGE_ERROR_DAY,
} SarapExchangeError;

GQuark sarap_exchange_error_quark (void);

/**
 * sarap_exchange_say_errno:
 * @code: what a system call left in errno
 *
 * Says in words of our own what a person may meet: the C library knows no Kazakh.
 *
 * Returns: why it could not be done, to end a sentence with
 */
const char *sarap_exchange_say_errno (int code);

/* How far a long call is: called on its own thread. @total is 0 while it is not known. */
typedef void (*SarapExchangeProgress) (guint64 done, guint64 total, gpointer data);

G_END_DECLS
