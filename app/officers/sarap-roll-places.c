#include "officers/sarap-roll-places.h"

#include "records/sarap-name-keys.h"
#include "records/sarap-record-store.h"
#include "procedure/sarap-sentences.h"

struct _SarapPlaces
{
  /* Owned */
  GPtrArray *bodies;
  GPtrArray *units;
  GHashTable *bodies_by_id;
  GHashTable *units_by_id;
  GHashTable *bodies_by_key;
  GHashTable *units_by_key;
};

static void
place_free (gpointer data)
{
  SarapRollPlace *place = data;

  g_free (place->key);
  g_free (place->name_kk);
  g_free (place->name_ru);
  g_free (place->found);
  g_free (place->found_loosely);
  g_free (place);
}

static SarapRollPlace *
place_new (SarapRecord *record)
{
  SarapRollPlace *place = g_new0 (SarapRollPlace, 1);
  g_autofree char *names = NULL;

  place->id = sarap_record_get_id (record);
  place->name_kk = g_strdup (sarap_record_get (record, "name_kk"));
  place->name_ru = g_strdup (sarap_record_get (record, "name_ru"));
  names = g_strjoin ("\n", place->name_kk, place->name_ru, NULL);
  place->found = sarap_fold (names, SARAP_FOLD_EXACT);
  place->found_loosely = sarap_fold (names, SARAP_FOLD_LOOSE);
  return place;
}

static void
add_place (GPtrArray *places, GHashTable *by_id, GHashTable *by_key, SarapRollPlace *place)
{
  g_ptr_array_add (places, place);
  g_hash_table_insert (by_id, GSIZE_TO_POINTER (place->id), place);
  g_hash_table_insert (by_key, place->key, place);
}

static void
add_body (SarapRollPlaces *self, SarapRecord *record)
{
  SarapRollPlace *place = place_new (record);

  place->key = g_strdup (sarap_record_get (record, "code"));
  place->central = sarap_record_get_code (record, "kind") == SARAP_BODY_CENTRAL;
  add_place (self->bodies, self->bodies_by_id, self->bodies_by_key, place);
}

static void
add_unit (SarapRollPlaces *self, SarapRecord *record)
{
  SarapRollPlace *place = place_new (record);
  const char *body = sarap_record_get (record, "body");
  const SarapRollPlace *found = g_hash_table_lookup (self->bodies_by_key, body);

  place->key = g_strjoin ("/", body, sarap_record_get (record, "code"), NULL);
  place->body_id = found != NULL ? found->id : 0;
  add_place (self->units, self->units_by_id, self->units_by_key, place);
}

static void
places_clear (gpointer data)
{
  SarapRollPlaces *self = data;

  g_hash_table_unref (self->bodies_by_id);
  g_hash_table_unref (self->units_by_id);
  g_hash_table_unref (self->bodies_by_key);
  g_hash_table_unref (self->units_by_key);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->units);
}

/**
 * sarap_roll_places_read:
 * @db: a database
 * @error: return location
 *
 * Returns: (transfer full): its bodies and units as they are now
 */
SarapRollPlaces *
sarap_roll_places_read (SarapDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) bodies = sarap_records_all (db, &sarap_body_type, error);
  g_autoptr (GPtrArray) units = NULL;
  SarapRollPlaces *self = NULL;

  if (bodies == NULL || (units = sarap_records_all (db, &sarap_unit_type, error)) == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (SarapRollPlaces);
  self->bodies = g_ptr_array_new_with_free_func (place_free);
  self->units = g_ptr_array_new_with_free_func (place_free);
  self->bodies_by_id = g_hash_table_new (NULL, NULL);
  self->units_by_id = g_hash_table_new (NULL, NULL);
  self->bodies_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->units_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < bodies->len; i++)
    add_body (self, bodies->pdata[i]);
  for (guint i = 0; i < units->len; i++)
    add_unit (self, units->pdata[i]);
  return self;
}

SarapRollPlaces *
sarap_roll_places_ref (SarapRollPlaces *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sarap_roll_places_unref (SarapRollPlaces *self)
{
  g_atomic_rc_box_release_full (self, places_clear);
}

GPtrArray *
sarap_roll_places_get_bodies (SarapRollPlaces *self)
{
  return self->bodies;
}

GPtrArray *
sarap_roll_places_get_units (SarapRollPlaces *self)
{
  return self->units;
}

const SarapRollPlace *
sarap_roll_places_body (SarapRollPlaces *self, gint64 id)
{
  return g_hash_table_lookup (self->bodies_by_id, GSIZE_TO_POINTER (id));
}

const SarapRollPlace *
sarap_roll_places_unit (SarapRollPlaces *self, gint64 id)
{
  return g_hash_table_lookup (self->units_by_id, GSIZE_TO_POINTER (id));
}

const SarapRollPlace *
sarap_roll_places_find_body (SarapRollPlaces *self, const char *key)
{
  return g_hash_table_lookup (self->bodies_by_key, key);
}

const SarapRollPlace *
sarap_roll_places_find_unit (SarapRollPlaces *self, const char *key)
{
  return g_hash_table_lookup (self->units_by_key, key);
}

const char *
sarap_roll_place_name (const SarapRollPlace *place)
{
  if (place == NULL)
    return "";
  return sarap_say_in_language (place->name_kk, place->name_ru);
}
