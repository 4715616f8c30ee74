#pragma once

#include "procedure/sarap-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapOfficerFileWhy:
 *
 * Why this date: the reasons as sentences, each with its paragraph; for today or another day.
 * Signal: "day-chosen" (a #SarapDate, 0 for today): the person wants to know it for another day.
 */
#define SARAP_TYPE_OFFICER_FILE_WHY (sarap_officer_file_why_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerFileWhy, sarap_officer_file_why, SARAP, OFFICER_FILE_WHY, AdwBin)

void       sarap_officer_file_why_show (SarapOfficerFileWhy *self, SarapDossier *dossier, SarapDate today);

G_END_DECLS
