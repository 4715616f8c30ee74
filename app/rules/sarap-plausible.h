#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/**
 * SarapFilePart:
 *
 * The part of an officer's file that a warning is about.
 */
typedef enum
{
  SARAP_PART_NONE,
  SARAP_PART_OFFICER,
  SARAP_PART_SERVICE,
  SARAP_PART_DEFERRAL,
  SARAP_PART_ATTESTATION,
} SarapFilePart;

/**
 * SarapWarningKind:
 *
 * Impossible and implausible values (app/rules/README.md 11, 10). "The record" is the one of the
 * warning, "other" the one that contradicts it. A missing date is %SARAP_DATE_NONE.
 */
typedef enum
{
  SARAP_WARNING_NONE,
  /* refused: held on dates[0], after today dates[1] */
  SARAP_WARNING_ATTESTATION_AHEAD,
  /* refused: the outcome (code) of the attestation of dates[0] is of dates[1], after today
     dates[2] */
  SARAP_WARNING_OUTCOME_AHEAD,
  /* the birth date is dates[1] in the IIN (NONE: none), dates[0] in the record */
  SARAP_WARNING_IIN_BIRTH_DATE,
  /* the sex is (code) in the record, the other one in the IIN */
  SARAP_WARNING_IIN_SEX,
  /* §5: the customs record and an earlier one (other, since dates[2]) both cover dates[0] to
     dates[1] (NONE: on and on); number = days, 0 while both are open */
  SARAP_WARNING_CUSTOMS_OVERLAP,
  /* §5, §6: service elsewhere (code = employer kind) on days of customs service (other, since
     dates[2]), dates[0] to dates[1]; number = days */
  SARAP_WARNING_SERVICE_ELSEWHERE,
  /* begins on dates[0], before the sixteenth birthday dates[1] */
  SARAP_WARNING_SERVICE_BEFORE_SIXTEEN,
  /* begins on dates[0], after dates[1], a year from today */
  SARAP_WARNING_SERVICE_FAR_AHEAD,
  /* §3: the deferral and another one that began before (other, since dates[2]) both cover dates[0]
     to dates[1]; number = days */
  SARAP_WARNING_DEFERRAL_OVERLAP,
  /* §3: the deferral (code) is open since dates[0]; its kind lasts to dates[1] (number of
     months) */
  SARAP_WARNING_DEFERRAL_OPEN_LONG,
  /* §3: the deferral (code) from dates[0] lasts to dates[2], its kind to dates[1] (number of
     months) */
  SARAP_WARNING_DEFERRAL_ENDS_LATE,
  /* begins on dates[0], after dates[1], a year from today */
  SARAP_WARNING_DEFERRAL_FAR_AHEAD,
  /* §3, §31: the deferral (code) from dates[0] is for women, and the officer is a man */
  SARAP_WARNING_DEFERRAL_OF_MAN,
  /* §3: attested on dates[0], a day of the deferral (other, code) from dates[1] to dates[2] */
  SARAP_WARNING_ATTESTED_WHILE_DEFERRED,
  /* §5: attested on dates[0], when no customs record covers the day */
  SARAP_WARNING_ATTESTED_OUT_OF_SERVICE,
  /* §5: attested on dates[0] in a position held since dates[1] (other), before dates[2] */
  SARAP_WARNING_ATTESTED_SOON,
  /* §36: a re-attestation on dates[0] without a cause before it; the attestation before it was on
     dates[1] (other) */
  SARAP_WARNING_REATTESTATION_NO_CAUSE,
  /* §36: a re-attestation on dates[0], before dates[2]; caused on dates[1] (other) */
  SARAP_WARNING_REATTESTATION_EARLY,
  /* §36, §42: the attestation of dates[0] called for a re-attestation; the next one, on dates[1]
     (other), was a regular one */
  SARAP_WARNING_REATTESTATION_NOT_HELD,
  /* §39: the outcome (code) of the attestation of dates[0] is of dates[1], after dates[2]; number =
     days late */
  SARAP_WARNING_OUTCOME_LATE,
  SARAP_WARNING_KINDS,
} SarapWarningKind;

/* The words for files and the command line, and labels for their counts */
extern const SarapCode sarap_warning_kinds[];

#define SARAP_WARNING_PARAGRAPHS 2

/**
 * SarapWarning:
 * @kind: the kind of warning
 * @refused: whether it is impossible and must not be entered; otherwise a person may keep it
 * @paragraphs: the paragraphs of the Instruction that it is based on, 0 for none
 * @house_rule: whether the rule, or its figures, are the program's interpretation
 * @part: the part of the file
 * @index: the index of the record in the career; 0 for the officer
 * @other_part: the part of the other record, %SARAP_PART_NONE for none
 * @other: its index, -1 for none
 * @dates: its dates, by kind
 * @number: its figure, by kind
 * @code: a value of the enumeration that the kind names
 *
 * A value in an officer's file that should be checked, as data.
 */
typedef struct
{
  SarapWarningKind kind;
  gboolean refused;
  guint paragraphs[SARAP_WARNING_PARAGRAPHS];
  gboolean house_rule;
  SarapFilePart part;
  int index;
  SarapFilePart other_part;
  int other;
  SarapDate dates[3];
  int number;
  int code;
} SarapWarning;

/* A GArray of SarapWarning */
typedef GArray SarapWarnings;

/**
 * SarapFileFacts:
 * @iin: (nullable): the personal identification number
 * @birth_date: the birth date of the record
 * @sex: the sex of the record
 * @career: the records; @outcome_date is used here too
 *
 * The facts of one officer that can be implausible. Borrowed.
 */
typedef struct
{
  const char *iin;
  SarapDate birth_date;
  SarapSex sex;
  SarapCareer career;
} SarapFileFacts;

/**
 * sarap_warnings_new:
 *
 * Returns: (transfer full): an empty list for sarap_rules_warnings(), to be freed with
 *   g_array_unref()
 */
SarapWarnings *sarap_warnings_new (void);

/**
 * sarap_rules_warnings:
 * @facts: an officer's file
 * @today: today
 * @warnings: the list to append the warnings to
 *
 * Checks an officer's file for all kinds of app/rules/README.md 11 and 10: first the officer, then
 * each service record, deferral and attestation. It changes no date. An attestation annulled on
 * appeal (§44) counts as not held, so it contradicts nothing.
 */
void sarap_rules_warnings (const SarapFileFacts *facts, SarapDate today, SarapWarnings *warnings);

/**
 * sarap_rules_attestation_refusal:
 * @attestation: an attestation
 * @today: today
 * @refusal: (out): the reason
 *
 * An attestation after today, or with an outcome or an order after today, must not be entered
 * (app/rules/README.md 11).
 *
 * Returns: whether it is refused
 */
gboolean sarap_rules_attestation_refusal (const SarapAttestation *attestation,
                                          SarapDate today,
                                          SarapWarning *refusal);

G_END_DECLS
