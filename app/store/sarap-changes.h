#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapChange:
 * @record: a table's name, the schema's own copy of it
 * @id: the record, 0 for any of them
 * @officer_id: the officer it belongs to, 0 for none or any
 *
 * What the feed says about one record.
 */
typedef struct
{
  const char *record;
  gint64 id;
  gint64 officer_id;
} SarapChange;

/**
 * SarapChanges:
 *
 * Changes in the order in which they came, each once; where many of one kind came they are one
 * that says "any of them".
 */
typedef struct _SarapChanges SarapChanges;

/* None yet */
SarapChanges *sarap_changes_new  (void);
void          sarap_changes_free (SarapChanges *self);
/* %FALSE, and nothing is kept, when @record is no table or a number is negative: what is added may
   come from anybody */
gboolean      sarap_changes_add  (SarapChanges *self, const char *record, gint64 id, gint64 officer_id);
/* The same of "record id officer" in decimal digits, as sarap_tell() in the schema says it */
gboolean      sarap_changes_add_text (SarapChanges *self, const char *text);
/* Anything may have changed: every kind of record */
void          sarap_changes_add_everything (SarapChanges *self);
/* Takes over all of @other */
void          sarap_changes_merge (SarapChanges *self, SarapChanges *other);
/* Whether there is none to be told */
gboolean      sarap_changes_is_empty (SarapChanges *self);
typedef void (*SarapChangeFunc) (const SarapChange *change, gpointer data);
/* Records and how many of each, for a log; "any" where many were told as one. Owned by the caller. */
char         *sarap_changes_describe (SarapChanges *self);
/* Calls @func with each, in the order in which they came */
void          sarap_changes_foreach (SarapChanges *self, SarapChangeFunc func, gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapChanges, sarap_changes_free)

G_END_DECLS
