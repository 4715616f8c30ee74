#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_default_database:
 *
 * The database that a program opens when it is given no name (app/exchange/README.md 5): the one
 * opened last, else an SQLite file in the user's data folder, which is made on first use
 *
 * Returns: (transfer full): the name of the database to open where none is named: the one opened
 *   last, else a file in the user's data folder, whose folder is made
 */
char    *sarap_default_database          (void);

/**
 * sarap_default_database_last:
 *
 * The one opened last, NULL if there was none.
 *
 * Returns: (transfer full) (nullable): the name of the database that this user opened last
 */
char    *sarap_default_database_last     (void);

/**
 * sarap_default_database_remember:
 * @name: the name of a database that was opened, without a password
 *
 * Makes it the one to open next time. That the folder of the user's settings cannot be written is
 * no reason not to work: the next time then asks again.
 */
void     sarap_default_database_remember (const char *name);

G_END_DECLS
