#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The database that a program opens when it is given no name (app/exchange/README.md 5): the one
   opened last, else an SQLite file in the user's data folder, which is made on first use */
char    *sarap_default_database          (void);
/* The one opened last, NULL if there was none */
char    *sarap_default_database_last     (void);
void     sarap_default_database_remember (const char *name);

G_END_DECLS
