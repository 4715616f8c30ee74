#include "rules/sarap-holidays.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SATURDAY 6

/* A line of the file */
typedef struct
{
  int key; /* fixed: month × 100 + day; dated: the date */
  gboolean working;
  char *name_kk;
  char *name_ru;
} Day;

struct _SarapHolidays
{
  GArray *fixed; /* Day, by key */
  GArray *dated; /* Day, by key */
};

G_DEFINE_QUARK (sarap - holidays - error, sarap_holidays_error)

static void
clear_day (gpointer data)
{
  Day *day = data;

  g_free (day->name_kk);
  g_free (day->name_ru);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Day *first = a, *second = b;

  return (first->key > second->key) - (first->key < second->key);
}

static GArray *
new_days (void)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (Day));

  g_array_set_clear_func (days, clear_day);
  return days;
}

static const Day *
day_lookup (GArray *days, int key)
{
  Day wanted = { .key = key };
  guint index;

  if (!g_array_binary_search (days, &wanted, compare_days, &index))
    return NULL;
  return &g_array_index (days, Day, index);
}

static const Day *
find_day (const SarapHolidays *holidays, SarapDate date)
{
  const Day *day;
  int month, day_of_month;

  if (holidays == NULL || date == SARAP_DATE_NONE)
    return NULL;
  /* a line for this very date overrides one for every year */
  if ((day = day_lookup (holidays->dated, date)) != NULL)
    return day;
  sarap_date_split (date, NULL, &month, &day_of_month);
  return day_lookup (holidays->fixed, month * 100 + day_of_month);
}

/* Reads MM-DD, as a day of a leap year. Only a dated line can be a working day. */
static gboolean
read_fixed (const char *word, gsize length, int *key)
{
  char text[SARAP_DATE_TEXT];
  SarapDate date;
  int month, day;

  if (length != strlen ("MM-DD"))
    return FALSE;
  g_snprintf (text, sizeof text, "2000-%.5s", word);
  if (!sarap_date_parse (text, -1, &date))
    return FALSE;
  sarap_date_split (date, NULL, &month, &day);
  *key = month * 100 + day;
  return TRUE;
}

static gboolean
read_names (const char *text, guint number, Day *day, GError **error)
{
  const char *bar = strchr (text, '|');

  day->name_kk =
      g_strstrip (bar != NULL ? g_strndup (text, (gsize) (bar - text)) : g_strdup (text));
  day->name_ru = bar != NULL ? g_strstrip (g_strdup (bar + 1)) : g_strdup (day->name_kk);
  if (day->name_kk[0] == '\0' || day->name_ru[0] == '\0')
    {
      g_set_error (
          error, SARAP_HOLIDAYS_ERROR, SARAP_HOLIDAYS_ERROR_NAME,
          _ ("Line %u of the holidays: the day has no name. Write the Kazakh name, “|” and "
             "the Russian name after it."),
          number);
      clear_day (day);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_day (GArray *days, Day *day, guint number, GError **error)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, Day, i).key == day->key)
      {
        g_set_error (error, SARAP_HOLIDAYS_ERROR, SARAP_HOLIDAYS_ERROR_TWICE,
                     _ ("Line %u of the holidays: this day stands in an earlier line too. Keep one "
                        "of the two."),
                     number);
        clear_day (day);
        return FALSE;
      }
  g_array_append_val (days, *day);
  return TRUE;
}

static gboolean
read_line (SarapHolidays *holidays, const char *line, guint number, GError **error)
{
  Day day = { .working = line[0] == '+' };
  const char *word = day.working ? line + 1 : line;
  gsize length = strcspn (word, " \t");
  gboolean dated = sarap_date_parse (word, (gssize) length, &day.key);

  if (!dated && (day.working || !read_fixed (word, length, &day.key)))
    {
      g_set_error (error, SARAP_HOLIDAYS_ERROR, SARAP_HOLIDAYS_ERROR_DAY,
                   _ ("Line %u of the holidays: “%.*s” is not a day. Write MM-DD for every year, "
                      "YYYY-MM-DD for one year, or +YYYY-MM-DD for a day that is worked."),
                   number, (int) strcspn (line, " \t"), line);
      return FALSE;
    }
  return read_names (word + length, number, &day, error) &&
         add_day (dated ? holidays->dated : holidays->fixed, &day, number, error);
}

SarapHolidays *
sarap_holidays_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (SarapHolidays) holidays = g_new0 (SarapHolidays, 1);
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  holidays->fixed = new_days ();
  holidays->dated = new_days ();
  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error_literal (error, SARAP_HOLIDAYS_ERROR, SARAP_HOLIDAYS_ERROR_ENCODING,
                           _ ("The holidays are not text in UTF-8. Save the file as UTF-8."));
      return NULL;
    }
  copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  lines = g_strsplit (g_str_has_prefix (copy, "\xef\xbb\xbf") ? copy + 3 : copy, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (line[0] != '\0' && line[0] != '#' && !read_line (holidays, line, i + 1, error))
        return NULL;
    }
  g_array_sort (holidays->fixed, compare_days);
  g_array_sort (holidays->dated, compare_days);
  return g_steal_pointer (&holidays);
}

void
sarap_holidays_free (SarapHolidays *holidays)
{
  g_array_unref (holidays->fixed);
  g_array_unref (holidays->dated);
  g_free (holidays);
}

const char *
sarap_holidays_name (const SarapHolidays *holidays, SarapDate day, const char *language)
{
  const Day *found = find_day (holidays, day);

  if (found == NULL)
    return NULL;
  return g_strcmp0 (language, "ru") == 0 ? found->name_ru : found->name_kk;
}

gboolean
sarap_rules_is_working_day (const SarapHolidays *holidays, SarapDate day)
{
  const Day *found = find_day (holidays, day);

  if (day == SARAP_DATE_NONE)
    return FALSE;
  return found != NULL ? found->working : sarap_date_weekday (day) < SATURDAY;
}
