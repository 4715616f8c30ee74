#include "forms/sarap-record-screen.h"

#include "forms/sarap-record-format.h"
#include "procedure/sarap-officer-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCREENS_MOST SARAP_RECORD_TYPES_MOST

static char *
value_format (SarapRecord *record, const char *field, const SarapBodies *bodies)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);

  return sarap_record_say_value (type, (guint) sarap_record_type_field (type, field),
                                 sarap_record_get (record, field), NULL, bodies);
}

static char *
say_order (SarapRecord *record)
{
  const char *order = sarap_record_get (record, "order_no");

  /* TRANSLATORS: the number of an order */
  return order != NULL ? g_strdup_printf (_ ("No. %s"), order) : NULL;
}

static void
body_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  cells->when = value_format (record, "code", bodies);
  cells->title = g_strdup (sarap_format_in_language (sarap_record_get (record, "name_kk"),
                                                     sarap_record_get (record, "name_ru")));
  cells->place = value_format (record, "kind", bodies);
}

static void
officer_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  cells->when = value_format (record, "iin", bodies);
  cells->title = sarap_officer_file_name_officer (record);
}

static void
service_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  gboolean customs = sarap_record_get_code (record, "employer_kind") == SARAP_EMPLOYER_CUSTOMS;

  cells->when = sarap_record_say_period (record);
  cells->title = g_strdup (sarap_officer_file_name_position (record));
  cells->place = customs ? sarap_officer_file_name_body (bodies, record)
                         : value_format (record, "employer_kind", bodies);
  cells->note = say_order (record);
}

/* Position, body and the like belong only to service in a customs body (app/exchange/README.md
   1) */
static gboolean
is_of_customs (const SarapField *field)
{
  static const char *const names[] = {
    "body", "unit", "position_kk", "position_ru", "category", "level", NULL,
  };

  return g_strv_contains (names, field->name);
}

static gboolean
is_employer (const SarapField *field)
{
  return strcmp (field->name, "employer") == 0 || strcmp (field->name, "employer_ru") == 0;
}

/* … and the employer to the others */
static gboolean
service_applies (const SarapField *field, const char *const *values)
{
  const char *kind = values[sarap_record_type_field (&sarap_service_type, "employer_kind")];
  gboolean customs = g_strcmp0 (kind, "customs") == 0;

  if (is_employer (field))
    return kind != NULL && !customs;
  return customs || !is_of_customs (field);
}

/* Where these apply, only the unit is optional (app/exchange/README.md 1) */
static gboolean
service_needed (const SarapField *field)
{
  return strcmp (field->name, "employer") == 0 ||
         (is_of_customs (field) && strcmp (field->name, "unit") != 0);
}

static const SarapFieldWords service_words[] = {
  { "level", NULL, N_ ("A number, higher is more senior") },
  { NULL },
};

static void
deferral_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  cells->when = sarap_record_say_period (record);
  cells->title = value_format (record, "kind", bodies);
  cells->place = value_format (record, "reason", bodies);
}

static void
attestation_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  g_autofree char *kind = value_format (record, "kind", bodies);
  g_autofree char *outcome = value_format (record, "outcome", bodies);
  g_autofree char *outcome_date = value_format (record, "outcome_date", bodies);

  cells->when = value_format (record, "date", bodies);
  cells->title = value_format (record, "decision", bodies);
  if (*outcome == '\0')
    /* TRANSLATORS: %s is the kind of attestation */
    cells->place = g_strdup_printf (_ ("%s · no outcome yet"), kind);
  else
    cells->place = g_strdup_printf ("%s · %s %s", kind, outcome, outcome_date);
  cells->note = say_order (record);
}

/* An annulled attestation is struck through */
static const char *
attestation_class (SarapRecord *record)
{
  return sarap_record_get_code (record, "outcome") == SARAP_OUTCOME_ANNULLED ? "annulled" : NULL;
}

static const SarapFieldWords attestation_words[] = {
  /* “none” would be understood as “not approved” */
  /* TRANSLATORS: whether the head approved what the commission decided */
  { "outcome", N_ ("Not known yet"), NULL },
  { NULL },
};

static void
education_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  const char *speciality = sarap_record_get (record, "speciality");
  const char *qualification = sarap_record_get (record, "qualification");
  g_autofree char *kind = value_format (record, "kind", bodies);

  cells->when = value_format (record, "finished", bodies);
  cells->title = value_format (record, "institution", bodies);
  cells->place = g_strjoin (" · ", kind, speciality != NULL ? speciality : qualification,
                            speciality != NULL ? qualification : NULL, NULL);
  cells->note = value_format (record, "document_no", bodies);
}

static const SarapRecordScreen service_screen = {
  .type = &sarap_service_type,
  .added = N_ ("Service record added"),
  .changed = N_ ("Service record changed"),
  .removed = N_ ("Service record removed"),
  .add = N_ ("Add a service record"),
  .none = N_ ("No service is on record. Without a customs position nobody is due for attestation."),
  .tab = N_ ("Service"),
  .page = "service",
  .cells = service_cells,
  .applies = service_applies,
  .needed = service_needed,
  .words = service_words,
  .usual = { "employer_kind", "customs" },
};

static const SarapRecordScreen education_screen = {
  .type = &sarap_education_type,
  .added = N_ ("Education record added"),
  .changed = N_ ("Education record changed"),
  .removed = N_ ("Education record removed"),
  .add = N_ ("Add education"),
  .none = N_ ("No education is on record; line 3 of the attestation sheet would be empty."),
  .tab = N_ ("Education"),
  .page = "education",
  .cells = education_cells,
};

static const SarapRecordScreen deferral_screen = {
  .type = &sarap_deferral_type,
  .added = N_ ("Deferral added"),
  .changed = N_ ("Deferral changed"),
  .removed = N_ ("Deferral removed"),
  .add = N_ ("Add a deferral"),
  .none = N_ ("No deferrals are on record: no pregnancy, childcare leave or valid absence."),
  .tab = N_ ("Deferrals"),
  .page = "deferrals",
  .cells = deferral_cells,
};

static const SarapRecordScreen attestation_screen = {
  .type = &sarap_attestation_type,
  .added = N_ ("Attestation added"),
  .changed = N_ ("Attestation changed"),
  .removed = N_ ("Attestation removed"),
  .add = N_ ("Add an attestation held"),
  .none = N_ ("No attestation has been held."),
  .tab = N_ ("Attestations"),
  .page = "attestations",
  .cells = attestation_cells,
  .css_class = attestation_class,
  .words = attestation_words,
};

static const SarapRecordScreen officer_screen = {
  .type = &sarap_officer_type,
  .added = N_ ("Officer added"),
  .changed = N_ ("Officer’s data changed"),
  .removed = N_ ("Officer removed"),
  .add = N_ ("Add an officer"),
  .none = N_ ("There are no officers yet."),
  .cells = officer_cells,
};

static const SarapRecordScreen body_screen = {
  .type = &sarap_body_type,
  .added = N_ ("Body added"),
  .changed = N_ ("Body changed"),
  .removed = N_ ("Body removed"),
  .add = N_ ("Add a body"),
  .none = N_ ("There are no bodies yet."),
  .cells = body_cells,
  .by_code = TRUE,
};

static const SarapRecordScreen unit_screen = {
  .type = &sarap_unit_type,
  .added = N_ ("Unit added"),
  .changed = N_ ("Unit changed"),
  .removed = N_ ("Unit removed"),
  .add = N_ ("Add a unit"),
  .none = N_ ("This body has no units yet."),
  .cells = body_cells,
  .by_code = TRUE,
};

static void
commission_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  cells->when = value_format (record, "order_date", bodies);
  cells->title = value_format (record, "body", bodies);
  /* TRANSLATORS: the number of a commission of a body */
  cells->place = g_strdup_printf (_ ("Commission No. %s"), sarap_record_get (record, "number"));
  cells->note = say_order (record);
}

static void
member_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  cells->when = sarap_record_say_period (record);
  cells->title = value_format (record, "iin", bodies);
  cells->place = value_format (record, "role", bodies);
  cells->note = say_order (record);
}

static void
holiday_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  const char *name = sarap_format_in_language (sarap_record_get (record, "name_kk"),
                                               sarap_record_get (record, "name_ru"));

  cells->when = value_format (record, "date", bodies);
  cells->title = name != NULL ? g_strdup (name) : value_format (record, "kind", bodies);
  cells->place = value_format (record, "kind", bodies);
}

static const SarapRecordScreen commission_screen = {
  .type = &sarap_commission_type,
  .added = N_ ("Commission added"),
  .changed = N_ ("Commission changed"),
  .removed = N_ ("Commission removed"),
  .add = N_ ("Add a commission"),
  .none = N_ ("There are no commissions yet."),
  .cells = commission_cells,
};

static const SarapRecordScreen member_screen = {
  .type = &sarap_commission_member_type,
  .added = N_ ("Named to a commission"),
  .changed = N_ ("Place in a commission changed"),
  .removed = N_ ("Taken out of a commission"),
  .add = N_ ("Add a member"),
  .none = N_ ("This commission has no members yet."),
  .cells = member_cells,
};

static const SarapRecordScreen holiday_screen = {
  .type = &sarap_holiday_type,
  .added = N_ ("Day added to the calendar"),
  .changed = N_ ("Day of the calendar changed"),
  .removed = N_ ("Day removed from the calendar"),
  .add = N_ ("Add a day"),
  .none = N_ ("The calendar has no days of its own yet."),
  .cells = holiday_cells,
};

static const SarapRecordScreen *screens[SCREENS_MOST + 1] = {
  &service_screen, &education_screen, &deferral_screen,   &attestation_screen, &officer_screen,
  &body_screen,    &unit_screen,      &commission_screen, &member_screen,      &holiday_screen,
};

const SarapRecordScreen *
sarap_record_screen_nth (guint n)
{
  return screens[n];
}

const SarapRecordScreen *
sarap_record_screen_of (const SarapRecordType *type)
{
  for (guint i = 0; screens[i] != NULL; i++)
    if (screens[i]->type == type)
      return screens[i];
  g_error ("The record type %s has no screen", type->name);
}

void
sarap_record_screen_add (const SarapRecordScreen *screen)
{
  guint n = 0;

  while (screens[n] != NULL)
    n++;
  g_assert (n < SCREENS_MOST);
  screens[n] = screen;
}

const char *
sarap_record_say_change (const SarapRecordType *type, SarapChange change)
{
  const SarapRecordScreen *screen = sarap_record_screen_of (type);

  return _ (change == SARAP_CHANGE_ADD      ? screen->added
            : change == SARAP_CHANGE_CHANGE ? screen->changed
                                            : screen->removed);
}

const char *
sarap_record_say_add (const SarapRecordType *type)
{
  return _ (sarap_record_screen_of (type)->add);
}

const char *
sarap_record_say_none (const SarapRecordType *type)
{
  return _ (sarap_record_screen_of (type)->none);
}

const SarapFieldWords *
sarap_record_screen_words (const SarapRecordScreen *self, const char *field)
{
  for (guint i = 0; self->words != NULL && self->words[i].field != NULL; i++)
    if (strcmp (self->words[i].field, field) == 0)
      return &self->words[i];
  return NULL;
}

SarapRecord *
sarap_record_screen_blank (const SarapRecordScreen *self)
{
  SarapRecord *blank = sarap_record_new (self->type);

  if (self->usual[0] != NULL)
    sarap_record_set (blank, self->usual[0], self->usual[1]);
  return blank;
}
