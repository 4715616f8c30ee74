#pragma once

#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/**
 * sarap_explanation_format:
 * @file: an officer's file, with where the officer stands on a day
 *
 * Returns: (transfer full): every step as a text that can stand in a letter: whose, of which day,
 *   of which Instruction the paragraphs are, what it comes to, the steps to it, and what of it is a
 *   reading of the program's own
 */
char *sarap_explanation_format (SarapOfficerFile *file);

G_END_DECLS
