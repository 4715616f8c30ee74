#pragma once

#include "models/sarap-officers-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapOfficersFollow:
 *
 * Keeps the focus of the table of officers with the person whose row has it, whatever reorders the
 * list or reads it again: Enter opens whom one chose. GTK keeps it at the place.
 */
typedef struct _SarapOfficersFollow SarapOfficersFollow;

/**
 * sarap_officers_follow_new:
 * @view: the table
 * @cells: (element-type GtkWidget): its cells, a set that follows what the table makes
 *
 * Returns: (transfer full): a follow of no officer yet
 */
SarapOfficersFollow *sarap_officers_follow_new   (GtkColumnView *view, GHashTable *cells);
void                 sarap_officers_follow_free  (SarapOfficersFollow *self);

/**
 * sarap_officers_follow_watch:
 * @self: a follow
 * @selection: (nullable): the officers that the table is about to show, before it has them
 *
 * A focus on another officer is not followed.
 */
void                 sarap_officers_follow_watch (SarapOfficersFollow *self,
                                                  SarapOfficersSelection *selection);

/* Whether an officer is followed whose row is shown once all rows are known */
gboolean             sarap_officers_follow_soon  (SarapOfficersFollow *self);

G_END_DECLS
