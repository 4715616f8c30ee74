/* cost COMMAND [ARGUMENT…]: runs a command and says on standard error what it cost, elapsed and of
   the processor, in microseconds, and the peak of its memory in kilobytes. It is small itself: the
   kernel counts the memory of whoever starts a program in with the program's. */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long
now_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static long long
time_us (struct timeval time)
{
  return time.tv_sec * 1000000LL + time.tv_usec;
}

int
main (int argc, char **argv)
{
  long long began = now_us ();
  struct rusage usage;
  int status;
  pid_t pid;

  if (argc < 2 || posix_spawnp (&pid, argv[1], NULL, NULL, argv + 1, environ) != 0 ||
      wait4 (pid, &status, 0, &usage) != pid)
    {
      fprintf (stderr, "%s cannot be run\n", argc < 2 ? "nothing" : argv[1]);
      return 127;
    }
  fprintf (stderr, "COST elapsed_us=%lld cpu_us=%lld peak_kb=%ld\n", now_us () - began,
           time_us (usage.ru_utime) + time_us (usage.ru_stime), usage.ru_maxrss);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}
