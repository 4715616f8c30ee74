#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapHistoryLine:
 * @commission: (nullable): where a member of a commission was changed, body and number of that
 *   commission, "ALM/2"; other lines about a member have it in @detail
 *
 * A line of the history of changes of one officer, or of all.
 */
typedef struct
{
  gint64 seq;
  char *moment; /* YYYY-MM-DDTHH:MM:SSZ */
  char *actor;
  char *action;
  char *record;
  gint64 record_id;
  char *detail; /* JSON: field → [before, after] */
  char *commission;
} SarapHistoryLine;
void       sarap_history_line_free (SarapHistoryLine *line);

/**
 * sarap_history_of_officer:
 * @db: a database
 * @officer_id: an officer, 0 for all
 * @before: begins before this line, 0 for the newest
 * @limit: the greatest number of lines
 * @error: return location
 * | Returns: (transfer full) (element-type SarapHistoryLine): the changes of the officer's records
 * from the audit chain, the newest first
 */
GPtrArray *sarap_history_of_officer (SarapDatabase *db, gint64 officer_id, gint64 before,
                                     guint limit, GError **error);

/**
 * sarap_history_last_of:
 * @db: a database
 * @record: a kind of record, by its word in the audit chain
 * @record_id: the record
 * @officer_id: the officer that it belongs to, 0 if there is none or it is unknown
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its last change; %NULL without an error if this role may see
 *   none
 */
SarapHistoryLine *sarap_history_last_of (SarapDatabase *db, const char *record, gint64 record_id,
                                         gint64 officer_id, GError **error);

G_END_DECLS
