#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether this program calls the functions of sarap-libpq.c before those of libpq */
gboolean    sarap_libpq_guard_stands (void);

/* Forgets this thread's first error */
void        sarap_libpq_forget_error (void);
/* The first error of this thread's statements since then, in the server's words; borrowed, empty
   for none */
const char *sarap_libpq_first_error  (void);

/* For PQsetNoticeProcessor(): logs what the server says in addition to answers, such as why it
   hangs up; libpq would print it on standard error */
void        sarap_libpq_take_notice  (void *data, const char *message);

G_END_DECLS
