#pragma once

#include <libgda/libgda.h>

G_BEGIN_DECLS

/* What the triggers of an SQLite file do on a change */
typedef enum
{
  SARAP_SQLITE_AUDITS,   /* write a line of the audit chain for each */
  SARAP_SQLITE_GATHERS,  /* an import or a demonstration: one line for many additions */
  SARAP_SQLITE_RESTORES, /* nothing: a backup brings its own lines */
} SarapSqliteMode;

/**
 * SarapSqliteSession:
 *
 * The data of a connection for the functions that triggers call.
 */
typedef struct _SarapSqliteSession SarapSqliteSession;

/* A session without an actor, in mode 0 */
SarapSqliteSession *sarap_sqlite_session_new  (void);
void                sarap_sqlite_session_free (SarapSqliteSession *self);
/* Sets the person who acts, for the audit chain */
void        sarap_sqlite_session_set_actor (SarapSqliteSession *self, const char *actor);
/* The person who acts; borrowed */
const char *sarap_sqlite_session_actor     (SarapSqliteSession *self);
/* Sets what the functions do for the triggers */
void        sarap_sqlite_session_set_mode  (SarapSqliteSession *self, SarapSqliteMode mode);
/* Takes additions that wait for their line: at most a thousand of one table. FALSE when there are
   none. */
gboolean    sarap_sqlite_session_take      (SarapSqliteSession *self, char **record, char **detail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapSqliteSession, sarap_sqlite_session_free)

/* Adds functions to libgda's SQLite connection: those of the program (the aggregate sarap_pack
   (value, …), see sarap_dialect_packed(), and sarap_position (text, part)) and those of the
   schema's triggers (see sarap-expose.c). @session must outlive the connection. */
gboolean sarap_sqlite_add_functions (GdaConnection *connection, SarapSqliteSession *session,
                                     GError **error);

/* The path of the open file, as SQLite found it; NULL without a file */
const char *sarap_sqlite_path (GdaConnection *connection);

G_END_DECLS
