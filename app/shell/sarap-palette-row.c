#include "shell/sarap-palette-row.h"

struct _SarapPaletteRow
{
  GtkListBoxRow parent_instance;

  /* Owned */
  SarapSearchResult *result;
};

enum
{
  PROP_0,
  PROP_RESULT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SarapPaletteRow, sarap_palette_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_said (GtkListBoxRow *row, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
sarap_palette_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, SARAP_PALETTE_ROW (object)->result);
}

static void
sarap_palette_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SarapPaletteRow *self = SARAP_PALETTE_ROW (object);

  self->result = g_value_dup_object (value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sarap_search_result_get_title (self->result), -1);
}

static void
sarap_palette_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_PALETTE_ROW);
  g_clear_object (&SARAP_PALETTE_ROW (object)->result);
  G_OBJECT_CLASS (sarap_palette_row_parent_class)->dispose (object);
}

static void
sarap_palette_row_class_init (SarapPaletteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sarap_palette_row_get_property;
  object_class->set_property = sarap_palette_row_set_property;
  object_class->dispose = sarap_palette_row_dispose;
  props[PROP_RESULT] =
      g_param_spec_object ("result", NULL, NULL, SARAP_TYPE_SEARCH_RESULT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-palette-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_said);
}

static void
sarap_palette_row_init (SarapPaletteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_palette_row_new (SarapSearchResult *result)
{
  return g_object_new (SARAP_TYPE_PALETTE_ROW, "result", result, NULL);
}

SarapSearchResult *
sarap_palette_row_get_result (SarapPaletteRow *self)
{
  return self->result;
}
