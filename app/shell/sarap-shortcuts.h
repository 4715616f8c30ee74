#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shortcuts that work whatever the keyboard layout is, also where it has no Latin letters at all */

/**
 * SarapKeyPress:
 * @keyval: what the key gives in the layout used now
 * @keycode: which key of the keyboard it is, as X11 and Wayland count them
 * @state: the modifiers held
 * @groups: (array length=n_groups): what that key gives, without modifiers, in each layout there is
 *
 * A key as it was pressed.
 */
typedef struct
{
  guint keyval;
  guint keycode;
  GdkModifierType state;
  const guint *groups;
  guint n_groups;
} SarapKeyPress;

gboolean sarap_key_press_matches (const SarapKeyPress *press,
                                  guint                keyval,
                                  GdkModifierType      modifiers);

#define SARAP_TYPE_SHORTCUTS (sarap_shortcuts_get_type ())
G_DECLARE_FINAL_TYPE (SarapShortcuts, sarap_shortcuts, SARAP, SHORTCUTS, GObject)

SarapShortcuts *sarap_shortcuts_new    (GtkWidget *widget, GtkPropagationPhase phase);
void            sarap_shortcuts_add    (SarapShortcuts *self,
                                        const char     *accelerator,
                                        const char     *detailed_action);

G_END_DECLS
