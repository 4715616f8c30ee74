#pragma once

#include "procedure/sarap-officer-file.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * sarap_file_page_remove:
 * @host: the window
 * @file: the officer's file
 * @done: (scope async): called when the officer is removed
 * @data: for @done
 * @data_free: (nullable): frees @data, whatever the answer is
 *
 * Removes an officer with all records, after asking the person. If attestations are on file it
 * tells why this is impossible (§41).
 */
void sarap_file_page_remove (SarapHost *host,
                             SarapOfficerFile *file,
                             GSourceOnceFunc done,
                             gpointer data,
                             GDestroyNotify data_free);

G_END_DECLS
