#pragma once

#include "shell/sarap-registry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapApplication:
 *
 * The program. It knows no view: main gives it a registry of them. Property: "today" (the current
 * day: the system's, or SARAP_TODAY of the environment).
 */
#define SARAP_TYPE_APPLICATION (sarap_application_get_type ())
G_DECLARE_FINAL_TYPE (SarapApplication, sarap_application, SARAP, APPLICATION, AdwApplication)

/**
 * sarap_application_new:
 * @registry: the contents of the program
 *
 * Sets the language, and makes the program. Must be called once, first in main.
 *
 * Returns: (transfer full): the program
 */
SarapApplication *sarap_application_new          (SarapRegistry *registry);

/**
 * sarap_application_set_language:
 * @self: the program
 * @language: "kk", "ru", "en"; "" for that of the user's account
 *
 * Sets the language of the program, now and for the next start. Windows are made again, and show
 * the same content.
 */
void              sarap_application_set_language (SarapApplication *self, const char *language);

/**
 * sarap_application_get_today:
 * @self: the program
 *
 * Returns: the current day
 */
SarapDate         sarap_application_get_today    (SarapApplication *self);

G_END_DECLS
