#include "officers/sarap-grounds.h"

#include <glib/gi18n-lib.h>

/* Margins of an official paper, points: 30, 15, 20 and 20 mm */
#define LEFT 85
#define RIGHT 42.5
#define TOP 57
#define BOTTOM 57
#define GAP 14
/* A font with the metrics of that of official papers */
#define FONT "Liberation Serif, Times New Roman, serif"
#define SIGNATURE_HEIGHT 120

struct _SarapGrounds
{
  /* Owned */
  char *text;
  PangoLayout *title;
  PangoLayout *body;
  GArray *first; /* int: the first line of each page; at the end the line after the last one */

  double width, height;
};

SarapGrounds *
sarap_grounds_new (const char *text)
{
  SarapGrounds *self = g_new0 (SarapGrounds, 1);

  self->text = g_strchomp (g_strdup (text));
  self->first = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
sarap_grounds_free (SarapGrounds *self)
{
  g_free (self->text);
  g_clear_object (&self->title);
  g_clear_object (&self->body);
  g_array_unref (self->first);
  g_free (self);
}

static PangoLayout *
new_layout (PangoContext *context, const char *text, const char *style, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autofree char *name = g_strdup_printf ("%s %s", FONT, style);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (name);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* A line after an empty one is a heading, unless it is a sentence */
static void
embolden_headings (PangoLayout *body, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *at = text;

  while ((at = strstr (at, "\n\n")) != NULL)
    {
      const char *start = at + 2, *end = strchr (start, '\n');
      PangoAttribute *bold;

      at = start;
      if (end == NULL || end == start || end[-1] == '.')
        continue;
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = (guint) (start - text);
      bold->end_index = (guint) (end - text);
      pango_attr_list_insert (attributes, bold);
    }
  pango_layout_set_attributes (body, attributes);
}

static double
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* The height of the title on the first page */
static double
title_height (SarapGrounds *self)
{
  return layout_height (self->title) + GAP;
}

static double
line_height (PangoLayoutIter *iter)
{
  int top, bottom;

  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  return (double) (bottom - top) / PANGO_SCALE;
}

/* The last page needs room for the signature */
static void
break_pages (SarapGrounds *self)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->body);
  const double page = self->height - TOP - BOTTOM;
  double room = page - title_height (self);
  int line = 0;

  g_array_set_size (self->first, 0);
  g_array_append_val (self->first, line);
  do
    {
      double height = line_height (iter);

      if (height > room)
        {
          g_array_append_val (self->first, line);
          room = page;
        }
      room -= height;
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  if (room < SIGNATURE_HEIGHT)
    {
      /* at least three lines come with a signature */
      int kept = MAX (line - 3, g_array_index (self->first, int, self->first->len - 1) + 1);

      g_array_append_val (self->first, kept);
    }
  g_array_append_val (self->first, line);
}

guint
sarap_grounds_lay_out (SarapGrounds *self, PangoContext *context, double width, double height)
{
  const double column = width - LEFT - RIGHT;

  g_clear_object (&self->title);
  g_clear_object (&self->body);
  self->width = width;
  self->height = height;
  self->title = new_layout (context, sarap_grounds_get_title (), "Bold 14", column);
  pango_layout_set_alignment (self->title, PANGO_ALIGN_CENTER);
  self->body = new_layout (context, self->text, "12", column);
  embolden_headings (self->body, self->text);
  break_pages (self);
  return self->first->len - 1;
}

/* Returns: the end of the page's text */
static double
draw_lines (SarapGrounds *self, cairo_t *cr, guint page, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->body);
  const int first = g_array_index (self->first, int, page);
  const int end = g_array_index (self->first, int, page + 1);

  for (int line = 0; line < end; line++)
    {
      PangoRectangle place;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &place);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (line >= first)
        {
          int baseline = pango_layout_iter_get_baseline (iter) - top;

          cairo_move_to (cr, LEFT + (double) place.x / PANGO_SCALE,
                         y + (double) baseline / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
          y += (double) (bottom - top) / PANGO_SCALE;
        }
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
  return y;
}

static void
draw_text (SarapGrounds *self,
           cairo_t *cr,
           const char *text,
           const char *style,
           double x,
           double y,
           double width,
           PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout =
      new_layout (pango_layout_get_context (self->body), text, style, width);

  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* The role of the signer, the lines for the signature, and the date */
static void
draw_signature (SarapGrounds *self, cairo_t *cr, double y)
{
  const char *parts[] = { _ ("(position)"), _ ("(signature)"), _ ("(name written out)") };
  const double column = self->width - LEFT - RIGHT;
  const double part = (column - 2 * GAP) / G_N_ELEMENTS (parts);

  draw_text (self, cr, _ ("For the HR service:"), "12", LEFT, y, column, PANGO_ALIGN_LEFT);
  y += 46;
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double x = LEFT + i * (part + GAP);

      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + part, y);
      cairo_stroke (cr);
      draw_text (self, cr, parts[i], "9", x, y + 2, part, PANGO_ALIGN_CENTER);
    }
  /* TRANSLATORS: on paper, a place for the date: day, month and year are written by hand */
  draw_text (self, cr, _ ("“____” __________________ 20____"), "12", LEFT, y + 26, column,
             PANGO_ALIGN_LEFT);
}

void
sarap_grounds_draw (SarapGrounds *self, cairo_t *cr, guint page)
{
  const guint n_pages = self->first->len - 1;
  double y = TOP;

  g_return_if_fail (page < n_pages);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page == 0)
    {
      cairo_move_to (cr, LEFT, y);
      pango_cairo_show_layout (cr, self->title);
      y += title_height (self);
    }
  y = draw_lines (self, cr, page, y);
  if (page == n_pages - 1)
    draw_signature (self, cr, y + 2 * GAP);
  if (n_pages > 1)
    {
      g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, n_pages);

      draw_text (self, cr, number, "10", LEFT, self->height - BOTTOM + GAP,
                 self->width - LEFT - RIGHT, PANGO_ALIGN_CENTER);
    }
}

const char *
sarap_grounds_get_title (void)
{
  return _ ("Statement of the grounds of the attestation date");
}
