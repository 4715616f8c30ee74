/* A part of sarap-workbook.c: reads an XLSX file again, whether it is whole */
#include "exchange/sarap-workbook.h"

#include <gio/gio.h>
#include <string.h>

/* Of a ZIP archive, all numbers with their low byte first: an entry of the directory at its end,
   the end of that directory, and what stands before the bytes of a part */
#define DIRECTORY_MAGIC 0x02014b50u
#define DIRECTORY_LENGTH 46
#define END_MAGIC 0x06054b50u
#define END_LENGTH 22
#define LOCAL_LENGTH 30
#define METHOD_DEFLATE 8

#define SHEET "xl/worksheets/sheet1.xml"
/* Bytes unpacked at once */
#define CHUNK (64 * 1024)

typedef struct
{
  const guint8 *bytes;
  gsize length;
} Archive;

typedef struct
{
  const guint8 *packed;
  gsize length;
  gboolean is_sheet;
} Part;

static guint32
number (const guint8 *bytes, guint n)
{
  guint32 value = 0;

  while (n-- > 0)
    value = value << 8 | bytes[n];
  return value;
}

static void
on_element (GMarkupParseContext *context,
            const char *name,
            const char **names,
            const char **values,
            gpointer n_rows,
            GError **error)
{
  if (g_str_equal (name, "row"))
    ++*(guint *) n_rows;
}

static gboolean
is_whole_document (const Part *part, guint *n_rows)
{
  static const GMarkupParser parser = { on_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, n_rows, NULL);
  g_autoptr (GInputStream) memory =
      g_memory_input_stream_new_from_data (part->packed, part->length, NULL);
  g_autoptr (GConverter) converter =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, converter);
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, NULL, NULL)) > 0)
    if (!g_markup_parse_context_parse (context, chunk, n, NULL))
      return FALSE;
  return n == 0 && g_markup_parse_context_end_parse (context, NULL);
}

/* The part that the entry at @at of the directory names; @at goes on to the next one */
static gboolean
find_part (const Archive *self, gsize *at, Part *part)
{
  const guint8 *entry = self->bytes + *at;
  gsize name_length, local;

  if (*at + DIRECTORY_LENGTH > self->length || number (entry, 4) != DIRECTORY_MAGIC ||
      number (entry + 10, 2) != METHOD_DEFLATE)
    return FALSE;
  name_length = number (entry + 28, 2);
  local = number (entry + 42, 4);
  *at += DIRECTORY_LENGTH + name_length + number (entry + 30, 2) + number (entry + 32, 2);
  if (*at > self->length || local + LOCAL_LENGTH > self->length)
    return FALSE;
  part->is_sheet =
      name_length == strlen (SHEET) && memcmp (entry + DIRECTORY_LENGTH, SHEET, name_length) == 0;
  part->length = number (entry + 20, 4);
  local +=
      LOCAL_LENGTH + number (self->bytes + local + 26, 2) + number (self->bytes + local + 28, 2);
  part->packed = self->bytes + local;
  return local + part->length <= self->length;
}

static gboolean
is_whole (const Archive *self, guint n_rows)
{
  const guint8 *end = self->bytes + self->length - END_LENGTH;
  gboolean sheet_found = FALSE;
  gsize at;

  if (self->length < END_LENGTH || number (end, 4) != END_MAGIC)
    return FALSE;
  at = number (end + 16, 4);
  for (guint i = number (end + 10, 2); i > 0; i--)
    {
      Part part;
      guint n = 0;

      if (!find_part (self, &at, &part) || !is_whole_document (&part, &n) ||
          (part.is_sheet && n != n_rows))
        return FALSE;
      sheet_found = sheet_found || part.is_sheet;
    }
  return sheet_found;
}

gboolean
sarap_workbook_is_whole (const char *path, guint n_rows)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  Archive archive;

  if (file == NULL)
    return FALSE;
  archive.bytes = (const guint8 *) g_mapped_file_get_contents (file);
  archive.length = g_mapped_file_get_length (file);
  return archive.bytes != NULL && is_whole (&archive, n_rows);
}
