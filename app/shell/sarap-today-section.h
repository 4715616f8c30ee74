#pragma once

#include "shell/sarap-today.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapTodaySection:
 *
 * A group of Today: its number, the task, and its first lines.
 */
#define SARAP_TYPE_TODAY_SECTION (sarap_today_section_get_type ())
G_DECLARE_FINAL_TYPE (SarapTodaySection, sarap_today_section, SARAP, TODAY_SECTION, GtkBox)

/**
 * sarap_today_section_new:
 * @group: the group
 * @today: the current day
 * @dates: gives the dates of all rows the same width
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
sarap_today_section_new (const SarapTodayGroup *group, SarapDate today, GtkSizeGroup *dates);

G_END_DECLS
