#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapRecordHistory:
 *
 * The history of changes for people: time, person, change. Signal: "more" (the number of the last
 * line): earlier lines are wanted; to be answered by sarap_record_history_append() or …_failed().
 */
#define SARAP_TYPE_RECORD_HISTORY (sarap_record_history_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecordHistory, sarap_record_history, SARAP, RECORD_HISTORY, AdwBin)

/* Shows lines; @complete: whether there are no earlier ones */
void sarap_record_history_show (SarapRecordHistory *self,
                                GPtrArray *lines,
                                SarapBodies *bodies,
                                gboolean complete);

/**
 * sarap_record_history_append:
 * @self: a history
 * @lines: (element-type SarapHistoryLine): the lines after those shown
 * @complete: whether these are the oldest
 */
void sarap_record_history_append (SarapRecordHistory *self, GPtrArray *lines, gboolean complete);
/* To be called when earlier lines could not be read: they may be requested again */
void sarap_record_history_failed (SarapRecordHistory *self);
/* Requests the next earlier lines */
void sarap_record_history_more (SarapRecordHistory *self);

G_END_DECLS
