#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shortcuts that work with every keyboard layout, even one without Latin letters */

/**
 * SarapKeyPress:
 * @keyval: the symbol of the key in the current layout
 * @keycode: the number of the key on the keyboard, as in X11 and Wayland
 * @state: the modifiers held
 * @groups: (array length=n_groups): the symbol of the key without modifiers in each of the person's
 *   layouts
 *
 * A pressed key.
 */
typedef struct
{
  guint keyval;
  guint keycode;
  GdkModifierType state;
  const guint *groups;
  guint n_groups;
} SarapKeyPress;

/**
 * sarap_key_press_matches:
 * @press: a pressed key
 * @keyval: the key of a shortcut
 * @modifiers: the modifiers of the shortcut
 *
 * Compares a key press with a shortcut: first the symbol in the current layout, then those in the
 * person's other layouts. If none of these is a Latin letter, the same key of a US keyboard
 * decides.
 *
 * Returns: whether they match
 */
gboolean sarap_key_press_matches (const SarapKeyPress *press,
                                  guint                keyval,
                                  GdkModifierType      modifiers);

#define SARAP_TYPE_SHORTCUTS (sarap_shortcuts_get_type ())
G_DECLARE_FINAL_TYPE (SarapShortcuts, sarap_shortcuts, SARAP, SHORTCUTS, GObject)

/**
 * sarap_shortcuts_new:
 * @widget: the widget of the shortcuts, where actions are looked up
 * @phase: %GTK_PHASE_CAPTURE for shortcuts that come before the focused widget's own keys,
 *   %GTK_PHASE_BUBBLE for shortcuts that it may use itself, such as plain letters
 *
 * Makes shortcuts for a widget, which owns them.
 *
 * Returns: (transfer none): the shortcuts
 */
SarapShortcuts *sarap_shortcuts_new    (GtkWidget *widget, GtkPropagationPhase phase);

/**
 * sarap_shortcuts_add:
 * @self: shortcuts
 * @accelerator: the keys, in the form of gtk_accelerator_parse()
 * @detailed_action: the action with its target, such as "win.open-path::officers"
 *
 * Adds a shortcut. If its action is disabled or missing, the next one with the same keys is tried;
 * then the focused widget gets the keys.
 */
void            sarap_shortcuts_add    (SarapShortcuts *self,
                                        const char     *accelerator,
                                        const char     *detailed_action);

G_END_DECLS
