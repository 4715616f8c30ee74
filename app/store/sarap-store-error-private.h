#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* What the words of an engine mean */
SarapStoreError sarap_store_error_classify (SarapEngine engine, const char *message);
/* The sentence for people */
const char     *sarap_store_error_sentence (SarapStoreError code);
/* The sentence, and the engine's own words after it */
void            sarap_store_error_set      (GError **error, SarapStoreError code, const char *engine_text);

G_END_DECLS
