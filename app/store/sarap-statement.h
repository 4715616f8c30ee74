#pragma once

#include "store/sarap-query.h"

#include <libgda/libgda.h>

G_BEGIN_DECLS

/**
 * SarapStatement:
 *
 * A prepared statement of libgda for a text and the kinds of its values. It lives as long as the
 * connection.
 */
typedef struct
{
  GdaStatement *gda;
  GdaSet *parameters; /* NULL if there are none */
} SarapStatement;

/* The key of a statement in the cache; @rows: whether it should give rows */
char           *sarap_statement_key    (SarapQuery *query, gboolean rows);
/* Prepares @query; @rows: whether it should give rows */
SarapStatement *sarap_statement_new    (SarapEngine engine, SarapQuery *query, gboolean rows,
                                        GError **error);
void            sarap_statement_free   (SarapStatement *self);
/* Sets the values of @query, which has the same text */
gboolean        sarap_statement_assign (SarapStatement *self, SarapQuery *query, GError **error);

G_END_DECLS
