#pragma once

#include "rules/sarap-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapFormDate:
 *
 * An entry for a date, typed in any way that sarap_form_read_date() knows, with a calendar beside
 * it. Signal: "changed".
 */
#define SARAP_TYPE_FORM_DATE (sarap_form_date_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormDate, sarap_form_date, SARAP, FORM_DATE, GtkBox)

GtkWidget *sarap_form_date_new (const char *name);
/* The entry itself, which has the focus and is what is named */
GtkWidget *sarap_form_date_get_entry (SarapFormDate *self);
/* A date as a record keeps it, in the form of the language; anything else as it is */
void sarap_form_date_set_value (SarapFormDate *self, const char *value);

/* As a record keeps it; what is no date, as it was typed; %NULL for nothing */
char *sarap_form_date_dup_value (SarapFormDate *self);

/**
 * SarapFormReading:
 * @SARAP_FORM_READ_DAY: a day
 * @SARAP_FORM_READ_NO_SUCH_DAY: three numbers that are no day, such as 31.02.2026
 * @SARAP_FORM_READ_BEGINNING: not a day yet, but one may be on the way
 * @SARAP_FORM_READ_NOTHING: what no date is
 *
 * What became of a text that should be a date.
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
 * @text: what was typed
 * @date: (out): the day, %SARAP_DATE_NONE if it is none
 *
 * Reads a date as people type it: day, month and year with points, commas, slashes, hyphens or
 * spaces, the year of two digits too (50 to 99 are of the last century), or as eight digits; and as
 * a record keeps it.
 *
 * Returns: what was understood
 */
SarapFormReading sarap_form_read_date (const char *text, SarapDate *date);

/* What is wrong with it, translated; %NULL for a day */
const char *sarap_form_say_reading (SarapFormReading reading);

/* What is typed, as sarap_form_read_date() reads it */
SarapFormReading sarap_form_date_read (SarapFormDate *self, SarapDate *date);
/* Whether it is a day with a year of two digits, which may be the beginning of another year */
gboolean sarap_form_date_is_short (SarapFormDate *self);

G_END_DECLS
