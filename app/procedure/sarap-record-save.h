#pragma once

#include "records/sarap-record.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Adding, changing and removing a record: checked, written and in the audit chain, all in one
   transaction. The record given is left as it was on an error. */

/**
 * SarapSaveAnswer:
 * @theirs: (nullable): on a conflict the version in the database, %NULL if it is gone
 * @warnings: (nullable) (element-type SarapFileWarning): what has to be accepted before the record is
 *   written
 *
 * What a caller may have to ask a person. Cleared with sarap_save_answer_clear().
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
 * @record: a new record (id 0), or a changed copy of one that was read; on success it has its id and
 *   its new version
 * @today: the day that is today
 * @accepted: (nullable) (element-type SarapFileWarning): the warnings that a person has read and
 *   accepted, from earlier answers, none at first; %NULL where nobody is asked and all is accepted:
 *   what a person did is done again
 * @answer: (out) (nullable): what is to be asked
 * @error: return location; %SARAP_SAVE_ERROR_FAULTS with every fault's sentence, a line each, for
 *   what is refused; %SARAP_SAVE_ERROR_WARNINGS, with a sentence each, for what the record would
 *   bring into the file that should be looked at again (app/rules/README.md 11) and is not accepted;
 *   %SARAP_STORE_ERROR_CONFLICT when somebody else changed or removed it since it was read
 *
 * Adds or changes a record: its texts made clean, checked, written and in the audit chain, or nothing at all. What was in
 * the file before, and what was accepted, is not asked again; what has changed since is.
 *
 * Returns: %TRUE when it is kept
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
 * The same record may be added again by sarap_record_save() after sarap_record_set_identity (0, 0).
 *
 * Removes a record, with a line in the audit chain that says what it held.
 *
 * Returns: %TRUE when it is gone
 */
gboolean sarap_record_remove (SarapDatabase *db,
                              SarapRecord   *record,
                              SarapRecord  **theirs,
                              GError       **error);

#define SARAP_SAVE_ERROR (sarap_save_error_quark ())
typedef enum
{
  SARAP_SAVE_ERROR_FAULTS,   /* the record's own faults */
  SARAP_SAVE_ERROR_WARNINGS, /* what a person has to accept first */
  SARAP_SAVE_ERROR_TAKEN,  /* there is one with the same key */
  SARAP_SAVE_ERROR_ABSENT, /* it names a body or unit that is not there */
  SARAP_SAVE_ERROR_IN_USE, /* a body or unit that service records name, an officer who has records */
} SarapSaveError;
GQuark sarap_save_error_quark (void);

G_END_DECLS
