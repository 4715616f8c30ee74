#include "records/sarap-look.h"

#include "base/sarap-log.h"
#include "records/sarap-invariants.h"
#include "store/sarap-audit.h"
#include "store/sarap-known-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Greatest length of a fault in a message, characters */
#define LONGEST_FAULT 1000

/* The path without the engine at the beginning of a database's name */
static const char *
name_file (SarapDatabase *db)
{
  const char *name = sarap_database_name (db);

  return g_str_has_prefix (name, "sqlite:") ? name + strlen ("sqlite:") : name;
}

/* A window cannot show the name of an object that somebody made a million letters long */
static char *
fault_shorten (const char *fault)
{
  return g_utf8_strlen (fault, -1) > LONGEST_FAULT ? g_utf8_substring (fault, 0, LONGEST_FAULT)
                                                   : g_strdup (fault);
}

static gboolean
file_refuse (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  g_autofree char *fault = fault_shorten (faults->pdata[0]);

  g_set_error (
      error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CORRUPT,
      /* TRANSLATORS: a file's name, and a whole sentence that says the first of what is wrong */
      _ ("“%s” comes from elsewhere or was changed by another program, and it is not in order: %s\n"
         "The file was left as it is. “sarapctl verify” lists all that is wrong. Go on working "
         "with a backup copy."),
      name_file (db), fault);
  return FALSE;
}

gboolean
sarap_look_first (SarapDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (sarap_database_engine (db) == SARAP_ENGINE_POSTGRESQL)
    return TRUE;
  sarap_known_file_begin (db);
  if (!sarap_known_file (db))
    {
      g_auto (SarapTimed) timed = sarap_timed ("a file from elsewhere looked through");

      if (!sarap_audit_verify (db, faults, error) ||
          !sarap_invariants_look (db, FALSE, faults, error))
        return FALSE;
    }
  if (faults->len > 0)
    return file_refuse (db, faults, error);
  sarap_known_file_trust (db);
  return TRUE;
}
