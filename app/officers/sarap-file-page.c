#include "officers/sarap-file-page-private.h"

#include "officers/sarap-timeline-items.h"
#include "shell/sarap-errors.h"
#include "shell/sarap-focus-names.h"
#include "shell/sarap-host.h"

#include <glib/gi18n-lib.h>

#define HISTORY_PAGE 30

enum
{
  PROP_TITLE = 1,
  PROP_UNSAVED,
  N_PROPS
};

enum
{
  CLOSED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapFilePage, sarap_file_page, ADW_TYPE_BIN)

gboolean
sarap_file_page_may_edit (SarapFilePage *self)
{
  const SarapIdentity *identity = sarap_page_get_identity (self->page);

  return identity != NULL && identity->may_edit;
}

static SarapDate
day_shown (SarapFilePage *self)
{
  return self->day != SARAP_DATE_NONE ? self->day : sarap_page_get_today (self->page);
}

void
sarap_file_page_set_title (SarapFilePage *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
show_read_only (SarapFilePage *self)
{
  const SarapIdentity *identity = sarap_page_get_identity (self->page);
  gboolean editable = sarap_file_page_may_edit (self);

  gtk_widget_set_visible (self->menu, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), !editable && identity != NULL);
  if (identity != NULL && identity->file_only_read)
    gtk_label_set_text (self->read_only, _ ("The file of this database can only be read: your "
                                            "account on this computer may not write to it."));
  else if (!editable && identity != NULL)
    {
      g_autofree char *role = sarap_identity_say_role (identity);
      /* TRANSLATORS: %s is a role, such as auditor */
      g_autofree char *text =
          g_strdup_printf (_ ("You see this file as: %s. Only the HR service changes it."), role);

      gtk_label_set_text (self->read_only, text);
    }
  if (!editable)
    sarap_file_page_close_forms (self);
  for (guint i = 0; i < self->lists->len; i++)
    sarap_record_list_set_editable (self->lists->pdata[i], editable);
}

/* The whole file is for that day: a banner tells so */
static void
show_day (SarapFilePage *self, SarapDate today)
{
  gboolean other = self->file->on != today;
  g_autofree char *date = sarap_format_date (self->file->on);
  /* TRANSLATORS: %s is a date */
  g_autofree char *text = g_strdup_printf (_ ("The file as of %s. That is not today."), date);

  if (other)
    gtk_label_set_text (self->day_label, text);
  gtk_widget_set_visible (self->day_bar, other);
}

/* Shows the results of the records on the day */
static void
show_standing (SarapFilePage *self)
{
  SarapDate today = sarap_page_get_today (self->page);

  sarap_officer_file_stand (self->file, day_shown (self));
  sarap_file_page_head_show (self->head, self->file);
  sarap_file_page_why_show (self->why, self->file, today);
  sarap_timeline_set_layout (self->timeline, sarap_timeline_layout_of (self->file, today));
  show_day (self, today);
}

static void
show_records (SarapFilePage *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      SarapRecordList *list = self->lists->pdata[i];
      const SarapRecordType *type = sarap_record_list_get_record_type (list);
      g_autoptr (SarapRecord) blank = sarap_record_screen_blank (sarap_record_screen_of (type));

      sarap_record_set (blank, "iin", sarap_record_get (self->file->officer, "iin"));
      sarap_record_list_set_records (list, sarap_officer_file_records (self->file, type),
                                     self->file->bodies, blank);
    }
  sarap_record_history_show (self->history, self->file->history, self->file->bodies,
                             self->file->history->len < HISTORY_PAGE);
}

/* Its commands are the page's while it is visible */
static void
update_actions (SarapFilePage *self)
{
  static const char *const names[] = { "print", "edit-officer", "add-service" };
  gboolean shown = gtk_widget_get_mapped (GTK_WIDGET (self)) && self->file != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (sarap_page_get_actions (self->page), names[i]);

      /* printing changes nothing */
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   shown && (i == 0 || sarap_file_page_may_edit (self)));
    }
}

static void
show_file (SarapFilePage *self)
{
  g_autofree char *name = sarap_officer_file_name_officer (self->file->officer);

  sarap_file_page_set_title (self, name);
  show_standing (self);
  show_read_only (self);
  show_records (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->view), "loading") == 0)
    {
      gtk_stack_set_visible_child_name (self->view, "file");
      gtk_widget_grab_focus (GTK_WIDGET (self->head));
    }
  gtk_stack_set_visible_child_name (self->view, "file");
  update_actions (self);
}

static void
show_trouble (SarapFilePage *self, const GError *error)
{
  gboolean gone = g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND);
  g_autofree char *said = sarap_error_say (error);
  g_autofree char *text = g_markup_escape_text (said, -1);

  /* while the server is lost, the content stays; input stays until the person saves it, and is
     told, or discards it */
  self->gone = gone && self->unsaved;
  if (self->file != NULL && (!gone || self->unsaved))
    return;
  adw_status_page_set_title (self->trouble, gone ? _ ("There is no such officer")
                                                 : _ ("The file could not be opened"));
  adw_status_page_set_description (self->trouble, gone ? _ ("The file was removed, or your role "
                                                            "may not see it.")
                                                       : text);
  gtk_stack_set_visible_child_name (self->view, "trouble");
}

typedef struct
{
  gint64 officer_id;
  SarapDate on;
} Asked;

static gpointer
file_load (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;

  return sarap_officer_file_load (db, asked->officer_id, asked->on, HISTORY_PAGE, error);
}

static void
on_file_loaded (gpointer file, const GError *error, gpointer owner)
{
  SarapFilePage *self = owner;

  if (file == NULL)
    {
      show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->file, sarap_officer_file_free);
  self->file = file;
  self->gone = FALSE;
  show_file (self);
}

static void
start_loading (SarapFilePage *self)
{
  SarapStore *store = sarap_page_get_store (self->page);
  Asked *asked;

  sarap_call_cancel (self->call);
  sarap_call_cancel (self->earlier);
  if (store == NULL || self->officer_id == 0)
    return;
  g_debug ("the officer's file is read");
  asked = g_new (Asked, 1);
  *asked = (Asked){ self->officer_id, day_shown (self) };
  sarap_call_ask (self->call, store, SARAP_STORE_PRIORITY_VIEW, file_load, asked, g_free,
                  (GDestroyNotify) sarap_officer_file_free);
}

static gboolean
on_reload (gpointer data)
{
  SarapFilePage *self = data;

  self->reload = 0;
  start_loading (self);
  return G_SOURCE_REMOVE;
}

/* Many changes at once cause one reload */
static void
queue_reload (SarapFilePage *self)
{
  if (self->reload == 0)
    self->reload = g_idle_add (on_reload, self);
}

static gboolean
form_unsaved (AdwBin *bin)
{
  GtkWidget *form = adw_bin_get_child (bin);

  return form != NULL && sarap_file_page_form_get_unsaved (SARAP_FILE_PAGE_FORM (form));
}

void
sarap_file_page_update_unsaved (SarapFilePage *self)
{
  gboolean unsaved = form_unsaved (self->head_form) || form_unsaved (self->new_form);

  for (guint i = 0; i < self->lists->len; i++)
    unsaved = unsaved || sarap_record_list_get_unsaved (self->lists->pdata[i]);
  if (self->unsaved == unsaved)
    return;
  self->unsaved = unsaved;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
  if (!unsaved && self->gone)
    queue_reload (self);
}

static void
on_store_changed (
    SarapStore *store, const char *record, gint64 record_id, gint64 officer_id, gpointer data)
{
  SarapFilePage *self = data;
  const SarapRecordType *type = sarap_record_type_find (record);
  gboolean bodies = type == &sarap_body_type || type == &sarap_unit_type;
  gboolean of_files =
      type == &sarap_officer_type || (type != NULL && type->owner == SARAP_OWNER_OFFICER);

  if (self->officer_id == 0 ||
      !(officer_id == self->officer_id || bodies || (officer_id == 0 && of_files)))
    return;
  g_debug ("the feed told of %s %s", officer_id == 0 ? "any" : "a", record);
  queue_reload (self);
}

static void
on_day_chosen (SarapFilePage *self, SarapDate day)
{
  self->day = day;
  if (self->file != NULL)
    show_standing (self);
}

static void
on_back_to_today (SarapFilePage *self)
{
  on_day_chosen (self, SARAP_DATE_NONE);
}

/* Tells the item under the pointer, or how to find out */
static void
on_detail (SarapFilePage *self)
{
  g_autofree char *detail = NULL;

  g_object_get (self->timeline, "detail", &detail, NULL);
  if (detail != NULL && *detail != '\0')
    gtk_label_set_text (self->detail, detail);
  else
    gtk_label_set_text (self->detail,
                        _ ("Point at the line, or go along it with the arrow keys, to read it."));
  if (detail != NULL && *detail != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->detail), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
}

/* The earlier lines of the history */

typedef struct
{
  gint64 officer_id;
  gint64 before;
} Earlier;

static gpointer
load_earlier (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Earlier *earlier = data;

  return sarap_history_of_officer (db, earlier->officer_id, earlier->before, HISTORY_PAGE, error);
}

static void
on_earlier (gpointer answer, const GError *error, gpointer owner)
{
  SarapFilePage *self = owner;
  g_autoptr (GPtrArray) lines = answer;

  if (lines != NULL)
    sarap_record_history_append (self->history, lines, lines->len < HISTORY_PAGE);
  else
    {
      sarap_record_history_failed (self->history);
      sarap_host_present_error (sarap_host_of (GTK_WIDGET (self->page)),
                                _ ("The earlier changes could not be read"), error);
    }
}

static void
on_history_more (SarapFilePage *self, gint64 before)
{
  SarapStore *store = sarap_page_get_store (self->page);
  Earlier *earlier = g_new (Earlier, 1);

  *earlier = (Earlier){ self->officer_id, before };
  sarap_call_ask (self->earlier, store, SARAP_STORE_PRIORITY_VIEW, load_earlier, earlier, g_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

static void
on_edge (SarapFilePage *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->tab_stack), "history") == 0)
    sarap_record_history_more (self->history);
}

/* The officer's own data */

void
sarap_file_page_close (SarapFilePage *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_edit_officer (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sarap_file_page_edit (data);
}

static void
on_add_service (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SarapFilePage *self = data;

  sarap_record_list_add (sarap_file_page_show_list (self, &sarap_service_type));
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SarapFilePage *self = data;

  sarap_file_page_why_print (self->why);
}

static void
show_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *type;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &type, &id);
  sarap_file_page_show_record (SARAP_FILE_PAGE (widget), sarap_record_type_find (type), id);
}

static void
edit_activate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sarap_file_page_edit (SARAP_FILE_PAGE (widget));
}

static void
remove_officer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sarap_file_page_ask_to_remove (SARAP_FILE_PAGE (widget));
}

static void
sarap_file_page_dispose (GObject *object)
{
  SarapFilePage *self = SARAP_FILE_PAGE (object);

  sarap_call_cancel (self->call);
  sarap_call_cancel (self->earlier);
  g_clear_handle_id (&self->reload, g_source_remove);
  if (self->store_signals != NULL)
    g_signal_group_set_target (self->store_signals, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL); /* also a child of the template, which may not be
                                               disposed first */
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_FILE_PAGE);
  G_OBJECT_CLASS (sarap_file_page_parent_class)->dispose (object);
}

static void
sarap_file_page_finalize (GObject *object)
{
  SarapFilePage *self = SARAP_FILE_PAGE (object);

  g_clear_pointer (&self->file, sarap_officer_file_free);
  sarap_call_free (self->call);
  sarap_call_free (self->earlier);
  g_clear_object (&self->store_signals);
  g_ptr_array_unref (self->lists);
  g_free (self->title);
  G_OBJECT_CLASS (sarap_file_page_parent_class)->finalize (object);
}

static void
sarap_file_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SarapFilePage *self = SARAP_FILE_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_UNSAVED:
      g_value_set_boolean (value, self->unsaved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, view);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, head_stack);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, head);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, head_form);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, new_form);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, why);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, menu);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, read_only);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, tab_stack);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, timeline);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, detail);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, service_page);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_back_to_today);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, day_bar);
  gtk_widget_class_bind_template_child (widget_class, SarapFilePage, day_label);
  gtk_widget_class_bind_template_callback (widget_class, on_edge);
  gtk_widget_class_bind_template_callback (widget_class, on_detail);
}

static void
sarap_file_page_class_init (SarapFilePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sarap_file_page_dispose;
  object_class->finalize = sarap_file_page_finalize;
  object_class->get_property = sarap_file_page_get_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", read);
  props[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SARAP_TYPE_FILE_PAGE_HEAD);
  g_type_ensure (SARAP_TYPE_FILE_PAGE_WHY);
  g_type_ensure (SARAP_TYPE_TIMELINE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "file.edit", NULL, edit_activate);
  gtk_widget_class_install_action (widget_class, "file.remove", NULL, remove_officer);
  gtk_widget_class_install_action (widget_class, "file.show-record", "(sx)", show_record);
}

static void
sarap_file_page_init (SarapFilePage *self)
{
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->call = sarap_call_new (on_file_loaded, self);
  self->earlier = sarap_call_new (on_earlier, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_name_menu_buttons (GTK_WIDGET (self));
  self->store_signals = g_signal_group_new (SARAP_TYPE_STORE);
  g_signal_group_connect (self->store_signals, "changed", G_CALLBACK (on_store_changed), self);
}

static void
add_list (SarapFilePage *self, GtkBox *page, const SarapRecordType *type)
{
  GtkWidget *list = sarap_record_list_new (type);

  g_ptr_array_add (self->lists, g_object_ref_sink (list));
  gtk_box_append (page, list);
  g_signal_connect_object (list, "notify::unsaved", G_CALLBACK (sarap_file_page_update_unsaved),
                           self, G_CONNECT_SWAPPED);
}

static GtkBox *
add_tab (SarapFilePage *self, const SarapRecordScreen *screen)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_stack_add_titled (self->tab_stack, page, screen->page, _ (screen->tab));
  return GTK_BOX (page);
}

/* Adds a tab for each kind that belongs to an officer. Service comes first, in the template; the
   history comes last. */
static void
make_lists (SarapFilePage *self)
{
  const SarapRecordScreen *screen;

  for (guint i = 0; (screen = sarap_record_screen_nth (i)) != NULL; i++)
    if (screen->tab != NULL)
      add_list (self,
                screen->type == &sarap_service_type ? self->service_page : add_tab (self, screen),
                screen->type);
  self->history = g_object_new (SARAP_TYPE_RECORD_HISTORY, NULL);
  g_signal_connect_object (self->history, "more", G_CALLBACK (on_history_more), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_titled (self->tab_stack, GTK_WIDGET (self->history), "history",
                        _ ("History of changes"));
  on_detail (self);
}

GtkWidget *
sarap_file_page_new (SarapPage *page)
{
  static const GActionEntry entries[] = {
    { "edit-officer", on_edit_officer },
    { "add-service", on_add_service },
    { "print", on_print },
  };
  SarapFilePage *self = g_object_new (SARAP_TYPE_FILE_PAGE, NULL);

  self->page = page;
  make_lists (self);
  g_action_map_add_action_entries (sarap_page_get_actions (page), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_after (self, "map", G_CALLBACK (update_actions), NULL);
  g_signal_connect_after (self, "unmap", G_CALLBACK (update_actions), NULL);
  update_actions (self);
  g_signal_group_set_target (self->store_signals, sarap_page_get_store (page));
  return GTK_WIDGET (self);
}

void
sarap_file_page_forget (SarapFilePage *self)
{
  sarap_file_page_close_forms (self);
  g_clear_pointer (&self->file, sarap_officer_file_free);
  update_actions (self);
  self->day = SARAP_DATE_NONE;
  self->gone = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  sarap_file_page_update_unsaved (self);
}

static void
show_officer (SarapFilePage *self, gint64 officer_id)
{
  sarap_file_page_forget (self);
  self->officer_id = officer_id;
  start_loading (self);
  if (officer_id == 0)
    {
      sarap_file_page_create (self);
      return;
    }
  sarap_file_page_set_title (self, "");
  gtk_stack_set_visible_child_name (self->view, "loading");
}

static void
on_may_open (gpointer data)
{
  SarapFilePage *self = data;

  show_officer (self, self->wanted);
}

void
sarap_file_page_open (SarapFilePage *self, gint64 officer_id)
{
  if (officer_id != 0 && officer_id == self->officer_id && self->file != NULL)
    {
      queue_reload (self);
      return;
    }
  self->wanted = officer_id;
  sarap_file_page_leave (self, on_may_open, self);
}

gint64
sarap_file_page_get_officer_id (SarapFilePage *self)
{
  return self->officer_id;
}

const char *
sarap_file_page_get_title (SarapFilePage *self)
{
  return self->title != NULL ? self->title : "";
}

gboolean
sarap_file_page_get_unsaved (SarapFilePage *self)
{
  return self->unsaved;
}

void
sarap_file_page_refresh (SarapFilePage *self, SarapRefresh what)
{
  if (what & SARAP_REFRESH_STORE)
    {
      g_signal_group_set_target (self->store_signals, sarap_page_get_store (self->page));
      sarap_file_page_forget (self);
      self->officer_id = 0;
      start_loading (self);
    }
  if (what & SARAP_REFRESH_IDENTITY)
    show_read_only (self);
  if (self->officer_id != 0)
    queue_reload (self);
}
