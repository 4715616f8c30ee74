#include "models/sarap-officer-positions.h"

#include "records/sarap-name-keys.h"

struct _SarapOfficerPositions
{
  GPtrArray *positions; /* from index 1 */
  GHashTable *indices;  /* titles → index */
};

static void
position_free (gpointer data)
{
  SarapOfficerPosition *position = data;

  if (position == NULL)
    return;
  g_free (position->search_text);
  g_free (position->loose_text);
  g_free (position);
}

SarapOfficerPositions *
sarap_officer_positions_new (void)
{
  SarapOfficerPositions *self = g_new0 (SarapOfficerPositions, 1);

  self->positions = g_ptr_array_new_with_free_func (position_free);
  g_ptr_array_add (self->positions, NULL);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
sarap_officer_positions_free (SarapOfficerPositions *self)
{
  g_ptr_array_unref (self->positions);
  g_hash_table_unref (self->indices);
  g_free (self);
}

guint16
sarap_officer_positions_add (SarapOfficerPositions *self,
                             const char *position_kk,
                             const char *position_ru)
{
  g_autofree char *titles = g_strconcat (position_kk != NULL ? position_kk : "", "\n",
                                         position_ru != NULL ? position_ru : "", NULL);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, titles));
  SarapOfficerPosition *position = NULL;

  if (index != 0 || (position_kk == NULL && position_ru == NULL) ||
      self->positions->len > G_MAXUINT16)
    return index;
  position = g_new0 (SarapOfficerPosition, 1);
  position->search_text = sarap_fold (titles, SARAP_FOLD_EXACT);
  position->loose_text = sarap_fold (titles, SARAP_FOLD_LOOSE);
  index = self->positions->len;
  g_ptr_array_add (self->positions, position);
  g_hash_table_insert (self->indices, g_steal_pointer (&titles), GUINT_TO_POINTER (index));
  return index;
}

guint
sarap_officer_positions_get_n (const SarapOfficerPositions *self)
{
  return self->positions->len;
}

const SarapOfficerPosition *
sarap_officer_positions_get (const SarapOfficerPositions *self, guint index)
{
  return self->positions->pdata[index];
}
