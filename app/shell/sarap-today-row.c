#include "shell/sarap-today-row.h"

#include "procedure/sarap-sentences.h"
#include "shell/sarap-status.h"

#include <glib/gi18n-lib.h>

struct _SarapTodayRow
{
  GtkListBoxRow parent_instance;

  /* Owned */
  char *path;

  /* Template */
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *pill;
  GtkWidget *when;
  GtkLabel *date;
  GtkLabel *left;
};

G_DEFINE_FINAL_TYPE (SarapTodayRow, sarap_today_row, GTK_TYPE_LIST_BOX_ROW)

static void
sarap_today_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_TODAY_ROW);
  G_OBJECT_CLASS (sarap_today_row_parent_class)->dispose (object);
}

static void
sarap_today_row_finalize (GObject *object)
{
  g_free (SARAP_TODAY_ROW (object)->path);
  G_OBJECT_CLASS (sarap_today_row_parent_class)->finalize (object);
}

static void
sarap_today_row_class_init (SarapTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_today_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_today_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapTodayRow, name);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayRow, place);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayRow, pill);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayRow, when);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayRow, date);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayRow, left);
}

static void
sarap_today_row_init (SarapTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_when (SarapTodayRow *self, const SarapTodayLine *line, gboolean days_matter, SarapDate today)
{
  g_autofree char *date = line->date != SARAP_DATE_NONE ? sarap_format_date (line->date) : NULL;
  g_autofree char *left =
      date != NULL && days_matter ? sarap_format_days_left (line->date - today) : NULL;

  gtk_label_set_text (self->date, date != NULL ? date : "");
  gtk_label_set_text (self->left, left != NULL ? left : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left), left != NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->left), line->date < today ? "error" : "dim-label");
}

/* The text of a screen reader: name, status and date */
static void
name_row (SarapTodayRow *self, const SarapTodayGroup *group, const SarapTodayLine *line)
{
  const char *status = sarap_code_label (sarap_statuses, (int) line->status);
  const char *date = gtk_label_get_text (self->date);
  const char *left = gtk_label_get_text (self->left);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *name = NULL;

  g_ptr_array_add (words, line->title);
  g_ptr_array_add (words, (gpointer) (status != NULL ? _ (status) : group->title));
  if (*date != '\0')
    g_ptr_array_add (words, (gpointer) date);
  if (*left != '\0')
    g_ptr_array_add (words, (gpointer) left);
  g_ptr_array_add (words, NULL);
  name = g_strjoinv (", ", (char **) words->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line->place, -1);
}

GtkWidget *
sarap_today_row_new (const SarapTodayGroup *group,
                     const SarapTodayLine *line,
                     SarapDate today,
                     GtkSizeGroup *dates)
{
  SarapTodayRow *self = g_object_new (SARAP_TYPE_TODAY_ROW, NULL);

  self->path = g_strdup (line->path);
  gtk_label_set_text (self->name, line->title);
  gtk_label_set_text (self->place, line->place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), line->place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *line->place != '\0');
  if (group->status == SARAP_STATUS_NONE)
    sarap_status_pill_set (self->pill, line->status, NULL);
  show_when (self, line, group->days_matter, today);
  gtk_size_group_add_widget (dates, self->when);
  name_row (self, group, line);
  return GTK_WIDGET (self);
}

const char *
sarap_today_row_get_path (SarapTodayRow *self)
{
  return self->path;
}
