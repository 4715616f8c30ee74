#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapLanguage:
 * @code: "kk", "ru", "en"
 * @name: its name in the language itself
 */
typedef struct
{
  const char *code;
  const char *name;
} SarapLanguage;

/* Kazakh, Russian, English; ends with a %NULL code */
extern const SarapLanguage sarap_languages[];

/**
 * sarap_language_init:
 * @installed: the folder of installed translations
 * @fallback: the language to use if the program lacks that of the user's account
 *
 * Sets the language of the user's account, and finds the translations, also those of a program that
 * is not installed. Must be called once, before any thread starts.
 */
void        sarap_language_init (const char *installed, const char *fallback);

/**
 * sarap_language_set:
 * @code: "kk", "ru", "en"; "" for the language of the user's account
 *
 * Sets the language of the program and of GTK. Existing widgets must be made again. The language's
 * locale need not be generated on the machine: LANGUAGE names the catalogue, and has an effect in
 * any locale except C.
 */
void        sarap_language_set  (const char *code);

/**
 * sarap_language_get:
 *
 * Returns: the code of the program's language
 */
const char *sarap_language_get  (void);

G_END_DECLS
