/* Every answer explains itself: the steps, their paragraphs and figures, in the order of thought */

#include "sarap-career-text.h"

#include <string.h>

static const char *const names[] = {
  [SARAP_REASON_NOT_IN_SERVICE] = "not-in-service",
  [SARAP_REASON_POSITION_SINCE] = "position-since",
  [SARAP_REASON_POSITIONS_AT_ONCE] = "at-once",
  [SARAP_REASON_SERVICE_JOINED] = "joined",
  [SARAP_REASON_SERVICE_BROKEN_GAP] = "broken-gap",
  [SARAP_REASON_SERVICE_BROKEN_OTHER] = "broken-other",
  [SARAP_REASON_CONTINUOUS_SINCE] = "continuous-since",
  [SARAP_REASON_LAST_REGULAR] = "last-regular",
  [SARAP_REASON_NO_REGULAR] = "no-regular",
  [SARAP_REASON_ANNULLED] = "annulled",
  [SARAP_REASON_TERM] = "term",
  [SARAP_REASON_POSITION_SIX_MONTHS] = "six-months",
  [SARAP_REASON_WINDOW_DEFERRED] = "window-deferred",
  [SARAP_REASON_WINDOW] = "window",
  [SARAP_REASON_DEADLINE_DEFERRED] = "deadline-deferred",
  [SARAP_REASON_CAUSE_REATTESTATION] = "cause-reattestation",
  [SARAP_REASON_APPROVED] = "approved",
  [SARAP_REASON_CAUSE_REFUSED] = "cause-refused",
  [SARAP_REASON_REATTESTATION_EARLIEST] = "earliest",
  [SARAP_REASON_NEGATIVE] = "negative",
  [SARAP_REASON_NEGATIVE_UNTIL] = "negative-until",
  [SARAP_REASON_STATUS] = "status",
  [SARAP_REASON_CENTRAL_BODY] = "central-body",
  [SARAP_REASON_CENTRAL_CATEGORY] = "central-category",
  [SARAP_REASON_BODY_COMMISSION] = "body-commission",
  [SARAP_REASON_DEFERRAL_WITHIN_WINDOW] = "within-window",
  [SARAP_REASON_REATTESTATION_WINDOW] = "reattestation-window",
  [SARAP_REASON_AWAITS_APPROVAL] = "awaits-approval",
  [SARAP_REASON_NEGATIVE_EARLIER_POSITION] = "negative-earlier-position",
  [SARAP_REASON_NEGATIVE_TERM_COME] = "negative-term-come",
};

/* "§6* joined 2015-01-01 … [code 1, number 2, of 3]", what is 0 or none left out at the end; the
   mark is that of a house rule */
static char *
say (const SarapReason *reason)
{
  GString *text = g_string_new (NULL);
  guint n_dates = G_N_ELEMENTS (reason->dates);

  if (reason->paragraph > 0)
    g_string_append_printf (text, "§%u%s ", reason->paragraph, reason->own_reading ? "*" : "");
  g_string_append (text, names[reason->kind]);
  while (n_dates > 0 && reason->dates[n_dates - 1] == SARAP_DATE_NONE)
    n_dates--;
  for (guint i = 0; i < n_dates; i++)
    {
      char date[SARAP_DATE_TEXT];

      sarap_date_to_text (reason->dates[i], date);
      g_string_append_printf (text, " %s", date[0] != '\0' ? date : "-");
    }
  if (reason->kind == SARAP_REASON_STATUS)
    g_string_append_printf (text, " %s", sarap_code_text (sarap_statuses, reason->code));
  else if (reason->code != 0)
    g_string_append_printf (text, " c%d", reason->code);
  if (reason->number != 0)
    g_string_append_printf (text, " n%d", reason->number);
  if (reason->index >= 0)
    g_string_append_printf (text, " i%d", reason->index);
  return g_string_free (text, FALSE);
}

static char *
explain (const char *career, const char *on)
{
  g_autoptr (GArray) reasons = sarap_reasons_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SarapTextCareer room;
  SarapStanding standing;

  sarap_rules_standing (sarap_text_career (&room, career), sarap_text_date (on), &standing,
                        reasons);
  for (guint i = 0; i < reasons->len; i++)
    g_ptr_array_add (parts, say (&g_array_index (reasons, SarapReason, i)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}

typedef struct
{
  const char *name;
  const char *career;
  const char *on;
  const char *reasons;
} Line;

#define SINCE_2020 "customs 2020-05-10 -"
#define BEGINS "§5 position-since 2020-05-10 i0\n§6 continuous-since 2020-05-10\n"
#define FIRST_TERM BEGINS "§5 no-regular 2020-05-10\n§5 term 2020-05-10 2023-05-10 n1\n"
#define AT_HOME "\n§8 body-commission c7 i0"

static const Line lines[] = {
  { "never-served", "", "2026-11-22",
    "not-in-service 2026-11-22\nstatus 2026-11-22 not-in-service" },
  { "left-and-back",
    "customs 2010-01-01 2015-06-30; customs 2018-01-01 2020-06-30; customs 2027-01-01 -; state "
    "2021-01-01 -",
    "2026-11-22",
    "not-in-service 2026-11-22 2020-06-30 2027-01-01 i1\nstatus 2026-11-22 not-in-service" },
  { "overdue", SINCE_2020, "2023-11-20",
    FIRST_TERM "§5 window 2023-05-10 2023-11-10\n"
               "§5 status 2023-11-20 2023-11-10 overdue n-10" AT_HOME },
  { "due", SINCE_2020 "; regular 2023-06-01 corresponds approved", "2026-11-01",
    BEGINS "§5* last-regular 2023-06-01 i0\n§5 term 2020-05-10 2026-05-10 n2\n"
           "§5 window 2026-05-10 2026-11-10\n"
           "§5 status 2026-11-01 2026-11-10 due n9" AT_HOME },
  { "upcoming", SINCE_2020, "2023-05-01",
    FIRST_TERM "§5 window 2023-05-10 2023-11-10\n"
               "§5 status 2023-05-01 2023-05-10 upcoming n9" AT_HOME },
  { "joined-and-broken-by-a-gap",
    "customs 2020-05-10 -; state 2015-01-01 2019-12-31; customs 2020-03-01 2020-05-09; state "
    "2010-01-01 2014-09-30",
    "2021-01-01",
    "§5 position-since 2020-05-10 i0\n"
    "§6 joined 2020-03-01 2020-05-09 2020-05-10 c1 i2\n"
    "§6 joined 2015-01-01 2019-12-31 2020-03-01 c2 n60 i1\n"
    "§6* broken-gap 2014-09-30 2015-01-01 2014-12-30 i3\n"
    "§6 continuous-since 2015-01-01\n"
    "§5 no-regular 2015-01-01\n§5 term 2015-01-01 2018-01-01 n1\n"
    "§5 six-months 2020-05-10 2020-11-10\n"
    "§5 window 2020-11-10 2021-05-10\n"
    "§5 status 2021-01-01 2021-05-10 due n129" AT_HOME },
  { "joined-over-a-break-that-no-paragraph-names",
    "customs 2020-05-10 -; customs 2015-01-01 2020-04-30; state 2010-01-01 2014-11-30",
    "2021-01-01",
    "§5 position-since 2020-05-10 i0\n"
    "§6* joined 2015-01-01 2020-04-30 2020-05-10 c1 n9 i1\n"
    "§6 joined 2010-01-01 2014-11-30 2015-01-01 c2 n31 i2\n"
    "§6 continuous-since 2010-01-01\n"
    "§5 no-regular 2010-01-01\n§5 term 2010-01-01 2013-01-01 n1\n"
    "§5 six-months 2020-05-10 2020-11-10\n"
    "§5 window 2020-11-10 2021-05-10\n"
    "§5 status 2021-01-01 2021-05-10 due n129" AT_HOME },
  { "joined-open", "customs 2020-05-10 - head; state 2019-01-01 -", "2022-01-01",
    "§5 position-since 2020-05-10 i0\n"
    "§6 joined 2019-01-01 - 2020-05-10 c2 i1\n"
    "§6 continuous-since 2019-01-01\n"
    "§5 no-regular 2019-01-01\n§5 term 2019-01-01 2022-01-01 n1\n"
    "§5 window 2022-01-01 2022-07-01\n"
    "§5 status 2022-01-01 2022-07-01 due n181\n"
    "§7 central-category c1 i0" },
  { "broken-by-work-elsewhere",
    "state 2015-01-01 2020-04-10; other 2020-04-20 2020-05-01; customs 2020-05-10 - official "
    "central",
    "2023-05-10",
    "§5 position-since 2020-05-10 i2\n"
    "§6 broken-other 2020-04-20 2020-05-01 2020-04-10 2020-05-10 i1\n"
    "§6 continuous-since 2020-05-10\n"
    "§5 no-regular 2020-05-10\n§5 term 2020-05-10 2023-05-10 n1\n"
    "§5 window 2023-05-10 2023-11-10\n"
    "§5 status 2023-05-10 2023-11-10 due n184\n"
    "§7 central-body c7 i2" },
  { "broken-by-both", "state 2015-01-01 2020-01-10; other 2020-01-20 -; customs 2020-05-10 -",
    "2023-05-10",
    "§5 position-since 2020-05-10 i2\n"
    "§6 broken-gap 2020-01-10 2020-05-10 2020-04-10 i0\n"
    "§6 continuous-since 2020-05-10\n"
    "§5 no-regular 2020-05-10\n§5 term 2020-05-10 2023-05-10 n1\n"
    "§5 window 2023-05-10 2023-11-10\n"
    "§5 status 2023-05-10 2023-11-10 due n184\n"
    "§8 body-commission c7 i2" },
  { "two-positions-at-once", "customs 2020-05-10 -; customs 2023-01-01 -", "2023-08-01",
    "§5 position-since 2023-01-01 i1\n§5* at-once n2\n"
    "§6 joined 2020-05-10 - 2023-01-01 c1 i0\n"
    "§6 continuous-since 2020-05-10\n"
    "§5 no-regular 2020-05-10\n§5 term 2020-05-10 2023-05-10 n1\n"
    "§5 six-months 2023-01-01 2023-07-01\n"
    "§5 window 2023-07-01 2024-01-01\n"
    "§5 status 2023-08-01 2024-01-01 due n153\n"
    "§8 body-commission c7 i1" },
  { "six-months-on-the-day-of-the-term", "customs 2020-05-10 -; customs 2022-11-10 -", "2023-05-10",
    "§5 position-since 2022-11-10 i1\n§5* at-once n2\n"
    "§6 joined 2020-05-10 - 2022-11-10 c1 i0\n"
    "§6 continuous-since 2020-05-10\n"
    "§5 no-regular 2020-05-10\n§5 term 2020-05-10 2023-05-10 n1\n"
    "§5 window 2023-05-10 2023-11-10\n"
    "§5 status 2023-05-10 2023-11-10 due n184\n"
    "§8 body-commission c7 i1" },
  { "annulled",
    SINCE_2020 "; regular 2026-06-01 corresponds annulled; regular 2023-06-01 corresponds "
               "approved; regular 2022-06-01 corresponds annulled; reattestation 2026-05-15 "
               "corresponds annulled",
    "2026-11-01",
    BEGINS "§44* annulled 2026-05-15 c2 i3\n§44* annulled 2026-06-01 c1 i0\n"
           "§5* last-regular 2023-06-01 i1\n§5 term 2020-05-10 2026-05-10 n2\n"
           "§5 window 2026-05-10 2026-11-10\n"
           "§5 status 2026-11-01 2026-11-10 due n9" AT_HOME },
  { "window-moved-twice",
    SINCE_2020 "; pregnancy 2023-04-01 2023-07-31; childcare 2023-08-01 2025-01-31", "2023-09-01",
    FIRST_TERM "§3 window-deferred 2023-04-01 2023-07-31 2023-05-10 2023-08-01 c1 i0\n"
               "§3 window-deferred 2023-08-01 2025-01-31 2023-08-01 2025-02-01 c2 i1\n"
               "§5 window 2025-02-01 2025-08-01\n"
               "§3 status 2023-09-01 2025-01-31 deferred n2 i1" AT_HOME },
  { "window-open", SINCE_2020 "; childcare 2023-04-01 -", "2023-09-01",
    FIRST_TERM "§3 window-deferred 2023-04-01 - 2023-05-10 c2 i0\n"
               "§5 window\n"
               "§3 status 2023-09-01 deferred n2 i0" AT_HOME },
  { "deadline-moved",
    SINCE_2020 "; absence 2023-11-01 2023-11-30; absence 2023-08-01 2023-08-31; absence "
               "2023-06-01 2023-06-30; absence 2024-01-10 2024-01-20",
    "2024-06-02",
    FIRST_TERM "§3* within-window 2023-06-01 2023-06-30 c3 i2\n"
               "§3* within-window 2023-08-01 2023-08-31 c3 i1\n"
               "§3* deadline-deferred 2023-11-01 2023-11-30 2023-11-10 2024-06-01 c3 i0\n"
               "§3* within-window 2024-01-10 2024-01-20 c3 i3\n"
               "§5 window 2023-05-10 2024-06-01 n1\n"
               "§5 status 2024-06-02 2024-06-01 overdue n-1" AT_HOME },
  { "deadline-open", SINCE_2020 "; childcare 2023-11-01 -", "2023-10-01",
    FIRST_TERM "§3* deadline-deferred 2023-11-01 - 2023-11-10 c2 i0\n"
               "§5 window 2023-05-10\n"
               "§5 status 2023-10-01 due" AT_HOME },
  { "reattestation", SINCE_2020 "; regular 2023-08-31 reattestation approved", "2024-02-01",
    BEGINS "§33 cause-reattestation 2023-08-31 c2 i0\n"
           "§39 approved 2023-08-31 i0\n"
           "§36 earliest 2023-08-31 2024-02-29\n"
           "§36 reattestation-window 2024-02-29\n"
           "§36 status 2024-02-01 2024-02-29 reattestation-upcoming n28" AT_HOME },
  { "reattestation-final",
    SINCE_2020 "; regular 2023-08-31 corresponds refused; reattestation 2024-03-01 corresponds "
               "annulled; absence 2024-02-20 2024-03-15",
    "2024-03-10",
    BEGINS "§44* annulled 2024-03-01 c2 i1\n"
           "§42 cause-refused 2023-08-31 c1 i0\n"
           "§42* earliest 2023-08-31 2024-02-29\n"
           "§3 window-deferred 2024-02-20 2024-03-15 2024-02-29 2024-03-16 c3 i0\n"
           "§42* reattestation-window 2024-03-16\n"
           "§3 status 2024-03-10 2024-03-15 2023-08-31 deferred n3 i0" AT_HOME },
  { "reattestation-final-due", SINCE_2020 "; regular 2023-08-31 corresponds refused", "2024-03-01",
    BEGINS "§42 cause-refused 2023-08-31 c1 i0\n"
           "§42* earliest 2023-08-31 2024-02-29\n"
           "§42* reattestation-window 2024-02-29\n"
           "§42* status 2024-03-01 reattestation-due" AT_HOME },
  { "reattestation-due", SINCE_2020 "; regular 2023-08-31 reattestation approved", "2024-03-01",
    BEGINS "§33 cause-reattestation 2023-08-31 c2 i0\n"
           "§39 approved 2023-08-31 i0\n"
           "§36 earliest 2023-08-31 2024-02-29\n"
           "§36 reattestation-window 2024-02-29\n"
           "§36 status 2024-03-01 reattestation-due" AT_HOME },
  { "negative", SINCE_2020 "; regular 2023-08-31 not-corresponds approved", "2024-03-01",
    BEGINS "§5* last-regular 2023-08-31 i0\n§5 term 2020-05-10 2026-05-10 n2\n"
           "§33 negative 2023-08-31 i0\n§39 approved 2023-08-31 i0\n"
           "§43* negative-until 2020-05-10 2026-05-10\n"
           "§43 status 2024-03-01 negative" AT_HOME },
  { "negative-when-attested-again",
    SINCE_2020 "; regular 2023-08-31 reattestation approved; reattestation 2024-03-01 "
               "not-corresponds approved",
    "2024-06-01",
    BEGINS "§5* last-regular 2023-08-31 i0\n§5 term 2020-05-10 2026-05-10 n2\n"
           "§36 negative 2024-03-01 i1\n§39 approved 2024-03-01 i1\n"
           "§43* negative-until 2020-05-10 2026-05-10\n"
           "§43 status 2024-06-01 negative" AT_HOME },
  { "no-longer-negative", SINCE_2020 "; regular 2023-08-31 not-corresponds approved", "2026-11-10",
    BEGINS "§5* last-regular 2023-08-31 i0\n§5 term 2020-05-10 2026-05-10 n2\n"
           "§43* negative-term-come 2023-08-31 2026-05-10 i0\n"
           "§5 window 2026-05-10 2026-11-10\n"
           "§5 status 2026-11-10 2026-11-10 due" AT_HOME },
  { "negative-elsewhere",
    SINCE_2020 "; customs 2023-09-10 -; regular 2023-08-31 not-corresponds approved", "2026-11-10",
    "§5 position-since 2023-09-10 i1\n§5* at-once n2\n"
    "§6 joined 2020-05-10 - 2023-09-10 c1 i0\n"
    "§6 continuous-since 2020-05-10\n"
    "§5* last-regular 2023-08-31 i0\n§5 term 2020-05-10 2026-05-10 n2\n"
    "§43* negative-earlier-position 2023-08-31 2023-09-10 i0\n"
    "§5 window 2026-05-10 2026-11-10\n"
    "§5 status 2026-11-10 2026-11-10 due\n"
    "§8 body-commission c7 i1" },
  { "awaits-approval", SINCE_2020 "; regular 2026-10-31 not-corresponds -", "2026-11-10",
    BEGINS "§39* awaits-approval 2026-10-31 c3 i0\n"
           "§5* last-regular 2026-10-31 i0\n§5 term 2020-05-10 2029-05-10 n3\n"
           "§5 window 2029-05-10 2029-11-10\n"
           "§5 status 2026-11-10 2029-05-10 upcoming n912" AT_HOME },
};

static void
test_line (gconstpointer data)
{
  const Line *line = data;
  g_autofree char *reasons = explain (line->career, line->on);

  g_assert_cmpstr (reasons, ==, line->reasons);
}

/* Each kind is met in a line above, so that each has a paragraph and an order that are tested */
static void
test_every_kind (void)
{
  for (guint kind = 1; kind < G_N_ELEMENTS (names); kind++)
    {
      gboolean met = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        {
          g_autofree char *middle = g_strdup_printf (" %s ", names[kind]);
          g_autofree char *alone = g_strdup_printf (" %s\n", names[kind]);

          met = met || strstr (lines[i].reasons, middle) != NULL ||
                strstr (lines[i].reasons, alone) != NULL ||
                g_str_has_prefix (lines[i].reasons, middle + 1);
        }
      if (!met)
        g_error ("no line has “%s”", names[kind]);
    }
}

/* They are appended: a list may hold those of several questions */
static void
test_appended (void)
{
  g_autoptr (GArray) reasons = sarap_reasons_new ();
  SarapTextCareer room;
  SarapStanding standing;
  guint n;

  sarap_rules_standing (sarap_text_career (&room, ""), 1, &standing, reasons);
  n = reasons->len;
  sarap_rules_standing (&room.career, 1, &standing, reasons);
  g_assert_cmpuint (reasons->len, ==, 2 * n);
  sarap_reasons_add (NULL, &g_array_index (reasons, SarapReason, 0));
}

/* §3's women are none: a man is absent for a valid reason (§31), and no date is another one */
static void
test_of_man (void)
{
  static const struct
  {
    const char *career, *on;
  } cases[] = {
    { "customs 2020-01-01 -; childcare 2022-12-01 2023-08-01", "2023-02-01" },
    { "customs 2020-01-01 -; pregnancy 2023-02-01 2023-08-01", "2023-03-01" },
    { "customs 2020-01-01 -; childcare 2023-02-01 2023-03-01", "2023-04-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) reasons = sarap_reasons_new (), before = sarap_reasons_new ();
      SarapTextCareer room;
      SarapStanding standing;
      guint n = 0;

      sarap_rules_standing (sarap_text_career (&room, cases[i].career),
                            sarap_text_date (cases[i].on), &standing, reasons);
      g_array_append_vals (before, reasons->data, reasons->len);
      sarap_reasons_set_of_man (reasons);
      for (guint j = 0; j < reasons->len; j++)
        {
          const SarapReason *was = &g_array_index (before, SarapReason, j);
          const SarapReason *is = &g_array_index (reasons, SarapReason, j);
          gboolean status = is->kind == SARAP_REASON_STATUS;

          g_assert_cmpmem (was->dates, sizeof was->dates, is->dates, sizeof is->dates);
          if (was->paragraph != 3)
            {
              g_assert_cmpuint (was->paragraph, ==, is->paragraph);
              continue;
            }
          g_assert_cmpuint (is->paragraph, ==, 31);
          g_assert_true (is->own_reading);
          g_assert_cmpint (status ? is->number : is->code, ==, SARAP_DEFERRAL_ABSENCE);
          n++;
        }
      g_assert_cmpuint (n, >, 0);
      /* what is entered as an absence is as the law has it */
      sarap_reasons_set_of_man (before);
      g_assert_cmpmem (before->data, before->len * sizeof (SarapReason), reasons->data,
                       reasons->len * sizeof (SarapReason));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/reasons/", lines[i].name, NULL);

      g_test_add_data_func (path, &lines[i], test_line);
    }
  g_test_add_func ("/rules/reasons/every-kind", test_every_kind);
  g_test_add_func ("/rules/reasons/appended", test_appended);
  g_test_add_func ("/rules/reasons/of-man", test_of_man);
  return g_test_run ();
}
