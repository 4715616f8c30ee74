#pragma once

#include "procedure/sarap-bodies.h"
#include "records/sarap-record.h"

G_BEGIN_DECLS

/**
 * SarapChange:
 *
 * The kind of change of a record.
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
 * The texts of a record's row; any may be %NULL except the title.
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
 * @none: (nullable): the label of no choice, a msgid
 * @example: (nullable): the placeholder of its entry, a msgid
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
 * @added: "Service record added", a msgid, like all texts here
 * @changed: "Service record changed"
 * @removed: "Service record removed"
 * @add: "Add a service record"; %NULL for a kind without a form
 * @none: the text of an empty list
 * @tab: for a kind that belongs to officers: the title of its tab in the file
 * @page: the name of that tab
 * @cells: sets the cells of a row
 * @by_code: whether a row begins with a code, and has no order
 * @css_class: (nullable): the class of a row's title
 * @applies: (nullable): whether a field applies to a record with these values; %NULL: all apply
 * @needed: (nullable): whether an optional field is required where it applies
 * @words: (nullable): further texts of fields; ended by one without a field
 * @usual: (nullable): a field, and its most frequent value for new records
 *
 * The look of a kind of record on screen. The texts are whole sentences, since genders and cases
 * differ.
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

/* The screen of a kind; every kind has one */
const SarapRecordScreen *sarap_record_screen_of (const SarapRecordType *type);
/* All screens, in the order of the tabs of an officer's file; NULL after the last */
const SarapRecordScreen *sarap_record_screen_nth (guint n);
/* Adds a screen after the others. For the test that adds a kind of record. */
void sarap_record_screen_add (const SarapRecordScreen *screen);

/* "Service record added" */
const char *sarap_record_say_change (const SarapRecordType *type, SarapChange change);
/* "Add a service record" */
const char *sarap_record_say_add (const SarapRecordType *type);
/* The text of an empty list of a kind */
const char *sarap_record_say_none (const SarapRecordType *type);

/* The further texts of a field; NULL for most fields */
const SarapFieldWords *sarap_record_screen_words (const SarapRecordScreen *self, const char *field);
/* A new record with usual values */
SarapRecord *sarap_record_screen_blank (const SarapRecordScreen *self);

G_END_DECLS
