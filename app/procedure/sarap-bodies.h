#pragma once

#include "records/sarap-record.h"
#include "rules/sarap-codes.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapBody:
 * @record: its record
 * @id: its id
 * @body_id: the body of a unit
 * @key: its key in paths and saved filters: "ALA", for a unit "ALA/03"
 * @name_kk: its name in Kazakh
 * @name_ru: its name in Russian
 * @search_text: its names, folded exactly
 * @loose_text: its names, folded loosely
 * @central: whether a body is the agency itself
 *
 * A body, or a unit of one.
 */
typedef struct
{
  SarapRecord *record;
  gint64 id;
  gint64 body_id;
  char *key;
  const char *name_kk;
  const char *name_ru;
  char *search_text;
  char *loose_text;
  gboolean central;
} SarapBody;

/**
 * SarapBodies:
 *
 * All bodies and units of a database, some hundred. It is immutable, and may be used by several
 * threads.
 */
typedef struct _SarapBodies SarapBodies;

/**
 * sarap_bodies_read:
 * @db: a database
 * @error: return location
 *
 * Returns: (transfer full): the current bodies and units
 */
SarapBodies     *sarap_bodies_read      (SarapDatabase *db, GError **error);

/**
 * sarap_bodies_new_empty:
 *
 * Returns: (transfer full): an empty list, for a form that needs none
 */
SarapBodies     *sarap_bodies_new_empty (void);

SarapBodies     *sarap_bodies_ref       (SarapBodies *self);
void             sarap_bodies_unref     (SarapBodies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapBodies, sarap_bodies_unref)

/**
 * sarap_bodies_get_bodies:
 * @self: bodies
 *
 * Returns: (transfer none) (element-type SarapBody): the bodies, sorted by their keys
 */
GPtrArray       *sarap_bodies_get_bodies (const SarapBodies *self);

/**
 * sarap_bodies_get_units:
 * @self: bodies
 *
 * Returns: (transfer none) (element-type SarapBody): the units, sorted by their keys
 */
GPtrArray       *sarap_bodies_get_units (const SarapBodies *self);

/**
 * sarap_bodies_get_records:
 * @self: bodies
 * @type: sarap_body_type or sarap_unit_type
 *
 * Returns: (transfer none) (element-type SarapRecord): the records of that type, by
 *   their keys
 */
GPtrArray       *sarap_bodies_get_records (const SarapBodies *self, const SarapRecordType *type);

/* (nullable) (transfer none): a body or unit by its id or key */
const SarapBody *sarap_bodies_body      (const SarapBodies *self, gint64 id);
const SarapBody *sarap_bodies_unit      (const SarapBodies *self, gint64 id);
const SarapBody *sarap_bodies_find_body (const SarapBodies *self, const char *key);
const SarapBody *sarap_bodies_find_unit (const SarapBodies *self, const char *key);

/**
 * sarap_bodies_name_body:
 * @self: bodies
 * @code: (nullable): code of a body
 *
 * Returns: (nullable): its name in the program's language; @code if there is no such body
 */
const char      *sarap_bodies_name_body (const SarapBodies *self, const char *code);

/**
 * sarap_bodies_name_unit:
 * @self: bodies
 * @body: (nullable): code of a body
 * @code: (nullable): code of one of its units
 *
 * Returns: (nullable): its name in the program's language; @code if there is no such unit
 */
const char      *sarap_bodies_name_unit (const SarapBodies *self, const char *body,
                                         const char *code);

/**
 * sarap_body_get_name:
 * @body: (nullable): a body or a unit
 *
 * Returns: its name in the program's language, "" for %NULL
 */
const char      *sarap_body_get_name    (const SarapBody *body);

G_END_DECLS
