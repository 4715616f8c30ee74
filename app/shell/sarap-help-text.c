#include "shell/sarap-help-text.h"

#include <adwaita.h>

/* Distance of what was found from the upper edge, pixels */
#define ABOVE_SHOWN 60

struct _SarapHelpText
{
  GtkWidget parent_instance;

  /* Owned */
  GPtrArray *labels; /* one for each block, borrowed from the page */

  /* Template */
  GtkWidget *clamp;
  GtkBox *box;
};

static guint link_signal;

G_DEFINE_FINAL_TYPE (SarapHelpText, sarap_help_text, GTK_TYPE_WIDGET)

static gboolean
on_link (SarapHelpText *self, const char *topic)
{
  g_signal_emit (self, link_signal, 0, topic);
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_label (SarapHelpText *self, const SarapHelpBlock *block)
{
  gboolean heading = block->kind == SARAP_HELP_HEADING;
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role",
                    heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, "label",
                    block->markup, "use-markup", TRUE, "selectable", TRUE, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "hexpand", TRUE, NULL);

  if (heading)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                    block->level, -1);
  g_signal_connect_swapped (label, "activate-link", G_CALLBACK (on_link), self);
  g_ptr_array_add (self->labels, label);
  return label;
}

static GtkWidget *
new_heading (SarapHelpText *self, const SarapHelpBlock *block)
{
  static const char *const classes[] = { "title-1", "title-3", "heading" };
  GtkWidget *label = new_label (self, block);

  gtk_widget_add_css_class (label, classes[CLAMP (block->level, 1, 3) - 1]);
  return label;
}

static GtkWidget *
new_code (SarapHelpText *self, const SarapHelpBlock *block)
{
  GtkWidget *label = new_label (self, block);

  gtk_widget_add_css_class (label, "help-code");
  return label;
}

/* The bullet or number is in a separate column; later paragraphs of an item have none */
static GtkWidget *
new_item (SarapHelpText *self, const SarapHelpBlock *block)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "spacing", 8, NULL);
  g_autofree char *number = g_strdup_printf ("%d.", block->number);
  const char *text = block->kind != SARAP_HELP_ITEM ? "" : block->number > 0 ? number : "•";
  GtkWidget *marker = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                    block->number > 0 ? GTK_ACCESSIBLE_ROLE_LABEL
                                                      : GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "label", text, NULL);

  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (marker), 1);
  gtk_label_set_width_chars (GTK_LABEL (marker), 2 * block->level);
  gtk_widget_add_css_class (marker, "dim-label");
  gtk_box_append (GTK_BOX (item), marker);
  gtk_box_append (GTK_BOX (item), block->kind == SARAP_HELP_CODE ? new_code (self, block)
                                                                 : new_label (self, block));
  return item;
}

static void
add_blocks (SarapHelpText *self, const SarapHelpPage *page)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const SarapHelpBlock *block = page->blocks->pdata[i];

      if (block->kind == SARAP_HELP_HEADING || block->level == 0)
        list = NULL;
      else if (list == NULL)
        {
          list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
          gtk_widget_add_css_class (list, "help-list");
          gtk_box_append (self->box, list);
        }

      if (list != NULL)
        gtk_box_append (GTK_BOX (list), new_item (self, block));
      else if (block->kind == SARAP_HELP_HEADING)
        gtk_box_append (self->box, new_heading (self, block));
      else if (block->kind == SARAP_HELP_CODE)
        gtk_box_append (self->box, new_code (self, block));
      else
        gtk_box_append (self->box, new_label (self, block));
    }
}

/* Waits until the widget has its size */
static gboolean
on_tick (GtkWidget *label, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = NULL;
  graphene_rect_t bounds;

  if (gtk_widget_get_height (label) == 0)
    return G_SOURCE_CONTINUE;
  if (scrolled == NULL || !gtk_widget_compute_bounds (label, GTK_WIDGET (data), &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, MAX (bounds.origin.y - ABOVE_SHOWN, 0));
  return G_SOURCE_REMOVE;
}

static gboolean
has_link (GtkWidget *label)
{
  return strstr (gtk_label_get_label (GTK_LABEL (label)), "<a ") != NULL;
}

/* Focuses the first or last link of a label. Otherwise GTK would focus the whole text and select
   it. */
static gboolean
focus_link (GtkWidget *label, GtkDirectionType direction)
{
  int end = g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1);

  if (direction == GTK_DIR_TAB_FORWARD)
    end = 0;
  gtk_widget_grab_focus (label);
  gtk_label_select_region (GTK_LABEL (label), end, end);
  return gtk_widget_child_focus (label, direction);
}

/* Every text can be selected, but the Tab key goes from link to link */
static gboolean
sarap_help_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SarapHelpText *self = SARAP_HELP_TEXT (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int n = (int) self->labels->len;
  guint at = 0;
  gboolean within = focus != NULL && g_ptr_array_find (self->labels, focus, &at);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (within && has_link (focus) && gtk_widget_child_focus (focus, direction))
    return TRUE;
  for (int i = within ? (int) at + step : step > 0 ? 0 : n - 1; i >= 0 && i < n; i += step)
    if (has_link (self->labels->pdata[i]) && focus_link (self->labels->pdata[i], direction))
      return TRUE;
  return FALSE;
}

static void
sarap_help_text_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_HELP_TEXT);
  G_OBJECT_CLASS (sarap_help_text_parent_class)->dispose (object);
}

static void
sarap_help_text_finalize (GObject *object)
{
  g_ptr_array_unref (SARAP_HELP_TEXT (object)->labels);
  G_OBJECT_CLASS (sarap_help_text_parent_class)->finalize (object);
}

static void
sarap_help_text_class_init (SarapHelpTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_help_text_dispose;
  object_class->finalize = sarap_help_text_finalize;
  link_signal = g_signal_new ("link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  widget_class->focus = sarap_help_text_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "helptext");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-help-text.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapHelpText, clamp);
  gtk_widget_class_bind_template_child (widget_class, SarapHelpText, box);
}

static void
sarap_help_text_init (SarapHelpText *self)
{
  self->labels = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_help_text_new (const SarapHelpPage *page)
{
  SarapHelpText *self = g_object_new (SARAP_TYPE_HELP_TEXT, NULL);

  add_blocks (self, page);
  return GTK_WIDGET (self);
}

void
sarap_help_text_show (SarapHelpText *self, guint block, int start, int end)
{
  GtkWidget *label = self->labels->pdata[block];

  gtk_label_select_region (GTK_LABEL (label), start, end);
  gtk_widget_add_tick_callback (label, on_tick, g_object_ref (self), g_object_unref);
}
