#include "forms/sarap-record-list.h"

#include "forms/sarap-record-change.h"
#include "forms/sarap-record-form-row.h"
#include "forms/sarap-record-form.h"
#include "forms/sarap-record-row.h"
#include "forms/sarap-record-screen.h"
#include "shell/sarap-errors.h"
#include "shell/sarap-tab-stop.h"

#include <glib/gi18n-lib.h>

/* Rows made at first; a button makes the others. A history of decades would take seconds */
#define FIRST_ROWS 60

struct _SarapRecordList
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *records;
  SarapBodies *bodies;
  SarapRecord *blank;

  /* Borrowed */
  const SarapRecordType *type;

  SarapRecordForm *form; /* NULL while nothing is edited */
  GtkWidget *form_row;

  /* Template */
  GtkWidget *add;
  AdwButtonContent *add_content;
  GtkListBox *rows;
  GtkLabel *none;
  GtkButton *more;

  gboolean editable;
  gboolean busy; /* whether a change is being written */
  gboolean all;
  gboolean unsaved;
};

enum
{
  PROP_UNSAVED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SarapRecordList, sarap_record_list, ADW_TYPE_BIN)

static void
update_unsaved (SarapRecordList *self)
{
  gboolean unsaved = self->form != NULL && sarap_record_form_is_dirty (self->form);

  if (self->unsaved == unsaved)
    return;
  self->unsaved = unsaved;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
}

static gboolean
is_in_form (SarapRecordList *self, SarapRecord *record)
{
  return self->form != NULL && sarap_record_get_id (sarap_record_form_get_before (self->form)) ==
                                   sarap_record_get_id (record);
}

/* Removes all rows but that of the form */
static void
clear_rows (SarapRecordList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (row != self->form_row)
        gtk_list_box_remove (self->rows, row);
      row = next;
    }
}

static void
update_more (SarapRecordList *self)
{
  guint n_records = self->records != NULL ? self->records->len : 0;
  g_autofree char *text = g_strdup_printf (
      ngettext ("Show all, %u record", "Show all, %u records", n_records), n_records);

  gtk_button_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), !self->all && n_records > FIRST_ROWS);
  gtk_widget_set_visible (GTK_WIDGET (self->none), n_records == 0 && self->form == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_records > 0 || self->form != NULL);
}

/* The id of the record whose row has the focus, 0 for none */
static gint64
focused_record (SarapRecordList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  SarapRecord *record = row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->rows))
                            ? sarap_record_row_get_record (row)
                            : NULL;

  return record != NULL ? sarap_record_get_id (record) : 0;
}

static gboolean
focus_record (SarapRecordList *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       row != NULL && id != 0; row = gtk_widget_get_next_sibling (row))
    {
      SarapRecord *record = sarap_record_row_get_record (row);

      if (record != NULL && sarap_record_get_id (record) == id)
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}

/* Makes the rows anew. The form keeps its place: before the record it edits, or at the top. A
   change made elsewhere leaves the focus on the row that has it. */
static void
fill_rows (SarapRecordList *self)
{
  gint64 focused = focused_record (self);
  gboolean form_passed =
      self->form == NULL || sarap_record_get_id (sarap_record_form_get_before (self->form)) == 0;
  int n_before_form = 0;

  clear_rows (self);
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    {
      SarapRecord *record = g_ptr_array_index (self->records, i);

      if (is_in_form (self, record))
        {
          form_passed = TRUE;
          continue;
        }
      if (!self->all && i >= FIRST_ROWS)
        continue;
      gtk_list_box_insert (self->rows, sarap_record_row_new (record, self->bodies, self->editable),
                           form_passed ? -1 : n_before_form++);
    }
  update_more (self);
  focus_record (self, focused);
}

static void
drop_form (SarapRecordList *self)
{
  if (self->form_row == NULL)
    return;
  gtk_list_box_remove (self->rows, self->form_row);
  self->form_row = NULL;
  self->form = NULL;
  update_unsaved (self);
}

/* Returns the focus to the row that was opened */
static void
leave_form (SarapRecordList *self)
{
  gint64 id =
      self->form != NULL ? sarap_record_get_id (sarap_record_form_get_before (self->form)) : 0;

  drop_form (self);
  fill_rows (self);
  if (!focus_record (self, id))
    gtk_widget_grab_focus (self->add);
}

static void
on_form_cancel (SarapRecordList *self)
{
  sarap_record_list_close_form (self);
}

static void
on_record_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SarapRecordList) self = data;
  g_autoptr (SarapRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  SarapChanged changed = sarap_record_change_finish (result, &record, &error);
  g_autofree char *text = error != NULL ? sarap_error_say (error) : NULL;

  self->busy = FALSE;
  /* the list was closed meanwhile, and its window may be gone */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (self->form != NULL)
    sarap_record_form_set_busy (self->form, FALSE);
  if (changed == SARAP_CHANGED_NOT)
    {
      if (error != NULL && self->form != NULL)
        sarap_record_form_set_error (self->form, text);
      else if (error != NULL)
        sarap_host_present_error (sarap_host_of (GTK_WIDGET (self)),
                                  _ ("The record could not be removed"), error);
      return;
    }
  leave_form (self);
}

static void
list_change (SarapRecordList *self, SarapRecord *before, SarapRecord *after)
{
  self->busy = TRUE;
  if (self->form != NULL)
    sarap_record_form_set_busy (self->form, TRUE);
  sarap_record_change_async (GTK_WIDGET (self), before, after, self->bodies, on_record_changed,
                             g_object_ref (self));
}

static void
on_form_save (SarapRecordList *self)
{
  SarapRecord *before = sarap_record_form_get_before (self->form);
  g_autoptr (SarapRecord) after = sarap_record_form_make (self->form);

  list_change (self, sarap_record_get_id (before) != 0 ? before : NULL, after);
}

static void
on_form_remove (SarapRecordList *self)
{
  list_change (self, sarap_record_form_get_before (self->form), NULL);
}

/* Scrolls the whole form into view, with its buttons, once it has its size */
static gboolean
on_row_tick (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place;
  GtkAdjustment *adjustment;
  double value, bottom;

  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (scrolled == NULL || !gtk_widget_compute_bounds (row, scrolled, &place))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  value = gtk_adjustment_get_value (adjustment);
  bottom = place.origin.y + place.size.height - gtk_widget_get_height (scrolled);
  if (bottom > 0)
    gtk_adjustment_set_value (adjustment, value + MIN (bottom, place.origin.y));
  return G_SOURCE_REMOVE;
}

static void
open_form (SarapRecordList *self, SarapRecord *record, int position)
{
  self->form = SARAP_RECORD_FORM (sarap_record_form_new (record, self->bodies));
  sarap_record_form_set_today (self->form, sarap_session_get_today (sarap_host_get_session (
                                               sarap_host_of (GTK_WIDGET (self)))));
  g_signal_connect_swapped (self->form, "save", G_CALLBACK (on_form_save), self);
  g_signal_connect_swapped (self->form, "cancel", G_CALLBACK (on_form_cancel), self);
  g_signal_connect_swapped (self->form, "remove", G_CALLBACK (on_form_remove), self);
  g_signal_connect_swapped (self->form, "notify::dirty", G_CALLBACK (update_unsaved), self);
  self->form_row = sarap_record_form_row_new (self->form);
  gtk_list_box_insert (self->rows, self->form_row, position);
  update_more (self);
  sarap_record_form_focus (self->form);
  gtk_widget_add_tick_callback (self->form_row, on_row_tick, NULL, NULL);
}

/* A form with unsaved changes stays open until it is saved or cancelled */
static gboolean
may_open_form (SarapRecordList *self)
{
  /* the answer of the store would close the new form */
  if (self->busy)
    return FALSE;
  if (self->unsaved)
    {
      sarap_host_toast (sarap_host_of (GTK_WIDGET (self)),
                        _ ("Save or cancel the record you are editing first."));
      sarap_record_form_focus (self->form);
      return FALSE;
    }
  drop_form (self);
  fill_rows (self);
  return TRUE;
}

static GtkWidget *
find_row (SarapRecordList *self, SarapRecord *record)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (sarap_record_row_get_record (row) == record)
      return row;
  return NULL;
}

static void
on_row_activated (SarapRecordList *self, GtkListBoxRow *row)
{
  g_autoptr (SarapRecord) record = NULL;
  GtkWidget *place;
  int position;

  if (!self->editable || sarap_record_row_get_record (GTK_WIDGET (row)) == NULL)
    return;
  record = g_object_ref (sarap_record_row_get_record (GTK_WIDGET (row)));
  if (!may_open_form (self) || (place = find_row (self, record)) == NULL)
    return;
  position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (place));
  gtk_list_box_remove (self->rows, place);
  open_form (self, record, position);
}

static gboolean
on_list_key (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             gpointer data)
{
  SarapRecordList *self = data;
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  if (keyval != GDK_KEY_Delete || !self->editable || self->busy || self->form != NULL ||
      row == NULL || sarap_record_row_get_record (row) == NULL)
    return GDK_EVENT_PROPAGATE;
  list_change (self, sarap_record_row_get_record (row), NULL);
  return GDK_EVENT_STOP;
}

static void
on_more (SarapRecordList *self)
{
  self->all = TRUE;
  fill_rows (self);
}

static void
sarap_record_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_RECORD_LIST);
  G_OBJECT_CLASS (sarap_record_list_parent_class)->dispose (object);
}

static void
sarap_record_list_finalize (GObject *object)
{
  SarapRecordList *self = SARAP_RECORD_LIST (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  g_clear_object (&self->blank);
  G_OBJECT_CLASS (sarap_record_list_parent_class)->finalize (object);
}

static void
sarap_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNSAVED)
    g_value_set_boolean (value, SARAP_RECORD_LIST (object)->unsaved);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SARAP_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapRecordList, add);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordList, add_content);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordList, rows);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordList, none);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordList, more);
  gtk_widget_class_bind_template_callback (widget_class, sarap_record_list_add);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
sarap_record_list_class_init (SarapRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sarap_record_list_dispose;
  object_class->finalize = sarap_record_list_finalize;
  object_class->get_property = sarap_record_list_get_property;
  props[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sarap_record_list_init (SarapRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_record_list_new (const SarapRecordType *type)
{
  SarapRecordList *self = g_object_new (SARAP_TYPE_RECORD_LIST, NULL);

  self->type = type;
  adw_button_content_set_label (self->add_content, sarap_record_say_add (type));
  gtk_label_set_text (self->none, sarap_record_say_none (type));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (type->plural), -1);
  sarap_record_list_set_editable (self, FALSE);
  return GTK_WIDGET (self);
}

const SarapRecordType *
sarap_record_list_get_record_type (SarapRecordList *self)
{
  return self->type;
}

void
sarap_record_list_set_records (SarapRecordList *self,
                               GPtrArray *records,
                               SarapBodies *bodies,
                               SarapRecord *blank)
{
  g_ptr_array_ref (records);
  sarap_bodies_ref (bodies);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  self->records = records;
  self->bodies = bodies;
  g_set_object (&self->blank, blank);
  if (self->form != NULL)
    sarap_record_form_set_bodies (self->form, bodies);
  fill_rows (self);
}

void
sarap_record_list_set_editable (SarapRecordList *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_visible (self->add, editable);
  if (self->bodies != NULL)
    fill_rows (self);
}

void
sarap_record_list_add (SarapRecordList *self)
{
  if (self->editable && self->blank != NULL && may_open_form (self))
    open_form (self, self->blank, 0);
}

void
sarap_record_list_close_form (SarapRecordList *self)
{
  if (self->form == NULL)
    return;
  leave_form (self);
}

void
sarap_record_list_focus_record (SarapRecordList *self, gint64 id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *row;

  if (self->form != NULL && sarap_record_get_id (sarap_record_form_get_before (self->form)) == id)
    {
      sarap_record_form_focus (self->form);
      return;
    }
  if (!focus_record (self, id))
    {
      /* the row is among those behind the button */
      on_more (self);
      focus_record (self, id);
    }
  row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));
  if (row == NULL)
    return;
  /* a person who used the mouse should see the focus too */
  gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  gtk_widget_add_tick_callback (row, on_row_tick, NULL, NULL);
}

SarapRecordForm *
sarap_record_list_get_form (SarapRecordList *self)
{
  return self->form;
}

gboolean
sarap_record_list_get_unsaved (SarapRecordList *self)
{
  return self->unsaved;
}
