#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapOfficerPosition:
 * @search_text: its titles in Kazakh and in Russian, folded exactly
 * @loose_text: the same, folded loosely
 *
 * A position that officers hold.
 */
typedef struct
{
  char *search_text;
  char *loose_text;
} SarapOfficerPosition;

/**
 * SarapOfficerPositions:
 *
 * The positions held, some dozen, by index from 1.
 */
typedef struct _SarapOfficerPositions SarapOfficerPositions;

SarapOfficerPositions *sarap_officer_positions_new (void);
void sarap_officer_positions_free (SarapOfficerPositions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapOfficerPositions, sarap_officer_positions_free)

/**
 * sarap_officer_positions_add:
 * @self: positions
 * @position_kk: (nullable): its title in Kazakh
 * @position_ru: (nullable): its title in Russian
 *
 * Returns: its index; 0 for none, and if there are too many
 */
guint16 sarap_officer_positions_add (SarapOfficerPositions *self,
                                     const char *position_kk,
                                     const char *position_ru);
/* The number of positions plus one */
guint sarap_officer_positions_get_n (const SarapOfficerPositions *self);
/* The position at an index; NULL for 0 */
const SarapOfficerPosition *sarap_officer_positions_get (const SarapOfficerPositions *self,
                                                         guint index);

G_END_DECLS
