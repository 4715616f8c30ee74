#pragma once

#include "shell/sarap-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapRefresh:
 * @SARAP_REFRESH_STORE: another database, or it has just been opened; everything must be loaded
 * @SARAP_REFRESH_IDENTITY: another person or role acts
 * @SARAP_REFRESH_TODAY: the day has changed
 *
 * Why a page must be shown again. Changes of records are not included, since pages listen to the
 * store's "changed". A change of language makes new pages.
 */
typedef enum
{
  SARAP_REFRESH_STORE = 1 << 0,
  SARAP_REFRESH_IDENTITY = 1 << 1,
  SARAP_REFRESH_TODAY = 1 << 2,
} SarapRefresh;

/**
 * SarapPage:
 *
 * One view of the program: a header bar and what is below it. A template with this parent has its
 * content as a child without a type, and children of the types "start", "end" and "title" for the
 * header bar. Actions in sarap_page_get_actions() are "page.…" while the page is shown; the shell
 * defines the keys of "page.find", "page.create", "page.refresh" and "page.export".
 *
 * Properties: "title", "subtitle" (of the header bar), "place" (%NULL, or a title within the page,
 * such as an officer's name: the window's title begins with it), "badge" (the amount of work, 0 for
 * none), "badge-urgent" (whether some of it is late), "unsaved" (whether leaving would lose input).
 */
#define SARAP_TYPE_PAGE (sarap_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SarapPage, sarap_page, SARAP, PAGE, AdwBin)

/**
 * SarapPageClass:
 * @open_path: shows a path within the page; @path is the part after the page's id, "" for its start
 * @dup_path: the current path, for @open_path
 * @refresh: see #SarapRefresh; also called before the page is shown for the first time
 * @leave: calls its function, at once without unsaved input, otherwise when the person has saved it
 *   or agreed to lose it; by default it can only be lost
 * @get_help: the topic of the help for the current content; by default the topic with the page's id
 */
struct _SarapPageClass
{
  AdwBinClass parent_class;

  void (*open_path) (SarapPage *self, const char *path);
  char *(*dup_path) (SarapPage *self);
  void (*refresh) (SarapPage *self, SarapRefresh what);
  const char *(*get_help) (SarapPage *self);
  void (*leave) (SarapPage *self, GSourceOnceFunc leave, gpointer data);

  gpointer padding[7];
};

/**
 * sarap_page_get_session:
 * @self: a page
 *
 * To be used by pages.
 *
 * Returns: (transfer none): the session with the database, the person who acts, and the current day
 */
SarapSession        *sarap_page_get_session   (SarapPage *self);
/* The number in the side bar, 0 for none */
guint                sarap_page_get_badge     (SarapPage *self);
/* Whether that number is highlighted */
gboolean             sarap_page_get_badge_urgent (SarapPage *self);
/* Whether the page has unsaved input */
gboolean             sarap_page_get_unsaved   (SarapPage *self);

/**
 * sarap_page_get_store:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the database, %NULL while none is open
 */
SarapStore          *sarap_page_get_store     (SarapPage *self);

/**
 * sarap_page_get_identity:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the person who acts, %NULL while no database is open
 */
const SarapIdentity *sarap_page_get_identity  (SarapPage *self);

/**
 * sarap_page_get_today:
 * @self: a page
 *
 * Returns: the current day
 */
SarapDate            sarap_page_get_today     (SarapPage *self);

/**
 * sarap_page_get_actions:
 * @self: a page
 *
 * Returns: (transfer none): the map for its own actions, "page.…" in the window
 */
GActionMap          *sarap_page_get_actions   (SarapPage *self);

/**
 * sarap_page_set_badge:
 * @self: a page
 * @badge: the amount of work, 0 for none
 * @urgent: whether some of it is late
 */
void                 sarap_page_set_badge     (SarapPage *self, guint badge, gboolean urgent);

/**
 * sarap_page_set_unsaved:
 * @self: a page
 * @unsaved: whether closing it now would lose input
 *
 * With unsaved input the window asks before it closes or the page is made again.
 */
void                 sarap_page_set_unsaved   (SarapPage *self, gboolean unsaved);

/**
 * sarap_page_set_place:
 * @self: a page
 * @place: (nullable): the title within the page; %NULL for the page itself
 */
void                 sarap_page_set_place     (SarapPage *self, const char *place);

/**
 * sarap_page_get_place:
 * @self: a page
 *
 * Returns: (nullable): the title within the page; %NULL for the page itself
 */
const char          *sarap_page_get_place     (SarapPage *self);

/* For the shell: sets the session */
void                 sarap_page_set_session   (SarapPage *self, SarapSession *session);
/* Shows a path of sarap_page_dup_path() */
void                 sarap_page_open_path     (SarapPage *self, const char *path);
/* (transfer full): the current path below the page's id */
char                *sarap_page_dup_path      (SarapPage *self);
/* Reads the content again */
void                 sarap_page_refresh       (SarapPage *self, SarapRefresh what);
/* Calls @leave once unsaved input is saved or may be lost: the person is asked */
void                 sarap_page_leave         (SarapPage *self, GSourceOnceFunc leave,
                                               gpointer data);

/* Sets whether the side bar is folded; a button then brings it back */
void                 sarap_page_set_folded    (SarapPage *self, gboolean folded);

/* Moves the window's only bar under this page's header bar */
void                 sarap_page_set_bar       (SarapPage *self, GtkWidget *bar);

/* The topic of the help about the current content; NULL: the topic with the page's id */
const char          *sarap_page_get_help      (SarapPage *self);

G_END_DECLS
