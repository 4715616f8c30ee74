#pragma once

#include "shell/sarap-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *sarap_lost_bar_new (SarapSession *session);

G_END_DECLS
