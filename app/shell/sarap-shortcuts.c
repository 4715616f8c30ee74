#include "shell/sarap-shortcuts.h"

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  char *action;
  GVariant *target;
} Binding;

/**
 * SarapShortcuts:
 *
 * Keys and the actions that they activate. For a key without a Latin letter GTK finds a shortcut
 * only if another of the person's layouts has one: with only a Kazakh or Russian layout, Ctrl+S
 * does nothing. Here the position of the key on the keyboard finally decides.
 */
struct _SarapShortcuts
{
  GObject parent_instance;

  /* Owned */
  GArray *bindings;

  /* Borrowed */
  GtkWidget *widget;
};

G_DEFINE_FINAL_TYPE (SarapShortcuts, sarap_shortcuts, G_TYPE_OBJECT)

/* The keys of a plain US keyboard, by their numbers (evdev + 8) */
static const struct
{
  guint first;
  const char *plain;
  const char *shifted;
} physical[] = {
  { 10, "1234567890-=", "!@#$%^&*()_+" },
  { 24, "qwertyuiop[]", "QWERTYUIOP{}" },
  { 38, "asdfghjkl;'`", "ASDFGHJKL:\"~" },
  { 51, "\\zxcvbnm,./", "|ZXCVBNM<>?" },
};

/* Actions that GTK's own editing keys would activate if they had Latin letters */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} editing[] = {
  { GDK_KEY_c, GDK_CONTROL_MASK, "clipboard.copy" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "clipboard.cut" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "clipboard.paste" },
  { GDK_KEY_a, GDK_CONTROL_MASK, "selection.select-all" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "text.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "text.redo" },
};

static guint
physical_keyval (guint keycode, gboolean shifted)
{
  for (guint row = 0; row < G_N_ELEMENTS (physical); row++)
    {
      guint column = keycode - physical[row].first;

      if (keycode >= physical[row].first && column < strlen (physical[row].plain))
        return gdk_unicode_to_keyval (
            (guchar) (shifted ? physical[row].shifted : physical[row].plain)[column]);
    }
  return GDK_KEY_VoidSymbol;
}

static gboolean
is_latin_letter (guint keyval)
{
  return keyval < 128 && g_ascii_isalpha ((char) keyval);
}

/* Shift is part of a letter's shortcut, but for a sign such as “?” it is only a way to type it */
static gboolean
gives (guint given, GdkModifierType state, guint keyval, GdkModifierType modifiers)
{
  if (gdk_keyval_to_lower (given) != gdk_keyval_to_lower (keyval))
    return FALSE;
  if (keyval < 128 && g_ascii_ispunct ((char) keyval))
    state &= ~GDK_SHIFT_MASK;
  return (state & MODIFIERS) == (modifiers & MODIFIERS);
}

gboolean
sarap_key_press_matches (const SarapKeyPress *press, guint keyval, GdkModifierType modifiers)
{
  gboolean latin = is_latin_letter (press->keyval);

  if (gives (press->keyval, press->state, keyval, modifiers))
    return TRUE;
  for (guint group = 0; group < press->n_groups; group++)
    latin = latin || is_latin_letter (press->groups[group]);

  if (!is_latin_letter (press->keyval))
    for (guint group = 0; group < press->n_groups; group++)
      if (gives (press->groups[group], press->state, keyval, modifiers))
        return TRUE;
  return !latin &&
         (gives (physical_keyval (press->keycode, FALSE), press->state, keyval, modifiers) ||
          gives (physical_keyval (press->keycode, (press->state & GDK_SHIFT_MASK) != 0),
                 press->state, keyval, modifiers));
}

static GArray *
keyvals_of_groups (GdkDisplay *display, guint keycode)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  int n_keys = 0;

  if (gdk_display_map_keycode (display, keycode, &keys, &keyvals, &n_keys))
    for (int i = 0; i < n_keys; i++)
      if (keys[i].level == 0)
        g_array_append_val (groups, keyvals[i]);
  return groups;
}

static gboolean
text_edit (GtkWidget *widget, const SarapKeyPress *press)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || is_latin_letter (press->keyval))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (editing); i++)
    if (sarap_key_press_matches (press, editing[i].keyval, editing[i].modifiers))
      return gtk_widget_activate_action_variant (focus, editing[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                SarapShortcuts *self)
{
  g_autoptr (GArray) groups = keyvals_of_groups (gtk_widget_get_display (self->widget), keycode);
  SarapKeyPress press = { keyval, keycode, state, (const guint *) groups->data, groups->len };

  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (sarap_key_press_matches (&press, binding->keyval, binding->modifiers) &&
          gtk_widget_activate_action_variant (self->widget, binding->action, binding->target))
        return GDK_EVENT_STOP;
    }
  return text_edit (self->widget, &press);
}

static void
binding_clear (gpointer data)
{
  Binding *binding = data;

  g_free (binding->action);
  g_clear_pointer (&binding->target, g_variant_unref);
}

static void
sarap_shortcuts_finalize (GObject *object)
{
  SarapShortcuts *self = SARAP_SHORTCUTS (object);

  g_array_unref (self->bindings);
  G_OBJECT_CLASS (sarap_shortcuts_parent_class)->finalize (object);
}

static void
sarap_shortcuts_class_init (SarapShortcutsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_shortcuts_finalize;
}

static void
sarap_shortcuts_init (SarapShortcuts *self)
{
  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_array_set_clear_func (self->bindings, binding_clear);
}

SarapShortcuts *
sarap_shortcuts_new (GtkWidget *widget, GtkPropagationPhase phase)
{
  SarapShortcuts *self = g_object_new (SARAP_TYPE_SHORTCUTS, NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->widget = widget;
  gtk_event_controller_set_propagation_phase (controller, phase);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (on_key_pressed), self,
                         (GClosureNotify) g_object_unref, 0);
  gtk_widget_add_controller (widget, controller);
  return self;
}

void
sarap_shortcuts_add (SarapShortcuts *self, const char *accelerator, const char *detailed_action)
{
  Binding binding = { 0 };

  if (!gtk_accelerator_parse (accelerator, &binding.keyval, &binding.modifiers) ||
      !g_action_parse_detailed_name (detailed_action, &binding.action, &binding.target, NULL))
    g_error ("The shortcut %s for %s cannot be understood", accelerator, detailed_action);
  g_array_append_val (self->bindings, binding);
}
