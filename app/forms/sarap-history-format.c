#include "forms/sarap-history-format.h"

#include "forms/sarap-record-format.h"
#include "forms/sarap-record-screen.h"
#include "store/sarap-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Kinds without a form on screen that belong to an officer */
static const struct
{
  const char *record, *action, *said;
} actions[] = {
  { "account", "add", N_ ("Account added") },
  { "account", "change", N_ ("Account changed") },
  { "account", "remove", N_ ("Account removed") },
  { "account", "password", N_ ("Password of the account set") },
};

char *
sarap_history_say_action (const SarapHistoryLine *line)
{
  const SarapRecordType *type = sarap_record_type_find (line->record);

  if (type != NULL && g_str_equal (line->action, "add"))
    return g_strdup (sarap_record_say_change (type, SARAP_CHANGE_ADD));
  if (type != NULL && g_str_equal (line->action, "change"))
    return g_strdup (sarap_record_say_change (type, SARAP_CHANGE_CHANGE));
  if (type != NULL && g_str_equal (line->action, "remove"))
    return g_strdup (sarap_record_say_change (type, SARAP_CHANGE_REMOVE));
  if (g_str_equal (line->action, "import"))
    return g_strdup (_ ("Imported from a folder"));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].record, line->record) &&
        g_str_equal (actions[i].action, line->action))
      return g_strdup (_ (actions[i].said));
  return g_strdup_printf ("%s: %s", line->action, type != NULL ? _ (type->label) : line->record);
}

char *
sarap_history_say_moment (const SarapHistoryLine *line)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (line->moment, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *date = NULL;

  if (local == NULL)
    return g_strdup (line->moment);
  date = sarap_format_date (sarap_date_new (g_date_time_get_year (local),
                                            g_date_time_get_month (local),
                                            g_date_time_get_day_of_month (local)));
  /* TRANSLATORS: a date, and the hours and minutes of a time */
  return g_strdup_printf (_ ("%1$s, %2$02d:%3$02d"), date, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

char *
sarap_history_say_actor (const SarapHistoryLine *line, const SarapBodies *bodies)
{
  const char *acting = g_strrstr (line->actor, " (hr");
  g_autofree char *login = NULL;
  g_autofree char *code = NULL;

  if (acting == NULL || !g_str_has_suffix (acting, ")"))
    return g_strdup (line->actor);
  login = g_strndup (line->actor, acting - line->actor);
  if (g_str_equal (acting, " (hr)"))
    return g_strdup_printf ("%s · %s", login, _ ("HR service"));
  code = g_strndup (acting + strlen (" (hr:"), strlen (acting) - strlen (" (hr:)"));
  return g_strdup_printf ("%s · %s · %s", login, _ ("HR service"),
                          bodies != NULL ? sarap_bodies_name_body (bodies, code) : code);
}

/* The form of a value in the database; a line edited by hand may contain anything */
static gboolean
is_pair (JsonObject *detail, const char *field)
{
  JsonNode *node = json_object_get_member (detail, field);
  JsonArray *pair;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  pair = json_node_get_array (node);
  if (json_array_get_length (pair) != 2)
    return FALSE;
  for (guint side = 0; side < 2; side++)
    {
      JsonNode *value = json_array_get_element (pair, side);

      if (!JSON_NODE_HOLDS_NULL (value) && json_node_get_value_type (value) != G_TYPE_STRING)
        return FALSE;
    }
  return TRUE;
}

/* (nullable): one of the two texts of a pair */
static const char *
text_of_side (JsonObject *detail, const char *field, guint side)
{
  JsonArray *pair = json_object_get_array_member (detail, field);

  return json_array_get_null_element (pair, side) ? NULL
                                                  : json_array_get_string_element (pair, side);
}

/* One of the two values of a field; the name of a unit may need the body */
static char *
say_side (const SarapRecordType *type,
          guint field,
          JsonObject *detail,
          guint side,
          const SarapBodies *bodies)
{
  const char *value = text_of_side (detail, type->fields[field].name, side);
  const char *body = is_pair (detail, "body") ? text_of_side (detail, "body", side) : NULL;

  return value != NULL ? sarap_record_say_value (type, field, value, body, bodies) : g_strdup ("");
}

static void
say_field (const SarapRecordType *type,
           guint field,
           JsonObject *detail,
           const SarapBodies *bodies,
           gboolean removed,
           GString *text)
{
  g_autofree char *before = say_side (type, field, detail, 0, bodies);
  g_autofree char *after = say_side (type, field, detail, 1, bodies);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (*before == '\0' || removed)
    g_string_append_printf (text, "%s: %s", _ (type->fields[field].label),
                            removed ? before : after);
  else
    g_string_append_printf (text, "%s: %s → %s", _ (type->fields[field].label), before,
                            *after != '\0' ? after : "—");
}

/* "Customs Department, No. 2" of "ALM/2"; a code may have a stroke, and a number none */
static char *
say_commission (const char *commission, const SarapBodies *bodies)
{
  const char *number = strrchr (commission, '/');
  g_autofree char *body = NULL;

  if (number == NULL)
    return g_strdup (commission);
  body = g_strndup (commission, number - commission);
  /* TRANSLATORS: a body, and the number of one of its commissions */
  return g_strdup_printf (_ ("%1$s, No. %2$s"), sarap_bodies_name_body (bodies, body), number + 1);
}

/* Which commission a member is of: a line has its body and number as one text */
static void
say_member_of (const SarapHistoryLine *line,
               JsonObject *detail,
               const SarapBodies *bodies,
               GString *text)
{
  const char *before = NULL, *after = line->commission;
  g_autofree char *was = NULL, *is = NULL;

  if (is_pair (detail, "commission"))
    {
      before = text_of_side (detail, "commission", 0);
      after = text_of_side (detail, "commission", 1);
    }
  was = before != NULL ? say_commission (before, bodies) : NULL;
  is = after != NULL ? say_commission (after, bodies) : NULL;
  if (was != NULL && is != NULL)
    g_string_append_printf (text, "%s: %s → %s", _ (sarap_commission_type.label), was, is);
  else if (was != NULL || is != NULL)
    g_string_append_printf (text, "%s: %s", _ (sarap_commission_type.label),
                            was != NULL ? was : is);
}

/* What was kept after a question, as far as the line itself has it */
static void
say_kept (const SarapRecordType *type, JsonObject *detail, GString *text)
{
  g_autofree const char **values = g_new0 (const char *, type->n_fields);
  g_autoptr (GPtrArray) warnings = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    if (is_pair (detail, type->fields[i].name))
      values[i] = text_of_side (detail, type->fields[i].name, 1);
  warnings = sarap_record_type_warnings (type, values);
  for (guint i = 0; i < warnings->len; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* TRANSLATORS: a sentence about what was looked at again and saved */
      g_string_append_printf (text, _ ("Saved all the same: %s"),
                              ((SarapFault *) warnings->pdata[i])->message);
    }
}

char *
sarap_history_say_detail (const SarapHistoryLine *line, const SarapBodies *bodies)
{
  const SarapRecordType *type = sarap_record_type_find (line->record);
  g_autoptr (JsonNode) root =
      sarap_json_is_bounded (line->detail) ? json_from_string (line->detail, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (type == NULL || root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return g_strdup ("");
  if (type == &sarap_commission_member_type)
    say_member_of (line, json_node_get_object (root), bodies, text);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].refers != &sarap_officer_type &&
        is_pair (json_node_get_object (root), type->fields[i].name))
      say_field (type, i, json_node_get_object (root), bodies, g_str_equal (line->action, "remove"),
                 text);
  if (!g_str_equal (line->action, "remove"))
    say_kept (type, json_node_get_object (root), text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
