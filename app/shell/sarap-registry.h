#pragma once

#include "rules/sarap-date.h"
#include "shell/sarap-host.h"
#include "shell/sarap-session.h"
#include "shell/sarap-today.h"

G_BEGIN_DECLS

/**
 * SarapCommand:
 * @title: what it does, a msgid; %NULL ends a table
 * @action: detailed name of its action
 * @keys: (nullable): its shortcut, as gtk_accelerator_parse() reads it
 *
 * A command: one line of a table that makes the shortcuts, the list of them and the palette.
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
 * @get_type: its class, a #SarapPage; it is made when it is first shown
 * @eager: whether it is made soon after the database is open, as its badge is wanted
 * @may_use: (nullable): whether somebody may use it; %NULL: everybody
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
 * @identity: (nullable): somebody; %NULL while it is not known who acts
 *
 * Returns: whether they may use the page; %TRUE while it is not known who acts
 */
gboolean sarap_page_entry_is_for (const SarapPageEntry *entry, const SarapIdentity *identity);

/**
 * SarapToolEntry:
 * @install: adds actions "win.…" to a window
 * @commands: commands for these actions
 *
 * What the menu of every window offers beside the pages; it is not copied.
 */
typedef struct
{
  void (*install) (SarapHost *host);
  const SarapCommand *commands;
} SarapToolEntry;

/**
 * SarapSearchFunc:
 * @session: the database, which is open, and the day it is
 * @text: what a person typed, not ""
 * @cancellable: ends it early
 * @callback: called when it is done
 * @user_data: passed on
 *
 * Finds what the palette offers for a text. The result is a #GTask that gives a list of
 * #SarapSearchResult, the best first.
 */
typedef void (*SarapSearchFunc) (SarapSession *session,
                                 const char *text,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * sarap_search_finish:
 * @result: what a #SarapSearchFunc called back with
 * @error: return location
 *
 * Returns: (transfer full): what was found, %NULL on an error
 */
GListModel *sarap_search_finish (GAsyncResult *result, GError **error);

/**
 * SarapRegistry:
 *
 * What the program consists of: main fills it before the application is run, and gives it to the
 * application. So neither the shell nor a window knows a view.
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
 * @entry: (transfer none): a page; in the side bar it stands after those added before
 */
void sarap_registry_add_page (SarapRegistry *self, const SarapPageEntry *entry);

/**
 * sarap_registry_add_tool:
 * @self: a registry
 * @entry: (transfer none): what the menu offers
 */
void sarap_registry_add_tool (SarapRegistry *self, const SarapToolEntry *entry);

/**
 * sarap_registry_add_today:
 * @self: a registry
 * @func: tells what is to be done on a day
 */
void sarap_registry_add_today (SarapRegistry *self, SarapTodayFunc func);

/**
 * sarap_registry_add_search:
 * @self: a registry
 * @func: finds what the palette offers
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
/* (nullable): NULL where there is no demonstration */
SarapDemoFunc sarap_registry_get_demo (SarapRegistry *self);

G_END_DECLS
