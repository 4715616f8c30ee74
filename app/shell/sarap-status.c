#include "shell/sarap-status.h"

#include <glib/gi18n-lib.h>

GtkWidget *
sarap_status_pill_new (void)
{
  GtkWidget *pill = gtk_label_new (NULL);

  gtk_widget_add_css_class (pill, "status");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (pill, FALSE);
  return pill;
}

void
sarap_status_pill_set (GtkLabel *pill, SarapStatus status, const char *text)
{
  const char *classes[] = { "status", sarap_code_text (sarap_statuses, status), NULL };
  const char *label = sarap_code_label (sarap_statuses, status);

  gtk_widget_set_css_classes (GTK_WIDGET (pill), classes);
  gtk_label_set_text (pill, text != NULL ? text : label == NULL ? "" : _ (label));
  gtk_widget_set_visible (GTK_WIDGET (pill), status != SARAP_STATUS_NONE || text != NULL);
}
