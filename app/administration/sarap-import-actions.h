#pragma once

#include "shell/sarap-window.h"

G_BEGIN_DECLS

/* Adds "win.import", "win.export-folder" and "win.backup" */
void sarap_import_actions_install (SarapWindow *window);

G_END_DECLS
