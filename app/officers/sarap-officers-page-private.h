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
  char *awaited;         /* a path to show once a database is open */
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
  gboolean fresh; /* whether another list is about to replace the scrolled one */
};

/**
 * sarap_officers_page_set_filter:
 * @self: the page
 * @filter: (transfer full): the criteria of the officers shown
 */
void sarap_officers_page_set_filter (SarapOfficersPage *self, SarapFilter *filter);

/* Shows the filter after a change: the search, the bar and the model have the same one */
void sarap_officers_page_show_filter (SarapOfficersPage *self);

/* Shows the state of the list: number, matches, or why it is empty */
void sarap_officers_page_show_state (SarapOfficersPage *self);

/* Reads the sorting from the settings; unknown values become the default */
void sarap_officers_page_read_sort (SarapOfficersPage *self);

/**
 * sarap_officers_page_set_sort:
 * @self: the page
 * @sort: a #SarapOfficersSort
 * @descending: whether the order is reversed
 *
 * Sorts the list, without changing the settings, which keep the choice of the person.
 */
void sarap_officers_page_set_sort (SarapOfficersPage *self, int sort, gboolean descending);

/* Adds the actions page.… of menus and keys */
void sarap_officers_page_add_actions (SarapOfficersPage *self);

/* Updates the enabled actions and the ticks of menus */
void sarap_officers_page_renew_actions (SarapOfficersPage *self);

/**
 * sarap_officers_page_export:
 * @self: the page
 * @ids: (element-type guint32): officers
 *
 * Asks for a file, and writes the officers to it in this order.
 */
void sarap_officers_page_export (SarapOfficersPage *self, GArray *ids);

/**
 * sarap_officers_page_copy:
 * @self: the page
 * @ids: (element-type guint32): officers
 * @column: the column to copy
 *
 * Copies a column to the clipboard, a line each.
 */
void sarap_officers_page_copy (SarapOfficersPage *self, GArray *ids, SarapOfficersColumn column);

G_END_DECLS
