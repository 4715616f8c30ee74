#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapFieldType:
 *
 * What the text of a field means. Every value is kept as the text that a CSV file has for it
 * (app/exchange/README.md 1); "none" is %NULL, never an empty text.
 */
typedef enum
{
  SARAP_FIELD_TEXT,    /* one line, at most SARAP_FIELD_LONGEST characters */
  SARAP_FIELD_DATE,    /* YYYY-MM-DD */
  SARAP_FIELD_INTEGER, /* decimal, no sign but minus */
  SARAP_FIELD_CODE,    /* one of SarapField.codes */
  SARAP_FIELD_IIN,     /* personal identification number of the record's own officer */
  SARAP_FIELD_OFFICER, /* IIN of the officer the record belongs to: officer_id */
  SARAP_FIELD_BODY,    /* code of a body: body_id */
  SARAP_FIELD_UNIT,    /* code of a unit of the body in the field before it: unit_id */
} SarapFieldType;

#define SARAP_FIELD_LONGEST 1000

typedef enum
{
  SARAP_FIELD_KEY = 1 << 0,      /* part of the key, see app/exchange/README.md 1 */
  SARAP_FIELD_REQUIRED = 1 << 1, /* may not be empty */
} SarapFieldFlags;

/**
 * SarapField:
 * @name: column, CSV header and JSON name
 * @label: for people, a msgid
 * @type: what its text means
 * @flags: see #SarapFieldFlags
 * @codes: the table of a %SARAP_FIELD_CODE
 */
typedef struct
{
  const char *name;
  const char *label;
  SarapFieldType type;
  SarapFieldFlags flags;
  const SarapCode *codes;
} SarapField;

typedef struct _SarapRecordType SarapRecordType;

/**
 * SarapRecord:
 *
 * One record of the database as plain texts, one a field of its type, with its id and version.
 * It lives on any thread, one at a time.
 */
#define SARAP_TYPE_RECORD (sarap_record_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecord, sarap_record, SARAP, RECORD, GObject)

/**
 * SarapFault:
 * @field: the index of the field at fault
 * @message: what is wrong with it, a sentence for people, translated
 */
typedef struct
{
  guint field;
  char *message;
} SarapFault;

/**
 * SarapRecordType:
 * @name: the table, and the word of the audit chain
 * @file: its CSV file, see app/exchange/README.md 1
 * @label: one such record for people, a msgid
 * @plural: many, a msgid
 * @fields: its fields, in the order of the CSV file
 * @check: what the fields must be to one another; adds to a GPtrArray of #SarapFault
 * @warn: what should be looked at again, and may stand; adds to a GPtrArray of #SarapFault
 *
 * A kind of record. This one description drives its SQL, its CSV file, its form on screen, the
 * comparison of two versions and the history of its changes.
 */
struct _SarapRecordType
{
  const char *name;
  const char *file;
  const char *label;
  const char *plural;
  const SarapField *fields;
  guint n_fields;
  void (*check) (const char *const *values, GPtrArray *faults);
  void (*warn) (const char *const *values, GPtrArray *warnings);
};

extern const SarapRecordType sarap_body_type;
extern const SarapRecordType sarap_unit_type;
extern const SarapRecordType sarap_officer_type;
extern const SarapRecordType sarap_service_type;
extern const SarapRecordType sarap_deferral_type;
extern const SarapRecordType sarap_attestation_type;
extern const SarapRecordType sarap_education_type;

/* The seven kinds in the order of their files (app/exchange/README.md 1), in which each refers only to
   those before; %NULL ends */
extern const SarapRecordType *const sarap_record_types[];

const SarapRecordType *sarap_record_type_find (const char *name);
int      sarap_record_type_field (const SarapRecordType *type, const char *name);
void     sarap_fault_free        (SarapFault *fault);
void     sarap_faults_add        (GPtrArray *faults, guint field, char *message);

/* Whether @value is a right text for a field, by itself; if not, @message says why */
gboolean sarap_field_check       (const SarapField *field, const char *value, char **message);
/* Every fault of the values, each by itself and to one another: a GPtrArray of #SarapFault */
GPtrArray *sarap_record_type_check (const SarapRecordType *type, const char *const *values);

/* What should be looked at again and may be kept all the same: a GPtrArray of #SarapFault */
GPtrArray *sarap_record_type_warnings (const SarapRecordType *type, const char *const *values);

SarapRecord *sarap_record_new      (const SarapRecordType *type);
SarapRecord *sarap_record_copy     (SarapRecord *self);
const SarapRecordType *sarap_record_get_record_type (SarapRecord *self);
gint64       sarap_record_get_id   (SarapRecord *self);
gint64       sarap_record_get_version (SarapRecord *self);
void         sarap_record_set_identity (SarapRecord *self, gint64 id, gint64 version);
/* The officer it belongs to, itself for an officer; 0 when it is none's, or only its IIN is known. A
   server finds a record by it at once, where by the record's own id it looks through all that one sees. */
gint64       sarap_record_get_officer_id (SarapRecord *self);
void         sarap_record_set_officer_id (SarapRecord *self, gint64 officer_id);
const char  *sarap_record_get      (SarapRecord *self, const char *field);
SarapDate    sarap_record_get_date (SarapRecord *self, const char *field);
int          sarap_record_get_code (SarapRecord *self, const char *field);
void         sarap_record_set      (SarapRecord *self, const char *field, const char *value);
const char *const *sarap_record_values (SarapRecord *self);
GPtrArray   *sarap_record_check    (SarapRecord *self);
/* Field → [before, after] as one line of JSON; either may be %NULL */
char        *sarap_record_difference (SarapRecord *before, SarapRecord *after);
/* The same for the texts of two records of one type */
char        *sarap_record_type_difference (const SarapRecordType *type, const char *const *before, const char *const *after);

G_END_DECLS
