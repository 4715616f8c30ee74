#include "store/sarap-query.h"

#include <string.h>

static void
clear_value (gpointer value)
{
  g_free (((SarapQueryValue *) value)->text);
}

SarapQuery *
sarap_query_new (const char *sql)
{
  SarapQuery *self = g_new0 (SarapQuery, 1);

  self->sql = g_strdup (sql);
  self->values = g_array_new (FALSE, TRUE, sizeof (SarapQueryValue));
  g_array_set_clear_func (self->values, clear_value);
  return self;
}

void
sarap_query_free (SarapQuery *self)
{
  if (!self)
    return;
  g_array_unref (self->values);
  g_free (self->sql);
  g_free (self);
}

const SarapQueryValue *
sarap_query_find (SarapQuery *self, const char *name)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const SarapQueryValue *value = &g_array_index (self->values, SarapQueryValue, i);

      if (strcmp (value->name, name) == 0)
        return value;
    }
  return NULL;
}

/* The value of that name, cleared: a query may get new values and run again */
static SarapQueryValue *
value_take (SarapQuery *self, const char *name, char kind)
{
  SarapQueryValue *value = (SarapQueryValue *) sarap_query_find (self, name);

  if (!value)
    {
      g_array_set_size (self->values, self->values->len + 1);
      value = &g_array_index (self->values, SarapQueryValue, self->values->len - 1);
      value->name = g_intern_string (name);
    }
  g_clear_pointer (&value->text, g_free);
  value->kind = kind;
  return value;
}

void
sarap_query_text (SarapQuery *self, const char *name, const char *value)
{
  value_take (self, name, value ? 't' : 0)->text = g_strdup (value);
}

void
sarap_query_integer (SarapQuery *self, const char *name, gint64 value)
{
  value_take (self, name, 'i')->integer = value;
}

void
sarap_query_date (SarapQuery *self, const char *name, SarapDate value)
{
  char text[SARAP_DATE_TEXT];
  gboolean given = value != SARAP_DATE_NONE;

  value_take (self, name, given ? 'd' : 0)->text =
      given ? g_strdup (sarap_date_to_text (value, text)) : NULL;
}
