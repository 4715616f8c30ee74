#include "shell/sarap-today-row.h"

#include "procedure/sarap-sentences.h"
#include "shell/sarap-status.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * sarap_today_heading_new:
 * @title: what the lines below have in common
 * @count: how many they are
 * @cut: whether there are more than are shown
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
sarap_today_heading_new (const char *title, guint count, gboolean cut)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *badge = NULL;
  g_autofree char *text = g_strdup_printf ("%u%s", count, cut ? "+" : "");

  badge = gtk_label_new (text);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), badge);
  return box;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), "path");

  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), "win.open-path", "s", path);
}

/**
 * sarap_today_list_new:
 * @title: what its lines have in common
 *
 * Returns: (transfer floating): a list for rows of sarap_today_row_new()
 */
GtkWidget *
sarap_today_list_new (const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  return list;
}

static GtkWidget *
new_when (const SarapTodayLine *line, SarapDate today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *date = NULL;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (line->date == SARAP_DATE_NONE)
    return box;
  date = sarap_format_date (line->date);
  gtk_box_append (GTK_BOX (box), new_label (date, "numeric"));
  if (line->days_matter)
    {
      g_autofree char *days = sarap_format_days_left (line->date - today);
      GtkWidget *label = new_label (days, "caption");

      gtk_widget_add_css_class (label, line->date < today ? "error" : "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  for (GtkWidget *l = gtk_widget_get_first_child (box); l != NULL;
       l = gtk_widget_get_next_sibling (l))
    gtk_label_set_xalign (GTK_LABEL (l), 1);
  return box;
}

/**
 * sarap_today_row_new:
 * @line: one thing to do
 * @today: the day it is
 * @dates: makes the dates of all rows equally wide
 *
 * Returns: (transfer floating): a row that leads to where it is done
 */
GtkWidget *
sarap_today_row_new (const SarapTodayLine *line, SarapDate today, GtkSizeGroup *dates)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *pill = sarap_status_pill_new ();
  GtkWidget *text = new_label (line->text, "caption");
  GtkWidget *when = new_when (line, today);

  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), new_label (line->title, NULL));
  gtk_box_append (GTK_BOX (texts), text);
  sarap_status_pill_set (GTK_LABEL (pill), line->status, NULL);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (line->icon_name));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_size_group_add_widget (dates, when);
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("sarap-next-symbolic"));
  gtk_widget_add_css_class (box, "today-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (line->path), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line->text, -1);
  return row;
}

/**
 * sarap_today_more_new:
 * @count: how many lines are not shown
 *
 * Returns: (transfer floating): a button that leads to all of them
 */
GtkWidget *
sarap_today_more_new (guint count)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u more among the officers", "%u more among the officers", count), count);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "officers");
  return button;
}
