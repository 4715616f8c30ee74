#include "rules/sarap-codes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const SarapCode sarap_body_kinds[] = {
  { "", NULL },
  { "central", N_ ("Central body") },
  { "territorial", N_ ("Territorial body") },
  { NULL, NULL },
};

const SarapCode sarap_unit_kinds[] = {
  { "", NULL },
  { "department", N_ ("Department") },
  { "post", N_ ("Customs post") },
  { "hr", N_ ("HR service") },
  { "legal", N_ ("Legal service") },
  { "other", N_ ("Other unit") },
  { NULL, NULL },
};

const SarapCode sarap_sexes[] = {
  { "", NULL },
  { "m", N_ ("Male") },
  { "f", N_ ("Female") },
  { NULL, NULL },
};

const SarapCode sarap_employer_kinds[] = {
  { "", NULL },
  { "customs", N_ ("Customs body") },
  { "state", N_ ("Other state body") },
  { "other", N_ ("Other employer") },
  { NULL, NULL },
};

const SarapCode sarap_categories[] = {
  { "", NULL },
  { "head", N_ ("Head of a body") },
  { "deputy-head", N_ ("Deputy head of a body") },
  { "post-head", N_ ("Head of a customs post") },
  { "deputy-post-head", N_ ("Deputy head of a customs post") },
  { "department-head", N_ ("Head of a department") },
  { "deputy-department-head", N_ ("Deputy head of a department") },
  { "official", N_ ("Official") },
  { NULL, NULL },
};

const SarapCode sarap_deferral_kinds[] = {
  { "", NULL },
  { "pregnancy", N_ ("Pregnancy") },
  { "childcare", N_ ("Childcare leave") },
  { "absence", N_ ("Absence for a valid reason") },
  { NULL, NULL },
};

const SarapCode sarap_attestation_kinds[] = {
  { "", NULL },
  { "regular", N_ ("Regular attestation") },
  { "reattestation", N_ ("Re-attestation") },
  { NULL, NULL },
};

const SarapCode sarap_decisions[] = {
  { "", NULL },
  { "corresponds", N_ ("Corresponds to the position held") },
  { "reattestation", N_ ("Subject to re-attestation") },
  { "not-corresponds", N_ ("Does not correspond to the position held") },
  { NULL, NULL },
};

const SarapCode sarap_outcomes[] = {
  { "", NULL },
  { "approved", N_ ("Approved") },
  { "refused", N_ ("Not approved by the head") },
  { "annulled", N_ ("Annulled on appeal") },
  { NULL, NULL },
};

const SarapCode sarap_study_kinds[] = {
  { "", NULL },
  { "education", N_ ("Education") },
  { "advanced-training", N_ ("Advanced training") },
  { "retraining", N_ ("Retraining") },
  { "degree", N_ ("Academic degree") },
  { "title", N_ ("Academic title") },
  { NULL, NULL },
};

const SarapCode sarap_day_kinds[] = {
  { "", NULL },
  { "holiday", N_ ("Day off") },
  { "workday", N_ ("Working day") },
  { NULL, NULL },
};

const SarapCode sarap_commission_roles[] = {
  { "", NULL },
  { "chair", N_ ("Chair") },
  { "deputy-chair", N_ ("Deputy chair") },
  { "member", N_ ("Member") },
  { "secretary", N_ ("Secretary") },
  { NULL, NULL },
};

const SarapCode sarap_statuses[] = {
  { "", NULL },
  { "not-in-service", N_ ("Not in service") },
  { "upcoming", N_ ("Upcoming") },
  { "due", N_ ("Due for attestation") },
  { "overdue", N_ ("Overdue") },
  { "deferred", N_ ("Deferred") },
  { "reattestation-upcoming", N_ ("Re-attestation upcoming") },
  { "reattestation-due", N_ ("Re-attestation due") },
  { "negative", N_ ("Negative result") },
  { NULL, NULL },
};

const SarapCode sarap_obligations[] = {
  { "", NULL },
  { "regular", N_ ("Regular attestation") },
  { "reattestation", N_ ("Re-attestation") },
  { NULL, NULL },
};

int
sarap_code_find (const SarapCode *table, const char *code, gssize length)
{
  gsize size = code == NULL ? 0 : length < 0 ? strlen (code) : (gsize) length;

  if (size == 0)
    return 0;
  for (int value = 0; table[value].code != NULL; value++)
    if (*table[value].code == *code && strncmp (table[value].code, code, size) == 0 &&
        table[value].code[size] == '\0')
      return value;
  return -1;
}

const char *
sarap_code_text (const SarapCode *table, int value)
{
  return value >= 0 ? table[value].code : "";
}

const char *
sarap_code_label (const SarapCode *table, int value)
{
  return value >= 0 ? table[value].label : NULL;
}
