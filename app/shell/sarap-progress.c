#include "shell/sarap-progress.h"

enum
{
  PROP_TITLE = 1,
  PROP_TEXT,
  PROP_FRACTION,
  N_PROPS
};

struct _SarapProgress
{
  GObject parent_instance;

  /* Owned */
  GCancellable *cancellable;
  char *title;
  char *text;
  double fraction;

  /* Owned, guarded by the lock: the last report that has not been shown yet */
  GMutex lock;
  char *reported_text;
  double reported_fraction;
  gboolean reported;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SarapProgress, sarap_progress, G_TYPE_OBJECT)

static gboolean
on_reported (gpointer data)
{
  SarapProgress *self = data;

  g_mutex_lock (&self->lock);
  self->fraction = self->reported_fraction;
  if (self->reported_text != NULL)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&self->reported_text);
    }
  self->reported = FALSE;
  g_mutex_unlock (&self->lock);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
  return G_SOURCE_REMOVE;
}

static void
sarap_progress_finalize (GObject *object)
{
  SarapProgress *self = SARAP_PROGRESS (object);

  g_object_unref (self->cancellable);
  g_free (self->title);
  g_free (self->text);
  g_free (self->reported_text);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (sarap_progress_parent_class)->finalize (object);
}

static void
sarap_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SarapProgress *self = SARAP_PROGRESS (object);

  if (id == PROP_FRACTION)
    g_value_set_double (value, self->fraction);
  else
    g_value_set_string (value, id == PROP_TITLE ? self->title : self->text);
}

static void
sarap_progress_class_init (SarapProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sarap_progress_finalize;
  object_class->get_property = sarap_progress_get_property;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sarap_progress_init (SarapProgress *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
}

SarapProgress *
sarap_progress_new (const char *title)
{
  SarapProgress *self = g_object_new (SARAP_TYPE_PROGRESS, NULL);

  self->title = g_strdup (title);
  return self;
}

void
sarap_progress_report (SarapProgress *self, double fraction, const char *text)
{
  gboolean first;

  g_mutex_lock (&self->lock);
  self->reported_fraction = CLAMP (fraction, -1, 1);
  if (text != NULL)
    {
      g_free (self->reported_text);
      self->reported_text = g_strdup (text);
    }
  first = !self->reported;
  self->reported = TRUE;
  g_mutex_unlock (&self->lock);

  if (first)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_reported, g_object_ref (self), g_object_unref);
}

GCancellable *
sarap_progress_get_cancellable (SarapProgress *self)
{
  return self->cancellable;
}

double
sarap_progress_get_fraction (SarapProgress *self)
{
  return self->fraction;
}

const char *
sarap_progress_get_text (SarapProgress *self)
{
  return self->text;
}

const char *
sarap_progress_get_title (SarapProgress *self)
{
  return self->title;
}
