/* A part of sarap-workbook.c: reads an XLSX file again to check that it is complete */
#include "exchange/sarap-workbook.h"

#include <archive.h>
#include <archive_entry.h>

#define SHEET "xl/worksheets/sheet1.xml"
/* Bytes unpacked at once */
#define CHUNK (64 * 1024)

typedef struct archive *ArchiveReader;

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (ArchiveReader, archive_read_free, NULL)

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

/* Whether the next part is a complete XML document; counts its rows */
static gboolean
is_whole_document (ArchiveReader self, guint *n_rows)
{
  static const GMarkupParser parser = { on_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, n_rows, NULL);
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = archive_read_data (self, chunk, CHUNK)) > 0)
    if (!g_markup_parse_context_parse (context, chunk, n, NULL))
      return FALSE;
  return n == 0 && g_markup_parse_context_end_parse (context, NULL);
}

gboolean
sarap_workbook_is_whole (const char *path, guint n_rows)
{
  g_auto (ArchiveReader) self = archive_read_new ();
  struct archive_entry *entry = NULL;
  gboolean sheet_found = FALSE;
  int next;

  archive_read_support_format_zip_seekable (self);
  if (archive_read_open_filename (self, path, CHUNK) != ARCHIVE_OK)
    return FALSE;
  while ((next = archive_read_next_header (self, &entry)) == ARCHIVE_OK)
    {
      gboolean is_sheet = g_strcmp0 (archive_entry_pathname (entry), SHEET) == 0;
      guint n = 0;

      if (!is_whole_document (self, &n) || (is_sheet && n != n_rows))
        return FALSE;
      sheet_found = sheet_found || is_sheet;
    }
  return next == ARCHIVE_EOF && sheet_found;
}
