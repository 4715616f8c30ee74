#include "officers/sarap-officers-list-cell.h"

#include "base/sarap-language.h"
#include "shell/sarap-status.h"

/* The data of a cell's widget */
typedef struct
{
  /* Owned */
  SarapOfficerRow *row;

  /* Borrowed */
  const SarapOfficersFormat *words;
  GtkListItem *item;

  SarapOfficersColumn column;
} Cell;

static GQuark
cell_quark (void)
{
  static GQuark quark;

  return quark != 0 ? quark : (quark = g_quark_from_static_string ("sarap-officers-cell"));
}

static Cell *
cell_of (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), cell_quark ());
}

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

/* The text under the name: the columns without room */
static char *
say_below (const SarapOfficerFacts *facts, const SarapOfficersFormat *words)
{
  GString *below = g_string_new (NULL);

  for (guint i = 0; i < SARAP_COLUMNS; i++)
    if (words->below & (1u << i))
      {
        g_autofree char *text = sarap_officers_say (i, facts, words->bodies, words->today);

        if (*text != '\0')
          g_string_append_printf (below, "%s%s", below->len > 0 ? " · " : "", text);
      }
  return g_string_free (below, FALSE);
}

/* The second line is small; the name keeps its size */
static void
show_name (GtkWidget *widget, Cell *cell, const SarapOfficerFacts *facts)
{
  g_autofree char *below = say_below (facts, cell->words);
  g_autofree char *text = g_strconcat (facts->name, "\n", below, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *small = pango_attr_scale_new (PANGO_SCALE_SMALL);
  PangoAttribute *light = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

  small->start_index = light->start_index = strlen (facts->name);
  pango_attr_list_insert (attributes, small);
  pango_attr_list_insert (attributes, light);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (widget), attributes);
  gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
}

static void
show_text (GtkWidget *widget, Cell *cell, const SarapOfficerFacts *facts)
{
  gboolean two_lines = cell->column == SARAP_COLUMN_NAME && cell->words->below != 0;
  g_autofree char *text = NULL;

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (widget), two_lines ? 2 : 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (widget), two_lines ? 2 : 1);
  if (two_lines && facts != NULL)
    {
      show_name (widget, cell, facts);
      return;
    }
  if (facts != NULL)
    text = sarap_officers_say (cell->column, facts, cell->words->bodies, cell->words->today);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (widget), NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
  if (cell->column != SARAP_COLUMN_DEADLINE)
    return;
  if (facts != NULL && facts->standing.status == SARAP_STATUS_OVERDUE)
    gtk_widget_add_css_class (widget, "late");
  else
    gtk_widget_remove_css_class (widget, "late");
}

/* The accessible name of the row, which has the focus: name, standing, body and unit, shown or
   not */
static void
name_row (GtkWidget *widget, Cell *cell, const SarapOfficerFacts *facts)
{
  static const SarapOfficersColumn said[] = { SARAP_COLUMN_NAME,     SARAP_COLUMN_STATUS,
                                              SARAP_COLUMN_DEADLINE, SARAP_COLUMN_POSITION,
                                              SARAP_COLUMN_UNIT,     SARAP_COLUMN_BODY };
  GtkWidget *row = gtk_widget_get_parent (widget);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;

  while (row != NULL &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_ROW)
    row = gtk_widget_get_parent (row);
  if (row == NULL)
    return;
  for (guint i = 0; facts != NULL && i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *text =
          sarap_officers_say (said[i], facts, cell->words->bodies, cell->words->today);

      if (*text != '\0')
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }
  g_ptr_array_add (texts, NULL);
  name = g_strjoinv (", ", (char **) texts->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
sarap_officers_cell_refresh (GtkWidget *widget)
{
  Cell *cell = cell_of (widget);
  const SarapOfficerFacts *facts =
      cell->row != NULL ? sarap_officer_row_get_facts (cell->row) : NULL;

  if (cell->column == SARAP_COLUMN_NAME)
    name_row (widget, cell, facts);
  if (cell->column == SARAP_COLUMN_STATUS)
    sarap_status_pill_set (GTK_LABEL (widget),
                           facts != NULL ? facts->standing.status : SARAP_STATUS_NONE, NULL);
  else
    show_text (widget, cell, facts);
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_clear_object (&cell->row);
  g_free (cell);
}

static GtkWidget *
new_pill (void)
{
  GtkWidget *pill = sarap_status_pill_new ();

  gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  return pill;
}

/* The region, which distinguishes departments, is at the end of their name in Russian and at its
   beginning in Kazakh */
static GtkInscriptionOverflow
overflow_of (SarapOfficersColumn column)
{
  return column == SARAP_COLUMN_BODY && g_str_equal (sarap_language_get (), "ru")
             ? GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_START
             : GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END;
}

static GtkWidget *
new_inscription (SarapOfficersColumn column)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), overflow_of (column));
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

GtkWidget *
sarap_officers_cell_new (SarapOfficersColumn column,
                         GtkListItem *item,
                         const SarapOfficersFormat *words)
{
  GtkWidget *widget = column == SARAP_COLUMN_STATUS ? new_pill () : new_inscription (column);
  Cell *cell = g_new0 (Cell, 1);

  cell->column = column;
  cell->item = item;
  cell->words = words;
  g_object_set_qdata_full (G_OBJECT (widget), cell_quark (), cell, cell_free);
  return widget;
}

gboolean
sarap_officers_cell_is (GtkWidget *widget)
{
  return cell_of (widget) != NULL;
}

void
sarap_officers_cell_bind (GtkWidget *widget)
{
  Cell *cell = cell_of (widget);

  sarap_officers_cell_unbind (widget);
  g_set_object (&cell->row, gtk_list_item_get_item (cell->item));
  g_signal_connect_object (cell->row, "changed", G_CALLBACK (sarap_officers_cell_refresh), widget,
                           G_CONNECT_SWAPPED);
  sarap_officers_cell_refresh (widget);
}

void
sarap_officers_cell_unbind (GtkWidget *widget)
{
  Cell *cell = cell_of (widget);

  if (cell->row != NULL)
    g_signal_handlers_disconnect_by_data (cell->row, widget);
  g_clear_object (&cell->row);
}

gint64
sarap_officers_cell_get_officer (GtkWidget *widget)
{
  SarapOfficerRow *row = cell_of (widget)->row;

  return row != NULL ? sarap_officer_row_get_id (row) : 0;
}

guint
sarap_officers_cell_get_position (GtkWidget *widget)
{
  return gtk_list_item_get_position (cell_of (widget)->item);
}
