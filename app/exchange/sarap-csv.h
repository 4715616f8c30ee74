#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* May stand before the header; without it some spreadsheets do not take a file for UTF-8 */
#define SARAP_CSV_BYTE_ORDER_MARK "\xEF\xBB\xBF"

/**
 * SarapCsvFaultKind:
 *
 * What can be wrong with a field or a line of a file, whatever it means. sarap_csv_fault_message()
 * says it to people.
 */
typedef enum
{
  SARAP_CSV_FAULT_NONE,
  SARAP_CSV_FAULT_STRAY_QUOTE,     /* a quotation mark inside a field that does not begin with one */
  SARAP_CSV_FAULT_AFTER_QUOTE,     /* text between the closing quotation mark and the comma */
  SARAP_CSV_FAULT_UNCLOSED_QUOTE,  /* no closing quotation mark */
  SARAP_CSV_FAULT_ENCODING,        /* not UTF-8 */
  SARAP_CSV_FAULT_CONTROL,         /* a control character, a zero byte, a tabulator between others */
  SARAP_CSV_FAULT_LINE_BREAK,      /* CR or LF inside a field of one line */
  SARAP_CSV_FAULT_BYTE_ORDER_MARK, /* U+FEFF anywhere but at the start of the file */
  SARAP_CSV_FAULT_TOO_LONG,        /* longer than SARAP_FIELD_LONGEST characters */
  SARAP_CSV_FAULT_EMPTY_LINE,      /* a line without anything */
  SARAP_CSV_FAULT_TOO_FEW,         /* fewer fields than columns; at the first that is not there */
  SARAP_CSV_FAULT_TOO_MANY,        /* more fields than columns; at the last column */
} SarapCsvFaultKind;

/**
 * SarapCsvFault:
 * @kind: what is wrong
 * @column: the place of the field in its record, from 0
 */
typedef struct
{
  SarapCsvFaultKind kind;
  guint column;
} SarapCsvFault;

/**
 * SarapCsvRecord:
 * @line: the line of the file on which the record begins, from 1
 * @fields: its texts, %NULL for a field at fault; of the reader, until the next record
 * @n_fields: how many
 * @faults: what is wrong with it
 * @n_faults: how many; 0 for a record that can be used
 *
 * The texts of a record without faults lie one after another in the reader's buffer, each ended by
 * a zero, from @fields[0] on. They stay there as long as the buffer does.
 */
typedef struct
{
  guint line;
  char *const *fields;
  guint n_fields;
  const SarapCsvFault *faults;
  guint n_faults;
} SarapCsvRecord;

/**
 * SarapCsvReader:
 *
 * Reads RFC 4180 strictly: UTF-8, a byte-order mark at the start accepted, lines ended by LF or CR
 * LF, fields of one line. Another separator than a comma may be told to it, and ="…" is a field as
 * it stands, since spreadsheets take it so. Works in the buffer given to it and copies nothing.
 */
typedef struct _SarapCsvReader SarapCsvReader;

/**
 * sarap_csv_reader_new:
 * @buffer: the bytes of a file, with room for one zero more after them; they are written over
 * @length: how many bytes
 *
 * Returns: a reader that stands before the first record
 */
SarapCsvReader *sarap_csv_reader_new           (char *buffer, gsize length);

void            sarap_csv_reader_free          (SarapCsvReader *self);
/* Before the first record: where the header begins, the line that is, and what separates fields */
void            sarap_csv_reader_begin         (SarapCsvReader *self, gsize at, guint line, char separator);

/**
 * sarap_csv_reader_set_n_columns:
 * @self: a reader
 * @n_columns: how many fields each record from here on must have, 0 for any number
 */
void            sarap_csv_reader_set_n_columns (SarapCsvReader *self, guint n_columns);

/**
 * sarap_csv_reader_set_lines:
 * @self: a reader
 * @columns: a bit for each column, the first the lowest, whose texts may have several lines
 */
void            sarap_csv_reader_set_lines     (SarapCsvReader *self, guint64 columns);

/**
 * sarap_csv_reader_next:
 * @self: a reader
 * @record: (out): the record read
 *
 * Reads a record, whether it has faults or not. After one with faults it goes on with the next
 * line, so that later faults are found too. The number of its fields is held against the header
 * only where each of them can be read.
 *
 * Returns: %FALSE at the end of the file
 */
gboolean        sarap_csv_reader_next          (SarapCsvReader *self, SarapCsvRecord *record);

/* How many bytes have been read */
gsize           sarap_csv_reader_position      (SarapCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCsvReader, sarap_csv_reader_free)

/**
 * sarap_csv_fault_message:
 * @kind: a fault
 *
 * Returns: what is wrong, a sentence for people, translated
 */
const char     *sarap_csv_fault_message        (SarapCsvFaultKind kind);

/**
 * sarap_csv_write_line:
 * @out: where it goes, at the end
 * @fields: the texts, %NULL for an empty one
 * @n_fields: how many
 *
 * Writes a line with commas, ended by LF. Quotation marks stand only where RFC 4180 needs them, and
 * around the empty text of a single column, whose line would have nothing else.
 */
void            sarap_csv_write_line           (GString *out, const char *const *fields, guint n_fields);
/* The same with another separator and another end of the line */
void            sarap_csv_write_line_with      (GString           *out,
                                                const char *const *fields,
                                                guint              n_fields,
                                                char               separator,
                                                const char        *line_end);

G_END_DECLS
