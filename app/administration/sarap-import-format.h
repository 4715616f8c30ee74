#pragma once

#include "exchange/sarap-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an import found, as lists of Pango markup and as a table */

/**
 * sarap_import_say_changed:
 * @import: an import that has been checked
 *
 * A line a change: which record, and what of it is other than before; no more than the import has.
 *
 * Returns: (transfer full): markup for each record that would be changed
 */
GtkStringList *sarap_import_say_changed  (SarapImport *import);

/**
 * sarap_import_say_officers:
 * @import: an import that has been checked
 *
 * Names of new officers, and how many more there are.
 *
 * Returns: (transfer full): markup for each officer who would be added
 */
GtkStringList *sarap_import_say_officers (SarapImport *import);

/**
 * sarap_import_say_warnings:
 * @import: an import
 *
 * Returns: (transfer full): markup for each value that should be looked at again
 */
GtkStringList *sarap_import_say_warnings (SarapImport *import);
/* An officer a line: whose status or deadline would be another one, from what to what */
GtkStringList *sarap_import_say_standings (SarapImport *import);

/**
 * sarap_import_new_table:
 * @import: an import that has been checked
 *
 * New, changed and unchanged of each kind.
 *
 * Returns: (transfer floating): how many records of each kind are new, changed and as they were
 */
GtkWidget     *sarap_import_new_table    (SarapImport *import);
/* What each file was taken for, a line each */
char          *sarap_import_say_forms   (SarapImport *import);
/* FILE:LINE: COLUMN: message, a line each */
char          *sarap_import_say_faults   (SarapImport *import);

G_END_DECLS
