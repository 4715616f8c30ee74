#pragma once

#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapCareerRow:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @birth_date: the date of birth, %SARAP_DATE_NONE unless all is asked for
 * @sex: the sex, %SARAP_SEX_NONE unless all is asked for
 * @career: all that decides when they are due; @body and @unit of a service record are ids
 *
 * One officer's career as the rules take it. Borrowed for the call.
 */
typedef struct
{
  gint64 officer_id;
  const char *iin;
  SarapDate birth_date;
  SarapSex sex;
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

/**
 * sarap_career_reader_ask_all:
 * @self: a reader
 * @body_id: the body whose officers alone are read, 0 for all
 *
 * From now on reads what is implausible by (app/rules/README.md 11) too: date of birth, sex and the dates of
 * outcomes.
 */
void        sarap_career_reader_ask_all   (SarapCareerReader *self, gint64 body_id);
int         sarap_career_reader_slice     (SarapCareerReader *self, const char *after, guint limit,
                                           SarapCareerVisit visit, gpointer data, GError **error);
gboolean    sarap_career_reader_some      (SarapCareerReader *self, const gint64 *officer_ids, guint n_officers,
                                           SarapCareerVisit visit, gpointer data, GError **error);
const char *sarap_career_reader_body_code (SarapCareerReader *self, gint64 body_id);

G_END_DECLS
