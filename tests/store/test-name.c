/* Names of databases */
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
    "sqlite:\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sarap_name_parse (names[i], &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME);
    }
}

/* What is not said is filled in, what is said is left */
static void
test_defaults (void)
{
  g_autoptr (SarapName) plain = sarap_name_parse ("postgresql://h/d", NULL);
  g_autoptr (SarapName) given = sarap_name_parse ("postgresql://h/d?connect_timeout=9", NULL);
  g_autofree char *with_password = sarap_name_conninfo (plain, "it's \\");

  g_assert_nonnull (strstr (plain->conninfo, "connect_timeout='5'"));
  g_assert_nonnull (strstr (plain->conninfo, "target_session_attrs='read-write'"));
  g_assert_nonnull (strstr (plain->conninfo, "application_name='sarap'"));
  g_assert_nonnull (strstr (plain->conninfo, "client_encoding='UTF8'"));
  g_assert_nonnull (strstr (plain->conninfo, "keepalives_idle="));
  g_assert_nonnull (strstr (plain->conninfo, "-c jit=off "));
  g_assert_nonnull (strstr (given->conninfo, "connect_timeout='9'"));
  g_assert_null (strstr (given->conninfo, "connect_timeout='5'"));
  g_assert_true (g_str_has_suffix (with_password, " password='it\\'s \\\\'"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/understood", test_understood);
  g_test_add_func ("/name/refused", test_refused);
  g_test_add_func ("/name/defaults", test_defaults);
  return g_test_run ();
}
