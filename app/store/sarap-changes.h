#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapChange:
 * @record: a table's name, owned by the schema
 * @id: the record, 0 for any of them
 * @officer_id: the officer it belongs to, 0 for none or any
 *
 * A change of one record, as the feed tells it.
 */
typedef struct
{
  const char *record;
  gint64 id;
  gint64 officer_id;
} SarapChange;

/**
 * SarapChanges:
 * | Changes in the order in which they came, without repetitions. Many changes of one kind become
 * one that says "any of them".
 */
typedef struct _SarapChanges SarapChanges;

/* No changes yet */
SarapChanges *sarap_changes_new  (void);
void          sarap_changes_free (SarapChanges *self);
/* Adds a change. Returns %FALSE and adds nothing when @record is no table or a number is negative:
   any client may have sent it. */
gboolean      sarap_changes_add  (SarapChanges *self, const char *record, gint64 id,
                                  gint64 officer_id);
/* The same for "record id officer" in decimal digits, the form of sarap_tell() in the schema */
gboolean      sarap_changes_add_text (SarapChanges *self, const char *text);
/* Adds a change of any record of every kind */
void          sarap_changes_add_everything (SarapChanges *self);
/* Takes over all changes of @other */
void          sarap_changes_merge (SarapChanges *self, SarapChanges *other);
/* Whether there are no changes */
gboolean      sarap_changes_is_empty (SarapChanges *self);
typedef void (*SarapChangeFunc) (const SarapChange *change, gpointer data);
/* The kinds of records and the number of changes of each, for a log; "any" where one stands for
   many. Owned by the caller. */
char         *sarap_changes_describe (SarapChanges *self);
/* Calls @func with each change, in the order in which they came */
void          sarap_changes_foreach (SarapChanges *self, SarapChangeFunc func, gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapChanges, sarap_changes_free)

G_END_DECLS
