#include "forms/sarap-form-choice.h"

#include <string.h>

#define WIDEST_NAME 56

static const char codes_key[] = "sarap-codes";

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (data))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_NAME);
    }
  else
    /* two decisions of a commission differ in their last word alone */
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringObject *string = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (string));
}

static GtkListItemFactory *
new_factory (gboolean in_list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (in_list));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}

/* A name is looked for from its beginning: «Қорғас» from its first letter */
static char *
found_by (GtkStringObject *string, gpointer data)
{
  const char *name = gtk_string_object_get_string (string);

  return g_strdup (g_str_has_prefix (name, "«") ? name + strlen ("«") : name);
}

static GtkExpression *
new_found_by (void)
{
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (found_by), NULL,
                                      NULL);
}

static GtkWidget *
find_inside (GtkWidget *from, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (from, type) ? from : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static void
on_search_started (GtkEditable *search)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (search)));
}

/* GTK 4.8 gives the list the focus, and what is typed there to nobody */
static void
search_as_one_types (GtkWidget *choice)
{
  GtkWidget *search = find_inside (choice, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *popover = find_inside (choice, GTK_TYPE_POPOVER);

  if (search == NULL || popover == NULL)
    return;
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), popover);
  g_signal_connect (search, "search-started", G_CALLBACK (on_search_started), NULL);
}

/**
 * sarap_form_choice_new:
 * @name: what is chosen, for people
 * @search: whether there are so many that they are to be found by typing
 *
 * Returns: a drop-down without choices
 */
GtkWidget *
sarap_form_choice_new (const char *name, gboolean search)
{
  GtkWidget *choice =
      gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), new_found_by ());
  g_autoptr (GtkListItemFactory) shown = new_factory (FALSE);
  g_autoptr (GtkListItemFactory) listed = new_factory (TRUE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), shown);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), listed);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), search);
  if (search)
    search_as_one_types (choice);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return choice;
}

static char **
codes_of (GtkWidget *choice)
{
  return g_object_get_data (G_OBJECT (choice), codes_key);
}

/**
 * sarap_form_choice_set:
 * @choice: a drop-down
 * @none: what stands for no choice
 * @codes: the codes, ended by %NULL
 * @labels: what people call them, ended by %NULL
 *
 * What there is to choose from; what is chosen stays chosen where it is among them.
 */
void
sarap_form_choice_set (GtkWidget *choice,
                       const char *none,
                       const char *const *codes,
                       const char *const *labels)
{
  g_autofree char *chosen =
      g_strdup (codes_of (choice) ? sarap_form_choice_get_code (choice) : NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, none);
  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_append (list, labels[i]);
  g_object_set_data_full (G_OBJECT (choice), codes_key, g_strdupv ((char **) codes),
                          (GDestroyNotify) g_strfreev);
  gtk_drop_down_set_model (GTK_DROP_DOWN (choice), G_LIST_MODEL (list));
  sarap_form_choice_set_code (choice, chosen);
}

const char *
sarap_form_choice_get_code (GtkWidget *choice)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
  char **codes = codes_of (choice);

  if (codes == NULL || selected == GTK_INVALID_LIST_POSITION || selected == 0 ||
      selected > g_strv_length (codes))
    return NULL;
  return codes[selected - 1];
}

void
sarap_form_choice_set_code (GtkWidget *choice, const char *code)
{
  char **codes = codes_of (choice);
  guint selected = 0;

  for (guint i = 0; code != NULL && codes != NULL && codes[i] != NULL; i++)
    if (strcmp (codes[i], code) == 0)
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
}
