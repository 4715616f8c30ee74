#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapFold:
 * @SARAP_FOLD_EXACT: case and accents folded (ё is е, é is e)
 * @SARAP_FOLD_LOOSE: the Kazakh letters too (ә is а, қ is к, ң is н …)
 */
typedef enum
{
  SARAP_FOLD_EXACT,
  SARAP_FOLD_LOOSE,
} SarapFold;

/* A text as it is searched in; words are separated by one space */
char *sarap_fold     (const char *text, SarapFold fold);
/* A text that sorts byte by byte as Kazakh sorts names; any part may be NULL */
char *sarap_sort_key (const char *surname, const char *given_name, const char *patronymic);

G_END_DECLS
