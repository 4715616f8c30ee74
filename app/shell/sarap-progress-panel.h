#pragma once

#include "shell/sarap-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapProgressPanel:
 *
 * Long work as a person sees it: what is done, how far it is, and a button that stops it.
 */
#define SARAP_TYPE_PROGRESS_PANEL (sarap_progress_panel_get_type ())
G_DECLARE_FINAL_TYPE (SarapProgressPanel, sarap_progress_panel, SARAP, PROGRESS_PANEL, AdwBin)

GtkWidget     *sarap_progress_panel_new          (SarapProgress *progress);
SarapProgress *sarap_progress_panel_get_progress (SarapProgressPanel *self);

G_END_DECLS
