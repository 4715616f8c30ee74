#include "exchange/sarap-import-file.h"

#include <string.h>

/* A table of the keys of a file: a hash and a row number a key, the texts stay in the file's
   buffer. A file of millions of rows takes some 20 bytes each. */

/* FNV-1a over the texts of a key and a zero after each */
static guint32
hash_key (const char *const *key, guint n)
{
  guint32 hash = 2166136261u;

  for (guint i = 0; i < n; i++)
    {
      for (const char *c = key[i] != NULL ? key[i] : ""; *c != '\0'; c++)
        hash = (hash ^ (guchar) *c) * 16777619u;
      hash *= 16777619u;
    }
  return hash;
}

/* The texts of the key among the values of a record */
static guint
key_of (const SarapRecordType *type,
        const char *const *values,
        const char *key[SARAP_IMPORT_FIELDS])
{
  guint n = 0;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & SARAP_FIELD_KEY)
      key[n++] = values[i];
  return n;
}

/* The place of a key: its own, or the empty one where it belongs */
static SarapImportKey *
find_place (const SarapImportFile *file, guint32 hash, const char *const *key)
{
  const SarapImportKeys *keys = &file->keys;

  for (guint i = hash;; i++)
    {
      SarapImportKey *place = &keys->places[i & (keys->size - 1)];
      const char *values[SARAP_IMPORT_FIELDS], *there[SARAP_IMPORT_FIELDS];
      gboolean same = TRUE;

      if (place->row == 0)
        return place;
      if (place->hash != hash)
        continue;
      sarap_import_file_values (file, place->row - 1, values);
      for (guint j = key_of (file->type, values, there); j > 0 && same; j--)
        same = g_strcmp0 (there[j - 1], key[j - 1]) == 0;
      if (same)
        return place;
    }
}

static void
grow (SarapImportKeys *keys)
{
  SarapImportKeys larger = { NULL, keys->size == 0 ? 64 : keys->size * 2, keys->used };

  larger.places = g_new0 (SarapImportKey, larger.size);
  for (guint i = 0; i < keys->size; i++)
    {
      guint at = keys->places[i].hash;

      if (keys->places[i].row == 0)
        continue;
      while (larger.places[at & (larger.size - 1)].row != 0)
        at++;
      larger.places[at & (larger.size - 1)] = keys->places[i];
    }
  g_free (keys->places);
  *keys = larger;
}

guint
sarap_import_keys_add (SarapImportFile *file, guint row, const char *const *values)
{
  const char *key[SARAP_IMPORT_FIELDS];
  guint32 hash = hash_key (key, key_of (file->type, values, key));
  SarapImportKey *place;

  if (file->keys.used >= file->keys.size / 2)
    grow (&file->keys);
  place = find_place (file, hash, key);
  if (place->row != 0)
    return place->row;
  *place = (SarapImportKey){ hash, row + 1 };
  file->keys.used++;
  return 0;
}

guint
sarap_import_keys_find (const SarapImportFile *file, const char *const *key)
{
  guint n = 0;

  if (file->keys.size == 0)
    return 0;
  for (guint i = 0; i < file->type->n_fields; i++)
    n += (file->type->fields[i].flags & SARAP_FIELD_KEY) != 0;
  return find_place (file, hash_key (key, n), key)->row;
}

gboolean
sarap_import_keys_have (const SarapImportFile *file, const char *const *key)
{
  return sarap_import_keys_find (file, key) != 0;
}
