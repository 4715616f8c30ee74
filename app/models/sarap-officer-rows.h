#pragma once

#include "models/sarap-officer-row.h"
#include "store/sarap-store.h"

G_BEGIN_DECLS

/* Rows that the model keeps at most; others may hold more */
#define SARAP_OFFICER_ROWS_KEPT 1000
/* Rows that are read together */
#define SARAP_OFFICER_ROWS_PAGE 100

/**
 * SarapOfficerRows:
 *
 * The rows of officers. They are made on request and read in pages in the background; the latest
 * are kept.
 */
#define SARAP_TYPE_OFFICER_ROWS (sarap_officer_rows_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerRows, sarap_officer_rows, SARAP, OFFICER_ROWS, GObject)

/**
 * sarap_officer_rows_new:
 * @store: a database
 *
 * Returns: (transfer full): its rows, not read yet
 */
SarapOfficerRows *sarap_officer_rows_new            (SarapStore *store);

/**
 * sarap_officer_rows_set_today:
 * @self: rows
 * @today: the current day, for reading from now on
 */
void              sarap_officer_rows_set_today      (SarapOfficerRows *self, SarapDate today);
/* (transfer full): the row of an officer */
SarapOfficerRow  *sarap_officer_rows_get            (SarapOfficerRows *self, gint64 id);
/* Whether a row was requested and has not been read yet */
gboolean          sarap_officer_rows_is_wanted      (SarapOfficerRows *self, gint64 id);
/* Requests rows; the last requested are read first. Rows that have left the screen may be
   skipped. */
void              sarap_officer_rows_want           (SarapOfficerRows *self,
                                                     const guint32    *ids,
                                                     guint             n_ids);

/**
 * sarap_officer_rows_invalidate:
 * @self: rows
 * @id: an officer, 0 for all
 *
 * Marks the row as out of date. Its old facts are shown until they have been read again.
 */
void              sarap_officer_rows_invalidate     (SarapOfficerRows *self, gint64 id);
/* The number of rows in memory, for tests */
guint             sarap_officer_rows_get_n_kept     (SarapOfficerRows *self);

G_END_DECLS
