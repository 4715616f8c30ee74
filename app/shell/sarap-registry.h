#pragma once

#include "rules/sarap-date.h"
#include "shell/sarap-host.h"
#include "shell/sarap-session.h"
#include "shell/sarap-today.h"

G_BEGIN_DECLS

/**
 * SarapCommand:
 * @title: its name, a msgid; %NULL at the end of a table
 * @action: detailed name of its action
 * @keys: (nullable): its shortcut, in the form of gtk_accelerator_parse()
 *
 * A command: one line of a table for the shortcuts, the list of shortcuts and the palette.
 */
typedef struct
{
  const char *title;
  const char *action;
  const char *keys;
} SarapCommand;

/**
 * SarapPageEntry:
 * @id: the first word of its paths
 * @title: its name in the side bar, a msgid
 * @icon_name: its icon there
 * @get_type: its class, a #SarapPage; the page is made when it is first shown
 * @eager: whether it is made soon after the database is opened, for its badge
 * @may_use: (nullable): whether a person may use it; %NULL: everyone may
 * @commands: (nullable): its commands
 *
 * A page; it is not copied.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  gboolean eager;
  gboolean (*may_use) (const SarapIdentity *identity);
  const SarapCommand *commands;
} SarapPageEntry;

/**
 * sarap_page_entry_is_for:
 * @entry: a page
 * @identity: (nullable): the person; %NULL while unknown
 *
 * Returns: whether the person may use the page; %TRUE while unknown
 */
gboolean sarap_page_entry_is_for (const SarapPageEntry *entry, const SarapIdentity *identity);

/**
 * SarapToolEntry:
 * @install: adds actions "win.…" to a window
 * @commands: commands for these actions
 *
 * An item of every window's menu; it is not copied.
 */
typedef struct
{
  void (*install) (SarapHost *host);
  const SarapCommand *commands;
} SarapToolEntry;

/**
 * SarapSearchFunc:
 * @session: the session with an open database
 * @text: the typed text, not empty
 * @cancellable: ends it early
 * @callback: called with the result
 * @user_data: passed on
 *
 * Finds results of the palette for a text. The result is a #GTask with a list of
 * #SarapSearchResult, the best first.
 */
typedef void (*SarapSearchFunc) (SarapSession *session,
                                 const char *text,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * sarap_search_finish:
 * @result: the result of a #SarapSearchFunc
 * @error: return location
 *
 * Returns: (transfer full): the results, %NULL on an error
 */
GListModel *sarap_search_finish (GAsyncResult *result, GError **error);

/**
 * SarapRegistry:
 *
 * The contents of the program. main fills it before the application runs, and gives it to the
 * application. So neither the shell nor a window depends on a view.
 */
#define SARAP_TYPE_REGISTRY (sarap_registry_get_type ())
G_DECLARE_FINAL_TYPE (SarapRegistry, sarap_registry, SARAP, REGISTRY, GObject)

/**
 * sarap_registry_new:
 *
 * Returns: (transfer full): an empty registry
 */
SarapRegistry *sarap_registry_new (void);

/**
 * sarap_registry_add_page:
 * @self: a registry
 * @entry: (transfer none): a page, after the others in the side bar
 */
void sarap_registry_add_page (SarapRegistry *self, const SarapPageEntry *entry);

/**
 * sarap_registry_add_tool:
 * @self: a registry
 * @entry: (transfer none): an item of the menu
 */
void sarap_registry_add_tool (SarapRegistry *self, const SarapToolEntry *entry);

/**
 * sarap_registry_add_today:
 * @self: a registry
 * @func: adds the tasks of a day
 */
void sarap_registry_add_today (SarapRegistry *self, SarapTodayFunc func);

/**
 * sarap_registry_add_search:
 * @self: a registry
 * @func: finds results of the palette
 */
void sarap_registry_add_search (SarapRegistry *self, SarapSearchFunc func);

/**
 * sarap_registry_set_demo:
 * @self: a registry
 * @func: makes the demonstration service
 */
void sarap_registry_set_demo (SarapRegistry *self, SarapDemoFunc func);

/* (transfer none) (element-type SarapPageEntry), in the order of the side bar */
GPtrArray *sarap_registry_get_pages (SarapRegistry *self);
/* (transfer none) (element-type SarapToolEntry) */
GPtrArray *sarap_registry_get_tools (SarapRegistry *self);
/* (transfer none) (element-type SarapTodayFunc) */
GPtrArray *sarap_registry_get_todays (SarapRegistry *self);
/* (transfer none) (element-type SarapSearchFunc) */
GPtrArray *sarap_registry_get_searches (SarapRegistry *self);
/* (nullable): NULL if there is no demonstration */
SarapDemoFunc sarap_registry_get_demo (SarapRegistry *self);

G_END_DECLS
