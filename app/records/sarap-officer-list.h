#pragma once

#include "rules/sarap-date.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Questions of a long list of officers: ids in order, the rows of some officers, and the texts for
   searching. Ids and keys come packed in one value, since libgda costs time for every value. */

typedef enum
{
  SARAP_OFFICER_ORDER_NAME, /* in the Kazakh order */
  SARAP_OFFICER_ORDER_IIN,
} SarapOfficerOrder;

/**
 * SarapOfficerMark:
 * @key: the sort key of the last officer read, %NULL before the first
 * @id: the id of that officer
 *
 * The position up to which ids have been read.
 */
typedef struct
{
  char *key;
  gint64 id;
} SarapOfficerMark;

void sarap_officer_mark_clear (SarapOfficerMark *mark);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapOfficerMark, sarap_officer_mark_clear)

/**
 * SarapOfficerListKey:
 * @officer_id: an officer
 * @since: the first day of their position, %SARAP_DATE_NONE for none
 *
 * The key of a row.
 */
typedef struct
{
  gint64 officer_id;
  SarapDate since;
} SarapOfficerListKey;

/**
 * SarapOfficerListRow:
 * @officer_id: the officer
 * @position_kk: the position in Kazakh, %NULL for none
 * @position_ru: the same in Russian
 *
 * What a list shows of an officer in addition to the standing. Borrowed for the call.
 */
typedef struct
{
  gint64 officer_id;
  const char *iin;
  const char *surname;
  const char *given_name;
  const char *patronymic;
  const char *position_kk;
  const char *position_ru;
} SarapOfficerListRow;

typedef void (*SarapOfficerListVisit) (const SarapOfficerListRow *row, gpointer data);

/* Called with a name or a number in its form for searching, borrowed for the call */
typedef void (*SarapOfficerKeyVisit) (guint32 officer_id, const char *key, gpointer data);

/* Called with a position and (element-type guint32) the officers who hold it; borrowed for the
   call */
typedef void (*SarapOfficerPositionVisit) (const char   *position_kk,
                                           const char   *position_ru,
                                           const GArray *ids,
                                           gpointer      data);

/**
 * sarap_officer_list_count:
 * @db: a database
 * @error: return location
 *
 * Returns: the number of officers that this role may see, -1 on an error
 */
gint64   sarap_officer_list_count  (SarapDatabase *db, GError **error);

/**
 * sarap_officer_list_ids:
 * @db: a database
 * @order: the order
 * @mark: the position to read from; moved on
 * @limit: the greatest number of ids
 * @ids: (element-type guint32): receives the ids
 * @error: return location
 *
 * Reads the next ids in order; fewer than @limit at the end.
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_ids    (SarapDatabase *db, SarapOfficerOrder order,
                                    SarapOfficerMark *mark, guint limit, GArray *ids,
                                    GError **error);

/**
 * sarap_officer_list_rows:
 * @db: a database
 * @keys: (array length=n_keys): the officers, with the first day of each position
 * @n_keys: their number
 * @visit: called for each existing officer, in any order
 * @data: passed on
 * @error: return location
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_rows   (SarapDatabase *db, const SarapOfficerListKey *keys,
                                    guint n_keys, SarapOfficerListVisit visit, gpointer data,
                                    GError **error);

/**
 * sarap_officer_list_keys:
 * @db: a database
 * @after: only officers with a higher id
 * @limit: the greatest number of officers
 * @visit: called for each officer, in the order of ids
 * @data: passed on
 * @error: return location
 *
 * Reads the texts for searching: names and personal identification numbers, folded exactly.
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_keys   (SarapDatabase *db, guint32 after, guint limit,
                                    SarapOfficerKeyVisit visit, gpointer data, GError **error);

/**
 * sarap_officer_list_positions:
 * @db: a database
 * @keys: (array length=n_keys): the officers, with the first day of each position
 * @n_keys: their number
 * @visit: called for each position, in any order
 * @data: passed on
 * @error: return location
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_positions (SarapDatabase *db, const SarapOfficerListKey *keys,
                                       guint n_keys, SarapOfficerPositionVisit visit, gpointer data,
                                       GError **error);

G_END_DECLS
