#pragma once

#include "procedure/sarap-dossier.h"
#include "records/sarap-history.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapOfficerFileHistory:
 *
 * The history of changes in words: when, who, what. Signal: "more" (the number of the last line): the
 * lines before it are wanted; answered by sarap_officer_file_history_append() or …_failed().
 */
#define SARAP_TYPE_OFFICER_FILE_HISTORY (sarap_officer_file_history_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerFileHistory, sarap_officer_file_history, SARAP, OFFICER_FILE_HISTORY, AdwBin)

/* @complete: whether there are no lines before these */
void       sarap_officer_file_history_show   (SarapOfficerFileHistory *self, GPtrArray *lines, SarapPlaces *places, gboolean complete);
void       sarap_officer_file_history_append (SarapOfficerFileHistory *self, GPtrArray *lines, gboolean complete);
/* The person has come to the end of what is shown */
void       sarap_officer_file_history_failed (SarapOfficerFileHistory *self);
void       sarap_officer_file_history_more   (SarapOfficerFileHistory *self);

G_END_DECLS
