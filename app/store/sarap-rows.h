#pragma once

#include "store/sarap-database.h"

#include <libgda/libgda.h>

G_BEGIN_DECLS

/* libgda's types for @columns, with G_TYPE_NONE at the end */
GType     *sarap_rows_types (const char *columns);
/* Copies all of @model */
SarapRows *sarap_rows_new   (GdaDataModel *model, const char *columns, GError **error);

G_END_DECLS
