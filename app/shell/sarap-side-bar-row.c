#include "shell/sarap-side-bar-row.h"

#include <glib/gi18n-lib.h>

struct _SarapSideBarRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed */
  const SarapPageEntry *entry;

  /* Template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;
};

G_DEFINE_FINAL_TYPE (SarapSideBarRow, sarap_side_bar_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_badge (SarapSideBarRow *self, GParamSpec *pspec, SarapPage *page)
{
  g_autofree char *text = g_strdup_printf ("%'u", sarap_page_get_badge (page));

  gtk_label_set_text (self->badge, text);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), sarap_page_get_badge (page) > 0);
  if (sarap_page_get_badge_urgent (page))
    gtk_widget_add_css_class (GTK_WIDGET (self->badge), "urgent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), "urgent");
}

static void
sarap_side_bar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_SIDE_BAR_ROW);
  G_OBJECT_CLASS (sarap_side_bar_row_parent_class)->dispose (object);
}

static void
sarap_side_bar_row_class_init (SarapSideBarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_side_bar_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-side-bar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapSideBarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBarRow, title);
  gtk_widget_class_bind_template_child (widget_class, SarapSideBarRow, badge);
}

static void
sarap_side_bar_row_init (SarapSideBarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_side_bar_row_new (const SarapPageEntry *entry)
{
  SarapSideBarRow *self = g_object_new (SARAP_TYPE_SIDE_BAR_ROW, NULL);

  self->entry = entry;
  gtk_image_set_from_icon_name (self->icon, entry->icon_name);
  gtk_label_set_text (self->title, _ (entry->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entry->title), -1);
  return GTK_WIDGET (self);
}

const char *
sarap_side_bar_row_get_id (SarapSideBarRow *self)
{
  return self->entry->id;
}

void
sarap_side_bar_row_set_page (SarapSideBarRow *self, SarapPage *page)
{
  g_signal_connect_object (page, "notify::badge", G_CALLBACK (on_badge), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::badge-urgent", G_CALLBACK (on_badge), self,
                           G_CONNECT_SWAPPED);
  on_badge (self, NULL, page);
}
