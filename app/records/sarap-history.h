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
 * @officer_id: an officer, 0 for everybody's
 * @before: the line before which to begin, 0 for the newest
 * @limit: how many lines at most
 * @error: return location
 *
 * Newest first, at most @limit, before line @before (0: from the newest)
 *
 * Returns: (transfer full) (element-type SarapHistoryLine): the changes of their records, newest
 *   first, from the audit chain
 */
GPtrArray *sarap_history_of_officer (SarapDatabase *db, gint64 officer_id, gint64 before, guint limit, GError **error);

/**
 * sarap_history_last_of:
 * @db: a database
 * @record: a kind of record, as the audit chain has it
 * @record_id: one of them
 * @officer_id: the officer it belongs to, 0 if it is none's or that is not known
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the last change of it; %NULL without an error when this role
 *   sees none
 */
SarapHistoryLine *sarap_history_last_of (SarapDatabase *db, const char *record, gint64 record_id, gint64 officer_id, GError **error);

G_END_DECLS
