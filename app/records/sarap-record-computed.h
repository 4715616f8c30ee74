#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The columns of an officer's row that are computed from its fields */
typedef struct
{
  char *sort_key;
  char *search_key;
  char *loose_key;
} SarapRecordComputed;

/**
 * sarap_record_computed_init:
 * @computed: receives the keys for sorting and finding the officer
 * @officer_values: the texts of an officer, in the order of #sarap_officer_type's fields, which
 *   begin with number, surname, given name and patronymic
 */
void sarap_record_computed_init  (SarapRecordComputed *computed, const char *const *officer_values);

void sarap_record_computed_clear (SarapRecordComputed *computed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapRecordComputed, sarap_record_computed_clear)

G_END_DECLS
