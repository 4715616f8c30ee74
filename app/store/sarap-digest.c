#include "store/sarap-digest.h"

/* GLib's own SHA-256 takes many times as long, which would slow down an import */
#include <nettle/sha2.h>
#include <string.h>

/* Bytes of a record's SHA-256 that are kept: base64 of this many needs no padding */
#define RECORD_BYTES 15

/* Writes a number. It runs for every value, and printf() would take most of the time. */
static gsize
write_length (char *text, gsize length)
{
  char digits[24], *at = digits + sizeof digits;
  gsize n;

  do
    *--at = '0' + length % 10;
  while ((length /= 10) > 0);
  n = digits + sizeof digits - at;
  memcpy (text, at, n);
  return n;
}

void
sarap_digest_value (GString *canonical, const char *text, gsize length)
{
  char begin[25];
  gsize n;

  if (text == NULL)
    {
      g_string_append_c (canonical, '-');
      return;
    }
  n = write_length (begin, length);
  begin[n++] = ':';
  g_string_append_len (canonical, begin, n);
  g_string_append_len (canonical, text, length);
  g_string_append_c (canonical, ',');
}

void
sarap_digest_integer (GString *canonical, gint64 value)
{
  char text[24];

  sarap_digest_value (canonical, text, g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value));
}

void
sarap_digest_end_later (GString *canonical, gsize later)
{
  gsize length = canonical->len;

  /* G_MAXSIZE: the table has no later columns */
  while (length > later && canonical->str[length - 1] == '-')
    length--;
  g_string_truncate (canonical, length);
}

static void
hash (const char *text, gsize length, guint8 bytes[SHA256_DIGEST_SIZE])
{
  struct sha256_ctx context;

  sha256_init (&context);
  sha256_update (&context, length, (const guint8 *) text);
  sha256_digest (&context, SHA256_DIGEST_SIZE, bytes);
}

void
sarap_digest_record (const GString *canonical, char digest[SARAP_DIGEST_RECORD + 1])
{
  guint8 bytes[SHA256_DIGEST_SIZE];
  int state = 0, save = 0;
  gsize length;

  hash (canonical->str, canonical->len, bytes);
  length = g_base64_encode_step (bytes, RECORD_BYTES, FALSE, digest, &state, &save);
  length += g_base64_encode_close (FALSE, digest + length, &state, &save);
  g_assert (length == SARAP_DIGEST_RECORD);
  digest[length] = '\0';
}

void
sarap_digest_text (const char *text, gsize length, char digest[SARAP_DIGEST_LINE + 1])
{
  static const char letters[] = "0123456789abcdef";
  guint8 bytes[SHA256_DIGEST_SIZE];

  hash (text, length, bytes);
  for (guint i = 0; i < SHA256_DIGEST_SIZE; i++)
    {
      digest[2 * i] = letters[bytes[i] >> 4];
      digest[2 * i + 1] = letters[bytes[i] & 15];
    }
  digest[SARAP_DIGEST_LINE] = '\0';
}

static void
append_id (GString *canonical, gint64 id)
{
  if (id == 0)
    sarap_digest_value (canonical, NULL, 0);
  else
    sarap_digest_integer (canonical, id);
}

void
sarap_digest_line (const char *salt,
                   const char *moment,
                   const char *actor,
                   const char *action,
                   const char *record,
                   gint64 record_id,
                   gint64 officer_id,
                   const char *detail,
                   char digest[SARAP_DIGEST_LINE + 1])
{
  g_autoptr (GString) canonical = g_string_sized_new (strlen (detail) + 128);

  sarap_digest_value (canonical, salt, strlen (salt));
  sarap_digest_value (canonical, moment, strlen (moment));
  sarap_digest_value (canonical, actor, strlen (actor));
  sarap_digest_value (canonical, action, strlen (action));
  sarap_digest_value (canonical, record, strlen (record));
  append_id (canonical, record_id);
  append_id (canonical, officer_id);
  sarap_digest_value (canonical, detail, strlen (detail));
  sarap_digest_text (canonical->str, canonical->len, digest);
}

void
sarap_digest_chain (const char *before,
                    gint64 seq,
                    const char *line_digest,
                    char chain[SARAP_DIGEST_LINE + 1])
{
  g_autofree char *link = g_strdup_printf ("%s%" G_GINT64_FORMAT "%s", before, seq, line_digest);

  sarap_digest_text (link, strlen (link), chain);
}
