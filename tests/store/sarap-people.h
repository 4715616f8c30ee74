#pragma once

#include "sarap-test-database.h"

G_BEGIN_DECLS

#define SARAP_N_OFFICERS 6
#define SARAP_N_PEOPLE 17

/**
 * SarapPerson:
 * @person: for sarap_test_login()
 * @roles: what their account says; %NULL for members of the database's roles without an account
 * @body: its id, or %NULL
 * @officer: who they are, or %NULL
 * @files: what they may do with the files of officers 1 to 6: r read, w write too, - neither
 * @common: the same with bodies and units, and with commissions
 * @accounts: the same with other people's accounts; w to remove them
 * @takes: whether they may take the turn to write
 */
typedef struct
{
  const char *person, *roles, *body, *officer;
  const char *files, *common, *accounts;
  gboolean takes;
} SarapPerson;

extern const SarapPerson sarap_people[SARAP_N_PEOPLE];

/* Officer 1 serves in unit 11 of body 2, officer 2 in body 3, officer 3 nowhere yet; 4 is 1's
   supervisor; 5 serves there too and goes to body 3 some day; officer 6 serves nowhere either, and was
   entered by hr_two */
void sarap_people_make_records (SarapDatabase *owner);
/* With these, and every kind of person */
void sarap_people_make   (SarapTestDatabase *test);
void sarap_people_remove (SarapTestDatabase *test);

/* An officer who is not there yet; more columns and their values, each beginning with a comma */
#define SARAP_NEW_OFFICER(columns, values) \
  "INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key, search_key, loose_key" columns \
  ") VALUES ('850101300709', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k'" values ")"

/* Whether they see such a row */
gboolean sarap_reads       (SarapDatabase *db, const char *table, const char *where);
/* How many rows a statement writes, -1 where it is not allowed; undone again. What only a constraint
   holds back was allowed as far as rights go. Without the turn, which is not everybody's: the view must
   refuse. */
gint64   sarap_attempt     (SarapDatabase *db, const char *sql);
gboolean sarap_writes      (SarapDatabase *db, const char *sql);
/* %t for the table, %i for the number */
gboolean sarap_writes_like (SarapDatabase *db, const char *format, const char *table, guint id);
/* Whether a statement that gives a number is allowed; undone again */
gboolean sarap_calls       (SarapDatabase *db, const char *sql);
/* They have no right to */
void     sarap_assert_closed     (SarapDatabase *db, const char *sql);
/* There is no way to do it, for nobody: no right, or no such thing */
void     sarap_assert_impossible (SarapDatabase *db, const char *sql);
void     sarap_run (SarapDatabase *db, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
