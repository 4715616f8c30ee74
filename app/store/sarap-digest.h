#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters of a record's digest, and of the digest of a line */
#define SARAP_DIGEST_RECORD 20
#define SARAP_DIGEST_LINE 64

/**
 * sarap_digest_value:
 * @canonical: the values so far
 * @text: (nullable): the next value, not ended by a zero
 * @length: its length in bytes
 *
 * Appends a value in canonical form: its length in bytes, a colon, its bytes and a comma; a dash
 * for none. PostgreSQL's value() does the same.
 */
void sarap_digest_value  (GString *canonical, const char *text, gsize length);
/* Appends an integer as its decimal text */
void sarap_digest_integer (GString *canonical, gint64 value);

/**
 * sarap_digest_end_later:
 * @canonical: the values of a record
 * @later: the length of @canonical before the first value of a column added later than the table
 *
 * Removes missing values of such columns from the end. So a record without later values keeps the
 * digest that it had before those columns were added.
 */
void sarap_digest_end_later (GString *canonical, gsize later);

/**
 * sarap_digest_record:
 * @canonical: the values of a record's columns in their order, without its version and without
 *   computed columns
 * @digest: filled with the first 120 bits of their SHA-256 in base64
 */
void sarap_digest_record (const GString *canonical, char digest[SARAP_DIGEST_RECORD + 1]);

/* SHA-256 of a text, in hexadecimal */
void sarap_digest_text   (const char *text, gsize length, char digest[SARAP_DIGEST_LINE + 1]);

/* The digest of a line of the audit chain: of its salt and contents; an id of 0 means none */
void sarap_digest_line   (const char *salt, const char *moment, const char *actor,
                          const char *action, const char *record, gint64 record_id,
                          gint64 officer_id, const char *detail,
                          char digest[SARAP_DIGEST_LINE + 1]);

/* The chain digest of a line: over that of the line before (empty for the first line), the number
   and the digest of this line */
void sarap_digest_chain  (const char *before, gint64 seq, const char *line_digest,
                          char chain[SARAP_DIGEST_LINE + 1]);

G_END_DECLS
