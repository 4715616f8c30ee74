#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SARAP_EXCHANGE_ERROR (sarap_exchange_error_quark ())

/**
 * SarapExchangeError:
 * @SARAP_EXCHANGE_ERROR_FAULTS: the folder has faults, which are in the import
 * @SARAP_EXCHANGE_ERROR_FILE: a folder or a file cannot be read or written
 * @SARAP_EXCHANGE_ERROR_EXISTS: a file would be overwritten
 * @SARAP_EXCHANGE_ERROR_NOT_BACKUP: not a valid backup
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
 * @code: errno of a system call
 *
 * Translates common errors itself: the C library has no Kazakh messages.
 *
 * Returns: the reason, for the end of a sentence
 */
const char *sarap_exchange_say_errno (int code);

/* Reports the progress of a long call, on its thread. @total is 0 while unknown. */
typedef void (*SarapExchangeProgress) (guint64 done, guint64 total, gpointer data);

G_END_DECLS
