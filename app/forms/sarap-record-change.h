#pragma once

#include "forms/sarap-record-screen.h"
#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapChanged:
 * @SARAP_CHANGED_NOT: it could not be written, or the person wants to go on editing
 * @SARAP_CHANGED_MINE: it was written
 * @SARAP_CHANGED_THEIRS: the person chose another user's version
 *
 * The result of a change.
 */
typedef enum
{
  SARAP_CHANGED_NOT,
  SARAP_CHANGED_MINE,
  SARAP_CHANGED_THEIRS,
} SarapChanged;

/**
 * sarap_record_change_async:
 * @parent: the widget of the change, in the window of a #SarapHost
 * @before: (nullable): the record as it was read, %NULL for a new one
 * @after: (nullable): the new record, %NULL to remove it
 * @bodies: bodies and units, for their names
 * @callback: called at the end, or when the person cancels
 * @user_data: for @callback
 *
 * Writes a change of one record on the store's thread. The host reports it, and can undo it.
 * Another user's change is merged with it. The person is asked, over @parent, only if both changed
 * the same field, or one of them removed the record.
 */
void sarap_record_change_async (GtkWidget *parent,
                                SarapRecord *before,
                                SarapRecord *after,
                                SarapBodies *bodies,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * sarap_record_change_finish:
 * @result: the result of the callback
 * @record: (out) (optional) (nullable) (transfer full): the current record, %NULL if it was removed
 * @error: return location; not set when the person wants to go on editing
 *
 * Returns: the result of the change
 */
SarapChanged
sarap_record_change_finish (GAsyncResult *result, SarapRecord **record, GError **error);

G_END_DECLS
