#pragma once

#include "store/sarap-query.h"

#include <libgda/libgda.h>

G_BEGIN_DECLS

/**
 * SarapStatement:
 *
 * A statement as libgda wants it, made once for a text and the kinds of its values, and kept as
 * long as the connection.
 */
typedef struct
{
  GdaStatement *gda;
  GdaSet *parameters; /* NULL when it has none */
} SarapStatement;

/* What tells two statements apart; @rows: whether it is to give rows */
char           *sarap_statement_key    (SarapQuery *query, gboolean rows);
/* Prepares @query; @rows: whether it is to give rows */
SarapStatement *sarap_statement_new    (SarapEngine engine, SarapQuery *query, gboolean rows, GError **error);
void            sarap_statement_free   (SarapStatement *self);
/* Gives it the values of @query, whose text is the same */
gboolean        sarap_statement_assign (SarapStatement *self, SarapQuery *query, GError **error);

G_END_DECLS
