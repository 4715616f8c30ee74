#include "store/sarap-changes.h"

#include <string.h>

#include "store/sarap-tables.h"

/* Bytes of a text: a name and two numbers are shorter. Any client that may connect can send up to
   8,000. */
#define LONGEST_TEXT 100

/* Changes of one kind after which one stands for all: a view reads again all that it shows */
#define MOST_OF_A_KIND 50

struct _SarapChanges
{
  GPtrArray *list;    /* of SarapChange, in order */
  GHashTable *known;  /* the same changes, to find one */
  GHashTable *counts; /* record → number of its changes */
};

static guint
change_hash (gconstpointer data)
{
  const SarapChange *change = data;

  return g_direct_hash (change->record) ^ g_int64_hash (&change->id) ^
         (g_int64_hash (&change->officer_id) << 8);
}

static gboolean
change_equal (gconstpointer a, gconstpointer b)
{
  const SarapChange *x = a, *y = b;

  return x->record == y->record && x->id == y->id && x->officer_id == y->officer_id;
}

SarapChanges *
sarap_changes_new (void)
{
  SarapChanges *self = g_new0 (SarapChanges, 1);

  self->list = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (change_hash, change_equal);
  self->counts = g_hash_table_new (NULL, NULL);
  return self;
}

void
sarap_changes_free (SarapChanges *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->list);
  g_free (self);
}

static guint
count_of (SarapChanges *self, const char *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, record));
}

static void
change_add (SarapChanges *self, const char *record, gint64 id, gint64 officer_id)
{
  SarapChange *change = g_memdup2 (&(SarapChange){ record, id, officer_id }, sizeof (SarapChange));

  g_hash_table_add (self->known, change);
  g_ptr_array_add (self->list, change);
}

/* One change that says "any" replaces all changes of this kind */
static void
add_any (SarapChanges *self, const char *record)
{
  for (guint i = self->list->len; i > 0; i--)
    {
      SarapChange *change = self->list->pdata[i - 1];

      if (change->record == record)
        {
          g_hash_table_remove (self->known, change);
          g_ptr_array_remove_index (self->list, i - 1);
        }
    }
  g_hash_table_insert (self->counts, (gpointer) record, GUINT_TO_POINTER (MOST_OF_A_KIND + 1));
  change_add (self, record, 0, 0);
}

gboolean
sarap_changes_add (SarapChanges *self, const char *record, gint64 id, gint64 officer_id)
{
  SarapChange change = { sarap_database_find_table (record), id, officer_id };
  guint count;

  if (!change.record || id < 0 || officer_id < 0)
    return FALSE;
  count = count_of (self, change.record);
  if (count > MOST_OF_A_KIND || g_hash_table_contains (self->known, &change))
    return TRUE;
  if (count == MOST_OF_A_KIND || (id == 0 && officer_id == 0))
    {
      add_any (self, change.record);
      return TRUE;
    }
  g_hash_table_insert (self->counts, (gpointer) change.record, GUINT_TO_POINTER (count + 1));
  change_add (self, change.record, id, officer_id);
  return TRUE;
}

gboolean
sarap_changes_add_text (SarapChanges *self, const char *text)
{
  g_auto (GStrv) words = NULL;
  guint64 id, officer_id;

  if (strnlen (text, LONGEST_TEXT + 1) > LONGEST_TEXT)
    return FALSE;
  words = g_strsplit (text, " ", -1);
  return g_strv_length (words) == 3 &&
         g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXINT64, &id, NULL) &&
         g_ascii_string_to_unsigned (words[2], 10, 0, G_MAXINT64, &officer_id, NULL) &&
         sarap_changes_add (self, words[0], id, officer_id);
}

void
sarap_changes_add_everything (SarapChanges *self)
{
  GPtrArray *tables = sarap_database_tables ();

  for (guint i = 0; i < tables->len; i++)
    sarap_changes_add (self, tables->pdata[i], 0, 0);
}

void
sarap_changes_merge (SarapChanges *self, SarapChanges *other)
{
  for (guint i = 0; i < other->list->len; i++)
    {
      const SarapChange *change = other->list->pdata[i];

      sarap_changes_add (self, change->record, change->id, change->officer_id);
    }
  sarap_changes_free (other);
}

gboolean
sarap_changes_is_empty (SarapChanges *self)
{
  return self->list->len == 0;
}

char *
sarap_changes_describe (SarapChanges *self)
{
  GString *text = g_string_new (NULL);
  GPtrArray *tables = sarap_database_tables ();

  for (guint i = 0; i < tables->len; i++)
    {
      const char *record = tables->pdata[i];
      guint count = count_of (self, record);

      if (count == 0)
        continue;
      g_string_append_printf (text, "%s%s ", text->len > 0 ? ", " : "", record);
      if (count > MOST_OF_A_KIND)
        g_string_append (text, "any");
      else
        g_string_append_printf (text, "%u", count);
    }
  return g_string_free (text, FALSE);
}

void
sarap_changes_foreach (SarapChanges *self, SarapChangeFunc func, gpointer data)
{
  for (guint i = 0; i < self->list->len; i++)
    func (self->list->pdata[i], data);
}
