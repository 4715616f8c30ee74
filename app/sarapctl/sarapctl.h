#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Exit status of the command line (app/exchange/README.md 7) */
enum
{
  SARAPCTL_DONE = 0,
  SARAPCTL_REFUSED = 1,     /* the data or the rules refuse it */
  SARAPCTL_USAGE = 2,       /* wrong usage */
  SARAPCTL_UNREACHABLE = 3, /* the database cannot be reached */
};

/**
 * SarapctlOptions:
 *
 * The values of the command line. Missing ones are %NULL or 0.
 */
typedef struct
{
  gint64 officers; /* G_MININT64 if missing, like the seed */
  gint64 seed;
  char *database;
  char *format;
  char *on;
  char *until;
  char *body;
  char *language;
  char *iin;
  char **roles;
  char **arguments; /* the words after the command */
  char *since;
  gboolean all;
  gboolean dry_run;
  gboolean plausible;
} SarapctlOptions;

/* Options of some commands only */
typedef enum
{
  SARAPCTL_OPTION_ON = 1 << 0,
  SARAPCTL_OPTION_UNTIL = 1 << 1,
  SARAPCTL_OPTION_BODY = 1 << 2,
  SARAPCTL_OPTION_ALL = 1 << 3,
  SARAPCTL_OPTION_DRY_RUN = 1 << 4,
  SARAPCTL_OPTION_OFFICERS = 1 << 5,
  SARAPCTL_OPTION_SEED = 1 << 6,
  SARAPCTL_OPTION_ROLE = 1 << 7,
  SARAPCTL_OPTION_IIN = 1 << 8,
  SARAPCTL_OPTION_SINCE = 1 << 9,
  SARAPCTL_OPTION_PLAUSIBLE = 1 << 10,
} SarapctlOptionFlags;

/**
 * SarapctlCommand:
 * @name: the word
 * @arguments: its arguments, for its help
 * @n_arguments: the number of required arguments
 * @options: its options in addition to --db, --format and --lang
 * @summary: what it does, a msgid
 * @run: runs it; returns the exit status, after printing the reason if it is not 0
 */
typedef struct
{
  const char *name;
  const char *arguments;
  guint n_arguments;
  SarapctlOptionFlags options;
  const char *summary;
  int (*run) (const SarapctlOptions *options);
} SarapctlCommand;

/* The state of the database that a command needs */
typedef enum
{
  SARAPCTL_KNOWN, /* an existing database with our schema, examined */
  SARAPCTL_MADE,  /* made or brought up to date if necessary */
  SARAPCTL_AS_IT_IS, /* an existing database, not examined first */
} SarapctlNeed;

SarapDatabase *sarapctl_open   (const SarapctlOptions *options, SarapctlNeed need, int *status);
int            sarapctl_fail   (const GError *error);
int            sarapctl_misuse (const char *sentence);
SarapDate      sarapctl_today  (void);
gboolean       sarapctl_read_date (const char *text, const char *option, SarapDate *date);

/**
 * sarapctl_list_plausible:
 * @db: a database
 * @format: (nullable): the format of the list
 * @body_id: checks only officers of this body, 0 for all
 * @today: the current day
 * @error: return location
 *
 * Lists implausible records (app/rules/README.md 11) on standard output.
 *
 * Returns: %FALSE when the records could not be read
 */
gboolean       sarapctl_list_plausible (SarapDatabase *db,
                                        const char    *format,
                                        gint64         body_id,
                                        SarapDate      today,
                                        GError       **error);

int sarapctl_init    (const SarapctlOptions *options);
int sarapctl_import  (const SarapctlOptions *options);
int sarapctl_export  (const SarapctlOptions *options);
int sarapctl_demo    (const SarapctlOptions *options);
int sarapctl_due     (const SarapctlOptions *options);
int sarapctl_explain (const SarapctlOptions *options);
int sarapctl_verify  (const SarapctlOptions *options);
int sarapctl_backup  (const SarapctlOptions *options);
int sarapctl_restore (const SarapctlOptions *options);
int sarapctl_user    (const SarapctlOptions *options);

G_END_DECLS
