#include "shell/sarap-today-section.h"

#include "shell/sarap-tab-stop.h"
#include "shell/sarap-today-row.h"

#include <glib/gi18n-lib.h>

struct _SarapTodaySection
{
  GtkBox parent_instance;

  /* Template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;
  GtkLabel *text;
  GtkListBox *list;
  GtkWidget *all;
};

G_DEFINE_FINAL_TYPE (SarapTodaySection, sarap_today_section, GTK_TYPE_BOX)

static void
on_row_activated (SarapTodaySection *self, SarapTodayRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "s",
                              sarap_today_row_get_path (row));
}

static void
sarap_today_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_TODAY_SECTION);
  G_OBJECT_CLASS (sarap_today_section_parent_class)->dispose (object);
}

static void
sarap_today_section_class_init (SarapTodaySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_today_section_dispose;
  g_type_ensure (SARAP_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-today-section.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapTodaySection, icon);
  gtk_widget_class_bind_template_child (widget_class, SarapTodaySection, title);
  gtk_widget_class_bind_template_child (widget_class, SarapTodaySection, badge);
  gtk_widget_class_bind_template_child (widget_class, SarapTodaySection, text);
  gtk_widget_class_bind_template_child (widget_class, SarapTodaySection, list);
  gtk_widget_class_bind_template_child (widget_class, SarapTodaySection, all);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sarap_today_section_init (SarapTodaySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Leads to the list of all of them */
static void
show_all (SarapTodaySection *self, const SarapTodayGroup *group)
{
  g_autofree char *label =
      /* TRANSLATORS: a button: %'u officers are listed, with their thousands apart */
      g_strdup_printf (ngettext ("Show all %'u", "Show all %'u", group->total), group->total);
  /* TRANSLATORS: %1$s a group such as "Overdue", %2$s "Show all 534" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), group->title, label);

  gtk_button_set_label (GTK_BUTTON (self->all), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all), "s", group->path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_visible (self->all, group->total > group->lines->len);
}

GtkWidget *
sarap_today_section_new (const SarapTodayGroup *group, SarapDate today, GtkSizeGroup *dates)
{
  SarapTodaySection *self = g_object_new (SARAP_TYPE_TODAY_SECTION, NULL);
  g_autofree char *total = g_strdup_printf ("%'u", group->total);

  gtk_image_set_from_icon_name (self->icon, group->icon_name);
  gtk_label_set_text (self->title, group->title);
  gtk_label_set_text (self->badge, total);
  gtk_label_set_text (self->text, group->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  group->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, group->text,
                                  -1);
  for (guint i = 0; i < group->lines->len; i++)
    gtk_list_box_append (self->list,
                         sarap_today_row_new (group, group->lines->pdata[i], today, dates));
  show_all (self, group);
  return GTK_WIDGET (self);
}
