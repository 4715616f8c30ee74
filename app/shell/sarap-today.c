#include "shell/sarap-today.h"

static void
line_free (gpointer data)
{
  SarapTodayLine *line = data;

  g_free (line->title);
  g_free (line->place);
  g_free (line->path);
  g_free (line);
}

static void
group_free (gpointer data)
{
  SarapTodayGroup *group = data;

  g_free (group->title);
  g_free (group->text);
  g_free (group->path);
  g_ptr_array_unref (group->lines);
  g_free (group);
}

SarapToday *
sarap_today_new (SarapDate today)
{
  SarapToday *self = g_new0 (SarapToday, 1);

  self->today = today;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
sarap_today_free (SarapToday *self)
{
  sarap_today_set_reading (self, NULL, NULL);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

void
sarap_today_set_reading (SarapToday *self, gpointer reading, GDestroyNotify reading_free)
{
  if (self->reading != NULL)
    self->reading_free (self->reading);
  self->reading = reading;
  self->reading_free = reading_free;
}

SarapTodayGroup *
sarap_today_add_group (SarapToday *self, const char *icon_name, const char *title, const char *text)
{
  SarapTodayGroup *group = g_new0 (SarapTodayGroup, 1);

  group->icon_name = icon_name;
  group->title = g_strdup (title);
  group->text = g_strdup (text);
  group->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (self->groups, group);
  return group;
}

SarapTodayLine *
sarap_today_group_add (SarapTodayGroup *group, SarapDate date)
{
  SarapTodayLine *line = g_new0 (SarapTodayLine, 1);

  line->date = date;
  g_ptr_array_add (group->lines, line);
  return line;
}

guint
sarap_today_count (const SarapToday *self)
{
  guint count = 0;

  for (guint i = 0; i < self->groups->len; i++)
    count += ((SarapTodayGroup *) self->groups->pdata[i])->total;
  return count;
}

char *
sarap_today_list_path (const SarapIdentity *identity, const char *query)
{
  g_autofree char *body = g_uri_escape_string (identity->body_code, NULL, TRUE);

  if (identity->central || identity->body_id == 0)
    return g_strdup_printf ("officers?%s&sort=deadline", query);
  return g_strdup_printf ("officers?%s&body=%s&sort=deadline", query, body);
}
