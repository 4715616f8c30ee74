#pragma once

#include "exchange/sarap-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The results of an import, as lists of Pango markup and as a table */

/**
 * sarap_import_say_changed:
 * @import: an import that has been checked
 *
 * A line for each change that the import keeps: the record, and its changed fields.
 *
 * Returns: (transfer full): markup for each record that would change
 */
GtkStringList *sarap_import_say_changed  (SarapImport *import);

/**
 * sarap_import_say_officers:
 * @import: an import that has been checked
 *
 * The names of new officers, and the number of further ones.
 *
 * Returns: (transfer full): markup for each officer who would be added
 */
GtkStringList *sarap_import_say_officers (SarapImport *import);

/**
 * sarap_import_say_warnings:
 * @import: an import
 *
 * Returns: (transfer full): markup for each warning
 */
GtkStringList *sarap_import_say_warnings (SarapImport *import);
/* A line for each officer whose status or deadline would change, with both values */
GtkStringList *sarap_import_say_standings (SarapImport *import);

/**
 * sarap_import_new_table:
 * @import: an import that has been checked
 *
 * Returns: (transfer floating): a table of the numbers of new, changed and unchanged records of
 *   each kind
 */
GtkWidget     *sarap_import_new_table    (SarapImport *import);
/* The form of each file, a line each */
char          *sarap_import_say_forms   (SarapImport *import);
/* FILE:LINE: COLUMN: message, a line each */
char          *sarap_import_say_faults   (SarapImport *import);

G_END_DECLS
