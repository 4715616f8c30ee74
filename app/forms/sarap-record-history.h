#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapRecordHistory:
 *
 * The history of changes in words: when, who, what. Signal: "more" (the number of the last line):
 * the lines before it are wanted; answered by sarap_record_history_append() or …_failed().
 */
#define SARAP_TYPE_RECORD_HISTORY (sarap_record_history_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecordHistory, sarap_record_history, SARAP, RECORD_HISTORY, AdwBin)

/* @complete: whether there are no lines before these */
void sarap_record_history_show (SarapRecordHistory *self,
                                GPtrArray *lines,
                                SarapBodies *bodies,
                                gboolean complete);

/**
 * sarap_record_history_append:
 * @self: a history
 * @lines: (element-type SarapHistoryLine): what comes after the lines shown
 * @complete: whether these are the oldest
 */
void sarap_record_history_append (SarapRecordHistory *self, GPtrArray *lines, gboolean complete);
/* The person has come to the end of what is shown. They may be asked for again */
void sarap_record_history_failed (SarapRecordHistory *self);
/* Reads the next older lines */
void sarap_record_history_more (SarapRecordHistory *self);

G_END_DECLS
