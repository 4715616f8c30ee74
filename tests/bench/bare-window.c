/* A window with nothing in it: what GTK and libadwaita cost by themselves */
#include <adwaita.h>

static void
on_activate (GtkApplication *application)
{
  GtkWindow *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application,
                                    "default-width", 1280, "default-height", 720, NULL);

  gtk_window_present (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("kz.sarap.Bare", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
