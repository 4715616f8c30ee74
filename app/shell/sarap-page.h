#pragma once

#include "shell/sarap-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapRefresh:
 * @SARAP_REFRESH_STORE: another database, or it is open only now; all is to be loaded
 * @SARAP_REFRESH_IDENTITY: somebody else acts
 * @SARAP_REFRESH_TODAY: the day has changed
 *
 * Why a page is to be shown anew. Changes of records are not among these: pages listen to the
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
 * One view of the program: a header bar and what is below it. A template with this parent puts its
 * content as its plain child, and children of the types "start", "end" and "title" into the header
 * bar. Actions added to sarap_page_get_actions() are "page.…" while the page is shown; the shell
 * has the keys of "page.find", "page.create", "page.refresh" and "page.export".
 *
 * Properties: "title", "subtitle" (of the header bar), "place" (%NULL, or what is shown within the
 * page, such as an officer's name: the window's title begins with it), "badge" (how much work waits, 0: none),
 * "badge-urgent" (whether some of it is late), "unsaved" (whether leaving would lose something).
 */
#define SARAP_TYPE_PAGE (sarap_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SarapPage, sarap_page, SARAP, PAGE, AdwBin)

/**
 * SarapPageClass:
 * @open_path: shows a place within the page; @path is what follows the page's id, "" for its start
 * @dup_path: the place shown now, so that @open_path finds it again
 * @refresh: see #SarapRefresh; also called before the page is shown for the first time
 * @leave: calls what it is given, at once if nothing is unsaved, else when the person has saved it or
 *   agreed to lose it; by default it can only be lost
 * @get_help: the topic of the help for what is shown now; by default that with the page's own id
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
 * For pages.
 *
 * Returns: (transfer none): the database, who acts in it, and the day it is
 */
SarapSession        *sarap_page_get_session   (SarapPage *self);
/* The number beside its name in the side bar, 0 for none */
guint                sarap_page_get_badge     (SarapPage *self);
/* Whether that number is to stand out */
gboolean             sarap_page_get_badge_urgent (SarapPage *self);
/* Whether something typed on it is not saved */
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
 * Returns: (transfer none) (nullable): who acts, %NULL while no database is open
 */
const SarapIdentity *sarap_page_get_identity  (SarapPage *self);

/**
 * sarap_page_get_today:
 * @self: a page
 *
 * Returns: the day it is
 */
SarapDate            sarap_page_get_today     (SarapPage *self);

/**
 * sarap_page_get_actions:
 * @self: a page
 *
 * Returns: (transfer none): where its own actions are added, "page.…" for the window
 */
GActionMap          *sarap_page_get_actions   (SarapPage *self);

/**
 * sarap_page_set_badge:
 * @self: a page
 * @badge: how much work waits there, 0 for none
 * @urgent: whether some of it is late
 */
void                 sarap_page_set_badge     (SarapPage *self, guint badge, gboolean urgent);

/**
 * sarap_page_set_unsaved:
 * @self: a page
 * @unsaved: whether closing it now would lose something the person typed
 *
 * While this is so, the window asks before it is closed or the page is made anew.
 */
void                 sarap_page_set_unsaved   (SarapPage *self, gboolean unsaved);

/**
 * sarap_page_set_place:
 * @self: a page
 * @place: (nullable): what is shown within it; %NULL: the page itself
 */
void                 sarap_page_set_place     (SarapPage *self, const char *place);

/**
 * sarap_page_get_place:
 * @self: a page
 *
 * Returns: (nullable): what is shown within it; %NULL: the page itself
 */
const char          *sarap_page_get_place     (SarapPage *self);

/* For the shell */
void                 sarap_page_set_session   (SarapPage *self, SarapSession *session);
/* Shows what a path names, as sarap_page_dup_path() gives it */
void                 sarap_page_open_path     (SarapPage *self, const char *path);
/* (transfer full): what it shows at the moment, as a path below its own name */
char                *sarap_page_dup_path      (SarapPage *self);
/* Reads anew what it shows */
void                 sarap_page_refresh       (SarapPage *self, SarapRefresh what);
/* Calls @leave when what is typed on it is saved, or may be lost: the person is asked */
void                 sarap_page_leave         (SarapPage *self, GSourceOnceFunc leave, gpointer data);

/* Whether the side bar is folded away, and a button brings it back */
void                 sarap_page_set_folded    (SarapPage *self, gboolean folded);

/* Puts the window's one bar under this page's header bar, from wherever it was */
void                 sarap_page_set_bar       (SarapPage *self, GtkWidget *bar);

/* Which topic of the help is about what is shown; %NULL: that with the page's id */
const char          *sarap_page_get_help      (SarapPage *self);

G_END_DECLS
