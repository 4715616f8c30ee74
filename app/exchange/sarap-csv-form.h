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
 * @encoding: what its bytes are
 * @separator: what stands between two fields
 * @at: where the header begins, in bytes of its UTF-8
 * @line: the line on which it does, from 1
 *
 * How a file is written. Spreadsheets save the same table in many ways, after the language of the
 * computer and the item that was chosen.
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
 * @length: how many
 * @encoding: (out): what they most likely are
 *
 * Returns: whether the file itself shows it; else it has hardly anything but ASCII, and what the
 *   files beside it are tells more
 */
gboolean    sarap_csv_form_sniff_encoding (const char *bytes, gsize length, SarapCsvEncoding *encoding);

/**
 * sarap_csv_form_decode:
 * @encoding: what the bytes are
 * @buffer: (inout): the bytes, then their UTF-8 with room for a zero after it
 * @length: (inout): how many
 *
 * Returns: %FALSE when they are not of that encoding; then they stay as they are
 */
gboolean    sarap_csv_form_decode         (SarapCsvEncoding encoding, char **buffer, gsize *length);

/**
 * sarap_csv_form_sniff_start:
 * @self: a form, of which @at, @line and, where the file names it, @separator are set
 * @text: the UTF-8 of a file
 * @length: how long it is
 *
 * Passes the byte-order mark and the line `sep=` with which a file may begin, and the Ctrl+Z with
 * which it may end.
 *
 * Returns: how long the file is without that end
 */
gsize       sarap_csv_form_sniff_start    (SarapCsvForm *self, const char *text, gsize length);

/* For people, translated: "UTF-16", "separated by tabulators" */
const char *sarap_csv_form_say_encoding   (const SarapCsvForm *self);
/* The name of a separator, for people */
char       *sarap_csv_form_say_separator  (const SarapCsvForm *self);

G_END_DECLS
