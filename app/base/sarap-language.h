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

/**
 * sarap_language_init:
 * @installed: where the translations are once they are installed
 * @fallback: the language to speak when the program does not have that of the user's account
 *
 * Finds the language of the user's account, speaks it, and finds the translations, also those of a
 * program that is not installed. Called once, before any thread is started.
 */
void        sarap_language_init (const char *installed, const char *fallback);

/**
 * sarap_language_set:
 * @code: "kk", "ru", "en"; "" for the language of the user's account
 *
 * From now on the program, and GTK with it, speaks this language. What is on the screen already has
 * to be made anew. It works without the language's locale being generated on the machine: LANGUAGE
 * names the catalogue, and any locale but C lets it.
 */
void        sarap_language_set  (const char *code);

/**
 * sarap_language_get:
 *
 * Returns: the code of the language that the program speaks
 */
const char *sarap_language_get  (void);

G_END_DECLS
