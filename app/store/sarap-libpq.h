#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the guard of sarap-libpq.c stands before libpq in this program */
gboolean    sarap_libpq_guard_stands (void);

/* What a statement of this thread failed of first, in the server's words, since it was last asked to
   forget; empty for nothing */
void        sarap_libpq_forget_error (void);
/* The first error of this thread since then; borrowed, empty for none */
const char *sarap_libpq_first_error  (void);

/* For PQsetNoticeProcessor(): what the server says besides answers, such as why it hangs up, would
   else be written on standard error as it stands */
void        sarap_libpq_take_notice  (void *data, const char *message);

G_END_DECLS
