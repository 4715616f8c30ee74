#include "records/sarap-record-computed.h"

#include "records/sarap-name-keys.h"

void
sarap_record_computed_init (SarapRecordComputed *computed, const char *const *officer_values)
{
  const char *iin = officer_values[0], *surname = officer_values[1];
  const char *given_name = officer_values[2], *patronymic = officer_values[3];
  g_autofree char *text = g_strjoin (" ", surname ? surname : "", given_name ? given_name : "",
                                     patronymic ? patronymic : "", iin ? iin : "", NULL);

  computed->sort_key = sarap_sort_key (surname, given_name, patronymic);
  computed->search_key = sarap_fold (text, SARAP_FOLD_EXACT);
  computed->loose_key = sarap_fold (computed->search_key, SARAP_FOLD_LOOSE);
}

void
sarap_record_computed_clear (SarapRecordComputed *computed)
{
  g_free (computed->sort_key);
  g_free (computed->search_key);
  g_free (computed->loose_key);
}
