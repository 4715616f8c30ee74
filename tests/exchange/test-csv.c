/* The reader and the writer of CSV: every kind of fault with its line and column, reading on after
   it, a random round trip and random damage. */

#include "exchange/sarap-csv.h"
#include "exchange/sarap-csv-form.h"
#include "records/sarap-record.h"

#include <string.h>

#define SEED 394
/* The sanitizers take some thirty times as long */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 3000
#define MANY 10000
#else
#define ROUNDS 20000
#define MANY 100000
#endif

/* What a reader makes of @text: a record a line, "LINE:a|b|c", with "!COLUMN=KIND" for each fault
 */
static char *
read_all (const char *text, gssize length, guint n_columns)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *buffer = g_malloc (size + 1);
  g_autoptr (SarapCsvReader) reader = NULL;
  GString *all = g_string_new (NULL);
  SarapCsvRecord record;

  memcpy (buffer, text, size);
  reader = sarap_csv_reader_new (buffer, size);
  sarap_csv_reader_set_n_columns (reader, n_columns);
  while (sarap_csv_reader_next (reader, &record))
    {
      g_string_append_printf (all, "%u:", record.line);
      for (guint i = 0; i < record.n_fields; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? "|" : "",
                                record.fields[i] != NULL ? record.fields[i] : "?");
      for (guint i = 0; i < record.n_faults; i++)
        g_string_append_printf (all, "!%u=%d", record.faults[i].column, record.faults[i].kind);
      g_string_append_c (all, '\n');
    }
  g_assert_cmpuint (sarap_csv_reader_position (reader), ==, size);
  return g_string_free (all, FALSE);
}

static void
test_legal (void)
{
  static const struct
  {
    const char *text;
    const char *read;
  } cases[] = {
    { "", "" },
    { "\xEF\xBB\xBF", "" },
    { "a,b\n", "1:a|b\n" },
    { "a,b", "1:a|b\n" },
    { "a,b\r\nc,d\r\n", "1:a|b\n2:c|d\n" },
    { "\xEF\xBB\xBF"
      "a,b\nc,d",
      "1:a|b\n2:c|d\n" },
    { "\xEF\xBB\xBF\"a\",b\n", "1:a|b\n" },
    { ",\n", "1:|\n" },
    { "a,", "1:a|\n" },
    { "\"a\",\"b\"\n", "1:a|b\n" },
    { "\"\",\"\"\r\n", "1:|\n" },
    { "\"a,b\",\"say \"\"so\"\"\"\nc,d\n", "1:a,b|say \"so\"\n2:c|d\n" },
    { "\"\"\"\",\"\"\"\"\"\"\n", "1:\"|\"\"\n" },
    { "\"a\"\"b\",c", "1:a\"b|c\n" },
    { "Әділ,Ёлкин\n", "1:Әділ|Ёлкин\n" },
    { " a , b \n", "1: a | b \n" },
    { "=\"01\",b\n", "1:=\"01\"|b\n" },
    { "\"=\"\"01\"\"\",=\"2\"\r\n", "1:=\"01\"|=\"2\"\n" },
    { "\ta,b\t \n", "1:\ta|b\t \n" },
    { "\"\ta\",\"b\t\"\n", "1:\ta|b\t\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_all (cases[i].text, -1, 2);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* A damaged record of two columns between two sound ones, which must both be read */
static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    guint column;
    SarapCsvFaultKind kind;
    guint next_line;
  } cases[] = {
    { "a\"b,c", 0, SARAP_CSV_FAULT_STRAY_QUOTE, 3 },
    { "a, \"c\"", 1, SARAP_CSV_FAULT_STRAY_QUOTE, 3 },
    { "\"a\"b,c", 0, SARAP_CSV_FAULT_AFTER_QUOTE, 3 },
    { "\"a\" ,c", 0, SARAP_CSV_FAULT_AFTER_QUOTE, 3 },
    { "a,\"c\"\r", 1, SARAP_CSV_FAULT_NONE, 3 },
    { "\"a,c", 0, SARAP_CSV_FAULT_UNCLOSED_QUOTE, 3 },
    { "a,\"c", 1, SARAP_CSV_FAULT_UNCLOSED_QUOTE, 3 },
    { "a,\"c\"\"", 1, SARAP_CSV_FAULT_UNCLOSED_QUOTE, 3 },
    { "a,\"c\r", 1, SARAP_CSV_FAULT_UNCLOSED_QUOTE, 3 },
    { "a,\xD0", 1, SARAP_CSV_FAULT_ENCODING, 3 },
    { "\"\xFF\",c", 0, SARAP_CSV_FAULT_ENCODING, 3 },
    { "\xED\xA0\x80,c", 0, SARAP_CSV_FAULT_ENCODING, 3 },
    { "\xC0\x80,c", 0, SARAP_CSV_FAULT_ENCODING, 3 },
    { "a\tb,c", 0, SARAP_CSV_FAULT_CONTROL, 3 },
    { "a,\"c\x7F\"", 1, SARAP_CSV_FAULT_CONTROL, 3 },
    { "a,\xC2\x85", 1, SARAP_CSV_FAULT_CONTROL, 3 },
    { "a,b\rc", 1, SARAP_CSV_FAULT_LINE_BREAK, 3 },
    { "\"a\rb\",c", 0, SARAP_CSV_FAULT_LINE_BREAK, 3 },
    { "\"a\nb\",c", 0, SARAP_CSV_FAULT_LINE_BREAK, 4 },
    { "a,\"b\r\n\r\nc\"", 1, SARAP_CSV_FAULT_LINE_BREAK, 5 },
    { "\"a\nb\",\"c\nd\"", 0, SARAP_CSV_FAULT_LINE_BREAK, 5 },
    { "a\xEF\xBB\xBF,c", 0, SARAP_CSV_FAULT_BYTE_ORDER_MARK, 3 },
    { "\xEF\xBB\xBF"
      "a,c",
      0, SARAP_CSV_FAULT_BYTE_ORDER_MARK, 3 },
    { "", 0, SARAP_CSV_FAULT_EMPTY_LINE, 3 },
    { "=\"a,c", 0, SARAP_CSV_FAULT_STRAY_QUOTE, 3 },
    { "=\"a\"b,c", 0, SARAP_CSV_FAULT_STRAY_QUOTE, 3 },
    { "=\"\xD0\",c", 0, SARAP_CSV_FAULT_ENCODING, 3 },
    { "\"a\tb\",c", 0, SARAP_CSV_FAULT_CONTROL, 3 },
    { "a", 1, SARAP_CSV_FAULT_TOO_FEW, 3 },
    { "a,b,", 1, SARAP_CSV_FAULT_TOO_MANY, 3 },
    { "a,b,c,d", 1, SARAP_CSV_FAULT_TOO_MANY, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("x,\"y\"\n%s\n\"z\",\"w\"\n", cases[i].text);
      g_autofree char *last = g_strdup_printf ("\n%u:z|w\n", cases[i].next_line);
      g_autofree char *fault = g_strdup_printf ("!%u=%d", cases[i].column, cases[i].kind);
      g_autofree char *read = read_all (text, -1, 2);

      g_assert_true (g_str_has_prefix (read, "1:x|y\n2:"));
      g_assert_true (g_str_has_suffix (read, last));
      if (cases[i].kind != SARAP_CSV_FAULT_NONE)
        {
          g_assert_nonnull (strstr (read, fault));
          g_assert_nonnull (sarap_csv_fault_message (cases[i].kind));
        }
      else
        g_assert_null (strchr (read, '!'));
    }
}

static void
test_end_of_file (void)
{
  g_autofree char *unclosed = read_all ("a,\"b", -1, 2);
  g_autofree char *escaped = read_all ("a,\"b\"\"", -1, 2);
  g_autofree char *carriage = read_all ("a,b\r", -1, 2);
  g_autofree char *zero = read_all ("a,b\0c\nd,\0", 9, 2);
  g_autofree char *quoted_zero = read_all ("\"a\0\",b\nd,e", 10, 2);

  g_assert_cmpstr (unclosed, ==, "1:a|?!1=3\n");
  g_assert_cmpstr (escaped, ==, "1:a|?!1=3\n");
  g_assert_cmpstr (carriage, ==, "1:a|?!1=6\n");
  g_assert_cmpstr (zero, ==, "1:a|?!1=5\n2:d|?!1=5\n");
  g_assert_cmpstr (quoted_zero, ==, "1:?|b!0=5\n2:d|e\n");
}

/* Another separator: a comma is then a letter like any other */
static void
test_separators (void)
{
  static const char separators[] = ";\t|";

  for (const char *c = separators; *c != '\0'; c++)
    {
      g_autofree char *text = g_strdup_printf ("x\na,b%c\"c%cd\"\n", *c, *c);
      g_autofree char *second = g_strdup_printf ("c%cd", *c);
      g_autofree char *buffer = g_strndup (text, strlen (text) + 1);
      g_autoptr (SarapCsvReader) reader = sarap_csv_reader_new (buffer, strlen (text));
      SarapCsvRecord record;

      sarap_csv_reader_begin (reader, 2, 2, *c);
      sarap_csv_reader_set_n_columns (reader, 2);
      g_assert_true (sarap_csv_reader_next (reader, &record));
      g_assert_cmpuint (record.n_faults, ==, 0);
      g_assert_cmpuint (record.line, ==, 2);
      g_assert_cmpstr (record.fields[0], ==, "a,b");
      g_assert_cmpstr (record.fields[1], ==, second);
      g_assert_false (sarap_csv_reader_next (reader, &record));
    }
}

/* Whatever bytes a file has, it is taken for something, and what was decoded is UTF-8 */
static void
test_any_form (void)
{
  static const char bytes[] =
      "\xFF\xFE\xFE\xFF\xEF\xBB\xBFsep=;,\r\n\x1A\"\0\0\0\xD0\xBE\xC0 a\x98";
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_decoded = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gsize length = g_rand_int_range (random, 0, 24);
      char *buffer = g_malloc (length + 1);
      SarapCsvForm form = { 0 };
      gsize end;

      for (gsize i = 0; i < length; i++)
        buffer[i] = bytes[g_rand_int_range (random, 0, sizeof bytes)];
      if (length >= 4 && round % 3 == 0)
        memcpy (buffer, round % 2 ? "\xFF\xFE" : "\xFE\xFF", 2);
      sarap_csv_form_sniff_encoding (buffer, length, &form.encoding);
      if (sarap_csv_form_decode (form.encoding, &buffer, &length) &&
          form.encoding != SARAP_CSV_UTF_8)
        {
          n_decoded++;
          g_assert_true (strlen (buffer) < length || g_utf8_validate_len (buffer, length, NULL));
        }
      end = sarap_csv_form_sniff_start (&form, buffer, length);
      g_assert_cmpuint (form.at, <=, end);
      g_assert_cmpuint (end, <=, length);
      g_free (buffer);
    }
  g_assert_cmpuint (n_decoded, >, ROUNDS / 10);
}

/* A field of a thousand Kazakh letters is right, one more is too long, and so is a megabyte */
static void
test_length (void)
{
  static const guint lengths[] = { 1000, 1001, 1 << 20 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint quoted = 0; quoted < 2; quoted++)
      {
        g_autoptr (GString) text = g_string_new (quoted ? "a,\"" : "a,");
        g_autofree char *read = NULL;

        for (guint j = 0; j < lengths[i]; j++)
          g_string_append (text, "қ");
        g_string_append (text, quoted ? "\"\nb,c\n" : "\nb,c\n");
        read = read_all (text->str, text->len, 2);
        g_assert_true (g_str_has_suffix (read, "\n2:b|c\n"));
        g_assert_true ((strstr (read, "!1=8") != NULL) == (lengths[i] > SARAP_FIELD_LONGEST));
      }
}

/* Quotation marks that are never closed must not take quadratic time */
static void
test_many_unclosed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *read = NULL;
  guint n = 0;

  for (guint i = 0; i < MANY; i++)
    g_string_append (text, "\"a,b\n");
  read = read_all (text->str, text->len, 2);
  for (const char *p = read; (p = strstr (p, "!0=3\n")) != NULL; p++)
    n++;
  g_assert_cmpuint (n, ==, MANY);
}

/* The fields of a sound record lie one after another */
static void
test_together (void)
{
  char buffer[] = "\"a\"\"b\",c,\"\",dd\r\n,,,\n";
  g_autoptr (SarapCsvReader) reader = sarap_csv_reader_new (buffer, sizeof buffer - 1);
  SarapCsvRecord record;

  while (sarap_csv_reader_next (reader, &record))
    {
      const char *text = record.fields[0];

      g_assert_cmpuint (record.n_faults, ==, 0);
      g_assert_cmpuint (record.n_fields, ==, 4);
      for (guint i = 0; i < record.n_fields; i++, text += strlen (text) + 1)
        g_assert_true (text == record.fields[i]);
    }
}

static char *
random_text (GRand *random)
{
  static const char *const pieces[] = { "a", "ә", ",", "\"", "\"\"", " ", "'",
                                        ";", "𝔸", "0", "-",  "Ы",    "" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 8); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = g_rand_int_range (random, 1, 6);
      g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *joined = NULL, *expected = NULL, *read = NULL;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (fields, random_text (random));
      sarap_csv_write_line (line, (const char *const *) fields->pdata, n);
      g_ptr_array_add (fields, NULL);
      joined = g_strjoinv ("|", (char **) fields->pdata);
      expected = g_strdup_printf ("1:%s\n", joined);
      read = read_all (line->str, line->len, n);
      g_assert_cmpstr (read, ==, expected);
    }
}

static void
test_writing (void)
{
  static const char *const fields[] = { "a", NULL, "b c", "d,e", "f\"g", "", "h'i", "\n" };
  g_autoptr (GString) out = g_string_new (NULL);

  sarap_csv_write_line (out, fields, G_N_ELEMENTS (fields));
  sarap_csv_write_line (out, fields + 1, 1);
  g_assert_cmpstr (out->str, ==, "a,,b c,\"d,e\",\"f\"\"g\",,h'i,\"\n\"\n\"\"\n");
}

/* How much of @whole was made of the lines of @text that end before byte @at */
static gsize
length_before (const char *text, gsize at, const char *whole)
{
  const char *end = whole;

  for (gsize i = 0; i < at; i++)
    if (text[i] == '\n')
      end = strchr (end, '\n') + 1;
  return end - whole;
}

/* Random bytes put into a sound file: it is read to its end, whatever they are, and the lines
   before the first of them are as they were */
static void
test_mutations (void)
{
  static const char bytes[] = "\"\"\"\",,\r\n\n\t\0a\xD0\xBE\xFF\xEF\xBB\xBF";
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GString) sound = g_string_new ("iin,surname,given\n");
  g_autofree char *whole = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (sound, i % 3 ? "%012u,Әділ,\"Жан, \"\"бол\"\"\"\n" : "%012u,,Ким\r\n",
                            i);
  whole = read_all (sound->str, sound->len, 3);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gsize first = sound->len;
      g_autoptr (GString) damaged = g_string_new_len (sound->str, sound->len);
      g_autofree char *read = NULL;

      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        {
          gsize at = g_rand_int_range (random, 0, damaged->len);
          char byte = bytes[g_rand_int_range (random, 0, sizeof bytes)];

          first = MIN (first, at);
          if (g_rand_boolean (random))
            damaged->str[at] = byte;
          else if (g_rand_boolean (random))
            g_string_insert_c (damaged, at, byte);
          else
            g_string_truncate (damaged, MAX (at, 1));
        }
      read = read_all (damaged->str, damaged->len, 3);
      g_assert_true (g_utf8_validate (read, -1, NULL));
      g_assert_cmpint (strncmp (read, whole, length_before (sound->str, first, whole)), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/legal", test_legal);
  g_test_add_func ("/csv/faults", test_faults);
  g_test_add_func ("/csv/end-of-file", test_end_of_file);
  g_test_add_func ("/csv/separators", test_separators);
  g_test_add_func ("/csv/any-form", test_any_form);
  g_test_add_func ("/csv/length", test_length);
  g_test_add_func ("/csv/many-unclosed", test_many_unclosed);
  g_test_add_func ("/csv/together", test_together);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/writing", test_writing);
  g_test_add_func ("/csv/mutations", test_mutations);
  return g_test_run ();
}
