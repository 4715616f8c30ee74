#include "officers/sarap-file-page-private.h"

#include "officers/sarap-file-page-remove.h"
#include "forms/sarap-record-leave.h"
#include "shell/sarap-host.h"

#include <glib/gi18n-lib.h>

static void
close_head_form (SarapFilePage *self)
{
  adw_bin_set_child (self->head_form, NULL);
  gtk_stack_set_visible_child_name (self->head_stack, "head");
  sarap_file_page_update_unsaved (self);
}

void
sarap_file_page_close_forms (SarapFilePage *self)
{
  adw_bin_set_child (self->new_form, NULL);
  for (guint i = 0; i < self->lists->len; i++)
    sarap_record_list_close_form (self->lists->pdata[i]);
  close_head_form (self);
}

/* Returns the focus to the widget that opened the form */
static void
leave_head_form (SarapFilePage *self)
{
  close_head_form (self);
  gtk_widget_grab_focus (self->menu);
}

/* Goes through the window, so that “back” works */
static void
open_other (SarapFilePage *self, gint64 officer_id)
{
  g_autofree char *path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, officer_id);

  sarap_host_open_path (sarap_host_of (GTK_WIDGET (self->page)), path);
}

static void
on_removed (gpointer data)
{
  SarapFilePage *self = data;

  sarap_file_page_close (self);
}

void
sarap_file_page_ask_to_remove (SarapFilePage *self)
{
  if (self->file != NULL && sarap_file_page_may_edit (self))
    sarap_file_page_remove (sarap_host_of (GTK_WIDGET (self->page)), self->file, on_removed,
                            g_object_ref (self), g_object_unref);
}

/* A form that waits for an answer may outlive the page */
static void
form_connect (SarapFilePage *self, GtkWidget *form, const char *signal, GCallback callback)
{
  g_signal_connect_object (form, signal, callback, self, G_CONNECT_SWAPPED);
}

void
sarap_file_page_edit (SarapFilePage *self)
{
  GtkWidget *form;

  if (self->file == NULL || !sarap_file_page_may_edit (self) ||
      adw_bin_get_child (self->head_form) != NULL)
    return;
  form = sarap_file_page_form_new (self->file->officer, self->file->bodies);
  form_connect (self, form, "kept", G_CALLBACK (leave_head_form));
  form_connect (self, form, "cancelled", G_CALLBACK (leave_head_form));
  form_connect (self, form, "open", G_CALLBACK (open_other));
  form_connect (self, form, "remove", G_CALLBACK (sarap_file_page_ask_to_remove));
  form_connect (self, form, "notify::unsaved", G_CALLBACK (sarap_file_page_update_unsaved));
  adw_bin_set_child (self->head_form, form);
  gtk_stack_set_visible_child_name (self->head_stack, "form");
}

static void
on_new_cancelled (SarapFilePage *self)
{
  adw_bin_set_child (self->new_form, NULL);
  sarap_file_page_update_unsaved (self);
  sarap_file_page_close (self);
}

static void
on_new_kept (SarapFilePage *self, gint64 officer_id)
{
  adw_bin_set_child (self->new_form, NULL);
  sarap_file_page_update_unsaved (self);
  open_other (self, officer_id);
}

void
sarap_file_page_create (SarapFilePage *self)
{
  g_autoptr (SarapRecord) blank = sarap_record_new (&sarap_officer_type);
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();
  GtkWidget *form = sarap_file_page_form_new (blank, none);

  form_connect (self, form, "kept", G_CALLBACK (on_new_kept));
  form_connect (self, form, "cancelled", G_CALLBACK (on_new_cancelled));
  form_connect (self, form, "open", G_CALLBACK (on_new_kept));
  form_connect (self, form, "notify::unsaved", G_CALLBACK (sarap_file_page_update_unsaved));
  adw_bin_set_child (self->new_form, form);
  sarap_file_page_set_title (self, _ ("New officer"));
  gtk_stack_set_visible_child_name (self->view, "new");
}

static SarapRecordForm *
form_in (AdwBin *bin)
{
  GtkWidget *form = adw_bin_get_child (bin);

  return form != NULL ? sarap_file_page_form_get_form (SARAP_FILE_PAGE_FORM (form)) : NULL;
}

void
sarap_file_page_focus_form (SarapFilePage *self)
{
  SarapRecordForm *form = form_in (self->new_form);

  if (form != NULL)
    sarap_record_form_focus (form);
}

/* The first form with input */
static SarapRecordForm *
unsaved_form (SarapFilePage *self)
{
  AdwBin *const bins[] = { self->new_form, self->head_form };

  for (guint i = 0; i < G_N_ELEMENTS (bins); i++)
    {
      SarapRecordForm *form = form_in (bins[i]);

      if (form != NULL && sarap_record_form_is_dirty (form))
        return form;
    }
  for (guint i = 0; i < self->lists->len; i++)
    if (sarap_record_list_get_unsaved (self->lists->pdata[i]))
      return sarap_record_list_get_form (self->lists->pdata[i]);
  return NULL;
}

static void
on_leave (gpointer data)
{
  SarapFilePage *self = data;

  self->leave (self->leave_data);
}

/* Another form may have unsaved input */
static void
on_saved (gpointer data)
{
  SarapFilePage *self = data;

  sarap_file_page_leave (self, self->leave, self->leave_data);
}

void
sarap_file_page_leave (SarapFilePage *self, GSourceOnceFunc leave, gpointer data)
{
  SarapRecordForm *form = unsaved_form (self);

  self->leave = leave;
  self->leave_data = data;
  if (form != NULL)
    sarap_record_ask_to_leave (GTK_WIDGET (form), sarap_record_form_can_save (form), on_leave,
                               on_saved, self);
  else
    leave (data);
}
