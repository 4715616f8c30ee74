#include "shell/sarap-search-result.h"

enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_KEYS,
  PROP_ACTION,
  N_PROPS
};

struct _SarapSearchResult
{
  GObject parent_instance;

  /* Owned */
  char *texts[N_PROPS];
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SarapSearchResult, sarap_search_result, G_TYPE_OBJECT)

static void
sarap_search_result_finalize (GObject *object)
{
  SarapSearchResult *self = SARAP_SEARCH_RESULT (object);

  for (int i = 0; i < N_PROPS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (sarap_search_result_parent_class)->finalize (object);
}

static void
sarap_search_result_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, SARAP_SEARCH_RESULT (object)->texts[id]);
}

static void
sarap_search_result_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SarapSearchResult *self = SARAP_SEARCH_RESULT (object);

  g_free (self->texts[id]);
  self->texts[id] = g_value_dup_string (value);
}

static void
sarap_search_result_class_init (SarapSearchResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[] = { NULL, "icon-name", "title", "subtitle", "keys", "action" };

  object_class->finalize = sarap_search_result_finalize;
  object_class->get_property = sarap_search_result_get_property;
  object_class->set_property = sarap_search_result_set_property;
  for (int i = 1; i < N_PROPS; i++)
    props[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sarap_search_result_init (SarapSearchResult *self)
{
}

SarapSearchResult *
sarap_search_result_new (const char *icon_name,
                         const char *title,
                         const char *subtitle,
                         const char *action)
{
  return g_object_new (SARAP_TYPE_SEARCH_RESULT, "icon-name", icon_name, "title", title, "subtitle",
                       subtitle, "action", action, NULL);
}

SarapSearchResult *
sarap_search_result_new_for_path (const char *icon_name,
                                  const char *title,
                                  const char *subtitle,
                                  const char *path)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (path));
  g_autofree char *action = g_action_print_detailed_name ("win.open-path", target);

  return sarap_search_result_new (icon_name, title, subtitle, action);
}

void
sarap_search_result_set_keys (SarapSearchResult *self, const char *keys)
{
  g_object_set (self, "keys", keys, NULL);
}

const char *
sarap_search_result_get_action (SarapSearchResult *self)
{
  return self->texts[PROP_ACTION];
}

const char *
sarap_search_result_get_title (SarapSearchResult *self)
{
  return self->texts[PROP_TITLE];
}
