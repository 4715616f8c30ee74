#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SarapGrounds:
 *
 * An explanation as pages: its title, its text, and a place for the signature of the HR service and
 * for the date. A page is drawn by the same call on paper, in a file and on the screen.
 */
typedef struct _SarapGrounds SarapGrounds;

/**
 * sarap_grounds_new:
 * @text: as sarap_explanation_format() gives it
 *
 * Returns: (transfer full): a statement that has no pages yet
 */
SarapGrounds *sarap_grounds_new       (const char *text);

void          sarap_grounds_free      (SarapGrounds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapGrounds, sarap_grounds_free)

/**
 * sarap_grounds_lay_out:
 * @self: a statement
 * @context: of what it is drawn on
 * @width: of a page, points, its margins included
 * @height: of a page, points
 *
 * Breaks it into pages.
 *
 * Returns: how many there are
 */
guint         sarap_grounds_lay_out   (SarapGrounds *self,
                                       PangoContext *context,
                                       double        width,
                                       double        height);

/**
 * sarap_grounds_draw:
 * @self: a statement that has pages
 * @cr: what to draw on, in points from the corner of the page
 * @page: from 0
 */
void          sarap_grounds_draw      (SarapGrounds *self, cairo_t *cr, guint page);
/* What the paper is called */
const char   *sarap_grounds_get_title (void);

G_END_DECLS
