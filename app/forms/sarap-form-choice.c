#include "forms/sarap-form-choice.h"

#include "forms/sarap-form-choice-row.h"
#include "records/sarap-name-keys.h"
#include "shell/sarap-shortcuts.h"

#include <string.h>

struct _SarapFormChoice
{
  AdwBin parent_instance;

  /* Owned */
  char *name;
  char *none;
  char **codes;
  char **labels;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *chosen;
  GtkPopover *popover;
  GtkWidget *content;
  GtkEditable *search;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  GtkLabel *nothing;
  GtkButton *add;

  int index; /* index of the chosen code, -1 for none */
  gboolean searched;
  gboolean required;
};

enum
{
  PROP_CODE = 1,
  N_PROPS
};

enum
{
  ADD,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapFormChoice, sarap_form_choice, ADW_TYPE_BIN)

static int
find_code (SarapFormChoice *self, const char *code)
{
  for (int i = 0; code != NULL && self->codes != NULL && self->codes[i] != NULL; i++)
    if (strcmp (self->codes[i], code) == 0)
      return i;
  return -1;
}

/* A screen reader reads the name of the focused widget, which is the button */
static void
show_chosen (SarapFormChoice *self)
{
  const char *label = self->index >= 0 ? self->labels[self->index] : self->none;
  g_autofree char *said = g_strdup_printf ("%s: %s", self->name, label != NULL ? label : "");

  gtk_label_set_text (self->chosen, label != NULL ? label : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->index >= 0 ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sarap_form_choice_get_button (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
choose (SarapFormChoice *self, int index)
{
  if (self->index == index)
    return;
  self->index = index;
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CODE]);
}

typedef enum
{
  NOT_FOUND,
  WORD_FOUND,  /* one of its words begins with the text */
  BEGIN_FOUND, /* it begins with the text, «Қорғас» with its first letter */
} Found;

/* Similar letters match: "Актобе" finds "Ақтөбе" */
static Found
find_in_label (const char *label, const char *sought)
{
  g_autofree char *folded = sarap_fold (label, SARAP_FOLD_LOOSE);
  const char *begin = g_str_has_prefix (folded, "«") ? folded + strlen ("«") : folded;

  if (g_str_has_prefix (begin, sought))
    return BEGIN_FOUND;
  return sarap_text_has_word (folded, sought) ? WORD_FOUND : NOT_FOUND;
}

static void
add_row (SarapFormChoice *self, int index)
{
  gtk_list_box_append (self->list,
                       sarap_form_choice_row_new (index >= 0 ? self->codes[index] : NULL,
                                                  index >= 0 ? self->labels[index] : self->none,
                                                  index == self->index));
}

static GtkListBoxRow *
first_row (SarapFormChoice *self)
{
  return gtk_list_box_get_row_at_index (self->list, 0);
}

/* Shows the matches. "None" is not offered once a required value has been chosen. */
static void
choice_fill (SarapFormChoice *self)
{
  g_autofree char *sought = sarap_fold (gtk_editable_get_text (self->search), SARAP_FOLD_LOOSE);
  gboolean any = self->codes != NULL && self->codes[0] != NULL;

  while (first_row (self) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (first_row (self)));
  if (any && *sought == '\0' && !(self->required && self->index >= 0))
    add_row (self, -1);
  for (Found found = BEGIN_FOUND; found > NOT_FOUND; found--)
    for (int i = 0; any && self->codes[i] != NULL; i++)
      if (find_in_label (self->labels[i], sought) == found)
        add_row (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), any);
  gtk_widget_set_visible (GTK_WIDGET (self->search), any && self->searched);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          !any && *gtk_label_get_text (self->nothing) != '\0');
}

static GtkWidget *
find_chosen_row (SarapFormChoice *self)
{
  const char *code = sarap_form_choice_get_code (self);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (sarap_form_choice_row_get_code (SARAP_FORM_CHOICE_ROW (row)), code) == 0)
      return GTK_WIDGET (row);
  return GTK_WIDGET (first_row (self));
}

/* Scrolls to the current value once the list has its size */
static gboolean
on_tick (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  SarapFormChoice *self = data;
  graphene_rect_t bounds;

  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scrolled),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
on_shown (SarapFormChoice *self)
{
  GtkWidget *row;

  gtk_editable_set_text (self->search, "");
  gtk_widget_set_size_request (self->content, gtk_widget_get_width (GTK_WIDGET (self->button)), -1);
  choice_fill (self);
  row = find_chosen_row (self);
  if (row != NULL)
    {
      gtk_widget_grab_focus (row);
      gtk_widget_add_tick_callback (row, on_tick, self, NULL);
    }
  else
    gtk_widget_child_focus (GTK_WIDGET (self->popover), GTK_DIR_TAB_FORWARD);
}

/* The focus leaves the list before the choice takes effect */
static void
close_list (SarapFormChoice *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  gtk_menu_button_popdown (self->button);
}

static void
on_row_activated (SarapFormChoice *self, SarapFormChoiceRow *row)
{
  int index = find_code (self, sarap_form_choice_row_get_code (row));

  close_list (self);
  choose (self, index);
}

static void
on_search_changed (SarapFormChoice *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    choice_fill (self);
}

/* GTK 4.8 focuses the list, where typed text is lost */
static void
on_search_started (GtkEditable *search)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (search)));
}

/* The search may not have run for the last typed text yet */
static void
on_search_activated (SarapFormChoice *self)
{
  choice_fill (self);
  if (first_row (self) != NULL)
    on_row_activated (self, SARAP_FORM_CHOICE_ROW (first_row (self)));
}

static void
on_add (SarapFormChoice *self)
{
  close_list (self);
  g_signal_emit (self, signals[ADD], 0);
}

static void
open_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (SARAP_FORM_CHOICE (widget)->button);
}

static void
leave_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  close_list (SARAP_FORM_CHOICE (widget));
}

/* The list's own key would activate its cursor row, while the arrow keys move the focus */
static void
take_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SarapFormChoice *self = SARAP_FORM_CHOICE (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row != NULL)
    on_row_activated (self, SARAP_FORM_CHOICE_ROW (row));
}

/* Moves from the entry to the matches */
static void
go_to_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SarapFormChoice *self = SARAP_FORM_CHOICE (widget);

  choice_fill (self);
  if (first_row (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first_row (self)));
}

static void
sarap_form_choice_dispose (GObject *object)
{
  /* also a child of the template, which may not be disposed first */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FORM_CHOICE);
  G_OBJECT_CLASS (sarap_form_choice_parent_class)->dispose (object);
}

static void
sarap_form_choice_finalize (GObject *object)
{
  SarapFormChoice *self = SARAP_FORM_CHOICE (object);

  g_free (self->name);
  g_free (self->none);
  g_strfreev (self->codes);
  g_strfreev (self->labels);
  G_OBJECT_CLASS (sarap_form_choice_parent_class)->finalize (object);
}

static void
sarap_form_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CODE)
    g_value_set_string (value, sarap_form_choice_get_code (SARAP_FORM_CHOICE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-form-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, button);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, chosen);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, popover);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, content);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, search);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, list);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, nothing);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoice, add);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
sarap_form_choice_class_init (SarapFormChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_form_choice_dispose;
  object_class->finalize = sarap_form_choice_finalize;
  object_class->get_property = sarap_form_choice_get_property;
  props[PROP_CODE] =
      g_param_spec_string ("code", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "choice.open", NULL, open_list);
  gtk_widget_class_install_action (widget_class, "choice.leave", NULL, leave_list);
  gtk_widget_class_install_action (widget_class, "choice.take-row", NULL, take_row);
  gtk_widget_class_install_action (widget_class, "choice.go-to-list", NULL, go_to_list);
}

static void
sarap_form_choice_init (SarapFormChoice *self)
{
  SarapShortcuts *of_button, *of_popover, *of_list, *of_search;

  self->index = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* a menu button would center it */
  gtk_widget_set_halign (gtk_widget_get_parent (gtk_menu_button_get_child (self->button)),
                         GTK_ALIGN_FILL);
  of_button = sarap_shortcuts_new (GTK_WIDGET (self->button), GTK_PHASE_BUBBLE);
  sarap_shortcuts_add (of_button, "Down", "choice.open");
  sarap_shortcuts_add (of_button, "<Alt>Down", "choice.open");
  /* before the search entry, which Escape would only empty */
  of_popover = sarap_shortcuts_new (GTK_WIDGET (self->popover), GTK_PHASE_CAPTURE);
  sarap_shortcuts_add (of_popover, "Escape", "choice.leave");
  of_list = sarap_shortcuts_new (GTK_WIDGET (self->list), GTK_PHASE_CAPTURE);
  sarap_shortcuts_add (of_list, "Return", "choice.take-row");
  sarap_shortcuts_add (of_list, "KP_Enter", "choice.take-row");
  sarap_shortcuts_add (of_list, "space", "choice.take-row");
  of_search = sarap_shortcuts_new (GTK_WIDGET (self->search), GTK_PHASE_CAPTURE);
  sarap_shortcuts_add (of_search, "Down", "choice.go-to-list");
}

GtkWidget *
sarap_form_choice_new (const char *name, gboolean search)
{
  SarapFormChoice *self = g_object_new (SARAP_TYPE_FORM_CHOICE, "hexpand", TRUE, NULL);

  self->name = g_strdup (name);
  self->searched = search;
  if (search)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search),
                                             GTK_WIDGET (self->popover));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  show_chosen (self);
  return GTK_WIDGET (self);
}

void
sarap_form_choice_set (SarapFormChoice *self,
                       const char *none,
                       const char *const *codes,
                       const char *const *labels)
{
  g_autofree char *code = g_strdup (sarap_form_choice_get_code (self));
  int index;

  g_free (self->none);
  g_strfreev (self->codes);
  g_strfreev (self->labels);
  self->none = g_strdup (none);
  self->codes = g_strdupv ((char **) codes);
  self->labels = g_strdupv ((char **) labels);
  index = find_code (self, code);
  self->index = index;
  show_chosen (self);
  if (code != NULL && index < 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CODE]);
}

void
sarap_form_choice_set_required (SarapFormChoice *self, gboolean required)
{
  self->required = required;
}

void
sarap_form_choice_offer_add (SarapFormChoice *self, const char *nothing, const char *add)
{
  gtk_label_set_text (self->nothing, nothing != NULL ? nothing : "");
  gtk_button_set_label (self->add, add != NULL ? add : "");
  gtk_widget_set_visible (GTK_WIDGET (self->add), add != NULL);
}

const char *
sarap_form_choice_get_code (SarapFormChoice *self)
{
  return self->index >= 0 ? self->codes[self->index] : NULL;
}

void
sarap_form_choice_set_code (SarapFormChoice *self, const char *code)
{
  choose (self, find_code (self, code));
}

GtkWidget *
sarap_form_choice_get_button (SarapFormChoice *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->button));
}
