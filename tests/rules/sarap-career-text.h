#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

#define SARAP_TEXT_RECORDS 32

/* Room for a career; a few records of each kind are enough for a test */
typedef struct
{
  SarapServiceRecord service[SARAP_TEXT_RECORDS];
  SarapDeferral deferrals[SARAP_TEXT_RECORDS];
  SarapAttestation attestations[SARAP_TEXT_RECORDS];
  SarapCareer career;
} SarapTextCareer;

/* Reads lines of a table: parts divided by "; ", each `customs START END [CATEGORY [central]]`, `state START END`,
   `other START END`, `pregnancy|childcare|absence START END` or
   `regular|reattestation DATE DECISION OUTCOME [DATE]`, with "-" for what is open */
SarapDate          sarap_text_date     (const char *text);
const SarapCareer *sarap_text_career   (SarapTextCareer *room, const char *text);
/* As a line of `due` without iin and commission */
char              *sarap_text_standing (const SarapStanding *standing);

G_END_DECLS
