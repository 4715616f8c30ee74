#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapFilterSpanKind:
 *
 * Which days are meant, from the day it is.
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
 * @kind: which days
 * @from: of a range: the first day, %SARAP_DATE_NONE: however early
 * @until: the last day, %SARAP_DATE_NONE: however late
 *
 * Days in which something must lie; what has no day lies in none.
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
  SARAP_FILTER_COMMISSION, /* "central", or the key of the body whose commission it is */
  SARAP_FILTER_KEYS
} SarapFilterKeysOf;

#define SARAP_FILTER_CENTRAL "central"

/**
 * SarapFilterCheck:
 *
 * What is to be checked in a file; bits, joined by “or”.
 */
typedef enum
{
  SARAP_FILTER_CHECK_IMPLAUSIBLE = 1 << 0,   /* a record (app/rules/README.md 11) */
  SARAP_FILTER_CHECK_OPEN_DEFERRAL = 1 << 1, /* a deferral, open for longer than its kind lasts */
} SarapFilterCheck;

#define SARAP_FILTER_CHECKS 2

/**
 * SarapFilter:
 * @text: words that must all be found, "" for none
 * @statuses: a bit for each #SarapStatus that is shown, 0: all
 * @checks: a bit for each #SarapFilterCheck that is asked for, 0: all
 * @keys: (element-type utf8): of each #SarapFilterKeysOf, sorted; an empty one: all
 * @spans: of each #SarapFilterSpanOf
 *
 * Which officers are shown. What is said about one thing is joined by “or”, about several by “and”.
 * Written as the query of a path: "status=due,overdue&body=ALA&deadline=three-months".
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
 * Returns: (transfer full): a filter that shows everybody
 */
SarapFilter *sarap_filter_new (void);

/* (transfer full): the same criteria */
SarapFilter *sarap_filter_copy (const SarapFilter *self);

/* Makes it ask for what the other asks for */
void sarap_filter_assign (SarapFilter *self, const SarapFilter *other);

void sarap_filter_free (SarapFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFilter, sarap_filter_free)

/**
 * sarap_filter_parse:
 * @query: a filter as sarap_filter_write() writes it; what cannot be understood is passed over
 *
 * Returns: (transfer full): the filter
 */
SarapFilter *sarap_filter_parse (const char *query);

/**
 * sarap_filter_write:
 * @self: a filter
 *
 * Returns: (transfer full): the same as a query, "" if it shows everybody. Two filters that ask for
 *   the same are written alike.
 */
char *sarap_filter_write (const SarapFilter *self);

/* Whether it lets everybody through */
gboolean sarap_filter_is_empty (const SarapFilter *self);
/* Whether more is asked than words to be found */
gboolean sarap_filter_has_chips (const SarapFilter *self);

/* What is searched for; empty or %NULL for nothing */
void sarap_filter_set_text (SarapFilter *self, const char *text);
/* Lets a status through, or not */
void sarap_filter_set_status (SarapFilter *self, SarapStatus status, gboolean shown);
/* Lets a body or unit through, or not */
void
sarap_filter_set_key (SarapFilter *self, SarapFilterKeysOf of, const char *key, gboolean shown);
/* Whether a body or unit was set to be let through */
gboolean sarap_filter_has_key (const SarapFilter *self, SarapFilterKeysOf of, const char *key);
/* The first and the last day that are meant; %SARAP_DATE_NONE and %SARAP_DATE_FAR where open */
void sarap_filter_span_days (const SarapFilterSpan *span,
                             SarapDate today,
                             SarapDate *from,
                             SarapDate *until);

G_END_DECLS
