/* One answer at a time: what is asked anew, cancelled or freed is silent, and nothing of it is left
 */
#include "sarap-test-database.h"
#include "sarap-test-store.h"

#include "store/sarap-call.h"

typedef struct
{
  SarapStore *store;
  SarapCall *call;
  GString *told;
  int more; /* how often it is asked anew when an answer is told */
} Owner;

static int n_answers, n_questions;

static void
answer_free (gpointer answer)
{
  g_atomic_int_dec_and_test (&n_answers);
  g_free (answer);
}

static void
question_free (gpointer question)
{
  g_atomic_int_dec_and_test (&n_questions);
  g_free (question);
}

/* The word itself; "-" gives none, "!" fails */
static gpointer
ask_word (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *word = data;

  if (g_str_equal (word, "!"))
    {
      g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY, "busy");
      return NULL;
    }
  if (g_str_equal (word, "-"))
    return NULL;
  g_atomic_int_inc (&n_answers);
  return g_strdup (word);
}

static void
ask (Owner *owner, const char *word)
{
  g_atomic_int_inc (&n_questions);
  sarap_call_ask (owner->call, owner->store, SARAP_STORE_PRIORITY_VIEW, ask_word, g_strdup (word),
                  question_free, answer_free);
}

static void
on_answer (gpointer answer, const GError *error, gpointer data)
{
  Owner *owner = data;

  g_assert_false (sarap_call_is_waiting (owner->call));
  g_string_append_printf (owner->told, "%s ",
                          answer  ? (char *) answer
                          : error ? error->message
                                  : "none");
  if (answer != NULL)
    answer_free (answer);
  if (owner->more-- > 0)
    ask (owner, "more");
}

static void
owner_init (Owner *owner, SarapTestDatabase *test)
{
  *owner = (Owner){ sarap_test_store_open (test->name), sarap_call_new (on_answer, owner),
                    g_string_new (NULL), 0 };
}

static void
owner_clear (Owner *owner)
{
  g_clear_pointer (&owner->call, sarap_call_free);
  while (g_atomic_int_get (&n_questions) > 0 || g_atomic_int_get (&n_answers) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (owner->store);
  g_string_free (owner->told, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Owner, owner_clear)

static void
wait_for_answer (Owner *owner)
{
  while (sarap_call_is_waiting (owner->call))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_answers (SarapTestDatabase *test)
{
  g_auto (Owner) owner = { NULL };

  owner_init (&owner, test);
  g_assert_false (sarap_call_is_waiting (owner.call));
  ask (&owner, "one");
  g_assert_true (sarap_call_is_waiting (owner.call));
  wait_for_answer (&owner);
  ask (&owner, "-");
  wait_for_answer (&owner);
  ask (&owner, "!");
  wait_for_answer (&owner);
  g_assert_cmpstr (owner.told->str, ==, "one none busy ");
}

static void
test_anew (SarapTestDatabase *test)
{
  g_auto (Owner) owner = { NULL };

  owner_init (&owner, test);
  for (int i = 0; i < 50; i++)
    ask (&owner, i % 2 == 0 ? "old" : "!");
  ask (&owner, "last");
  wait_for_answer (&owner);
  g_assert_cmpstr (owner.told->str, ==, "last ");
}

static void
test_anew_in_answer (SarapTestDatabase *test)
{
  g_auto (Owner) owner = { NULL };

  owner_init (&owner, test);
  owner.more = 3;
  ask (&owner, "first");
  wait_for_answer (&owner);
  g_assert_cmpstr (owner.told->str, ==, "first more more more ");
}

/* Also when the answer is there already, and only the main loop has not come to it */
static void
test_cancelled (SarapTestDatabase *test)
{
  g_auto (Owner) owner = { NULL };

  owner_init (&owner, test);
  ask (&owner, "one");
  sarap_call_cancel (owner.call);
  g_assert_false (sarap_call_is_waiting (owner.call));
  ask (&owner, "two");
  while (g_atomic_int_get (&n_answers) == 0)
    g_thread_yield ();
  sarap_call_cancel (owner.call);
  ask (&owner, "three");
  wait_for_answer (&owner);
  g_assert_cmpstr (owner.told->str, ==, "three ");
}

static void
test_freed (SarapTestDatabase *test)
{
  g_auto (Owner) owner = { NULL };

  owner_init (&owner, test);
  ask (&owner, "one");
  g_clear_pointer (&owner.call, sarap_call_free);
  while (g_atomic_int_get (&n_questions) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (owner.told->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("answers", test_answers);
  sarap_test_add ("anew", test_anew);
  sarap_test_add ("anew-in-answer", test_anew_in_answer);
  sarap_test_add ("cancelled", test_cancelled);
  sarap_test_add ("freed", test_freed);
  return g_test_run ();
}
