/* Lines of the audit chain in words */
#include "forms/sarap-history-format.h"

static const struct
{
  const char *action, *detail, *said;
} lines[] = {
  { "add", "{\"kind\": [null, \"childcare\"], \"start\": [null, \"2024-02-01\"]}",
    "Kind of deferral: Childcare leave\nFirst day: 01.02.2024" },
  { "change", "{\"end\": [null, \"2025-01-10\"], \"start\": [\"2024-02-01\", \"2024-03-01\"]}",
    "First day: 01.02.2024 → 01.03.2024\nLast day: 10.01.2025" },
  { "change", "{\"end\": [\"2025-01-10\", null]}", "Last day: 10.01.2025 → —" },
  /* what it was, once */
  { "remove", "{\"kind\": [\"childcare\", null], \"start\": [\"2024-02-01\", null]}",
    "Kind of deferral: Childcare leave\nFirst day: 01.02.2024" },
};

/* What was kept after a question says so */
static void
test_kept (void)
{
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();
  SarapHistoryLine line = { .record = (char *) "officer",
                            .action = (char *) "add",
                            .detail =
                                (char *) "{\"iin\": [null, \"680111310338\"], \"birth_date\": "
                                         "[null, \"1968-01-12\"], \"sex\": [null, \"m\"]}" };
  g_autofree char *said = sarap_history_say_detail (&line, none);

  g_assert_true (g_str_has_suffix (
      said, "\nSaved all the same: The date of birth does not agree with the IIN 680111310338."));
  line.detail = (char *) "{\"iin\": [null, \"680111310338\"], \"sex\": [null, \"m\"]}";
  g_free (said);
  said = sarap_history_say_detail (&line, none);
  g_assert_null (strstr (said, "all the same"));
}

/* A member's lines name the commission: from what they say, and from what is known beside them */
static void
test_members (void)
{
  static const struct
  {
    const char *action, *commission, *detail, *said;
  } members[] = {
    { "add", NULL, "{\"commission\": [null, \"ALM/2\"], \"role\": [null, \"member\"]}",
      "Commission: ALM, No. 2\nRole: Member" },
    { "change", "ALM/2", "{\"role\": [\"member\", \"chair\"]}",
      "Commission: ALM, No. 2\nRole: Member → Chair" },
    { "change", "ALM/1", "{\"commission\": [\"ALM/2\", \"ALM/1\"]}",
      "Commission: ALM, No. 2 → ALM, No. 1" },
    { "change", NULL, "{\"role\": [\"member\", \"chair\"]}", "Role: Member → Chair" },
    { "remove", NULL, "{\"commission\": [\"A/1/3\", null], \"role\": [\"member\", null]}",
      "Commission: A/1, No. 3\nRole: Member" },
    { "remove", NULL, "{\"commission\": [\"nothing\", null]}", "Commission: nothing" },
  };
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      SarapHistoryLine line = { .record = (char *) "commission_member",
                                .action = (char *) members[i].action,
                                .commission = (char *) members[i].commission,
                                .detail = (char *) members[i].detail };
      g_autofree char *said = sarap_history_say_detail (&line, none);

      g_assert_cmpstr (said, ==, members[i].said);
    }
}

static void
test_details (void)
{
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapHistoryLine line = { .record = (char *) "deferral",
                                .action = (char *) lines[i].action,
                                .detail = (char *) lines[i].detail };
      g_autofree char *said = sarap_history_say_detail (&line, none);

      g_assert_cmpstr (said, ==, lines[i].said);
    }
}

/* Lines that no program of ours wrote say nothing, or what can be read of them */
static void
test_hostile (void)
{
  static const char *const details[] = {
    "",
    "null",
    "[]",
    "{",
    "{\"start\": \"2024-02-01\"}",
    "{\"start\": [null]}",
    "{\"start\": [1, 2]}",
    "{\"start\": [[], {}]}",
    "{\"start\": [true, 1.5]}",
    "{\"body\": 5, \"unit\": [null, 7]}",
    "{\"commission\": [null, null]}",
    "{\"commission\": [[], 7]}",
    "{\"commission\": [\"/\", \"\"]}",
    "{\"body\": [1], \"unit\": [{}, \"01\"]}",
    "/* \" */ {\"start\": [null, null]}",
    "{\"start\": [\"\\u0000\", \"\\ud800\"]}",
  };
  static const char *const records[] = { "deferral", "service", "officer", "commission_member",
                                         "nothing" };
  static const char *const repeated[] = { "[", "{\"a\":", "/*\"*/[", "'\"'[", "\"\\\"\"[" };
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();

  for (guint r = 0; r < G_N_ELEMENTS (records); r++)
    {
      SarapHistoryLine line = { .record = (char *) records[r],
                                .action = (char *) "change",
                                .actor = (char *) " (hr",
                                .moment = (char *) "yesterday" };

      for (guint i = 0; i < G_N_ELEMENTS (details); i++)
        {
          line.detail = (char *) details[i];
          g_free (sarap_history_say_detail (&line, none));
          g_free (sarap_history_say_action (&line));
          g_free (sarap_history_say_actor (&line, none));
          g_free (sarap_history_say_moment (&line));
        }
      for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
        for (guint times = 100; times <= 1000000; times *= 100)
          {
            g_autoptr (GString) deep = g_string_new ("{\"start\":[");

            for (guint n = 0; n < times; n++)
              g_string_append (deep, repeated[i]);
            line.detail = deep->str;
            g_free (sarap_history_say_detail (&line, none));
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/details", test_details);
  g_test_add_func ("/history/members", test_members);
  g_test_add_func ("/history/kept", test_kept);
  g_test_add_func ("/history/hostile", test_hostile);
  return g_test_run ();
}
