#include "officers/sarap-officers-list-widths.h"

#include "shell/sarap-status.h"

/* The greater of @widest and the width of @label, which is destroyed */
static int
widen (int widest, GtkWidget *label)
{
  g_autoptr (GtkWidget) owned = g_object_ref_sink (label);
  int natural = 0;

  gtk_widget_measure (owned, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MAX (widest, natural);
}

static int
measure_statuses (void)
{
  int widest = 0;

  for (int status = SARAP_STATUS_NONE + 1; sarap_code_text (sarap_statuses, status) != NULL;
       status++)
    {
      GtkWidget *pill = sarap_status_pill_new ();

      sarap_status_pill_set (GTK_LABEL (pill), status, NULL);
      widest = widen (widest, pill);
    }
  return widest;
}

/* The texts for the remaining or overdue time are longest with two digits */
static int
measure_deadlines (void)
{
  static const int days_left[] = { 58, -58, 340, -340 };
  SarapDate today = sarap_date_new (2026, 10, 28);
  int widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days_left); i++)
    {
      SarapOfficerFacts facts = { .standing = { .status = SARAP_STATUS_DUE,
                                                .deadline = today + days_left[i] } };
      g_autofree char *text = sarap_officers_say (SARAP_COLUMN_DEADLINE, &facts, NULL, today);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "numeric");
      widest = widen (widest, label);
    }
  return widest;
}

int
sarap_officers_column_measure (SarapOfficersColumn column)
{
  switch (column)
    {
    case SARAP_COLUMN_STATUS:
      return measure_statuses ();
    case SARAP_COLUMN_DEADLINE:
      return measure_deadlines ();
    default:
      return 0;
    }
}
