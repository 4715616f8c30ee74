#pragma once

#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/**
 * sarap_explanation_format:
 * @file: an officer's file, with the standing on a day
 *
 * Returns: (transfer full): a text for a letter: the officer, the day, the Instruction, the
 *   conclusion, the steps to it, and which of them are house rules
 */
char *sarap_explanation_format (SarapOfficerFile *file);

G_END_DECLS
