#pragma once

#include "shell/sarap-today.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapTodayRow:
 *
 * A line of Today: the officer, the body and unit, and the date.
 */
#define SARAP_TYPE_TODAY_ROW (sarap_today_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapTodayRow, sarap_today_row, SARAP, TODAY_ROW, GtkListBoxRow)

/**
 * sarap_today_row_new:
 * @group: a group
 * @line: one of its lines
 * @today: the current day
 * @dates: gives the dates of all rows the same width
 *
 * Returns: (transfer floating): a row that leads to the path of the task
 */
GtkWidget *sarap_today_row_new (const SarapTodayGroup *group,
                                const SarapTodayLine *line,
                                SarapDate today,
                                GtkSizeGroup *dates);

/* The path of the task */
const char *sarap_today_row_get_path (SarapTodayRow *self);

G_END_DECLS
