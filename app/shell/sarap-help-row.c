#include "shell/sarap-help-row.h"

struct _SarapHelpRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkLabel *heading;
  GtkLabel *title;
  GtkLabel *snippet;
};

G_DEFINE_FINAL_TYPE (SarapHelpRow, sarap_help_row, GTK_TYPE_LIST_BOX_ROW)

static void
sarap_help_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_HELP_ROW);
  G_OBJECT_CLASS (sarap_help_row_parent_class)->dispose (object);
}

static void
sarap_help_row_class_init (SarapHelpRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_help_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-help-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapHelpRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpRow, title);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpRow, snippet);
}

static void
sarap_help_row_init (SarapHelpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SarapHelpRow *
help_row_new (const char *heading)
{
  SarapHelpRow *self = g_object_new (SARAP_TYPE_HELP_ROW, NULL);

  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  return self;
}

GtkWidget *
sarap_help_row_new_for_page (const SarapHelpPage *page)
{
  return GTK_WIDGET (help_row_new (page->title));
}

GtkWidget *
sarap_help_row_new_for_hit (const SarapHelpHit *hit)
{
  SarapHelpRow *self = help_row_new (hit->heading);

  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_label_set_text (self->title, hit->page->title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !g_str_equal (hit->heading, hit->page->title));
  gtk_label_set_markup (self->snippet, hit->snippet);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), TRUE);
  return GTK_WIDGET (self);
}
