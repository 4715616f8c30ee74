#include "exchange/sarap-import-file.h"

#include "records/sarap-officer-list.h"

/* Officers read by one query */
#define OFFICERS_AT_ONCE 1000

static char *
name_from_folder (SarapImport *self, const char *iin)
{
  const SarapImportFile *officers = sarap_import_find_file (self, &sarap_officer_type);
  guint row = sarap_import_keys_find (officers, &iin);
  const char *values[SARAP_IMPORT_FIELDS];

  if (row == 0)
    return NULL;
  sarap_import_file_values (officers, row - 1, values);
  return g_strdup_printf ("%s %s", values[sarap_record_type_field (&sarap_officer_type, "surname")],
                          values[sarap_record_type_field (&sarap_officer_type, "given_name")]);
}

static void
on_officer (const SarapOfficerListRow *row, gpointer data)
{
  GHashTable *names = data;

  g_hash_table_insert (names, g_memdup2 (&row->officer_id, sizeof row->officer_id),
                       g_strdup_printf ("%s %s", row->surname, row->given_name));
}

/* The officers among @ids, by id */
static GHashTable *
names_from_database (SarapDatabase *db, GArray *keys, GError **error)
{
  g_autoptr (GHashTable) names =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < keys->len; i += OFFICERS_AT_ONCE)
    if (!sarap_officer_list_rows (db, &g_array_index (keys, SarapOfficerListKey, i),
                                  MIN (keys->len - i, OFFICERS_AT_ONCE), on_officer, names, error))
      return NULL;
  return g_steal_pointer (&names);
}

/* The changes whose officer is not in the folder */
static GArray *
list_unnamed (SarapImport *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (SarapOfficerListKey));

  for (guint i = 0; i < self->standings->len; i++)
    {
      SarapImportStanding *standing = self->standings->pdata[i];
      SarapOfficerListKey key = { standing->officer_id, SARAP_DATE_NONE };

      standing->officer = name_from_folder (self, standing->iin);
      if (standing->officer == NULL)
        g_array_append_val (keys, key);
    }
  for (guint i = 0; i < self->changes->len; i++)
    {
      SarapImportChange *change = self->changes->pdata[i];
      int iin = sarap_record_type_field (change->type, "iin");
      SarapOfficerListKey key = { change->officer_id, SARAP_DATE_NONE };

      if (change->before == NULL || iin < 0)
        continue;
      change->officer = name_from_folder (self, change->after[iin]);
      if (change->officer == NULL)
        g_array_append_val (keys, key);
    }
  return keys;
}

gboolean
sarap_import_name_officers (SarapImport *self, SarapDatabase *db, GError **error)
{
  g_autoptr (GArray) unnamed = list_unnamed (self);
  g_autoptr (GHashTable) names = NULL;

  if (unnamed->len == 0)
    return TRUE;
  if ((names = names_from_database (db, unnamed, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < self->standings->len; i++)
    {
      SarapImportStanding *standing = self->standings->pdata[i];

      if (standing->officer == NULL)
        standing->officer = g_strdup (g_hash_table_lookup (names, &standing->officer_id));
    }
  for (guint i = 0; i < self->changes->len; i++)
    {
      SarapImportChange *change = self->changes->pdata[i];

      if (change->before != NULL && change->officer == NULL && change->officer_id != 0)
        change->officer = g_strdup (g_hash_table_lookup (names, &change->officer_id));
    }
  return TRUE;
}
