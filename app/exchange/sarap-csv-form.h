#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SARAP_CSV_UTF_8,
  SARAP_CSV_UTF_16_LE,
  SARAP_CSV_UTF_16_BE,
  SARAP_CSV_CODE_PAGE_1251,
} SarapCsvEncoding;

/**
 * SarapCsvForm:
 * @encoding: the encoding
 * @separator: the character between fields
 * @at: the offset of the header in its UTF-8, bytes
 * @line: the line of the header, from 1
 *
 * The form of a file. Spreadsheets save the same table in many forms, depending on the language of
 * the computer and the chosen format.
 */
typedef struct
{
  SarapCsvEncoding encoding;
  char separator;
  gsize at;
  guint line;
} SarapCsvForm;

/**
 * sarap_csv_form_sniff_encoding:
 * @bytes: the bytes of a file
 * @length: their number
 * @encoding: (out): the most likely encoding
 *
 * Returns: whether the file itself is evidence; otherwise it is nearly all ASCII, and the other
 *   files of the folder are better evidence
 */
gboolean    sarap_csv_form_sniff_encoding (const char *bytes, gsize length,
                                           SarapCsvEncoding *encoding);

/**
 * sarap_csv_form_decode:
 * @encoding: the encoding of the bytes
 * @buffer: (inout): the bytes, replaced by their UTF-8 with room for a zero byte after it
 * @length: (inout): their number
 *
 * Returns: %FALSE when they are not in that encoding; they are then unchanged
 */
gboolean    sarap_csv_form_decode         (SarapCsvEncoding encoding, char **buffer, gsize *length);

/**
 * sarap_csv_form_sniff_start:
 * @self: a form, whose @at, @line and, if the file names it, @separator are set
 * @text: the UTF-8 of a file
 * @length: its length in bytes
 *
 * Skips the byte-order mark and the line `sep=` at the beginning of a file, and the Ctrl+Z at its
 * end.
 *
 * Returns: the length of the file without that end
 */
gsize       sarap_csv_form_sniff_start    (SarapCsvForm *self, const char *text, gsize length);

/* For people, translated: "UTF-16", "separated by tabulators" */
const char *sarap_csv_form_say_encoding   (const SarapCsvForm *self);
/* The name of a separator, for people */
char       *sarap_csv_form_say_separator  (const SarapCsvForm *self);

G_END_DECLS
