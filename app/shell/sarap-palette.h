#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapPalette:
 *
 * Finds any page, command or record by typing (Ctrl+K).
 */
#define SARAP_TYPE_PALETTE (sarap_palette_get_type ())
G_DECLARE_FINAL_TYPE (SarapPalette, sarap_palette, SARAP, PALETTE, AdwBin)

/**
 * sarap_palette_new:
 * @session: the database, and who acts in it
 * @registry: what there is to be found
 *
 * Returns: (transfer floating): a palette, hidden until it is opened
 */
SarapPalette *sarap_palette_new  (SarapSession *session, SarapRegistry *registry);

/**
 * sarap_palette_open:
 * @self: the palette
 * @shown: (nullable): the page whose commands can be used
 *
 * Shows the palette, with all that it offers before anything is typed.
 */
void          sarap_palette_open (SarapPalette *self, SarapPage *shown);

G_END_DECLS
