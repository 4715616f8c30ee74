#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { SARAP_STYLE_SYSTEM, SARAP_STYLE_LIGHT, SARAP_STYLE_DARK } SarapStyle;

GSettings *sarap_settings_get           (void);
char      *sarap_settings_get_acting    (const char *database);
void       sarap_settings_set_acting    (const char *database, const char *acting);

G_END_DECLS
