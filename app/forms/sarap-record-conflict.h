#pragma once

#include "procedure/sarap-officer-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SARAP_CONFLICT_BACK,   /* go on editing; nothing is decided */
  SARAP_CONFLICT_THEIRS, /* their version stays */
  SARAP_CONFLICT_MINE,   /* mine is saved over theirs */
} SarapConflictAnswer;

typedef void (*SarapConflictFunc) (SarapConflictAnswer answer, gpointer data);

/* Somebody else changed a record meanwhile: shows both versions, field by field, and asks. @theirs
   is NULL when they removed it, @mine when it is I who wants to. */
void sarap_record_conflict_ask (GtkWindow *parent,
                                SarapRecord *theirs,
                                SarapRecord *mine,
                                const SarapBodies *bodies,
                                SarapConflictFunc func,
                                gpointer data);

/* Something typed is not saved: asks whether it may be lost, and then calls @discard */
void sarap_record_ask_to_discard (GtkWindow *parent, GSourceOnceFunc discard, gpointer data);

G_END_DECLS
