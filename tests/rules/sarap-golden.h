#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* The folder tests/golden/due for tests of the rules, which know no other layer */

typedef struct
{
  char *iin;
  SarapDate birth_date;
  SarapSex sex;
  GArray *service;      /* SarapServiceRecord; its body is 1 + the body's index in bodies */
  GArray *deferrals;    /* SarapDeferral */
  GArray *attestations; /* SarapAttestation */
} SarapGoldenOfficer;

typedef struct
{
  GPtrArray *bodies;   /* codes */
  GPtrArray *officers; /* SarapGoldenOfficer, by iin */
  GHashTable *by_iin;  /* borrows from officers */
  guint central;       /* 1 + the index of the agency */
} SarapGolden;

SarapGolden *sarap_golden_load   (const char *folder);
void         sarap_golden_free   (SarapGolden *golden);
SarapCareer  sarap_golden_career (const SarapGoldenOfficer *officer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapGolden, sarap_golden_free)

G_END_DECLS
