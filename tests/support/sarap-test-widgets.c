#include "sarap-test-widgets.h"

GtkWidget *
sarap_test_find_widget (GtkWidget *from, SarapTestWidgetFunc is, gconstpointer data)
{
  GtkWidget *found = is (from, data) ? from : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = sarap_test_find_widget (child, is, data);
  return found;
}
