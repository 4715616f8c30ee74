#include "procedure/sarap-dossier.h"

#include "records/sarap-record-store.h"

static void
sarap_places_clear (gpointer data)
{
  SarapPlaces *self = data;

  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
}

/**
 * sarap_places_load:
 * @db: a database
 * @error: return location
 *
 * Returns: (transfer full): every body and unit
 */
SarapPlaces *
sarap_places_load (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapPlaces) self = g_atomic_rc_box_new0 (SarapPlaces);

  if (!(self->bodies = sarap_records_all (db, &sarap_body_type, error)) ||
      !(self->units = sarap_records_all (db, &sarap_unit_type, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/* No bodies and no units */
SarapPlaces *
sarap_places_new_empty (void)
{
  SarapPlaces *self = g_atomic_rc_box_new0 (SarapPlaces);

  self->bodies = g_ptr_array_new_with_free_func (g_object_unref);
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

SarapPlaces *
sarap_places_ref (SarapPlaces *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sarap_places_unref (SarapPlaces *self)
{
  g_atomic_rc_box_release_full (self, sarap_places_clear);
}

static const char *
name_of (SarapRecord *place)
{
  return sarap_say_in_language (sarap_record_get (place, "name_kk"),
                                sarap_record_get (place, "name_ru"));
}

const char *
sarap_places_name_body (const SarapPlaces *self, const char *body)
{
  for (guint i = 0; body != NULL && i < self->bodies->len; i++)
    {
      SarapRecord *place = g_ptr_array_index (self->bodies, i);

      if (g_strcmp0 (sarap_record_get (place, "code"), body) == 0)
        return name_of (place);
    }
  return body;
}

const char *
sarap_places_name_unit (const SarapPlaces *self, const char *body, const char *unit)
{
  for (guint i = 0; unit != NULL && i < self->units->len; i++)
    {
      SarapRecord *place = g_ptr_array_index (self->units, i);

      if (g_strcmp0 (sarap_record_get (place, "code"), unit) == 0 &&
          g_strcmp0 (sarap_record_get (place, "body"), body) == 0)
        return name_of (place);
    }
  return unit;
}
