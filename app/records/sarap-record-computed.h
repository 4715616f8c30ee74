#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an officer's row keeps beside its fields, made from them */
typedef struct
{
  char *sort_key;
  char *search_key;
  char *loose_key;
} SarapRecordComputed;

/**
 * sarap_record_computed_init:
 * @made: filled with the keys by which the officer is sorted and found
 * @officer_values: the texts of an officer, in the order of #sarap_officer_type's fields, which
 *   begin with number, surname, given name and patronymic
 */
void sarap_record_computed_init  (SarapRecordComputed *made, const char *const *officer_values);

void sarap_record_computed_clear (SarapRecordComputed *made);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapRecordComputed, sarap_record_computed_clear)

G_END_DECLS
