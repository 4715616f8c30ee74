#pragma once

#include "shell/sarap-registry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapApplication:
 *
 * The program. It knows no view: main gives it a registry of them. Property:
 * "today" (the day it is: the system's, or that of the environment's SARAP_TODAY).
 */
#define SARAP_TYPE_APPLICATION (sarap_application_get_type ())
G_DECLARE_FINAL_TYPE (SarapApplication, sarap_application, SARAP, APPLICATION, AdwApplication)

/**
 * sarap_application_new:
 * @registry: what the program consists of
 *
 * Sets the language, and makes the program. Called once, first thing in main.
 *
 * Returns: (transfer full): the program
 */
SarapApplication *sarap_application_new          (SarapRegistry *registry);

/**
 * sarap_application_set_language:
 * @self: the program
 * @language: "kk", "ru", "en"; "" for that of the user's account
 *
 * From now on, and the next time, the program speaks this language. Its windows are made anew, each
 * at the place where it is.
 */
void              sarap_application_set_language (SarapApplication *self, const char *language);

/**
 * sarap_application_get_today:
 * @self: the program
 *
 * Returns: the day it is
 */
SarapDate         sarap_application_get_today    (SarapApplication *self);

G_END_DECLS
