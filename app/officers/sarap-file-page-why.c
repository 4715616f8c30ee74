#include "officers/sarap-file-page-why.h"

#include "forms/sarap-form-date.h"
#include "officers/sarap-reason-row.h"
#include "officers/sarap-grounds-print.h"
#include "procedure/sarap-explanation.h"
#include "shell/sarap-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _SarapFilePageWhy
{
  AdwBin parent_instance;

  /* Owned */
  char *text;  /* all steps, for copying */
  char *title; /* the name of the officer */

  /* Template */
  GtkLabel *heading;
  GtkLabel *summary;
  GtkListBox *reasons;
  GtkLabel *own_reading;
  GtkToggleButton *more;
  GtkBox *day_box;
  GtkLabel *day_fault;
  GtkButton *today;

  /* Made in init */
  SarapFormDate *day;

  SarapDate on;
  gboolean setting;
};

enum
{
  DAY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapFilePageWhy, sarap_file_page_why, ADW_TYPE_BIN)

static void
why_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SarapFilePageWhy *self = SARAP_FILE_PAGE_WHY (widget);

  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sarap_file_page_why_print (SARAP_FILE_PAGE_WHY (widget));
}

static void
on_row_activated (GtkListBox *reasons, GtkListBoxRow *row, gpointer data)
{
  sarap_reason_row_show_record (SARAP_REASON_ROW (row));
}

static void
on_more_toggled (SarapFilePageWhy *self)
{
  gboolean all = gtk_toggle_button_get_active (self->more);
  gboolean own_readings = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SarapReasonRow *row = SARAP_REASON_ROW (child);
      gboolean shown = sarap_reason_row_is_brief (row) != all;

      gtk_widget_set_visible (child, shown);
      own_readings = own_readings || (shown && sarap_reason_row_is_own_reading (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_reading), own_readings);
  gtk_button_set_label (GTK_BUTTON (self->more), all ? _ ("less") : _ ("all steps"));
}

/* In words too, since not everyone sees the red colour */
static void
mark_day (SarapFilePageWhy *self, const char *fault)
{
  GtkWidget *entry = sarap_form_date_get_entry (self->day);

  if (fault != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_label_set_text (self->day_fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day_fault), fault != NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fault != NULL ? fault : "", -1);
}

/* An incomplete date is no fault yet, and not another day */
static void
on_day_changed (SarapFilePageWhy *self)
{
  SarapFormReading reading;
  SarapDate date;

  if (self->setting)
    return;
  reading = sarap_form_date_read (self->day, &date);
  mark_day (self, reading == SARAP_FORM_READ_BEGINNING ? NULL : sarap_form_say_reading (reading));
  if (reading == SARAP_FORM_READ_DAY && !sarap_form_date_is_short (self->day))
    g_signal_emit (self, signals[DAY_CHOSEN], 0, date);
}

/* Enter: the input is complete */
static void
on_day_entered (SarapFilePageWhy *self)
{
  SarapDate date;
  SarapFormReading reading = sarap_form_date_read (self->day, &date);

  mark_day (self, sarap_form_say_reading (reading));
  if (reading == SARAP_FORM_READ_DAY)
    g_signal_emit (self, signals[DAY_CHOSEN], 0, date);
}

static void
write_day (SarapFilePageWhy *self)
{
  char text[SARAP_DATE_TEXT];

  if (self->on == SARAP_DATE_NONE)
    return;
  self->setting = TRUE;
  sarap_form_date_set_value (self->day, sarap_date_to_text (self->on, text));
  self->setting = FALSE;
  mark_day (self, NULL);
}

/* An incomplete date is discarded when typing ends */
static void
on_day_left (SarapFilePageWhy *self)
{
  SarapDate date;

  if (sarap_form_date_read (self->day, &date) == SARAP_FORM_READ_DAY && date != self->on)
    g_signal_emit (self, signals[DAY_CHOSEN], 0, date);
  write_day (self);
}

static void
on_today (SarapFilePageWhy *self)
{
  g_signal_emit (self, signals[DAY_CHOSEN], 0, SARAP_DATE_NONE);
}

static void
sarap_file_page_why_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FILE_PAGE_WHY);
  G_OBJECT_CLASS (sarap_file_page_why_parent_class)->dispose (object);
}

static void
sarap_file_page_why_finalize (GObject *object)
{
  SarapFilePageWhy *self = SARAP_FILE_PAGE_WHY (object);

  g_free (self->text);
  g_free (self->title);
  G_OBJECT_CLASS (sarap_file_page_why_parent_class)->finalize (object);
}

static void
sarap_file_page_why_class_init (SarapFilePageWhyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_file_page_why_dispose;
  object_class->finalize = sarap_file_page_why_finalize;
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (SARAP_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-file-page-why.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, heading);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, summary);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, reasons);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, own_reading);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, more);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, day_box);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, day_fault);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePageWhy, today);
  gtk_widget_class_bind_template_callback (widget_class, on_more_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_today);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "why.copy", NULL, why_copy);
  gtk_widget_class_install_action (widget_class, "why.print", NULL, print);
}

static void
sarap_file_page_why_init (SarapFilePageWhy *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->own_reading, sarap_format_own_reading ());
  self->day = SARAP_FORM_DATE (sarap_form_date_new (_ ("On which day")));
  gtk_widget_set_hexpand (sarap_form_date_get_entry (self->day), FALSE);
  gtk_box_append (self->day_box, GTK_WIDGET (self->day));
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (on_day_changed), self);
  g_signal_connect_swapped (sarap_form_date_get_entry (self->day), "activate",
                            G_CALLBACK (on_day_entered), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_day_left), self);
  gtk_widget_add_controller (sarap_form_date_get_entry (self->day), focus);
}

static void
add_reason (SarapFilePageWhy *self,
            SarapOfficerFile *file,
            guint index,
            gboolean brief,
            GtkSizeGroup *chips)
{
  const SarapReason *reason = &g_array_index (file->reasons, SarapReason, index);
  SarapRecord *record = sarap_officer_file_find_record (file, reason);
  g_autofree char *sentence = sarap_officer_file_format_reason (file, reason);

  gtk_list_box_append (self->reasons,
                       sarap_reason_row_new (reason, sentence, record, brief, chips));
}

/* The index of the focused row, -1 for none */
static int
focused_row (SarapFilePageWhy *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->reasons));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
focus_row (SarapFilePageWhy *self, int index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->reasons, index) : NULL;

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_summary (SarapFilePageWhy *self, SarapOfficerFile *file)
{
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < file->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (file->reasons, SarapReason, i);

      if (reason->kind == SARAP_REASON_STATUS)
        sentence = sarap_officer_file_format_reason (file, reason);
    }
  gtk_label_set_text (self->summary, sentence != NULL ? sentence : "");
}

static void
show_day (SarapFilePageWhy *self, SarapDate on, SarapDate today)
{
  GtkStateFlags state = gtk_widget_get_state_flags (sarap_form_date_get_entry (self->day));

  self->on = on;
  if (!(state & GTK_STATE_FLAG_FOCUS_WITHIN))
    write_day (self);
  gtk_widget_set_visible (GTK_WIDGET (self->today), on != today);
}

void
sarap_file_page_why_show (SarapFilePageWhy *self, SarapOfficerFile *file, SarapDate today)
{
  g_autoptr (GArray) brief = sarap_reasons_brief (file->reasons);
  g_autoptr (GtkSizeGroup) chips = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  int focused = focused_row (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_list_box_remove (self->reasons, row);
  /* the few in reading order, then all in logical order */
  for (guint i = 0; i < brief->len; i++)
    add_reason (self, file, g_array_index (brief, guint, i), TRUE, chips);
  for (guint i = 0; i < file->reasons->len; i++)
    add_reason (self, file, i, FALSE, chips);
  gtk_widget_set_visible (GTK_WIDGET (self->more), file->reasons->len > brief->len);
  gtk_label_set_text (self->heading, file->standing.deadline != SARAP_DATE_NONE ||
                                             file->standing.window_start != SARAP_DATE_NONE
                                         ? _ ("Why this date?")
                                         : _ ("Why so?"));
  show_summary (self, file);
  show_day (self, file->on, today);
  g_free (self->text);
  self->text = sarap_explanation_format (file);
  g_free (self->title);
  self->title = sarap_officer_file_name_officer (file->officer);
  on_more_toggled (self);
  focus_row (self, focused);
}

void
sarap_file_page_why_print (SarapFilePageWhy *self)
{
  if (self->text != NULL)
    sarap_grounds_print (GTK_WIDGET (self), self->title, self->text);
}
