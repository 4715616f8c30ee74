#include "officers/sarap-filter-saved.h"

#include "officers/sarap-filter-saved-row.h"
#include "shell/sarap-settings.h"
#include "shell/sarap-host.h"

#include <glib/gi18n-lib.h>

struct _SarapFilterSaved
{
  AdwBin parent_instance;

  /* Owned */
  char *query; /* of the current filter */

  /* Template */
  GtkBox *filters;
  GtkWidget *none;
  GtkWidget *save;
  GtkEntry *name;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (SarapFilterSaved, sarap_filter_saved, ADW_TYPE_BIN)

static GVariant *
read_all (void)
{
  return g_settings_get_value (sarap_settings_get (), "officers-filters");
}

void
sarap_filter_saved_keep (const char *before, const char *name, const char *query)
{
  g_autoptr (GVariant) all = read_all ();
  g_autofree char *kept = query != NULL ? g_strdup (query) : sarap_filter_saved_lookup (before);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *one, *its_query;
  gboolean placed = name == NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &one, &its_query))
    {
      gboolean same = g_strcmp0 (one, before) == 0 || g_strcmp0 (one, name) == 0;

      if (!same)
        g_variant_builder_add (&builder, "(ss)", one, its_query);
      else if (!placed)
        {
          g_variant_builder_add (&builder, "(ss)", name, kept);
          placed = TRUE;
        }
    }
  if (!placed)
    g_variant_builder_add (&builder, "(ss)", name, kept);
  g_settings_set_value (sarap_settings_get (), "officers-filters",
                        g_variant_builder_end (&builder));
}

char *
sarap_filter_saved_lookup (const char *name)
{
  g_autoptr (GVariant) all = read_all ();
  GVariantIter iter;
  const char *one, *query;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &one, &query))
    if (g_strcmp0 (one, name) == 0)
      return g_strdup (query);
  return NULL;
}

static void
on_chosen (SarapFilterSaved *self, SarapFilterSavedRow *row)
{
  g_autofree char *query = sarap_filter_saved_lookup (sarap_filter_saved_row_get_name (row));

  if (query != NULL)
    g_signal_emit (self, chosen_signal, 0, query);
}

static void show_all (SarapFilterSaved *self);

/* A removed filter, for undo */
typedef struct
{
  char *name;
  char *query;
} Removed;

static void
removed_free (gpointer data)
{
  Removed *removed = data;

  g_free (removed->name);
  g_free (removed->query);
  g_free (removed);
}

static void say_removed (SarapHost *host, SarapDone done, Removed *removed);

static Removed *
removed_copy (const Removed *removed)
{
  Removed *copy = g_new (Removed, 1);

  copy->name = g_strdup (removed->name);
  copy->query = g_strdup (removed->query);
  return copy;
}

/* Removes it again: a SarapUndoFunc */
static void
remove_again (SarapHost *host, SarapDone done, gpointer data)
{
  Removed *removed = data;

  sarap_filter_saved_keep (removed->name, NULL, NULL);
  say_removed (host, done, removed_copy (removed));
}

/* Saves it again: a SarapUndoFunc */
static void
keep_again (SarapHost *host, SarapDone done, gpointer data)
{
  Removed *removed = data;
  /* TRANSLATORS: %s is the name of a saved filter */
  g_autofree char *text = g_strdup_printf (_ ("Saved filter “%s” removed"), removed->name);

  sarap_filter_saved_keep (NULL, removed->name, removed->query);
  sarap_host_say_done (host, done, NULL, text, remove_again, removed_copy (removed), removed_free);
}

/* Takes ownership of @removed */
static void
say_removed (SarapHost *host, SarapDone done, Removed *removed)
{
  /* TRANSLATORS: %s is the name of a saved filter */
  g_autofree char *text = g_strdup_printf (_ ("Saved filter “%s” removed"), removed->name);

  sarap_host_say_done (host, done, NULL, text, keep_again, removed, removed_free);
}

static void
on_removed (SarapFilterSaved *self, SarapFilterSavedRow *row)
{
  SarapHost *host = sarap_host_of (GTK_WIDGET (self));
  Removed *removed = g_new (Removed, 1);

  removed->name = g_strdup (sarap_filter_saved_row_get_name (row));
  removed->query = sarap_filter_saved_lookup (removed->name);
  sarap_filter_saved_keep (removed->name, NULL, NULL);
  show_all (self);
  say_removed (host, SARAP_DONE, removed);
}

static void
on_renamed (SarapFilterSaved *self, const char *name, SarapFilterSavedRow *row)
{
  sarap_filter_saved_keep (sarap_filter_saved_row_get_name (row), name, NULL);
  show_all (self);
}

static void
add_filter (SarapFilterSaved *self, const char *name)
{
  GtkWidget *row = sarap_filter_saved_row_new (name);

  g_signal_connect_object (row, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "renamed", G_CALLBACK (on_renamed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->filters, row);
}

static void
show_all (SarapFilterSaved *self)
{
  g_autoptr (GVariant) all = read_all ();
  GtkWidget *child = NULL;
  GVariantIter iter;
  const char *name;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->filters))) != NULL)
    gtk_box_remove (self->filters, child);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, NULL))
    add_filter (self, name);
  gtk_widget_set_visible (self->none, g_variant_n_children (all) == 0);
  gtk_widget_set_visible (self->save, *self->query != '\0');
}

/* The focus begins in the name of the filter to be saved: the popover would give it to the first
 * row
 */
static void
sarap_filter_saved_map (GtkWidget *widget)
{
  SarapFilterSaved *self = SARAP_FILTER_SAVED (widget);

  GTK_WIDGET_CLASS (sarap_filter_saved_parent_class)->map (widget);
  if (gtk_widget_get_visible (self->save))
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_save (SarapFilterSaved *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  sarap_filter_saved_keep (NULL, name, self->query);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  show_all (self);
}

static void
sarap_filter_saved_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FILTER_SAVED);
  G_OBJECT_CLASS (sarap_filter_saved_parent_class)->dispose (object);
}

static void
sarap_filter_saved_finalize (GObject *object)
{
  g_free (SARAP_FILTER_SAVED (object)->query);
  G_OBJECT_CLASS (sarap_filter_saved_parent_class)->finalize (object);
}

static void
sarap_filter_saved_class_init (SarapFilterSavedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_filter_saved_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_filter_saved_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  widget_class->map = sarap_filter_saved_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-filter-saved.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSaved, filters);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSaved, none);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSaved, save);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSaved, name);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
sarap_filter_saved_init (SarapFilterSaved *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_filter_saved_new (const SarapFilter *in_use)
{
  SarapFilterSaved *self = g_object_new (SARAP_TYPE_FILTER_SAVED, NULL);

  self->query = sarap_filter_write (in_use);
  show_all (self);
  return GTK_WIDGET (self);
}
