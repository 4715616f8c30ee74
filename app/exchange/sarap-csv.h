#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* May precede the header; without it some spreadsheets do not recognize UTF-8 */
#define SARAP_CSV_BYTE_ORDER_MARK "\xEF\xBB\xBF"

/**
 * SarapCsvFaultKind:
 *
 * Faults in the form of a field or a line of a file. sarap_csv_fault_message() describes them to
 * people.
 */
typedef enum
{
  SARAP_CSV_FAULT_NONE,
  SARAP_CSV_FAULT_STRAY_QUOTE,     /* a quotation mark inside a field without them */
  SARAP_CSV_FAULT_AFTER_QUOTE,     /* text between the closing quotation mark and the comma */
  SARAP_CSV_FAULT_UNCLOSED_QUOTE,  /* no closing quotation mark */
  SARAP_CSV_FAULT_ENCODING,        /* not UTF-8 */
  SARAP_CSV_FAULT_CONTROL,         /* a control character, a zero byte, a tab inside a text */
  SARAP_CSV_FAULT_LINE_BREAK,      /* CR or LF inside a field of one line */
  SARAP_CSV_FAULT_BYTE_ORDER_MARK, /* U+FEFF anywhere but at the start of the file */
  SARAP_CSV_FAULT_TOO_LONG,        /* longer than SARAP_FIELD_LONGEST characters */
  SARAP_CSV_FAULT_EMPTY_LINE,      /* an empty line */
  SARAP_CSV_FAULT_TOO_FEW,         /* fewer fields than columns; reported at the first missing
                                      one */
  SARAP_CSV_FAULT_TOO_MANY,        /* more fields than columns; reported at the last column */
} SarapCsvFaultKind;

/**
 * SarapCsvFault:
 * @kind: the kind of fault
 * @column: the index of the field in its record, from 0
 */
typedef struct
{
  SarapCsvFaultKind kind;
  guint column;
} SarapCsvFault;

/**
 * SarapCsvRecord:
 * @line: the line of the file on which the record begins, from 1
 * @fields: its texts, %NULL for a faulty field; owned by the reader, until the next record
 * @n_fields: the number of fields
 * @faults: its faults
 * @n_faults: the number of faults; 0 for a record that can be used
 *
 * The texts of a record without faults follow each other in the reader's buffer from @fields[0],
 * each with a zero byte at its end. They live as long as the buffer.
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
 * Reads RFC 4180 strictly: UTF-8, an optional byte-order mark at the start, lines ended by LF or CR
 * LF, fields of one line. The separator may differ from a comma, and ="…" is kept as one field,
 * since spreadsheets read it so. It works in the given buffer and copies nothing.
 */
typedef struct _SarapCsvReader SarapCsvReader;

/**
 * sarap_csv_reader_new:
 * @buffer: the bytes of a file, with room for a zero byte after them; they are overwritten
 * @length: the number of bytes
 *
 * Returns: a reader before the first record
 */
SarapCsvReader *sarap_csv_reader_new           (char *buffer, gsize length);

void            sarap_csv_reader_free          (SarapCsvReader *self);
/* To be called before the first record: sets the offset and line of the header, and the
   separator */
void            sarap_csv_reader_begin         (SarapCsvReader *self, gsize at, guint line,
                                                char separator);

/**
 * sarap_csv_reader_set_n_columns:
 * @self: a reader
 * @n_columns: the number of fields in each of the next records, 0 for any
 */
void            sarap_csv_reader_set_n_columns (SarapCsvReader *self, guint n_columns);

/**
 * sarap_csv_reader_set_lines:
 * @self: a reader
 * @columns: a bit for each column that may have several lines; the lowest is for the first column
 */
void            sarap_csv_reader_set_lines     (SarapCsvReader *self, guint64 columns);

/**
 * sarap_csv_reader_next:
 * @self: a reader
 * @record: (out): the record read
 *
 * Reads a record, with or without faults. After a faulty record it continues with the next line, so
 * that later faults are found too. The number of fields is compared with the header only if all of
 * them can be read.
 *
 * Returns: %FALSE at the end of the file
 */
gboolean        sarap_csv_reader_next          (SarapCsvReader *self, SarapCsvRecord *record);

/* The number of bytes read */
gsize           sarap_csv_reader_position      (SarapCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCsvReader, sarap_csv_reader_free)

/**
 * sarap_csv_fault_message:
 * @kind: a fault
 *
 * Returns: a translated sentence for people
 */
const char     *sarap_csv_fault_message        (SarapCsvFaultKind kind);

/**
 * sarap_csv_write_line:
 * @out: receives the line at its end
 * @fields: the texts, %NULL for an empty one
 * @n_fields: their number
 *
 * Writes a line with commas and LF. Quotation marks are used only where RFC 4180 needs them, and
 * for an empty text of a single column, whose line would be empty.
 */
void            sarap_csv_write_line           (GString *out, const char *const *fields,
                                                guint n_fields);
/* The same with another separator and another end of the line */
void            sarap_csv_write_line_with      (GString           *out,
                                                const char *const *fields,
                                                guint              n_fields,
                                                char               separator,
                                                const char        *line_end);

G_END_DECLS
