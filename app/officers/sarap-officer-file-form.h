#pragma once

#include "procedure/sarap-dossier.h"
#include "shell/sarap-window.h"

G_BEGIN_DECLS

/**
 * SarapOfficerFileForm:
 *
 * The data of an officer, new or known, to be filled in. Properties: "unsaved". Signals: "kept"
 * (officer id), "cancelled", "open" (officer id): there is such an officer already, and the person
 * wants to see that file; "remove": the person wants to remove the officer.
 */
#define SARAP_TYPE_OFFICER_FILE_FORM (sarap_officer_file_form_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerFileForm, sarap_officer_file_form, SARAP, OFFICER_FILE_FORM, AdwBin)

GtkWidget *sarap_officer_file_form_new         (SarapWindow *window, SarapRecord *officer, SarapPlaces *places);
gboolean   sarap_officer_file_form_get_unsaved (SarapOfficerFileForm *self);

G_END_DECLS
