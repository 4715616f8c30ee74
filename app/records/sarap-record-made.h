#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an officer's row keeps beside its fields, made from them */
typedef struct
{
  char *sort_key;
  char *search_key;
  char *loose_key;
} SarapRecordMade;

void sarap_record_made_init  (SarapRecordMade *made, const char *const *officer_values);
void sarap_record_made_clear (SarapRecordMade *made);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapRecordMade, sarap_record_made_clear)

G_END_DECLS
