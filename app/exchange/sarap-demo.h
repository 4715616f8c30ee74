#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The default number of officers in the demonstration service */
#define SARAP_DEMO_OFFICERS 400
#define SARAP_DEMO_SEED 1

/**
 * sarap_demo_fill:
 * @db: a database with its schema, not in a transaction
 * @n_officers: the number of officers, including those who have left; at least 1
 * @seed: the seed of the random numbers
 * @on: the day of the demonstration, in the years 1950 to 2099. With some 200 officers or more
 *   every status occurs.
 * @progress: (nullable): called with the number of officers made
 * @data: for @progress
 * @cancellable: (nullable): stops it; then nothing is written
 * @error: return location; %SARAP_EXCHANGE_ERROR_NOT_EMPTY when the database has records,
 *   %SARAP_EXCHANGE_ERROR_DAY
 *
 * Fills a database with an invented customs service: bodies, units, officers with their careers,
 * leaves, attestations and education, and commissions. The result is the same for the same number,
 * seed and day.
 *
 * Returns: %TRUE when everything is written, %FALSE when nothing is
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
