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

/**
 * sarap_key_press_matches:
 * @press: a key as it was pressed
 * @keyval: the key of a shortcut
 * @modifiers: and its modifiers
 *
 * Tells whether a key press means a shortcut: by what the key gives in the layout used now, else in
 * any other layout the person has, else, unless one of them has a Latin letter there, by what
 * stands at that place of a US keyboard.
 *
 * Returns: whether it does
 */
gboolean sarap_key_press_matches (const SarapKeyPress *press,
                                  guint                keyval,
                                  GdkModifierType      modifiers);

#define SARAP_TYPE_SHORTCUTS (sarap_shortcuts_get_type ())
G_DECLARE_FINAL_TYPE (SarapShortcuts, sarap_shortcuts, SARAP, SHORTCUTS, GObject)

/**
 * sarap_shortcuts_new:
 * @widget: the widget whose keys these are, and from which actions are looked up
 * @phase: %GTK_PHASE_CAPTURE for shortcuts that come before the focused widget's own keys,
 *   %GTK_PHASE_BUBBLE for those it may use up, such as plain letters
 *
 * Makes shortcuts for a widget; they live as long as it does.
 *
 * Returns: (transfer none): the shortcuts
 */
SarapShortcuts *sarap_shortcuts_new    (GtkWidget *widget, GtkPropagationPhase phase);

/**
 * sarap_shortcuts_add:
 * @self: shortcuts
 * @accelerator: the keys, as gtk_accelerator_parse() reads them
 * @detailed_action: the action with its target, such as "win.open-path::officers"
 *
 * Adds a shortcut. Where an action is disabled or not there, the next one with the same keys is
 * tried, and then the focused widget gets them.
 */
void            sarap_shortcuts_add    (SarapShortcuts *self,
                                        const char     *accelerator,
                                        const char     *detailed_action);

G_END_DECLS
