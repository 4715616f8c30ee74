#pragma once

#include "sarap-test-database.h"

G_BEGIN_DECLS

/* The number of the newest line of the audit chain, 0 while there is none */
gint64 sarap_last_line    (SarapDatabase *db);
/* The lines after it, one a line: action, record, its id, its officer's, what it says */
char  *sarap_lines_after  (SarapDatabase *db, gint64 seq);
/* That they are these: D for the digest of a record, and quotes that need no backslash in C */
void   sarap_assert_lines (SarapDatabase *db, gint64 after, const char *expected);

G_END_DECLS
