#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The error of an engine's message */
SarapStoreError sarap_store_error_classify (SarapEngine engine, const char *message);
/* The sentence for people, translated */
const char     *sarap_store_error_sentence (SarapStoreError code);
/* Sets the error to the sentence, followed by the engine's own words */
void            sarap_store_error_set      (GError **error, SarapStoreError code,
                                            const char *engine_text);

G_END_DECLS
