#include "store/sarap-pulse.h"

#include <poll.h>

/* Costs the server almost nothing, and also makes sure that the feed's connection listens */
#define QUESTION "LISTEN sarap"

static gboolean
went_well (const PGresult *result)
{
  ExecStatusType status = PQresultStatus (result);

  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static void
set_due (SarapPulse *self, int milliseconds)
{
  self->due = g_get_monotonic_time () + milliseconds * (gint64) 1000;
}

void
sarap_pulse_start (SarapPulse *self)
{
  self->asked = FALSE;
  set_due (self, SARAP_PULSE_PAUSE);
}

/* TRUE when the answer is complete */
static gboolean
take_results (PGconn *pg, gboolean *well)
{
  PGresult *result;

  while (!PQisBusy (pg))
    {
      if (!(result = PQgetResult (pg)))
        return TRUE;
      *well &= went_well (result);
      PQclear (result);
    }
  return FALSE;
}

void
sarap_pulse_hear (SarapPulse *self, PGconn *pg)
{
  gboolean well = TRUE;

  if (self->asked && take_results (pg, &well))
    sarap_pulse_start (self);
}

void
sarap_pulse_feel (SarapPulse *self)
{
  if (self->asked)
    set_due (self, SARAP_PULSE_PATIENCE);
}

gboolean
sarap_pulse_beat (SarapPulse *self, PGconn *pg)
{
  if (g_get_monotonic_time () < self->due)
    return TRUE;
  if (self->asked)
    return FALSE;
  self->asked = TRUE;
  set_due (self, SARAP_PULSE_PATIENCE);
  /* a broken connection is reported to the code that reads from it */
  PQsendQuery (pg, QUESTION);
  return TRUE;
}

gboolean
sarap_pulse_ask (PGconn *pg, const char *sql)
{
  gint64 until = g_get_monotonic_time () + SARAP_PULSE_PATIENCE * (gint64) 1000;
  gboolean well = PQsendQuery (pg, sql);

  while (well && !take_results (pg, &well))
    {
      gint64 left = (until - g_get_monotonic_time ()) / 1000;
      struct pollfd line = { .fd = PQsocket (pg), .events = POLLIN };

      well = left > 0 && poll (&line, 1, left) > 0 && PQconsumeInput (pg);
    }
  return well;
}
