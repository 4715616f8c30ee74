#include "officers/sarap-grounds-print.h"

#include "officers/sarap-grounds.h"
#include "shell/sarap-host.h"

#include <glib/gi18n-lib.h>

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, gpointer statement)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  guint n_pages = sarap_grounds_lay_out (statement, pango, gtk_print_context_get_width (context),
                                         gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  g_object_unref (pango);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer statement)
{
  sarap_grounds_draw (statement, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
free_grounds (gpointer statement, GClosure *closure)
{
  sarap_grounds_free (statement);
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GtkPrintOperation) ended = operation; /* see sarap_grounds_print () */
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || gtk_widget_get_root (widget) == NULL)
    return;
  gtk_print_operation_get_error (ended, &error);
  sarap_host_present_error (sarap_host_of (widget), _ ("The statement could not be printed"),
                            error);
}

void
sarap_grounds_print (GtkWidget *widget, const char *name, const char *text)
{
  GtkPrintOperation *operation = gtk_print_operation_new (); /* freed when printing ends */
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autofree char *job = g_strdup_printf ("%s – %s", sarap_grounds_get_title (), name);
  SarapGrounds *statement = sarap_grounds_new (text);

  gtk_page_setup_set_paper_size (page, a4);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_job_name (operation, job);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), statement);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw), statement, free_grounds, 0);
  g_signal_connect (operation, "done", G_CALLBACK (on_print_done), g_object_ref (widget));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
