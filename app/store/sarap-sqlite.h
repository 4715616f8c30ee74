#pragma once

#include <libgda/libgda.h>

G_BEGIN_DECLS

/* What the triggers of an SQLite file do with a change */
typedef enum
{
  SARAP_SQLITE_AUDITS,   /* a line of the audit chain each */
  SARAP_SQLITE_GATHERS,  /* an import or a demonstration: a line for many additions */
  SARAP_SQLITE_RESTORES, /* none: a backup brings its own lines */
} SarapSqliteMode;

/**
 * SarapSqliteSession:
 *
 * What the functions that triggers call know of the connection they run on.
 */
typedef struct _SarapSqliteSession SarapSqliteSession;

/* With nobody who acts, in the mode that is 0 */
SarapSqliteSession *sarap_sqlite_session_new  (void);
void                sarap_sqlite_session_free (SarapSqliteSession *self);
/* Who acts, for the audit chain */
void        sarap_sqlite_session_set_actor (SarapSqliteSession *self, const char *actor);
/* Who acts; borrowed */
const char *sarap_sqlite_session_actor     (SarapSqliteSession *self);
/* What the functions do for the triggers from now on */
void        sarap_sqlite_session_set_mode  (SarapSqliteSession *self, SarapSqliteMode mode);
/* Additions that wait for their line: a thousand at most of one table. %FALSE when there are none. */
gboolean    sarap_sqlite_session_take      (SarapSqliteSession *self, char **record, char **detail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapSqliteSession, sarap_sqlite_session_free)

/* Teaches an SQLite connection of libgda's what the program asks of it (the aggregate sarap_pack
   (value, …), see sarap_dialect_packed(), and sarap_position (text, part)) and what the schema's
   triggers call (see sarap-expose.c). @session outlives the connection. */
gboolean sarap_sqlite_add_functions (GdaConnection *connection, SarapSqliteSession *session, GError **error);

/* The path of the file that it has open, as SQLite found it; %NULL of none */
const char *sarap_sqlite_path (GdaConnection *connection);

G_END_DECLS
