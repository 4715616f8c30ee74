#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapWindow:
 *
 * A window with one database: a #SarapHost. Its content is made again when the language changes.
 */
#define SARAP_TYPE_WINDOW (sarap_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapWindow, sarap_window, SARAP, WINDOW, AdwApplicationWindow)

/**
 * sarap_window_new:
 * @application: the program
 * @registry: the contents of the program
 * @today: the current day
 * @database: (nullable): name of the database to open; %NULL to ask
 *
 * Makes a window. The database is opened after the first frame.
 *
 * Returns: (transfer none): the window
 */
SarapWindow         *sarap_window_new           (AdwApplication *application,
                                                 SarapRegistry  *registry,
                                                 SarapDate       today,
                                                 const char     *database);

/**
 * sarap_window_dup_path:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): the current path
 */
char                *sarap_window_dup_path      (SarapWindow *self);

/**
 * sarap_window_has_unsaved:
 * @self: a window
 *
 * Returns: whether closing it now would lose input
 */
gboolean             sarap_window_has_unsaved   (SarapWindow *self);

/**
 * sarap_window_may_leave:
 * @self: a window
 *
 * To be called before the window shows other content.
 *
 * Returns: %FALSE if there is unsaved input; the person has then been told
 */
gboolean             sarap_window_may_leave     (SarapWindow *self);

/**
 * sarap_window_rebuild:
 * @self: a window
 *
 * Makes the window's content again in the current language, and shows the same path.
 */
void                 sarap_window_rebuild       (SarapWindow *self);

/**
 * sarap_window_set_today:
 * @self: a window
 * @today: the current day
 */
void                 sarap_window_set_today     (SarapWindow *self, SarapDate today);

/* The session of the window */
SarapSession        *sarap_window_get_session   (SarapWindow *self);
/* (nullable): the database; borrowed, %NULL while none is open */
SarapStore          *sarap_window_get_store     (SarapWindow *self);
/* (nullable): the person who acts; borrowed, NULL while no database is open */
const SarapIdentity *sarap_window_get_identity  (SarapWindow *self);

/**
 * sarap_window_open_database:
 * @self: a window
 * @name: name of an existing database
 * @password: (nullable): the password for a server; %NULL for the stored one
 *
 * Opens a database in place of the current one, which stays on failure. If several are opened at
 * once, the last one counts.
 */
void                 sarap_window_open_database (SarapWindow *self,
                                                 const char  *name,
                                                 const char  *password);

/**
 * sarap_window_make_database:
 * @self: a window
 * @name: name of a local file
 *
 * Makes an empty database, or opens an existing one.
 */
void                 sarap_window_make_database (SarapWindow *self, const char *name);

/**
 * sarap_window_get_page:
 * @self: a window
 * @id: id of a page
 *
 * Returns: (transfer none) (nullable): the page, made if necessary; %NULL while no database is open
 */
SarapPage           *sarap_window_get_page      (SarapWindow *self, const char *id);

G_END_DECLS
