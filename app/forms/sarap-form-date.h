#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapFormDate:
 *
 * An entry for a date, typed as day.month.year or year-month-day, with a calendar beside it.
 * Signal: "changed".
 */
#define SARAP_TYPE_FORM_DATE (sarap_form_date_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormDate, sarap_form_date, SARAP, FORM_DATE, GtkBox)

GtkWidget  *sarap_form_date_new       (const char *name);
/* The entry itself, which has the focus and is what is named */
GtkWidget  *sarap_form_date_get_entry (SarapFormDate *self);
/* A date as a record keeps it, in the form of the language; anything else as it is */
void        sarap_form_date_set_value (SarapFormDate *self, const char *value);
char       *sarap_form_date_dup_value (SarapFormDate *self);

/* "31.12.2026" and "2026-12-31" as a record keeps it; %NULL if it is neither */
char       *sarap_form_read_date      (const char *text);

G_END_DECLS
