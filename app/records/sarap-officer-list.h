#pragma once

#include "rules/sarap-date.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* What a long list of officers reads: ids in order, the rows of some of them, and what they are
   searched by. Ids and keys come many in one value, since libgda's cost is a value's. */

typedef enum
{
  SARAP_OFFICER_ORDER_NAME, /* as Kazakh sorts */
  SARAP_OFFICER_ORDER_IIN,
} SarapOfficerOrder;

/**
 * SarapOfficerMark:
 * @key: what the last officer read is sorted by, %NULL before the first
 * @id: their id
 *
 * How far the ids have been read.
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
 * Which row is wanted.
 */
typedef struct
{
  gint64 officer_id;
  SarapDate since;
} SarapOfficerListKey;

/**
 * SarapOfficerListRow:
 * @officer_id: the officer
 * @position_kk: the position asked for, %NULL for none
 * @position_ru: the same in Russian
 *
 * What a list shows of an officer beside where they stand. Borrowed for the call.
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

/* A name or number in its search_key; borrowed for the call */
typedef void (*SarapOfficerKeyVisit) (guint32 officer_id, const char *key, gpointer data);

/* One of the positions held, and (element-type guint32) who holds it; borrowed for the call */
typedef void (*SarapOfficerPositionVisit) (const char   *position_kk,
                                           const char   *position_ru,
                                           const GArray *ids,
                                           gpointer      data);

/**
 * sarap_officer_list_count:
 * @db: a database
 * @error: return location
 *
 * Returns: how many officers there are for this role, -1 on an error
 */
gint64   sarap_officer_list_count  (SarapDatabase *db, GError **error);

/**
 * sarap_officer_list_ids:
 * @db: a database
 * @order: by what they are sorted
 * @mark: how far they have been read; moved on
 * @limit: how many at most
 * @ids: (element-type guint32): the ids are added to it
 * @error: return location
 *
 * The next ids in order; fewer than @limit at the end.
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_ids    (SarapDatabase *db, SarapOfficerOrder order, SarapOfficerMark *mark,
                                    guint limit, GArray *ids, GError **error);

/**
 * sarap_officer_list_rows:
 * @db: a database
 * @keys: (array length=n_keys): which officers, and since when they hold their position
 * @n_keys: how many
 * @visit: called for each that is there, in any order
 * @data: passed on
 * @error: return location
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_rows   (SarapDatabase *db, const SarapOfficerListKey *keys, guint n_keys,
                                    SarapOfficerListVisit visit, gpointer data, GError **error);

/**
 * sarap_officer_list_keys:
 * @db: a database
 * @after: only officers with a higher id
 * @limit: how many at most
 * @visit: called for each, in the order of their ids
 * @data: passed on
 * @error: return location
 *
 * What officers are searched by: their names and their number, folded exactly.
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_keys   (SarapDatabase *db, guint32 after, guint limit,
                                    SarapOfficerKeyVisit visit, gpointer data, GError **error);

/**
 * sarap_officer_list_positions:
 * @db: a database
 * @keys: (array length=n_keys): which officers, and since when they hold their position
 * @n_keys: how many
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
