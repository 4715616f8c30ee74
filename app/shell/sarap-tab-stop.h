#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapTabStop:
 *
 * Contains a list that is one stop of the Tab key: Tab and Shift+Tab move to widgets inside the
 * row, and then leave the list; arrow keys move between rows. In GTK 4.8 the Tab key would go
 * through every row.
 */
#define SARAP_TYPE_TAB_STOP (sarap_tab_stop_get_type ())
G_DECLARE_DERIVABLE_TYPE (SarapTabStop, sarap_tab_stop, SARAP, TAB_STOP, AdwBin)

struct _SarapTabStopClass
{
  AdwBinClass parent_class;
};

/**
 * sarap_tab_stop_new:
 * @child: a list; while it is hidden, this widget is hidden too
 *
 * Returns: (transfer floating): the widget around the list
 */
GtkWidget *sarap_tab_stop_new (GtkWidget *child);

G_END_DECLS
