#include "records/sarap-record-merge.h"

SarapRecord *
sarap_record_merge (SarapRecord *base, SarapRecord *mine, SarapRecord *theirs, gboolean *clash)
{
  const SarapRecordType *type = sarap_record_get_record_type (theirs);
  SarapRecord *merged = sarap_record_copy (theirs);
  gboolean both = FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *name = type->fields[i].name;
      const char *read = sarap_record_get (base, name);
      const char *wanted = sarap_record_get (mine, name);
      const char *written = sarap_record_get (theirs, name);

      if (g_strcmp0 (wanted, read) == 0)
        continue;
      both |= g_strcmp0 (written, read) != 0 && g_strcmp0 (written, wanted) != 0;
      sarap_record_set (merged, name, wanted);
    }
  if (clash != NULL)
    *clash = both;
  return merged;
}
