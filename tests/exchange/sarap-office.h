#pragma once

#include "exchange/sarap-import.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* A small folder as an office has it: two bodies, two units, three officers, a service record and a
   diploma each, no deferral and no attestation. Its files are then saved in the ways of offices. */
typedef struct
{
  char *path;
} SarapOffice;

SarapOffice *sarap_office_new  (void);
void         sarap_office_free (SarapOffice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapOffice, sarap_office_free)

/* What a file of it says at first */
const char  *sarap_office_text (const SarapRecordType *type);
/* Writes a file in a charset of iconv; NULL for UTF-8 */
void         sarap_office_put  (SarapOffice *self, const SarapRecordType *type, const char *text,
                                const char *charset);
/* @text with every @from replaced */
char        *sarap_office_replace (const char *text, const char *from, const char *to);

/* Reads it and compares it with a database */
SarapImport *sarap_office_check   (SarapOffice *self, SarapDatabase *db);
/* Imports it, which must have no faults, and gives what the database then exports */
char        *sarap_office_import  (SarapOffice *self, SarapDatabase *db);
/* Faults or warnings, a line each */
char        *sarap_office_say_faults   (SarapImport *import);
char        *sarap_office_say_warnings (SarapImport *import);

G_END_DECLS
