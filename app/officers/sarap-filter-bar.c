#include "officers/sarap-filter-bar.h"

#include "officers/sarap-filter-chip.h"
#include "officers/sarap-filter-chooser.h"
#include "officers/sarap-filter-criterion.h"
#include "officers/sarap-filter-saved.h"
#include "shell/sarap-focus-names.h"

struct _SarapFilterBar
{
  AdwBin parent_instance;

  /* Owned */
  SarapFilter *filter;
  SarapOfficerCache *cache;
  SarapBodies *bodies; /* the bodies whose names the chips show */

  /* Template */
  GtkMenuButton *add;
  GtkWidget *chips_scrolled;
  GtkBox *chips;
  GtkMenuButton *saved;
  GtkWidget *clear;

  GtkWidget *shown[SARAP_CRITERIA]; /* one chip a criterion, NULL for one that is not asked for */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SarapFilterBar, sarap_filter_bar, ADW_TYPE_BIN)

static void show_chips (SarapFilterBar *self);

static void
tell_changed (SarapFilterBar *self)
{
  show_chips (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_removed (SarapFilterBar *self, SarapFilterChip *chip)
{
  sarap_criterion_clear (sarap_filter_chip_get_criterion (chip), self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  tell_changed (self);
}

static GtkWidget *
new_chooser (SarapFilterBar *self, SarapCriterion criterion)
{
  GtkWidget *chooser = sarap_filter_chooser_new (criterion, self->filter, self->cache);

  g_signal_connect_object (chooser, "changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  return chooser;
}

/* A popover is made anew each time it is opened, because counts and bodies change. GTK 4.8 opens a
   popover whose content was replaced every second time only. */
static void
set_popover (GtkMenuButton *button, GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_menu_button_set_popover (button, popover);
}

static void
make_chip_popover (GtkMenuButton *button, gpointer data)
{
  SarapFilterBar *self = data;
  SarapFilterChip *chip =
      SARAP_FILTER_CHIP (gtk_widget_get_ancestor (GTK_WIDGET (button), SARAP_TYPE_FILTER_CHIP));

  if (self->cache != NULL)
    set_popover (button, new_chooser (self, sarap_filter_chip_get_criterion (chip)));
}

static GtkWidget *
new_chip (SarapFilterBar *self, SarapCriterion criterion)
{
  GtkWidget *chip = sarap_filter_chip_new (criterion, make_chip_popover, self);

  g_signal_connect_object (chip, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
say_chip (SarapFilterBar *self, SarapCriterion criterion)
{
  g_autofree char *text = sarap_criterion_say (criterion, self->filter, self->bodies);

  sarap_filter_chip_set_text (SARAP_FILTER_CHIP (self->shown[criterion]), text);
}

/* A chip that is shown stays the same widget, because its own popover may be open */
static void
show_chips (SarapFilterBar *self)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < SARAP_CRITERIA; i++)
    {
      gboolean asked = sarap_criterion_asked (i, self->filter);

      if (asked && self->shown[i] == NULL)
        {
          self->shown[i] = new_chip (self, i);
          gtk_box_insert_child_after (self->chips, self->shown[i], before);
        }
      else if (!asked && self->shown[i] != NULL)
        {
          gtk_box_remove (self->chips, self->shown[i]);
          self->shown[i] = NULL;
        }
      if (self->shown[i] == NULL)
        continue;
      before = self->shown[i];
      say_chip (self, i);
    }
  gtk_widget_set_visible (self->clear, sarap_filter_has_chips (self->filter));
  /* an empty scrolled window takes the Tab key and never passes it on (GTK 4.8) */
  gtk_widget_set_visible (self->chips_scrolled, sarap_filter_has_chips (self->filter));
}

/* The second step in the popover: the values of the criterion that was chosen in the first */
static void
on_criterion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SarapFilterBar *self = SARAP_FILTER_BAR (widget);
  GtkStack *steps = GTK_STACK (gtk_popover_get_child (gtk_menu_button_get_popover (self->add)));
  SarapCriterion criterion = g_variant_get_int32 (parameter);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (sarap_criterion_title (criterion));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), new_chooser (self, criterion));
  gtk_stack_add_named (steps, box, "choices");
  gtk_stack_set_visible_child_name (steps, "choices");
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

static void
make_add_popover (GtkMenuButton *button, gpointer data)
{
  SarapFilterBar *self = data;
  GtkWidget *steps = gtk_stack_new ();
  GtkWidget *criteria = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < SARAP_CRITERIA && self->cache != NULL; i++)
    gtk_box_append (GTK_BOX (criteria), sarap_filter_criterion_new (i));
  gtk_stack_set_vhomogeneous (GTK_STACK (steps), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (steps), FALSE);
  gtk_stack_add_named (GTK_STACK (steps), criteria, "criteria");
  set_popover (button, steps);
}

static void
on_saved_chosen (SarapFilterBar *self, const char *query)
{
  g_autoptr (SarapFilter) filter = sarap_filter_parse (query);

  sarap_filter_assign (self->filter, filter);
  gtk_menu_button_popdown (self->saved);
  tell_changed (self);
}

static void
make_saved_popover (GtkMenuButton *button, gpointer data)
{
  SarapFilterBar *self = data;
  GtkWidget *saved = sarap_filter_saved_new (self->filter);

  g_signal_connect_object (saved, "chosen", G_CALLBACK (on_saved_chosen), self, G_CONNECT_SWAPPED);
  set_popover (button, saved);
}

static void
on_clear (SarapFilterBar *self)
{
  for (guint i = 0; i < SARAP_CRITERIA; i++)
    sarap_criterion_clear (i, self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  tell_changed (self);
}

static void
sarap_filter_bar_dispose (GObject *object)
{
  SarapFilterBar *self = SARAP_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_FILTER_BAR);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  G_OBJECT_CLASS (sarap_filter_bar_parent_class)->dispose (object);
}

static void
sarap_filter_bar_finalize (GObject *object)
{
  sarap_filter_unref (SARAP_FILTER_BAR (object)->filter);
  G_OBJECT_CLASS (sarap_filter_bar_parent_class)->finalize (object);
}

static void
sarap_filter_bar_class_init (SarapFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_filter_bar_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilterBar, add);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterBar, chips_scrolled);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterBar, saved);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_install_action (widget_class, "filter-bar.choose", "i", on_criterion);
}

static void
sarap_filter_bar_init (SarapFilterBar *self)
{
  self->filter = sarap_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_name_menu_buttons (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add, make_add_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->saved, make_saved_popover, self, NULL);
}

void
sarap_filter_bar_set_filter (SarapFilterBar *self, SarapFilter *filter)
{
  sarap_filter_ref (filter);
  sarap_filter_unref (self->filter);
  self->filter = filter;
  show_chips (self);
}

void
sarap_filter_bar_set_cache (SarapFilterBar *self, SarapOfficerCache *cache)
{
  SarapBodies *bodies = sarap_officer_cache_get_bodies (cache);

  g_set_object (&self->cache, cache);
  if (bodies == NULL || bodies == self->bodies)
    return;
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  self->bodies = sarap_bodies_ref (bodies);
  show_chips (self);
}

void
sarap_filter_bar_save (SarapFilterBar *self)
{
  gtk_menu_button_popup (self->saved);
}

void
sarap_filter_bar_open (SarapFilterBar *self)
{
  gtk_menu_button_popup (self->add);
}
