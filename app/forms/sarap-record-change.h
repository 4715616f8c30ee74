#pragma once

#include "forms/sarap-record-screen.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapChanged:
 * @SARAP_CHANGED_NOT: it could not be written, or the person wants to go on editing
 * @SARAP_CHANGED_MINE: it was written
 * @SARAP_CHANGED_THEIRS: the person took what another user had written meanwhile
 *
 * What became of a change.
 */
typedef enum
{
  SARAP_CHANGED_NOT,
  SARAP_CHANGED_MINE,
  SARAP_CHANGED_THEIRS,
} SarapChanged;

/**
 * sarap_record_change_async:
 * @parent: the widget in which it is done, in the window of a #SarapHost
 * @before: (nullable): the record as it was read, %NULL for a new one
 * @after: (nullable): the record as it is to be, %NULL to remove it
 * @bodies: bodies and units, for words
 * @callback: called when it is done, or not to be done
 * @user_data: for @callback
 *
 * Writes a change of one record on the store's thread. The host says what was done, and can undo
 * it. What another user changed meanwhile is joined with it; the person is asked, over @parent,
 * only when both changed the same field, or one of them removed the record.
 */
void sarap_record_change_async (GtkWidget *parent,
                                SarapRecord *before,
                                SarapRecord *after,
                                SarapBodies *bodies,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * sarap_record_change_finish:
 * @result: what the callback got
 * @record: (out) (optional) (nullable) (transfer full): the record as it is now, %NULL if it is
 * gone
 * @error: return location; not set when the person wants to go on editing
 *
 * Returns: what became of the change
 */
SarapChanged
sarap_record_change_finish (GAsyncResult *result, SarapRecord **record, GError **error);

G_END_DECLS
