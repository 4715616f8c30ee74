#include "officers/sarap-officers-list-cell.h"

#include "shell/sarap-status.h"

struct _SarapOfficersCell
{
  AdwBin parent_instance;

  /* Owned */
  SarapOfficerRow *row;

  /* Borrowed */
  const SarapOfficersWords *words;
  GtkListItem *item;
  GtkWidget *child; /* an inscription, or the pill */

  SarapOfficersColumn column;
};

G_DEFINE_FINAL_TYPE (SarapOfficersCell, sarap_officers_cell, ADW_TYPE_BIN)

static gboolean
on_query_tooltip (GtkWidget *inscription, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (inscription));
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL || *text == '\0')
    return FALSE;
  layout = gtk_widget_create_pango_layout (inscription, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return width > gtk_widget_get_width (inscription);
}

static void
show_status (SarapOfficersCell *self, const SarapOfficerFacts *facts)
{
  sarap_status_pill_set (GTK_LABEL (self->child),
                         facts != NULL ? facts->standing.status : SARAP_STATUS_NONE, NULL);
}

static void
show_text (SarapOfficersCell *self, const SarapOfficerFacts *facts)
{
  g_autofree char *text =
      facts != NULL
          ? sarap_officers_say (self->column, facts, self->words->places, self->words->today)
          : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (self->child), text);
  if (self->column != SARAP_COLUMN_DEADLINE)
    return;
  if (facts != NULL && facts->standing.status == SARAP_STATUS_OVERDUE)
    gtk_widget_add_css_class (self->child, "late");
  else
    gtk_widget_remove_css_class (self->child, "late");
}

void
sarap_officers_cell_refresh (SarapOfficersCell *self)
{
  const SarapOfficerFacts *facts =
      self->row != NULL ? sarap_officer_row_get_facts (self->row) : NULL;

  if (self->column == SARAP_COLUMN_STATUS)
    show_status (self, facts);
  else
    show_text (self, facts);
}

static void
sarap_officers_cell_dispose (GObject *object)
{
  sarap_officers_cell_unbind (SARAP_OFFICERS_CELL (object));
  G_OBJECT_CLASS (sarap_officers_cell_parent_class)->dispose (object);
}

static void
sarap_officers_cell_class_init (SarapOfficersCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sarap_officers_cell_dispose;
}

static void
sarap_officers_cell_init (SarapOfficersCell *self)
{
}

static GtkWidget *
new_inscription (SarapOfficersColumn column)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (inscription), 0);
  gtk_widget_set_has_tooltip (inscription, TRUE);
  g_signal_connect (inscription, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  if (column == SARAP_COLUMN_NAME)
    gtk_widget_add_css_class (inscription, "name");
  if (column == SARAP_COLUMN_DEADLINE || column == SARAP_COLUMN_IIN)
    gtk_widget_add_css_class (inscription, "numeric");
  return inscription;
}

/**
 * sarap_officers_cell_new:
 * @column: which column it is in
 * @item: the list item it is for
 * @words: what it says its text by
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
sarap_officers_cell_new (SarapOfficersColumn column,
                         GtkListItem *item,
                         const SarapOfficersWords *words)
{
  SarapOfficersCell *self = g_object_new (SARAP_TYPE_OFFICERS_CELL, NULL);

  self->column = column;
  self->item = item;
  self->words = words;
  if (column == SARAP_COLUMN_STATUS)
    {
      self->child = sarap_status_pill_new ();
      gtk_label_set_ellipsize (GTK_LABEL (self->child), PANGO_ELLIPSIZE_END);
      gtk_widget_set_halign (self->child, GTK_ALIGN_START);
    }
  else
    self->child = new_inscription (column);
  adw_bin_set_child (ADW_BIN (self), self->child);
  return GTK_WIDGET (self);
}

void
sarap_officers_cell_bind (SarapOfficersCell *self)
{
  sarap_officers_cell_unbind (self);
  g_set_object (&self->row, gtk_list_item_get_item (self->item));
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (sarap_officers_cell_refresh), self);
  sarap_officers_cell_refresh (self);
}

void
sarap_officers_cell_unbind (SarapOfficersCell *self)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
}

guint
sarap_officers_cell_get_position (SarapOfficersCell *self)
{
  return gtk_list_item_get_position (self->item);
}
