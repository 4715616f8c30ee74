#include "exchange/sarap-import-file.h"

#include "base/sarap-log.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  SarapImportFault fault;
  gboolean of_database;
} KeptFault;

static void
fault_free (KeptFault *kept)
{
  g_free (kept->fault.column);
  g_free (kept->fault.message);
  g_free (kept);
}

void
sarap_import_change_free (SarapImportChange *change)
{
  for (guint i = 0; change->before != NULL && i < change->type->n_fields; i++)
    g_free (change->before[i]);
  g_free (change->before);
  g_free (change->officer);
  g_free (change->after);
  g_free (change);
}

void
sarap_import_standing_free (SarapImportStanding *standing)
{
  g_free (standing->officer);
  g_free (standing);
}

static void
file_clear (SarapImportFile *file)
{
  g_free (file->buffer);
  g_free (file->sha256);
  g_free (file->keys.slots);
  g_free (file->fields);
  g_clear_pointer (&file->texts, g_string_chunk_free);
  g_clear_pointer (&file->causes, sarap_import_causes_free);
  g_clear_pointer (&file->rows, g_array_unref);
  g_clear_pointer (&file->references, g_array_unref);
}

static SarapImport *
import_new (void)
{
  SarapImport *self = g_new0 (SarapImport, 1);

  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_import_change_free);
  self->standings = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_import_standing_free);
  self->files = g_new0 (SarapImportFile, SARAP_RECORD_TYPES_MOST);
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      SarapImportFile *file = &self->files[self->n_files];

      if (sarap_record_types[i]->file == NULL)
        continue;
      g_assert (sarap_record_types[i]->n_fields <= SARAP_IMPORT_FIELDS);
      file->type = sarap_record_types[i];
      file->rows = g_array_new (FALSE, FALSE, sizeof (SarapImportRow));
      file->causes = sarap_import_causes_new ();
      file->references = g_array_new (FALSE, FALSE, sizeof (SarapImportReference));
      self->n_files++;
    }
  return self;
}

void
sarap_import_free (SarapImport *self)
{
  for (guint i = 0; i < self->n_files; i++)
    file_clear (&self->files[i]);
  g_free (self->files);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->standings);
  g_free (self);
}

SarapImportFile *
sarap_import_find_file (SarapImport *self, const SarapRecordType *type)
{
  for (guint i = 0; i < self->n_files; i++)
    if (self->files[i].type == type)
      return &self->files[i];
  return NULL;
}

void
sarap_import_add_fault (
    SarapImport *self, SarapImportFile *file, guint line, const char *column, char *message)
{
  KeptFault *kept = g_new (KeptFault, 1);

  kept->fault = (SarapImportFault){ file->type->file, line, g_strdup (column), message };
  kept->of_database = self->resolving;
  self->n_database_faults += self->resolving;
  self->n_faults++;
  if (self->faults->len < SARAP_IMPORT_FAULTS)
    g_ptr_array_add (self->faults, kept);
  else
    fault_free (kept);
}

void
sarap_import_add_cause (
    SarapImport *self, SarapImportFile *file, guint line, const char *column, char *message)
{
  if (self->faults->len == SARAP_IMPORT_FAULTS)
    g_ptr_array_set_size (self->faults, SARAP_IMPORT_FAULTS - 1);
  sarap_import_add_fault (self, file, line, column, message);
}

void
sarap_import_add_warning (
    SarapImport *self, SarapImportFile *file, guint line, const char *column, char *message)
{
  KeptFault *kept = g_new0 (KeptFault, 1);

  kept->fault = (SarapImportFault){ file->type->file, line, g_strdup (column), message };
  if (self->n_warnings++ < SARAP_IMPORT_WARNINGS)
    g_ptr_array_add (self->warnings, kept);
  else
    fault_free (kept);
}

void
sarap_import_add_plausible (SarapImport *self,
                            SarapImportFile *file,
                            guint line,
                            const char *column,
                            SarapWarningKind kind,
                            char *message)
{
  guint n_kept = self->warnings->len;

  self->n_plausible[kind]++;
  sarap_import_add_warning (self, file, line, column, message);
  if (self->warnings->len > n_kept)
    ((KeptFault *) self->warnings->pdata[n_kept])->of_database = TRUE;
}

void
sarap_import_forget_database_faults (SarapImport *self)
{
  for (guint i = self->warnings->len; i > 0; i--)
    if (((KeptFault *) self->warnings->pdata[i - 1])->of_database)
      g_ptr_array_remove_index (self->warnings, i - 1);
  for (guint kind = 0; kind < SARAP_WARNING_KINDS; kind++)
    {
      self->n_warnings -= self->n_plausible[kind];
      self->n_plausible[kind] = 0;
    }
  for (guint i = self->faults->len; i > 0; i--)
    if (((KeptFault *) self->faults->pdata[i - 1])->of_database)
      g_ptr_array_remove_index (self->faults, i - 1);
  self->n_faults -= self->n_database_faults;
  self->n_database_faults = 0;
}

void
sarap_import_add_standing (SarapImport *self,
                           gint64 officer_id,
                           const char *iin,
                           const SarapStanding *before,
                           const SarapStanding *after)
{
  SarapImportStanding *standing = NULL;

  if (before->status == after->status && before->deadline == after->deadline)
    return;
  standing = g_new (SarapImportStanding, 1);
  *standing = (SarapImportStanding){ officer_id,     iin,           NULL,
                                     before->status, after->status, before->deadline,
                                     after->deadline };
  g_ptr_array_add (self->standings, standing);
}

static int
index_of_file (const char *name)
{
  int index = 0;

  while (g_strcmp0 (sarap_record_types[index]->file, name) != 0)
    index++;
  return index;
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const SarapImportFault *one = *(SarapImportFault *const *) a;
  const SarapImportFault *other = *(SarapImportFault *const *) b;
  int file = index_of_file (one->file);
  int order = file - index_of_file (other->file);

  if (order == 0)
    order = (one->line > other->line) - (one->line < other->line);
  if (order == 0)
    order = sarap_record_type_field (sarap_record_types[file], one->column) -
            sarap_record_type_field (sarap_record_types[file], other->column);
  return order;
}

void
sarap_import_sort_faults (SarapImport *self)
{
  g_ptr_array_sort (self->faults, compare_faults);
  g_ptr_array_sort (self->warnings, compare_faults);
}

static gboolean
set_folder_error (const char *folder, int code, GError **error)
{
  if (code == ENOENT)
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
                 _ ("There is no folder “%s”."), folder);
  else if (code == ENOTDIR)
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
                 _ ("“%s” is not a folder. Give the folder that has the CSV files."), folder);
  else
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
                 /* TRANSLATORS: a folder's name, and why */
                 _ ("The folder “%s” cannot be read: %s."), folder,
                 sarap_exchange_say_errno (code));
  return FALSE;
}

static gboolean
load_files (SarapImport *self, const char *folder, GCancellable *cancellable, GError **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean loaded = TRUE;

  if (fd < 0)
    return set_folder_error (folder, errno, error);
  for (guint i = 0; i < self->n_files && loaded; i++)
    loaded = sarap_import_file_load (&self->files[i], fd, cancellable, error);
  close (fd);
  return loaded;
}

static gboolean
parse_files (SarapImport *self,
             GCancellable *cancellable,
             SarapExchangeProgress progress,
             gpointer data,
             GError **error)
{
  guint64 done = 0, total = 0;

  sarap_import_decode (self);
  for (guint i = 0; i < self->n_files; i++)
    total += self->files[i].length;
  for (guint i = 0; i < self->n_files; i++)
    {
      SarapImportFile *file = &self->files[i];

      if (file->buffer != NULL &&
          !sarap_import_file_parse (self, file, cancellable, progress, done, total, data, error))
        return FALSE;
      if (file->buffer == NULL && (file->type->flags & SARAP_RECORD_IN_EVERY_FOLDER))
        {
          file->uncertain = TRUE;
          sarap_import_add_fault (self, file, 0, file->type->fields[0].name,
                                  g_strdup (_ ("The file is missing from the folder.")));
        }
      done += file->length;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (done, total, data);
    }
  return TRUE;
}

SarapImport *
sarap_import_read (const char *folder,
                   GCancellable *cancellable,
                   SarapExchangeProgress progress,
                   gpointer data,
                   GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("the files of an import read and checked");
  g_autoptr (SarapImport) self = import_new ();

  g_return_val_if_fail (folder != NULL, NULL);

  if (!load_files (self, folder, cancellable, error) ||
      !parse_files (self, cancellable, progress, data, error))
    return NULL;
  sarap_import_sort_faults (self);
  timed.rows = sarap_import_get_n_rows (self, NULL);
  return g_steal_pointer (&self);
}

GPtrArray *
sarap_import_get_faults (SarapImport *self)
{
  return self->faults;
}

guint64
sarap_import_get_n_faults (SarapImport *self)
{
  return self->n_faults;
}

GPtrArray *
sarap_import_get_warnings (SarapImport *self)
{
  return self->warnings;
}

guint64
sarap_import_get_n_warnings (SarapImport *self)
{
  return self->n_warnings;
}

guint64
sarap_import_get_n_plausible (SarapImport *self, SarapWarningKind kind)
{
  return self->n_plausible[kind];
}

char *
sarap_import_fault_text (const SarapImportFault *fault)
{
  if (fault->line == 0)
    return g_strdup_printf ("%s: %s", fault->file, fault->message);
  return g_strdup_printf ("%s:%u: %s: %s", fault->file, fault->line, fault->column, fault->message);
}

char *
sarap_import_say_form (SarapImport *self, const SarapRecordType *type)
{
  const SarapImportFile *file = sarap_import_find_file (self, type);
  g_autofree char *separator = NULL;
  GString *text;

  if (file == NULL || file->buffer == NULL)
    return NULL;
  separator = sarap_csv_form_say_separator (&file->form);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s · %s", sarap_csv_form_say_encoding (&file->form), separator);
  if (file->n_blank > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (
          text, ngettext ("%u empty line left out", "%u empty lines left out", file->n_blank),
          file->n_blank);
    }
  return g_string_free (text, FALSE);
}

SarapImportCounts
sarap_import_get_counts (SarapImport *self, const SarapRecordType *type)
{
  SarapImportCounts counts = { 0, 0, 0 };

  for (guint i = 0; i < self->n_files; i++)
    {
      if (type != NULL && self->files[i].type != type)
        continue;
      counts.n_new += self->files[i].counts.n_new;
      counts.n_changed += self->files[i].counts.n_changed;
      counts.n_same += self->files[i].counts.n_same;
    }
  return counts;
}

guint64
sarap_import_get_n_rows (SarapImport *self, const SarapRecordType *type)
{
  guint64 n = 0;

  for (guint i = 0; i < self->n_files; i++)
    if (type == NULL || self->files[i].type == type)
      n += self->files[i].rows->len;
  return n;
}

GPtrArray *
sarap_import_get_changes (SarapImport *self)
{
  return self->changes;
}

GPtrArray *
sarap_import_get_standings (SarapImport *self)
{
  return self->standings;
}
