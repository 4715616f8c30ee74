#pragma once

#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapCareerRow:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @career: all that decides when they are due; @body of a service record is a body's id
 * @units: the unit's id of each service record of @career, 0 for none
 *
 * One officer's career as the rules take it. Borrowed for the call.
 */
typedef struct
{
  gint64 officer_id;
  const char *iin;
  SarapCareer career;
  const gint64 *units;
} SarapCareerRow;

typedef gboolean (*SarapCareerVisit) (const SarapCareerRow *row, gpointer data, GError **error);

/**
 * SarapCareerReader:
 *
 * Reads careers, many a query and each as one wide row, since libgda's cost is a value's. It knows
 * the bodies as they were when it was made, and keeps its memory from one officer to the next.
 */
typedef struct _SarapCareerReader SarapCareerReader;

SarapCareerReader *sarap_career_reader_new  (SarapDatabase *db, GError **error);
void               sarap_career_reader_free (SarapCareerReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCareerReader, sarap_career_reader_free)

int         sarap_career_reader_slice     (SarapCareerReader *self, const char *after, guint limit,
                                           SarapCareerVisit visit, gpointer data, GError **error);
gboolean    sarap_career_reader_some      (SarapCareerReader *self, const gint64 *officer_ids, guint n_officers,
                                           SarapCareerVisit visit, gpointer data, GError **error);
const char *sarap_career_reader_body_code (SarapCareerReader *self, gint64 body_id);

G_END_DECLS
