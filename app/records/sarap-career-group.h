#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapCareerGroup:
 *
 * The records of one kind of some officers: added in any order, then grouped by officer. An officer
 * is identified by the index in the slice. Memory is reused from one slice to the next.
 */
typedef struct
{
  GArray *rows;   /* its length is the room */
  GArray *officers; /* guint: for each row the index of its officer */
  GArray *sorted;
  GArray *starts; /* guint: for each officer the index of the first row in sorted, and the end */
  guint n_rows;
} SarapCareerGroup;

void          sarap_career_group_init  (SarapCareerGroup *self, gsize row_size);
void          sarap_career_group_clear (SarapCareerGroup *self);

/* Removes all rows, for the next officers */
void          sarap_career_group_empty (SarapCareerGroup *self);

/* Copies a row of the officer at an index */
void          sarap_career_group_add   (SarapCareerGroup *self, guint index, gconstpointer row);

/* Groups the rows by officer; rows of one officer keep their order */
void          sarap_career_group_sort  (SarapCareerGroup *self, guint n_officers);

/* The rows of the officer at an index; borrowed until the group is emptied */
gconstpointer sarap_career_group_get   (SarapCareerGroup *self, guint index, guint *n_rows);

G_END_DECLS
