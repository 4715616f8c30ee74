#include "officers/sarap-grounds.h"

/* A4 and its margins, points */
#define WIDTH 595.0
#define HEIGHT 842.0
#define LEFT 85.0
#define RIGHT 42.0
#define BOTTOM 57.0

static PangoContext *
new_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  g_object_unref (map);
  return context;
}

/* As many steps as somebody with a long career may have */
static SarapGrounds *
new_grounds (guint n_steps)
{
  g_autoptr (GString) text = g_string_new ("Өтегенов Қанат Ерғалиұлы\n\nGrounds\n");

  for (guint i = 0; i < n_steps; i++)
    g_string_append_printf (text,
                            "Paragraph 6: Қаржы министрлігі: the service there since 14.06.2011 "
                            "counts too; the break after it was %u days.\n",
                            i);
  return sarap_grounds_new (text->str);
}

/* Where there is ink on a page */
static cairo_rectangle_t
draw (SarapGrounds *statement, guint page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  sarap_grounds_draw (statement, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_one_page (void)
{
  g_autoptr (SarapGrounds) statement = new_grounds (8);
  PangoContext *context = new_context ();
  cairo_rectangle_t ink;

  g_assert_cmpuint (sarap_grounds_lay_out (statement, context, WIDTH, HEIGHT), ==, 1);
  ink = draw (statement, 0);
  g_assert_cmpfloat (ink.height, >, 200);
  g_object_unref (context);
}

/* However much it is, no page is written over its margins, and none is empty */
static void
test_pages (void)
{
  PangoContext *context = new_context ();
  guint most = 0;

  for (guint n_steps = 1; n_steps < 90; n_steps++)
    {
      g_autoptr (SarapGrounds) statement = new_grounds (n_steps);
      guint n_pages = sarap_grounds_lay_out (statement, context, WIDTH, HEIGHT);

      for (guint page = 0; page < n_pages; page++)
        {
          cairo_rectangle_t ink = draw (statement, page);

          /* what is below the text is the number of the page */
          if (ink.x < LEFT - 2 || ink.x + ink.width > WIDTH - RIGHT + 2 || ink.height < 100 ||
              ink.y + ink.height > HEIGHT - BOTTOM + (n_pages > 1 ? 30 : 0))
            g_error ("%u steps, page %u of %u: ink from %.0f, %.0f, %.0f wide, %.0f high", n_steps,
                     page + 1, n_pages, ink.x, ink.y, ink.width, ink.height);
        }
      g_assert_cmpuint (n_pages, >=, most);
      most = n_pages;
    }
  g_assert_cmpuint (most, >, 3);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grounds/one-page", test_one_page);
  g_test_add_func ("/grounds/pages", test_pages);
  return g_test_run ();
}
