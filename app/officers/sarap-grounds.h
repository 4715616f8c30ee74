#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SarapGrounds:
 *
 * An explanation as pages: its title, its text, and room for the signature of the HR service and
 * the date. The same call draws a page on paper, in a file and on the screen.
 */
typedef struct _SarapGrounds SarapGrounds;

/**
 * sarap_grounds_new:
 * @text: a text of sarap_explanation_format()
 *
 * Returns: (transfer full): a statement without pages yet
 */
SarapGrounds *sarap_grounds_new       (const char *text);

void          sarap_grounds_free      (SarapGrounds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapGrounds, sarap_grounds_free)

/**
 * sarap_grounds_lay_out:
 * @self: a statement
 * @context: the context of the output
 * @width: of a page, points, including margins
 * @height: of a page, points
 *
 * Splits it into pages.
 *
 * Returns: the number of pages
 */
guint         sarap_grounds_lay_out   (SarapGrounds *self,
                                       PangoContext *context,
                                       double        width,
                                       double        height);

/**
 * sarap_grounds_draw:
 * @self: a statement with pages
 * @cr: the output, in points from the corner of the page
 * @page: the page, from 0
 */
void          sarap_grounds_draw      (SarapGrounds *self, cairo_t *cr, guint page);
/* The title of the paper */
const char   *sarap_grounds_get_title (void);

G_END_DECLS
