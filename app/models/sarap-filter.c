#include "models/sarap-filter.h"

#include <string.h>

static const char *const key_names[SARAP_FILTER_KEYS] = { "body", "unit", "commission" };
static const char *const span_names[SARAP_FILTER_SPANS] = { "deadline", "opens", "deferral" };
static const char *const span_words[] = {
  "", "overdue", "this-month", "thirty-days", "three-months", "six-months", NULL
};
/* By their bits */
static const char *const check_words[SARAP_FILTER_CHECKS] = { "implausible", "open-deferral" };

#define THIRTY_DAYS 30

SarapFilter *
sarap_filter_new (void)
{
  SarapFilter *self = g_rc_box_new0 (SarapFilter);

  self->text = g_strdup ("");
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    self->keys[i] = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sarap_filter_assign (SarapFilter *self, const SarapFilter *other)
{
  sarap_filter_set_text (self, other->text);
  self->statuses = other->statuses;
  self->checks = other->checks;
  memcpy (self->spans, other->spans, sizeof self->spans);
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    {
      g_ptr_array_set_size (self->keys[i], 0);
      for (guint j = 0; j < other->keys[i]->len; j++)
        g_ptr_array_add (self->keys[i], g_strdup (other->keys[i]->pdata[j]));
    }
}

SarapFilter *
sarap_filter_ref (SarapFilter *self)
{
  return g_rc_box_acquire (self);
}

static void
filter_clear (gpointer data)
{
  SarapFilter *self = data;

  g_free (self->text);
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    g_ptr_array_unref (self->keys[i]);
}

void
sarap_filter_unref (SarapFilter *self)
{
  g_rc_box_release_full (self, filter_clear);
}

static void
parse_statuses (SarapFilter *self, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int status = sarap_code_find (sarap_statuses, words[i], -1);

      if (status > 0)
        sarap_filter_set_status (self, status, TRUE);
    }
}

static void
parse_checks (SarapFilter *self, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; i < SARAP_FILTER_CHECKS; i++)
    if (g_strv_contains ((const char *const *) words, check_words[i]))
      self->checks |= 1u << i;
}

static void
parse_keys (SarapFilter *self, SarapFilterKeysOf of, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      sarap_filter_set_key (self, of, words[i], TRUE);
}

static void
parse_span (SarapFilterSpan *span, const char *value)
{
  const char *dots = strstr (value, "..");

  for (guint i = SARAP_FILTER_PAST; span_words[i] != NULL; i++)
    if (g_str_equal (span_words[i], value))
      span->kind = i;
  if (dots == NULL)
    return;
  span->kind = SARAP_FILTER_RANGE;
  if (!sarap_date_parse (value, dots - value, &span->from))
    span->from = SARAP_DATE_NONE;
  if (!sarap_date_parse (dots + 2, -1, &span->until))
    span->until = SARAP_DATE_NONE;
}

SarapFilter *
sarap_filter_parse (const char *query)
{
  SarapFilter *self = sarap_filter_new ();
  g_autoptr (GHashTable) values = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL);
  const char *value;

  if (values == NULL)
    return self;
  if ((value = g_hash_table_lookup (values, "text")) != NULL)
    sarap_filter_set_text (self, value);
  if ((value = g_hash_table_lookup (values, "status")) != NULL)
    parse_statuses (self, value);
  if ((value = g_hash_table_lookup (values, "check")) != NULL)
    parse_checks (self, value);
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    if ((value = g_hash_table_lookup (values, key_names[i])) != NULL)
      parse_keys (self, i, value);
  for (guint i = 0; i < SARAP_FILTER_SPANS; i++)
    if ((value = g_hash_table_lookup (values, span_names[i])) != NULL)
      parse_span (&self->spans[i], value);
  return self;
}

static void
write_name (GString *query, const char *name)
{
  g_string_append_printf (query, "%s%s=", query->len > 0 ? "&" : "", name);
}

static void
write_statuses (GString *query, guint statuses)
{
  const char *comma = "";

  if (statuses == 0)
    return;
  write_name (query, "status");
  for (guint i = 1; sarap_statuses[i].code != NULL; i++)
    if (statuses & (1u << i))
      {
        g_string_append_printf (query, "%s%s", comma, sarap_statuses[i].code);
        comma = ",";
      }
}

static void
write_checks (GString *query, guint checks)
{
  const char *comma = "";

  if (checks == 0)
    return;
  write_name (query, "check");
  for (guint i = 0; i < SARAP_FILTER_CHECKS; i++)
    if (checks & (1u << i))
      {
        g_string_append_printf (query, "%s%s", comma, check_words[i]);
        comma = ",";
      }
}

static void
write_keys (GString *query, const char *name, GPtrArray *keys)
{
  if (keys->len == 0)
    return;
  write_name (query, name);
  for (guint i = 0; i < keys->len; i++)
    {
      if (i > 0)
        g_string_append_c (query, ',');
      g_string_append_uri_escaped (query, keys->pdata[i], "/", TRUE);
    }
}

static void
write_span (GString *query, const char *name, const SarapFilterSpan *span)
{
  char from[SARAP_DATE_TEXT] = "", until[SARAP_DATE_TEXT] = "";

  if (span->kind == SARAP_FILTER_ANY)
    return;
  write_name (query, name);
  if (span->kind != SARAP_FILTER_RANGE)
    {
      g_string_append (query, span_words[span->kind]);
      return;
    }
  sarap_date_to_text (span->from, from);
  sarap_date_to_text (span->until, until);
  g_string_append_printf (query, "%s..%s", from, until);
}

char *
sarap_filter_write (const SarapFilter *self)
{
  GString *query = g_string_new (NULL);

  if (*self->text != '\0')
    {
      write_name (query, "text");
      g_string_append_uri_escaped (query, self->text, NULL, TRUE);
    }
  write_statuses (query, self->statuses);
  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    write_keys (query, key_names[i], self->keys[i]);
  for (guint i = 0; i < SARAP_FILTER_SPANS; i++)
    write_span (query, span_names[i], &self->spans[i]);
  write_checks (query, self->checks);
  return g_string_free (query, FALSE);
}

gboolean
sarap_filter_has_chips (const SarapFilter *self)
{
  gboolean any = self->statuses != 0 || self->checks != 0;

  for (guint i = 0; i < SARAP_FILTER_KEYS; i++)
    any = any || self->keys[i]->len > 0;
  for (guint i = 0; i < SARAP_FILTER_SPANS; i++)
    any = any || self->spans[i].kind != SARAP_FILTER_ANY;
  return any;
}

gboolean
sarap_filter_is_empty (const SarapFilter *self)
{
  return *self->text == '\0' && !sarap_filter_has_chips (self);
}

void
sarap_filter_set_text (SarapFilter *self, const char *text)
{
  char *copy = g_strdup (text);

  g_free (self->text);
  self->text = copy;
}

void
sarap_filter_set_status (SarapFilter *self, SarapStatus status, gboolean shown)
{
  if (shown)
    self->statuses |= 1u << status;
  else
    self->statuses &= ~(1u << status);
}

/* Finds the index of a key, or the index to insert it at */
static gboolean
find_key (GPtrArray *keys, const char *key, guint *index)
{
  for (*index = 0; *index < keys->len; (*index)++)
    {
      int order = strcmp (keys->pdata[*index], key);

      if (order >= 0)
        return order == 0;
    }
  return FALSE;
}

gboolean
sarap_filter_has_key (const SarapFilter *self, SarapFilterKeysOf of, const char *key)
{
  guint index;

  return find_key (self->keys[of], key, &index);
}

void
sarap_filter_set_key (SarapFilter *self, SarapFilterKeysOf of, const char *key, gboolean shown)
{
  guint index;
  gboolean there = find_key (self->keys[of], key, &index);

  if (shown && !there)
    g_ptr_array_insert (self->keys[of], index, g_strdup (key));
  else if (!shown && there)
    g_ptr_array_remove_index (self->keys[of], index);
}

void
sarap_filter_span_days (const SarapFilterSpan *span,
                        SarapDate today,
                        SarapDate *from,
                        SarapDate *until)
{
  int year, month, day;

  sarap_date_split (today, &year, &month, &day);
  *from = today;
  *until = SARAP_DATE_FAR;
  switch (span->kind)
    {
    case SARAP_FILTER_ANY:
      *from = SARAP_DATE_NONE;
      break;
    case SARAP_FILTER_PAST:
      *from = SARAP_DATE_NONE;
      *until = today - 1;
      break;
    case SARAP_FILTER_THIS_MONTH:
      *from = today - day + 1;
      *until = sarap_date_add_months (*from, 1) - 1;
      break;
    case SARAP_FILTER_THIRTY_DAYS:
      *until = today + THIRTY_DAYS;
      break;
    case SARAP_FILTER_THREE_MONTHS:
      *until = sarap_date_add_months (today, 3);
      break;
    case SARAP_FILTER_SIX_MONTHS:
      *until = sarap_date_add_months (today, 6);
      break;
    case SARAP_FILTER_RANGE:
      *from = span->from;
      *until = sarap_date_or_far (span->until);
      break;
    }
}
