#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapCareerGroup:
 *
 * The records of one kind of some officers: taken in any order, then put together by officer.
 * Officers are known by their place among those read. The memory is kept from one use to the next.
 */
typedef struct
{
  GArray *rows;   /* as long as there is room */
  GArray *places; /* guint: for each row the place of its officer */
  GArray *sorted;
  GArray *starts; /* guint: for each officer the first of theirs in sorted, and the end */
  guint n_rows;
} SarapCareerGroup;

void          sarap_career_group_init  (SarapCareerGroup *self, gsize row_size);
void          sarap_career_group_clear (SarapCareerGroup *self);

/* Forgets its rows, for the next officers */
void          sarap_career_group_empty (SarapCareerGroup *self);

/* Takes a row, which is copied, of the officer at a place */
void          sarap_career_group_add   (SarapCareerGroup *self, guint place, gconstpointer row);

/* Puts the rows together by officer; those of one stay in the order in which they came */
void          sarap_career_group_sort  (SarapCareerGroup *self, guint n_officers);

/* The rows of the officer at a place; borrowed until the group is emptied */
gconstpointer sarap_career_group_get   (SarapCareerGroup *self, guint place, guint *n_rows);

G_END_DECLS
