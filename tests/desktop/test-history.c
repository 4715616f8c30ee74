/* Lines of the audit chain in words */
#include "officers/sarap-history-words.h"

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

static void
test_details (void)
{
  g_autoptr (SarapPlaces) none = sarap_places_new_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapHistoryLine line = { .record = (char *) "deferral",
                                .action = (char *) lines[i].action,
                                .detail = (char *) lines[i].detail };
      g_autofree char *said = sarap_history_say_detail (&line, none);

      g_assert_cmpstr (said, ==, lines[i].said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/details", test_details);
  return g_test_run ();
}
