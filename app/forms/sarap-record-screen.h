#pragma once

#include "procedure/sarap-bodies.h"
#include "records/sarap-record.h"

G_BEGIN_DECLS

/**
 * SarapChange:
 *
 * What was done to a record.
 */
typedef enum
{
  SARAP_CHANGE_ADD,
  SARAP_CHANGE_CHANGE,
  SARAP_CHANGE_REMOVE,
} SarapChange;

/**
 * SarapRecordCells:
 *
 * What a row says of a record; any may be %NULL but the title.
 */
typedef struct
{
  char *when;
  char *title;
  char *place;
  char *note;
} SarapRecordCells;

/**
 * SarapFieldWords:
 * @field: the name of a field
 * @none: (nullable): what its choice says as long as nothing is chosen, a msgid
 * @example: (nullable): what its entry says as long as it is empty, a msgid
 */
typedef struct
{
  const char *field;
  const char *none;
  const char *example;
} SarapFieldWords;

/**
 * SarapRecordScreen:
 * @type: the kind of record
 * @added: "Service record added", a msgid, as are all words here
 * @changed: "Service record changed"
 * @removed: "Service record removed"
 * @add: "Add a service record"; %NULL for what no form is for
 * @none: what stands where there are none
 * @tab: the title of an officer's own among the tabs of their file
 * @page: the name of that tab
 * @cells: fills the cells of a row
 * @by_code: whether a row begins with a code, and no order is in it
 * @css_class: (nullable): the class of a row's title
 * @applies: (nullable): whether a field applies to a record with these values; all do without it
 * @needed: (nullable): whether a field that may be empty may not be where it applies
 * @words: (nullable): of fields that say more than their label; ended by one without a field
 * @usual: (nullable): a field, and its value in a new record, that which is added most often
 *
 * What a kind of record looks like on screen. Whole sentences, as genders and cases differ.
 */
typedef struct
{
  const SarapRecordType *type;
  const char *added;
  const char *changed;
  const char *removed;
  const char *add;
  const char *none;
  const char *tab;
  const char *page;
  void (*cells) (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells);
  gboolean by_code;
  const char *(*css_class) (SarapRecord *record);
  gboolean (*applies) (const SarapField *field, const char *const *values);
  gboolean (*needed) (const SarapField *field);
  const SarapFieldWords *words;
  const char *usual[2];
} SarapRecordScreen;

/* The one of a kind; every kind has one */
const SarapRecordScreen *sarap_record_screen_of (const SarapRecordType *type);
/* All, in the order of the tabs of an officer's file; NULL behind the last */
const SarapRecordScreen *sarap_record_screen_nth (guint n);
/* Adds one behind the others: for the test that makes a kind up */
void sarap_record_screen_add (const SarapRecordScreen *screen);

/* "Service record added" */
const char *sarap_record_say_change (const SarapRecordType *type, SarapChange change);
/* "Add a service record" */
const char *sarap_record_say_add (const SarapRecordType *type);
/* What stands where there are no records of a kind */
const char *sarap_record_say_none (const SarapRecordType *type);

/* What a field says besides its label; NULL for most */
const SarapFieldWords *sarap_record_screen_words (const SarapRecordScreen *self, const char *field);
/* A new record, with what is the same in most */
SarapRecord *sarap_record_screen_blank (const SarapRecordScreen *self);

G_END_DECLS
