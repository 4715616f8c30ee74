#pragma once

#include "exchange/sarap-demo.h"
#include "records/sarap-record-store.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

#define SARAP_DEMO_IIN 16
#define SARAP_DEMO_MOST_SERVICE 16
#define SARAP_DEMO_PREGNANCY_DAYS 126
#define SARAP_DEMO_MOST_DEFERRALS 8
#define SARAP_DEMO_MOST_CLAIMS 4
#define SARAP_DEMO_MOST_ATTESTATIONS 32

typedef struct
{
  const char *kk;
  const char *ru;
} SarapDemoWords;

/* A body that there can be: its share of the service, and the places of its customs posts */
typedef struct
{
  const char *code;
  const char *kk;
  const char *ru;
  guint weight;
  gboolean house; /* a customs house at the border */
  const SarapDemoWords *posts;
} SarapDemoPlace;

typedef struct
{
  const char *kk;
  const char *ru;
  SarapCategory category;
  int level;
} SarapDemoPosition;

typedef enum { SARAP_DEMO_LADDER_AGENCY, SARAP_DEMO_LADDER_INSPECTORS,
               SARAP_DEMO_LADDER_SPECIALISTS } SarapDemoLadder;

typedef struct
{
  SarapUnitKind kind;
  char *code;
  char *kk;
  char *ru;
  gboolean directorate; /* a department of the agency, whose head is a director */
  SarapDemoLadder ladder;
  guint weight;
  guint n_officials;
} SarapDemoUnit;

/* A position that one person holds at a time. Its holders before the present one are stacked
   backwards: whoever held it before must have left before @taken_from. */
typedef struct
{
  const SarapDemoPosition *position;
  int unit;             /* -1: of the whole body */
  SarapDate since;      /* since when the present holder has it */
  SarapDate taken_from; /* the first day of the earliest holder so far */
  char iin[SARAP_DEMO_IIN]; /* of the present holder */
} SarapDemoSeat;

typedef struct
{
  char iin[SARAP_DEMO_IIN];
  SarapDate since;
  int unit;
  int level;
} SarapDemoHelper;

typedef struct
{
  const SarapDemoPlace *place; /* NULL: the agency */
  guint number;                /* from 1, the agency is 1 */
  guint size;                  /* in service */
  guint n_leavers;
  GArray *units;   /* SarapDemoUnit */
  GArray *seats;   /* SarapDemoSeat; the head's is the first */
  GArray *former;  /* SarapDemoSeat: positions that there are no more, for careers of the past */
  GArray *helpers; /* SarapDemoHelper: officials fit for secretary or, the agency's, representative */
} SarapDemoBody;

typedef struct
{
  const SarapDemoBody *body;
  int unit; /* -1: none */
  const SarapDemoPosition *position;
  const SarapDemoWords *employer; /* NULL: customs */
  guint order;
} SarapDemoWork;

typedef struct
{
  char iin[SARAP_DEMO_IIN];
  GString *surname;
  GString *given_name;
  GString *patronymic;
  SarapSex sex;
  SarapDate birth;
  SarapDate begun; /* the first day of the first record */
  /* in step: what the rules read, and what else a record says */
  SarapServiceRecord service[SARAP_DEMO_MOST_SERVICE];
  SarapDemoWork work[SARAP_DEMO_MOST_SERVICE];
  guint n_service;
  SarapDeferral deferrals[SARAP_DEMO_MOST_DEFERRALS];
  const char *reasons[SARAP_DEMO_MOST_DEFERRALS];
  guint n_deferrals;
  SarapAttestation attestations[SARAP_DEMO_MOST_ATTESTATIONS];
  guint orders[SARAP_DEMO_MOST_ATTESTATIONS];
  guint n_attestations;
  /* seats of the past taken for this career, to be given back if it comes to nothing */
  SarapDemoSeat *claimed[SARAP_DEMO_MOST_CLAIMS];
  SarapDate taken_from[SARAP_DEMO_MOST_CLAIMS];
  guint n_claimed;
} SarapDemoPerson;

/* What the day of the demonstration finds a person in. Dealt like cards, so that even a small
   service has some of each. */
typedef enum
{
  SARAP_DEMO_ROLE_UPCOMING,
  SARAP_DEMO_ROLE_DUE,
  SARAP_DEMO_ROLE_OVERDUE,
  SARAP_DEMO_ROLE_PREGNANT,
  SARAP_DEMO_ROLE_CHILDCARE,
  SARAP_DEMO_ROLE_ABSENT,
  SARAP_DEMO_ROLE_REATTESTATION_UPCOMING,
  SARAP_DEMO_ROLE_REATTESTATION_DUE,
  SARAP_DEMO_ROLE_NEGATIVE,
  SARAP_DEMO_ROLE_LEFT,
} SarapDemoRole;

/* What a career leads to */
typedef struct
{
  SarapDemoRole role;
  SarapDemoBody *body;
  SarapDemoSeat *seat; /* NULL for officials */
  int unit;
  const SarapDemoPosition *position;
  SarapDate on;      /* the day it is seen from: for those who left, their last day */
  SarapDate term;    /* the last term before that day, roughly */
  SarapDate leave;   /* the first day of the leave that the role needs */
  SarapDate hearing; /* the day of the attestation that the role needs */
} SarapDemoGoal;

typedef struct
{
  SarapDate on;
  GRand *rand;
  GPtrArray *bodies; /* SarapDemoBody; the agency is the first */
  SarapDate first_birth;
  GArray *serials; /* guint16 for each day of birth and sex */
} SarapDemo;

/* A number from 0 to @n less one */
guint       sarap_demo_below   (SarapDemo *demo, guint end);
/* A number from @from to @to, both included */
int         sarap_demo_between (SarapDemo *demo, int least, int most);
/* TRUE in @percent of a hundred cases */
gboolean    sarap_demo_chance  (SarapDemo *demo, guint per_mille);
/* One of @words */
const char *sarap_demo_word    (SarapDemo *demo, const char *const *words);

/* That day, or the next one on which offices are open */
SarapDate   sarap_demo_workday (SarapDate day);

/* How many numbers of a day of birth and sex are given away */
guint16    *sarap_demo_serial  (SarapDemo *demo, SarapDate birth, SarapSex sex);

/**
 * sarap_demo_plan:
 * @demo: a demonstration being made
 * @n_officers: how many officers there shall be, those who have left among them
 *
 * Decides which bodies there are, how many serve in each unit, and which positions of leadership
 * there are. What is planned is bounded by the tables above, not by @n_officers.
 */
void sarap_demo_plan       (SarapDemo *demo, guint n_officers);

void sarap_demo_body_free  (SarapDemoBody *body);
/* The code of a body of the demonstration */
const char *sarap_demo_body_code (const SarapDemoBody *body);

/* An official's position, few on the lowest step and on the highest */
const SarapDemoPosition *sarap_demo_official (SarapDemo *demo, SarapDemoLadder ladder);

/* The highest step of a ladder that is not above @level; its lowest, if all are */
const SarapDemoPosition *sarap_demo_official_at (SarapDemoLadder ladder, int level);

/* Makes up a name, a date of birth and an IIN of somebody who reaches @goal */
void     sarap_demo_person (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_name:
 * @demo: a demonstration being made
 * @person: whom to name; their day of birth and sex are known
 *
 * Gives a person a name, in which surname, patronymic and sex agree, and a number that nobody else
 * has.
 */
void     sarap_demo_name   (SarapDemo *demo, SarapDemoPerson *person);

/**
 * sarap_demo_aim:
 * @demo: a demonstration being made
 * @goal: what a career leads to; its role and its day are known
 *
 * Sets the days of the goal that its role needs: when the term fell, and what has happened since.
 */
void     sarap_demo_aim    (SarapDemo *demo, SarapDemoGoal *goal);

/**
 * sarap_demo_career:
 * @demo: a demonstration being made
 * @goal: what the career leads to, aimed
 * @person: whose career, without any record yet
 *
 * Makes the records of service: entering, perhaps from another state body, positions of rising
 * level, moves between units and bodies, up to the position of the goal.
 *
 * Returns: %FALSE if no career of that kind leads there; another aim may do
 */
gboolean sarap_demo_career (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_born:
 * @demo: a demonstration being made
 * @goal: what the career led to
 * @person: somebody with a career
 *
 * Chooses sex and day of birth so that neither the first day of work nor a childcare leave is at an
 * odd age.
 *
 * Returns: %FALSE if the career is too long for that
 */
gboolean sarap_demo_born   (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_leaves:
 * @demo: a demonstration being made
 * @goal: what the career led to
 * @person: somebody with a career
 *
 * Makes the deferrals: the leave that the role needs, children born, illness, missions, study.
 */
void     sarap_demo_leaves (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_history:
 * @demo: a demonstration being made
 * @goal: what the career led to
 * @person: somebody with a career and its leaves
 *
 * Makes the attestations: from term to term as the rules ask for them, most in time, up to what the
 * role needs.
 */
void     sarap_demo_history (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_person_forget:
 * @person: somebody whose career came to nothing
 *
 * Gives back the seats that their past had taken, and empties the records.
 */
void     sarap_demo_person_forget (SarapDemoPerson *person);

/**
 * sarap_demo_new:
 * @n_officers: how many officers there shall be
 * @seed: what makes one demonstration differ from another
 * @on: the day for which it is made
 *
 * Returns: (transfer full): a demonstration that is planned and not yet made
 */
SarapDemo *sarap_demo_new  (guint n_officers, guint32 seed, SarapDate on);

void       sarap_demo_free (SarapDemo *demo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapDemo, sarap_demo_free)

typedef gboolean (*SarapDemoEmit) (const SarapRecordType *type, const char *const *values,
                                   gpointer data, GError **error);

/**
 * sarap_demo_emit_bodies:
 * @demo: a planned demonstration
 * @emit: takes each record
 * @data: for @emit
 * @error: return location
 *
 * Writes the bodies, then their units.
 *
 * Returns: %FALSE when @emit failed
 */
gboolean sarap_demo_emit_bodies (SarapDemo *demo, SarapDemoEmit emit, gpointer data, GError **error);

/**
 * sarap_demo_emit_person:
 * @person: a finished person
 * @emit: takes each record
 * @data: for @emit
 * @error: return location
 *
 * Writes the officer with service, deferrals and attestations.
 *
 * Returns: %FALSE when @emit failed
 */
gboolean sarap_demo_emit_person (const SarapDemoPerson *person, SarapDemoEmit emit, gpointer data, GError **error);

/**
 * sarap_demo_emit_education:
 * @demo: a demonstration being made
 * @person: a finished person
 * @emit: takes each record
 * @data: for @emit
 * @error: return location
 *
 * Makes a first education at the age for it, sometimes a second one, and courses since the first
 * day in the service.
 *
 * Returns: %FALSE when @emit failed
 */
gboolean sarap_demo_emit_education (SarapDemo *demo, const SarapDemoPerson *person,
                                    SarapDemoEmit emit, gpointer data, GError **error);
/* Everybody, and the bodies before them: needs no database. Called after each officer with how many
   there are. */
typedef gboolean (*SarapDemoCount) (guint done, gpointer data, GError **error);

/**
 * sarap_demo_make:
 * @demo: a demonstration that is planned
 * @emit: takes each record, those it refers to before it
 * @count: told after each officer
 * @data: for both
 * @error: return location
 *
 * Makes everybody up. What is made is the same for the same plan, seed and day.
 *
 * Returns: %FALSE when @emit or @count failed
 */
gboolean sarap_demo_make   (SarapDemo *demo, SarapDemoEmit emit, SarapDemoCount count, gpointer data, GError **error);

/**
 * sarap_demo_commissions:
 * @demo: a demonstration that has been made
 *
 * Sets up the Central commission and one or two of each territorial body.
 *
 * Returns: (transfer full) (element-type SarapCommissionRecord): the commissions
 */
GPtrArray *sarap_demo_commissions (SarapDemo *demo);

G_END_DECLS
