#include "exchange/sarap-demo-private.h"

#include <string.h>

/* The education of the officers: sheet line 3. */

/* The names of a school, each with its first year; the school did not exist before the first */
typedef struct
{
  int from;
  const char *name;
} SchoolName;

#define SCHOOL(school, ...) static const SchoolName school[] = { __VA_ARGS__, { 0, NULL } }

SCHOOL (al_farabi,
        { 1934, "С. М. Киров атындағы Қазақ мемлекеттік университеті" },
        { 1991, "Әл-Фараби атындағы Қазақ мемлекеттік ұлттық университеті" },
        { 2001, "Әл-Фараби атындағы Қазақ ұлттық университеті" });
SCHOOL (auezov,
        { 1943, "Қазақ химия-технология институты" },
        { 1998, "М. Әуезов атындағы Оңтүстік Қазақстан мемлекеттік университеті" },
        { 2020, "М. Әуезов атындағы Оңтүстік Қазақстан университеті" });
SCHOOL (yasawi, { 1991, "Қ. А. Ясауи атындағы Халықаралық қазақ-түрік университеті" });
SCHOOL (zhansugurov,
        { 1972, "І. Жансүгіров атындағы Талдықорған педагогикалық институты" },
        { 1994, "І. Жансүгіров атындағы Жетісу мемлекеттік университеті" },
        { 2020, "І. Жансүгіров атындағы Жетісу университеті" });
SCHOOL (gumilyov,
        { 1962, "С. Сейфуллин атындағы Целиноград педагогикалық институты" },
        { 1996, "Л. Н. Гумилёв атындағы Еуразия мемлекеттік университеті" },
        { 2001, "Л. Н. Гумилёв атындағы Еуразия ұлттық университеті" });
SCHOOL (amanzholov,
        { 1952, "Өскемен педагогикалық институты" },
        { 1991, "Шығыс Қазақстан мемлекеттік университеті" },
        { 2003, "С. Аманжолов атындағы Шығыс Қазақстан мемлекеттік университеті" },
        { 2020, "С. Аманжолов атындағы Шығыс Қазақстан университеті" });
SCHOOL (shakarim,
        { 1934, "Семей педагогикалық институты" },
        { 1996, "Шәкәрім атындағы Семей мемлекеттік университеті" },
        { 2020, "Семей қаласының Шәкәрім атындағы университеті" });
SCHOOL (buketov,
        { 1972, "Қарағанды мемлекеттік университеті" },
        { 1992, "Е. А. Бөкетов атындағы Қарағанды мемлекеттік университеті" },
        { 2020, "Е. А. Бөкетов атындағы Қарағанды университеті" });
SCHOOL (baikonurov,
        { 1976, "Жезқазған педагогикалық институты" },
        { 1996, "Ө. А. Байқоңыров атындағы Жезқазған университеті" });
SCHOOL (zhubanov,
        { 1966, "Ақтөбе педагогикалық институты" },
        { 1996, "Қ. Жұбанов атындағы Ақтөбе мемлекеттік университеті" },
        { 2013, "Қ. Жұбанов атындағы Ақтөбе өңірлік мемлекеттік университеті" },
        { 2020, "Қ. Жұбанов атындағы Ақтөбе өңірлік университеті" });
SCHOOL (yessenov,
        { 1976, "Ақтау политехникалық институты" },
        { 1996, "Ш. Есенов атындағы Ақтау университеті" },
        { 2008,
          "Ш. Есенов атындағы Каспий мемлекеттік технологиялар және инжиниринг университеті" },
        { 2020, "Ш. Есенов атындағы Каспий технологиялар және инжиниринг университеті" });
SCHOOL (dosmukhamedov,
        { 1950, "Гурьев педагогикалық институты" },
        { 1994, "Х. Досмұхамедов атындағы Атырау мемлекеттік университеті" },
        { 2020, "Х. Досмұхамедов атындағы Атырау университеті" });
SCHOOL (baitursynuly,
        { 1939, "Қостанай педагогикалық институты" },
        { 1996, "А. Байтұрсынов атындағы Қостанай мемлекеттік университеті" },
        { 2020, "А. Байтұрсынұлы атындағы Қостанай өңірлік университеті" });
SCHOOL (dulaty,
        { 1967, "Жамбыл педагогикалық институты" },
        { 1998, "М. Х. Дулати атындағы Тараз мемлекеттік университеті" },
        { 2020, "М. Х. Дулати атындағы Тараз өңірлік университеті" });
SCHOOL (utemisov,
        { 1932, "Орал педагогикалық институты" },
        { 2000, "М. Өтемісов атындағы Батыс Қазақстан мемлекеттік университеті" },
        { 2020, "М. Өтемісов атындағы Батыс Қазақстан университеті" });
SCHOOL (toraighyrov,
        { 1960, "Павлодар индустриялық институты" },
        { 1996, "С. Торайғыров атындағы Павлодар мемлекеттік университеті" },
        { 2019, "Торайғыров университеті" });
SCHOOL (ualikhanov,
        { 1962, "Көкшетау педагогикалық институты" },
        { 1996, "Ш. Уәлиханов атындағы Көкшетау мемлекеттік университеті" },
        { 2020, "Ш. Уәлиханов атындағы Көкшетау университеті" });
SCHOOL (kozybayev,
        { 1937, "Петропавл педагогикалық институты" },
        { 2000, "М. Қозыбаев атындағы Солтүстік Қазақстан мемлекеттік университеті" },
        { 2020, "М. Қозыбаев атындағы Солтүстік Қазақстан университеті" });
SCHOOL (korkyt_ata,
        { 1937, "Қызылорда педагогикалық институты" },
        { 1996, "Қорқыт ата атындағы Қызылорда мемлекеттік университеті" },
        { 2020, "Қорқыт ата атындағы Қызылорда университеті" });
SCHOOL (law_university,
        { 1994, "Қазақ мемлекеттік заң университеті" },
        { 2004, "Қазақ гуманитарлық заң университеті" });
SCHOOL (ablai_khan,
        { 1941, "Алматы шет тілдер педагогикалық институты" },
        { 1993, "Қазақ мемлекеттік әлем тілдері университеті" },
        { 1998,
          "Абылай хан атындағы Қазақ халықаралық қатынастар және әлем тілдері университеті" });
SCHOOL (narxoz,
        { 1963, "Алматы халық шаруашылығы институты" },
        { 1991, "Қазақ мемлекеттік басқару академиясы" },
        { 2001, "Т. Рысқұлов атындағы Қазақ экономикалық университеті" },
        { 2016, "Нархоз университеті" });
SCHOOL (turan, { 1992, "Тұран университеті" });
SCHOOL (karaganda_economy,
        { 1966, "Қарағанды кооперативтік институты" },
        { 1997, "Қарағанды экономикалық университеті" });
SCHOOL (police_academy, { 1999, "ҚР ІІМ Алматы академиясы" });
SCHOOL (satbayev,
        { 1934, "В. И. Ленин атындағы Қазақ политехникалық институты" },
        { 1994, "Қ. И. Сәтбаев атындағы Қазақ ұлттық техникалық университеті" },
        { 2014, "Қ. И. Сәтбаев атындағы Қазақ ұлттық техникалық зерттеу университеті" });

/* The university of a body, from which most of its officers come; those of the agency and the
   capitals are for all bodies */
static const struct
{
  const char *body;
  const SchoolName *school;
} local_universities[] = {
  { "ALM", al_farabi },    { "QOR", zhansugurov }, { "AST", gumilyov },    { "TUR", yasawi },
  { "DOS", zhansugurov },  { "AKT", zhubanov },    { "MAN", yessenov },    { "ATY", dosmukhamedov },
  { "QOS", baitursynuly }, { "QRG", buketov },     { "ZHM", dulaty },      { "BQO", utemisov },
  { "SHQ", amanzholov },   { "PVL", toraighyrov }, { "ALO", zhansugurov }, { "AQM", ualikhanov },
  { "SQO", kozybayev },    { "SHM", auezov },      { "QZO", korkyt_ata },  { "ABA", shakarim },
  { "BAQ", shakarim },     { "JET", zhansugurov }, { "MAI", amanzholov },  { "ULY", baikonurov },
};

/* The subjects of a school: l law and customs, e economics, t technology, p politics and
   administration */
typedef struct
{
  const char *teaches;
  const SchoolName *names;
} School;

static const School universities[] = {
  { "lept", al_farabi },        { "lept", gumilyov },    { "lp", law_university },
  { "lp", ablai_khan },         { "ep", narxoz },        { "le", turan },
  { "let", karaganda_economy }, { "l", police_academy }, { "t", satbayev },
};

SCHOOL (polytechnic_college, { 0, "Алматы мемлекеттік политехникалық колледжі" });
SCHOOL (economics_college, { 0, "Астана экономика және құқық колледжі" });
SCHOOL (law_college, { 0, "Шымкент заң колледжі" });
SCHOOL (bank_college, { 0, "Қарағанды банк колледжі" });

static const School colleges[] = {
  { "t", polytechnic_college },
  { "lep", economics_college },
  { "l", law_college },
  { "ep", bank_college },
};

typedef struct
{
  guint weight;
  char taught;
  const char *speciality;
  const char *qualification;
} Subject;

static const Subject subjects[] = {
  { 30, 'l', "Құқықтану", "Заңгер" },
  { 20, 'l', "Кеден ісі", "Кеден ісінің маманы" },
  { 14, 'e', "Қаржы", "Экономист-қаржыгер" },
  { 9, 'e', "Экономика", "Экономист" },
  { 8, 'e', "Есеп және аудит", "Бухгалтер-экономист" },
  { 6, 'p', "Халықаралық қатынастар", "Халықаралық қатынастар маманы" },
  { 5, 'p', "Мемлекеттік және жергілікті басқару", "Менеджер" },
  { 4, 't', "Ақпараттық жүйелер", "Инженер-бағдарламашы" },
  { 4, 't', "Тауартану және тауарларды сараптау", "Тауартанушы-сарапшы" },
};

/* The subjects of courses, with the first and last year of each */
static const struct
{
  const char *topic;
  int from, to;
} courses[] = {
  { "Кедендік құнды айқындау", 0, 9999 },
  { "Тәуекелдерді басқару жүйесі", 2003, 9999 },
  { "ЕАЭО СЭҚ тауар номенклатурасы", 2015, 9999 },
  { "Кеден одағының СЭҚ тауар номенклатурасы", 2010, 2014 },
  { "ТМД СЭҚ тауар номенклатурасы", 0, 2009 },
  { "Сыбайлас жемқорлыққа қарсы іс-қимыл", 0, 9999 },
  { "Кедендік тексеру тактикасы", 0, 9999 },
  { "Валюталық бақылау", 0, 9999 },
  { "Зияткерлік меншік құқықтарын қорғау", 0, 9999 },
  { "Кеден органдарындағы басқару психологиясы", 0, 9999 },
  { "«Астана-1» ақпараттық жүйесі", 2018, 9999 },
  { "Құжат айналымы және мемлекеттік тіл", 0, 9999 },
};
/* Step from course to course: prime to their number, so that none repeats soon */
#define STRIDE 5

typedef struct
{
  const SarapDemoPerson *person;
  SarapDemoEmit emit;
  gpointer data;
  GError **error;
} Writer;

static gboolean
write_study (Writer *writer,
             SarapStudyKind kind,
             const char *institution,
             const char *speciality,
             const char *qualification,
             const char *document_no,
             SarapDate finished)
{
  char day[SARAP_DATE_TEXT];
  const char *values[] = { writer->person->iin,
                           sarap_code_text (sarap_study_kinds, kind),
                           institution,
                           speciality,
                           qualification,
                           document_no,
                           sarap_date_to_text (finished, day) };

  return writer->emit (&sarap_education_type, values, writer->data, writer->error);
}

static const Subject *
choose_subject (SarapDemo *demo)
{
  guint ticket = sarap_demo_below (demo, 100);
  guint i = 0;

  while (i < G_N_ELEMENTS (subjects) - 1 && ticket >= subjects[i].weight)
    ticket -= subjects[i++].weight;
  return &subjects[i];
}

/* The name of the school in a year; NULL if it did not exist yet */
static const char *
name_of_year (const SchoolName *names, int year)
{
  const char *name = NULL;

  for (; names->name != NULL && names->from <= year; names++)
    name = names->name;
  return name;
}

/* A school with the subject that existed in the year, from a random point in the list; if none
   existed, the first name of any that teaches it */
static const char *
choose_school (SarapDemo *demo, const School *schools, guint n, const Subject *subject, int year)
{
  guint first = sarap_demo_below (demo, n);
  const char *name = NULL;

  for (guint i = 0; i < n && name == NULL; i++)
    if (strchr (schools[(first + i) % n].teaches, subject->taught) != NULL)
      name = name_of_year (schools[(first + i) % n].names, year);
  for (guint i = 0; i < n && name == NULL; i++)
    if (strchr (schools[(first + i) % n].teaches, subject->taught) != NULL)
      name = schools[(first + i) % n].names[0].name;
  return name;
}

static const char *
choose_university (SarapDemo *demo, const SarapDemoPerson *person, const Subject *subject, int year)
{
  const SarapDemoBody *body = NULL;
  const char *name = NULL;

  for (guint i = 0; i < person->n_service && body == NULL; i++)
    body = person->work[i].body;
  if (body != NULL && body->place != NULL && sarap_demo_chance (demo, 600))
    for (guint i = 0; i < G_N_ELEMENTS (local_universities); i++)
      if (g_str_equal (local_universities[i].body, body->place->code))
        name = name_of_year (local_universities[i].school, year);
  return name != NULL
             ? name
             : choose_school (demo, universities, G_N_ELEMENTS (universities), subject, year);
}

/* The series of diplomas of a year */
static char *
diploma (SarapDemo *demo, int year)
{
  guint number = (guint) sarap_demo_between (demo, 10211, 998877);

  if (year < 1994)
    return g_strdup_printf ("ФВ № %06u", number);
  if (year < 2010)
    return g_strdup_printf ("ЖБ № %07u", number);
  return g_strdup_printf ("ЖБ-Б № %07u", number);
}

static gboolean
write_first_study (SarapDemo *demo, Writer *writer, const Subject *subject, int year)
{
  SarapDate finished = sarap_date_new (year, 6, 20 + (int) sarap_demo_below (demo, 11));
  gboolean college = finished > demo->on || sarap_demo_chance (demo, 60);
  g_autofree char *document_no = NULL;

  if (!college)
    {
      document_no = diploma (demo, year);
      return write_study (writer, SARAP_STUDY_EDUCATION,
                          choose_university (demo, writer->person, subject, year),
                          subject->speciality, subject->qualification, document_no, finished);
    }
  document_no = g_strdup_printf ("ТКБ № %07d", sarap_demo_between (demo, 10211, 998877));
  return write_study (writer, SARAP_STUDY_EDUCATION,
                      choose_school (demo, colleges, G_N_ELEMENTS (colleges), subject, year),
                      subject->speciality, NULL, document_no,
                      sarap_date_add_months (finished, -24));
}

/* Adds a second degree in addition to the service, or a master's */
static gboolean
write_later_studies (SarapDemo *demo, Writer *writer, const Subject *first, int year)
{
  const Subject *second = choose_subject (demo);
  int later = year + sarap_demo_between (demo, 4, 9);
  SarapDate finished = sarap_date_new (later, 6, 29);
  g_autofree char *document_no = diploma (demo, later);
  g_autofree char *master_no =
      g_strdup_printf ("ЖООК-М № %07d", sarap_demo_between (demo, 10211, 198877));

  if (second != first && finished < demo->on && later > 1998 && sarap_demo_chance (demo, 170) &&
      !write_study (writer, SARAP_STUDY_EDUCATION, "Тұран-Астана университеті", second->speciality,
                    second->qualification, document_no, finished))
    return FALSE;
  return finished >= demo->on || later < 2006 || !sarap_demo_chance (demo, 70) ||
         write_study (writer, SARAP_STUDY_DEGREE, "Мемлекеттік басқару академиясы",
                      "Мемлекеттік басқару", "Мемлекеттік басқару магистрі", master_no, finished);
}

static gboolean
write_course (SarapDemo *demo, Writer *writer, SarapDate finished, guint topic)
{
  gboolean retraining = sarap_demo_chance (demo, 60);
  gboolean abroad = !retraining && sarap_demo_chance (demo, 120);
  g_autofree char *document_no = NULL;
  int year;

  sarap_date_split (finished, &year, NULL, NULL);
  while (courses[topic % G_N_ELEMENTS (courses)].from > year ||
         courses[topic % G_N_ELEMENTS (courses)].to < year)
    topic++;
  document_no = g_strdup_printf ("№ %04d-%d", sarap_demo_between (demo, 12, 4800), year);
  return write_study (writer, retraining ? SARAP_STUDY_RETRAINING : SARAP_STUDY_ADVANCED_TRAINING,
                      abroad ? "Дүниежүзілік кеден ұйымының өңірлік оқу орталығы"
                             : "Кедендік бақылау агенттігінің Оқу-әдістемелік орталығы",
                      retraining ? "Кеден ісі" : courses[topic % G_N_ELEMENTS (courses)].topic,
                      NULL, document_no, finished);
}

/* Adds a course every few years of service; a document's number has its year */
static gboolean
write_courses (SarapDemo *demo, Writer *writer, SarapDate first, SarapDate last)
{
  SarapDate day = first + sarap_demo_between (demo, 120, 900);
  guint topic = sarap_demo_below (demo, G_N_ELEMENTS (courses));

  /* the lists of older courses were not kept */
  day = MAX (day, last - 16 * 365 + (int) sarap_demo_below (demo, 400));
  for (; day < last - 5; day += sarap_demo_between (demo, 700, 2100))
    if (!write_course (demo, writer, sarap_demo_workday (day), topic += STRIDE))
      return FALSE;
  return TRUE;
}

gboolean
sarap_demo_emit_education (SarapDemo *demo,
                           const SarapDemoPerson *person,
                           SarapDemoEmit emit,
                           gpointer data,
                           GError **error)
{
  Writer writer = { person, emit, data, error };
  const Subject *subject = choose_subject (demo);
  SarapDate first = SARAP_DATE_FAR, last = SARAP_DATE_NONE;
  int year;

  for (guint i = 0; i < person->n_service; i++)
    if (person->service[i].employer_kind == SARAP_EMPLOYER_CUSTOMS)
      {
        first = MIN (first, person->service[i].start);
        last = MAX (last, MIN (sarap_date_or_far (person->service[i].end), demo->on));
      }
  sarap_date_split (person->birth, &year, NULL, NULL);
  year += sarap_demo_between (demo, 21, 22);
  return write_first_study (demo, &writer, subject, year) &&
         write_later_studies (demo, &writer, subject, year) &&
         write_courses (demo, &writer, first, last);
}
