#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapCode:
 * @code: the word in files, in the database and on the command line
 * @label: the word for people, a msgid
 *
 * One value of an enumeration of the domain. A table of them is in the order of its enumeration,
 * whose value 0 is always "none", and ends with a %NULL code.
 */
typedef struct
{
  const char *code;
  const char *label;
} SarapCode;

typedef enum { SARAP_BODY_NONE, SARAP_BODY_CENTRAL, SARAP_BODY_TERRITORIAL } SarapBodyKind;
typedef enum { SARAP_UNIT_NONE, SARAP_UNIT_DEPARTMENT, SARAP_UNIT_POST, SARAP_UNIT_HR,
               SARAP_UNIT_LEGAL, SARAP_UNIT_OTHER } SarapUnitKind;
typedef enum { SARAP_SEX_NONE, SARAP_SEX_MALE, SARAP_SEX_FEMALE } SarapSex;
typedef enum { SARAP_EMPLOYER_NONE, SARAP_EMPLOYER_CUSTOMS, SARAP_EMPLOYER_STATE,
               SARAP_EMPLOYER_OTHER } SarapEmployerKind;
typedef enum { SARAP_CATEGORY_NONE, SARAP_CATEGORY_HEAD, SARAP_CATEGORY_DEPUTY_HEAD,
               SARAP_CATEGORY_POST_HEAD, SARAP_CATEGORY_DEPUTY_POST_HEAD,
               SARAP_CATEGORY_DEPARTMENT_HEAD, SARAP_CATEGORY_DEPUTY_DEPARTMENT_HEAD,
               SARAP_CATEGORY_OFFICIAL } SarapCategory;
/* In order of precedence when several cover a day (README.md 3) */
typedef enum { SARAP_DEFERRAL_NONE, SARAP_DEFERRAL_PREGNANCY, SARAP_DEFERRAL_CHILDCARE,
               SARAP_DEFERRAL_ABSENCE } SarapDeferralKind;
typedef enum { SARAP_ATTESTATION_NONE, SARAP_ATTESTATION_REGULAR,
               SARAP_ATTESTATION_REATTESTATION } SarapAttestationKind;
typedef enum { SARAP_DECISION_NONE, SARAP_DECISION_CORRESPONDS, SARAP_DECISION_REATTESTATION,
               SARAP_DECISION_NOT_CORRESPONDS } SarapDecision;
typedef enum { SARAP_OUTCOME_NONE, SARAP_OUTCOME_APPROVED, SARAP_OUTCOME_REFUSED,
               SARAP_OUTCOME_ANNULLED } SarapOutcome;
typedef enum { SARAP_STUDY_NONE, SARAP_STUDY_EDUCATION, SARAP_STUDY_ADVANCED_TRAINING,
               SARAP_STUDY_RETRAINING, SARAP_STUDY_DEGREE, SARAP_STUDY_TITLE } SarapStudyKind;
typedef enum { SARAP_ROLE_NONE, SARAP_ROLE_CHAIR, SARAP_ROLE_DEPUTY_CHAIR, SARAP_ROLE_MEMBER,
               SARAP_ROLE_SECRETARY } SarapCommissionRole;
typedef enum { SARAP_STATUS_NONE, SARAP_STATUS_NOT_IN_SERVICE, SARAP_STATUS_UPCOMING,
               SARAP_STATUS_DUE, SARAP_STATUS_OVERDUE, SARAP_STATUS_DEFERRED,
               SARAP_STATUS_REATTESTATION_UPCOMING, SARAP_STATUS_REATTESTATION_DUE,
               SARAP_STATUS_NEGATIVE } SarapStatus;
typedef enum { SARAP_OBLIGATION_NONE, SARAP_OBLIGATION_REGULAR,
               SARAP_OBLIGATION_REATTESTATION } SarapObligation;

extern const SarapCode sarap_body_kinds[];
extern const SarapCode sarap_unit_kinds[];
extern const SarapCode sarap_sexes[];
extern const SarapCode sarap_employer_kinds[];
extern const SarapCode sarap_categories[];
extern const SarapCode sarap_deferral_kinds[];
extern const SarapCode sarap_attestation_kinds[];
extern const SarapCode sarap_decisions[];
extern const SarapCode sarap_outcomes[];
extern const SarapCode sarap_study_kinds[];
extern const SarapCode sarap_commission_roles[];
extern const SarapCode sarap_day_kinds[];
extern const SarapCode sarap_statuses[];
extern const SarapCode sarap_obligations[];

/**
 * sarap_code_find:
 * @table: one of the tables of this file
 * @code: (nullable): the word; it need not end with a zero byte
 * @length: its length in bytes, -1 if it ends with a zero byte
 *
 * Returns: the value of the enumeration; 0 for an empty word, -1 if there is no such code
 */
int         sarap_code_find  (const SarapCode *table, const char *code, gssize length);

/* The word for files and the database; "" for 0 and for -1, an unknown word */
const char *sarap_code_text  (const SarapCode *table, int value);

/* The word for people, a msgid; NULL for 0 and for -1, an unknown word */
const char *sarap_code_label (const SarapCode *table, int value);

G_END_DECLS
