#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapWindow:
 *
 * A window with one database: a #SarapHost. What a person sees in it is made anew when the language
 * changes.
 */
#define SARAP_TYPE_WINDOW (sarap_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapWindow, sarap_window, SARAP, WINDOW, AdwApplicationWindow)

/**
 * sarap_window_new:
 * @application: the program
 * @registry: what it consists of
 * @today: the day it is
 * @database: (nullable): name of the database to open; %NULL to ask
 *
 * Makes a window. The database is opened once the window has been seen.
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
 * Returns: (transfer full) (nullable): the place it shows
 */
char                *sarap_window_dup_path      (SarapWindow *self);

/**
 * sarap_window_has_unsaved:
 * @self: a window
 *
 * Returns: whether closing it now would lose something that was typed
 */
gboolean             sarap_window_has_unsaved   (SarapWindow *self);

/**
 * sarap_window_may_leave:
 * @self: a window
 *
 * Asked before what the window shows gives way to something else.
 *
 * Returns: %TRUE; %FALSE if something that was typed is not saved, and the person has been told so
 */
gboolean             sarap_window_may_leave     (SarapWindow *self);

/**
 * sarap_window_rebuild:
 * @self: a window
 *
 * Makes all that the window shows anew, as another language is spoken; the place stays.
 */
void                 sarap_window_rebuild       (SarapWindow *self);

/**
 * sarap_window_set_today:
 * @self: a window
 * @today: the day it is from now on
 */
void                 sarap_window_set_today     (SarapWindow *self, SarapDate today);

/* What it works on */
SarapSession        *sarap_window_get_session   (SarapWindow *self);
/* (nullable): the database; borrowed, %NULL while none is open */
SarapStore          *sarap_window_get_store     (SarapWindow *self);
/* (nullable): who acts; borrowed, %NULL while no database is open */
const SarapIdentity *sarap_window_get_identity  (SarapWindow *self);

/**
 * sarap_window_open_database:
 * @self: a window
 * @name: name of a database that is there
 * @password: (nullable): the password for a server; %NULL: the one that is remembered
 *
 * Opens a database in place of the one that is open. If it cannot be, that one stays. Of several
 * that are opened at once the last counts.
 */
void                 sarap_window_open_database (SarapWindow *self,
                                                 const char  *name,
                                                 const char  *password);

/**
 * sarap_window_make_database:
 * @self: a window
 * @name: name of a local file
 *
 * Makes an empty database, or opens the one that is there.
 */
void                 sarap_window_make_database (SarapWindow *self, const char *name);

/**
 * sarap_window_get_page:
 * @self: a window
 * @id: id of a page
 *
 * Returns: (transfer none) (nullable): the page, made if it was not there yet; %NULL while no
 *   database is open
 */
SarapPage           *sarap_window_get_page      (SarapWindow *self, const char *id);

G_END_DECLS
