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

/**
 * sarap_search_result_new:
 * @icon_name: its icon
 * @title: what it is
 * @subtitle: (nullable): more about it
 * @action: detailed name of the action that choosing it activates
 *
 * Returns: (transfer full): something for the palette to offer
 */
SarapSearchResult *sarap_search_result_new          (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *action);

/**
 * sarap_search_result_new_for_path:
 * @icon_name: its icon
 * @title: what it is
 * @subtitle: (nullable): more about it
 * @path: its place in the program, such as "officers/14"
 *
 * Returns: (transfer full): a place for the palette to offer
 */
SarapSearchResult *sarap_search_result_new_for_path (const char *icon_name,
                                      const char *title,
                                      const char *subtitle,
                                      const char *path);

/**
 * sarap_search_result_set_keys:
 * @self: something found
 * @keys: (nullable): its shortcut, for people
 */
void        sarap_search_result_set_keys     (SarapSearchResult *self, const char *keys);

/* The action that opens it; borrowed */
const char *sarap_search_result_get_action   (SarapSearchResult *self);
/* Its first line; borrowed */
const char *sarap_search_result_get_title    (SarapSearchResult *self);

G_END_DECLS
