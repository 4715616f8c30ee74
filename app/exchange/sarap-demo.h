#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many officers the demonstration service has unless somebody asks for another number */
#define SARAP_DEMO_OFFICERS 400
#define SARAP_DEMO_SEED 1

/**
 * sarap_demo_fill:
 * @db: a database with its schema, not in a transaction
 * @n_officers: how many officers, those who have left the service among them; at least 1
 * @seed: what makes one demonstration differ from another
 * @on: the day for which it is made, of the years 1950 to 2099: then every status occurs, from some
 *   200 officers on
 * @progress: (nullable): told how many officers there are
 * @data: for @progress
 * @cancellable: (nullable): stops it; nothing is written then
 * @error: return location; %SARAP_EXCHANGE_ERROR_NOT_EMPTY when there is something already,
 *   %SARAP_EXCHANGE_ERROR_DAY
 *
 * Fills a database with a made-up customs service: bodies, units, officers with their careers,
 * leaves, attestations and education, and commissions. The same for the same number, seed and day.
 *
 * Returns: %TRUE when all is written; %FALSE when nothing is
 */
gboolean sarap_demo_fill (SarapDatabase         *db,
                          guint                  n_officers,
                          guint32                seed,
                          SarapDate              on,
                          SarapExchangeProgress  progress,
                          gpointer               data,
                          GCancellable          *cancellable,
                          GError               **error);

G_END_DECLS
