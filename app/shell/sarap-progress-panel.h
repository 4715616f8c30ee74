#pragma once

#include "shell/sarap-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapProgressPanel:
 *
 * A view of long work: its title, its progress, and a button that stops it.
 */
#define SARAP_TYPE_PROGRESS_PANEL (sarap_progress_panel_get_type ())
G_DECLARE_FINAL_TYPE (SarapProgressPanel, sarap_progress_panel, SARAP, PROGRESS_PANEL, AdwBin)

/**
 * sarap_progress_panel_new:
 * @progress: the work it shows
 *
 * Returns: (transfer floating): a panel
 */
GtkWidget     *sarap_progress_panel_new          (SarapProgress *progress);

/* The progress shown; borrowed, NULL for none */
SarapProgress *sarap_progress_panel_get_progress (SarapProgressPanel *self);

G_END_DECLS
