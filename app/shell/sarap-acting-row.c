#include "shell/sarap-acting-row.h"

struct _SarapActingRow
{
  AdwActionRow parent_instance;

  /* Owned */
  char *acting;

  /* Template */
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (SarapActingRow, sarap_acting_row, ADW_TYPE_ACTION_ROW)

static void
sarap_acting_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_ACTING_ROW);
  G_OBJECT_CLASS (sarap_acting_row_parent_class)->dispose (object);
}

static void
sarap_acting_row_finalize (GObject *object)
{
  g_free (SARAP_ACTING_ROW (object)->acting);
  G_OBJECT_CLASS (sarap_acting_row_parent_class)->finalize (object);
}

static void
sarap_acting_row_class_init (SarapActingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_acting_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_acting_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-acting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapActingRow, check);
}

static void
sarap_acting_row_init (SarapActingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_acting_row_new (const char *acting, const char *title, const char *subtitle, gboolean chosen)
{
  SarapActingRow *self =
      g_object_new (SARAP_TYPE_ACTING_ROW, "title", title, "subtitle", subtitle, NULL);

  self->acting = g_strdup (acting);
  gtk_widget_set_visible (self->check, chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, chosen, -1);
  return GTK_WIDGET (self);
}

const char *
sarap_acting_row_get_acting (SarapActingRow *self)
{
  return self->acting;
}
