#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapSearchResult:
 *
 * Something that the palette offers: an officer, a page, a command. Properties, all set once:
 * "icon-name", "title", "subtitle", "keys" (its shortcut, for people), "action" (what choosing it
 * does, a detailed action name; for a place in the program "win.open-path::officers/14").
 */
#define SARAP_TYPE_SEARCH_RESULT (sarap_search_result_get_type ())
G_DECLARE_FINAL_TYPE (SarapSearchResult, sarap_search_result, SARAP, SEARCH_RESULT, GObject)

SarapSearchResult *sarap_search_result_new          (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *action);
SarapSearchResult *sarap_search_result_new_for_path (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *path);
void        sarap_search_result_set_keys     (SarapSearchResult *self, const char *keys);
const char *sarap_search_result_get_action   (SarapSearchResult *self);
const char *sarap_search_result_get_title    (SarapSearchResult *self);

G_END_DECLS
