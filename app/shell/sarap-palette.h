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
 * @session: the session with the database
 * @registry: the contents of the program
 *
 * Returns: (transfer floating): a palette, hidden until it is opened
 */
SarapPalette *sarap_palette_new  (SarapSession *session, SarapRegistry *registry);

/**
 * sarap_palette_open:
 * @self: the palette
 * @shown: (nullable): the page whose commands can be used
 *
 * Shows the palette with the pages and commands.
 */
void          sarap_palette_open (SarapPalette *self, SarapPage *shown);

G_END_DECLS
