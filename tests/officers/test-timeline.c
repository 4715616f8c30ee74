#include "officers/sarap-timeline-draw.h"
#include "officers/sarap-timeline-layout.h"

#define SEED 394
#define ROUNDS 300

static SarapTimelineLayout *
random_layout (GRand *rand, int n_items)
{
  SarapTimelineLayout *layout = sarap_timeline_layout_new ();
  SarapDate first = sarap_date_new (1985, 1, 1);

  for (int i = 0; i < n_items; i++)
    {
      SarapTimelineKind kind = g_rand_int_range (rand, 0, SARAP_TIMELINE_TODAY);
      SarapDate start = first + g_rand_int_range (rand, 0, 15000);
      SarapDate end = start + g_rand_int_range (rand, 0, 3000);

      if (kind == SARAP_TIMELINE_TERM || kind == SARAP_TIMELINE_ATTESTATION)
        end = start;
      else if (g_rand_int_range (rand, 0, 8) == 0)
        end = SARAP_DATE_NONE;
      sarap_timeline_layout_add (layout, kind, g_rand_int_range (rand, 1, 4), start, end);
    }
  sarap_timeline_layout_arrange (layout, sarap_date_new (2026, 11, 22));
  return layout;
}

static const SarapTimelineItem *
nth (const SarapTimelineLayout *layout, guint index)
{
  return g_ptr_array_index (layout->items, index);
}

static gboolean
overlap (const SarapTimelineItem *a, const SarapTimelineItem *b)
{
  return a->start <= sarap_date_or_far (b->end) && b->start <= sarap_date_or_far (a->end);
}

static void
check_layout (const SarapTimelineLayout *layout)
{
  for (guint i = 0; i < layout->items->len; i++)
    {
      const SarapTimelineItem *item = nth (layout, i);

      g_assert_cmpint (item->start, >=, layout->from);
      g_assert_cmpint (MAX (item->start, item->end), <=, layout->to);
      if (i > 0)
        g_assert_cmpint (nth (layout, i - 1)->start, <=, item->start);
      if (item->kind != SARAP_TIMELINE_EMPLOYMENT)
        continue;
      g_assert_cmpuint (item->lane, <, layout->n_lanes);
      for (guint j = 0; j < i; j++)
        if (nth (layout, j)->kind == SARAP_TIMELINE_EMPLOYMENT &&
            nth (layout, j)->lane == item->lane)
          g_assert_false (overlap (nth (layout, j), item));
    }
}

/* No two bars of a lane overlap, and nothing stands outside */
static void
test_lanes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (SarapTimelineLayout) layout = random_layout (rand, g_rand_int_range (rand, 0, 60));

      check_layout (layout);
    }
}

/* As few lanes as the busiest day needs */
static void
test_no_lane_too_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (SarapTimelineLayout) layout = random_layout (rand, 25);
      guint busiest = 0;

      for (guint i = 0; i < layout->items->len; i++)
        {
          guint at_once = 0;

          for (guint j = 0; j < layout->items->len; j++)
            at_once += nth (layout, j)->kind == SARAP_TIMELINE_EMPLOYMENT &&
                       nth (layout, j)->start <= nth (layout, i)->start &&
                       sarap_date_or_far (nth (layout, j)->end) >= nth (layout, i)->start;
          busiest = MAX (busiest, at_once);
        }
      g_assert_cmpuint (layout->n_lanes, ==, busiest);
    }
}

static SarapTimelineView
view_of (const SarapTimelineLayout *layout, double width)
{
  return (SarapTimelineView){ layout, { layout->from, layout->to, width }, 16, -1, -1 };
}

/* Later is never further left; what is drawn lies in the widget, at any width; who points at the
   middle of a point finds something that is there */
static void
check_places (const SarapTimelineLayout *layout, double width)
{
  SarapTimelineView view = view_of (layout, width);
  double height = sarap_timeline_view_height (layout), before = -G_MAXDOUBLE;

  for (guint i = 0; i < layout->items->len; i++)
    {
      graphene_rect_t place;
      double x = sarap_timeline_scale_x (&view.scale, nth (layout, i)->start);
      int hit;

      g_assert_cmpfloat (x, >=, before);
      before = x;
      g_assert_true (sarap_timeline_view_place (&view, nth (layout, i), &place));
      g_assert_cmpfloat (place.origin.x, >=, 0);
      g_assert_cmpfloat (place.origin.y, >=, 0);
      g_assert_cmpfloat (place.origin.y + place.size.height, <=, height);
      g_assert_cmpfloat (place.origin.x + place.size.width, <=, width + 2 * 16 + 4);
      g_assert_cmpfloat (place.size.width, >, 0);
      hit = sarap_timeline_view_hit (&view, place.origin.x + place.size.width / 2,
                                     place.origin.y + place.size.height / 2);
      g_assert_cmpint (hit, >=, 0);
      g_assert_cmpint (nth (layout, (guint) hit)->kind, >=, nth (layout, i)->kind);
    }
}

static void
test_places (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (SarapTimelineLayout) layout = random_layout (rand, 20);

      check_places (layout, g_rand_double_range (rand, 40, 3000));
    }
}

/* The last ten years: what ended before is not seen, what lasts is cut at the edge */
static void
test_recent (void)
{
  g_autoptr (SarapTimelineLayout) layout = sarap_timeline_layout_new ();
  SarapDate edge = sarap_date_new (2016, 11, 22);
  SarapTimelineView view;
  graphene_rect_t place;

  sarap_timeline_layout_add (layout, SARAP_TIMELINE_EMPLOYMENT, 1, edge - 2000, edge - 1000);
  sarap_timeline_layout_add (layout, SARAP_TIMELINE_EMPLOYMENT, 1, edge - 999, edge + 500);
  sarap_timeline_layout_arrange (layout, sarap_date_new (2026, 11, 22));
  view = view_of (layout, 800);
  view.scale.from = edge;
  g_assert_false (sarap_timeline_view_place (&view, nth (layout, 0), &place));
  g_assert_true (sarap_timeline_view_place (&view, nth (layout, 1), &place));
  g_assert_cmpfloat_with_epsilon (place.origin.x, 16, 0.01);
}

/* "Until 31.12.9999" means that it is open, and leaves the years before their room */
static void
test_far_end (void)
{
  g_autoptr (SarapTimelineLayout) layout = sarap_timeline_layout_new ();
  SarapDate today = sarap_date_new (2026, 11, 22);
  SarapTimelineView view;
  graphene_rect_t place;

  sarap_timeline_layout_add (layout, SARAP_TIMELINE_EMPLOYMENT, 1, sarap_date_new (2010, 1, 1),
                             sarap_date_new (9999, 12, 31));
  sarap_timeline_layout_arrange (layout, today);
  g_assert_cmpint (layout->to, >, today);
  g_assert_cmpint (layout->to, <, sarap_date_add_months (today, 25 * 12));
  view = view_of (layout, 800);
  g_assert_true (sarap_timeline_view_place (&view, nth (layout, 0), &place));
  g_assert_cmpfloat (place.size.width, >, 700);
}

/* Whatever the width, the years have room */
static void
test_years (void)
{
  for (double width = 40; width < 4000; width *= 1.3)
    {
      SarapTimelineScale scale = { sarap_date_new (1985, 1, 1), sarap_date_new (2027, 1, 1),
                                   width };
      int step = sarap_timeline_scale_year_step (&scale, 46);

      g_assert_cmpfloat (width / 42 * step, >=, 45.9);
    }
}

/* A thousand records are arranged and placed without a pause that anybody would notice */
static void
test_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (SarapTimelineLayout) layout = random_layout (rand, 1000);
  SarapTimelineView view = view_of (layout, 1000);
  gint64 start = g_get_monotonic_time ();

  check_layout (layout);
  for (double x = 0; x < 1000; x += 10)
    sarap_timeline_view_hit (&view, x, 60);
  g_assert_cmpint (sarap_timeline_view_height (layout), <, 300);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/lanes", test_lanes);
  g_test_add_func ("/timeline/no-lane-too-many", test_no_lane_too_many);
  g_test_add_func ("/timeline/bodies", test_places);
  g_test_add_func ("/timeline/recent", test_recent);
  g_test_add_func ("/timeline/far-end", test_far_end);
  g_test_add_func ("/timeline/years", test_years);
  g_test_add_func ("/timeline/many", test_many);
  return g_test_run ();
}
