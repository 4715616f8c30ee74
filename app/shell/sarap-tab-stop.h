#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapTabStop:
 *
 * Holds a list that is one stop of the Tab key: Tab and Shift+Tab go on to what a row holds, and
 * then leave the list; arrow keys walk its rows. In GTK 4.8 the Tab key alone would go through
 * every row.
 */
#define SARAP_TYPE_TAB_STOP (sarap_tab_stop_get_type ())
G_DECLARE_DERIVABLE_TYPE (SarapTabStop, sarap_tab_stop, SARAP, TAB_STOP, AdwBin)

struct _SarapTabStopClass
{
  AdwBinClass parent_class;
};

/**
 * sarap_tab_stop_new:
 * @child: a list; while it is not visible, nothing of this is
 *
 * Returns: (transfer floating): the list as one stop
 */
GtkWidget *sarap_tab_stop_new (GtkWidget *child);

G_END_DECLS
