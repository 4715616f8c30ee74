#pragma once

#include "procedure/sarap-officer-file.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * sarap_file_page_remove:
 * @host: the window in which it is asked
 * @file: whose file
 * @done: (scope async): called when the officer is gone
 * @data: for @done
 * @data_free: (nullable): frees @data, whatever the answer is
 *
 * Asks whether an officer is to be removed with all records, and does it; @done is called when they
 * are gone. Where attestations are on file it says why that is not possible (§41).
 */
void sarap_file_page_remove (SarapHost *host,
                             SarapOfficerFile *file,
                             GSourceOnceFunc done,
                             gpointer data,
                             GDestroyNotify data_free);

G_END_DECLS
