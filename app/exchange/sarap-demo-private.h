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

/* A possible body: its share of the service, and the towns of its customs posts */
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

/* A position that one person holds at a time. Its earlier holders are added backwards: each must
   have left before @taken_from. */
typedef struct
{
  const SarapDemoPosition *position;
  int unit;             /* -1: of the whole body */
  SarapDate since;      /* the first day of the present holder */
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
  GArray *units;   /* of SarapDemoUnit */
  GArray *seats;   /* of SarapDemoSeat; the first is the head's */
  GArray *former;  /* of SarapDemoSeat: abolished positions, for careers of the past */
  GArray *helpers; /* of SarapDemoHelper: officials who can be secretary or, in the agency,
                      representative */
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
  SarapDate first_day; /* the first day of the first record */
  /* parallel arrays: the values for the rules, and the other values of a record */
  SarapServiceRecord service[SARAP_DEMO_MOST_SERVICE];
  SarapDemoWork work[SARAP_DEMO_MOST_SERVICE];
  guint n_service;
  SarapDeferral deferrals[SARAP_DEMO_MOST_DEFERRALS];
  const char *reasons[SARAP_DEMO_MOST_DEFERRALS];
  guint n_deferrals;
  SarapAttestation attestations[SARAP_DEMO_MOST_ATTESTATIONS];
  guint orders[SARAP_DEMO_MOST_ATTESTATIONS];
  guint n_attestations;
  /* seats of the past in this career, released if the career fails */
  SarapDemoSeat *claimed[SARAP_DEMO_MOST_CLAIMS];
  SarapDate taken_from[SARAP_DEMO_MOST_CLAIMS];
  guint n_claimed;
} SarapDemoPerson;

/* The situation of a person on the day of the demonstration. Roles are dealt like cards, so that
   even a small service has some of each. */
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

/* The goal of a career */
typedef struct
{
  SarapDemoRole role;
  SarapDemoBody *body;
  SarapDemoSeat *seat; /* NULL for officials */
  int unit;
  const SarapDemoPosition *position;
  SarapDate on;      /* the day of the demonstration; for those who left, their last day */
  SarapDate term;    /* approximately the last term before that day */
  SarapDate leave;   /* the first day of the role's leave */
  SarapDate hearing; /* the day of the role's attestation */
} SarapDemoGoal;

typedef struct
{
  SarapDate on;
  GRand *rand;
  GPtrArray *bodies; /* of SarapDemoBody; the first is the agency */
  SarapDate first_birth;
  GArray *serials; /* guint16 for each day of birth and sex */
} SarapDemo;

/* A random number from 0 to @end - 1 */
guint       sarap_demo_below   (SarapDemo *demo, guint end);
/* A random number from @least to @most, both included */
int         sarap_demo_between (SarapDemo *demo, int least, int most);
/* TRUE in @per_mille of a thousand cases */
gboolean    sarap_demo_chance  (SarapDemo *demo, guint per_mille);
/* One of @words */
const char *sarap_demo_word    (SarapDemo *demo, const char *const *words);

/* The day, or the next working day */
SarapDate   sarap_demo_workday (SarapDate day);

/* The number of personal identification numbers used for a day of birth and sex */
guint16    *sarap_demo_serial  (SarapDemo *demo, SarapDate birth, SarapSex sex);

/**
 * sarap_demo_plan:
 * @demo: a demonstration being made
 * @n_officers: the number of officers, including those who have left
 *
 * Plans the bodies, the number of officials in each unit, and the positions of leadership. The size
 * of the plan is limited by the tables above, not by @n_officers.
 */
void sarap_demo_plan       (SarapDemo *demo, guint n_officers);

void sarap_demo_body_free  (SarapDemoBody *body);
/* The code of a body of the demonstration */
const char *sarap_demo_body_code (const SarapDemoBody *body);

/* A random official's position, rarely the lowest or the highest step */
const SarapDemoPosition *sarap_demo_official (SarapDemo *demo, SarapDemoLadder ladder);

/* The highest step of a ladder not above @level, or its lowest step */
const SarapDemoPosition *sarap_demo_official_at (SarapDemoLadder ladder, int level);

/* Makes a name, a date of birth and an IIN for a person who reaches @goal */
void     sarap_demo_person (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_name:
 * @demo: a demonstration being made
 * @person: the person, whose day of birth and sex are known
 *
 * Gives a person a name whose surname and patronymic match the sex, and a unique number.
 */
void     sarap_demo_name   (SarapDemo *demo, SarapDemoPerson *person);

/**
 * sarap_demo_aim:
 * @demo: a demonstration being made
 * @goal: the goal, whose role and day are known
 *
 * Sets the days that the role needs: the term, and the events since then.
 */
void     sarap_demo_aim    (SarapDemo *demo, SarapDemoGoal *goal);

/**
 * sarap_demo_career:
 * @demo: a demonstration being made
 * @goal: the goal, after sarap_demo_aim()
 * @person: the person, without records yet
 *
 * Makes the service records: entry, perhaps from another state body, positions of rising level,
 * moves between units and bodies, up to the position of the goal.
 *
 * Returns: %FALSE if no such career reaches the goal; another one may
 */
gboolean sarap_demo_career (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_born:
 * @demo: a demonstration being made
 * @goal: the goal of the career
 * @person: a person with a career
 *
 * Chooses sex and day of birth so that the first day of work and childcare leaves are at a
 * plausible age.
 *
 * Returns: %FALSE if the career is too long
 */
gboolean sarap_demo_born   (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_leaves:
 * @demo: a demonstration being made
 * @goal: the goal of the career
 * @person: a person with a career
 *
 * Makes the deferrals: the leave that the role needs, children born, illness, missions, study.
 */
void     sarap_demo_leaves (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_history:
 * @demo: a demonstration being made
 * @goal: the goal of the career
 * @person: a person with a career and its leaves
 *
 * Makes the attestations from term to term, as the rules require them, mostly in time, up to that
 * of the role.
 */
void     sarap_demo_history (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);

/**
 * sarap_demo_person_forget:
 * @person: a person whose career failed
 *
 * Releases the seats of the past career, and removes the records.
 */
void     sarap_demo_person_forget (SarapDemoPerson *person);

/**
 * sarap_demo_new:
 * @n_officers: the number of officers
 * @seed: the seed of the random numbers
 * @on: the day of the demonstration
 *
 * Returns: (transfer full): a demonstration with a plan, not made yet
 */
SarapDemo *sarap_demo_new  (guint n_officers, guint32 seed, SarapDate on);

void       sarap_demo_free (SarapDemo *demo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapDemo, sarap_demo_free)

typedef gboolean (*SarapDemoEmit) (const SarapRecordType *type, const char *const *values,
                                   gpointer data, GError **error);

/**
 * sarap_demo_emit_bodies:
 * @demo: a planned demonstration
 * @emit: called for each record
 * @data: for @emit
 * @error: return location
 *
 * Writes the bodies, then their units.
 *
 * Returns: %FALSE when @emit failed
 */
gboolean sarap_demo_emit_bodies (SarapDemo *demo, SarapDemoEmit emit, gpointer data,
                                 GError **error);

/**
 * sarap_demo_emit_person:
 * @person: a finished person
 * @emit: called for each record
 * @data: for @emit
 * @error: return location
 *
 * Writes the officer with service, deferrals and attestations.
 *
 * Returns: %FALSE when @emit failed
 */
gboolean sarap_demo_emit_person (const SarapDemoPerson *person, SarapDemoEmit emit, gpointer data,
                                 GError **error);

/**
 * sarap_demo_emit_education:
 * @demo: a demonstration being made
 * @person: a finished person
 * @emit: called for each record
 * @data: for @emit
 * @error: return location
 *
 * Makes a first education at a suitable age, sometimes a second one, and courses since the first
 * day in the service.
 *
 * Returns: %FALSE when @emit failed
 */
gboolean sarap_demo_emit_education (SarapDemo *demo, const SarapDemoPerson *person,
                                    SarapDemoEmit emit, gpointer data, GError **error);
/* Called after each officer with their number */
typedef gboolean (*SarapDemoCount) (guint done, gpointer data, GError **error);

/**
 * sarap_demo_make:
 * @demo: a demonstration with a plan
 * @emit: called for each record, after those that it refers to
 * @count: called after each officer
 * @data: for both
 * @error: return location
 *
 * Makes all bodies and officers, without a database. The result is the same for the same plan, seed
 * and day.
 *
 * Returns: %FALSE when @emit or @count failed
 */
gboolean sarap_demo_make   (SarapDemo *demo, SarapDemoEmit emit, SarapDemoCount count,
                            gpointer data, GError **error);

/**
 * sarap_demo_commissions:
 * @demo: a finished demonstration
 *
 * Makes the Central commission and one or two commissions of each territorial body.
 *
 * Returns: (transfer full) (element-type SarapCommissionRecord): the commissions
 */
GPtrArray *sarap_demo_commissions (SarapDemo *demo);

G_END_DECLS
