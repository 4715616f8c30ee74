/* A part of SarapFilePage: the way to one of its records */
#include "officers/sarap-file-page-private.h"

static SarapRecordList *
find_list (SarapFilePage *self, const SarapRecordType *type)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (sarap_record_list_get_record_type (self->lists->pdata[i]) == type)
      return self->lists->pdata[i];
  g_assert_not_reached ();
}

SarapRecordList *
sarap_file_page_show_list (SarapFilePage *self, const SarapRecordType *type)
{
  gtk_stack_set_visible_child_name (self->tab_stack, sarap_record_screen_of (type)->page);
  return find_list (self, type);
}

void
sarap_file_page_show_record (SarapFilePage *self, const SarapRecordType *type, gint64 record_id)
{
  sarap_record_list_focus_record (sarap_file_page_show_list (self, type), record_id);
}
