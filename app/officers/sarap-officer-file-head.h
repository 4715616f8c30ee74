#pragma once

#include "procedure/sarap-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapOfficerFileHead:
 *
 * Who it is, where they stand and by when, at a glance.
 */
#define SARAP_TYPE_OFFICER_FILE_HEAD (sarap_officer_file_head_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerFileHead, sarap_officer_file_head, SARAP, OFFICER_FILE_HEAD, AdwBin)

void       sarap_officer_file_head_show (SarapOfficerFileHead *self, SarapDossier *dossier);

G_END_DECLS
