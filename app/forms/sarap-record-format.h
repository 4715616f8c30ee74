#pragma once

#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

/**
 * sarap_record_say_value:
 * @type: a kind of record
 * @field: one of its fields
 * @value: (nullable): the field's text
 * @body: (nullable): the code of the body, if @field is a unit
 * @bodies: (nullable): bodies and units
 *
 * Formats a value for people.
 *
 * Returns: (transfer full): the value: words for codes, dates in the form of the language, names of
 *   bodies; "" for none
 */
char *sarap_record_say_value (const SarapRecordType *type,
                              guint field,
                              const char *value,
                              const char *body,
                              const SarapBodies *bodies);

/**
 * sarap_record_say_period:
 * @record: a record with a first and a last day
 *
 * Returns: (transfer full): "03.02.2024 –", "11.09.2019 – 02.02.2024"
 */
char *sarap_record_say_period (SarapRecord *record);

/**
 * sarap_record_say_fault:
 * @type: the kind of record
 * @fault: the fault
 * @value: (nullable): the value of the field
 *
 * Formats a fault for a form. The sentences of records are for files, whose dates have another
 * form.
 *
 * Returns: (transfer full): a sentence
 */
char *
sarap_record_say_fault (const SarapRecordType *type, const SarapFault *fault, const char *value);

G_END_DECLS
