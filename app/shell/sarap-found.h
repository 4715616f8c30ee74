#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapFound:
 *
 * Something that the palette offers: an officer, a page, a command. Properties, all set once:
 * "icon-name", "title", "subtitle", "keys" (its shortcut, for people), "action" (what choosing it
 * does, a detailed action name; for a place in the program "win.open-path::officers/14").
 */
#define SARAP_TYPE_FOUND (sarap_found_get_type ())
G_DECLARE_FINAL_TYPE (SarapFound, sarap_found, SARAP, FOUND, GObject)

SarapFound *sarap_found_new          (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *action);
SarapFound *sarap_found_new_for_path (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *path);
void        sarap_found_set_keys     (SarapFound *self, const char *keys);
const char *sarap_found_get_action   (SarapFound *self);
const char *sarap_found_get_title    (SarapFound *self);

G_END_DECLS
