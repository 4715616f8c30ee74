#pragma once

#include "rules/sarap-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapFormDate:
 *
 * An entry for a date, in any form that sarap_form_read_date() reads, with a calendar. Signal:
 * "changed".
 */
#define SARAP_TYPE_FORM_DATE (sarap_form_date_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormDate, sarap_form_date, SARAP, FORM_DATE, GtkBox)

GtkWidget *sarap_form_date_new (const char *name);
/* The entry, which has the focus and the accessible name */
GtkWidget *sarap_form_date_get_entry (SarapFormDate *self);
/* Shows a date of a record in the form of the language, and other texts unchanged */
void sarap_form_date_set_value (SarapFormDate *self, const char *value);

/* The date in the form of a record; a text that is no date unchanged; NULL if empty */
char *sarap_form_date_dup_value (SarapFormDate *self);

/**
 * SarapFormReading:
 * @SARAP_FORM_READ_DAY: a day
 * @SARAP_FORM_READ_NO_SUCH_DAY: three numbers that are no day, such as 31.02.2026
 * @SARAP_FORM_READ_BEGINNING: not a day yet, but possibly the beginning of one
 * @SARAP_FORM_READ_NOTHING: not a date
 *
 * The result of reading a text as a date.
 */
typedef enum
{
  SARAP_FORM_READ_DAY,
  SARAP_FORM_READ_NO_SUCH_DAY,
  SARAP_FORM_READ_BEGINNING,
  SARAP_FORM_READ_NOTHING,
} SarapFormReading;

/**
 * sarap_form_read_date:
 * @text: the typed text
 * @date: (out): the day, %SARAP_DATE_NONE if it is none
 *
 * Reads a date in the forms that people type: day, month and year with points, commas, slashes,
 * hyphens or spaces, also with a year of two digits (50 to 99 are of the last century), or as eight
 * digits. It also reads the form of a record.
 *
 * Returns: the result
 */
SarapFormReading sarap_form_read_date (const char *text, SarapDate *date);

/* A translated sentence about a wrong text; NULL for a day */
const char *sarap_form_say_reading (SarapFormReading reading);

/* Reads the typed text by sarap_form_read_date() */
SarapFormReading sarap_form_date_read (SarapFormDate *self, SarapDate *date);
/* Whether the text is a day with a year of two digits, which may be the beginning of a longer
   year */
gboolean sarap_form_date_is_short (SarapFormDate *self);

G_END_DECLS
