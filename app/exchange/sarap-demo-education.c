#include "exchange/sarap-demo-private.h"

#include <string.h>

/* Where the officers learned: sheet line 3. */

/* A body's own university, where most of its officers come from; the agency's and the capitals' are
   everybody's */
static const struct
{
  const char *body;
  const char *name;
} local_universities[] = {
  { "ALM", "Әл-Фараби атындағы Қазақ ұлттық университеті" },
  { "TUR", "М. Әуезов атындағы Оңтүстік Қазақстан университеті" },
  { "QOR", "І. Жансүгіров атындағы Жетісу университеті" },
  { "AST", "Л. Н. Гумилёв атындағы Еуразия ұлттық университеті" },
  { "DOS", "І. Жансүгіров атындағы Жетісу университеті" },
  { "SHQ", "С. Аманжолов атындағы Шығыс Қазақстан университеті" },
  { "QRG", "Е. А. Бөкетов атындағы Қарағанды университеті" },
  { "AKT", "Қ. Жұбанов атындағы Ақтөбе өңірлік университеті" },
  { "MAN", "Ш. Есенов атындағы Каспий технологиялар және инжиниринг университеті" },
  { "ATY", "Х. Досмұхамедов атындағы Атырау университеті" },
  { "QOS", "А. Байтұрсынұлы атындағы Қостанай өңірлік университеті" },
  { "ALO", "І. Жансүгіров атындағы Жетісу университеті" },
  { "ZHM", "М. Х. Дулати атындағы Тараз өңірлік университеті" },
  { "BQO", "М. Өтемісов атындағы Батыс Қазақстан университеті" },
  { "PVL", "Торайғыров университеті" },
  { "AQM", "Ш. Уәлиханов атындағы Көкшетау университеті" },
  { "SQO", "М. Қозыбаев атындағы Солтүстік Қазақстан университеті" },
  { "QZO", "Қорқыт ата атындағы Қызылорда университеті" },
  { "BAQ", "Семей қаласының Шәкәрім атындағы университеті" },
  { "MAI", "С. Аманжолов атындағы Шығыс Қазақстан университеті" },
};

/* What a school teaches: l law and customs, e economics, t technology, p politics and
 * administration */
typedef struct
{
  const char *teaches;
  const char *name;
} School;

static const School universities[] = {
  { "lept", "Әл-Фараби атындағы Қазақ ұлттық университеті" },
  { "lept", "Л. Н. Гумилёв атындағы Еуразия ұлттық университеті" },
  { "lp", "Қазақ гуманитарлық заң университеті" },
  { "lp", "Абылай хан атындағы Қазақ халықаралық қатынастар және әлем тілдері университеті" },
  { "e", "Т. Рысқұлов атындағы Қазақ экономикалық университеті" },
  { "ep", "Нархоз университеті" },
  { "le", "Тұран университеті" },
  { "let", "Қарағанды экономикалық университеті" },
  { "l", "ҚР ІІМ Алматы академиясы" },
  { "t", "Қ. И. Сәтбаев атындағы Қазақ ұлттық техникалық университеті" },
};
static const School colleges[] = {
  { "t", "Алматы мемлекеттік политехникалық колледжі" },
  { "lep", "Астана экономика және құқық колледжі" },
  { "l", "Шымкент заң колледжі" },
  { "ep", "Қарағанды банк колледжі" },
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

static const char *const courses[] = { "Кедендік құнды айқындау",
                                       "Тәуекелдерді басқару жүйесі",
                                       "ЕАЭО СЭҚ тауар номенклатурасы",
                                       "Сыбайлас жемқорлыққа қарсы іс-қимыл",
                                       "Кедендік тексеру тактикасы",
                                       "Валюталық бақылау",
                                       "Зияткерлік меншік құқықтарын қорғау",
                                       "Кеден органдарындағы басқару психологиясы",
                                       "«Астана-1» ақпараттық жүйесі",
                                       "Құжат айналымы және мемлекеттік тіл",
                                       NULL };
/* From course to course; has no divisor in common with their number, so that none comes twice soon
 */
#define STRIDE 3

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

static const char *
choose_school (SarapDemo *demo, const School *schools, guint n, const Subject *subject)
{
  const School *school;

  do
    school = &schools[sarap_demo_below (demo, n)];
  while (strchr (school->teaches, subject->taught) == NULL);
  return school->name;
}

static const char *
choose_university (SarapDemo *demo, const SarapDemoPerson *person, const Subject *subject)
{
  const SarapDemoBody *body = NULL;

  for (guint i = 0; i < person->n_service && body == NULL; i++)
    body = person->work[i].body;
  if (body != NULL && body->place != NULL && sarap_demo_chance (demo, 600))
    for (guint i = 0; i < G_N_ELEMENTS (local_universities); i++)
      if (g_str_equal (local_universities[i].body, body->place->code))
        return local_universities[i].name;
  return choose_school (demo, universities, G_N_ELEMENTS (universities), subject);
}

/* The series of diplomas of that year */
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
                          choose_university (demo, writer->person, subject), subject->speciality,
                          subject->qualification, document_no, finished);
    }
  document_no = g_strdup_printf ("ТКБ № %07d", sarap_demo_between (demo, 10211, 998877));
  return write_study (writer, SARAP_STUDY_EDUCATION,
                      choose_school (demo, colleges, G_N_ELEMENTS (colleges), subject),
                      subject->speciality, NULL, document_no,
                      sarap_date_add_months (finished, -24));
}

/* A second degree beside the service, or a master's */
static gboolean
write_later_studies (SarapDemo *demo, Writer *writer, const Subject *first, int year)
{
  const Subject *second = choose_subject (demo);
  int later = year + sarap_demo_between (demo, 4, 9);
  SarapDate finished = sarap_date_new (later, 6, 29);
  g_autofree char *document_no = diploma (demo, later);
  g_autofree char *master_no =
      g_strdup_printf ("ЖООК-М № %07d", sarap_demo_between (demo, 10211, 198877));

  if (second != first && finished < demo->on && sarap_demo_chance (demo, 170) &&
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
  document_no = g_strdup_printf ("№ %04d-%d", sarap_demo_between (demo, 12, 4800), year);
  return write_study (writer, retraining ? SARAP_STUDY_RETRAINING : SARAP_STUDY_ADVANCED_TRAINING,
                      abroad ? "Дүниежүзілік кеден ұйымының өңірлік оқу орталығы"
                             : "Кедендік бақылау агенттігінің Оқу-әдістемелік орталығы",
                      retraining ? "Кеден ісі" : courses[topic % G_N_ELEMENTS (courses)], NULL,
                      document_no, finished);
}

/* Every few years of the service a course; a document's number is that of the year */
static gboolean
write_courses (SarapDemo *demo, Writer *writer, SarapDate first, SarapDate last)
{
  SarapDate day = first + sarap_demo_between (demo, 120, 900);
  guint topic = sarap_demo_below (demo, G_N_ELEMENTS (courses));

  /* the lists of the older courses were not kept */
  day = MAX (day, last - 16 * 365 + (int) sarap_demo_below (demo, 400));
  for (; day < last - 5; day += sarap_demo_between (demo, 700, 2100))
    if (!write_course (demo, writer, sarap_demo_workday (day), topic += STRIDE))
      return FALSE;
  return TRUE;
}

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
