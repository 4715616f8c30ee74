#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_default_database:
 * | The database to open when a program is given no name (app/exchange/README.md 5): the one opened
 * last, otherwise an SQLite file in the user's data folder. Makes that folder.
 * | Returns: (transfer full): the name of the database
 */
char    *sarap_default_database          (void);

/**
 * sarap_default_database_last:
 * | Returns: (transfer full) (nullable): the name of the database that this user opened last
 */
char    *sarap_default_database_last     (void);

/**
 * sarap_default_database_remember:
 * @name: the name of a database that was opened, without a password
 *
 * Stores it as the database to open next time. A failure is ignored: the program works without it
 * and asks again next time.
 */
void     sarap_default_database_remember (const char *name);

G_END_DECLS
