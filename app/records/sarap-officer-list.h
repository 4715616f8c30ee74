#pragma once

#include "rules/sarap-date.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* What a long list of officers reads: ids in order, the rows of some of them, and those in which
   some words are found. Ids come many in one value, since libgda's cost is a value's. */

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

/**
 * SarapOfficerWord:
 * @text: a folded word
 * @units: (element-type gint64): the units in whose name it stands
 *
 * A word that must stand in the name or the number of an officer, or in the name of their unit.
 */
typedef struct
{
  char *text;
  GArray *units;
} SarapOfficerWord;

/* Words looked for at most; what a person types beyond them changes nothing */
#define SARAP_OFFICER_WORDS 8

/**
 * SarapOfficerSearch:
 * @words: (array length=n_words): every one must be found
 * @n_words: how many, from 1 to %SARAP_OFFICER_WORDS
 * @loose: whether they are folded loosely (%SARAP_FOLD_LOOSE), and looked for so
 * @after: only officers with a higher id
 * @until: and not with a higher one than this, 0: to the last
 * @among: (nullable) (element-type guint32): only these officers
 *
 * What is looked for, and where.
 */
typedef struct
{
  const SarapOfficerWord *words;
  guint n_words;
  gboolean loose;
  gint64 after;
  gint64 until;
  const GArray *among;
} SarapOfficerSearch;

/**
 * sarap_officer_list_count:
 * @db: a database
 * @error: return location
 *
 * Returns: how many officers there are for this role, -1 on an error
 */
gint64   sarap_officer_list_count  (SarapDatabase *db, GError **error);

/**
 * sarap_officer_list_last:
 * @db: a database
 * @error: return location
 *
 * Returns: the highest id of an officer, 0 while there is none, -1 on an error
 */
gint64   sarap_officer_list_last   (SarapDatabase *db, GError **error);

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
 * sarap_officer_list_search:
 * @db: a database
 * @search: what is looked for
 * @ids: (element-type guint32): the ids are added to it, in any order
 * @error: return location
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_officer_list_search (SarapDatabase *db, const SarapOfficerSearch *search, GArray *ids,
                                    GError **error);

G_END_DECLS
