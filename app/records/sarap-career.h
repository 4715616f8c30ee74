#pragma once

#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapCareerRow:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @career: all that decides when they are due; @body and @unit of a service record are ids
 *
 * One officer's career as the rules take it. Borrowed for the call.
 */
typedef struct
{
  gint64 officer_id;
  const char *iin;
  SarapCareer career;
} SarapCareerRow;

typedef gboolean (*SarapCareerVisit) (const SarapCareerRow *row, gpointer data, GError **error);

/**
 * SarapCareerReader:
 *
 * Reads careers, those of many officers by four queries that each give one long text, since libgda's
 * cost is a value's. It knows the bodies as they were when it was made, and keeps its memory from
 * one slice of officers to the next.
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
