#pragma once

#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/* Imports and exports records: "win.import", "win.export-folder", "win.backup" */
extern const SarapToolEntry sarap_import_tool_entry;

G_END_DECLS
