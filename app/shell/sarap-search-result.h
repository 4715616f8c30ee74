#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapSearchResult:
 *
 * A result in the palette: an officer, a page, a command. Properties, all set once: "icon-name",
 * "title", "subtitle", "keys" (its shortcut, for people), "action" (a detailed action name; for a
 * path in the program "win.open-path::officers/14").
 */
#define SARAP_TYPE_SEARCH_RESULT (sarap_search_result_get_type ())
G_DECLARE_FINAL_TYPE (SarapSearchResult, sarap_search_result, SARAP, SEARCH_RESULT, GObject)

/**
 * sarap_search_result_new:
 * @icon_name: its icon
 * @title: its name
 * @subtitle: (nullable): further details
 * @action: detailed name of the action that it activates
 *
 * Returns: (transfer full): a result
 */
SarapSearchResult *sarap_search_result_new          (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *action);

/**
 * sarap_search_result_new_for_path:
 * @icon_name: its icon
 * @title: its name
 * @subtitle: (nullable): further details
 * @path: its path in the program, such as "officers/14"
 *
 * Returns: (transfer full): a result
 */
SarapSearchResult *sarap_search_result_new_for_path (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *path);

/**
 * sarap_search_result_set_keys:
 * @self: a result
 * @keys: (nullable): its shortcut, for people
 */
void        sarap_search_result_set_keys     (SarapSearchResult *self, const char *keys);

/* The action that it activates; borrowed */
const char *sarap_search_result_get_action   (SarapSearchResult *self);
/* Its name; borrowed */
const char *sarap_search_result_get_title    (SarapSearchResult *self);

G_END_DECLS
