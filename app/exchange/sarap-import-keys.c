#include "exchange/sarap-import-file.h"

#include <string.h>

/* A hash table of the keys of a file: a hash and a row number for each key, while the texts stay in
   the file's buffer. It takes some 20 bytes for each row. */

/* FNV-1a over the texts of a key, each with a zero byte */
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

/* Gets the texts of the key from the values of a record */
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

/* The slot of a key: its own, or the empty one where it belongs */
static SarapImportKey *
find_slot (const SarapImportFile *file, guint32 hash, const char *const *key)
{
  const SarapImportKeys *keys = &file->keys;

  for (guint i = hash;; i++)
    {
      SarapImportKey *slot = &keys->slots[i & (keys->size - 1)];
      const char *values[SARAP_IMPORT_FIELDS], *there[SARAP_IMPORT_FIELDS];
      gboolean same = TRUE;

      if (slot->row == 0)
        return slot;
      if (slot->hash != hash)
        continue;
      sarap_import_file_values (file, slot->row - 1, values);
      for (guint j = key_of (file->type, values, there); j > 0 && same; j--)
        same = g_strcmp0 (there[j - 1], key[j - 1]) == 0;
      if (same)
        return slot;
    }
}

static void
grow (SarapImportKeys *keys)
{
  SarapImportKeys larger = { NULL, keys->size == 0 ? 64 : keys->size * 2, keys->used };

  larger.slots = g_new0 (SarapImportKey, larger.size);
  for (guint i = 0; i < keys->size; i++)
    {
      guint at = keys->slots[i].hash;

      if (keys->slots[i].row == 0)
        continue;
      while (larger.slots[at & (larger.size - 1)].row != 0)
        at++;
      larger.slots[at & (larger.size - 1)] = keys->slots[i];
    }
  g_free (keys->slots);
  *keys = larger;
}

guint
sarap_import_keys_add (SarapImportFile *file, guint row, const char *const *values)
{
  const char *key[SARAP_IMPORT_FIELDS];
  guint32 hash = hash_key (key, key_of (file->type, values, key));
  SarapImportKey *slot;

  if (file->keys.used >= file->keys.size / 2)
    grow (&file->keys);
  slot = find_slot (file, hash, key);
  if (slot->row != 0)
    return slot->row;
  *slot = (SarapImportKey){ hash, row + 1 };
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
  return find_slot (file, hash_key (key, n), key)->row;
}

gboolean
sarap_import_keys_have (const SarapImportFile *file, const char *const *key)
{
  return sarap_import_keys_find (file, key) != 0;
}
