#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Milliseconds since @began, a time of g_get_monotonic_time() */
static inline double
sarap_log_ms_since (gint64 began)
{
  return (g_get_monotonic_time () - began) / 1000.0;
}

/* Whether the g_debug() messages of this room are wanted, see G_MESSAGES_DEBUG. To be checked
   before formatting an expensive message. */
#define sarap_log_is_wanted() \
  (!g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, G_LOG_DOMAIN))

/**
 * SarapTimed:
 * @what: the name of the work, without personal data
 * @rows: the number of rows, files or records; -1 while unknown
 * @began: its beginning, a time of g_get_monotonic_time()
 *
 * Logs the duration of some work when it goes out of scope: `g_auto (SarapTimed) timed =
 * sarap_timed ("an officer's file");`
 */
typedef struct
{
  const char *what;
  gint64 rows;
  gint64 began;
} SarapTimed;

static inline SarapTimed
sarap_timed (const char *what)
{
  return (SarapTimed){ what, -1, g_get_monotonic_time () };
}

static inline void
sarap_timed_clear (SarapTimed *self)
{
  double ms = sarap_log_ms_since (self->began);

  if (self->rows < 0)
    g_debug ("%.2f ms: %s", ms, self->what);
  else
    g_debug ("%.2f ms, %" G_GINT64_FORMAT " rows: %s", ms, self->rows, self->what);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapTimed, sarap_timed_clear)

G_END_DECLS
