/* A long list of officers: the same order and the same finds on both engines */
#include "records/sarap-name-keys.h"
#include "records/sarap-officer-list.h"
#include "records/sarap-record-store.h"
#include "rules/sarap-iin.h"
#include "sarap-test-database.h"

#include <string.h>

/* As Kazakh sorts them; of two who are called alike the one who was entered first */
static const char *const sorted[][3] = {
  { "Adams", "John", NULL },         { "Абаев", "Қайрат", NULL },
  { "Абай", "Өмір", "Нұрұлы" },      { "Али", "Яков", NULL },
  { "Али-Заде", "Абай", NULL },      { "Алиев", "Ғани", NULL },
  { "Алиев", "Ғани", "Серікұлы" },   { "Алиев", "Дана", NULL },
  { "Әлиев", "Ғани", NULL },         { "Гаврилова", "Анна", NULL },
  { "Ғабдуллина", "Анар", NULL },    { "ёлкин", "Иван", NULL },
  { "Иванов", "Иван", NULL },        { "Иванов", "Иван", NULL },
  { "Йокаш", "Иван", NULL },         { "Қалиев", "Ұлан", NULL },
  { "Нұрғалиев", "Бауыржан", NULL }, { "Өтегенов", "Іңкәр", NULL },
  { "Үмбетова", "Һадиша", NULL },    { "Ыбырай", "Ақан", NULL },
  { "Іңкәрбекова", "Әсел", NULL },
};

/* A number that no other has, of a man born on 1 January 1985 */
static char *
make_iin (guint n)
{
  for (guint serial = n * 20;; serial++)
    {
      g_autofree char *first = g_strdup_printf ("8501013%04u", serial);
      int digit = sarap_iin_check_digit (first);

      if (digit >= 0)
        return g_strdup_printf ("%s%d", first, digit);
    }
}

/* From the last to the first, so that ids run against the order; but the two alike by age */
static void
add_officers (SarapDatabase *db)
{
  g_autoptr (SarapRecordBatch) batch = sarap_record_batch_new (&sarap_officer_type);
  g_autoptr (GError) error = NULL;

  for (guint i = G_N_ELEMENTS (sorted); i > 0; i--)
    {
      g_autofree char *iin = make_iin (i);
      const char *values[] = {
        iin, sorted[i - 1][0], sorted[i - 1][1], sorted[i - 1][2], "1985-01-01", "m", NULL, NULL,
        NULL
      };

      sarap_record_batch_add (batch, values);
    }
  sarap_record_batch_write (batch, db, &error);
  g_assert_no_error (error);
}

static char *
surname_of (SarapDatabase *db, gint64 id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT surname FROM officer WHERE id = %" G_GINT64_FORMAT, id);

  return sarap_test_text (db, sql);
}

/* Some at a time, whatever their number, and each once */
static void
test_order (SarapTestDatabase *test)
{
  add_officers (test->db);
  g_assert_cmpint (sarap_officer_list_count (test->db, NULL), ==, G_N_ELEMENTS (sorted));
  for (guint limit = 1; limit <= 30; limit += 7)
    {
      g_auto (SarapOfficerMark) mark = { NULL, 0 };
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GError) error = NULL;
      guint before;

      do
        {
          before = ids->len;
          g_assert_true (sarap_officer_list_ids (test->db, SARAP_OFFICER_ORDER_NAME, &mark, limit,
                                                 ids, &error));
        }
      while (ids->len == before + limit);
      g_assert_cmpuint (ids->len, ==, G_N_ELEMENTS (sorted));
      for (guint i = 0; i < ids->len; i++)
        {
          g_autofree char *surname = surname_of (test->db, g_array_index (ids, guint32, i));

          g_assert_cmpstr (surname, ==, sorted[i][0]);
        }
      g_assert_cmpuint (g_array_index (ids, guint32, 12), <, g_array_index (ids, guint32, 13));
    }
}

/* How many are found by these words, and whether the first of them is in it */
static guint
count_found (SarapDatabase *db, const char *typed, gboolean loose, const GArray *among)
{
  g_autofree char *folded = sarap_fold (typed, loose ? SARAP_FOLD_LOOSE : SARAP_FOLD_EXACT);
  g_auto (GStrv) texts = g_strsplit (folded, " ", -1);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;
  SarapOfficerWord words[SARAP_OFFICER_WORDS];
  SarapOfficerSearch search = { words, g_strv_length (texts), loose, 0, 0, among };

  for (guint i = 0; i < search.n_words; i++)
    words[i] = (SarapOfficerWord){ texts[i], units };
  sarap_officer_list_search (db, &search, ids, &error);
  g_assert_no_error (error);
  return ids->len;
}

static void
test_search (SarapTestDatabase *test)
{
  static const struct
  {
    const char *typed;
    guint exact, loose;
  } searches[] = {
    { "алиев", 5, 6 }, /* Қалиев and Нұрғалиев have it too; loosely Ә is А */
    { "ӘЛИЕВ", 1, 6 },     { "алиев ғани", 2, 3 }, { "ғани  алиев", 2, 3 }, { "калиев", 0, 1 },
    { "қалиев", 1, 1 },    { "елкин", 1, 1 }, /* ё is е for everybody */
    { "нургалиев", 0, 1 }, { "ADAMS", 1, 1 },      { "8501013", 21, 21 },   { "50% _ '\\\"", 0, 0 },
  };

  add_officers (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("%s", searches[i].typed);
      g_assert_cmpuint (count_found (test->db, searches[i].typed, FALSE, NULL), ==,
                        searches[i].exact);
      g_assert_cmpuint (count_found (test->db, searches[i].typed, TRUE, NULL), ==,
                        searches[i].loose);
    }
}

/* One more letter looks among those that were found before */
static void
test_among (SarapTestDatabase *test)
{
  g_autoptr (GArray) among = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 id;

  add_officers (test->db);
  g_assert_cmpuint (count_found (test->db, "алиев", FALSE, among), ==, 0);
  id = sarap_test_integer (test->db, "SELECT min (id) FROM officer WHERE surname = 'Алиев'");
  g_array_append_val (among, id);
  id = sarap_test_integer (test->db, "SELECT id FROM officer WHERE surname = 'Adams'");
  g_array_append_val (among, id);
  g_assert_cmpuint (count_found (test->db, "алиев", FALSE, among), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("officer-list/order", test_order);
  sarap_test_add ("officer-list/search", test_search);
  sarap_test_add ("officer-list/among", test_among);
  return g_test_run ();
}
