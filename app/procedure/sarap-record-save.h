#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Adds, changes and removes a record: it is checked, written and audited in one transaction. On an
   error the given record stays unchanged. */

/**
 * SarapSaveAnswer:
 * @theirs: (nullable): on a conflict the version in the database, %NULL if it was removed
 * @warnings: (nullable) (element-type SarapFileWarning): the warnings to accept before the record
 *   is written
 *
 * A question for the person. Cleared with sarap_save_answer_clear().
 */
typedef struct
{
  SarapRecord *theirs;
  GPtrArray *warnings;
} SarapSaveAnswer;

void sarap_save_answer_clear (SarapSaveAnswer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapSaveAnswer, sarap_save_answer_clear)

/**
 * sarap_record_save:
 * @db: a database, in a transaction or not
 * @record: a new record (id 0), or a changed copy of one that was read; on success it has its id
 *   and its new version
 * @today: the current day
 * @accepted: (nullable) (element-type SarapFileWarning): the warnings that a person has read and
 *   accepted, from earlier answers, none at first; %NULL accepts all of them, such as for undo
 * @answer: (out) (nullable): the question for the person
 * @error: return location; %SARAP_SAVE_ERROR_FAULTS with a sentence for each fault, one a line, if
 *   it is refused; %SARAP_SAVE_ERROR_WARNINGS, with a sentence for each new warning
 *   (app/rules/README.md 11) that is not accepted; %SARAP_STORE_ERROR_CONFLICT when another person
 *   changed or removed it since it was read
 *
 * Adds or changes a record: its texts are cleaned, checked, written and audited, or nothing
 * happens. Existing and accepted warnings are not reported again, unless they have changed.
 *
 * Returns: %TRUE when it is saved
 */
gboolean sarap_record_save (SarapDatabase      *db,
                            SarapRecord        *record,
                            SarapDate           today,
                            const GPtrArray    *accepted,
                            SarapSaveAnswer *answer,
                            GError            **error);

/**
 * sarap_record_remove:
 * @db: a database, in a transaction or not
 * @record: a record that was read
 * @theirs: (out) (optional) (nullable): on a conflict the version in the database
 * @error: return location; %SARAP_SAVE_ERROR, %SARAP_STORE_ERROR
 *
 * Removes a record; its line in the audit chain contains its values. It may be added again by
 * sarap_record_save() after sarap_record_set_identity (0, 0).
 *
 * Returns: %TRUE when it is removed
 */
gboolean sarap_record_remove (SarapDatabase *db,
                              SarapRecord   *record,
                              SarapRecord  **theirs,
                              GError       **error);

#define SARAP_SAVE_ERROR (sarap_save_error_quark ())
typedef enum
{
  SARAP_SAVE_ERROR_FAULTS,   /* the record has faults */
  SARAP_SAVE_ERROR_WARNINGS, /* a person must accept warnings first */
  SARAP_SAVE_ERROR_TAKEN,  /* another record has the same key */
  SARAP_SAVE_ERROR_ABSENT, /* it refers to a missing body or unit */
  SARAP_SAVE_ERROR_IN_USE, /* service records refer to the body or unit, or the officer has
                              records */
} SarapSaveError;
GQuark sarap_save_error_quark (void);

G_END_DECLS
