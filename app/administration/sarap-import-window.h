#pragma once

#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapImportWindow:
 *
 * Imports a folder into the database: reads and checks it, shows every fault or every change, and
 * writes all of it or nothing after the person agrees.
 */
#define SARAP_TYPE_IMPORT_WINDOW (sarap_import_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapImportWindow, sarap_import_window, SARAP, IMPORT_WINDOW, AdwWindow)

/**
 * sarap_import_window_present:
 * @host: the window with the database
 * @folder: the folder
 *
 * Reads the folder, and asks what to do with the result.
 */
void sarap_import_window_present (SarapHost *host, const char *folder);

G_END_DECLS
