/* The feed of changes by itself: what it believes, what it keeps, and when it tells */
#include "sarap-test-database.h"
#include "sarap-test-store.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "store/sarap-feed.h"

/* Milliseconds that the feed gathers what follows a change */
#define GATHER 20

/* What only anybody's notification says must not be told, nor kept */
static void
test_words (void)
{
  static const struct
  {
    const char *text;
    gboolean taken;
  } texts[] = {
    { "officer 14 14", TRUE },
    { "body 0 0", TRUE },
    { "audit 9223372036854775807 0", TRUE },
    { "", FALSE },
    { "officer", FALSE },
    { "officer 1", FALSE },
    { "officer 1 ", FALSE },
    { "officer 1 2 3", FALSE },
    { "officer  1 2", FALSE },
    { "officer -1 1", FALSE },
    { "officer 1 -1", FALSE },
    { "officer +1 1", FALSE },
    { "officer 1x 1", FALSE },
    { "officer 0x1 1", FALSE },
    { "officer 1 1\n", FALSE },
    { "officer 9223372036854775808 1", FALSE },
    { "officer 999999999999999999999999 1", FALSE },
    { "Officer 1 1", FALSE },
    { "officers 1 1", FALSE },
    { "schema_version 1 1", FALSE },
    { "wordofnobody 1 1", FALSE },
  };
  g_autofree char *zeros = g_strnfill (8000, '0');
  g_autofree char *padded = g_strdup_printf ("officer %s1 1", zeros);
  g_autoptr (SarapChanges) changes = sarap_changes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (sarap_changes_add_text (changes, texts[i].text) != texts[i].taken)
      g_error ("“%s” should%s be taken", texts[i].text, texts[i].taken ? "" : " not");
  g_assert_false (sarap_changes_add_text (changes, padded));
  g_assert_false (sarap_changes_add (changes, NULL, 1, 1));
  g_assert_false (sarap_changes_add (changes, "officer", -1, 1));
  g_assert_cmpuint (g_quark_try_string ("wordofnobody"), ==, 0);
}

static void
count_change (const SarapChange *change, gpointer data)
{
  ++*(guint *) data;
}

/* However many there are, as few are kept as there are kinds */
static void
test_bounded (void)
{
  g_autoptr (SarapChanges) changes = sarap_changes_new ();
  guint count = 0;

  for (guint i = 1; i <= 100000; i++)
    {
      g_assert_true (sarap_changes_add (changes, "officer", i, i));
      g_assert_true (sarap_changes_add (changes, "service", i, i));
    }
  sarap_changes_foreach (changes, count_change, &count);
  g_assert_cmpuint (count, ==, 2);
}

/* A feed and what it told: a batch is what it told without the main loop in between */
typedef struct
{
  GObject *owner;
  SarapFeed *feed;
  PGconn *pg;
  GString *told;
  guint iterations, last;
} Listener;

static Listener *listener;

static void
on_changed (const SarapChange *change, gpointer owner)
{
  g_assert_true (owner == listener->owner);
  if (listener->last != listener->iterations && listener->told->len > 0)
    g_string_append (listener->told, "| ");
  listener->last = listener->iterations;
  g_string_append_printf (listener->told, "%s %d ", change->record, (int) change->id);
}

static void
on_look (gpointer owner)
{
  g_assert_not_reached ();
}

static const SarapFeedOwner owner_functions = { .changed = on_changed,
                                                .look = on_look,
                                                .silent = on_look };

static void
listener_open (Listener *self, SarapDatabase *db)
{
  *self = (Listener){ .owner = g_object_new (G_TYPE_OBJECT, NULL), .told = g_string_new (NULL) };
  listener = self;
  self->feed = sarap_feed_new (&owner_functions, self->owner);
  self->pg = sarap_feed_connect (db);
  g_assert_nonnull (self->pg);
  sarap_feed_watch_server (self->feed, self->pg);
}

static void
listener_close (Listener *self)
{
  sarap_feed_free (self->feed);
  g_object_unref (self->owner);
  g_string_free (self->told, TRUE);
}

static void
iterate (Listener *self, gboolean wait)
{
  self->iterations++;
  g_main_context_iteration (NULL, wait);
}

static void
wait_for_line (Listener *self)
{
  struct pollfd line = { .fd = PQsocket (self->pg), .events = POLLIN };

  g_assert_cmpint (poll (&line, 1, 20000), ==, 1);
}

static void
wait_for_told (Listener *self, const char *text)
{
  GSource *end = sarap_test_wait_begin (text);

  while (!strstr (self->told->str, text))
    iterate (self, TRUE);
  sarap_test_wait_end (end);
}

/* The first change is told in the very iteration of the main loop that reads it, all of its
   transaction with it; what follows closely comes later, together */
static void
test_at_once (SarapTestDatabase *test)
{
  Listener self;
  gint64 told_at;

  listener_open (&self, test->db);
  sarap_test_run (test->db, "SELECT pg_notify ('sarap', 'officer 1 1'),"
                            " pg_notify ('sarap', 'service 2 1')");
  wait_for_line (&self);
  iterate (&self, FALSE);
  told_at = g_get_monotonic_time ();
  g_assert_cmpstr (self.told->str, ==, "officer 1 service 2 ");

  sarap_test_run (test->db, "NOTIFY sarap, 'officer 3 3'");
  sarap_test_run (test->db, "NOTIFY sarap, 'unit 4 0'");
  wait_for_line (&self);
  iterate (&self, FALSE);
  /* the machine may have been busy elsewhere for longer than the feed gathers */
  if (!g_str_equal (self.told->str, "officer 1 service 2 "))
    g_assert_cmpint (g_get_monotonic_time () - told_at, >, GATHER * 1000);
  wait_for_told (&self, "unit 4");
  if (!strstr (self.told->str, "| officer 3 unit 4 "))
    g_assert_cmpint (g_get_monotonic_time () - told_at, >, 2 * GATHER * 1000);
  listener_close (&self);
}

static gint64
resident_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmRSS:");
  g_assert_nonnull (line);
  return g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10);
}

/* The address sanitizer keeps what was freed */
static void
assert_grown_less (gint64 before_kb, gint64 kb)
{
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (resident_kb () - before_kb, <, kb);
#endif
}

static gboolean
on_draw (gpointer data)
{
  ++*(guint *) data;
  return G_SOURCE_CONTINUE;
}

/* Somebody forges notifications without end: nothing of them is told or kept, and the window goes
   on being drawn (GDK_PRIORITY_REDRAW) */
static void
test_forged (SarapTestDatabase *test)
{
  Listener self;
  guint drawn = 0;
  guint draw = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 20, on_draw, &drawn, NULL);
  gint64 before;

  listener_open (&self, test->db);
  sarap_test_run (test->db, "NOTIFY sarap, 'body 1 0'");
  wait_for_told (&self, "body 1");
  before = resident_kb ();
  drawn = 0;
  sarap_test_run (test->db, "DO $$ BEGIN FOR i IN 1..6000 LOOP PERFORM pg_notify ('sarap',"
                            " md5 (i::text) || repeat ('x', 7800) || ' 1 1'); END LOOP; END $$");
  sarap_test_run (test->db, "NOTIFY sarap, 'unit 2 0'");
  wait_for_told (&self, "unit 2");
  g_source_remove (draw);
  g_assert_cmpstr (self.told->str, ==, "body 1 | unit 2 ");
  g_assert_cmpuint (drawn, >, 5);
  assert_grown_less (before, 8 * 1024);
  listener_close (&self);
}

/* A line of the chain in a file that anybody may have written */
static void
add_line (SarapDatabase *db, int seq, const char *values)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO audit (seq, record, record_id, officer_id) VALUES (%d, %s)", seq, values);
  g_autofree char *head = g_strdup_printf ("UPDATE audit_head SET seq = %d", seq);

  sarap_test_run (db, sql);
  sarap_test_run (db, head);
}

static char *
look (SarapDatabase *db, SarapFeedMark *mark)
{
  g_autoptr (SarapChanges) changes = sarap_feed_look (db, mark);
  guint count = 0;

  if (!changes)
    return NULL;
  sarap_changes_foreach (changes, count_change, &count);
  return g_strdup_printf ("%u", count);
}

static void
test_hostile_lines (SarapTestDatabase *test)
{
  static const char *const hostile[] = {
    "NULL, 1, 1",
    "'wordofnobody', 1, 1",
    "zeroblob (50000000), 1, 1",
    "CAST (zeroblob (50000000) AS text), 1, 1",
    "replace (hex (zeroblob (20000000)), '0', 'x'), 1, 1",
    "'officer' || char (0) || replace (hex (zeroblob (20000000)), '0', 'x'), 1, 1",
    "'officer', -5, 1",
    "'officer', 1, -5",
  };
  g_autofree char *schema = NULL;
  SarapFeedMark mark = { 0 };

  /* without the schema's own rules, as a hostile file may be */
  sarap_test_run (test->db, "PRAGMA foreign_keys = OFF");
  sarap_test_run (test->db, "DROP TABLE audit");
  sarap_test_run (test->db, "CREATE TABLE audit (seq, record, record_id, officer_id)");
  sarap_test_run (test->db, "DROP TABLE audit_head");
  sarap_test_run (test->db, "CREATE TABLE audit_head (seq)");
  sarap_test_run (test->db, "INSERT INTO audit_head VALUES (0)");
  g_assert_null (look (test->db, &mark));
  add_line (test->db, 1, "'officer', 14, 14");
  schema = look (test->db, &mark);
  g_assert_cmpstr (schema, ==, "1");
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *told = NULL;
      gint64 before = resident_kb ();

      sarap_test_run (test->db, "DELETE FROM audit");
      add_line (test->db, 2 + i, hostile[i]);
      told = look (test->db, &mark);
      /* it is not known what changed: everything is read again */
      g_assert_cmpint (g_ascii_strtoll (told, NULL, 10), >, 5);
      assert_grown_less (before, 100 * 1024);
    }
  g_assert_cmpuint (g_quark_try_string ("wordofnobody"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words", test_words);
  g_test_add_func ("/bounded", test_bounded);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "at-once", test_at_once);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "forged", test_forged);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "hostile-lines", test_hostile_lines);
  return g_test_run ();
}
