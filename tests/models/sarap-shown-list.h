#pragma once

#include "models/sarap-officers-model.h"

#include "sarap-test-database.h"
#include "sarap-test-store.h"

/* A list of officers over its own connection, as the desktop has it */
typedef struct
{
  SarapDate today;
  SarapStore *store;
  SarapOfficersModel *model;
} SarapShownList;

/* Over a made-up service of so many, of seed 7, on 23 November 2026; read to its end */
void             sarap_shown_list_init   (SarapShownList    *self,
                                          SarapTestDatabase *test,
                                          guint              n_officers);
void             sarap_shown_list_clear  (SarapShownList *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapShownList, sarap_shown_list_clear)

/* How many rows it has */
guint            sarap_shown_list_n      (SarapShownList *self);
/* (transfer full): a row, which may not have its facts yet */
SarapOfficerRow *sarap_shown_list_row    (SarapShownList *self, guint position);
/* (transfer full): the name in a row, once it is there */
char            *sarap_shown_list_name   (SarapShownList *self, guint position);
/* Waits until the list is filtered by a query */
void             sarap_shown_list_filter (SarapShownList *self, const char *query);
