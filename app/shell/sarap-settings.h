#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { SARAP_STYLE_SYSTEM, SARAP_STYLE_LIGHT, SARAP_STYLE_DARK } SarapStyle;

/**
 * sarap_settings_get:
 *
 * The program's settings. Their schema is also found if the program is not installed.
 *
 * Returns: (transfer none): the settings
 */
GSettings *sarap_settings_get           (void);

/**
 * sarap_settings_get_acting:
 * @database: name of a local database
 *
 * Returns: (transfer full): the person's role there: "auditor", "hr:" and the code of a body, or
 *   "hr" before a choice
 */
char      *sarap_settings_get_acting    (const char *database);

/**
 * sarap_settings_set_acting:
 * @database: name of a local database
 * @acting: a role in the form of sarap_settings_get_acting()
 */
void       sarap_settings_set_acting    (const char *database, const char *acting);

G_END_DECLS
