#include "forms/sarap-form-date.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SarapFormDate
{
  GtkBox parent_instance;

  /* Template; GtkBox takes its children away, so that gtk_widget_dispose_template () must not */
  GtkWidget *entry;
  GtkMenuButton *button;
  GtkCalendar *calendar;

  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapFormDate, sarap_form_date, GTK_TYPE_BOX)

/* First year that two digits stand for: no officer was born before it, and no day is recorded a
   century after it */
#define FIRST_OF_SHORT_YEARS 1950

static gboolean
is_separator (char c)
{
  return c != '\0' && strchr (".,/- ", c) != NULL;
}

/* Reads "17.3.85", "17/03/1985", "17,03,1985": day, month and year with one kind of separator; and
   "17031985" */
static gboolean
read_parts (const char *text, int *day, int *month, int *year)
{
  int year_at = 0, end = 0;
  char first, second;

  if (strlen (text) == 8 && strspn (text, "0123456789") == 8)
    return sscanf (text, "%2d%2d%4d", day, month, year) == 3;
  if (!g_ascii_isdigit (*text) ||
      sscanf (text, "%2d%c%2d%c%n%4d%n", day, &first, month, &second, &year_at, year, &end) != 5 ||
      text[end] != '\0' || !g_ascii_isdigit (text[year_at]) || first != second ||
      !is_separator (first))
    return FALSE;
  if (end - year_at == 2)
    *year += FIRST_OF_SHORT_YEARS / 100 * 100 + (*year < FIRST_OF_SHORT_YEARS % 100 ? 100 : 0);
  return *year >= 1000;
}

/* The form of a record, YYYY-MM-DD: "1985-17-03" has it, and is not a day */
static gboolean
has_form_of_record (const char *text)
{
  return strlen (text) == 10 && strspn (text, "0123456789") == 4 && text[4] == '-' &&
         strspn (text + 5, "0123456789") == 2 && text[7] == '-' &&
         strspn (text + 8, "0123456789") == 2;
}

SarapFormReading
sarap_form_read_date (const char *text, SarapDate *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  int day, month, year;

  *date = SARAP_DATE_NONE;
  if (sarap_date_parse (trimmed, -1, date))
    return SARAP_FORM_READ_DAY;
  if (read_parts (trimmed, &day, &month, &year))
    *date = sarap_date_new (year, month, day);
  else if (!has_form_of_record (trimmed))
    return trimmed[strspn (trimmed, "0123456789.,/- ")] == '\0' && strlen (trimmed) < 10
               ? SARAP_FORM_READ_BEGINNING
               : SARAP_FORM_READ_NOTHING;
  return *date != SARAP_DATE_NONE ? SARAP_FORM_READ_DAY : SARAP_FORM_READ_NO_SUCH_DAY;
}

const char *
sarap_form_say_reading (SarapFormReading reading)
{
  if (reading == SARAP_FORM_READ_DAY)
    return NULL;
  return reading == SARAP_FORM_READ_NO_SUCH_DAY
             ? _ ("There is no such day in the calendar.")
             : _ ("This was not understood as a date. Write it as day.month.year, for example "
                  "31.12.2026.");
}

static void
on_entry_changed (SarapFormDate *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Shows a day in the form of the language when it was typed in another, or without zeros */
static void
on_focus_left (SarapFormDate *self)
{
  g_autofree char *value = sarap_form_date_dup_value (self);

  self->setting = TRUE;
  sarap_form_date_set_value (self, value);
  self->setting = FALSE;
}

static void
on_calendar_shown (SarapFormDate *self)
{
  g_autofree char *value = sarap_form_date_dup_value (self);
  SarapDate date;
  int year, month, day;

  if (value == NULL || !sarap_date_parse (value, -1, &date))
    return;
  sarap_date_split (date, &year, &month, &day);
  self->setting = TRUE;
  {
    g_autoptr (GDateTime) shown = g_date_time_new_local (year, month, day, 0, 0, 0);

    gtk_calendar_select_day (self->calendar, shown);
  }
  self->setting = FALSE;
}

static void
on_day_selected (SarapFormDate *self)
{
  g_autoptr (GDateTime) chosen = NULL;
  g_autofree char *value = NULL;

  if (self->setting)
    return;
  chosen = gtk_calendar_get_date (self->calendar);
  value = g_date_time_format (chosen, "%Y-%m-%d");
  sarap_form_date_set_value (self, value);
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (self->entry);
}

static void
sarap_form_date_class_init (SarapFormDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-form-date.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFormDate, entry);
  gtk_widget_class_bind_template_child (widget_class, SarapFormDate, button);
  gtk_widget_class_bind_template_child (widget_class, SarapFormDate, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
}

static void
sarap_form_date_init (SarapFormDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_form_date_new (const char *name)
{
  SarapFormDate *self = g_object_new (SARAP_TYPE_FORM_DATE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

SarapFormReading
sarap_form_date_read (SarapFormDate *self, SarapDate *date)
{
  return sarap_form_read_date (gtk_editable_get_text (GTK_EDITABLE (self->entry)), date);
}

gboolean
sarap_form_date_is_short (SarapFormDate *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize length = strlen (trimmed);
  SarapDate date;

  return sarap_form_read_date (trimmed, &date) == SARAP_FORM_READ_DAY && length >= 3 &&
         is_separator (trimmed[length - 3]) && !has_form_of_record (trimmed);
}

GtkWidget *
sarap_form_date_get_entry (SarapFormDate *self)
{
  return self->entry;
}

void
sarap_form_date_set_value (SarapFormDate *self, const char *value)
{
  g_autofree char *said = NULL;
  SarapDate date;

  if (value != NULL && sarap_date_parse (value, -1, &date))
    said = sarap_format_date (date);
  if (said == NULL)
    said = g_strdup (value != NULL ? value : "");
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->entry)), said) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), said);
}

char *
sarap_form_date_dup_value (SarapFormDate *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  char written[SARAP_DATE_TEXT];
  SarapDate date;

  if (sarap_form_read_date (text, &date) == SARAP_FORM_READ_DAY)
    return g_strdup (sarap_date_to_text (date, written));
  return *text != '\0' ? g_strdup (text) : NULL;
}
