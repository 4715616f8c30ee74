#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The migrations' common files, one after the other, with their {words} */
char *sarap_migration_common_text (void);

G_END_DECLS
