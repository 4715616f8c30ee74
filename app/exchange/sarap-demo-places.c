#include "exchange/sarap-demo-private.h"

/* The places of the service: possible bodies, their units and positions. */

#define POSTS(name, ...) static const SarapDemoWords name[] = { __VA_ARGS__, { NULL, NULL } }

POSTS (aqm_posts,
       { "Көкшетау", "Кокшетау" },
       { "Щучинск", "Щучинск" },
       { "Атбасар", "Атбасар" },
       { "Степногорск", "Степногорск" });
POSTS (akt_posts,
       { "Жайсаң", "Жайсан" },
       { "Ақтөбе-Орталық", "Актобе-Центральный" },
       { "Әлімбет", "Алимбет" },
       { "Хромтау", "Хромтау" },
       { "Қандыағаш", "Кандыагаш" },
       { "Шалқар", "Шалкар" },
       { "Мәртөк", "Мартук" });
POSTS (alo_posts,
       { "Қалжат", "Кальжат" },
       { "Қонаев", "Конаев" },
       { "Көкпек", "Кокпек" },
       { "Кеген", "Кеген" });
POSTS (jet_posts,
       { "Талдықорған", "Талдыкорган" },
       { "Сарыөзек", "Сарыозек" },
       { "Үштөбе", "Уштобе" });
POSTS (aty_posts,
       { "Құрманғазы", "Курмангазы" },
       { "Теңіз", "Тенгиз" },
       { "Құлсары", "Кульсары" },
       { "Атырау-Әуежай", "Атырау-Аэропорт" },
       { "Атырау теңіз порты", "Морской порт Атырау" });
POSTS (shq_posts,
       { "Өскемен", "Усть-Каменогорск" },
       { "Шемонайха", "Шемонаиха" },
       { "Риддер", "Риддер" },
       { "Өскемен-Әуежай", "Усть-Каменогорск-Аэропорт" });
POSTS (aba_posts,
       { "Семей", "Семей" },
       { "Ауыл", "Ауыл" },
       { "Жезкент", "Жезкент" },
       { "Аягөз", "Аягоз" });
POSTS (zhm_posts,
       { "Қордай", "Кордай" },
       { "Қарасу", "Карасу" },
       { "Тараз", "Тараз" },
       { "Айша бибі", "Айша биби" },
       { "Мерке", "Мерке" },
       { "Шу", "Шу" });
POSTS (bqo_posts,
       { "Сырым", "Сырым" },
       { "Орал", "Уральск" },
       { "Тасқала", "Таскала" },
       { "Ақсай", "Аксай" },
       { "Жәнібек", "Жанибек" });
POSTS (qrg_posts,
       { "Қарағанды", "Караганда" },
       { "Теміртау", "Темиртау" },
       { "Балқаш", "Балхаш" },
       { "Сарыарқа", "Сарыарка" });
POSTS (uly_posts, { "Жезқазған", "Жезказган" }, { "Сәтбаев", "Сатпаев" }, { "Қаражал", "Каражал" });
POSTS (qos_posts,
       { "Қайрақ", "Кайрак" },
       { "Қостанай", "Костанай" },
       { "Рудный", "Рудный" },
       { "Лисаковск", "Лисаковск" },
       { "Желқуар", "Желкуар" },
       { "Арқалық", "Аркалык" });
POSTS (qzo_posts,
       { "Қызылорда", "Кызылорда" },
       { "Төретам", "Торетам" },
       { "Арал", "Аральск" },
       { "Жаңақорған", "Жанакорган" });
POSTS (man_posts,
       { "Ақтау теңіз порты", "Морской порт Актау" },
       { "Бейнеу", "Бейнеу" },
       { "Тәжен", "Тажен" },
       { "Теміржан", "Темиржан" },
       { "Жаңаөзен", "Жанаозен" },
       { "Ақтау-Әуежай", "Актау-Аэропорт" });
POSTS (pvl_posts,
       { "Шарбақты", "Щербакты" },
       { "Павлодар", "Павлодар" },
       { "Екібастұз", "Экибастуз" },
       { "Ұрлытөбе", "Урлютобе" },
       { "Ақсу", "Аксу" });
POSTS (sqo_posts,
       { "Қызылжар", "Кызылжар" },
       { "Петропавл", "Петропавловск" },
       { "Жаңажол", "Жанажол" },
       { "Қарақоға", "Каракога" });
POSTS (tur_posts,
       { "Қонысбаев", "Конысбаев" },
       { "Жібек жолы", "Жибек жолы" },
       { "Қапланбек", "Капланбек" },
       { "Сарыағаш", "Сарыагаш" },
       { "Қазығұрт", "Казыгурт" },
       { "Атамекен", "Атамекен" },
       { "Түркістан", "Туркестан" });
POSTS (shm_posts,
       { "Шымкент", "Шымкент" },
       { "Шымкент-Әуежай", "Шымкент-Аэропорт" },
       { "Оңтүстік", "Южный" });
POSTS (alm_posts,
       { "Алматы-Әуежай", "Алматы-Аэропорт" },
       { "Алматы-1", "Алматы-1" },
       { "Бурундай", "Бурундай" },
       { "Алатау", "Алатау" },
       { "Жетісу", "Жетысу" },
       { "Пошта", "Почтамт" });
POSTS (ast_posts,
       { "Астана-Әуежай", "Астана-Аэропорт" },
       { "Сарыарқа-Астана", "Сарыарка-Астана" },
       { "Есіл", "Есиль" },
       { "Сороковая", "Сороковая" });
POSTS (dos_posts,
       { "Достық-Теміржол", "Достык-Железнодорожный" },
       { "Достық-Автожол", "Достык-Автодорожный" },
       { "Үшарал", "Ушарал" },
       { "Ақтоғай", "Актогай" });
POSTS (qor_posts,
       { "Нұр жолы", "Нур жолы" },
       { "Алтынкөл", "Алтынколь" },
       { "Қорғас ХШЫО", "МЦПС Хоргос" },
       { "Жаркент", "Жаркент" });
POSTS (baq_posts,
       { "Бақты-Автожол", "Бахты-Автодорожный" },
       { "Үржар", "Урджар" },
       { "Мақаншы", "Маканчи" });
POSTS (mai_posts,
       { "Майқапшағай-Автожол", "Майкапчагай-Автодорожный" },
       { "Зайсан", "Зайсан" },
       { "Тарбағатай", "Тарбагатай" });

/* The largest first: a small service has only the first few */
static const SarapDemoPlace places[] = {
  { "ALM", "Алматы қаласы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по городу Алматы", 112, FALSE, alm_posts },
  { "QOR", "«Қорғас» кедені", "Таможня «Хоргос»", 84, TRUE, qor_posts },
  { "AST", "Астана қаласы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по городу Астане", 72, FALSE, ast_posts },
  { "TUR", "Түркістан облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Туркестанской области", 71, FALSE, tur_posts },
  { "DOS", "«Достық» кедені", "Таможня «Достык»", 70, TRUE, dos_posts },
  { "AKT", "Ақтөбе облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Актюбинской области", 56, FALSE, akt_posts },
  { "MAN", "Маңғыстау облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Мангистауской области", 54, FALSE, man_posts },
  { "ATY", "Атырау облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Атырауской области", 50, FALSE, aty_posts },
  { "QOS", "Қостанай облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Костанайской области", 48, FALSE, qos_posts },
  { "QRG", "Қарағанды облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Карагандинской области", 47, FALSE, qrg_posts },
  { "ZHM", "Жамбыл облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Жамбылской области", 46, FALSE, zhm_posts },
  { "BQO", "Батыс Қазақстан облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Западно-Казахстанской области", 44, FALSE, bqo_posts },
  { "SHQ", "Шығыс Қазақстан облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Восточно-Казахстанской области", 41, FALSE, shq_posts },
  { "PVL", "Павлодар облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Павлодарской области", 40, FALSE, pvl_posts },
  { "ALO", "Алматы облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Алматинской области", 33, FALSE, alo_posts },
  { "AQM", "Ақмола облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Акмолинской области", 32, FALSE, aqm_posts },
  { "SQO", "Солтүстік Қазақстан облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Северо-Казахстанской области", 31, FALSE, sqo_posts },
  { "SHM", "Шымкент қаласы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по городу Шымкенту", 30, FALSE, shm_posts },
  { "QZO", "Қызылорда облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по Кызылординской области", 29, FALSE, qzo_posts },
  { "ABA", "Абай облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по области Абай", 28, FALSE, aba_posts },
  { "BAQ", "«Бақты» кедені", "Таможня «Бахты»", 27, TRUE, baq_posts },
  { "JET", "Жетісу облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по области Жетісу", 25, FALSE, jet_posts },
  { "MAI", "«Майқапшағай» кедені", "Таможня «Майкапчагай»", 24, TRUE, mai_posts },
  { "ULY", "Ұлытау облысы бойынша Кедендік бақылау департаменті",
    "Департамент таможенного контроля по области Ұлытау", 20, FALSE, uly_posts },
};

typedef struct
{
  SarapUnitKind kind;
  gboolean directorate;
  SarapDemoLadder ladder;
  guint weight;
  const char *kk;
  const char *ru;
} UnitWords;

#define AGENCY SARAP_DEMO_LADDER_AGENCY
#define INSPECTORS SARAP_DEMO_LADDER_INSPECTORS
#define SPECIALISTS SARAP_DEMO_LADDER_SPECIALISTS

static const UnitWords agency_units[] = {
  { SARAP_UNIT_HR, FALSE, AGENCY, 3, "Кадр басқармасы", "Управление кадров" },
  { SARAP_UNIT_LEGAL, FALSE, AGENCY, 2, "Құқықтық қамтамасыз ету басқармасы",
    "Управление правового обеспечения" },
  { SARAP_UNIT_DEPARTMENT, TRUE, AGENCY, 4, "Кедендік бақылауды ұйымдастыру департаменті",
    "Департамент организации таможенного контроля" },
  { SARAP_UNIT_DEPARTMENT, TRUE, AGENCY, 3, "Кедендік кірістер департаменті",
    "Департамент таможенных доходов" },
  { SARAP_UNIT_DEPARTMENT, TRUE, AGENCY, 4, "Контрабандаға қарсы күрес департаменті",
    "Департамент по борьбе с контрабандой" },
  { SARAP_UNIT_DEPARTMENT, FALSE, AGENCY, 3, "Талдау және тәуекелдерді басқару басқармасы",
    "Управление анализа и управления рисками" },
  { SARAP_UNIT_DEPARTMENT, TRUE, AGENCY, 3, "Кеден инфрақұрылымын дамыту департаменті",
    "Департамент развития таможенной инфраструктуры" },
  { SARAP_UNIT_DEPARTMENT, FALSE, AGENCY, 2, "Кедендік құн басқармасы",
    "Управление таможенной стоимости" },
  { SARAP_UNIT_DEPARTMENT, FALSE, AGENCY, 2, "Ақпараттық технологиялар басқармасы",
    "Управление информационных технологий" },
  { SARAP_UNIT_DEPARTMENT, FALSE, AGENCY, 2, "Ішкі қауіпсіздік басқармасы",
    "Управление внутренней безопасности" },
  { SARAP_UNIT_DEPARTMENT, FALSE, AGENCY, 2, "Халықаралық ынтымақтастық басқармасы",
    "Управление международного сотрудничества" },
  { SARAP_UNIT_DEPARTMENT, FALSE, AGENCY, 2, "Қаржы басқармасы", "Финансовое управление" },
  { SARAP_UNIT_OTHER, FALSE, AGENCY, 3, "Орталық кеден зертханасы",
    "Центральная таможенная лаборатория" },
};

static const UnitWords territorial_units[] = {
  { SARAP_UNIT_HR, FALSE, SPECIALISTS, 2, "Кадр бөлімі", "Отдел кадров" },
  { SARAP_UNIT_LEGAL, FALSE, SPECIALISTS, 1, "Заң бөлімі", "Юридический отдел" },
  { SARAP_UNIT_DEPARTMENT, FALSE, INSPECTORS, 5, "Кедендік бақылау бөлімі",
    "Отдел таможенного контроля" },
  { SARAP_UNIT_DEPARTMENT, FALSE, INSPECTORS, 5, "Кедендік ресімдеу бөлімі",
    "Отдел таможенного оформления" },
  { SARAP_UNIT_DEPARTMENT, FALSE, INSPECTORS, 4, "Контрабандаға қарсы күрес бөлімі",
    "Отдел по борьбе с контрабандой" },
  { SARAP_UNIT_DEPARTMENT, FALSE, SPECIALISTS, 3, "Кедендік құн бөлімі",
    "Отдел таможенной стоимости" },
  { SARAP_UNIT_DEPARTMENT, FALSE, SPECIALISTS, 3, "Талдау және тәуекелдерді басқару бөлімі",
    "Отдел анализа и управления рисками" },
  { SARAP_UNIT_DEPARTMENT, FALSE, SPECIALISTS, 3, "Кедендік төлемдер бөлімі",
    "Отдел таможенных платежей" },
  { SARAP_UNIT_DEPARTMENT, FALSE, INSPECTORS, 3, "Кедендік ресімдеуден кейінгі бақылау бөлімі",
    "Отдел посттаможенного контроля" },
  { SARAP_UNIT_DEPARTMENT, FALSE, SPECIALISTS, 2, "Қаржы бөлімі", "Финансовый отдел" },
  { SARAP_UNIT_DEPARTMENT, FALSE, SPECIALISTS, 2,
    "Тауар номенклатурасы және тауарлардың шығарылған елі бөлімі",
    "Отдел товарной номенклатуры и страны происхождения" },
  { SARAP_UNIT_DEPARTMENT, FALSE, SPECIALISTS, 2, "Ақпараттық технологиялар бөлімі",
    "Отдел информационных технологий" },
  { SARAP_UNIT_DEPARTMENT, FALSE, INSPECTORS, 2, "Ішкі қауіпсіздік бөлімі",
    "Отдел внутренней безопасности" },
  { SARAP_UNIT_DEPARTMENT, FALSE, SPECIALISTS, 2, "Ұйымдастыру-бақылау бөлімі",
    "Организационно-контрольный отдел" },
};

static const SarapDemoPosition agency_head = { "Агенттік төрағасы", "Председатель Агентства",
                                               SARAP_CATEGORY_HEAD, 11 };
static const SarapDemoPosition agency_deputies[] = {
  { "Төрағаның бірінші орынбасары", "Первый заместитель Председателя", SARAP_CATEGORY_DEPUTY_HEAD,
    11 },
  { "Төрағаның орынбасары", "Заместитель Председателя", SARAP_CATEGORY_DEPUTY_HEAD, 10 }
};
static const SarapDemoPosition directors[] = {
  { "Департамент директоры", "Директор департамента", SARAP_CATEGORY_DEPARTMENT_HEAD, 10 },
  { "Департамент директорының орынбасары", "Заместитель директора департамента",
    SARAP_CATEGORY_DEPUTY_DEPARTMENT_HEAD, 9 }
};
static const SarapDemoPosition agency_chiefs[] = {
  { "Басқарма бастығы", "Начальник управления", SARAP_CATEGORY_DEPARTMENT_HEAD, 10 },
  { "Басқарма бастығының орынбасары", "Заместитель начальника управления",
    SARAP_CATEGORY_DEPUTY_DEPARTMENT_HEAD, 8 }
};
static const SarapDemoPosition laboratory_chiefs[] = {
  { "Зертхана бастығы", "Начальник лаборатории", SARAP_CATEGORY_DEPARTMENT_HEAD, 9 },
  { "Зертхана бастығының орынбасары", "Заместитель начальника лаборатории",
    SARAP_CATEGORY_DEPUTY_DEPARTMENT_HEAD, 8 }
};
static const SarapDemoPosition department_heads[] = {
  { "Департамент бастығы", "Начальник департамента", SARAP_CATEGORY_HEAD, 10 },
  { "Департамент бастығының орынбасары", "Заместитель начальника департамента",
    SARAP_CATEGORY_DEPUTY_HEAD, 9 }
};
static const SarapDemoPosition house_heads[] = {
  { "Кеден бастығы", "Начальник таможни", SARAP_CATEGORY_HEAD, 10 },
  { "Кеден бастығының орынбасары", "Заместитель начальника таможни", SARAP_CATEGORY_DEPUTY_HEAD, 9 }
};
static const SarapDemoPosition unit_heads[] = {
  { "Бөлім бастығы", "Начальник отдела", SARAP_CATEGORY_DEPARTMENT_HEAD, 7 },
  { "Бөлім бастығының орынбасары", "Заместитель начальника отдела",
    SARAP_CATEGORY_DEPUTY_DEPARTMENT_HEAD, 6 }
};
static const SarapDemoPosition post_heads[] = {
  { "Кеден бекетінің бастығы", "Начальник таможенного поста", SARAP_CATEGORY_POST_HEAD, 7 },
  { "Кеден бекеті бастығының орынбасары", "Заместитель начальника таможенного поста",
    SARAP_CATEGORY_DEPUTY_POST_HEAD, 6 }
};

#define OFFICIAL SARAP_CATEGORY_OFFICIAL
static const SarapDemoPosition ladders[][4] = {
  { { "Маман", "Специалист", OFFICIAL, 3 },
    { "Жетекші маман", "Ведущий специалист", OFFICIAL, 4 },
    { "Бас маман", "Главный специалист", OFFICIAL, 5 },
    { "Бас сарапшы", "Главный эксперт", OFFICIAL, 6 } },
  { { "Кіші инспектор", "Младший инспектор", OFFICIAL, 1 },
    { "Инспектор", "Инспектор", OFFICIAL, 2 },
    { "Аға инспектор", "Старший инспектор", OFFICIAL, 3 },
    { "Бас инспектор", "Главный инспектор", OFFICIAL, 4 } },
  { { "Кіші маман", "Младший специалист", OFFICIAL, 1 },
    { "Маман", "Специалист", OFFICIAL, 2 },
    { "Жетекші маман", "Ведущий специалист", OFFICIAL, 3 },
    { "Бас маман", "Главный специалист", OFFICIAL, 4 } }
};

const char *
sarap_demo_body_code (const SarapDemoBody *body)
{
  return body->place == NULL ? "KBA" : body->place->code;
}

const SarapDemoPosition *
sarap_demo_official (SarapDemo *demo, SarapDemoLadder ladder)
{
  guint ticket = sarap_demo_below (demo, 100);

  return &ladders[ladder][ticket < 16 ? 0 : ticket < 54 ? 1 : ticket < 84 ? 2 : 3];
}

const SarapDemoPosition *
sarap_demo_official_at (SarapDemoLadder ladder, int level)
{
  guint i = G_N_ELEMENTS (ladders[ladder]) - 1;

  while (i > 0 && ladders[ladder][i].level > level)
    i--;
  return &ladders[ladder][i];
}

static void
unit_clear (gpointer data)
{
  SarapDemoUnit *unit = data;

  g_free (unit->code);
  g_free (unit->kk);
  g_free (unit->ru);
}

void
sarap_demo_body_free (SarapDemoBody *body)
{
  g_array_unref (body->units);
  g_array_unref (body->seats);
  g_array_unref (body->former);
  g_array_unref (body->helpers);
  g_free (body);
}

static SarapDemoBody *
body_new (const SarapDemoPlace *place, guint number)
{
  SarapDemoBody *body = g_new0 (SarapDemoBody, 1);

  body->place = place;
  body->number = number;
  body->units = g_array_new (FALSE, TRUE, sizeof (SarapDemoUnit));
  body->seats = g_array_new (FALSE, TRUE, sizeof (SarapDemoSeat));
  body->former = g_array_new (FALSE, TRUE, sizeof (SarapDemoSeat));
  body->helpers = g_array_new (FALSE, TRUE, sizeof (SarapDemoHelper));
  g_array_set_clear_func (body->units, unit_clear);
  return body;
}

static void
add_unit (SarapDemoBody *body, const UnitWords *words, const char *suffix)
{
  const char *code = sarap_demo_body_code (body);
  SarapDemoUnit unit = { .kind = words->kind,
                         .code = g_strdup_printf ("%s-%s", code, suffix),
                         .kk = g_strdup (words->kk),
                         .ru = g_strdup (words->ru),
                         .directorate = words->directorate,
                         .ladder = words->ladder,
                         .weight = words->weight };

  g_array_append_val (body->units, unit);
}

static void
add_listed_unit (SarapDemoBody *body, const UnitWords *words, guint number)
{
  g_autofree char *suffix = words->kind == SARAP_UNIT_HR      ? g_strdup ("HR")
                            : words->kind == SARAP_UNIT_LEGAL ? g_strdup ("LG")
                                                              : g_strdup_printf ("%02u", number);

  add_unit (body, words, suffix);
}

static void
add_customs_post (SarapDemoBody *body, const SarapDemoWords *name, guint number)
{
  g_autofree char *suffix = g_strdup_printf ("P%u", number);
  g_autofree char *kk = g_strdup_printf ("«%s» кеден бекеті", name->kk);
  g_autofree char *ru = g_strdup_printf ("Таможенный пост «%s»", name->ru);
  UnitWords words = { SARAP_UNIT_POST, FALSE, INSPECTORS, 5, kk, ru };

  add_unit (body, &words, suffix);
}

/* HR and law in every body, then departments and posts alternating, as many as a body of that size
   has */
static void
plan_units (SarapDemoBody *body)
{
  gboolean agency = body->place == NULL;
  const UnitWords *listed = agency ? agency_units : territorial_units;
  guint n_listed = agency ? G_N_ELEMENTS (agency_units) : G_N_ELEMENTS (territorial_units);
  const SarapDemoWords *post = agency ? NULL : body->place->posts;
  guint wanted = MAX (body->size / 7, agency ? 6u : 5u);
  guint next = 0, posts = 0;

  while (body->units->len < wanted)
    {
      gboolean some_post = post != NULL && post->kk != NULL;
      gboolean post_now =
          some_post && (next >= n_listed || (next >= 4 && body->units->len % 2 == 0));

      if (post_now)
        add_customs_post (body, post++, ++posts);
      else if (next < n_listed)
        {
          add_listed_unit (body, &listed[next], next - 1);
          next++;
        }
      else
        break;
    }
}

static void
add_seat (SarapDemo *demo, SarapDemoBody *body, const SarapDemoPosition *position, int unit)
{
  int months =
      sarap_demo_between (demo, position->level >= 9 ? 7 : 3, position->level >= 9 ? 62 : 84);
  SarapDate since = sarap_date_add_months (demo->on, -months) - (int) sarap_demo_below (demo, 30);
  SarapDemoSeat seat = { .position = position, .unit = unit };

  seat.since = seat.taken_from = sarap_demo_workday (since);
  if (body->seats->len < body->size)
    g_array_append_val (body->seats, seat);
}

static const SarapDemoPosition *
chiefs_of (const SarapDemoBody *body, const SarapDemoUnit *unit)
{
  if (unit->kind == SARAP_UNIT_POST)
    return post_heads;
  if (body->place != NULL)
    return unit_heads;
  if (unit->kind == SARAP_UNIT_OTHER)
    return laboratory_chiefs;
  return unit->directorate ? directors : agency_chiefs;
}

/* Distributes officials by the units' weights, each unit from the rest of those before it */
static void
share_officials (SarapDemoBody *body)
{
  guint weight = 0, left = body->size - body->seats->len;

  for (guint i = 0; i < body->units->len; i++)
    weight += g_array_index (body->units, SarapDemoUnit, i).weight;
  for (guint i = 0; i < body->units->len; i++)
    {
      SarapDemoUnit *unit = &g_array_index (body->units, SarapDemoUnit, i);

      unit->n_officials = (guint) (((guint64) left * unit->weight + weight / 2) / weight);
      left -= unit->n_officials;
      weight -= unit->weight;
    }
}

static void
plan_body_deputies (SarapDemo *demo, SarapDemoBody *body)
{
  guint deputies = body->size < 45 ? 1 : body->size < 250 ? 2 : 3;
  const SarapDemoPosition *heads =
      body->place != NULL && body->place->house ? house_heads : department_heads;

  if (body->place == NULL)
    add_seat (demo, body, &agency_deputies[0], -1);
  for (guint i = 0; i < deputies; i++)
    add_seat (demo, body, body->place == NULL ? &agency_deputies[1] : &heads[1], -1);
}

static void
plan_seats (SarapDemo *demo, SarapDemoBody *body)
{
  gboolean house = body->place != NULL && body->place->house;
  const SarapDemoPosition *heads = house ? house_heads : department_heads;

  add_seat (demo, body, body->place == NULL ? &agency_head : &heads[0], -1);
  plan_body_deputies (demo, body);
  for (guint i = 0; i < body->units->len; i++)
    add_seat (demo, body, chiefs_of (body, &g_array_index (body->units, SarapDemoUnit, i)),
              (int) i);
  share_officials (body);
  for (guint i = 0; i < body->units->len; i++)
    {
      const SarapDemoUnit *unit = &g_array_index (body->units, SarapDemoUnit, i);

      for (guint n = MIN ((unit->n_officials + 12) / 20, 3); n > 0; n--)
        add_seat (demo, body, &chiefs_of (body, unit)[1], (int) i);
    }
  share_officials (body);
}

/* Adds second deputies of units and bodies that existed until recently */
static void
plan_former_seats (SarapDemo *demo, SarapDemoBody *body)
{
  gboolean house = body->place != NULL && body->place->house;
  const SarapDemoPosition *heads = body->place == NULL ? agency_deputies
                                   : house             ? house_heads
                                                       : department_heads;

  for (int i = -1; i < (int) body->units->len; i++)
    {
      const SarapDemoPosition *position =
          i < 0 ? &heads[1] : &chiefs_of (body, &g_array_index (body->units, SarapDemoUnit, i))[1];
      SarapDemoSeat seat = { .position = position, .unit = i };

      seat.since = seat.taken_from = demo->on - sarap_demo_between (demo, 20, 170);
      g_array_append_val (body->former, seat);
    }
}

/* The number of bodies with at least twenty officers, if the first of them share the service */
static guint
count_places (guint in_service)
{
  guint weight = 90, n = 0;

  while (n < G_N_ELEMENTS (places) &&
         (guint64) in_service * places[n].weight >= 20u * (guint64) (weight + places[n].weight))
    weight += places[n++].weight;
  return n;
}

void
sarap_demo_plan (SarapDemo *demo, guint n_officers)
{
  guint left = n_officers / 100 * 8 + n_officers % 100 * 8 / 100;
  guint serving = n_officers - left;
  guint n = count_places (serving);
  guint weight = 90;

  for (guint i = 0; i < n; i++)
    weight += places[i].weight;
  for (guint i = 0; i <= n; i++)
    {
      SarapDemoBody *body = body_new (i == 0 ? NULL : &places[i - 1], i + 1);
      guint share = i == 0 ? 90 : places[i - 1].weight;

      body->size = (guint) (((guint64) serving * share + weight / 2) / weight);
      body->n_leavers = (guint) (((guint64) left * share + weight / 2) / weight);
      serving -= body->size;
      left -= body->n_leavers;
      weight -= share;
      g_ptr_array_add (demo->bodies, body);
      plan_units (body);
      plan_seats (demo, body);
      plan_former_seats (demo, body);
    }
}
