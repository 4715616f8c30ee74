#include "shell/sarap-registry.h"

struct _SarapRegistry
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *pages;
  GPtrArray *tools;
  GPtrArray *todays;
  GPtrArray *searches;

  SarapDemoFunc demo;
};

G_DEFINE_FINAL_TYPE (SarapRegistry, sarap_registry, G_TYPE_OBJECT)

static void
sarap_registry_finalize (GObject *object)
{
  SarapRegistry *self = SARAP_REGISTRY (object);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->tools);
  g_ptr_array_unref (self->todays);
  g_ptr_array_unref (self->searches);
  G_OBJECT_CLASS (sarap_registry_parent_class)->finalize (object);
}

static void
sarap_registry_class_init (SarapRegistryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_registry_finalize;
}

static void
sarap_registry_init (SarapRegistry *self)
{
  self->pages = g_ptr_array_new ();
  self->tools = g_ptr_array_new ();
  self->todays = g_ptr_array_new ();
  self->searches = g_ptr_array_new ();
}

gboolean
sarap_page_entry_is_for (const SarapPageEntry *entry, const SarapIdentity *identity)
{
  return entry->may_use == NULL || identity == NULL || entry->may_use (identity);
}

SarapRegistry *
sarap_registry_new (void)
{
  return g_object_new (SARAP_TYPE_REGISTRY, NULL);
}

void
sarap_registry_add_page (SarapRegistry *self, const SarapPageEntry *entry)
{
  g_ptr_array_add (self->pages, (gpointer) entry);
}

void
sarap_registry_add_tool (SarapRegistry *self, const SarapToolEntry *entry)
{
  g_ptr_array_add (self->tools, (gpointer) entry);
}

void
sarap_registry_add_today (SarapRegistry *self, SarapTodayFunc func)
{
  g_ptr_array_add (self->todays, func);
}

void
sarap_registry_add_search (SarapRegistry *self, SarapSearchFunc func)
{
  g_ptr_array_add (self->searches, func);
}

void
sarap_registry_set_demo (SarapRegistry *self, SarapDemoFunc func)
{
  self->demo = func;
}

GPtrArray *
sarap_registry_get_pages (SarapRegistry *self)
{
  return self->pages;
}

GPtrArray *
sarap_registry_get_tools (SarapRegistry *self)
{
  return self->tools;
}

GPtrArray *
sarap_registry_get_todays (SarapRegistry *self)
{
  return self->todays;
}

GPtrArray *
sarap_registry_get_searches (SarapRegistry *self)
{
  return self->searches;
}

SarapDemoFunc
sarap_registry_get_demo (SarapRegistry *self)
{
  return self->demo;
}

GListModel *
sarap_search_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
