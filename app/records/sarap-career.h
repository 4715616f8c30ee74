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

/**
 * sarap_career_reader_new:
 * @db: a database
 * @error: return location
 *
 * Returns: (transfer full): a reader that knows the bodies as they are now
 */
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

/**
 * sarap_career_reader_slice:
 * @self: a reader
 * @after: (nullable): the IIN after which to go on
 * @limit: how many officers at most
 * @visit: called for each, in the order of the IINs
 * @data: passed on
 * @error: return location
 *
 * Returns: how many officers there were, -1 on an error or when @visit ended it
 */
int         sarap_career_reader_slice     (SarapCareerReader *self, const char *after, guint limit,
                                           SarapCareerVisit visit, gpointer data, GError **error);

/**
 * sarap_career_reader_some:
 * @self: a reader
 * @officer_ids: ids of officers; those that are not there are left out
 * @n_officers: how many
 * @visit: called for each, in the order of the IINs
 * @data: passed on
 * @error: return location
 *
 * Returns: %FALSE on an error or when @visit ended it
 */
gboolean    sarap_career_reader_some      (SarapCareerReader *self, const gint64 *officer_ids, guint n_officers,
                                           SarapCareerVisit visit, gpointer data, GError **error);

/* The code of a body, %NULL if there is none with this id */
const char *sarap_career_reader_body_code (SarapCareerReader *self, gint64 body_id);

G_END_DECLS
