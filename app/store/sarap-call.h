#pragma once

#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapCall:
 *
 * What somebody asks of a store again and again, and of which one answer is awaited at a time: asking
 * anew, or cancelling, makes the one before silent. Its owner frees it when it is disposed of itself,
 * and is told nothing after that.
 */
typedef struct _SarapCall SarapCall;

/**
 * SarapAnswerFunc:
 * @answer: (transfer full) (nullable): what the question gave; %NULL on error, or when it gave that
 * @error: (nullable): why it failed; never that it was cancelled
 * @owner: the owner of the call, which may ask anew, or free it
 */
typedef void (*SarapAnswerFunc) (gpointer answer, const GError *error, gpointer owner);

/**
 * sarap_call_new:
 * @on_answer: is told of each answer, on the main loop
 * @owner: lives at least as long as the call
 *
 * Returns: (transfer full): a call with nothing asked yet
 */
SarapCall *sarap_call_new        (SarapAnswerFunc on_answer, gpointer owner);

/**
 * sarap_call_ask:
 * @store: the database to be asked
 * @priority: questions of a lower number run first
 * @func: the question, see sarap_store_call_async()
 * @data: (nullable): belongs to the question
 * @data_free: (nullable): frees @data, on the main loop
 * @answer_free: (nullable): frees an answer that is not told
 *
 * Asks, in the place of what is still being asked.
 */
void       sarap_call_ask        (SarapCall      *self,
                                  SarapStore     *store,
                                  int             priority,
                                  SarapStoreFunc  func,
                                  gpointer        data,
                                  GDestroyNotify  data_free,
                                  GDestroyNotify  answer_free);

/* Awaits no answer any more */
void       sarap_call_cancel     (SarapCall *self);

/* Whether an answer is awaited */
gboolean   sarap_call_is_waiting (SarapCall *self);

void       sarap_call_free       (SarapCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCall, sarap_call_free)

G_END_DECLS
