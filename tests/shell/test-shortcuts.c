#include "shell/sarap-shortcuts.h"

/* Numbers of keys: where they are on the keyboard */
enum
{
  KEY_1 = 10,
  KEY_2 = 11,
  KEY_Q = 24,
  KEY_S = 39,
  KEY_K = 45,
  KEY_N = 57,
  KEY_COMMA = 59,
  KEY_SLASH = 61,
  KEY_F5 = 71,
};

typedef struct
{
  const char *what;
  guint keyval;
  guint keycode;
  GdkModifierType state;
  guint groups[3];
  const char *keys;
  gboolean means;
} Row;

static const Row rows[] = {
  { "us", GDK_KEY_s, KEY_S, GDK_CONTROL_MASK, { GDK_KEY_s }, "<Control>s", TRUE },
  { "another letter", GDK_KEY_s, KEY_S, GDK_CONTROL_MASK, { GDK_KEY_s }, "<Control>n", FALSE },
  { "without the modifier", GDK_KEY_s, KEY_S, 0, { GDK_KEY_s }, "<Control>s", FALSE },
  { "one modifier more",
    GDK_KEY_S,
    KEY_S,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK,
    { GDK_KEY_s },
    "<Control>s",
    FALSE },
  { "caps lock",
    GDK_KEY_S,
    KEY_S,
    GDK_CONTROL_MASK | GDK_LOCK_MASK,
    { GDK_KEY_s },
    "<Control>s",
    TRUE },
  { "kz alone",
    GDK_KEY_Cyrillic_yeru,
    KEY_S,
    GDK_CONTROL_MASK,
    { GDK_KEY_Cyrillic_yeru },
    "<Control>s",
    TRUE },
  { "ru alone",
    GDK_KEY_Cyrillic_el,
    KEY_K,
    GDK_CONTROL_MASK,
    { GDK_KEY_Cyrillic_el },
    "<Control>k",
    TRUE },
  { "kz alone, with shift",
    GDK_KEY_Cyrillic_TE,
    KEY_N,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK,
    { GDK_KEY_Cyrillic_te },
    "<Control><Shift>n",
    TRUE },
  { "kz first, then us",
    GDK_KEY_Cyrillic_yeru,
    KEY_S,
    GDK_CONTROL_MASK,
    { GDK_KEY_Cyrillic_yeru, GDK_KEY_s },
    "<Control>s",
    TRUE },
  { "a digit of kz is a letter",
    GDK_KEY_Cyrillic_schwa,
    KEY_2,
    GDK_ALT_MASK,
    { GDK_KEY_Cyrillic_schwa },
    "<Alt>2",
    TRUE },
  { "a digit of kz is a sign",
    GDK_KEY_quotedbl,
    KEY_1,
    GDK_ALT_MASK,
    { GDK_KEY_quotedbl },
    "<Alt>1",
    TRUE },
  { "comma of us under ru",
    GDK_KEY_Cyrillic_be,
    KEY_COMMA,
    GDK_CONTROL_MASK,
    { GDK_KEY_Cyrillic_be },
    "<Control>comma",
    TRUE },
  { "question mark of us",
    GDK_KEY_question,
    KEY_SLASH,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK,
    { GDK_KEY_slash },
    "<Control>question",
    TRUE },
  { "question mark of us under ru",
    GDK_KEY_comma,
    KEY_SLASH,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK,
    { GDK_KEY_period },
    "<Control>question",
    TRUE },
  { "azerty: what is written on the key",
    GDK_KEY_a,
    KEY_Q,
    GDK_CONTROL_MASK,
    { GDK_KEY_a },
    "<Control>a",
    TRUE },
  { "azerty: not the place of another letter",
    GDK_KEY_a,
    KEY_Q,
    GDK_CONTROL_MASK,
    { GDK_KEY_a },
    "<Control>q",
    FALSE },
  { "ru with azerty",
    GDK_KEY_Cyrillic_shorti,
    KEY_Q,
    GDK_CONTROL_MASK,
    { GDK_KEY_Cyrillic_shorti, GDK_KEY_a },
    "<Control>q",
    FALSE },
  { "a plain letter", GDK_KEY_Cyrillic_el, KEY_K, 0, { GDK_KEY_Cyrillic_el }, "k", TRUE },
  { "a function key", GDK_KEY_F5, KEY_F5, 0, { GDK_KEY_F5 }, "F5", TRUE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  SarapKeyPress press = { row->keyval, row->keycode, row->state, row->groups, 0 };
  guint keyval;
  GdkModifierType modifiers;

  while (press.n_groups < G_N_ELEMENTS (row->groups) && row->groups[press.n_groups] != 0)
    press.n_groups++;
  g_assert_true (gtk_accelerator_parse (row->keys, &keyval, &modifiers));
  g_assert_cmpint (sarap_key_press_matches (&press, keyval, modifiers), ==, row->means);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/shortcuts/%s", rows[i].what);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
