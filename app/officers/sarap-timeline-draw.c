#include "officers/sarap-timeline-draw.h"

#define RADIUS 5
#define LEAST_LABEL 26
#define YEAR_WIDTH 46

typedef struct
{
  const SarapTimelineView *view;
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  GdkRGBA text;
  double axis;
} Drawing;

/* A colour of style.css, by name */
static GdkRGBA
colour (Drawing *d, const char *name)
{
  GdkRGBA found;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (d->widget), name, &found))
    found = d->text;
  return found;
}

static GdkRGBA
fainter (GdkRGBA rgba, float alpha)
{
  rgba.alpha *= alpha;
  return rgba;
}

static void
bar_fill (Drawing *d, const graphene_rect_t *rect, float radius, GdkRGBA rgba)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  gtk_snapshot_push_rounded_clip (d->snapshot, &rounded);
  gtk_snapshot_append_color (d->snapshot, &rgba, rect);
  gtk_snapshot_pop (d->snapshot);
}

static void
outline (Drawing *d, const graphene_rect_t *rect, float radius, float width, GdkRGBA rgba)
{
  GskRoundedRect rounded;
  float widths[4] = { width, width, width, width };
  GdkRGBA colours[4] = { rgba, rgba, rgba, rgba };

  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  gtk_snapshot_append_border (d->snapshot, &rounded, widths, colours);
}

/* Draws a text in at most @width pixels, cut at its end; @x is its left edge, or its middle */
static void
write_text (
    Drawing *d, const char *text, double x, double y, double width, gboolean centred, GdkRGBA rgba)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (d->widget, text);
  int text_width, text_height;

  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (centred ? x - text_width / 2.0 : x),
                                                (float) (y - text_height / 2.0)));
  gtk_snapshot_append_layout (d->snapshot, layout, &rgba);
  gtk_snapshot_restore (d->snapshot);
}

/* The fill of a bar carries its name; the outline separates it from the card */
static const char *
bar_colour (int employer_kind, gboolean line)
{
  if (employer_kind == SARAP_EMPLOYER_CUSTOMS)
    return line ? "timeline_customs_line" : "timeline_customs";
  if (employer_kind == SARAP_EMPLOYER_STATE)
    return line ? "timeline_state_line" : "timeline_state";
  return line ? "timeline_other_line" : "timeline_other";
}

/* A record without an end is only known up to today */
static void
fade_future (Drawing *d, const graphene_rect_t *place)
{
  double today = d->view->margin + sarap_timeline_scale_x (&d->view->scale, d->view->layout->today);
  float from = MAX ((float) today, place->origin.x);
  GdkRGBA card = fainter (colour (d, "card_bg_color"), 0.55f);

  if (from < place->origin.x + place->size.width)
    gtk_snapshot_append_color (d->snapshot, &card,
                               &GRAPHENE_RECT_INIT (from, place->origin.y,
                                                    place->origin.x + place->size.width - from,
                                                    place->size.height));
}

static void
draw_employment (Drawing *d, const SarapTimelineItem *item, const graphene_rect_t *place)
{
  float radius = MIN (RADIUS, place->size.height / 3);

  bar_fill (d, place, radius, colour (d, bar_colour (item->look, FALSE)));
  if (item->end == SARAP_DATE_NONE)
    fade_future (d, place);
  outline (d, place, radius, 1, colour (d, bar_colour (item->look, TRUE)));
  if (item->label != NULL && place->size.width > LEAST_LABEL && place->size.height > 14)
    write_text (d, item->label, place->origin.x + 7, place->origin.y + place->size.height / 2,
                place->size.width - 12, FALSE, d->text);
}

static void
draw_deferral (Drawing *d, const SarapTimelineItem *item, const graphene_rect_t *place)
{
  GdkRGBA line = colour (d, "timeline_hatch");
  cairo_t *cr;

  bar_fill (d, place, 0, fainter (line, 0.12f));
  cr = gtk_snapshot_append_cairo (d->snapshot, place);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, 1);
  for (float x = place->origin.x - place->size.height; x < place->origin.x + place->size.width;
       x += 7)
    {
      cairo_move_to (cr, x, place->origin.y + place->size.height);
      cairo_line_to (cr, x + place->size.height, place->origin.y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  outline (d, place, 0, 1, line);
}

static void
draw_term (Drawing *d, const SarapTimelineItem *item, const graphene_rect_t *place)
{
  float middle = place->origin.x + place->size.width / 2;
  GdkRGBA rgba = item->look ? colour (d, "timeline_due") : fainter (d->text, 0.7f);

  gtk_snapshot_append_color (d->snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (middle - 1, (float) d->axis - 8, 2, 16));
}

static void
draw_turned (Drawing *d,
             const graphene_rect_t *place,
             float angle,
             const graphene_rect_t *rect,
             GdkRGBA rgba)
{
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot,
                          &GRAPHENE_POINT_INIT (place->origin.x + place->size.width / 2,
                                                place->origin.y + place->size.height / 2));
  gtk_snapshot_rotate (d->snapshot, angle);
  gtk_snapshot_append_color (d->snapshot, &rgba, rect);
  gtk_snapshot_restore (d->snapshot);
}

static void
draw_attestation (Drawing *d, const SarapTimelineItem *item, const graphene_rect_t *place)
{
  const graphene_rect_t square = GRAPHENE_RECT_INIT (-5, -5, 10, 10);
  const graphene_rect_t bar = GRAPHENE_RECT_INIT (-7, -1.5, 14, 3);

  switch ((SarapTimelineMark) item->look)
    {
    case SARAP_TIMELINE_MARK_CORRESPONDS:
      bar_fill (d, place, place->size.width / 2, colour (d, "timeline_good"));
      break;
    case SARAP_TIMELINE_MARK_AGAIN:
      draw_turned (d, place, 45, &square, colour (d, "timeline_again"));
      break;
    case SARAP_TIMELINE_MARK_NEGATIVE:
      draw_turned (d, place, 0, &square, colour (d, "timeline_late"));
      break;
    case SARAP_TIMELINE_MARK_OPEN:
      bar_fill (d, place, place->size.width / 2, colour (d, "card_bg_color"));
      outline (d, place, place->size.width / 2, 3, colour (d, "timeline_again"));
      break;
    case SARAP_TIMELINE_MARK_ANNULLED:
    default:
      draw_turned (d, place, 45, &bar, fainter (d->text, 0.7f));
      draw_turned (d, place, -45, &bar, fainter (d->text, 0.7f));
      break;
    }
}

static void
draw_today (Drawing *d, const SarapTimelineItem *item, const graphene_rect_t *place)
{
  GdkRGBA accent = colour (d, "accent_color");

  gtk_snapshot_append_color (d->snapshot, &accent, place);
  write_text (d, item->label, place->origin.x + 1, place->origin.y - 8, 0, TRUE, accent);
}

/* Draws the window, and the deadline as a separate line at its end */
static void
draw_window (Drawing *d, const SarapTimelineItem *item, const graphene_rect_t *place)
{
  GdkRGBA due = colour (d, "timeline_due");

  bar_fill (d, place, 2, due);
  if (item->end != SARAP_DATE_NONE && item->end <= d->view->scale.to)
    gtk_snapshot_append_color (
        d->snapshot, &due,
        &GRAPHENE_RECT_INIT (place->origin.x + place->size.width - 2, (float) d->axis - 6, 2, 18));
}

static void
draw_item (Drawing *d, const SarapTimelineItem *item, const graphene_rect_t *place)
{
  switch (item->kind)
    {
    case SARAP_TIMELINE_EMPLOYMENT:
      draw_employment (d, item, place);
      break;
    case SARAP_TIMELINE_DEFERRAL:
      draw_deferral (d, item, place);
      break;
    case SARAP_TIMELINE_TERM:
      draw_term (d, item, place);
      break;
    case SARAP_TIMELINE_ATTESTATION:
      draw_attestation (d, item, place);
      break;
    case SARAP_TIMELINE_WINDOW:
      draw_window (d, item, place);
      break;
    case SARAP_TIMELINE_TODAY:
    default:
      draw_today (d, item, place);
      break;
    }
}

static void
draw_kind (Drawing *d, SarapTimelineKind kind)
{
  const GPtrArray *items = d->view->layout->items;

  for (guint i = 0; i < items->len; i++)
    {
      const SarapTimelineItem *item = g_ptr_array_index (items, i);
      graphene_rect_t place;

      if (item->kind == kind && sarap_timeline_view_place (d->view, item, &place))
        draw_item (d, item, &place);
    }
}

static void
draw_axis (Drawing *d)
{
  const SarapTimelineScale *scale = &d->view->scale;
  GdkRGBA line = fainter (d->text, 0.25f);
  int step = sarap_timeline_scale_year_step (scale, YEAR_WIDTH);
  int year, month, day, last_year;

  gtk_snapshot_append_color (d->snapshot, &line,
                             &GRAPHENE_RECT_INIT ((float) d->view->margin - 8, (float) d->axis - 1,
                                                  (float) scale->width + 16, 2));
  sarap_date_split (scale->to, &last_year, &month, &day);
  sarap_date_split (scale->from, &year, &month, &day);
  for (year += step - year % step; year <= last_year; year += step)
    {
      SarapDate first = sarap_date_new (year, 1, 1);
      double x = d->view->margin + sarap_timeline_scale_x (scale, first);
      g_autofree char *text = g_strdup_printf ("%d", year);

      gtk_snapshot_append_color (d->snapshot, &line,
                                 &GRAPHENE_RECT_INIT ((float) x, (float) d->axis - 4, 1, 8));
      write_text (d, text, x, d->axis + 24, 0, TRUE, fainter (d->text, 0.6f));
    }
}

static void
draw_marked (Drawing *d, int index, float width, GdkRGBA rgba)
{
  graphene_rect_t place;

  if (index < 0 || index >= (int) d->view->layout->items->len ||
      !sarap_timeline_view_place (d->view, g_ptr_array_index (d->view->layout->items, index),
                                  &place))
    return;
  graphene_rect_inset (&place, -3, -3);
  outline (d, &place, RADIUS + 3, width, rgba);
}

void
sarap_timeline_view_draw (const SarapTimelineView *view, GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const SarapTimelineKind order[] = {
    SARAP_TIMELINE_EMPLOYMENT, SARAP_TIMELINE_DEFERRAL,    SARAP_TIMELINE_WINDOW,
    SARAP_TIMELINE_TERM,       SARAP_TIMELINE_ATTESTATION, SARAP_TIMELINE_TODAY,
  };
  Drawing d = { .view = view, .widget = widget, .snapshot = snapshot };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &d.text);
  d.axis = sarap_timeline_view_axis (view->layout);
  draw_axis (&d);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    draw_kind (&d, order[i]);
  draw_marked (&d, view->pointed, 1, fainter (d.text, 0.4f));
  draw_marked (&d, view->focus, 2, colour (&d, "accent_color"));
}
