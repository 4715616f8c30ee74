#include "officers/sarap-timeline.h"

#include "officers/sarap-timeline-draw.h"

#include <glib/gi18n-lib.h>

#define MARGIN 16
#define NATURAL_WIDTH 640
#define RECENT_YEARS 10

struct _SarapTimeline
{
  GtkWidget parent_instance;

  /* Owned */
  SarapTimelineLayout *layout;
  char *detail;

  int focus;
  int pointed;
  gboolean recent;
};

enum
{
  PROP_DETAIL = 1,
  PROP_RECENT,
  PROP_LONG,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SarapTimeline, sarap_timeline, GTK_TYPE_WIDGET)

static SarapDate
recent_from (SarapTimeline *self)
{
  return sarap_date_add_months (self->layout->today, -12 * RECENT_YEARS);
}

static SarapTimelineView
view_of (SarapTimeline *self)
{
  SarapTimelineView view = {
    .layout = self->layout,
    .margin = MARGIN,
    .focus = gtk_widget_has_visible_focus (GTK_WIDGET (self)) ? self->focus : -1,
    .pointed = self->pointed,
  };

  view.scale.from = self->layout->from;
  view.scale.to = self->layout->to;
  view.scale.width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, 1);
  if (self->recent)
    view.scale.from = MAX (view.scale.from, recent_from (self));
  return view;
}

static const SarapTimelineItem *
nth_item (SarapTimeline *self, int index)
{
  if (self->layout == NULL || index < 0 || index >= (int) self->layout->items->len)
    return NULL;
  return g_ptr_array_index (self->layout->items, index);
}

/* The item under the pointer has priority over the focused one */
static void
update_detail (SarapTimeline *self)
{
  const SarapTimelineItem *item = nth_item (self, self->pointed);
  const char *detail;

  if (item == NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    item = nth_item (self, self->focus);
  detail = item != NULL ? item->detail : "";
  if (g_strcmp0 (detail, self->detail) == 0)
    return;
  g_free (self->detail);
  self->detail = g_strdup (detail);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
}

/* The accessible name is the focused item, so that it is read when the focus moves */
static void
update_label (SarapTimeline *self)
{
  const SarapTimelineItem *item = nth_item (self, self->focus);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item != NULL ? item->detail : _ ("Time line of the career"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Time line of the career"), -1);
}

static void
set_focus_item (SarapTimeline *self, int index)
{
  self->focus = index;
  update_label (self);
  update_detail (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_seen (SarapTimeline *self, int index)
{
  SarapTimelineView view = view_of (self);
  const SarapTimelineItem *item = nth_item (self, index);
  graphene_rect_t place;

  return item != NULL && sarap_timeline_view_place (&view, item, &place);
}

/* Moves to the next visible item from @from in steps of @step */
static gboolean
move_focus (SarapTimeline *self, int from, int step)
{
  int index = from;

  if (self->layout == NULL)
    return FALSE;
  while (nth_item (self, index) != NULL && !is_seen (self, index))
    index += step;
  if (nth_item (self, index) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  set_focus_item (self, index);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        gpointer data)
{
  SarapTimeline *self = data;
  gboolean backwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->layout == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_focus (self, self->focus + (backwards ? 1 : -1), backwards ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_focus (self, self->focus + (backwards ? -1 : 1), backwards ? -1 : 1);
    case GDK_KEY_Home:
      return move_focus (self, 0, 1);
    case GDK_KEY_End:
      return move_focus (self, (int) self->layout->items->len - 1, -1);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
set_pointed (SarapTimeline *self, int index)
{
  if (self->pointed == index)
    return;
  self->pointed = index;
  update_detail (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer data)
{
  SarapTimeline *self = data;
  SarapTimelineView view;

  if (self->layout == NULL)
    return;
  view = view_of (self);
  set_pointed (self, sarap_timeline_view_hit (&view, x, y));
}

static void
on_leave (GtkEventControllerMotion *controller, gpointer data)
{
  set_pointed (data, -1);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  SarapTimeline *self = data;
  SarapTimelineView view;
  int hit;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout == NULL)
    return;
  view = view_of (self);
  if ((hit = sarap_timeline_view_hit (&view, x, y)) >= 0)
    set_focus_item (self, hit);
}

/* The focus starts at today, or stays where it was */
static void
on_focus (GtkWidget *widget, GParamSpec *pspec, gpointer data)
{
  SarapTimeline *self = SARAP_TIMELINE (widget);

  if (gtk_widget_has_focus (widget) && self->layout != NULL && nth_item (self, self->focus) == NULL)
    move_focus (self, (int) self->layout->items->len - 1, -1);
  update_detail (self);
  gtk_widget_queue_draw (widget);
}

static gboolean
on_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  SarapTimeline *self = SARAP_TIMELINE (widget);
  SarapTimelineView view;
  const SarapTimelineItem *item;
  graphene_rect_t place;

  if (keyboard || self->layout == NULL)
    return FALSE;
  view = view_of (self);
  item = nth_item (self, sarap_timeline_view_hit (&view, x, y));
  if (item == NULL || !sarap_timeline_view_place (&view, item, &place))
    return FALSE;
  gtk_tooltip_set_text (tooltip, item->detail);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) place.origin.x, (int) place.origin.y,
                                                      (int) place.size.width + 1,
                                                      (int) place.size.height + 1 });
  return TRUE;
}

static GtkSizeRequestMode
sarap_timeline_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sarap_timeline_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SarapTimeline *self = SARAP_TIMELINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 4 * MARGIN;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = sarap_timeline_view_height (self->layout);
}

static void
sarap_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SarapTimeline *self = SARAP_TIMELINE (widget);
  SarapTimelineView view;

  if (self->layout == NULL)
    return;
  view = view_of (self);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget)));
  sarap_timeline_view_draw (&view, widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
sarap_timeline_finalize (GObject *object)
{
  SarapTimeline *self = SARAP_TIMELINE (object);

  g_clear_pointer (&self->layout, sarap_timeline_layout_free);
  g_free (self->detail);
  G_OBJECT_CLASS (sarap_timeline_parent_class)->finalize (object);
}

static void
sarap_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SarapTimeline *self = SARAP_TIMELINE (object);

  switch (id)
    {
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_RECENT:
      g_value_set_boolean (value, self->recent);
      break;
    case PROP_LONG:
      g_value_set_boolean (value, self->layout != NULL && self->layout->from < recent_from (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sarap_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECENT)
    sarap_timeline_set_recent (SARAP_TIMELINE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sarap_timeline_class_init (SarapTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sarap_timeline_finalize;
  object_class->get_property = sarap_timeline_get_property;
  object_class->set_property = sarap_timeline_set_property;
  widget_class->get_request_mode = sarap_timeline_get_request_mode;
  widget_class->measure = sarap_timeline_measure;
  widget_class->snapshot = sarap_timeline_snapshot;

  props[PROP_DETAIL] =
      g_param_spec_string ("detail", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_RECENT] =
      g_param_spec_boolean ("recent", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_LONG] =
      g_param_spec_boolean ("long", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sarap_timeline_init (SarapTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->focus = self->pointed = -1;
  self->detail = g_strdup ("");
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus), NULL);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_focusable (widget, TRUE);
  update_label (self);
}

void
sarap_timeline_set_layout (SarapTimeline *self, SarapTimelineLayout *layout)
{
  g_clear_pointer (&self->layout, sarap_timeline_layout_free);
  self->layout = layout;
  self->pointed = -1;
  if (nth_item (self, self->focus) == NULL)
    self->focus = -1;
  update_label (self);
  update_detail (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LONG]);
}

void
sarap_timeline_set_recent (SarapTimeline *self, gboolean recent)
{
  if (self->recent == recent)
    return;
  self->recent = recent;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECENT]);
}
