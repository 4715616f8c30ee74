#include "models/sarap-officer-row.h"

struct _SarapOfficerRow
{
  GObject parent_instance;

  /* Owned */
  SarapOfficerFacts facts;

  gboolean filled;
  gboolean stale;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SarapOfficerRow, sarap_officer_row, G_TYPE_OBJECT)

static void
sarap_officer_row_finalize (GObject *object)
{
  sarap_officer_facts_clear (&SARAP_OFFICER_ROW (object)->facts);
  G_OBJECT_CLASS (sarap_officer_row_parent_class)->finalize (object);
}

static void
sarap_officer_row_class_init (SarapOfficerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_officer_row_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sarap_officer_row_init (SarapOfficerRow *self)
{
  self->stale = TRUE;
}

SarapOfficerRow *
sarap_officer_row_new (gint64 id)
{
  SarapOfficerRow *self = g_object_new (SARAP_TYPE_OFFICER_ROW, NULL);

  self->facts.id = id;
  return self;
}

gint64
sarap_officer_row_get_id (SarapOfficerRow *self)
{
  return self->facts.id;
}

const SarapOfficerFacts *
sarap_officer_row_get_facts (SarapOfficerRow *self)
{
  return self->filled ? &self->facts : NULL;
}

void
sarap_officer_row_fill (SarapOfficerRow *self, SarapOfficerFacts *facts)
{
  sarap_officer_facts_clear (&self->facts);
  self->facts = *facts;
  memset (facts, 0, sizeof *facts);
  self->filled = TRUE;
  self->stale = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

gboolean
sarap_officer_row_is_stale (SarapOfficerRow *self)
{
  return self->stale;
}

void
sarap_officer_row_set_stale (SarapOfficerRow *self)
{
  self->stale = TRUE;
}
