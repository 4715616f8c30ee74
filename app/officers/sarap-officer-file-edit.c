#include "officers/sarap-officer-file-private.h"

#include "officers/sarap-officer-file-remove.h"
#include "officers/sarap-record-conflict.h"
#include "shell/sarap-window.h"

#include <glib/gi18n-lib.h>

static void
close_head_form (SarapOfficerFile *self)
{
  adw_bin_set_child (self->head_form, NULL);
  gtk_stack_set_visible_child_name (self->head_stack, "head");
  sarap_officer_file_update_unsaved (self);
}

/* All that are open, whatever was typed */
void
sarap_officer_file_close_forms (SarapOfficerFile *self)
{
  adw_bin_set_child (self->new_form, NULL);
  for (guint i = 0; i < SARAP_OFFICER_FILE_LISTS; i++)
    sarap_record_list_close_form (self->lists[i]);
  close_head_form (self);
}

/* The focus goes back to where the form was asked for */
static void
leave_head_form (SarapOfficerFile *self)
{
  close_head_form (self);
  gtk_widget_grab_focus (self->menu);
}

static void
on_head_kept (SarapOfficerFile *self)
{
  leave_head_form (self);
  sarap_officer_file_queue_reload (self);
}

/* Through the window, so that its way back is right */
static void
open_other (SarapOfficerFile *self, gint64 officer_id)
{
  g_autofree char *path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, officer_id);

  sarap_window_open_path (sarap_page_get_window (self->page), path);
}

static void
on_removed (gpointer data)
{
  SarapOfficerFile *self = data;

  sarap_officer_file_close (self);
}

/**
 * sarap_officer_file_ask_to_remove:
 * @self: a file
 *
 * Removes the officer with all records, once the person has agreed to that.
 */
void
sarap_officer_file_ask_to_remove (SarapOfficerFile *self)
{
  if (self->dossier != NULL && sarap_officer_file_may_edit (self))
    sarap_officer_file_remove (sarap_page_get_window (self->page), self->dossier, on_removed,
                               g_object_ref (self), g_object_unref);
}

/* A form may outlive the file while it waits for an answer */
static void
connect (SarapOfficerFile *self, GtkWidget *form, const char *signal, GCallback callback)
{
  g_signal_connect_object (form, signal, callback, self, G_CONNECT_SWAPPED);
}

/* In the place of the head, a form */
void
sarap_officer_file_edit (SarapOfficerFile *self)
{
  GtkWidget *form;

  if (self->dossier == NULL || !sarap_officer_file_may_edit (self) ||
      adw_bin_get_child (self->head_form) != NULL)
    return;
  form = sarap_officer_file_form_new (sarap_page_get_window (self->page), self->dossier->officer,
                                      self->dossier->places);
  connect (self, form, "kept", G_CALLBACK (on_head_kept));
  connect (self, form, "cancelled", G_CALLBACK (leave_head_form));
  connect (self, form, "open", G_CALLBACK (open_other));
  connect (self, form, "remove", G_CALLBACK (sarap_officer_file_ask_to_remove));
  connect (self, form, "notify::unsaved", G_CALLBACK (sarap_officer_file_update_unsaved));
  adw_bin_set_child (self->head_form, form);
  gtk_stack_set_visible_child_name (self->head_stack, "form");
}

static void
on_new_cancelled (SarapOfficerFile *self)
{
  adw_bin_set_child (self->new_form, NULL);
  sarap_officer_file_update_unsaved (self);
  sarap_officer_file_close (self);
}

static void
on_new_kept (SarapOfficerFile *self, gint64 officer_id)
{
  adw_bin_set_child (self->new_form, NULL);
  sarap_officer_file_update_unsaved (self);
  open_other (self, officer_id);
}

/* A form for a new officer, in the place of the file */
void
sarap_officer_file_create (SarapOfficerFile *self)
{
  g_autoptr (SarapRecord) blank = sarap_record_new (&sarap_officer_type);
  g_autoptr (SarapPlaces) none = sarap_places_new_empty ();
  GtkWidget *form = sarap_officer_file_form_new (sarap_page_get_window (self->page), blank, none);

  connect (self, form, "kept", G_CALLBACK (on_new_kept));
  connect (self, form, "cancelled", G_CALLBACK (on_new_cancelled));
  connect (self, form, "open", G_CALLBACK (on_new_kept));
  connect (self, form, "notify::unsaved", G_CALLBACK (sarap_officer_file_update_unsaved));
  adw_bin_set_child (self->new_form, form);
  sarap_officer_file_set_title (self, _ ("New officer"));
  gtk_stack_set_visible_child_name (self->view, "new");
}

/**
 * sarap_officer_file_leave:
 * @self: a file
 * @leave: called when it may be left
 * @data: for @leave
 */
void
sarap_officer_file_leave (SarapOfficerFile *self, GSourceOnceFunc leave, gpointer data)
{
  if (self->unsaved)
    sarap_record_ask_to_discard (GTK_WINDOW (sarap_page_get_window (self->page)), leave, data);
  else
    leave (data);
}
