#pragma once

#include "procedure/sarap-officer-file.h"
#include "rules/sarap-plausible.h"

G_BEGIN_DECLS

/**
 * SarapFileWarning:
 * @warning: what should be looked at again; its places are those of the records when it was found
 * @record_id: the id of the record it concerns, 0 for one that is not written yet
 * @other_id: the id of the one with which it does not agree, 0 for none, or not written yet
 *
 * A warning of one officer's file, whose records are known whatever their order. Plain values,
 * freed with g_free().
 */
typedef struct
{
  SarapWarning warning;
  gint64 record_id;
  gint64 other_id;
} SarapFileWarning;

/**
 * sarap_file_warning_equal:
 * @a: a warning
 * @b: another one
 *
 * Returns: whether they say the same, figures too, of the same records
 */
gboolean sarap_file_warning_equal (const SarapFileWarning *a, const SarapFileWarning *b);
/* The kind of record a part of a file has */
const SarapRecordType *sarap_file_part_type (SarapFilePart part);

/**
 * sarap_officer_file_warnings:
 * @self: an officer's file
 * @today: the day that is today
 *
 * Returns: (transfer full) (element-type SarapFileWarning): what should be looked at again in it
 */
GPtrArray *sarap_officer_file_warnings (SarapOfficerFile *self, SarapDate today);

/**
 * sarap_file_warnings_brought:
 * @db: a database, in a transaction
 * @record: a record as it is to be written
 * @today: the day that is today
 * @accepted: (nullable) (element-type SarapFileWarning): what a person has accepted already
 * @error: return location
 *
 * What is implausible of the officer's file once @record is written, that was not before and is not
 * accepted: of that record, and of others that no longer agree with it. None for records that
 * decide nothing (bodies, units, education).
 *
 * Returns: (transfer full) (nullable) (element-type SarapFileWarning): each of them; %NULL on an
 * error
 */
GPtrArray *sarap_file_warnings_brought (SarapDatabase *db,
                                        SarapRecord *record,
                                        SarapDate today,
                                        const GPtrArray *accepted,
                                        GError **error);

G_END_DECLS
