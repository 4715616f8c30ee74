/* Names of databases */
#include "store/sarap-command-line.h"
#include "store/sarap-name.h"

static void
test_understood (void)
{
  static const struct
  {
    const char *given, *shown, *part;
  } names[] = {
    { "sqlite:/tmp/ә b.sqlite", "sqlite:/tmp/ә b.sqlite", NULL },
    { "postgresql://u@h/d", "postgresql://u@h/d", "host='h'" },
    { "postgres://h/d", "postgresql://h/d", "dbname='d'" },
    { "postgresql://u:s3cret@h:5433/d", "postgresql://u@h:5433/d", "port='5433'" },
    { "postgresql://u@h/d?password=s3cret", "postgresql://u@h/d", "user='u'" },
    { "postgresql://a:1,b:2/d", "postgresql://a:1,b:2/d", "host='a,b' port='1,2'" },
    { "postgresql://[::1]:5433/d", "postgresql://[::1]:5433/d", "host='::1'" },
    { "postgresql://%2Fvar%2Frun/d", "postgresql://%2Fvar%2Frun/d", "host='/var/run'" },
    { "postgresql://h/d?sslmode=verify-full", "postgresql://h/d?sslmode=verify-full",
      "sslmode='verify-full'" },
    { "postgresql://u%40x@h/%D3%99", "postgresql://u%40x@h/ә", "user='u@x'" },
    { "postgresql://o%27b%5Cc@h/d", "postgresql://o%27b%5Cc@h/d", "user='o\\'b\\\\c'" },
    { "postgresql://h/d?target_session_attrs=any", "postgresql://h/d?target_session_attrs=any",
      "target_session_attrs='any'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapName) name = sarap_name_parse (names[i].given, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (name->text, ==, names[i].shown);
      g_assert_null (strstr (name->text, "s3cret"));
      if (names[i].part)
        g_assert_nonnull (strstr (name->conninfo, names[i].part));
      g_assert_true (!name->conninfo || !strstr (name->conninfo, "s3cret"));
      g_assert_cmpstr (name->password, ==, strstr (names[i].given, "s3cret") ? "s3cret" : NULL);
    }
}

static void
test_refused (void)
{
  static const char *const names[] = {
    "postgresql://u:p@ss@h/d",
    "postgresql://u:p/ss@h/d",
    "postgresql://u:p?ss",
    "postgresql://h:port/d",
    "postgresql://h/d?port=54x",
    "postgresql://u@h/d?dbname=postgresql%3A%2F%2Fu:s%40h/d",
    "sqlite:postgresql://u:s@h/d",
    "sqlite://u:s@h/d",
    "",
    "staff.sqlite",
    "sqlite:",
    "sqlite:/tmp/",
    "sqlite::memory:",
    "mysql://h/d",
    "postgresql://h",
    "postgresql://h/",
    "postgresql://h/d?nonsense=1",
    "postgresql://[::1/d",
    "postgresql://h/d%zz",
    "postgresql://u%3As@h/d",
    "postgresql://h/d%3As",
    "postgres:///x?host=a:b@c",
    "sqlite:/u:s@h/d",
    "sqlite:\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sarap_name_parse (names[i], &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME);
    }
}

/* What is shown and remembered is the same name again */
static void
test_again (void)
{
  static const char *const names[] = {
    "postgres:///x?host=a@c,::1,%2Frun&port=1,2,3",
    "postgresql://u@[fe80::1%25eth0]:5433/d",
    "postgresql://[::1],h/d",
    "postgresql://a,b:2/d",
    "postgresql://:5433/d",
    "postgresql:///d",
    "postgresql:///d?host=[x]",
    "postgresql://%D3%99%40%2F%3F%23@h/%3F%26%3D%25?application_name=%26a%3Db%2B%20",
    "postgresql://u@h/d?passfile=/home/u/.pgpass&sslmode=require",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapName) name = sarap_name_parse (names[i], &error);
      g_autoptr (SarapName) again = NULL;

      g_assert_no_error (error);
      again = sarap_name_parse (name->text, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again->text, ==, name->text);
      g_assert_cmpstr (again->conninfo, ==, name->conninfo);
    }
}

#define SECRET "Tz7QuP"

/* Some signs of those that take a name apart, with the secret among them */
static char *
random_secret (GRand *rand)
{
  static const char *const signs[] = { "@", "/",  ":", "?",  "#",   "%",   "%zz", "%40", " ",
                                       "&", "=",  ",", "[",  "]",   "'",   "\\",  "a",   "1",
                                       "@", "//", ";", "%2", "://", "::1", "ә",   "x=",  "+" };
  GString *secret = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 0, 6), place = g_rand_int_range (rand, 0, n + 1);

  for (guint i = 0; i <= n; i++)
    if (i == place)
      g_string_append (secret, SECRET);
    else
      g_string_append (secret, signs[g_rand_int_range (rand, 0, G_N_ELEMENTS (signs))]);
  return g_string_free (secret, FALSE);
}

static void
assert_hidden (char **words, const char *given)
{
  for (guint i = 1; words[i] != NULL; i++)
    if (strstr (words[i], SECRET) != NULL)
      g_error ("“%s” is shown as %s", given, words[i]);
}

/* Wherever a password may stand in a name, and however the name is malformed, neither what is shown
   of it nor what is said about it has the password */
static void
test_secret (void)
{
  static const char *const forms[] = {
    "postgresql://u:%s@h/d",
    "postgres://u:%s@h:5432/d",
    "postgresql://u:%s@h,g:2/d?sslmode=require",
    "postgresql://u:%s@/d",
    "postgresql://:%s@h/d",
    "postgresql://u:%s@[::1]:5/d",
    "postgresql://u:%s@[::1/d",
    "postgresql://u:%s@h:x/d",
    "postgresql://u:%s@h/d%zz",
    "postgresql://u:%s@h/d?nonsense=1",
    "postgresql://u%40x:%s@h/d",
    "postgresql:/u:%s@h/d",
    "postgresql:u:%s@h/d",
    "Postgresql://u:%s@h/d",
    "postgresq://u:%s@h/d",
    " postgresql://u:%s@h/d",
    "//u:%s@h/d",
    "u:%s@h/d",
    "sqlite:postgresql://u:%s@h/d",
    "sqlite://u:%s@h/d",
    "sqlite:u:%s@h/d",
    "sqlite:/u:%s@h/d",
    "postgresql://u%3A%s@h/d",
    "postgresql://h/u%3A%s@",
    "postgresql://u@h/d?password=%s",
    "postgresql://u@h/d?sslmode=require&password=%s",
    "postgresql://u@h/d?sslpassword=%s",
    "postgresql://u@h/d?passfile=%s",
    "postgresql://u@h/d?Password=%s",
    "postgresql://u@h/d?pasword=%s",
    "postgresql://u@h/d?password= %s",
    "postgresql://u@h/d?password==%s",
    "postgresql://u@h/d?%s",
    "postgresql://h?user=u&password=%s",
    "host=h user=u password=%s dbname=d",
    "host=h user=u password='%s' dbname=d",
    "sqlite:host=h password=%s",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261129);

  for (guint i = 0; i < 40000; i++)
    {
      g_autofree char *secret = random_secret (rand);
      g_auto (GStrv) parts = g_strsplit (forms[i % G_N_ELEMENTS (forms)], "%s", 2);
      g_autofree char *given = g_strconcat (parts[0], secret, parts[1], NULL);
      g_autofree char *option = g_strconcat ("--db=", given, NULL), *word = g_strdup (given);
      g_autofree char *letter = g_strconcat ("-d", given, NULL);
      g_autofree char *run_on = g_strconcat ("--db", given, NULL);
      char *words[] = { (char *) "sarap", option, word, letter, run_on, NULL };
      g_autoptr (GError) error = NULL, absent = NULL;
      g_autoptr (SarapName) name = NULL;

      /* an absolute path is where passwords are kept, and none itself */
      if (strstr (given, "passfile=/") != NULL)
        continue;
      sarap_command_line_hide_passwords (words);
      assert_hidden (words, given);
      name = sarap_name_parse (given, &error);
      sarap_database_is_there (given, &absent);
      if ((name != NULL && strstr (name->text, SECRET) != NULL) ||
          (error != NULL && strstr (error->message, SECRET) != NULL) ||
          (absent != NULL && strstr (absent->message, SECRET) != NULL))
        g_error ("“%s” is shown as %s", given, name != NULL ? name->text : absent->message);
      if (name != NULL)
        {
          g_autoptr (SarapName) again = sarap_name_parse (name->text, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (again->text, ==, name->text);
        }
    }
}

/* A password may be a word of its own */
static void
test_next (void)
{
  static const char *const options[] = { "--password", "--pasword", "--pwd", "-p" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_auto (GStrv) words = g_strsplit ("sarap OPTION s3cret due", " ", -1);

      g_free (words[1]);
      words[1] = g_strdup (options[i]);
      sarap_command_line_hide_passwords (words);
      g_assert_cmpstr (words[1], ==, options[i]);
      g_assert_cmpstr (words[2], ==, "******");
      g_assert_cmpstr (words[3], ==, "due");
    }
}

/* On the command line too what has no password is left as it is */
static void
test_hidden (void)
{
  static const struct
  {
    const char *given, *shown;
  } words[] = {
    { "due", "due" },
    { "--db", "--db" },
    { "--body=50600", "--body=50600" },
    { "sqlite:/home/user/staff.sqlite", "sqlite:/home/user/staff.sqlite" },
    { "--db=postgresql://u@h:5432,g:1/d", "--db=postgresql://u@h:5432,g:1/d" },
    { "postgresql://u:s@h/d", "********************" },
    { "-dpostgresql://u:s@h/d?a=b", "**************************" },
    { "sqlite:/a/u:s@h", "***************" },
    { "sqlite:/a/u@h", "sqlite:/a/u@h" },
    { "--db=postgresql://u:s@h/d", "--db=********************" },
    { "postgresql://u@h/d?sslmode=require", "postgresql://u@h/d?sslmode=require" },
    { "postgresql://u@h/d?sslmod=require", "*********************************" },
    { "--password=secret", "--password=******" },
    { "--pasword=secret", "--pasword=******" },
    { "--pwd=secret", "--pwd=******" },
    { "-psecret", "********" },
    { "postgresql://u%3As@h/d", "**********************" },
    { "postgresql://h/d%3As", "********************" },
    { "PGPASSWORD=secret", "*****************" },
    { "password=secret", "***************" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = g_strdup (words[i].given);

      sarap_command_line_hide_passwords ((char *[]){ (char *) "sarap", word, NULL });
      g_assert_cmpstr (word, ==, words[i].shown);
    }
}

/* A space that was not quoted ends the word, and the shell gives the rest as words of their own */
static void
test_broken (void)
{
  static const char *const forms[] = {
    "postgresql://u:%s@h/d",      "postgres://u:%s@h:5432/d", "--db=postgresql://u:%s@h/d",
    "-dpostgresql://:%s@h/d",     "Postgresql://u:%s@h/d",    "postgresql:/u:%s@h/d",
    "postgresql//u:%s@h/d",       "--db=sqlite:/u:%s@h/d",    "postgresql://u:12/%s@h/d",
    "postgresql://u:Tz@7Qu%s@h/d"
  };
  static const char *const whole[] = {
    "sarap --db postgresql://h/d?sslmod=require user add a@b",
    "sarap --db postgresql://u@h:5432/d user add a@b",
    "sarap --db sqlite:/a/b.sqlite backup /srv/a@b/c.sqlite",
    "sarap --db sqlite:/a/10:30.sqlite backup ./a@b/c.sqlite",
    "sarap --db postgresql://u@h/d --db=postgresql://u@h:5432/d due",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);
  guint length;

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *before = random_secret (rand), *after = random_secret (rand);
      g_auto (GStrv) parts = g_strsplit (forms[i % G_N_ELEMENTS (forms)], "%s", 2);
      g_autofree char *line =
          g_strconcat ("sarap ", parts[0], "x", before, " x", after, parts[1], " due", NULL);
      g_auto (GStrv) words = g_strsplit (line, " ", -1);

      /* a word with a scheme begins an address of its own, one like a path is no end */
      if (strstr (before, "://") != NULL || strstr (after, "://") != NULL ||
          strstr (line, " /") != NULL)
        continue;
      if (sarap_command_line_find_broken (words, &length) != 1)
        g_error ("“%s” is not taken for a broken address", line);
      sarap_command_line_hide_passwords (words);
      assert_hidden (words, line);
      g_assert_cmpstr (words[g_strv_length (words) - 1], ==, "due");
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_auto (GStrv) words = g_strsplit (whole[i], " ", -1);

      g_assert_cmpuint (sarap_command_line_find_broken (words, &length), ==, 0);
    }
}

/* What is not said is filled in, what is said is left */
static void
test_defaults (void)
{
  g_autoptr (SarapName) plain = sarap_name_parse ("postgresql://h/d", NULL);
  g_autoptr (SarapName) given = sarap_name_parse ("postgresql://h/d?connect_timeout=9", NULL);
  g_autofree char *with_password = sarap_name_conninfo (plain, "it's \\");

  g_assert_nonnull (strstr (plain->conninfo, "connect_timeout='4'"));
  g_assert_nonnull (strstr (plain->conninfo, "target_session_attrs='read-write'"));
  g_assert_nonnull (strstr (plain->conninfo, "application_name='sarap'"));
  g_assert_nonnull (strstr (plain->conninfo, "client_encoding='UTF8'"));
  g_assert_nonnull (strstr (plain->conninfo, "keepalives_idle="));
  g_assert_nonnull (strstr (plain->conninfo, "-c jit=off "));
  g_assert_nonnull (strstr (given->conninfo, "connect_timeout='9'"));
  g_assert_null (strstr (given->conninfo, "connect_timeout='4'"));
  g_assert_true (g_str_has_suffix (with_password, " password='it\\'s \\\\'"));
}

/* No message has a raw address in it */
static void
test_place (void)
{
  static const char *const places[][2] = {
    { "sqlite:/data/staff.sqlite", "/data/staff.sqlite" },
    { "postgresql://aigul@db.example.kz:5433/customs?sslmode=require",
      "db.example.kz:5433/customs" },
    { "postgresql://one,two/customs", "one,two/customs" },
    { "postgresql:///customs", "localhost/customs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapName) name = sarap_name_parse (places[i][0], &error);
      g_autofree char *place = NULL;

      g_assert_no_error (error);
      place = sarap_name_dup_place (name);
      g_assert_cmpstr (place, ==, places[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/understood", test_understood);
  g_test_add_func ("/name/refused", test_refused);
  g_test_add_func ("/name/again", test_again);
  g_test_add_func ("/name/secret", test_secret);
  g_test_add_func ("/name/broken", test_broken);
  g_test_add_func ("/name/next", test_next);
  g_test_add_func ("/name/hidden", test_hidden);
  g_test_add_func ("/name/defaults", test_defaults);
  g_test_add_func ("/name/place", test_place);
  return g_test_run ();
}
