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
  SARAP_FIELD_TEXT,      /* one line, at most SARAP_FIELD_LONGEST characters */
  SARAP_FIELD_LONG_TEXT, /* several lines, at most SARAP_FIELD_LONGEST_TEXT characters */
  SARAP_FIELD_DATE,      /* YYYY-MM-DD */
  SARAP_FIELD_TIME,      /* HH:MM */
  SARAP_FIELD_INTEGER,   /* decimal, no sign but minus */
  SARAP_FIELD_BOOLEAN,   /* yes, no */
  SARAP_FIELD_CODE,      /* one of SarapField.codes */
  SARAP_FIELD_IIN,       /* personal identification number of the record's own officer */
  SARAP_FIELD_REFERENCE, /* the last field of the key of a record of SarapField.refers, whose id is in
                            the column "TABLE_id"; fields with the names of the key's others stand
                            before it */
} SarapFieldType;

#define SARAP_FIELD_LONGEST 1000
/* A line of the audit chain has what several of them were and became, within 64 KiB */
#define SARAP_FIELD_LONGEST_TEXT 4000

typedef enum
{
  SARAP_FIELD_KEY = 1 << 0,      /* part of the key, see app/exchange/README.md 1 */
  SARAP_FIELD_REQUIRED = 1 << 1, /* may not be empty */
  SARAP_FIELD_PART = 1 << 2,     /* only names what a reference behind it refers to: has no column */
  SARAP_FIELD_OPTIONAL = 1 << 3, /* a file may be without its column, which then is empty */
} SarapFieldFlags;

typedef struct _SarapRecordType SarapRecordType;

/**
 * SarapField:
 * @name: column, CSV header and JSON name
 * @label: for people, a msgid
 * @type: what its text means
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
 * Whose records of a kind are.
 */
typedef enum
{
  SARAP_OWNER_SERVICE, /* the whole service's */
  SARAP_OWNER_BODY,    /* a body's */
  SARAP_OWNER_OFFICER, /* an officer's own: a list in their file, and removed with it */
} SarapRecordOwner;

typedef enum
{
  SARAP_RECORD_IN_EVERY_FOLDER = 1 << 0, /* a folder without its file is not whole */
  SARAP_RECORD_IN_EVERY_EXPORT = 1 << 1, /* an export has its file also when there are none */
  SARAP_RECORD_STANDING = 1 << 2,        /* where an officer stands may follow from it */
  SARAP_RECORD_ON_FILE = 1 << 3,         /* an officer who has one is not removed (§41) */
} SarapRecordFlags;

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
 * @file: (nullable): its CSV file, see app/exchange/README.md 1; %NULL for what is not exchanged
 * @label: one such record for people, a msgid
 * @plural: many, a msgid
 * @fields: its fields, in the order of the CSV file; a list of constants
 * @owner: whose it is
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
 * comparison of two versions, the history of its changes, and who reads anew what when one changes.
 * What it looks like on screen stands in app/forms/sarap-record-screen.c.
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

/* Every kind in the order of their files (app/exchange/README.md 1), in which each refers only to
   those before; %NULL ends */
#define SARAP_RECORD_TYPES_MOST 40
#define SARAP_RECORD_FIELDS_MOST 24
extern const SarapRecordType *sarap_record_types[SARAP_RECORD_TYPES_MOST + 1];
/* Adds a kind behind the others, before any database is opened: for the test that makes one up */
void     sarap_record_types_add  (const SarapRecordType *type);

/* The kind of record of a table, %NULL if there is none */
const SarapRecordType *sarap_record_type_find (const char *name);

/* The index of a field by its name, -1 if there is none */
int      sarap_record_type_field (const SarapRecordType *type, const char *name);
/* Whether a change of such a record may change where an officer stands; of a table that is no kind of
   record, nothing does */
gboolean sarap_record_type_touches_standing (const char *name);
/* The field that refers to a kind of record and has a column of its own; -1 if there is none */
int      sarap_record_type_reference (const SarapRecordType *type, const SarapRecordType *refers);
/* The texts of the key of the record that field @field refers to, in the order of the key; their number */
#define SARAP_KEY_MOST 4
guint    sarap_record_type_referred (const SarapRecordType *type, guint field, const char *const *values,
                                     const char *key[SARAP_KEY_MOST]);
void     sarap_fault_free        (SarapFault *fault);

/* Adds a fault and takes the sentence */
void     sarap_faults_add        (GPtrArray *faults, guint field, char *message);

/**
 * sarap_field_clean:
 * @field: a field
 * @value: what somebody entered there
 *
 * The form in which a text is kept: see sarap_text_clean() and sarap_iin_clean(). What names
 * another record is chosen, not entered, and stays as that record has it.
 *
 * Returns: (transfer full) (nullable): the text in that form, %NULL when it has it already
 */
char    *sarap_field_clean       (const SarapField *field, const char *value);

/**
 * sarap_field_check:
 * @field: a field
 * @value: (nullable): its text
 * @message: (out) (optional) (transfer full): a sentence that says what is wrong
 *
 * Whether a text is right for a field, by itself. What the fields must be to one another, and
 * whether a code that refers to another record has one, is not looked at.
 */
gboolean sarap_field_check       (const SarapField *field, const char *value, char **message);

/**
 * sarap_record_type_check:
 * @type: a kind of record
 * @values: its texts, in the order of its fields
 *
 * Every fault of the values, each by itself and to one another: a GPtrArray of #SarapFault.
 *
 * Returns: (transfer full) (element-type SarapFault): every fault, in the order of the fields and
 *   then of what they must be to one another
 */
GPtrArray *sarap_record_type_check (const SarapRecordType *type, const char *const *values);

/* The same, and what cannot be because of the day that is today: what is entered is checked so; what
   is kept already, without the day */
GPtrArray *sarap_record_type_check_on (const SarapRecordType *type, const char *const *values,
                                       SarapDate today);

/**
 * sarap_record_type_warnings:
 * @type: a kind of record
 * @values: its texts, in the order of its fields
 *
 * What should be looked at again and may be kept all the same: a GPtrArray of #SarapFault.
 *
 * What may be right but hardly ever is (app/rules/README.md 10, 11): a person is asked before it is
 * kept, and an import tells of it.
 *
 * Returns: (transfer full) (element-type SarapFault): each of them, with its field
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
 * Returns: (transfer full): a record without an id, all of whose fields are empty
 */
SarapRecord *sarap_record_new      (const SarapRecordType *type);

/* A record with the same values and identity */
SarapRecord *sarap_record_copy     (SarapRecord *self);

const SarapRecordType *sarap_record_get_record_type (SarapRecord *self);

/* The record's id, 0 as long as it is not in a database */
gint64       sarap_record_get_id   (SarapRecord *self);

/* How often it was changed, from 1; 0 as long as it is not in a database */
gint64       sarap_record_get_version (SarapRecord *self);
/* What the database calls it; (0, 0): it is new again */
void         sarap_record_set_identity (SarapRecord *self, gint64 id, gint64 version);
/* The officer it belongs to, itself for an officer; 0 when it is none's, or only its IIN is known. A
   server finds a record by it at once, where by the record's own id it looks through all that one sees. */
gint64       sarap_record_get_officer_id (SarapRecord *self);
/* Says whose it is; 0: nobody's */
void         sarap_record_set_officer_id (SarapRecord *self, gint64 officer_id);

/**
 * sarap_record_get:
 * @self: a record
 * @field: the name of one of its fields
 *
 * Returns: (nullable): its text, %NULL for none
 */
const char  *sarap_record_get      (SarapRecord *self, const char *field);

/* The date in a field, %SARAP_DATE_NONE for none or for what is not a date */
SarapDate    sarap_record_get_date (SarapRecord *self, const char *field);

/* The value of a coded field, 0 for none and -1 for what is not one of its codes */
int          sarap_record_get_code (SarapRecord *self, const char *field);

/* An empty text is none */
void         sarap_record_set      (SarapRecord *self, const char *field, const char *value);

/**
 * sarap_record_clean:
 * @self: a record that a person has filled in
 *
 * Gives each text the one form in which it is kept (sarap_text_clean(), sarap_iin_clean()). What
 * has nothing left is none.
 */
void         sarap_record_clean    (SarapRecord *self);

/* All texts, in the order of the type's fields; borrowed */
const char *const *sarap_record_values (SarapRecord *self);

/**
 * sarap_record_check_on:
 * @self: a record
 * @today: the day it is
 *
 * Returns: (transfer full) (element-type SarapFault): every fault of the record, what cannot be as
 *   long as today is a day too; none if it is right
 */
GPtrArray   *sarap_record_check_on (SarapRecord *self, SarapDate today);

/**
 * sarap_record_difference:
 * @before: (nullable): the record as it was, %NULL if it is new
 * @after: (nullable): the record as it is, %NULL if it was removed
 *
 * Field → [before, after] as one line of JSON; either may be %NULL.
 *
 * Returns: (transfer full): the fields that differ as one line of JSON,
 *   `{"end":[null,"2026-05-31"]}`
 */
char        *sarap_record_difference (SarapRecord *before, SarapRecord *after);
/* The same for the texts of two records of one type. The same for the texts of two records of a
   type, either of which may be %NULL */
char        *sarap_record_type_difference (const SarapRecordType *type, const char *const *before, const char *const *after);

G_END_DECLS
