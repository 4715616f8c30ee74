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
 * The rows of officers: made when they are asked for, read in pages behind, the latest kept.
 */
#define SARAP_TYPE_OFFICER_ROWS (sarap_officer_rows_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerRows, sarap_officer_rows, SARAP, OFFICER_ROWS, GObject)

/**
 * sarap_officer_rows_new:
 * @store: a database
 *
 * Returns: (transfer full): its rows, none of them read yet
 */
SarapOfficerRows *sarap_officer_rows_new            (SarapStore *store);

/**
 * sarap_officer_rows_set_today:
 * @self: rows
 * @today: the day it is, by which they are read from now on
 */
void              sarap_officer_rows_set_today      (SarapOfficerRows *self, SarapDate today);
/* (transfer full) */
SarapOfficerRow  *sarap_officer_rows_get            (SarapOfficerRows *self, gint64 id);
/* Whether a row was asked for and has not been read yet */
gboolean          sarap_officer_rows_is_wanted      (SarapOfficerRows *self, gint64 id);
/* Has these read, those asked for last first; some that nobody looks at any more may be passed over */
void              sarap_officer_rows_want           (SarapOfficerRows *self,
                                                     const guint32    *ids,
                                                     guint             n_ids);

/**
 * sarap_officer_rows_invalidate:
 * @self: rows
 * @id: an officer, 0: everybody
 *
 * What is known of them is no longer so. It is shown until it has been read again.
 */
void              sarap_officer_rows_invalidate     (SarapOfficerRows *self, gint64 id);
/* How many rows are held in memory, for tests */
guint             sarap_officer_rows_get_n_kept     (SarapOfficerRows *self);

G_END_DECLS
