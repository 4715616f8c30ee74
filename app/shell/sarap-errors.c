#include "shell/sarap-errors.h"

#include "store/sarap-store-error.h"

#include <glib/gi18n-lib.h>

static const struct
{
  SarapStoreError code;
  const char *advice;
} advices[] = {
  { SARAP_STORE_ERROR_LOST, N_ ("Nothing was written. Try again when the server answers.") },
  { SARAP_STORE_ERROR_BUSY, N_ ("Nothing was written. Try again in a moment.") },
  { SARAP_STORE_ERROR_CONFLICT,
    N_ ("Nothing was written. Look at what was changed, and decide which is right.") },
  { SARAP_STORE_ERROR_CONSTRAINT, N_ ("Nothing was written. Correct what was typed.") },
  { SARAP_STORE_ERROR_DENIED,
    N_ ("Nothing was written. The administrator of the server gives roles.") },
  { SARAP_STORE_ERROR_CREDENTIALS, N_ ("Check the user name and the password.") },
  { SARAP_STORE_ERROR_VERSION,
    N_ ("The database was left as it is. Its administrator brings it up to date with “sarapctl "
        "init”; a newer database needs a newer program.") },
  { SARAP_STORE_ERROR_FULL, N_ ("Nothing was written. Make room, and try again.") },
  { SARAP_STORE_ERROR_CORRUPT,
    N_ ("The file was left as it is. Restore the last backup with “sarapctl restore”.") },
};

/**
 * sarap_error_advice:
 * @error: what went wrong
 *
 * Returns: (nullable): what was kept and what to do now, for people
 */
const char *
sarap_error_advice (const GError *error)
{
  if (error->domain == SARAP_STORE_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
      if (advices[i].code == (SarapStoreError) error->code)
        return _ (advices[i].advice);
  return NULL;
}
