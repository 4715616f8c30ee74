#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SARAP_CONFLICT_BACK,   /* go on editing; nothing is decided */
  SARAP_CONFLICT_THEIRS, /* their version stays */
  SARAP_CONFLICT_MINE,   /* mine is saved over theirs */
} SarapConflictAnswer;

typedef void (*SarapConflictFunc) (SarapConflictAnswer answer, gpointer data);

/**
 * sarap_record_conflict_ask:
 * @parent: the window over which to ask
 * @theirs: (nullable): the record as it is in the database, %NULL if it is gone
 * @mine: (nullable): the record as it would be saved, %NULL if it would be removed
 * @line: (nullable): the last line of the audit chain about it, which tells who was first
 * @bodies: bodies and units
 * @func: called with the answer
 * @data: for @func
 *
 * Somebody else changed a record meanwhile: shows both versions, field by field, and asks.
 */
void sarap_record_conflict_ask (GtkWindow *parent,
                                SarapRecord *theirs,
                                SarapRecord *mine,
                                const SarapHistoryLine *line,
                                const SarapBodies *bodies,
                                SarapConflictFunc func,
                                gpointer data);

G_END_DECLS
