#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapFieldType:
 *
 * The meaning of a field's text. Every value is kept as its text in a CSV file
 * (app/exchange/README.md 1); a missing value is %NULL, never an empty text.
 */
typedef enum
{
  SARAP_FIELD_TEXT,      /* one line, at most SARAP_FIELD_LONGEST characters */
  SARAP_FIELD_LONG_TEXT, /* several lines, at most SARAP_FIELD_LONGEST_TEXT characters */
  SARAP_FIELD_DATE,      /* YYYY-MM-DD */
  SARAP_FIELD_TIME,      /* HH:MM */
  SARAP_FIELD_INTEGER,   /* decimal, minus is the only sign */
  SARAP_FIELD_BOOLEAN,   /* yes, no */
  SARAP_FIELD_CODE,      /* one of SarapField.codes */
  SARAP_FIELD_IIN,       /* personal identification number of the record's own officer */
  SARAP_FIELD_REFERENCE, /* the last field of the key of a record of SarapField.refers, whose id is
                            in the column "TABLE_id"; fields named like the rest of the key come
                            before it */
} SarapFieldType;

#define SARAP_FIELD_LONGEST 1000
/* Characters. A line of the audit chain contains several such texts before and after a change,
   within 64 KiB. */
#define SARAP_FIELD_LONGEST_TEXT 4000

typedef enum
{
  SARAP_FIELD_KEY = 1 << 0,      /* part of the key, see app/exchange/README.md 1 */
  SARAP_FIELD_REQUIRED = 1 << 1, /* may not be empty */
  SARAP_FIELD_PART = 1 << 2,     /* only a part of the key of the reference after it; has no
                                    column */
  SARAP_FIELD_OPTIONAL = 1 << 3, /* a file may lack its column, which is then empty */
} SarapFieldFlags;

typedef struct _SarapRecordType SarapRecordType;

/**
 * SarapField:
 * @name: column, CSV header and JSON name
 * @label: the label for people, a msgid
 * @type: the meaning of its text
 * @flags: see #SarapFieldFlags
 * @codes: the table of a %SARAP_FIELD_CODE
 * @refers: the kind of record that a %SARAP_FIELD_REFERENCE refers to
 */
typedef struct
{
  const char *name;
  const char *label;
  SarapFieldType type;
  SarapFieldFlags flags;
  const SarapCode *codes;
  const SarapRecordType *refers;
} SarapField;

/**
 * SarapRecordOwner:
 *
 * The owner of the records of a kind.
 */
typedef enum
{
  SARAP_OWNER_SERVICE, /* the whole service */
  SARAP_OWNER_BODY,    /* a body */
  SARAP_OWNER_OFFICER, /* an officer: a list in the file, removed together with it */
} SarapRecordOwner;

typedef enum
{
  SARAP_RECORD_IN_EVERY_FOLDER = 1 << 0, /* a folder without its file is incomplete */
  SARAP_RECORD_IN_EVERY_EXPORT = 1 << 1, /* an export contains its file even without records */
  SARAP_RECORD_STANDING = 1 << 2,        /* an officer's standing may depend on it */
  SARAP_RECORD_ON_FILE = 1 << 3,         /* an officer with such a record is not removed (§41) */
} SarapRecordFlags;

/**
 * SarapRecord:
 *
 * One record of the database as plain texts, one for each field of its type, with its id and
 * version. It may be used on any thread, by one at a time.
 */
#define SARAP_TYPE_RECORD (sarap_record_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecord, sarap_record, SARAP, RECORD, GObject)

/**
 * SarapFault:
 * @field: the index of the faulty field
 * @message: a translated sentence for people
 */
typedef struct
{
  guint field;
  char *message;
} SarapFault;

/**
 * SarapRecordType:
 * @name: the table, and the word of the audit chain
 * @file: (nullable): its CSV file, see app/exchange/README.md 1; %NULL if it is not exchanged
 * @label: the label of one record, a msgid
 * @plural: the label of many, a msgid
 * @fields: its fields, in the order of the CSV file; a list of constants
 * @owner: the owner of its records
 * @flags: see #SarapRecordFlags
 * @latest: (nullable): the field by which an officer's stand in their file, the latest first
 * @reads: who reads it, a word of the schema's "record_kind"
 * @writes: who writes it, a word of the schema's "record_kind"
 * @check: what the fields must be to one another; adds to a GPtrArray of #SarapFault
 * @warn: what should be looked at again, and may stand; adds to a GPtrArray of #SarapFault
 * @hint: what is mostly a slip: told in the dry run of an import and under a form, and no question;
 *   the same
 * @hint_once: the same of what mostly all lines of a file have: told there once
 * @check_on: what is not entered any more though it may be kept already, and what cannot be as long
 *   as today is a day (app/rules/README.md 11); adds to a GPtrArray of #SarapFault
 *
 * A kind of record. This one description drives its SQL, its CSV file, its form on screen, the
 * comparison of two versions, the history of its changes, and which views read again after a
 * change. Its look on screen is in app/forms/sarap-record-screen.c.
 */
struct _SarapRecordType
{
  const char *name;
  const char *file;
  const char *label;
  const char *plural;
  const SarapField *fields;
  guint n_fields;
  SarapRecordOwner owner;
  SarapRecordFlags flags;
  const char *latest;
  const char *reads;
  const char *writes;
  void (*check) (const char *const *values, GPtrArray *faults);
  void (*warn) (const char *const *values, GPtrArray *warnings);
  void (*hint) (const char *const *values, GPtrArray *hints);
  void (*hint_once) (const char *const *values, GPtrArray *hints);
  void (*check_on) (const char *const *values, SarapDate today, GPtrArray *faults);
};

extern const SarapRecordType sarap_body_type;
extern const SarapRecordType sarap_unit_type;
extern const SarapRecordType sarap_officer_type;
extern const SarapRecordType sarap_service_type;
extern const SarapRecordType sarap_deferral_type;
extern const SarapRecordType sarap_attestation_type;
extern const SarapRecordType sarap_education_type;
extern const SarapRecordType sarap_commission_type;
extern const SarapRecordType sarap_commission_member_type;
extern const SarapRecordType sarap_holiday_type;

/* All kinds in the order of their files (app/exchange/README.md 1), in which each refers only to
   earlier ones; NULL at the end */
#define SARAP_RECORD_TYPES_MOST 40
#define SARAP_RECORD_FIELDS_MOST 24
extern const SarapRecordType *sarap_record_types[SARAP_RECORD_TYPES_MOST + 1];
/* Adds a kind after the others, before any database is opened. For the test that adds a kind of
   record. */
void     sarap_record_types_add  (const SarapRecordType *type);

/* The kind of record of a table, NULL if it has none */
const SarapRecordType *sarap_record_type_find (const char *name);

/* The index of a field by its name, -1 if there is none */
int      sarap_record_type_field (const SarapRecordType *type, const char *name);
/* Whether a change of such a record may change an officer's standing; FALSE for a table that is no
   kind of record */
gboolean sarap_record_type_touches_standing (const char *name);
/* The field that refers to a kind of record and has a column of its own; -1 if there is none */
int      sarap_record_type_reference (const SarapRecordType *type, const SarapRecordType *refers);
/* Sets the texts of the key of the record that field @field refers to, in the order of the key, and
   returns their number */
#define SARAP_KEY_MOST 4
guint    sarap_record_type_referred (const SarapRecordType *type, guint field,
                                     const char *const *values, const char *key[SARAP_KEY_MOST]);
void     sarap_fault_free        (SarapFault *fault);

/* Adds a fault and takes ownership of the sentence */
void     sarap_faults_add        (GPtrArray *faults, guint field, char *message);

/**
 * sarap_field_clean:
 * @field: a field
 * @value: the entered text
 *
 * Makes the form in which a text is kept, see sarap_text_clean() and sarap_iin_clean(). A reference
 * to another record is chosen, not typed, so it stays unchanged.
 *
 * Returns: (transfer full) (nullable): the text in that form, %NULL if it already has it
 */
char    *sarap_field_clean       (const SarapField *field, const char *value);

/**
 * sarap_field_check:
 * @field: a field
 * @value: (nullable): its text
 * @message: (out) (optional) (transfer full): a sentence for people
 *
 * Checks a text for a field by itself. It does not compare fields, nor check that a referred record
 * exists.
 */
gboolean sarap_field_check       (const SarapField *field, const char *value, char **message);

/**
 * sarap_record_type_check:
 * @type: a kind of record
 * @values: its texts, in the order of its fields
 *
 * Checks every value by itself, and the values against each other.
 *
 * Returns: (transfer full) (element-type SarapFault): the faults, first of single fields in their
 *   order, then of several fields
 */
GPtrArray *sarap_record_type_check (const SarapRecordType *type, const char *const *values);

/* The same, with values that are impossible on the day @today. For entered values; existing ones
   are checked without the day. */
GPtrArray *sarap_record_type_check_on (const SarapRecordType *type, const char *const *values,
                                       SarapDate today);

/**
 * sarap_record_type_warnings:
 * @type: a kind of record
 * @values: its texts, in the order of its fields
 * | Finds values that may be right but rarely are (app/rules/README.md 10, 11): a form asks the
 * person before saving, and an import reports them.
 * | Returns: (transfer full) (element-type SarapFault): the warnings, each with its field
 */
GPtrArray *sarap_record_type_warnings (const SarapRecordType *type, const char *const *values);

/**
 * sarap_record_type_hints:
 * @type: a kind of record
 * @values: its texts, in the order of its fields
 *
 * What is mostly a slip, for whoever fills in a form. It is saved without a question.
 *
 * Returns: (transfer full) (element-type SarapFault): each of them, one a field at most
 */
GPtrArray *sarap_record_type_hints (const SarapRecordType *type, const char *const *values);

/**
 * sarap_record_new:
 * @type: the kind of record
 *
 * Returns: (transfer full): a record without an id and with empty fields
 */
SarapRecord *sarap_record_new      (const SarapRecordType *type);

/* A copy with the same values and identity */
SarapRecord *sarap_record_copy     (SarapRecord *self);

const SarapRecordType *sarap_record_get_record_type (SarapRecord *self);

/* The record's id, 0 if it is not in a database */
gint64       sarap_record_get_id   (SarapRecord *self);

/* The number of its changes, from 1; 0 if it is not in a database */
gint64       sarap_record_get_version (SarapRecord *self);
/* Sets its identity in the database; (0, 0) makes it a new record */
void         sarap_record_set_identity (SarapRecord *self, gint64 id, gint64 version);
/* The officer that it belongs to, the record itself for an officer; 0 if there is none or only the
   IIN is known. A server finds a record by it at once; by the record's own id it searches all that
   the person may see. */
gint64       sarap_record_get_officer_id (SarapRecord *self);
/* Sets the officer that it belongs to; 0 for none */
void         sarap_record_set_officer_id (SarapRecord *self, gint64 officer_id);

/**
 * sarap_record_get:
 * @self: a record
 * @field: the name of one of its fields
 *
 * Returns: (nullable): its text, %NULL for none
 */
const char  *sarap_record_get      (SarapRecord *self, const char *field);

/* The date in a field, SARAP_DATE_NONE if it is empty or no date */
SarapDate    sarap_record_get_date (SarapRecord *self, const char *field);

/* The value of a coded field, 0 if it is empty, -1 if it is not one of its codes */
int          sarap_record_get_code (SarapRecord *self, const char *field);

/* Sets a text; an empty one becomes NULL */
void         sarap_record_set      (SarapRecord *self, const char *field, const char *value);

/**
 * sarap_record_clean:
 * @self: a record that a person has filled in
 *
 * Gives each text the form in which it is kept (sarap_text_clean(), sarap_iin_clean()). A text that
 * becomes empty is %NULL.
 */
void         sarap_record_clean    (SarapRecord *self);

/* All texts, in the order of the type's fields; borrowed */
const char *const *sarap_record_values (SarapRecord *self);

/**
 * sarap_record_check_on:
 * @self: a record
 * @today: the current day
 *
 * Returns: (transfer full) (element-type SarapFault): every fault of the record, including values
 *   that are impossible today
 */
GPtrArray   *sarap_record_check_on (SarapRecord *self, SarapDate today);

/**
 * sarap_record_difference:
 * @before: (nullable): the record as it was, %NULL if the record is new
 * @after: (nullable): the record as it is now, %NULL if it was removed
 *
 * Describes a change as field → [before, after].
 *
 * Returns: (transfer full): the fields that differ as one line of JSON,
 *   `{"end":[null,"2026-05-31"]}`
 */
char        *sarap_record_difference (SarapRecord *before, SarapRecord *after);
/* The same for the texts of two records of one type, either of which may be NULL */
char        *sarap_record_type_difference (const SarapRecordType *type, const char *const *before,
                                           const char *const *after);

G_END_DECLS
