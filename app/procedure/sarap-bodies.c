#include "procedure/sarap-bodies.h"

#include "base/sarap-log.h"
#include "procedure/sarap-sentences.h"
#include "records/sarap-name-keys.h"
#include "records/sarap-record-store.h"

struct _SarapBodies
{
  /* Owned */
  GPtrArray *body_records;
  GPtrArray *unit_records;
  GPtrArray *bodies;
  GPtrArray *units;
  GHashTable *bodies_by_id;
  GHashTable *units_by_id;
  GHashTable *bodies_by_key;
  GHashTable *units_by_key;
};

static void
body_free (gpointer data)
{
  SarapBody *body = data;

  g_free (body->key);
  g_free (body->search_text);
  g_free (body->loose_text);
  g_free (body);
}

static SarapBody *
body_new (SarapRecord *record)
{
  SarapBody *body = g_new0 (SarapBody, 1);
  g_autofree char *names = NULL;

  body->record = record;
  body->id = sarap_record_get_id (record);
  body->name_kk = sarap_record_get (record, "name_kk");
  body->name_ru = sarap_record_get (record, "name_ru");
  names = g_strjoin ("\n", body->name_kk, body->name_ru, NULL);
  body->search_text = sarap_fold (names, SARAP_FOLD_EXACT);
  body->loose_text = sarap_fold (names, SARAP_FOLD_LOOSE);
  return body;
}

static void
bodies_index (GPtrArray *bodies, GHashTable *by_id, GHashTable *by_key, SarapBody *body)
{
  g_ptr_array_add (bodies, body);
  g_hash_table_insert (by_id, GSIZE_TO_POINTER (body->id), body);
  g_hash_table_insert (by_key, body->key, body);
}

static void
bodies_add_body (SarapBodies *self, SarapRecord *record)
{
  SarapBody *body = body_new (record);

  body->key = g_strdup (sarap_record_get (record, "code"));
  body->central = sarap_record_get_code (record, "kind") == SARAP_BODY_CENTRAL;
  bodies_index (self->bodies, self->bodies_by_id, self->bodies_by_key, body);
}

static void
bodies_add_unit (SarapBodies *self, SarapRecord *record)
{
  SarapBody *unit = body_new (record);
  const char *code = sarap_record_get (record, "body");
  const SarapBody *body = g_hash_table_lookup (self->bodies_by_key, code);

  unit->key = g_strjoin ("/", code, sarap_record_get (record, "code"), NULL);
  unit->body_id = body != NULL ? body->id : 0;
  bodies_index (self->units, self->units_by_id, self->units_by_key, unit);
}

static void
bodies_clear (gpointer data)
{
  SarapBodies *self = data;

  g_hash_table_unref (self->bodies_by_id);
  g_hash_table_unref (self->units_by_id);
  g_hash_table_unref (self->bodies_by_key);
  g_hash_table_unref (self->units_by_key);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->body_records);
  g_ptr_array_unref (self->unit_records);
}

/* Takes ownership of both arrays */
static SarapBodies *
bodies_new (GPtrArray *body_records, GPtrArray *unit_records)
{
  SarapBodies *self = g_atomic_rc_box_new0 (SarapBodies);

  self->body_records = body_records;
  self->unit_records = unit_records;
  self->bodies = g_ptr_array_new_with_free_func (body_free);
  self->units = g_ptr_array_new_with_free_func (body_free);
  self->bodies_by_id = g_hash_table_new (NULL, NULL);
  self->units_by_id = g_hash_table_new (NULL, NULL);
  self->bodies_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->units_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < body_records->len; i++)
    bodies_add_body (self, body_records->pdata[i]);
  for (guint i = 0; i < unit_records->len; i++)
    bodies_add_unit (self, unit_records->pdata[i]);
  return self;
}

SarapBodies *
sarap_bodies_read (SarapDatabase *db, GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("bodies and units");
  g_autoptr (GPtrArray) body_records = sarap_records_all (db, &sarap_body_type, error);
  g_autoptr (GPtrArray) unit_records = NULL;

  if (body_records == NULL || !(unit_records = sarap_records_all (db, &sarap_unit_type, error)))
    return NULL;
  timed.rows = body_records->len + unit_records->len;
  return bodies_new (g_steal_pointer (&body_records), g_steal_pointer (&unit_records));
}

SarapBodies *
sarap_bodies_new_empty (void)
{
  return bodies_new (g_ptr_array_new_with_free_func (g_object_unref),
                     g_ptr_array_new_with_free_func (g_object_unref));
}

SarapBodies *
sarap_bodies_ref (SarapBodies *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sarap_bodies_unref (SarapBodies *self)
{
  g_atomic_rc_box_release_full (self, bodies_clear);
}

GPtrArray *
sarap_bodies_get_bodies (const SarapBodies *self)
{
  return self->bodies;
}

GPtrArray *
sarap_bodies_get_units (const SarapBodies *self)
{
  return self->units;
}

GPtrArray *
sarap_bodies_get_records (const SarapBodies *self, const SarapRecordType *type)
{
  return type == &sarap_unit_type ? self->unit_records : self->body_records;
}

const SarapBody *
sarap_bodies_body (const SarapBodies *self, gint64 id)
{
  return g_hash_table_lookup (self->bodies_by_id, GSIZE_TO_POINTER (id));
}

const SarapBody *
sarap_bodies_unit (const SarapBodies *self, gint64 id)
{
  return g_hash_table_lookup (self->units_by_id, GSIZE_TO_POINTER (id));
}

const SarapBody *
sarap_bodies_find_body (const SarapBodies *self, const char *key)
{
  return g_hash_table_lookup (self->bodies_by_key, key);
}

const SarapBody *
sarap_bodies_find_unit (const SarapBodies *self, const char *key)
{
  return g_hash_table_lookup (self->units_by_key, key);
}

const char *
sarap_bodies_name_body (const SarapBodies *self, const char *code)
{
  const SarapBody *body = code != NULL ? sarap_bodies_find_body (self, code) : NULL;

  return body != NULL ? sarap_body_get_name (body) : code;
}

const char *
sarap_bodies_name_unit (const SarapBodies *self, const char *body, const char *code)
{
  const SarapBody *unit = NULL;
  g_autofree char *key = NULL;

  if (body == NULL || code == NULL)
    return code;
  key = g_strjoin ("/", body, code, NULL);
  unit = sarap_bodies_find_unit (self, key);
  return unit != NULL ? sarap_body_get_name (unit) : code;
}

const char *
sarap_body_get_name (const SarapBody *body)
{
  if (body == NULL)
    return "";
  return sarap_format_in_language (body->name_kk, body->name_ru);
}
