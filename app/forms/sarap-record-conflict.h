#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SARAP_CONFLICT_BACK,   /* continue editing; nothing is decided */
  SARAP_CONFLICT_THEIRS, /* the other version stays */
  SARAP_CONFLICT_MINE,   /* this version replaces the other one */
} SarapConflictAnswer;

typedef void (*SarapConflictFunc) (SarapConflictAnswer answer, gpointer data);

/**
 * sarap_record_conflict_ask:
 * @parent: the window over which to ask
 * @theirs: (nullable): the record in the database, %NULL if it was removed
 * @mine: (nullable): the record to be saved, %NULL if it would be removed
 * @line: (nullable): the last line of the audit chain about it, which names the other person
 * @bodies: bodies and units
 * @func: called with the answer
 * @data: for @func
 *
 * Asks about a record that another person changed meanwhile, and shows both versions field by
 * field.
 */
void sarap_record_conflict_ask (GtkWindow *parent,
                                SarapRecord *theirs,
                                SarapRecord *mine,
                                const SarapHistoryLine *line,
                                const SarapBodies *bodies,
                                SarapConflictFunc func,
                                gpointer data);

G_END_DECLS
