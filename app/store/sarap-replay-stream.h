#pragma once

#include "store/sarap-digest.h"
#include "store/sarap-replay.h"

G_BEGIN_DECLS

/* The streams of a replay. Each is in ascending order of ids from 1, and ends with the id
   G_MAXINT64, which no record has. */
#define SARAP_REPLAY_END_TEXT "9223372036854775807"

/* The current records */
typedef struct
{
  gint64 id, version;
  char digest[SARAP_DIGEST_RECORD + 1];

  /*< private >*/
  SarapDatabase *db;
  char *sql;
  SarapRows *rows;
  const char *at; /* the next packed row */
  gint64 last;    /* id of the slice's last record */
} SarapReplayRecords;

gboolean sarap_replay_records_init  (SarapReplayRecords *self, SarapDatabase *db,
                                     const SarapReplayTable *table, GError **error);
/* Goes on to the next record; FALSE on error */
gboolean sarap_replay_records_next  (SarapReplayRecords *self, GError **error);
void     sarap_replay_records_clear (SarapReplayRecords *self);

typedef enum
{
  SARAP_REPLAY_ADD,
  SARAP_REPLAY_CHANGE,
  SARAP_REPLAY_REMOVE,
  SARAP_REPLAY_OTHER, /* an action that records do not have, or one that cannot be read */
} SarapReplayAction;

typedef struct
{
  gint64 id, seq;
  SarapReplayAction action;
  char was[SARAP_DIGEST_RECORD + 1], became[SARAP_DIGEST_RECORD + 1]; /* empty: none */
} SarapReplayLine;

/* The lines about single records, those of one record in their order */
typedef struct
{
  SarapReplayLine line;

  /*< private >*/
  SarapDatabase *db;
  const char *record;
  SarapRows *rows;
  guint row;
} SarapReplayLines;

gboolean sarap_replay_lines_init  (SarapReplayLines *self, SarapDatabase *db,
                                   const SarapReplayTable *table, GError **error);
/* Goes on to the next line; FALSE on error */
gboolean sarap_replay_lines_next  (SarapReplayLines *self, GError **error);
void     sarap_replay_lines_clear (SarapReplayLines *self);

/* Reports a line about many additions that has a wrong form */
typedef gboolean (*SarapReplayUnreadable) (gint64 seq, gpointer data, GError **error);

/* The records of lines about many additions */
typedef struct
{
  gint64 id, seq;
  char digest[SARAP_DIGEST_RECORD + 1];

  /*< private >*/
  SarapDatabase *db;
  const char *record;
  SarapReplayUnreadable unreadable;
  gpointer data;
  SarapRows *rows;
  guint row;
  GArray *ids;         /* gint64, of the current line */
  const char *digests; /* of the current line */
  guint index;
  gint64 last; /* the highest id so far: ids must ascend */
} SarapReplayAdded;

gboolean sarap_replay_added_init  (SarapReplayAdded *self, SarapDatabase *db,
                                   const SarapReplayTable *table, SarapReplayUnreadable unreadable,
                                   gpointer data, GError **error);
/* Goes on to the next record; FALSE on error */
gboolean sarap_replay_added_next  (SarapReplayAdded *self, GError **error);
void     sarap_replay_added_clear (SarapReplayAdded *self);

G_END_DECLS
