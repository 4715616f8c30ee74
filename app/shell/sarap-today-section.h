#pragma once

#include "shell/sarap-today.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapTodaySection:
 *
 * A group of Today: how many there are, what is to be done about each, and the first of them.
 */
#define SARAP_TYPE_TODAY_SECTION (sarap_today_section_get_type ())
G_DECLARE_FINAL_TYPE (SarapTodaySection, sarap_today_section, SARAP, TODAY_SECTION, GtkBox)

/**
 * sarap_today_section_new:
 * @group: what it shows
 * @today: the day it is
 * @dates: makes the dates of all rows equally wide
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
sarap_today_section_new (const SarapTodayGroup *group, SarapDate today, GtkSizeGroup *dates);

G_END_DECLS
