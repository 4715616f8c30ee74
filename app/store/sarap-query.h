#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* A value given to a query: text for texts and dates, integer for integers */
typedef struct
{
  const char *name; /* interned */
  char kind;        /* t, i, d as for columns; 0 for a missing one */
  char *text;
  gint64 integer;
} SarapQueryValue;

struct _SarapQuery
{
  char *sql;
  GArray *values; /* of SarapQueryValue */
};

/* The value that was last bound to a name; NULL for none */
const SarapQueryValue *sarap_query_find (SarapQuery *query, const char *name);

G_END_DECLS
