#pragma once

#include "officers/sarap-filter-bar.h"
#include "officers/sarap-file-page.h"
#include "officers/sarap-officers-list.h"
#include "officers/sarap-officers-page.h"

G_BEGIN_DECLS

struct _SarapOfficersPage
{
  SarapPage parent_instance;

  /* Owned */
  SarapOfficersModel *model; /* NULL while no database is open */
  SarapOfficersSelection *selection;
  SarapFilter *filter;
  GSignalGroup *changes; /* of the model */
  char *awaited;         /* a path to be shown once the database is open */
  gint64 reached;        /* the officer whose file was open last */

  /* Template */
  GtkStack *stack;
  GtkStack *title;
  GtkWidget *back;
  AdwWindowTitle *file_title;
  GtkWidget *create;
  GtkWidget *menu;
  GtkSearchEntry *search;
  SarapFilterBar *bar;
  GtkWidget *filter_line;
  GtkLabel *count;
  GtkLabel *loose;
  GtkStack *body;
  AdwStatusPage *failed;
  AdwStatusPage *empty;
  AdwStatusPage *nothing;
  GtkWidget *beginnings;
  GtkLabel *bodies_first;
  GtkWidget *bodies;
  SarapOfficersList *list;
  AdwBin *file;
  GtkRevealer *selected;
  GtkLabel *selected_count;
  GMenuModel *row_menu;

  int sort; /* a SarapOfficersSort */
  gboolean descending;
  gboolean fresh;     /* whether another list is to come than the one that is scrolled */
  gboolean filtering; /* whether the filter is shown in the widgets just now */
};

/**
 * sarap_officers_page_set_filter:
 * @self: the page
 * @filter: (transfer full): which officers are shown
 */
void sarap_officers_page_set_filter (SarapOfficersPage *self, SarapFilter *filter);

/* What is said about the list: how many, how found, or why there is none */
void sarap_officers_page_show_state (SarapOfficersPage *self);

/* Whatever stands in the settings, it is one of those there are */
void sarap_officers_page_read_sort (SarapOfficersPage *self);

/**
 * sarap_officers_page_set_sort:
 * @self: the page
 * @sort: a #SarapOfficersSort
 * @descending: whether the last comes first
 *
 * Sorts the list for now; the settings keep what a person chose in the list.
 */
void sarap_officers_page_set_sort (SarapOfficersPage *self, int sort, gboolean descending);

/* The actions page.… that menus and keys call */
void sarap_officers_page_add_actions (SarapOfficersPage *self);

/* What can be done now, and what the menus tick */
void sarap_officers_page_renew_actions (SarapOfficersPage *self);

/**
 * sarap_officers_page_export:
 * @self: the page
 * @ids: (element-type guint32): officers
 *
 * Asks for a file, and writes them into it in this order.
 */
void sarap_officers_page_export (SarapOfficersPage *self, GArray *ids);

/**
 * sarap_officers_page_copy:
 * @self: the page
 * @ids: (element-type guint32): officers
 * @column: what of each is copied
 *
 * Puts it on the clipboard, a line each.
 */
void sarap_officers_page_copy (SarapOfficersPage *self, GArray *ids, SarapOfficersColumn column);

G_END_DECLS
