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

typedef struct
{
  guint n;
  guint32 last;
  GString *keys;
} Keys;

static void
on_key (guint32 officer_id, const char *key, gpointer data)
{
  Keys *keys = data;

  g_assert_cmpuint (officer_id, >, keys->last);
  keys->last = officer_id;
  keys->n++;
  g_string_append_printf (keys->keys, "%s\n", key);
}

/* What they are searched by comes in slices, in the order of their ids */
static void
test_keys (SarapTestDatabase *test)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Keys keys = { .keys = text };
  guint before;
  g_autoptr (GError) error = NULL;

  add_officers (test->db);
  do
    {
      before = keys.n;
      sarap_officer_list_keys (test->db, keys.last, 4, on_key, &keys, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (keys.n, <=, before + 4);
    }
  while (keys.n > before);
  g_assert_cmpuint (keys.n, ==, sarap_officer_list_count (test->db, NULL));
  g_assert_nonnull (strstr (text->str, "әлиев"));
  g_assert_nonnull (strstr (text->str, "нұрғалиев"));
  g_assert_nonnull (strstr (text->str, "8501013"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("officer-list/order", test_order);
  sarap_test_add ("officer-list/keys", test_keys);
  return g_test_run ();
}
