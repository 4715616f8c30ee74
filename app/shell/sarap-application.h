#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-progress.h"
#include "shell/sarap-today.h"

G_BEGIN_DECLS

/**
 * SarapApplication:
 *
 * The program. It knows no view but Today: main registers the others before it is run. Property:
 * "today" (the day it is: the system's, or that of the environment's SARAP_TODAY).
 */
#define SARAP_TYPE_APPLICATION (sarap_application_get_type ())
G_DECLARE_FINAL_TYPE (SarapApplication, sarap_application, SARAP, APPLICATION, AdwApplication)

SarapApplication *sarap_application_new          (void);
void              sarap_application_add_page     (SarapApplication     *self,
                                                  const SarapPageEntry *entry);
void              sarap_application_add_today    (SarapApplication *self, SarapTodayFunc func);
void              sarap_application_set_demo     (SarapApplication *self, SarapDemoFunc func);
void              sarap_application_set_language (SarapApplication *self, const char *language);

/* (element-type SarapPageEntry), in the order of the side bar */
GPtrArray        *sarap_application_get_pages    (SarapApplication *self);
/* (element-type SarapTodayFunc) */
GPtrArray        *sarap_application_get_todays   (SarapApplication *self);
SarapDemoFunc     sarap_application_get_demo     (SarapApplication *self);
SarapDate         sarap_application_get_today    (SarapApplication *self);

G_END_DECLS
