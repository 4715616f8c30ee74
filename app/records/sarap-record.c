#include "records/sarap-record.h"

#include "records/sarap-text.h"
#include "rules/sarap-iin.h"
#include "store/sarap-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SarapRecord
{
  GObject parent_instance;

  /* Owned */
  char **values;

  /* Borrowed */
  const SarapRecordType *type;

  gint64 id;
  gint64 version;
  gint64 officer_id;
};

G_DEFINE_FINAL_TYPE (SarapRecord, sarap_record, G_TYPE_OBJECT)

static void
sarap_record_finalize (GObject *object)
{
  SarapRecord *self = SARAP_RECORD (object);

  for (guint i = 0; i < self->type->n_fields; i++)
    g_free (self->values[i]);
  g_free (self->values);
  G_OBJECT_CLASS (sarap_record_parent_class)->finalize (object);
}

static void
sarap_record_class_init (SarapRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_record_finalize;
}

static void
sarap_record_init (SarapRecord *self)
{
}

SarapRecord *
sarap_record_new (const SarapRecordType *type)
{
  SarapRecord *self = g_object_new (SARAP_TYPE_RECORD, NULL);

  self->type = type;
  self->values = g_new0 (char *, type->n_fields);
  return self;
}

SarapRecord *
sarap_record_copy (SarapRecord *self)
{
  SarapRecord *copy = sarap_record_new (self->type);

  for (guint i = 0; i < self->type->n_fields; i++)
    copy->values[i] = g_strdup (self->values[i]);
  copy->id = self->id;
  copy->version = self->version;
  copy->officer_id = self->officer_id;
  return copy;
}

const SarapRecordType *
sarap_record_get_record_type (SarapRecord *self)
{
  return self->type;
}

gint64
sarap_record_get_id (SarapRecord *self)
{
  return self->id;
}

gint64
sarap_record_get_version (SarapRecord *self)
{
  return self->version;
}

void
sarap_record_set_identity (SarapRecord *self, gint64 id, gint64 version)
{
  self->id = id;
  self->version = version;
}

gint64
sarap_record_get_officer_id (SarapRecord *self)
{
  return self->officer_id;
}

void
sarap_record_set_officer_id (SarapRecord *self, gint64 officer_id)
{
  self->officer_id = officer_id;
}

static guint
field_index (SarapRecord *self, const char *field)
{
  int index = sarap_record_type_field (self->type, field);

  if (index < 0)
    g_error ("The record type %s has no field %s", self->type->name, field);
  return index;
}

const char *
sarap_record_get (SarapRecord *self, const char *field)
{
  return self->values[field_index (self, field)];
}

SarapDate
sarap_record_get_date (SarapRecord *self, const char *field)
{
  const char *text = sarap_record_get (self, field);
  SarapDate date;

  return text != NULL && sarap_date_parse (text, -1, &date) ? date : SARAP_DATE_NONE;
}

int
sarap_record_get_code (SarapRecord *self, const char *field)
{
  guint index = field_index (self, field);

  g_assert (self->type->fields[index].type == SARAP_FIELD_CODE);
  return sarap_code_find (self->type->fields[index].codes, self->values[index], -1);
}

void
sarap_record_set (SarapRecord *self, const char *field, const char *value)
{
  guint index = field_index (self, field);
  char *copy = value != NULL && *value != '\0' ? g_strdup (value) : NULL;

  if (self->type->fields[index].refers == &sarap_officer_type &&
      g_strcmp0 (self->values[index], copy) != 0)
    self->officer_id = 0;
  g_free (self->values[index]);
  self->values[index] = copy;
}

char *
sarap_field_clean (const SarapField *field, const char *value)
{
  switch (field->type)
    {
    case SARAP_FIELD_REFERENCE:
      return NULL;
    case SARAP_FIELD_IIN:
      return sarap_iin_clean (value);
    default:
      return sarap_text_clean (value);
    }
}

void
sarap_record_clean (SarapRecord *self)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      g_autofree char *clean = self->values[i] != NULL
                                   ? sarap_field_clean (&self->type->fields[i], self->values[i])
                                   : NULL;

      if (clean != NULL)
        sarap_record_set (self, self->type->fields[i].name, clean);
    }
}

const char *const *
sarap_record_values (SarapRecord *self)
{
  return (const char *const *) self->values;
}

GPtrArray *
sarap_record_check_on (SarapRecord *self, SarapDate today)
{
  return sarap_record_type_check_on (self->type, sarap_record_values (self), today);
}

char *
sarap_record_difference (SarapRecord *before, SarapRecord *after)
{
  const SarapRecordType *type = before != NULL ? before->type : after->type;

  return sarap_record_type_difference (type, before ? sarap_record_values (before) : NULL,
                                       after ? sarap_record_values (after) : NULL);
}

char *
sarap_record_type_difference (const SarapRecordType *type,
                              const char *const *before,
                              const char *const *after)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *old = before != NULL ? before[i] : NULL;
      const char *new = after != NULL ? after[i] : NULL;

      if (g_strcmp0 (old, new) == 0)
        continue;
      if (json->len > 1)
        g_string_append_c (json, ',');
      sarap_json_append (json, type->fields[i].name);
      g_string_append (json, ":[");
      sarap_json_append (json, old);
      g_string_append_c (json, ',');
      sarap_json_append (json, new);
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}
