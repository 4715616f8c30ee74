#include "sarap-test-host.h"

#include "sarap-resources.h"
#include "sarap-test-store.h"

typedef struct
{
  SarapUndoFunc func;
  gpointer data;
  GDestroyNotify data_free;
} Step;

struct _SarapTestHost
{
  GtkApplicationWindow parent_instance;

  /* Owned */
  SarapSession *session;
  GString *said;
  GPtrArray *undos;
  GPtrArray *redos;

  guint n_said;
};

static void host_init (SarapHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SarapTestHost,
                               sarap_test_host,
                               GTK_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (SARAP_TYPE_HOST, host_init))

static void
step_free (gpointer data)
{
  Step *step = data;

  if (step->data_free != NULL)
    step->data_free (step->data);
  g_free (step);
}

static void
host_say (SarapTestHost *self, const char *text)
{
  g_string_append_printf (self->said, "%s%s", self->said->len > 0 ? "\n" : "", text);
  self->n_said++;
}

static SarapSession *
host_get_session (SarapHost *host)
{
  return SARAP_TEST_HOST (host)->session;
}

static void
host_toast (SarapHost *host, const char *text)
{
  host_say (SARAP_TEST_HOST (host), text);
}

static void
host_say_written (SarapHost *host, const char *text, const char *path)
{
  host_say (SARAP_TEST_HOST (host), text);
}

static void
host_say_done (SarapHost *host,
               SarapDone done,
               GtkWidget *where,
               const char *text,
               SarapUndoFunc undo,
               gpointer data,
               GDestroyNotify data_free)
{
  SarapTestHost *self = SARAP_TEST_HOST (host);
  Step *step = g_new (Step, 1);

  *step = (Step){ undo, data, data_free };
  g_ptr_array_add (done == SARAP_UNDONE ? self->redos : self->undos, step);
  host_say (self, text);
}

static void
host_present_error (SarapHost *host, const char *happened, const GError *error)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", happened, error->message);

  host_say (SARAP_TEST_HOST (host), text);
}

static void
host_init (SarapHostInterface *iface)
{
  iface->get_session = host_get_session;
  iface->toast = host_toast;
  iface->say_written = host_say_written;
  iface->say_done = host_say_done;
  iface->present_error = host_present_error;
}

static void
sarap_test_host_dispose (GObject *object)
{
  SarapTestHost *self = SARAP_TEST_HOST (object);

  sarap_session_close (self->session);
  G_OBJECT_CLASS (sarap_test_host_parent_class)->dispose (object);
}

static void
sarap_test_host_finalize (GObject *object)
{
  SarapTestHost *self = SARAP_TEST_HOST (object);

  g_object_unref (self->session);
  g_string_free (self->said, TRUE);
  g_ptr_array_unref (self->undos);
  g_ptr_array_unref (self->redos);
  G_OBJECT_CLASS (sarap_test_host_parent_class)->finalize (object);
}

static void
sarap_test_host_class_init (SarapTestHostClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sarap_test_host_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_test_host_finalize;
}

static void
sarap_test_host_init (SarapTestHost *self)
{
  self->session = sarap_session_new ();
  self->said = g_string_new (NULL);
  self->undos = g_ptr_array_new_with_free_func (step_free);
  self->redos = g_ptr_array_new_with_free_func (step_free);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  sarap_session_open_finish (SARAP_SESSION (object), result, &error);
  g_assert_no_error (error);
}

void
sarap_test_host_init_widgets (void)
{
  adw_init ();
  g_resources_register (sarap_get_resource ());
}

SarapTestHost *
sarap_test_host_new (const char *database, SarapDate today, GtkWidget *child)
{
  SarapTestHost *self = g_object_new (SARAP_TYPE_TEST_HOST, NULL);

  sarap_session_set_today (self->session, today);
  sarap_session_open_async (self->session, database, NULL, NULL, on_opened, NULL);
  sarap_test_wait (sarap_session_get_identity (self->session) != NULL);
  gtk_window_set_child (GTK_WINDOW (self), child);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

char *
sarap_test_host_take_said (SarapTestHost *self)
{
  g_autoptr (GString) said = self->said;

  self->said = g_string_new (NULL);
  return g_strdup (said->str);
}

guint
sarap_test_host_n_said (SarapTestHost *self)
{
  return self->n_said;
}

static void
host_take_back (SarapTestHost *self, GPtrArray *steps, SarapDone done)
{
  guint n_said = self->n_said;
  Step *step = NULL;

  g_assert_cmpuint (steps->len, >, 0);
  step = g_ptr_array_steal_index (steps, steps->len - 1);
  step->func (SARAP_HOST (self), done, step->data);
  step_free (step);
  sarap_test_wait (self->n_said > n_said);
}

void
sarap_test_host_undo (SarapTestHost *self)
{
  host_take_back (self, self->undos, SARAP_UNDONE);
}

void
sarap_test_host_redo (SarapTestHost *self)
{
  host_take_back (self, self->redos, SARAP_REDONE);
}
