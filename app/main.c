#include "shell/sarap-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (SarapApplication) application = sarap_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
