#include "exchange/sarap-import-file.h"
#include "records/sarap-record-store.h"
#include "records/sarap-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Officers read by one query */
#define OFFICERS_AT_ONCE 1000

/* The bodies and units of the database: there are few, so all of them are read */
typedef struct
{
  GHashTable *bodies;
  GHashTable *units;  /* unit_key() */
  GHashTable *others; /* any other kind that is referred to → a set of joined keys */
  GHashTable *alike;  /* the skeleton of codes, of the database and of the folder → the code */
  char *central;
} Codes;

static void
codes_clear (Codes *codes)
{
  g_clear_pointer (&codes->bodies, g_hash_table_unref);
  g_clear_pointer (&codes->units, g_hash_table_unref);
  g_clear_pointer (&codes->others, g_hash_table_unref);
  g_clear_pointer (&codes->alike, g_hash_table_unref);
  g_free (codes->central);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Codes, codes_clear)

/* No code contains a line feed */
static char *
unit_key (const char *body, const char *code)
{
  return g_strconcat (body, "\n", code, NULL);
}

/* The skeleton of a body's code, or of a unit's code with that of its body */
static char *
look_of (const char *body, const char *code)
{
  g_autofree char *skeleton = sarap_text_skeleton (code);

  return body != NULL ? unit_key (body, skeleton) : g_steal_pointer (&skeleton);
}

static void
add_look (Codes *codes, const char *body, const char *code)
{
  g_hash_table_replace (codes->alike, look_of (body, code), g_strdup (code));
}

/* A different code that looks the same */
static const char *
find_alike (const Codes *codes, const char *body, const char *code)
{
  g_autofree char *look = look_of (body, code);
  const char *alike = g_hash_table_lookup (codes->alike, look);

  return g_strcmp0 (alike, code) != 0 ? alike : NULL;
}

static gboolean
add_body (const char *const *values, gpointer data, GError **error)
{
  Codes *codes = data;

  g_hash_table_add (codes->bodies, g_strdup (values[0]));
  add_look (codes, NULL, values[0]);
  if (sarap_code_find (sarap_body_kinds, values[sarap_record_type_field (&sarap_body_type, "kind")],
                       -1) == SARAP_BODY_CENTRAL)
    {
      g_free (codes->central);
      codes->central = g_strdup (values[0]);
    }
  return TRUE;
}

static gboolean
add_unit (const char *const *values, gpointer data, GError **error)
{
  Codes *codes = data;

  g_hash_table_add (codes->units, unit_key (values[0], values[1]));
  add_look (codes, values[0], values[1]);
  return TRUE;
}

/* No text of a key contains a line feed */
static char *
join_key (const char *const *key, guint n_key)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_key; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "", key[i] != NULL ? key[i] : "");
  return g_string_free (joined, FALSE);
}

typedef struct
{
  const SarapRecordType *type;
  GHashTable *keys;
} Others;

static gboolean
add_other (const char *const *values, gpointer data, GError **error)
{
  Others *others = data;
  const char *key[SARAP_KEY_MOST];
  guint n_key = 0;

  for (guint i = 0; i < others->type->n_fields; i++)
    if (others->type->fields[i].flags & SARAP_FIELD_KEY)
      key[n_key++] = values[i];
  g_hash_table_add (others->keys, join_key (key, n_key));
  return TRUE;
}

/* Records that files refer to, other than bodies, units and officers, are few: all of them are
   read */
static gboolean
load_others (SarapImport *self, Codes *codes, SarapDatabase *db, GError **error)
{
  codes->others = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < self->n_files; i++)
    {
      const SarapImportFile *file = &self->files[i];

      for (guint j = 0; j < file->references->len; j++)
        {
          guint field = g_array_index (file->references, SarapImportReference, j).field;
          Others others = { file->type->fields[field].refers, NULL };

          if (others.type == &sarap_body_type || others.type == &sarap_unit_type ||
              others.type == &sarap_officer_type ||
              g_hash_table_contains (codes->others, others.type))
            continue;
          others.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_hash_table_insert (codes->others, (gpointer) others.type, others.keys);
          if (!sarap_records_visit (db, others.type, add_other, &others, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
load_codes (Codes *codes, SarapDatabase *db, GError **error)
{
  codes->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  codes->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  codes->alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return sarap_records_visit (db, &sarap_body_type, add_body, codes, error) &&
         sarap_records_visit (db, &sarap_unit_type, add_unit, codes, error);
}

static gboolean
is_kept (const Codes *codes, const char *body, const char *code)
{
  g_autofree char *key = body != NULL ? unit_key (body, code) : g_strdup (code);

  return g_hash_table_contains (body != NULL ? codes->units : codes->bodies, key);
}

static void
add_unknown (SarapImport *self,
             SarapImportFile *file,
             const SarapImportReference *reference,
             const SarapRecordType *to,
             char *message)
{
  SarapImportFile *referred = sarap_import_find_file (self, to);

  if (referred != NULL && referred->uncertain)
    {
      g_free (message);
      return;
    }
  sarap_import_add_fault (self, file,
                          g_array_index (file->rows, SarapImportRow, reference->row).line,
                          file->type->fields[reference->field].name, message);
}

static void
resolve_body (SarapImport *self,
              SarapImportFile *file,
              const SarapImportReference *reference,
              const char *const *values,
              const Codes *codes)
{
  const char *code = values[reference->field], *alike;

  if (g_hash_table_contains (codes->bodies, code))
    return;
  alike = find_alike (codes, NULL, code);
  if (alike != NULL)
    add_unknown (self, file, reference, &sarap_body_type,
                 g_strdup_printf (_ ("No body has the code %s. The code %s looks the same, and has "
                                     "other letters or digits."),
                                  code, alike));
  else
    add_unknown (self, file, reference, &sarap_body_type,
                 g_strdup_printf (_ ("No body has the code %s, neither in the folder nor in the "
                                     "database."),
                                  code));
}

static gboolean
is_body_known (SarapImport *self, const char *code, const Codes *codes)
{
  return g_hash_table_contains (codes->bodies, code) ||
         sarap_import_keys_have (sarap_import_find_file (self, &sarap_body_type), &code);
}

/* A unit of an unknown body is not a separate fault */
static void
resolve_unit (SarapImport *self,
              SarapImportFile *file,
              const SarapImportReference *reference,
              const char *const *values,
              const Codes *codes)
{
  const char *body = values[reference->field - 1], *code = values[reference->field], *alike;
  g_autofree char *key = NULL;

  if (body == NULL || !is_body_known (self, body, codes))
    return;
  key = unit_key (body, code);
  if (g_hash_table_contains (codes->units, key))
    return;
  alike = find_alike (codes, body, code);
  if (alike != NULL)
    add_unknown (self, file, reference, &sarap_unit_type,
                 g_strdup_printf (_ ("The body %s has no unit with the code %s. The code %s looks "
                                     "the same, and has other letters or digits."),
                                  body, code, alike));
  else
    add_unknown (self, file, reference, &sarap_unit_type,
                 g_strdup_printf (_ ("The body %s has no unit with the code %s, neither in the "
                                     "folder nor in the database."),
                                  body, code));
}

/* Reports other missing records by the texts of their key */
static void
resolve_other (SarapImport *self,
               SarapImportFile *file,
               const SarapImportReference *reference,
               const char *const *values,
               const Codes *codes)
{
  const SarapRecordType *refers = file->type->fields[reference->field].refers;
  const char *key[SARAP_KEY_MOST];
  guint n_key = sarap_record_type_referred (file->type, reference->field, values, key);
  g_autofree char *joined = join_key (key, n_key);

  if (g_hash_table_contains (g_hash_table_lookup (codes->others, refers), joined))
    return;
  g_strdelimit (joined, "\n", '/');
  add_unknown (
      self, file, reference, refers,
      /* TRANSLATORS: a kind of record such as "Commission", and what tells it from others */
      g_strdup_printf (_ ("%s %s is neither in the folder nor in the database."), _ (refers->label),
                       joined));
}

static void
resolve_codes (SarapImport *self, SarapImportFile *file, const Codes *codes)
{
  for (guint i = 0; i < file->references->len; i++)
    {
      const SarapImportReference *reference =
          &g_array_index (file->references, SarapImportReference, i);
      const SarapRecordType *refers = file->type->fields[reference->field].refers;
      const char *values[SARAP_IMPORT_FIELDS];

      sarap_import_file_values (file, reference->row, values);
      if (refers == &sarap_body_type)
        resolve_body (self, file, reference, values, codes);
      else if (refers == &sarap_unit_type)
        resolve_unit (self, file, reference, values, codes);
      else if (refers != &sarap_officer_type)
        resolve_other (self, file, reference, values, codes);
    }
}

/* The IINs of some officers, with the references to each */
typedef struct
{
  GPtrArray *iins;
  GArray *references; /* SarapImportReference */
  GArray *indices;    /* guint, the index of the IIN among the iins */
} Officers;

static void
officers_clear (Officers *officers)
{
  g_clear_pointer (&officers->iins, g_ptr_array_unref);
  g_clear_pointer (&officers->references, g_array_unref);
  g_clear_pointer (&officers->indices, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Officers, officers_clear)

static void
add_officer (Officers *officers, const SarapImportReference *reference, const char *iin)
{
  guint index = officers->iins->len;

  /* the lines of one officer mostly follow each other */
  if (index > 0 && strcmp (officers->iins->pdata[index - 1], iin) == 0)
    index--;
  else
    g_ptr_array_add (officers->iins, (gpointer) iin);
  g_array_append_val (officers->references, *reference);
  g_array_append_val (officers->indices, index);
}

static gboolean
look_up_officers (SarapImport *self,
                  SarapImportFile *file,
                  Officers *officers,
                  SarapReadableFiles *known,
                  GError **error)
{
  g_autofree gboolean *found = g_new0 (gboolean, officers->iins->len + 1);

  if (!sarap_readable_files_exist (known, (const char *const *) officers->iins->pdata,
                                   officers->iins->len, found, error))
    return FALSE;
  for (guint i = 0; i < officers->references->len; i++)
    {
      guint index = g_array_index (officers->indices, guint, i);

      if (!found[index])
        add_unknown (self, file, &g_array_index (officers->references, SarapImportReference, i),
                     &sarap_officer_type,
                     g_strdup_printf (_ ("No officer has the IIN %s, neither in the folder nor in "
                                         "the database."),
                                      (char *) officers->iins->pdata[index]));
    }
  g_ptr_array_set_size (officers->iins, 0);
  g_array_set_size (officers->references, 0);
  g_array_set_size (officers->indices, 0);
  return TRUE;
}

static gboolean
resolve_officers (SarapImport *self,
                  SarapImportFile *file,
                  SarapReadableFiles *known,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (Officers)
      officers = { g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (SarapImportReference)),
                   g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < file->references->len; i++)
    {
      const SarapImportReference *reference =
          &g_array_index (file->references, SarapImportReference, i);
      const char *values[SARAP_IMPORT_FIELDS];

      if (file->type->fields[reference->field].refers != &sarap_officer_type)
        continue;
      sarap_import_file_values (file, reference->row, values);
      add_officer (&officers, reference, values[reference->field]);
      if (officers.iins->len < OFFICERS_AT_ONCE)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !look_up_officers (self, file, &officers, known, error))
        return FALSE;
    }
  return officers.iins->len == 0 || look_up_officers (self, file, &officers, known, error);
}

/* A new code that looks the same as an existing one is probably a typing error */
static void
check_code (SarapImport *self, SarapImportFile *file, guint row, Codes *codes)
{
  int field = sarap_record_type_field (file->type, "code");
  const char *values[SARAP_IMPORT_FIELDS], *alike, *body, *code;

  sarap_import_file_values (file, row, values);
  body = file->type == &sarap_unit_type ? values[0] : NULL;
  code = values[field];
  if (code == NULL || (file->type == &sarap_unit_type && body == NULL))
    return;
  alike = find_alike (codes, body, code);
  if (alike == NULL)
    add_look (codes, body, code);
  else if (!is_kept (codes, body, code))
    sarap_import_add_fault (
        self, file, g_array_index (file->rows, SarapImportRow, row).line, "code",
        g_strdup_printf (_ ("The code %s looks like the code %s, and has other letters or digits: "
                            "Latin for Cyrillic ones, O for 0. If both mean the same, write it "
                            "alike everywhere."),
                         code, alike));
}

static void
check_codes (SarapImport *self, const SarapRecordType *type, Codes *codes)
{
  SarapImportFile *file = sarap_import_find_file (self, type);

  for (guint row = 0; row < file->rows->len; row++)
    check_code (self, file, row, codes);
}

/* README.md 1: exactly one body is central, also after the import. The folder may make the
   database's central body territorial. */
static void
check_central (SarapImport *self, const Codes *codes)
{
  SarapImportFile *file = sarap_import_find_file (self, &sarap_body_type);
  const char *const *central = (const char *const *) &codes->central;

  if (file->central_row == 0 || codes->central == NULL || sarap_import_keys_have (file, central))
    return;
  sarap_import_add_fault (
      self, file, g_array_index (file->rows, SarapImportRow, file->central_row - 1).line, "kind",
      g_strdup_printf (_ ("Only one body is central, and the database has %s already."),
                       codes->central));
}

static gboolean
resolve_all (SarapImport *self,
             SarapDatabase *db,
             SarapReadableFiles *known,
             GCancellable *cancellable,
             GError **error)
{
  g_auto (Codes) codes = { NULL };

  if (!load_codes (&codes, db, error) || !load_others (self, &codes, db, error))
    return FALSE;
  check_central (self, &codes);
  check_codes (self, &sarap_body_type, &codes);
  check_codes (self, &sarap_unit_type, &codes);
  for (guint i = 0; i < self->n_files; i++)
    {
      resolve_codes (self, &self->files[i], &codes);
      if (!resolve_officers (self, &self->files[i], known, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sarap_import_resolve (SarapImport *self,
                      SarapDatabase *db,
                      SarapReadableFiles *known,
                      GCancellable *cancellable,
                      GError **error)
{
  gboolean resolved;

  sarap_import_forget_database_faults (self);
  self->resolving = TRUE;
  resolved = resolve_all (self, db, known, cancellable, error);
  self->resolving = FALSE;
  sarap_import_sort_faults (self);
  return resolved;
}
