#include "sarap-career-text.h"

#include <string.h>

SarapDate
sarap_text_date (const char *text)
{
  SarapDate date = SARAP_DATE_NONE;

  if (strcmp (text, "-") != 0)
    g_assert_true (sarap_date_parse (text, -1, &date));
  return date;
}

static int
code (const SarapCode *table, const char *text)
{
  int value = strcmp (text, "-") == 0 ? 0 : sarap_code_find (table, text, -1);

  g_assert_cmpint (value, >=, 0);
  return value;
}

static void
add_service (SarapTextCareer *room, char **words, guint n_words)
{
  SarapServiceRecord *record = &room->service[room->career.n_service++];

  g_assert_cmpuint (room->career.n_service, <=, SARAP_TEXT_RECORDS);
  *record = (SarapServiceRecord){ .employer_kind = code (sarap_employer_kinds, words[0]),
                                  .start = sarap_text_date (words[1]),
                                  .end = sarap_text_date (words[2]) };
  if (record->employer_kind == SARAP_EMPLOYER_CUSTOMS)
    {
      record->category = n_words > 3 ? code (sarap_categories, words[3]) : SARAP_CATEGORY_OFFICIAL;
      record->central = n_words > 4;
      record->body = record->central ? 1 : 2;
    }
}

static void
add_part (SarapTextCareer *room, const char *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);
  guint n = g_strv_length (words);

  g_assert_cmpuint (n, >=, 3);
  if (sarap_code_find (sarap_employer_kinds, words[0], -1) > 0)
    add_service (room, words, n);
  else if (sarap_code_find (sarap_deferral_kinds, words[0], -1) > 0)
    {
      g_assert_cmpuint (room->career.n_deferrals, <, SARAP_TEXT_RECORDS);
      room->deferrals[room->career.n_deferrals++] =
          (SarapDeferral){ code (sarap_deferral_kinds, words[0]), sarap_text_date (words[1]),
                           sarap_text_date (words[2]) };
    }
  else
    {
      g_assert_true (n == 4 || n == 5);
      g_assert_cmpuint (room->career.n_attestations, <, SARAP_TEXT_RECORDS);
      room->attestations[room->career.n_attestations++] = (SarapAttestation){
        code (sarap_attestation_kinds, words[0]),
        sarap_text_date (words[1]),
        code (sarap_decisions, words[2]),
        code (sarap_outcomes, words[3]),
        n > 4 ? sarap_text_date (words[4]) : SARAP_DATE_NONE,
      };
    }
}

const SarapCareer *
sarap_text_career (SarapTextCareer *room, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  memset (room, 0, sizeof *room);
  room->career.service = room->service;
  room->career.deferrals = room->deferrals;
  room->career.attestations = room->attestations;
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      add_part (room, parts[i]);
  return &room->career;
}

char *
sarap_text_standing (const SarapStanding *s)
{
  char texts[5][SARAP_DATE_TEXT];

  return g_strdup_printf (
      "%s,%s,%s,%s,%s,%s,%s,%s", sarap_code_text (sarap_statuses, s->status),
      sarap_code_text (sarap_obligations, s->obligation),
      sarap_date_to_text (s->continuous_since, texts[0]),
      sarap_date_to_text (s->position_since, texts[1]), sarap_date_to_text (s->term, texts[2]),
      sarap_date_to_text (s->window_start, texts[3]), sarap_date_to_text (s->deadline, texts[4]),
      sarap_code_text (sarap_deferral_kinds, s->deferral));
}
