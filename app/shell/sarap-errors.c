#include "shell/sarap-errors.h"

#include "store/sarap-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  SarapStoreError code;
  const char *advice;
} advices[] = {
  { SARAP_STORE_ERROR_BUSY, N_ ("Nothing was written.") },
  { SARAP_STORE_ERROR_CONFLICT,
    N_ ("Nothing was written. Look at what was changed, and decide which is right.") },
  { SARAP_STORE_ERROR_CONSTRAINT, N_ ("Nothing was written. Correct what was typed.") },
  { SARAP_STORE_ERROR_DENIED, N_ ("Nothing was written.") },
  { SARAP_STORE_ERROR_VERSION, N_ ("Nothing was written.") },
  { SARAP_STORE_ERROR_CORRUPT,
    N_ ("The file was left as it is. “sarapctl verify” lists all that is wrong. Go on working "
        "with a backup copy.") },
};

/* For these errors the engine's own words, in English on separate lines, would not help a person */
static gboolean
says_all (SarapStoreError code)
{
  switch (code)
    {
    case SARAP_STORE_ERROR_LOST:
    case SARAP_STORE_ERROR_BUSY:
    case SARAP_STORE_ERROR_CONFLICT:
    case SARAP_STORE_ERROR_DENIED:
    case SARAP_STORE_ERROR_CREDENTIALS:
    case SARAP_STORE_ERROR_VERSION:
    case SARAP_STORE_ERROR_FULL:
    case SARAP_STORE_ERROR_QUEUE:
    case SARAP_STORE_ERROR_NUMBERS:
    case SARAP_STORE_ERROR_IO:
    case SARAP_STORE_ERROR_CORRUPT:
    case SARAP_STORE_ERROR_NAME:
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
find_advice (SarapStoreError code)
{
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    if (advices[i].code == code)
      return _ (advices[i].advice);
  return NULL;
}

char *
sarap_error_say (const GError *error)
{
  g_autofree char *message = g_strdup (error->message);
  const char *advice = NULL;

  if (error->domain != SARAP_STORE_ERROR)
    return g_steal_pointer (&message);
  if (says_all (error->code))
    message[strcspn (message, "\n")] = '\0';
  advice = find_advice (error->code);
  return advice == NULL ? g_steal_pointer (&message) : g_strdup_printf ("%s\n%s", message, advice);
}
