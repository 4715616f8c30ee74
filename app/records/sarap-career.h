#pragma once

#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapCareerRow:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @birth_date: the date of birth, %SARAP_DATE_NONE unless all values are read
 * @sex: the sex, %SARAP_SEX_NONE unless all values are read
 * @career: the records that decide when the officer is due; @body and @unit of a service record are
 *   ids
 *
 * One officer's career in the form of the rules. Borrowed for the call.
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
 * Reads careers of many officers by four queries, each with one long text as its result, since
 * libgda costs time for every value. It knows the bodies as of its creation, and reuses its memory
 * from one slice of officers to the next.
 */
typedef struct _SarapCareerReader SarapCareerReader;

/**
 * sarap_career_reader_new:
 * @db: a database
 * @error: return location
 *
 * Returns: (transfer full): a reader that knows the current bodies
 */
SarapCareerReader *sarap_career_reader_new  (SarapDatabase *db, GError **error);

void               sarap_career_reader_free (SarapCareerReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCareerReader, sarap_career_reader_free)

/**
 * sarap_career_reader_ask_all:
 * @self: a reader
 * @body_id: reads only officers of this body, 0 for all
 *
 * Also reads the values for the checks of app/rules/README.md 11: date of birth, sex and the dates
 * of outcomes.
 */
void        sarap_career_reader_ask_all   (SarapCareerReader *self, gint64 body_id);

/**
 * sarap_career_reader_slice:
 * @self: a reader
 * @after: (nullable): reads officers after this IIN
 * @limit: the greatest number of officers
 * @visit: called for each officer, in the order of IINs
 * @data: passed on
 * @error: return location
 *
 * Returns: the number of officers, -1 on an error or when @visit returned %FALSE
 */
int         sarap_career_reader_slice     (SarapCareerReader *self, const char *after, guint limit,
                                           SarapCareerVisit visit, gpointer data, GError **error);

/**
 * sarap_career_reader_some:
 * @self: a reader
 * @officer_ids: ids of officers; missing ones are skipped
 * @n_officers: their number
 * @visit: called for each officer, in the order of IINs
 * @data: passed on
 * @error: return location
 *
 * Returns: %FALSE on an error or when @visit returned %FALSE
 */
gboolean    sarap_career_reader_some      (SarapCareerReader *self, const gint64 *officer_ids,
                                           guint n_officers, SarapCareerVisit visit, gpointer data,
                                           GError **error);

/* The code of a body, NULL if no body has this id */
const char *sarap_career_reader_body_code (SarapCareerReader *self, gint64 body_id);

G_END_DECLS
