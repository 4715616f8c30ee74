#include "officers/sarap-officer-file.h"

#include <glib/gi18n-lib.h>

struct _SarapOfficerFile
{
  AdwBin parent_instance;

  gint64 officer_id;
};

enum
{
  PROP_TITLE = 1,
  PROP_UNSAVED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SarapOfficerFile, sarap_officer_file, ADW_TYPE_BIN)

static void
sarap_officer_file_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SarapOfficerFile *self = SARAP_OFFICER_FILE (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, sarap_officer_file_get_title (self));
  else
    g_value_set_boolean (value, sarap_officer_file_get_unsaved (self));
}

static void
sarap_officer_file_class_init (SarapOfficerFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sarap_officer_file_get_property;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
  g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
sarap_officer_file_init (SarapOfficerFile *self)
{
  adw_bin_set_child (ADW_BIN (self), adw_status_page_new ());
}

GtkWidget *
sarap_officer_file_new (SarapPage *page)
{
  return g_object_new (SARAP_TYPE_OFFICER_FILE, NULL);
}

void
sarap_officer_file_open (SarapOfficerFile *self, gint64 officer_id)
{
  self->officer_id = officer_id;
}

gint64
sarap_officer_file_get_officer_id (SarapOfficerFile *self)
{
  return self->officer_id;
}

const char *
sarap_officer_file_get_title (SarapOfficerFile *self)
{
  return _ ("Officer");
}

gboolean
sarap_officer_file_get_unsaved (SarapOfficerFile *self)
{
  return FALSE;
}

void
sarap_officer_file_refresh (SarapOfficerFile *self, SarapRefresh what)
{
}

void
sarap_officer_file_leave (SarapOfficerFile *self, GSourceOnceFunc leave, gpointer data)
{
  leave (data);
}
