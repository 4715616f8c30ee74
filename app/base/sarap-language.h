#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapLanguage:
 * @code: "kk", "ru", "en"
 * @name: its own name, as its speakers write it
 */
typedef struct
{
  const char *code;
  const char *name;
} SarapLanguage;

/* Kazakh, Russian, English; ends with a %NULL code */
extern const SarapLanguage sarap_languages[];

void        sarap_language_init (const char *installed, const char *fallback);
void        sarap_language_set  (const char *code);
const char *sarap_language_get  (void);

G_END_DECLS
