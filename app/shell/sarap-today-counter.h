#pragma once

#include "shell/sarap-status.h"

G_BEGIN_DECLS

/**
 * SarapTodayCounter:
 *
 * How many officers have a status, as a button that leads to the list of them.
 */
#define SARAP_TYPE_TODAY_COUNTER (sarap_today_counter_get_type ())
G_DECLARE_FINAL_TYPE (SarapTodayCounter, sarap_today_counter, SARAP, TODAY_COUNTER, GtkFlowBoxChild)

/**
 * sarap_today_counter_new:
 * @status: a status
 *
 * Returns: (transfer floating): its counter, of no officers
 */
GtkWidget *sarap_today_counter_new (SarapStatus status);

/**
 * sarap_today_counter_set:
 * @self: a counter
 * @count: number of officers with the status
 * @path: the path of the list of them, for "win.open-path"
 */
void sarap_today_counter_set (SarapTodayCounter *self, guint count, const char *path);

G_END_DECLS
