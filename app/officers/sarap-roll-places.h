#pragma once

#include "rules/sarap-codes.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapRollPlace:
 * @id: of the body or the unit
 * @body_id: of a unit: the body it belongs to
 * @key: what names it in paths and saved filters: "ALA", of a unit "ALA/03"
 * @name_kk: its name in Kazakh
 * @name_ru: and in Russian
 * @found: its names as they are searched in
 * @found_loosely: the same folded loosely
 * @central: of a body: whether it is the agency itself
 *
 * A body or a unit.
 */
typedef struct
{
  gint64 id;
  gint64 body_id;
  char *key;
  char *name_kk;
  char *name_ru;
  char *found;
  char *found_loosely;
  gboolean central;
} SarapRollPlace;

/**
 * SarapRollPlaces:
 *
 * All bodies and units of a database, some hundred. It does not change, and may be used by several
 * threads.
 */
typedef struct _SarapPlaces SarapRollPlaces;

SarapRollPlaces *sarap_roll_places_read  (SarapDatabase *db, GError **error);
SarapRollPlaces *sarap_roll_places_ref   (SarapRollPlaces *self);
void         sarap_roll_places_unref (SarapRollPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapRollPlaces, sarap_roll_places_unref)

/* (element-type SarapRollPlace), sorted by their keys */
GPtrArray        *sarap_roll_places_get_bodies (SarapRollPlaces *self);
GPtrArray        *sarap_roll_places_get_units  (SarapRollPlaces *self);
const SarapRollPlace *sarap_roll_places_body       (SarapRollPlaces *self, gint64 id);
const SarapRollPlace *sarap_roll_places_unit       (SarapRollPlaces *self, gint64 id);
const SarapRollPlace *sarap_roll_places_find_body  (SarapRollPlaces *self, const char *key);
const SarapRollPlace *sarap_roll_places_find_unit  (SarapRollPlaces *self, const char *key);

/* Its name in the language that the program speaks, "" for %NULL */
const char       *sarap_roll_place_name        (const SarapRollPlace *place);

G_END_DECLS
