#include "shell/sarap-help-search.h"

static const char page_text[] = "# Импорт\n"
                                "\n"
                                "Қалтаны *Ctrl+I* ашады: [Сервер](server.md) & `a<b`.\n"
                                "\n"
                                "## Қателер\n"
                                "\n"
                                "Кіріспе.\n"
                                "\n"
                                "3. **Қайта оқу**\n"
                                "   батырмасы\n"
                                "4. екінші\n"
                                "\n"
                                "   жалғасы\n"
                                "\n"
                                "   - ішкі\n"
                                "\n"
                                "Соңы.\n"
                                "\n"
                                "    sarapctl due\n"
                                "    sarapctl verify\n";

typedef struct
{
  SarapHelpKind kind;
  int level;
  int number;
  const char *markup;
  const char *text;
} Expected;

static const Expected expected[] = {
  { SARAP_HELP_HEADING, 1, 0, "Импорт", "Импорт" },
  { SARAP_HELP_PARAGRAPH, 0, 0,
    "Қалтаны <i>Ctrl+I</i> ашады: <a href=\"server\">Сервер</a> &amp; <tt>a&lt;b</tt>.",
    "Қалтаны Ctrl+I ашады: Сервер & a<b." },
  { SARAP_HELP_HEADING, 2, 0, "Қателер", "Қателер" },
  { SARAP_HELP_PARAGRAPH, 0, 0, "Кіріспе.", "Кіріспе." },
  { SARAP_HELP_ITEM, 1, 3, "<b>Қайта оқу</b> батырмасы", "Қайта оқу батырмасы" },
  { SARAP_HELP_ITEM, 1, 4, "екінші", "екінші" },
  { SARAP_HELP_PARAGRAPH, 1, 0, "жалғасы", "жалғасы" },
  { SARAP_HELP_ITEM, 2, 0, "ішкі", "ішкі" },
  { SARAP_HELP_PARAGRAPH, 0, 0, "Соңы.", "Соңы." },
  { SARAP_HELP_CODE, 0, 0, "<tt>sarapctl due\nsarapctl verify</tt>",
    "sarapctl due\nsarapctl verify" },
};

static void
test_parse (void)
{
  g_autoptr (SarapHelpPage) page = sarap_help_page_parse ("import", page_text);

  g_assert_cmpstr (page->topic, ==, "import");
  g_assert_cmpstr (page->title, ==, "Импорт");
  g_assert_cmpuint (page->blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const SarapHelpBlock *block = page->blocks->pdata[i];

      g_assert_cmpint (block->kind, ==, expected[i].kind);
      g_assert_cmpint (block->level, ==, expected[i].level);
      g_assert_cmpint (block->number, ==, expected[i].number);
      g_assert_cmpstr (block->markup, ==, expected[i].markup);
      g_assert_cmpstr (block->text, ==, expected[i].text);
    }
}

static void
test_empty (void)
{
  g_autoptr (SarapHelpPage) page = sarap_help_page_parse ("import", "");

  g_assert_cmpuint (page->blocks->len, ==, 0);
  g_assert_cmpstr (page->title, ==, "import");
}

static void
test_every_language (void)
{
  static const char *const languages[] = { "kk", "ru", "en" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (GPtrArray) pages = sarap_help_pages_load (languages[l]);

      for (guint i = 0; sarap_help_topics[i] != NULL; i++)
        {
          SarapHelpPage *page = sarap_help_pages_find (pages, sarap_help_topics[i]);

          g_assert_true (page == pages->pdata[i]);
          g_assert_cmpuint (page->blocks->len, >, 5);
          g_assert_cmpstr (page->title, !=, page->topic);
        }
      g_assert_null (sarap_help_pages_find (pages, "no-such-topic"));
    }
}

/* Each: what is typed, and topic and heading of what is found first; NULL: nothing */
static const struct
{
  const char *text;
  const char *topic;
  const char *heading;
} searches[] = {
  { "қателер", "a", "Қателер" },
  { "ҚАТЕ", "a", "Қателер" },            /* the beginning of a word, in capitals */
  { "кате", "a", "Қателер" },            /* with Russian letters */
  { "бірінші батырма", "a", "Бірінші" }, /* one in the heading, the other below it */
  { "сервер", "b", "Сервер" },           /* the title of a page before a mention on another */
  { "көшірме", "b", "Көшіру" },
  { "§5", "b", "Көшіру" },
  { "ctrl+k", "a", "Қателер" },
  { "тырма", NULL, NULL },       /* within a word */
  { "қате сервер", NULL, NULL }, /* not in one part */
  { "бірінші көшірме", NULL, NULL },
  { "", NULL, NULL },
  { "   ", NULL, NULL },
};

static GPtrArray *
new_pages (void)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_help_page_free);

  g_ptr_array_add (pages, sarap_help_page_parse ("a", "# Бірінші\n\nБатырманы басыңыз, сервер.\n\n"
                                                      "## Қателер\n\nҚате болса, `Ctrl+K`.\n"));
  g_ptr_array_add (pages, sarap_help_page_parse ("b", "# Сервер\n\nМәтін.\n\n## Көшіру\n\n"
                                                      "Резервтік көшірмені §5 бойынша жасау.\n"));
  return pages;
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) pages = new_pages ();

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) hits = sarap_help_search (pages, searches[i].text);

      g_test_message ("%s", searches[i].text);
      g_assert_cmpuint (hits->len > 0, ==, searches[i].topic != NULL);
      if (hits->len > 0)
        {
          const SarapHelpHit *hit = hits->pdata[0];

          g_assert_cmpstr (hit->page->topic, ==, searches[i].topic);
          g_assert_cmpstr (hit->heading, ==, searches[i].heading);
        }
    }
}

static void
test_snippet (void)
{
  g_autoptr (GPtrArray) pages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_help_page_free);
  g_autoptr (GPtrArray) hits = NULL;
  const SarapHelpHit *hit = NULL;

  g_ptr_array_add (pages,
                   sarap_help_page_parse ("a", "# Тақырып\n\nБасы.\n\nБір екі үш төрт бес алты "
                                               "жеті сегіз тоғыз он, содан кейін & "
                                               "жазбаларды сақтау.\n"));
  hits = sarap_help_search (pages, "жазба сақта");
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpuint (hit->block, ==, 2);
  g_assert_cmpstr (hit->snippet, ==,
                   "…алты жеті сегіз тоғыз он, содан кейін &amp; <b>жазбаларды</b> <b>сақтау</b>.");
}

static void
test_find_word (void)
{
  int start = -1, end = -1;

  g_assert_true (sarap_help_find_word ("Екі қатені түзетіңіз.", "жоқ кате", &start, &end));
  g_assert_cmpint (start, ==, 4);
  g_assert_cmpint (end, ==, 8);
  g_assert_false (sarap_help_find_word ("Екі қатені түзетіңіз.", "тені", &start, &end));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/parse", test_parse);
  g_test_add_func ("/help/parse-nothing", test_empty);
  g_test_add_func ("/help/every-language", test_every_language);
  g_test_add_func ("/help/search", test_search);
  g_test_add_func ("/help/snippet", test_snippet);
  g_test_add_func ("/help/find-word", test_find_word);
  return g_test_run ();
}
