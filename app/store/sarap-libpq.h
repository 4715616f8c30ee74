#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the guard of sarap-libpq.c stands before libpq in this program */
gboolean sarap_libpq_guard_stands (void);

G_END_DECLS
