#include "exchange/sarap-demo-private.h"

#include <string.h>

/* The career up to the current position: service records are made from the last to the first and
   reversed at the end. */

#define DAYS_OF_MONTH 30
#define THREE_YEARS 36

/* State bodies, with the first and last full year of each name. Customs itself is not among them,
   although it has been a committee of revenues since 2014. */
static const struct
{
  SarapDemoWords name;
  int from, to;
} ministries[] = {
  { { "Қаржы министрлігі", "Министерство финансов" }, 1991, 9999 },
  { { "Ішкі істер министрлігі", "Министерство внутренних дел" }, 1991, 9999 },
  { { "Әділет министрлігі", "Министерство юстиции" }, 1991, 9999 },
  { { "Қорғаныс министрлігі", "Министерство обороны" }, 1992, 9999 },
  { { "Ауыл шаруашылығы министрлігі", "Министерство сельского хозяйства" }, 1991, 9999 },
  { { "Қазынашылық комитеті", "Комитет казначейства" }, 1996, 9999 },
  { { "Көлік және коммуникация министрлігі", "Министерство транспорта и коммуникаций" },
    1995,
    2013 },
  { { "Көлік министрлігі", "Министерство транспорта" }, 2024, 9999 },
  { { "Экономика және бюджеттік жоспарлау министрлігі",
      "Министерство экономики и бюджетного планирования" },
    2003,
    2009 },
  { { "Ұлттық экономика министрлігі", "Министерство национальной экономики" }, 2015, 9999 },
  { { "Статистика агенттігі", "Агентство по статистике" }, 2000, 2013 },
  { { "Ұлттық статистика бюросы", "Бюро национальной статистики" }, 2021, 9999 },
  { { "Экономикалық қылмысқа және сыбайлас жемқорлыққа қарсы күрес агенттігі",
      "Агентство по борьбе с экономической и коррупционной преступностью" },
    2004,
    2013 },
  { { "Қаржылық мониторинг агенттігі", "Агентство по финансовому мониторингу" }, 2021, 9999 },
  { { "Ұлттық қауіпсіздік комитетінің Шекара қызметі",
      "Пограничная служба Комитета национальной безопасности" },
    2000,
    9999 },
  { { "Алматы қаласының әкімдігі", "Акимат города Алматы" }, 1992, 9999 },
  { { "Астана қаласының әкімдігі", "Акимат города Астаны" }, 1999, 2018 },
  { { "Астана қаласының әкімдігі", "Акимат города Астаны" }, 2023, 9999 },
  { { "Оңтүстік Қазақстан облысының әкімдігі", "Акимат Южно-Казахстанской области" }, 1993, 2017 },
  { { "Түркістан облысының әкімдігі", "Акимат Туркестанской области" }, 2019, 9999 },
  { { "Қарағанды облысының әкімдігі", "Акимат Карагандинской области" }, 1992, 9999 },
  { { "Ақтөбе облысының әкімдігі", "Акимат Актюбинской области" }, 1992, 9999 },
  { { "Атырау облысының әкімдігі", "Акимат Атырауской области" }, 1992, 9999 },
  { { "Жамбыл облысының әкімдігі", "Акимат Жамбылской области" }, 1998, 9999 },
  { { "Шығыс Қазақстан облысының әкімдігі", "Акимат Восточно-Казахстанской области" }, 1992, 9999 },
  { { "Алматы облысының Салық департаменті", "Налоговый департамент по Алматинской области" },
    2003,
    2013 },
  { { "Облыстық прокуратура", "Областная прокуратура" }, 1991, 9999 },
  { { "Аудандық сот", "Районный суд" }, 1991, 9999 },
};
/* Made up; the legal form stands after the name, as in Kazakh, and before it in Russian */
static const SarapDemoWords firms[] = {
  { "«Астық-Транс» ЖШС", "ТОО «Астык-Транс»" },
  { "«Жібек жолы Логистика» ЖШС", "ТОО «Жибек жолы Логистика»" },
  { "«Азия Брокер Сервис» ЖШС", "ТОО «Азия Брокер Сервис»" },
  { "«Қазкедентранс» ЖШС", "ТОО «Казкедентранс»" },
  { "«Достық Терминал» ЖШС", "ТОО «Достык Терминал»" },
  { "«Тұлпар Экспедиция» ЖШС", "ТОО «Тулпар Экспедиция»" },
  { "«Алтын дән» ЖШС", "ТОО «Алтын дан»" },
  { "«Сарыарқа Құрылыс» ЖШС", "ТОО «Сарыарка Курылыс»" },
  { "«Мұнай Сервис Атырау» ЖШС", "ТОО «Мунай Сервис Атырау»" },
  { "«Көктем Сауда» ЖШС", "ТОО «Коктем Сауда»" },
  { "«Евразия Логистик» ЖШС", "ТОО «Евразия Логистик»" },
  { "«Вектор Транзит» ЖШС", "ТОО «Вектор Транзит»" },
  { "«Каспий Брокер» ЖШС", "ТОО «Каспий Брокер»" },
  { "«Север Агро» ЖШС", "ТОО «Север Агро»" },
  { "«Гарант Аудит» ЖШС", "ТОО «Гарант Аудит»" },
  { "«Дала темір жолы» АҚ", "АО «Дала темир жолы»" },
  { "«Шапшаң Пошта» АҚ", "АО «Шапшан Пошта»" },
  { "«Берекелі Банк» АҚ", "АО «Берекели Банк»" },
  { "«Алатау Байланыс» АҚ", "АО «Алатау Байланыс»" },
  { "«Қыран Әуе» АҚ", "АО «Кыран Ауе»" },
  { "«Нұрлы жол» ЖК", "ИП «Нурлы жол»" },
};

/* Years of service before a position of each level */
static const struct
{
  int least;
  int most;
} years_of_level[] = { { 0, 4 },  { 0, 4 },  { 1, 9 },  { 3, 18 },  { 5, 26 },  { 6, 26 },
                       { 8, 28 }, { 7, 28 }, { 9, 28 }, { 11, 28 }, { 13, 30 }, { 16, 30 } };

/* Days since the events of a role: the beginning of the leave or the attestation, and the term
   before or after it */
static const struct
{
  gboolean hearing;
  int event_least, event_most;
  int term_least, term_most;
} roles[] = {
  [SARAP_DEMO_ROLE_UPCOMING] = { FALSE, 0, 0, 0, 1090 },
  [SARAP_DEMO_ROLE_LEFT] = { FALSE, 0, 0, 0, 1090 },
  [SARAP_DEMO_ROLE_DUE] = { FALSE, 0, 0, 2, 178 },
  [SARAP_DEMO_ROLE_OVERDUE] = { FALSE, 0, 0, 187, 300 },
  [SARAP_DEMO_ROLE_PREGNANT] = { FALSE, 4, 118, 1, 100 },
  [SARAP_DEMO_ROLE_CHILDCARE] = { FALSE, 60, 800, 1, 90 },
  [SARAP_DEMO_ROLE_ABSENT] = { FALSE, 3, 90, 1, 150 },
  [SARAP_DEMO_ROLE_REATTESTATION_UPCOMING] = { TRUE, 36, 150, 4, 120 },
  [SARAP_DEMO_ROLE_REATTESTATION_DUE] = { TRUE, 192, 260, 4, 120 },
  [SARAP_DEMO_ROLE_NEGATIVE] = { TRUE, 20, 75, 4, 120 },
};

void
sarap_demo_aim (SarapDemo *demo, SarapDemoGoal *goal)
{
  int event =
      sarap_demo_between (demo, roles[goal->role].event_least, roles[goal->role].event_most);
  int term =
      sarap_demo_between (demo, roles[goal->role].term_least,
                          roles[goal->role].term_most + (roles[goal->role].hearing ? 0 : event));
  gboolean dismissed = goal->role == SARAP_DEMO_ROLE_LEFT && sarap_demo_chance (demo, 80);

  goal->leave = goal->hearing = SARAP_DATE_NONE;
  if (dismissed)
    event = sarap_demo_between (demo, 34, 55);
  if (dismissed || roles[goal->role].hearing)
    {
      goal->hearing = sarap_demo_workday (goal->on - event);
      term = event + sarap_demo_between (demo, 4, 120);
    }
  else if (event > 0)
    goal->leave = goal->on - event;
  goal->term = goal->on - term;
}

static SarapDate
earliest_service (SarapDemo *demo)
{
  /* the customs service of the republic was set up in December 1991 */
  return MIN (sarap_date_new (1992, 1, 6), sarap_date_add_months (demo->on, -15 * 12));
}

/* The first day of continuous service: a whole number of three-year terms before the goal's term */
static SarapDate
choose_since (SarapDemo *demo, const SarapDemoGoal *goal, SarapDate position_since)
{
  int level = goal->position->level;
  int months =
      sarap_demo_between (demo, years_of_level[level].least * 12, years_of_level[level].most * 12);
  int terms = months / THREE_YEARS;
  gboolean young = goal->role == SARAP_DEMO_ROLE_UPCOMING || goal->role == SARAP_DEMO_ROLE_LEFT;
  SarapDate since;

  if (goal->role == SARAP_DEMO_ROLE_PREGNANT || goal->role == SARAP_DEMO_ROLE_CHILDCARE)
    terms = MIN (terms, 4);
  terms = MAX (terms, young && goal->hearing == SARAP_DATE_NONE ? 0 : 1);
  while (position_since != SARAP_DATE_NONE &&
         sarap_date_add_months (goal->term, -THREE_YEARS * terms) > position_since - 300)
    terms++;
  while (terms > 1 &&
         sarap_date_add_months (goal->term, -THREE_YEARS * terms) < earliest_service (demo))
    terms--;
  since = sarap_date_add_months (goal->term, -THREE_YEARS * terms);
  return since;
}

/* Adds a record before all existing ones */
static SarapServiceRecord *
push (SarapDemoPerson *person, SarapEmployerKind kind, SarapDate start, SarapDate end)
{
  SarapServiceRecord *record = &person->service[person->n_service];

  g_assert (person->n_service < SARAP_DEMO_MOST_SERVICE);
  memset (record, 0, sizeof *record);
  memset (&person->work[person->n_service], 0, sizeof (SarapDemoWork));
  person->work[person->n_service].unit = -1;
  person->n_service++;
  record->employer_kind = kind;
  record->start = start;
  record->end = end;
  return record;
}

static void
push_customs (SarapDemo *demo,
              SarapDemoPerson *person,
              const SarapDemoBody *body,
              int unit,
              const SarapDemoPosition *position,
              SarapDate start,
              SarapDate end)
{
  SarapServiceRecord *record = push (person, SARAP_EMPLOYER_CUSTOMS, start, end);
  SarapDemoWork *work = &person->work[person->n_service - 1];

  record->body = body->number;
  record->central = body->place == NULL;
  record->category = position->category;
  record->level = position->level;
  work->body = body;
  work->unit = unit;
  work->position = position;
  work->order = (guint) sarap_demo_between (demo, 3, 480);
}

/* A state body that existed all that time, from a random point in the list; any of them for a day
   before or after all their years */
static const SarapDemoWords *
choose_ministry (SarapDemo *demo, SarapDate start, SarapDate end)
{
  guint first = sarap_demo_below (demo, G_N_ELEMENTS (ministries));
  int from, to;

  sarap_date_split (start, &from, NULL, NULL);
  sarap_date_split (end == SARAP_DATE_NONE ? demo->on : end, &to, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ministries); i++)
    {
      guint place = (first + i) % G_N_ELEMENTS (ministries);

      if (ministries[place].from <= from && ministries[place].to >= to)
        return &ministries[place].name;
    }
  return &ministries[first].name;
}

static void
push_elsewhere (SarapDemo *demo,
                SarapDemoPerson *person,
                SarapEmployerKind kind,
                SarapDate start,
                SarapDate end)
{
  push (person, kind, start, end);
  person->work[person->n_service - 1].employer =
      kind == SARAP_EMPLOYER_STATE ? choose_ministry (demo, start, end)
                                   : &firms[sarap_demo_below (demo, G_N_ELEMENTS (firms))];
}

static gboolean
take_seat (SarapDemo *demo,
           SarapDemoPerson *person,
           const SarapDemoBody *body,
           SarapDemoSeat *seat,
           SarapDate start,
           SarapDate end)
{
  person->claimed[person->n_claimed] = seat;
  person->taken_from[person->n_claimed++] = seat->taken_from;
  seat->taken_from = start;
  push_customs (demo, person, body, seat->unit, seat->position, start, end);
  return TRUE;
}

/* A seat a little below @level that was free then, from a random point in the list */
static SarapDemoSeat *
find_seat (SarapDemo *demo, GArray *seats, const SarapDemoGoal *goal, int level, SarapDate end)
{
  guint first = sarap_demo_below (demo, seats->len);

  for (guint i = 0; i < seats->len; i++)
    {
      SarapDemoSeat *seat = &g_array_index (seats, SarapDemoSeat, (first + i) % seats->len);

      if (seat != goal->seat && seat->position->level < level &&
          seat->position->level >= level - 3 && seat->taken_from > end)
        return seat;
    }
  return NULL;
}

/* Adds a former position of leadership, in the same body or another. It is taken from its first
   day, so that no other person has held it since. */
static gboolean
claim_seat (SarapDemo *demo,
            SarapDemoPerson *person,
            const SarapDemoGoal *goal,
            int level,
            SarapDate start,
            SarapDate end)
{
  const SarapDemoBody *body = goal->body;

  for (guint attempt = 0; attempt < 6 && person->n_claimed < SARAP_DEMO_MOST_CLAIMS; attempt++)
    {
      SarapDemoSeat *seat = find_seat (demo, body->seats, goal, level, end);

      if (seat == NULL)
        seat = find_seat (demo, body->former, goal, level, end);
      if (seat != NULL)
        return take_seat (demo, person, body, seat, start, end);
      body = g_ptr_array_index (demo->bodies, sarap_demo_below (demo, demo->bodies->len));
    }
  return FALSE;
}

void
sarap_demo_person_forget (SarapDemoPerson *person)
{
  while (person->n_claimed > 0)
    {
      person->n_claimed--;
      person->claimed[person->n_claimed]->taken_from = person->taken_from[person->n_claimed];
    }
  person->n_service = person->n_deferrals = person->n_attestations = 0;
}

static int
choose_unit (SarapDemo *demo, const SarapDemoBody *body)
{
  guint weight = 0, i = 0, ticket;

  for (guint j = 0; j < body->units->len; j++)
    weight += g_array_index (body->units, SarapDemoUnit, j).weight;
  ticket = sarap_demo_below (demo, weight);
  while (ticket >= g_array_index (body->units, SarapDemoUnit, i).weight)
    ticket -= g_array_index (body->units, SarapDemoUnit, i++).weight;
  return (int) i;
}

/* The earlier body of an official: mostly the same, sometimes another */
static const SarapDemoBody *
earlier_body (SarapDemo *demo, const SarapDemoBody *body, int level)
{
  const SarapDemoBody *other;

  if (!sarap_demo_chance (demo, body->place == NULL ? 350 : 90))
    return body;
  other = g_ptr_array_index (demo->bodies, sarap_demo_below (demo, demo->bodies->len));
  return other->place == NULL && level < 4 ? body : other;
}

/* The official's position before the last added record: no higher level, and a different
   position */
static void
push_earlier_official (
    SarapDemo *demo, SarapDemoPerson *person, int level, SarapDate start, SarapDate end)
{
  const SarapDemoWork *later = &person->work[person->n_service - 1];
  SarapServiceRecord *record = &person->service[person->n_service - 1];
  int most = MIN (level, later->position->level);
  const SarapDemoBody *body = earlier_body (demo, later->body, most);
  gboolean stays = body == later->body && later->unit >= 0 && sarap_demo_chance (demo, 550);
  int unit = stays ? later->unit : choose_unit (demo, body);
  const SarapDemoPosition *position =
      sarap_demo_official_at (g_array_index (body->units, SarapDemoUnit, unit).ladder, most);

  if (body == later->body && unit == later->unit && position == later->position)
    {
      unit = choose_unit (demo, body);
      position =
          sarap_demo_official_at (g_array_index (body->units, SarapDemoUnit, unit).ladder, most);
    }
  if (body == later->body && unit == later->unit && position == later->position)
    record->start = start;
  else
    push_customs (demo, person, body, unit, position, start, end);
}

/* Adds the positions from @first to the day before the last added record */
static void
push_ascent (SarapDemo *demo, SarapDemoPerson *person, const SarapDemoGoal *goal, SarapDate first)
{
  SarapDate since = person->service[0].start;
  int level = goal->position->level;
  int days = since - first;
  int pace = sarap_demo_between (demo, 20, 50) * DAYS_OF_MONTH;
  int n = days < 120 ? 0 : CLAMP (days / pace, level >= 9 ? 3 : level >= 6 ? 2 : 1, 6);
  int top = MIN (level, 4 + (goal->body->place == NULL));
  SarapDate from = since;

  for (int i = n - 1; i >= 0; i--)
    {
      int share = days / n;
      SarapDate start =
          i == 0 ? first
                 : sarap_demo_workday (first + share * i + sarap_demo_between (demo, 0, share / 3));
      gboolean gap = sarap_demo_chance (demo, 45);
      SarapDate end = from - 1 - (gap ? sarap_demo_between (demo, 9, 70) : 0);
      int below = person->service[person->n_service - 1].level;

      if (end <= start)
        continue;
      if (!(below >= 6 && i > 0 && sarap_demo_chance (demo, 900) &&
            claim_seat (demo, person, goal, below, start, end)))
        push_earlier_official (demo, person, 1 + (top - 1) * (i + 1) / (level >= 6 ? n : n + 1),
                               start, end);
      from = person->service[person->n_service - 1].start;
    }
}

/* Continuous service may begin in another state body, up to three months before (§6) */
static SarapDate
begin_in_state (SarapDemo *demo, SarapDate since, SarapDate latest, SarapDate *state_end)
{
  int room = latest - since;
  int days = sarap_demo_between (demo, 200, 1500);
  int gap = sarap_demo_chance (demo, 400) ? 0 : sarap_demo_between (demo, 1, 85);

  *state_end = SARAP_DATE_NONE;
  if (room < 500 || !sarap_demo_chance (demo, 220))
    return since;
  *state_end = since + MIN (days, room / 2);
  return sarap_demo_workday (*state_end + 1 + gap);
}

/* Adds records before continuous service, which do not count for it */
static void
push_prelude (SarapDemo *demo, SarapDemoPerson *person, const SarapDemoGoal *goal, SarapDate since)
{
  guint ticket = sarap_demo_below (demo, 100);
  int days = sarap_demo_between (demo, 300, 1600);
  SarapDate end = since - sarap_demo_between (demo, 100, 600);

  if (since - 3500 < earliest_service (demo))
    ticket += 40;
  if (ticket < 10)
    push_elsewhere (demo, person, SARAP_EMPLOYER_STATE, end - days, end);
  else if (ticket < 16 && since - 3500 > earliest_service (demo))
    {
      SarapDate left = end - days;

      push_elsewhere (demo, person, SARAP_EMPLOYER_OTHER, left + 20, since - 12);
      push_customs (
          demo, person, goal->body, 0,
          sarap_demo_official_at (g_array_index (goal->body->units, SarapDemoUnit, 0).ladder, 1),
          sarap_demo_workday (left - sarap_demo_between (demo, 300, 1500)), left);
    }
  else if (ticket < 40)
    push_elsewhere (demo, person, SARAP_EMPLOYER_OTHER, since - days,
                    since - sarap_demo_between (demo, 3, 60));
}

static void
turn_round (SarapDemoPerson *person)
{
  for (guint i = 0, j = person->n_service - 1; i < j; i++, j--)
    {
      SarapServiceRecord record = person->service[i];
      SarapDemoWork work = person->work[i];

      person->service[i] = person->service[j];
      person->work[i] = person->work[j];
      person->service[j] = record;
      person->work[j] = work;
    }
}

/* The first day of absence of a role, of pregnancy for childcare: no position begins after it */
static SarapDate
leave_begins (const SarapDemoGoal *goal)
{
  if (goal->role == SARAP_DEMO_ROLE_PREGNANT)
    return goal->leave;
  if (goal->role == SARAP_DEMO_ROLE_CHILDCARE)
    return goal->leave - SARAP_DEMO_PREGNANCY_DAYS;
  return goal->on;
}

static SarapDate
choose_position_since (SarapDemo *demo, const SarapDemoGoal *goal, SarapDate first)
{
  gboolean settled = goal->role != SARAP_DEMO_ROLE_UPCOMING && goal->role != SARAP_DEMO_ROLE_LEFT;
  int least = !settled ? 20 : goal->role == SARAP_DEMO_ROLE_DUE ? 200 : goal->on - goal->term + 200;
  int days;
  SarapDate since;

  least = MAX (least, goal->on - leave_begins (goal) + 30);
  days = sarap_demo_between (demo, least, MAX (least + 300, 1700));
  since = sarap_demo_workday (goal->on - days);
  if (since >= first + 150)
    return since;
  /* few begin as senior inspectors */
  if (!settled && goal->position->level >= 3 && goal->on - first > 600)
    return sarap_demo_workday (first + (goal->on - first) / 2);
  return first;
}

/* The present work of those who left: mostly unknown to the service */
static void
append_after (SarapDemo *demo, SarapDemoPerson *person, const SarapDemoGoal *goal)
{
  guint ticket = sarap_demo_below (demo, 100);
  SarapDate start = sarap_demo_workday (goal->on + sarap_demo_between (demo, 1, 120));

  if (ticket < 35 && start < demo->on)
    push_elsewhere (demo, person, ticket < 12 ? SARAP_EMPLOYER_STATE : SARAP_EMPLOYER_OTHER, start,
                    SARAP_DATE_NONE);
}

gboolean
sarap_demo_career (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person)
{
  gboolean left = goal->role == SARAP_DEMO_ROLE_LEFT;
  SarapDate seat_since = goal->seat == NULL ? SARAP_DATE_NONE : goal->seat->since;
  SarapDate since = choose_since (demo, goal, seat_since);
  SarapDate state_end, first, current;

  if (since > goal->on - 25 || since < earliest_service (demo))
    return FALSE;
  since = sarap_demo_workday (since);
  first = begin_in_state (demo, since, seat_since != SARAP_DATE_NONE ? seat_since : goal->on - 300,
                          &state_end);
  current = seat_since != SARAP_DATE_NONE ? seat_since : choose_position_since (demo, goal, first);
  if (first > current || current > leave_begins (goal))
    return FALSE;
  if (!left || !sarap_demo_chance (demo, 80) ||
      !claim_seat (demo, person, goal, 8, current, goal->on))
    push_customs (demo, person, goal->body, goal->unit, goal->position, current,
                  left ? goal->on : SARAP_DATE_NONE);
  push_ascent (demo, person, goal, first);
  if (state_end != SARAP_DATE_NONE)
    push_elsewhere (demo, person, SARAP_EMPLOYER_STATE, since, state_end);
  push_prelude (demo, person, goal, since);
  turn_round (person);
  person->first_day = person->service[0].start;
  if (left)
    append_after (demo, person, goal);
  return TRUE;
}

gboolean
sarap_demo_born (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person)
{
  /* §3 is about women */
  gboolean mother =
      goal->role == SARAP_DEMO_ROLE_PREGNANT || goal->role == SARAP_DEMO_ROLE_CHILDCARE;
  int most = mother ? 42 : 61;
  int worked = (goal->on - person->first_day) / 365 + 1;
  int age = sarap_demo_chance (demo, 850) ? sarap_demo_between (demo, 22, 25)
                                          : sarap_demo_between (demo, 26, 31);

  person->sex = mother || sarap_demo_chance (demo, 330) ? SARAP_SEX_FEMALE : SARAP_SEX_MALE;
  age = MIN (age, most - worked);
  person->birth =
      sarap_date_add_months (person->first_day, -12 * age) - (int) sarap_demo_below (demo, 364);
  return age >= 21;
}
