#include "officers/sarap-file-page-head.h"

#include "shell/sarap-status.h"

#include <glib/gi18n-lib.h>

struct _SarapFilePageHead
{
  AdwBin parent_instance;

  /* Owned */
  char *iin;

  /* Template */
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *post;
  GtkLabel *iin_label;
  GtkWidget *copy;
  GtkLabel *born;
  GtkLabel *doubt;
  GtkLabel *since;
  GtkLabel *lengths;
  GtkLabel *pill;
  GtkLabel *deadline;
};

G_DEFINE_FINAL_TYPE (SarapFilePageHead, sarap_file_page_head, ADW_TYPE_BIN)

static void
copy_iin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SarapFilePageHead *self = SARAP_FILE_PAGE_HEAD (widget);

  if (self->iin != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->iin);
  /* no other way tells screen readers without a dialog */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->iin_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Copied"), -1);
}

static void
sarap_file_page_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FILE_PAGE_HEAD);
  G_OBJECT_CLASS (sarap_file_page_head_parent_class)->dispose (object);
}

static void
sarap_file_page_head_finalize (GObject *object)
{
  g_free (SARAP_FILE_PAGE_HEAD (object)->iin);
  G_OBJECT_CLASS (sarap_file_page_head_parent_class)->finalize (object);
}

/* Focuses its first widget, wherever the focus was last */
static gboolean
sarap_file_page_head_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SARAP_FILE_PAGE_HEAD (widget)->copy);
}

static void
sarap_file_page_head_class_init (SarapFilePageHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_file_page_head_dispose;
  object_class->finalize = sarap_file_page_head_finalize;

  widget_class->grab_focus = sarap_file_page_head_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-file-page-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, avatar);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, name);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, post);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, iin_label);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, copy);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, born);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, doubt);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, since);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, lengths);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, pill);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageHead, deadline);
  gtk_widget_class_install_action (widget_class, "head.copy-iin", NULL, copy_iin);
}

static void
sarap_file_page_head_init (SarapFilePageHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
age_on (SarapDate birth, SarapDate on)
{
  int year, month, day, on_year, on_month, on_day;

  sarap_date_split (birth, &year, &month, &day);
  sarap_date_split (on, &on_year, &on_month, &on_day);
  return on_year - year - (on_month < month || (on_month == month && on_day < day));
}

static void
show_post (SarapFilePageHead *self, SarapOfficerFile *file)
{
  g_autofree char *place = NULL;
  g_autofree char *post = NULL;
  SarapRecord *record;

  if (file->standing.current < 0)
    {
      gtk_label_set_text (self->post, _ ("Not in customs service on this day"));
      return;
    }
  record = g_ptr_array_index (file->service, file->standing.current);
  place = sarap_officer_file_name_body (file->bodies, record);
  post = g_strdup_printf ("%s · %s", sarap_officer_file_name_position (record), place);
  gtk_label_set_text (self->post, post);
}

static void
show_birth (SarapFilePageHead *self, SarapOfficerFile *file)
{
  SarapDate birth = sarap_record_get_date (file->officer, "birth_date");
  g_autofree char *date = NULL, *born = NULL;
  int age;

  if (birth == SARAP_DATE_NONE)
    return;
  date = sarap_format_date (birth);
  age = age_on (birth, file->on);
  born = g_strdup_printf (
      ngettext ("born %1$s, %2$d year old", "born %1$s, %2$d years old", (gulong) MAX (age, 0)),
      date, age);
  gtk_label_set_text (self->born, born);
}

/* Accepted warnings stay visible */
static void
show_doubt (SarapFilePageHead *self, SarapRecord *officer)
{
  g_autoptr (GPtrArray) warnings =
      sarap_record_type_warnings (&sarap_officer_type, sarap_record_values (officer));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((SarapFault *) warnings->pdata[i])->message);
  gtk_label_set_text (self->doubt, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), warnings->len > 0);
}

static void
show_service (SarapFilePageHead *self, SarapOfficerFile *file)
{
  SarapDate since = file->standing.continuous_since;
  g_autofree char *total = sarap_format_length (&file->total);
  g_autofree char *state = sarap_format_length (&file->state);
  g_autofree char *customs = sarap_format_length (&file->customs);
  /* TRANSLATORS: lengths of service: lines 5 and 6 of the attestation sheet */
  g_autofree char *lengths = g_strdup_printf (
      _ ("Length of service: %1$s in all · %2$s in state bodies · %3$s in customs"), total, state,
      customs);

  gtk_label_set_text (self->lengths, lengths);
  gtk_widget_set_visible (GTK_WIDGET (self->since), since != SARAP_DATE_NONE);
  if (since != SARAP_DATE_NONE)
    {
      SarapServiceRecord stretch = { SARAP_EMPLOYER_CUSTOMS, since, file->on };
      SarapCareer career = { .service = &stretch, .n_service = 1 };
      SarapServiceLength length, ignored;
      g_autofree char *date = sarap_format_date (since);
      g_autofree char *long_since = NULL, *said = NULL;

      sarap_rules_length_of_service (&career, file->on, &length, &ignored, &ignored);
      said = sarap_format_length (&length);
      long_since = g_strdup_printf (_ ("continuous service since %1$s (%2$s)"), date, said);
      gtk_label_set_text (self->since, long_since);
    }
}

/* The date: the deadline, or the first day on which the attestation may be held */
static char *
say_deadline (SarapOfficerFile *file)
{
  const SarapStanding *standing = &file->standing;
  g_autofree char *date = NULL, *left = NULL;

  switch (standing->status)
    {
    case SARAP_STATUS_DUE:
    case SARAP_STATUS_OVERDUE:
      if (standing->deadline == SARAP_DATE_NONE)
        return g_strdup (_ ("no last day while a deferral is open"));
      date = sarap_format_date (standing->deadline);
      left = sarap_format_days_left (standing->deadline - file->on);
      /* TRANSLATORS: %1$s is a date, %2$s "22 days left" or "5 days late" */
      return g_strdup_printf (_ ("by %1$s · %2$s"), date, left);
    case SARAP_STATUS_UPCOMING:
    case SARAP_STATUS_REATTESTATION_UPCOMING:
    case SARAP_STATUS_REATTESTATION_DUE:
      if (standing->window_start == SARAP_DATE_NONE)
        return g_strdup (_ ("until the deferral ends"));
      date = sarap_format_date (standing->window_start);
      return g_strdup_printf (_ ("from %s"), date);
    case SARAP_STATUS_DEFERRED:
      return sarap_format_deferred (&file->career, standing, file->on);
    case SARAP_STATUS_NONE:
    case SARAP_STATUS_NOT_IN_SERVICE:
    case SARAP_STATUS_NEGATIVE:
    default:
      return g_strdup ("");
    }
}

void
sarap_file_page_head_show (SarapFilePageHead *self, SarapOfficerFile *file)
{
  g_autofree char *name = sarap_officer_file_name_officer (file->officer);
  g_autofree char *deadline = say_deadline (file);
  g_autofree char *iin = NULL;

  g_free (self->iin);
  self->iin = g_strdup (sarap_record_get (file->officer, "iin"));
  iin = g_strdup_printf (_ ("IIN %s"), self->iin);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->iin_label, iin);
  show_post (self, file);
  show_birth (self, file);
  show_doubt (self, file->officer);
  show_service (self, file);
  sarap_status_pill_set (self->pill, file->standing.status, NULL);
  gtk_label_set_text (self->deadline, deadline);
  gtk_widget_set_visible (GTK_WIDGET (self->deadline), *deadline != '\0');
  if (file->standing.status == SARAP_STATUS_OVERDUE)
    gtk_widget_add_css_class (GTK_WIDGET (self->deadline), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->deadline), "late");
}
