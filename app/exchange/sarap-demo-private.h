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
  const char *employer;
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

guint       sarap_demo_below   (SarapDemo *demo, guint end);
int         sarap_demo_between (SarapDemo *demo, int least, int most);
gboolean    sarap_demo_chance  (SarapDemo *demo, guint per_mille);
const char *sarap_demo_word    (SarapDemo *demo, const char *const *words);
SarapDate   sarap_demo_workday (SarapDate day);
guint16    *sarap_demo_serial  (SarapDemo *demo, SarapDate birth, SarapSex sex);

void sarap_demo_plan       (SarapDemo *demo, guint n_officers);
void sarap_demo_body_free  (SarapDemoBody *body);
const char *sarap_demo_body_code (const SarapDemoBody *body);
const SarapDemoPosition *sarap_demo_official (SarapDemo *demo, SarapDemoLadder ladder);
const SarapDemoPosition *sarap_demo_official_at (SarapDemoLadder ladder, int level);

void     sarap_demo_person (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person);
void     sarap_demo_name   (SarapDemo *demo, SarapDemoPerson *person);
void     sarap_demo_aim    (SarapDemo *demo, SarapDemoGoal *goal);
gboolean sarap_demo_career (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person);
gboolean sarap_demo_born   (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);
void     sarap_demo_leaves (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);
void     sarap_demo_history (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person);
void     sarap_demo_person_forget (SarapDemoPerson *person);

SarapDemo *sarap_demo_new  (guint n_officers, guint32 seed, SarapDate on);
void       sarap_demo_free (SarapDemo *demo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapDemo, sarap_demo_free)

typedef gboolean (*SarapDemoEmit) (const SarapRecordType *type, const char *const *values,
                                   gpointer data, GError **error);
gboolean sarap_demo_emit_bodies (SarapDemo *demo, SarapDemoEmit emit, gpointer data, GError **error);
gboolean sarap_demo_emit_person (const SarapDemoPerson *person, SarapDemoEmit emit, gpointer data, GError **error);
gboolean sarap_demo_emit_education (SarapDemo *demo, const SarapDemoPerson *person,
                                    SarapDemoEmit emit, gpointer data, GError **error);
/* Everybody, and the bodies before them: needs no database. Called after each officer with how many
   there are. */
typedef gboolean (*SarapDemoCount) (guint done, gpointer data, GError **error);
gboolean sarap_demo_make   (SarapDemo *demo, SarapDemoEmit emit, SarapDemoCount count, gpointer data, GError **error);
/* The commissions of those made: SarapCommissionRecord */
GPtrArray *sarap_demo_commissions (SarapDemo *demo);

G_END_DECLS
