#include "sarap-golden.h"

#include <string.h>

/* Fields that a line may have here, and how it is taken */
#define MAX_FIELDS 16

typedef void (*Take) (SarapGolden *golden, char **fields);

/* Cuts one line of well-formed CSV in place; what the import takes is tested with the import */
static void
cut_line (char *line, char *fields[MAX_FIELDS])
{
  char *to = line;
  gboolean quoted = FALSE;
  int n = 0;

  memset (fields, 0, MAX_FIELDS * sizeof (char *));
  fields[n++] = to;
  for (const char *from = line; *from != '\0'; from++)
    {
      if (*from == '"' && quoted && from[1] == '"')
        *to++ = *from++;
      else if (*from == '"')
        quoted = !quoted;
      else if (*from == ',' && !quoted)
        {
          *to++ = '\0';
          g_assert_cmpint (n, <, MAX_FIELDS);
          fields[n++] = to;
        }
      else
        *to++ = *from;
    }
  *to = '\0';
}

static void
read_file (SarapGolden *golden, const char *folder, const char *name, Take take)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      {
        char *fields[MAX_FIELDS];

        /* the folder ends its lines as RFC 4180 does */
        cut_line (g_strchomp (lines[i]), fields);
        take (golden, fields);
      }
}

static SarapDate
date (const char *text)
{
  SarapDate day = SARAP_DATE_NONE;

  if (text[0] != '\0')
    g_assert_true (sarap_date_parse (text, -1, &day));
  return day;
}

static int
code (const SarapCode *table, const char *text)
{
  int value = sarap_code_find (table, text, -1);

  g_assert_cmpint (value, >=, 0);
  return value;
}

static SarapGoldenOfficer *
officer (SarapGolden *golden, const char *iin)
{
  SarapGoldenOfficer *found = g_hash_table_lookup (golden->by_iin, iin);

  g_assert_nonnull (found);
  return found;
}

static void
take_body (SarapGolden *golden, char **fields)
{
  g_ptr_array_add (golden->bodies, g_strdup (fields[0]));
  if (strcmp (fields[1], "central") == 0)
    golden->central = golden->bodies->len;
}

static void
take_officer (SarapGolden *golden, char **fields)
{
  SarapGoldenOfficer *added = g_new0 (SarapGoldenOfficer, 1);

  added->iin = g_strdup (fields[0]);
  added->birth_date = date (fields[4]);
  added->sex = code (sarap_sexes, fields[5]);
  added->service = g_array_new (FALSE, FALSE, sizeof (SarapServiceRecord));
  added->deferrals = g_array_new (FALSE, FALSE, sizeof (SarapDeferral));
  added->attestations = g_array_new (FALSE, FALSE, sizeof (SarapAttestation));
  g_ptr_array_add (golden->officers, added);
  g_assert_true (g_hash_table_insert (golden->by_iin, added->iin, added));
}

static void
take_service (SarapGolden *golden, char **fields)
{
  SarapServiceRecord record = { .employer_kind = code (sarap_employer_kinds, fields[1]),
                                .category = code (sarap_categories, fields[7]),
                                .level = (int) g_ascii_strtoll (fields[8], NULL, 10),
                                .start = date (fields[9]),
                                .end = date (fields[10]) };

  for (guint i = 0; i < golden->bodies->len; i++)
    if (strcmp (g_ptr_array_index (golden->bodies, i), fields[3]) == 0)
      record.body = i + 1;
  record.central = record.body == golden->central;
  g_array_append_val (officer (golden, fields[0])->service, record);
}

static void
take_deferral (SarapGolden *golden, char **fields)
{
  SarapDeferral deferral = { code (sarap_deferral_kinds, fields[1]), date (fields[2]),
                             date (fields[3]) };

  g_array_append_val (officer (golden, fields[0])->deferrals, deferral);
}

static void
take_attestation (SarapGolden *golden, char **fields)
{
  SarapAttestation attestation = { code (sarap_attestation_kinds, fields[1]), date (fields[2]),
                                   code (sarap_decisions, fields[3]),
                                   code (sarap_outcomes, fields[4]) };

  g_array_append_val (officer (golden, fields[0])->attestations, attestation);
}

static void
officer_free (gpointer data)
{
  SarapGoldenOfficer *freed = data;

  g_free (freed->iin);
  g_array_unref (freed->service);
  g_array_unref (freed->deferrals);
  g_array_unref (freed->attestations);
  g_free (freed);
}

static int
compare_officers (gconstpointer a, gconstpointer b)
{
  const SarapGoldenOfficer *const *first = a, *const *second = b;

  return strcmp ((*first)->iin, (*second)->iin);
}

/* An import folder, read or the test ends */
SarapGolden *
sarap_golden_load (const char *folder)
{
  SarapGolden *golden = g_new0 (SarapGolden, 1);

  golden->bodies = g_ptr_array_new_with_free_func (g_free);
  golden->officers = g_ptr_array_new_with_free_func (officer_free);
  golden->by_iin = g_hash_table_new (g_str_hash, g_str_equal);
  read_file (golden, folder, "bodies.csv", take_body);
  read_file (golden, folder, "officers.csv", take_officer);
  read_file (golden, folder, "service.csv", take_service);
  read_file (golden, folder, "deferrals.csv", take_deferral);
  read_file (golden, folder, "attestations.csv", take_attestation);
  g_ptr_array_sort (golden->officers, compare_officers);
  return golden;
}

void
sarap_golden_free (SarapGolden *golden)
{
  g_hash_table_unref (golden->by_iin);
  g_ptr_array_unref (golden->officers);
  g_ptr_array_unref (golden->bodies);
  g_free (golden);
}

/* Borrows from @officer */
SarapCareer
sarap_golden_career (const SarapGoldenOfficer *of)
{
  return (SarapCareer){ (SarapServiceRecord *) of->service->data,    of->service->len,
                        (SarapDeferral *) of->deferrals->data,       of->deferrals->len,
                        (SarapAttestation *) of->attestations->data, of->attestations->len };
}
