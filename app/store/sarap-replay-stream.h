#pragma once

#include "store/sarap-digest.h"
#include "store/sarap-replay.h"

G_BEGIN_DECLS

/* What a replay reads, each by ascending id from 1 on and ended by the id %G_MAXINT64, which no record has */
#define SARAP_REPLAY_END_TEXT "9223372036854775807"

/* The records as they are */
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

gboolean sarap_replay_records_init  (SarapReplayRecords *self, SarapDatabase *db, const SarapReplayTable *table,
                                     GError **error);
/* Goes on to the next record; %FALSE at the end, or on error */
gboolean sarap_replay_records_next  (SarapReplayRecords *self, GError **error);
void     sarap_replay_records_clear (SarapReplayRecords *self);

typedef enum
{
  SARAP_REPLAY_ADD,
  SARAP_REPLAY_CHANGE,
  SARAP_REPLAY_REMOVE,
  SARAP_REPLAY_OTHER, /* none that a record's line has, or one that cannot be read */
} SarapReplayAction;

typedef struct
{
  gint64 id, seq;
  SarapReplayAction action;
  char was[SARAP_DIGEST_RECORD + 1], became[SARAP_DIGEST_RECORD + 1]; /* empty: none */
} SarapReplayLine;

/* The lines about one record each, of one record in their order */
typedef struct
{
  SarapReplayLine line;

  /*< private >*/
  SarapDatabase *db;
  const char *record;
  SarapRows *rows;
  guint row;
} SarapReplayLines;

gboolean sarap_replay_lines_init  (SarapReplayLines *self, SarapDatabase *db, const SarapReplayTable *table,
                                   GError **error);
/* Goes on to the next line; %FALSE at the end, or on error */
gboolean sarap_replay_lines_next  (SarapReplayLines *self, GError **error);
void     sarap_replay_lines_clear (SarapReplayLines *self);

/* A line that says many were added, but not as it should */
typedef gboolean (*SarapReplayUnreadable) (gint64 seq, gpointer data, GError **error);

/* The records that lines say were added together */
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
  GArray *ids;         /* gint64, of the line */
  const char *digests; /* of the line */
  guint place;
  gint64 last; /* the highest id so far: they only ascend */
} SarapReplayAdded;

gboolean sarap_replay_added_init  (SarapReplayAdded *self, SarapDatabase *db, const SarapReplayTable *table,
                                   SarapReplayUnreadable unreadable, gpointer data, GError **error);
/* Goes on to the next record; %FALSE at the end, or on error */
gboolean sarap_replay_added_next  (SarapReplayAdded *self, GError **error);
void     sarap_replay_added_clear (SarapReplayAdded *self);

G_END_DECLS
