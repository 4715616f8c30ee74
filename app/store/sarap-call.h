#pragma once

#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapCall:
 * | A question that its owner asks of a store again and again. It awaits one answer at a time: a
 * new question, or cancelling, silences the one before. The owner frees the call in its own
 * dispose, and is told nothing after that.
 */
typedef struct _SarapCall SarapCall;

/**
 * SarapAnswerFunc:
 * @answer: (transfer full) (nullable): the answer; %NULL on error, or when the question returned
 *   %NULL
 * @error: (nullable): why it failed; cancelling is never reported
 * @owner: the owner of the call, which may ask anew, or free it
 */
typedef void (*SarapAnswerFunc) (gpointer answer, const GError *error, gpointer owner);

/**
 * sarap_call_new:
 * @on_answer: called with each answer, on the main loop
 * @owner: lives at least as long as the call
 *
 * Returns: (transfer full): a call without a question yet
 */
SarapCall *sarap_call_new        (SarapAnswerFunc on_answer, gpointer owner);

/**
 * sarap_call_ask:
 * @store: the database to ask
 * @priority: questions of a lower number run first
 * @func: the question, see sarap_store_call_async()
 * @data: (nullable): belongs to the question
 * @data_free: (nullable): frees @data, on the main loop
 * @answer_free: (nullable): frees an answer that is not delivered
 *
 * Asks a question, and cancels the one that still waits.
 */
void       sarap_call_ask        (SarapCall      *self,
                                  SarapStore     *store,
                                  int             priority,
                                  SarapStoreFunc  func,
                                  gpointer        data,
                                  GDestroyNotify  data_free,
                                  GDestroyNotify  answer_free);

/* Cancels the question that waits */
void       sarap_call_cancel     (SarapCall *self);

/* Whether an answer is awaited */
gboolean   sarap_call_is_waiting (SarapCall *self);

void       sarap_call_free       (SarapCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCall, sarap_call_free)

G_END_DECLS
