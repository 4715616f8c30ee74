#include "shell/sarap-settings.h"

#include "sarap-config.h"
#include "base/sarap-paths.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autofree char *compiled = NULL;
  g_autofree char *folder = NULL;
  GSettingsSchema *schema = NULL;

  compiled =
      sarap_paths_find ("data/gschemas.compiled", "share/glib-2.0/schemas/gschemas.compiled");
  if (compiled != NULL)
    {
      folder = g_path_get_dirname (compiled);
      own = g_settings_schema_source_new_from_directory (folder, installed, TRUE, NULL);
    }
  if (own != NULL)
    schema = g_settings_schema_source_lookup (own, SARAP_APPLICATION_ID, TRUE);
  else if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SARAP_APPLICATION_ID, TRUE);
  if (schema == NULL)
    g_error ("The settings of Sarap are not installed: run the program from its build folder, or "
             "install it with “meson install”.");
  return schema;
}

GSettings *
sarap_settings_get (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

char *
sarap_settings_get_acting (const char *database)
{
  g_autoptr (GVariant) all = g_settings_get_value (sarap_settings_get (), "acting");
  char *acting = NULL;

  return g_variant_lookup (all, database, "s", &acting) ? acting : g_strdup ("hr");
}

void
sarap_settings_set_acting (const char *database, const char *acting)
{
  g_autoptr (GVariant) all = g_settings_get_value (sarap_settings_get (), "acting");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  const char *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, database))
      g_variant_builder_add (&builder, "{ss}", key, value);
  g_variant_builder_add (&builder, "{ss}", database, acting);
  g_settings_set_value (sarap_settings_get (), "acting", g_variant_builder_end (&builder));
}
