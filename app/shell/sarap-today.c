#include "shell/sarap-today.h"

static void
line_free (gpointer data)
{
  SarapTodayLine *line = data;

  g_free (line->icon_name);
  g_free (line->title);
  g_free (line->text);
  g_free (line->path);
  g_free (line);
}

/**
 * sarap_today_new:
 * @today: the day it is
 *
 * Returns: (transfer full): a day on which there is nothing to do yet
 */
SarapToday *
sarap_today_new (SarapDate today)
{
  SarapToday *self = g_new0 (SarapToday, 1);

  self->today = today;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  return self;
}

void
sarap_today_free (SarapToday *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * sarap_today_add:
 * @self: a day
 * @icon_name: icon of the line
 * @date: by when it is to be done
 *
 * Returns: (transfer none): a new line, whose texts the caller gives it
 */
SarapTodayLine *
sarap_today_add (SarapToday *self, const char *icon_name, SarapDate date)
{
  SarapTodayLine *line = g_new0 (SarapTodayLine, 1);

  line->icon_name = g_strdup (icon_name);
  line->date = date;
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * sarap_today_urgency:
 * @self: a day
 * @line: one of its lines
 *
 * Returns: the day by which it is to be done, for ordering: what is possible since long but has no
 *   deadline is not late
 */
SarapDate
sarap_today_urgency (const SarapToday *self, const SarapTodayLine *line)
{
  SarapDate date = sarap_date_or_far (line->date);

  return line->days_matter ? date : MAX (date, self->today);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const SarapTodayLine *left = *(SarapTodayLine *const *) a;
  const SarapTodayLine *right = *(SarapTodayLine *const *) b;
  SarapDate left_date = sarap_today_urgency (data, left);
  SarapDate right_date = sarap_today_urgency (data, right);

  if (left_date != right_date)
    return left_date < right_date ? -1 : 1;
  return g_strcmp0 (left->title, right->title);
}

/**
 * sarap_today_keep:
 * @self: a day
 * @most: how many lines a person can read
 *
 * Keeps the lines that come soonest, and counts the others.
 */
void
sarap_today_keep (SarapToday *self, guint most)
{
  if (self->lines->len <= most)
    return;
  sarap_today_sort (self);
  self->more += self->lines->len - most;
  g_ptr_array_set_size (self->lines, most);
}

/**
 * sarap_today_sort:
 * @self: a day
 *
 * Puts its lines in order, the soonest first.
 */
void
sarap_today_sort (SarapToday *self)
{
  g_ptr_array_sort_with_data (self->lines, compare, self);
}
