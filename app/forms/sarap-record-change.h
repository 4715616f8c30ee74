#pragma once

#include "forms/sarap-record-format.h"
#include "shell/sarap-window.h"

G_BEGIN_DECLS

typedef enum
{
  SARAP_CHANGED_NOT,    /* it could not be written, or the person wants to go on editing */
  SARAP_CHANGED_MINE,   /* written */
  SARAP_CHANGED_THEIRS, /* the person took what somebody else wrote meanwhile */
} SarapChanged;

/* Writes a change of one record on the store's thread: a new one (@before NULL), a changed one, or
   the removal of one (@after NULL). A toast says what was done and undoes it; a conflict with
   somebody else's change is asked about, over @parent. */
void         sarap_record_change_async  (SarapWindow         *window,
                                         GtkWidget           *parent,
                                         SarapRecord         *before,
                                         SarapRecord         *after,
                                         SarapBodies         *bodies,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
/* @record: (out): as it is in the database now, NULL if it is gone. @error is none when the person
   wants to go on editing. */
SarapChanged sarap_record_change_finish (GAsyncResult *result, SarapRecord **record, GError **error);

G_END_DECLS
