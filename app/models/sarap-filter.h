#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapFilterSpanKind:
 *
 * A span of days, relative to today.
 */
typedef enum
{
  SARAP_FILTER_ANY,
  SARAP_FILTER_PAST,         /* before today */
  SARAP_FILTER_THIS_MONTH,   /* from its first day to its last */
  SARAP_FILTER_THIRTY_DAYS,  /* from today */
  SARAP_FILTER_THREE_MONTHS, /* from today */
  SARAP_FILTER_SIX_MONTHS,   /* from today */
  SARAP_FILTER_RANGE,        /* as given */
} SarapFilterSpanKind;

/**
 * SarapFilterSpan:
 * @kind: the kind of span
 * @from: the first day of a range, %SARAP_DATE_NONE for an open beginning
 * @until: the last day of a range, %SARAP_DATE_NONE for an open end
 *
 * A span that a date must lie in; a missing date lies in none.
 */
typedef struct
{
  SarapFilterSpanKind kind;
  SarapDate from;
  SarapDate until;
} SarapFilterSpan;

typedef enum
{
  SARAP_FILTER_DEADLINE, /* the deadline */
  SARAP_FILTER_OPENS,    /* the start of the window */
  SARAP_FILTER_DEFERRAL, /* the last day of the deferral */
  SARAP_FILTER_SPANS
} SarapFilterSpanOf;

typedef enum
{
  SARAP_FILTER_BODY,       /* keys of bodies */
  SARAP_FILTER_UNIT,       /* keys of units: body/unit */
  SARAP_FILTER_COMMISSION, /* "central", or the key of a body for its commission */
  SARAP_FILTER_KEYS
} SarapFilterKeysOf;

#define SARAP_FILTER_CENTRAL "central"

/**
 * SarapFilterCheck:
 *
 * Checks of a file; bits, joined by “or”.
 */
typedef enum
{
  SARAP_FILTER_CHECK_IMPLAUSIBLE = 1 << 0,   /* an implausible record (app/rules/README.md 11) */
  SARAP_FILTER_CHECK_OPEN_DEFERRAL = 1 << 1, /* a deferral that is open for longer than its kind
                                                lasts */
} SarapFilterCheck;

#define SARAP_FILTER_CHECKS 2

/**
 * SarapFilter:
 * @text: search words, all of which must be found, "" for none
 * @statuses: a bit for each #SarapStatus that is shown, 0: all
 * @checks: a bit for each #SarapFilterCheck that is required, 0: all
 * @keys: (element-type utf8): the keys of each #SarapFilterKeysOf, sorted; an empty list: all
 * @spans: the span of each #SarapFilterSpanOf
 *
 * The criteria for the officers shown. Values of one criterion are joined by “or”, criteria by
 * “and”. The filter is written as the query of a path:
 * "status=due,overdue&body=ALA&deadline=three-months".
 */
typedef struct
{
  char *text;
  guint statuses;
  guint checks;
  GPtrArray *keys[SARAP_FILTER_KEYS];
  SarapFilterSpan spans[SARAP_FILTER_SPANS];
} SarapFilter;

/**
 * sarap_filter_new:
 *
 * Returns: (transfer full): a filter that shows all officers
 */
SarapFilter *sarap_filter_new (void);

/* Copies the criteria of another filter */
void sarap_filter_assign (SarapFilter *self, const SarapFilter *other);

SarapFilter *sarap_filter_ref (SarapFilter *self);
void sarap_filter_unref (SarapFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFilter, sarap_filter_unref)

/**
 * sarap_filter_parse:
 * @query: a filter in the form of sarap_filter_write(); unknown parts are ignored
 *
 * Returns: (transfer full): the filter
 */
SarapFilter *sarap_filter_parse (const char *query);

/**
 * sarap_filter_write:
 * @self: a filter
 *
 * Returns: (transfer full): the filter as a query, "" if it shows all officers. Equal filters give
 *   the same text.
 */
char *sarap_filter_write (const SarapFilter *self);

/* Whether it shows all officers */
gboolean sarap_filter_is_empty (const SarapFilter *self);
/* Whether it has criteria other than search words */
gboolean sarap_filter_has_chips (const SarapFilter *self);

/* Sets the search words; empty or NULL for none */
void sarap_filter_set_text (SarapFilter *self, const char *text);
/* Adds a status to those shown, or removes it */
void sarap_filter_set_status (SarapFilter *self, SarapStatus status, gboolean shown);
/* Adds a body, unit or commission to those shown, or removes it */
void
sarap_filter_set_key (SarapFilter *self, SarapFilterKeysOf of, const char *key, gboolean shown);
/* Whether a key is among those shown */
gboolean sarap_filter_has_key (const SarapFilter *self, SarapFilterKeysOf of, const char *key);
/* Computes the first and the last day; SARAP_DATE_NONE and SARAP_DATE_FAR for open ends */
void sarap_filter_span_days (const SarapFilterSpan *span,
                             SarapDate today,
                             SarapDate *from,
                             SarapDate *until);

G_END_DECLS
