#pragma once

#include "rules/sarap-date.h"

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

void        sarap_language_init      (void);
void        sarap_language_set       (const char *code);
const char *sarap_language_get       (void);
char       *sarap_language_say_day   (SarapDate date);
char       *sarap_language_say_date  (SarapDate date);

G_END_DECLS
