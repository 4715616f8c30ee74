#include "exchange/sarap-csv.h"

#include "records/sarap-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Distance after a line within which the closing quotation mark of a field is searched, bytes. A
   mark further away belongs to another field, and searching on would take quadratic time in a file
   full of them. */
#define FARTHEST_QUOTE (64 * 1024)

struct _SarapCsvReader
{
  char *start;
  char *end; /* points to a zero byte, so that one byte ahead can be read */
  char *at;  /* the next byte to read */
  char *out; /* the position of the next text, never after `at` */
  guint line;
  guint n_columns;
  guint8 classes[256]; /* byte_classes with this file's separator */
  char separator;
  guint64 lines; /* a bit for each column that may have several lines */
  GPtrArray *fields;
  GArray *faults;
};

/* The meaning of a byte to the reader; those up to SEPARATOR may be inside quotation marks */
typedef enum
{
  ORDINARY,
  SEPARATOR,
  QUOTE,
  LINE_FEED,
  CARRIAGE_RETURN,
  CONTROL,
} ByteClass;

static const guint8 byte_classes[256] = {
  [0 ... '\n' - 1] = CONTROL,
  ['\n'] = LINE_FEED,
  ['\n' + 1 ... '\r' - 1] = CONTROL,
  ['\r'] = CARRIAGE_RETURN,
  ['\r' + 1 ... ' ' - 1] = CONTROL,
  ['"'] = QUOTE,
  [127] = CONTROL,
};

static inline ByteClass
class_at (const SarapCsvReader *self, const char *p)
{
  return self->classes[(guchar) *p];
}

static const char *const fault_messages[] = {
  [SARAP_CSV_FAULT_STRAY_QUOTE] =
      N_ ("There is a quotation mark inside a field that is not quoted. Put the whole field into "
          "quotation marks and double those inside it."),
  [SARAP_CSV_FAULT_AFTER_QUOTE] = N_ ("There is text after the closing quotation mark."),
  [SARAP_CSV_FAULT_UNCLOSED_QUOTE] = N_ ("The quotation mark that opens the field is not closed."),
  [SARAP_CSV_FAULT_ENCODING] = N_ ("The text is not UTF-8."),
  [SARAP_CSV_FAULT_CONTROL] = N_ ("There is a tabulator or another control character in the text."),
  [SARAP_CSV_FAULT_LINE_BREAK] = N_ ("There is a line break in the text; it must be one line."),
  [SARAP_CSV_FAULT_BYTE_ORDER_MARK] =
      N_ ("There is a byte-order mark in the text; it may stand only at the start of the file."),
  [SARAP_CSV_FAULT_TOO_LONG] = N_ ("The text is longer than 1000 characters."),
  [SARAP_CSV_FAULT_EMPTY_LINE] = N_ ("The line is empty."),
  [SARAP_CSV_FAULT_TOO_FEW] =
      N_ ("The line ends before this column: it has fewer fields than the header."),
  [SARAP_CSV_FAULT_TOO_MANY] =
      N_ ("The line goes on after this column: it has more fields than the header. A text with "
          "the separator in it must stand in quotation marks."),
};
G_STATIC_ASSERT (SARAP_FIELD_LONGEST == 1000);

const char *
sarap_csv_fault_message (SarapCsvFaultKind kind)
{
  g_return_val_if_fail (kind > SARAP_CSV_FAULT_NONE && kind < G_N_ELEMENTS (fault_messages), NULL);

  return _ (fault_messages[kind]);
}

static void
set_separator (SarapCsvReader *self, char separator)
{
  self->classes[(guchar) self->separator] = byte_classes[(guchar) self->separator];
  self->separator = separator;
  self->classes[(guchar) separator] = SEPARATOR;
}

SarapCsvReader *
sarap_csv_reader_new (char *buffer, gsize length)
{
  SarapCsvReader *self = g_new0 (SarapCsvReader, 1);

  self->start = buffer;
  self->end = buffer + length;
  *self->end = '\0';
  self->at = buffer;
  memcpy (self->classes, byte_classes, sizeof byte_classes);
  set_separator (self, ',');
  if (g_str_has_prefix (buffer, SARAP_CSV_BYTE_ORDER_MARK))
    self->at += strlen (SARAP_CSV_BYTE_ORDER_MARK);
  self->line = 1;
  self->fields = g_ptr_array_new ();
  self->faults = g_array_new (FALSE, FALSE, sizeof (SarapCsvFault));
  return self;
}

void
sarap_csv_reader_free (SarapCsvReader *self)
{
  g_ptr_array_unref (self->fields);
  g_array_unref (self->faults);
  g_free (self);
}

void
sarap_csv_reader_begin (SarapCsvReader *self, gsize at, guint line, char separator)
{
  self->at = self->start + at;
  self->line = line;
  set_separator (self, separator);
}

void
sarap_csv_reader_set_n_columns (SarapCsvReader *self, guint n_columns)
{
  self->n_columns = n_columns;
}

void
sarap_csv_reader_set_lines (SarapCsvReader *self, guint64 columns)
{
  self->lines = columns;
}

gsize
sarap_csv_reader_position (SarapCsvReader *self)
{
  return self->at - self->start;
}

/* A character that a field of one line cannot have, in addition to those of byte_classes */
static SarapCsvFaultKind
check_beyond_ascii (const char *text, gsize length)
{
  if (!g_utf8_validate_len (text, length, NULL))
    return SARAP_CSV_FAULT_ENCODING;
  if (g_strstr_len (text, length, SARAP_CSV_BYTE_ORDER_MARK) != NULL)
    return SARAP_CSV_FAULT_BYTE_ORDER_MARK;
  for (const char *p = text; (p = memchr (p, '\xC2', text + length - p)) != NULL; p++)
    if ((guchar) p[1] < 0xA0) /* U+0080 … U+009F */
      return SARAP_CSV_FAULT_CONTROL;
  return SARAP_CSV_FAULT_NONE;
}

/* A tab before or after a text counts as white space */
static gboolean
has_inner_tab (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end && (*text == ' ' || *text == '\t'))
    text++;
  while (end > text && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  return memchr (text, '\t', end - text) != NULL;
}

/* Whether the current field may have several lines */
static gboolean
takes_lines (SarapCsvReader *self)
{
  return self->lines != 0 && self->fields->len < 64 && (self->lines >> self->fields->len & 1);
}

static SarapCsvFaultKind
check_text (SarapCsvReader *self, const char *text, gsize length, guchar seen, gboolean tabs)
{
  SarapCsvFaultKind fault = SARAP_CSV_FAULT_NONE;

  if (tabs && has_inner_tab (text, length))
    fault = SARAP_CSV_FAULT_CONTROL;
  else if (seen & 0x80)
    fault = check_beyond_ascii (text, length);
  if (fault == SARAP_CSV_FAULT_NONE && length > SARAP_FIELD_LONGEST && !takes_lines (self) &&
      g_utf8_strlen (text, length) > SARAP_FIELD_LONGEST)
    fault = SARAP_CSV_FAULT_TOO_LONG;
  return fault;
}

static gboolean
ends_field (SarapCsvReader *self, const char *p)
{
  return *p == self->separator || *p == '\n' || (*p == '\r' && p[1] == '\n') || p == self->end;
}

/* Ends the text at @p and moves past the byte at the reader */
static gboolean
end_field (SarapCsvReader *self, char *p, char *text, gsize length)
{
  gboolean more = p != self->end && *p == self->separator;

  if (*p == '\r')
    p++;
  self->at = p == self->end ? p : p + 1;
  if (p != self->end && !more)
    self->line++;
  text[length] = '\0';
  self->out = text + length + 1;
  return more;
}

static void
take_field (SarapCsvReader *self, char *text, SarapCsvFaultKind kind)
{
  if (kind != SARAP_CSV_FAULT_NONE)
    {
      SarapCsvFault fault = { kind, self->fields->len };

      g_array_append_val (self->faults, fault);
      text = NULL;
    }
  g_ptr_array_add (self->fields, text);
}

/* The end of the field ="…" that begins at @p, or @p if there is none */
static char *
pass_formula (SarapCsvReader *self, char *p)
{
  char *end;

  if (p[0] != '=' || p[1] != '"')
    return p;
  for (end = p + 2; class_at (self, end) == ORDINARY;)
    end++;
  return *end == '"' && ends_field (self, end + 1) ? end + 1 : p;
}

/* Reads a field without quotation marks; returns whether another one follows */
static gboolean
read_plain (SarapCsvReader *self)
{
  char *start = self->at, *text = self->out, *p = start;
  SarapCsvFaultKind fault = SARAP_CSV_FAULT_NONE;
  gboolean tabs = FALSE;
  guchar seen = 0;
  gsize length;

  if ((p = pass_formula (self, p)) != start)
    seen = 0x80;
  for (;; p++)
    {
      SarapCsvFaultKind here = SARAP_CSV_FAULT_CONTROL;

      while (class_at (self, p) == ORDINARY)
        seen |= *p++;
      if (ends_field (self, p))
        break;
      if (*p == '\t')
        {
          tabs = TRUE;
          continue;
        }
      if (class_at (self, p) == QUOTE)
        here = SARAP_CSV_FAULT_STRAY_QUOTE;
      else if (class_at (self, p) == CARRIAGE_RETURN)
        here = SARAP_CSV_FAULT_LINE_BREAK;
      if (fault == SARAP_CSV_FAULT_NONE)
        fault = here;
    }
  length = p - start;
  if (fault == SARAP_CSV_FAULT_NONE)
    fault = check_text (self, start, length, seen, tabs);
  if (text != start)
    memmove (text, start, length);
  take_field (self, text, fault);
  return end_field (self, p, text, length);
}

/* Whether a quoted field that continues after its line at @p is closed on a later line. A quotation
   mark that cannot end a field opens another one: then this field was never closed. */
static gboolean
is_closed_later (SarapCsvReader *self, const char *p)
{
  const char *limit = self->end - p > FARTHEST_QUOTE ? p + FARTHEST_QUOTE : self->end;

  while ((p = memchr (p, '"', limit - p)) != NULL)
    {
      if (p[1] != '"')
        return ends_field (self, p + 1);
      p = MIN (p + 2, limit);
    }
  return FALSE;
}

/* Skips a byte of a quoted field that is not part of its text; returns whether the field
   continues */
static gboolean
pass_break (SarapCsvReader *self, const char *p, gboolean *closed_later, SarapCsvFaultKind *fault)
{
  SarapCsvFaultKind here =
      class_at (self, p) == CONTROL ? SARAP_CSV_FAULT_CONTROL : SARAP_CSV_FAULT_LINE_BREAK;

  if (p == self->end || (*p == '\n' && !*closed_later && !is_closed_later (self, p)))
    {
      *fault = SARAP_CSV_FAULT_UNCLOSED_QUOTE;
      return FALSE;
    }
  if (*p == '\n')
    {
      *closed_later = TRUE;
      self->line++;
    }
  if (*fault == SARAP_CSV_FAULT_NONE && !(*p == '\n' && takes_lines (self)))
    *fault = here;
  return TRUE;
}

/* Reads to the end of a field after its closing quotation mark */
static char *
pass_after_quote (SarapCsvReader *self, char *p, SarapCsvFaultKind *fault)
{
  if (ends_field (self, p))
    return p;
  if (*fault == SARAP_CSV_FAULT_NONE)
    *fault = SARAP_CSV_FAULT_AFTER_QUOTE;
  while (!ends_field (self, p))
    p++;
  return p;
}

static gboolean
read_quoted (SarapCsvReader *self)
{
  char *text = self->out, *out = text, *p = self->at + 1;
  SarapCsvFaultKind fault = SARAP_CSV_FAULT_NONE;
  gboolean closed_later = FALSE, tabs = FALSE;
  guchar seen = 0;

  for (;; p++)
    {
      char *run = p;

      while (class_at (self, p) <= SEPARATOR)
        seen |= *p++;
      memmove (out, run, p - run);
      out += p - run;
      if (*p == '\t')
        {
          tabs = TRUE;
          *out++ = *p;
        }
      else if (class_at (self, p) != QUOTE)
        {
          if (!pass_break (self, p, &closed_later, &fault))
            break;
          if (takes_lines (self))
            *out++ = *p;
        }
      else if (p[1] == '"')
        *out++ = *p++;
      else
        {
          p = pass_after_quote (self, p + 1, &fault);
          break;
        }
    }
  if (fault == SARAP_CSV_FAULT_NONE)
    fault = check_text (self, text, out - text, seen, tabs);
  take_field (self, text, fault);
  return end_field (self, p, text, out - text);
}

static void
check_n_fields (SarapCsvReader *self)
{
  SarapCsvFault fault = { SARAP_CSV_FAULT_NONE, 0 };
  guint n = self->fields->len;

  if (n == 1 && self->n_columns != 1 && *(char *) self->fields->pdata[0] == '\0')
    fault.kind = SARAP_CSV_FAULT_EMPTY_LINE;
  else if (n < self->n_columns)
    fault = (SarapCsvFault){ SARAP_CSV_FAULT_TOO_FEW, n };
  else if (n > self->n_columns && self->n_columns > 0)
    fault = (SarapCsvFault){ SARAP_CSV_FAULT_TOO_MANY, self->n_columns - 1 };
  if (fault.kind != SARAP_CSV_FAULT_NONE)
    g_array_append_val (self->faults, fault);
}

gboolean
sarap_csv_reader_next (SarapCsvReader *self, SarapCsvRecord *record)
{
  gboolean more;

  if (self->at == self->end)
    return FALSE;

  g_ptr_array_set_size (self->fields, 0);
  g_array_set_size (self->faults, 0);
  self->out = self->at;
  record->line = self->line;
  do
    more = *self->at == '"' ? read_quoted (self) : read_plain (self);
  while (more);
  if (self->faults->len == 0)
    check_n_fields (self);

  record->fields = (char *const *) self->fields->pdata;
  record->n_fields = self->fields->len;
  record->faults = (const SarapCsvFault *) (gpointer) self->faults->data;
  record->n_faults = self->faults->len;
  return TRUE;
}

static void
write_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (out, text, quote - text + 1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, text);
  g_string_append_c (out, '"');
}

void
sarap_csv_write_line_with (
    GString *out, const char *const *fields, guint n_fields, char separator, const char *line_end)
{
  const char special[] = { separator, '"', '\r', '\n', '\0' };

  for (guint i = 0; i < n_fields; i++)
    {
      const char *text = fields[i] != NULL ? fields[i] : "";
      gsize length = strcspn (text, special);

      if (i > 0)
        g_string_append_c (out, separator);
      if (text[length] != '\0' || (n_fields == 1 && length == 0))
        write_quoted (out, text);
      else
        g_string_append_len (out, text, length);
    }
  g_string_append (out, line_end);
}

void
sarap_csv_write_line (GString *out, const char *const *fields, guint n_fields)
{
  sarap_csv_write_line_with (out, fields, n_fields, ',', "\n");
}
