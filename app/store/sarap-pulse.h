#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* ms: pause between an answer and the next question, and the longest wait for an answer. A silent
   server is noticed after their sum at most, which is less than ten seconds. */
#define SARAP_PULSE_PAUSE 3000
#define SARAP_PULSE_PATIENCE 6000

/**
 * SarapPulse:
 * @asked: whether it waits for an answer
 * @due: the time of the next step, monotonic
 *
 * Checks that a server still answers. A server that hangs, or a network that is cut, leaves the
 * connection open: only a question shows it. The question goes over a connection that is otherwise
 * idle, so a long statement on another one does not count as silence.
 */
typedef struct
{
  gboolean asked;
  gint64 due;
} SarapPulse;

/* Starts the pulse: no question has been sent yet */
void     sarap_pulse_start (SarapPulse *self);
/* To be called when it is due, after reading what has come: asks, and never waits. FALSE if the
   server has not answered in time. */
gboolean sarap_pulse_beat  (SarapPulse *self, PGconn *pg);
/* To be called after reading what has come: takes the answer, if there is one */
void     sarap_pulse_hear  (SarapPulse *self, PGconn *pg);
/* Other data has come, a sign of life: the time for the answer starts again */
void     sarap_pulse_feel  (SarapPulse *self);

/* Runs a statement whose rows do not matter, and waits for its answer for the same time; FALSE
   without an answer, or on an error */
gboolean sarap_pulse_ask   (PGconn *pg, const char *sql);

G_END_DECLS
