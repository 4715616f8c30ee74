#pragma once

#include "shell/sarap-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapLostBar:
 *
 * A bar that is visible while the server does not answer.
 */
#define SARAP_TYPE_LOST_BAR (sarap_lost_bar_get_type ())
G_DECLARE_FINAL_TYPE (SarapLostBar, sarap_lost_bar, SARAP, LOST_BAR, AdwBin)

/* (transfer floating): a bar that watches @session */
GtkWidget *sarap_lost_bar_new (SarapSession *session);

G_END_DECLS
