#include "shell/sarap-page.h"

#include "shell/sarap-dialog.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_PLACE,
  PROP_BADGE,
  PROP_BADGE_URGENT,
  PROP_UNSAVED,
  N_PROPS
};

typedef struct
{
  /* Owned */
  GSimpleActionGroup *actions;
  SarapSession *session;
  char *place;

  /* Borrowed */
  GtkWidget *content;

  /* Template; the parent takes its child away, so that gtk_widget_dispose_template () must not */
  GtkBox *box;
  AdwHeaderBar *header;
  GtkWidget *title;
  GtkWidget *side_bar;

  guint badge;
  gboolean badge_urgent;
  gboolean unsaved;
} SarapPagePrivate;

static GParamSpec *props[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SarapPage,
                                  sarap_page,
                                  ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (SarapPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
set_content (SarapPagePrivate *priv, GtkWidget *content)
{
  if (priv->content != NULL)
    gtk_box_remove (priv->box, priv->content);
  priv->content = content;
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (priv->box, content);
}

static void
sarap_page_add_child (GtkBuildable *buildable,
                      GtkBuilder *builder,
                      GObject *child,
                      const char *type)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (SARAP_PAGE (buildable));

  if (!GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (type == NULL)
    set_content (priv, GTK_WIDGET (child));
  else if (g_str_equal (type, "title"))
    adw_header_bar_set_title_widget (priv->header, GTK_WIDGET (child));
  else if (g_str_equal (type, "end"))
    adw_header_bar_pack_end (priv->header, GTK_WIDGET (child));
  else
    adw_header_bar_pack_start (priv->header, GTK_WIDGET (child));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sarap_page_add_child;
}

static void
sarap_page_real_open_path (SarapPage *self, const char *path)
{
}

static char *
sarap_page_real_dup_path (SarapPage *self)
{
  return g_strdup ("");
}

static void
sarap_page_real_refresh (SarapPage *self, SarapRefresh what)
{
}

static const char *
sarap_page_real_get_help (SarapPage *self)
{
  return NULL;
}

static void
sarap_page_finalize (GObject *object)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (SARAP_PAGE (object));

  g_object_unref (priv->actions);
  g_clear_object (&priv->session);
  g_free (priv->place);
  G_OBJECT_CLASS (sarap_page_parent_class)->finalize (object);
}

static void
sarap_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (SARAP_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_object_get_property (G_OBJECT (priv->title), "title", value);
      break;
    case PROP_SUBTITLE:
      g_object_get_property (G_OBJECT (priv->title), "subtitle", value);
      break;
    case PROP_PLACE:
      g_value_set_string (value, priv->place);
      break;
    case PROP_BADGE:
      g_value_set_uint (value, priv->badge);
      break;
    case PROP_BADGE_URGENT:
      g_value_set_boolean (value, priv->badge_urgent);
      break;
    case PROP_UNSAVED:
      g_value_set_boolean (value, priv->unsaved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sarap_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SarapPage *self = SARAP_PAGE (object);
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  switch (id)
    {
    case PROP_TITLE:
      g_object_set_property (G_OBJECT (priv->title), "title", value);
      break;
    case PROP_SUBTITLE:
      g_object_set_property (G_OBJECT (priv->title), "subtitle", value);
      break;
    case PROP_PLACE:
      sarap_page_set_place (self, g_value_get_string (value));
      break;
    case PROP_UNSAVED:
      sarap_page_set_unsaved (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

typedef struct
{
  GSourceOnceFunc leave;
  gpointer data;
} Leaving;

static void
on_leave_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Leaving *leaving = data;

  if (g_str_equal (response, "discard"))
    leaving->leave (leaving->data);
}

static void
leaving_free (gpointer leaving, GClosure *closure)
{
  g_free (leaving);
}

/* What it cannot save itself can only be lost */
static void
sarap_page_real_leave (SarapPage *self, GSourceOnceFunc leave, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwMessageDialog *dialog = NULL;
  Leaving *leaving = NULL;

  if (!sarap_page_get_unsaved (self))
    {
      leave (data);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      window, _ ("Close without saving?"), _ ("What you changed and did not save will be lost.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  leaving = g_new (Leaving, 1);
  *leaving = (Leaving){ leave, data };
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_leave_response), leaving, leaving_free,
                         0);
  sarap_dialog_present (dialog);
}

static void
sarap_page_class_init (SarapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sarap_page_finalize;
  object_class->get_property = sarap_page_get_property;
  object_class->set_property = sarap_page_set_property;

  klass->open_path = sarap_page_real_open_path;
  klass->dup_path = sarap_page_real_dup_path;
  klass->refresh = sarap_page_real_refresh;
  klass->get_help = sarap_page_real_get_help;
  klass->leave = sarap_page_real_leave;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, both);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, both);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, both);
  props[PROP_BADGE] = g_param_spec_uint ("badge", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_BADGE_URGENT] = g_param_spec_boolean ("badge-urgent", NULL, NULL, FALSE, read);
  props[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE, both);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/kz/sarap/Sarap/shell/sarap-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SarapPage, box);
  gtk_widget_class_bind_template_child_private (widget_class, SarapPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, SarapPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, SarapPage, side_bar);
}

static void
sarap_page_init (SarapPage *self)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  priv->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (priv->actions));

  gtk_widget_init_template (GTK_WIDGET (self));
}

SarapSession *
sarap_page_get_session (SarapPage *self)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  return priv->session;
}

SarapStore *
sarap_page_get_store (SarapPage *self)
{
  return sarap_session_get_store (sarap_page_get_session (self));
}

const SarapIdentity *
sarap_page_get_identity (SarapPage *self)
{
  return sarap_session_get_identity (sarap_page_get_session (self));
}

SarapDate
sarap_page_get_today (SarapPage *self)
{
  return sarap_session_get_today (sarap_page_get_session (self));
}

GActionMap *
sarap_page_get_actions (SarapPage *self)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  return G_ACTION_MAP (priv->actions);
}

void
sarap_page_set_badge (SarapPage *self, guint badge, gboolean urgent)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  if (priv->badge == badge && priv->badge_urgent == urgent)
    return;
  priv->badge = badge;
  priv->badge_urgent = urgent;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BADGE_URGENT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BADGE]);
}

void
sarap_page_set_place (SarapPage *self, const char *place)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  if (g_strcmp0 (priv->place, place) == 0)
    return;
  g_free (priv->place);
  priv->place = g_strdup (place);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

const char *
sarap_page_get_place (SarapPage *self)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  return priv->place;
}

guint
sarap_page_get_badge (SarapPage *self)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  return priv->badge;
}

gboolean
sarap_page_get_badge_urgent (SarapPage *self)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  return priv->badge_urgent;
}

void
sarap_page_set_unsaved (SarapPage *self, gboolean unsaved)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  if (priv->unsaved == unsaved)
    return;
  priv->unsaved = unsaved;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
}

gboolean
sarap_page_get_unsaved (SarapPage *self)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  return priv->unsaved;
}

void
sarap_page_set_session (SarapPage *self, SarapSession *session)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  g_set_object (&priv->session, session);
}

void
sarap_page_set_folded (SarapPage *self, gboolean folded)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);

  gtk_widget_set_visible (priv->side_bar, folded);
  adw_header_bar_set_show_start_title_buttons (priv->header, folded);
}

void
sarap_page_set_bar (SarapPage *self, GtkWidget *bar)
{
  SarapPagePrivate *priv = sarap_page_get_instance_private (self);
  GtkWidget *parent = gtk_widget_get_parent (bar);

  if (parent == GTK_WIDGET (priv->box))
    return;
  g_object_ref (bar);
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), bar);
  gtk_box_insert_child_after (priv->box, bar, GTK_WIDGET (priv->header));
  g_object_unref (bar);
}

void
sarap_page_open_path (SarapPage *self, const char *path)
{
  SARAP_PAGE_GET_CLASS (self)->open_path (self, path);
}

char *
sarap_page_dup_path (SarapPage *self)
{
  return SARAP_PAGE_GET_CLASS (self)->dup_path (self);
}

void
sarap_page_refresh (SarapPage *self, SarapRefresh what)
{
  g_debug ("%s is refreshed:%s%s%s", G_OBJECT_TYPE_NAME (self),
           what & SARAP_REFRESH_STORE ? " another database" : "",
           what & SARAP_REFRESH_IDENTITY ? " somebody else acts" : "",
           what & SARAP_REFRESH_TODAY ? " another day" : "");
  SARAP_PAGE_GET_CLASS (self)->refresh (self, what);
}

void
sarap_page_leave (SarapPage *self, GSourceOnceFunc leave, gpointer data)
{
  SARAP_PAGE_GET_CLASS (self)->leave (self, leave, data);
}

const char *
sarap_page_get_help (SarapPage *self)
{
  return SARAP_PAGE_GET_CLASS (self)->get_help (self);
}
