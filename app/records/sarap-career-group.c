#include "records/sarap-career-group.h"

#include <string.h>

/* Room at first; it doubles each time it is full */
#define FEWEST_ROWS 64

void
sarap_career_group_init (SarapCareerGroup *self, gsize row_size)
{
  self->n_rows = 0;
  self->rows = g_array_new (FALSE, FALSE, row_size);
  self->officers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sorted = g_array_new (FALSE, FALSE, row_size);
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint));
}

void
sarap_career_group_clear (SarapCareerGroup *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->officers);
  g_array_unref (self->sorted);
  g_array_unref (self->starts);
}

void
sarap_career_group_empty (SarapCareerGroup *self)
{
  self->n_rows = 0;
}

void
sarap_career_group_add (SarapCareerGroup *self, guint index, gconstpointer row)
{
  gsize size = g_array_get_element_size (self->rows);

  if (self->n_rows == self->rows->len)
    {
      g_array_set_size (self->rows, 2 * self->n_rows + FEWEST_ROWS);
      g_array_set_size (self->officers, self->rows->len);
    }
  memcpy (self->rows->data + size * self->n_rows, row, size);
  g_array_index (self->officers, guint, self->n_rows++) = index;
}

void
sarap_career_group_sort (SarapCareerGroup *self, guint n_officers)
{
  gsize size = g_array_get_element_size (self->rows);
  guint n_rows = self->n_rows;
  guint *starts;

  g_array_set_size (self->sorted, n_rows);
  g_array_set_size (self->starts, 0);
  g_array_set_size (self->starts, n_officers + 2);
  starts = (guint *) self->starts->data;
  /* counted at index + 2, so that filling moves each start to its final position */
  for (guint i = 0; i < n_rows; i++)
    starts[g_array_index (self->officers, guint, i) + 2]++;
  for (guint index = 2; index < n_officers + 2; index++)
    starts[index] += starts[index - 1];
  for (guint i = 0; i < n_rows; i++)
    memcpy (self->sorted->data + size * starts[g_array_index (self->officers, guint, i) + 1]++,
            self->rows->data + size * i, size);
}

gconstpointer
sarap_career_group_get (SarapCareerGroup *self, guint index, guint *n_rows)
{
  guint start = g_array_index (self->starts, guint, index);

  *n_rows = g_array_index (self->starts, guint, index + 1) - start;
  return self->sorted->data + g_array_get_element_size (self->sorted) * start;
}
