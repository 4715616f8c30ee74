#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapTestDatabase:
 * @engine: its engine
 * @name: its name, for sarap_database_open(); with a password where one is needed
 * @db: it, open and migrated; on PostgreSQL as its owner, who is no superuser
 *
 * A fresh database for one test.
 */
typedef struct
{
  SarapEngine engine;
  char *name;
  SarapDatabase *db;
} SarapTestDatabase;

typedef void (*SarapTestFunc) (SarapTestDatabase *test);

/* Adds the test @path once for each engine, as /sqlite/PATH and /postgresql/PATH, each time with a
   fresh database. Without SARAP_TEST_POSTGRESQL, the URI of a superuser's connection (see
   tests/support/with-postgresql), the latter is skipped; with SARAP_TEST_ENGINES=sqlite, which is
   for looking for leaks, it passes. */
void sarap_test_add           (const char *path, SarapTestFunc func);
/* As above, for one engine only */
void sarap_test_add_for       (SarapEngine engine, const char *path, SarapTestFunc func);

/* A second connection to the same database, opened as the same person */
SarapDatabase *sarap_test_connect (SarapTestDatabase *test);
/* PostgreSQL: the name of the database that those of this program's tests are copies of */
char          *sarap_test_template        (void);
/* PostgreSQL: another database of the same owner, empty, and its name; and to drop it in the end.
   @more: what CREATE DATABASE says besides */
char          *sarap_test_database_make   (const char *database, const char *more);
void           sarap_test_database_remove (const char *database);
/* The login of somebody in a test on PostgreSQL; logins are the whole server's, so it is unlike that
   of any other test that runs just now. */
char          *sarap_test_login   (const char *person);
#define SARAP_TEST_PASSWORD "secret"
/* Makes them a login and an account, by the owner; a body's and an officer's id, or NULL. The test
   removes the login in the end. */
void           sarap_test_add_person    (SarapTestDatabase *test, const char *person, const char *roles,
                                         const char *body, const char *officer);
void           sarap_test_remove_person (SarapTestDatabase *test, const char *person);
/* A connection of theirs */
SarapDatabase *sarap_test_sign_in (SarapTestDatabase *test, const char *person);
/* Runs one statement without values, which must succeed */
void           sarap_test_run     (SarapDatabase *db, const char *sql);
/* The one number or text that a statement gives; a text is to be freed */
gint64         sarap_test_integer (SarapDatabase *db, const char *sql);
char          *sarap_test_text    (SarapDatabase *db, const char *sql);
/* What is wrong with the audit chain, and what the records differ in from it: a line each */
char          *sarap_test_faults   (SarapDatabase *db);
/* Nothing is */
#define        sarap_test_assert_sound(db) \
  do { \
      g_autofree char *faults = sarap_test_faults (db); \
      g_assert_cmpstr (faults, ==, ""); \
    } while (0)

G_END_DECLS
