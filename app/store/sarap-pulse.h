#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* Milliseconds between an answer and the next question, and how long an answer may take. A server
   that falls silent is known after their sum at most, which is less than ten seconds. */
#define SARAP_PULSE_PAUSE 3000
#define SARAP_PULSE_PATIENCE 6000

/**
 * SarapPulse:
 * @asked: whether an answer is awaited
 * @due: when something is to be done next, in monotonic time
 *
 * Whether a server still answers. A server that hangs without dying, or a network that is cut, leaves
 * a connection as it is: only a question shows it. The question goes over a connection that is
 * otherwise idle, so that a statement that takes long on another one is not taken for silence.
 */
typedef struct
{
  gboolean asked;
  gint64 due;
} SarapPulse;

/* Nothing has been asked yet */
void     sarap_pulse_start (SarapPulse *self);
/* To be called when it is due, after what has come was consumed: asks, and never waits. %FALSE when
   the server has not answered in time. */
gboolean sarap_pulse_beat  (SarapPulse *self, PGconn *pg);
/* To be called after what has come was consumed: takes the answer, if it is there */
void     sarap_pulse_hear  (SarapPulse *self, PGconn *pg);
/* Something else has come, which is a sign of life: the answer has its whole time again */
void     sarap_pulse_feel  (SarapPulse *self);

/* Runs a statement whose rows do not matter, and waits for its answer no longer than one is waited for
   here; %FALSE when there is none, or an error */
gboolean sarap_pulse_ask   (PGconn *pg, const char *sql);

G_END_DECLS
