#pragma once

#include "forms/sarap-record-form.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapFilePageForm:
 *
 * A form for the data of a new or existing officer. Properties: "unsaved". Signals: "kept" (officer
 * id), "cancelled", "open" (officer id): the officer exists already, and the person wants to see
 * that file; "remove": the person wants to remove the officer.
 */
#define SARAP_TYPE_FILE_PAGE_FORM (sarap_file_page_form_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilePageForm, sarap_file_page_form, SARAP, FILE_PAGE_FORM, AdwBin)

/**
 * sarap_file_page_form_new:
 * @officer: the officer; a new one has no id
 * @bodies: bodies and units
 *
 * Returns: a form for the officer's own data
 */
GtkWidget *sarap_file_page_form_new (SarapRecord *officer, SarapBodies *bodies);

/* The form of the officer's own data; borrowed */
SarapRecordForm *sarap_file_page_form_get_form (SarapFilePageForm *self);
/* Whether there is unsaved input */
gboolean sarap_file_page_form_get_unsaved (SarapFilePageForm *self);

G_END_DECLS
