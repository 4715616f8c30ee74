/* Loaded into a program by LD_PRELOAD: the clocks that tell the day are SARAP_DAYS_AHEAD days
   ahead. Clocks that measure how long something takes stay as they are, and so do waits.
   libfaketime changes those too: the timeouts of a PostgreSQL server under it never come, because
   its clock is the real one inside a signal handler. */
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define DAY_SECONDS (24 * 60 * 60)

static time_t ahead;

__attribute__ ((constructor)) static void
read_days (void)
{
  const char *days = getenv ("SARAP_DAYS_AHEAD");

  if (days)
    ahead = strtol (days, NULL, 10) * DAY_SECONDS;
}

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int status = syscall (SYS_clock_gettime, clock, now);

  if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec += ahead;
  return status;
}

int
gettimeofday (struct timeval *now, void *zone)
{
  int status = syscall (SYS_gettimeofday, now, zone);

  if (status == 0)
    now->tv_sec += ahead;
  return status;
}

time_t
time (time_t *now)
{
  struct timespec exact;

  clock_gettime (CLOCK_REALTIME_COARSE, &exact);
  if (now)
    *now = exact.tv_sec;
  return exact.tv_sec;
}
