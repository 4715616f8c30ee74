#pragma once

#include "procedure/sarap-officer-file.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/* Asks whether an officer is to be removed with all records, and does it; @done is called when they
   are gone. Where attestations are on file it says why that is not possible (§41). */
void sarap_file_page_remove (SarapHost *host,
                             SarapOfficerFile *file,
                             GSourceOnceFunc done,
                             gpointer data,
                             GDestroyNotify data_free);

G_END_DECLS
