#include "exchange/sarap-demo-private.h"

#include <string.h>

/* The peoples of the service, in the shares of their table below. */

typedef struct
{
  guint weight;
  gboolean kazakh_custom; /* may have ұлы or қызы, may go without a patronymic */
  const char *const *surnames;
  const char *const *men;
  const char *const *women;
  const char *const *young_men;
  const char *const *young_women;
  const char *const
      *fathers; /* with the patronymic's stem after it where the rule does not make it */
} Names;

static const char *const kazakh_surnames[] = {
  "Абдрахманов",   "Абдуллин",      "Абенов",      "Абишев",        "Айдаров",       "Айтбаев",
  "Айтқұлов",      "Ақанов",        "Ақжолов",     "Ақышев",        "Алдабергенов",  "Алиев",
  "Алпысбаев",     "Алтынбеков",    "Амангелдиев", "Арыстанов",     "Асанов",        "Асқаров",
  "Ахметов",       "Ашимов",        "Әбдіқалықов", "Әбдірахманов",  "Әбілқасымов",   "Әбішев",
  "Әлімбаев",      "Әлімжанов",     "Әміров",      "Әубәкіров",     "Әшімов",        "Бабажанов",
  "Байғожин",      "Байжанов",      "Байзақов",    "Баймағамбетов", "Баймұханов",    "Байсейітов",
  "Бақтыбаев",     "Балтабаев",     "Батырбеков",  "Бейсенов",      "Бекенов",       "Бекболатов",
  "Бекмұратов",    "Бердібеков",    "Бисембаев",   "Боранбаев",     "Бөлекбаев",     "Ғабдуллин",
  "Дайырбеков",    "Дәулетов",      "Досжанов",    "Досмұхамедов",  "Дүйсенов",      "Дүйсембаев",
  "Егізбаев",      "Елеусізов",     "Елубаев",     "Ерғалиев",      "Ержанов",       "Ермеков",
  "Есенов",        "Есенғалиев",    "Есжанов",     "Есімов",        "Жақсыбеков",    "Жақыпов",
  "Жанғозин",      "Жанұзақов",     "Жарылғасов",  "Жолдасбеков",   "Жүнісов",       "Жұмабаев",
  "Жұмабеков",     "Жұмағалиев",    "Жұманов",     "Ибраев",        "Ибрагимов",     "Игіліков",
  "Иманғалиев",    "Исабеков",      "Исаев",       "Искаков",       "Исмаилов",      "Іңкәрбеков",
  "Кенжебеков",    "Кенжеғалиев",   "Көбеев",      "Көшербаев",     "Күзембаев",     "Қабдолов",
  "Қабылов",       "Қадыров",       "Қажымұратов", "Қалиев",        "Қалдыбаев",     "Қаратаев",
  "Қарабаев",      "Қасенов",       "Қасымов",     "Қожабеков",     "Қожахметов",    "Қоңыратбаев",
  "Құдайбергенов", "Құлжанов",      "Құрманов",    "Құрманғалиев",  "Құсайынов",     "Мағауин",
  "Мақанов",       "Мақсұтов",      "Мамыров",     "Маханов",       "Махамбетов",    "Мәдиев",
  "Молдабеков",    "Молдағалиев",   "Мұқанов",     "Мұқашев",       "Мұсабаев",      "Мұсаев",
  "Мұстафин",      "Мұхамеджанов",  "Мыңбаев",     "Мырзахметов",   "Назаров",       "Нұғманов",
  "Нұрахметов",    "Нұрғалиев",     "Нұрғожин",    "Нұржанов",      "Нұрмағамбетов", "Нұрпейісов",
  "Нүсіпов",       "Омаров",        "Оңғарбаев",   "Оразбаев",      "Оразалин",      "Орынбаев",
  "Оспанов",       "Өмірзақов",     "Өтегенов",    "Өтебаев",       "Өтепов",        "Рахымбеков",
  "Рахметов",      "Рүстемов",      "Рысбеков",    "Сабыров",       "Сағындықов",    "Садықов",
  "Сапаров",       "Сарсенбаев",    "Сатыбалдин",  "Сәдуақасов",    "Сәрсенов",      "Сейдахметов",
  "Сейітов",       "Сейітқалиев",   "Серікбаев",   "Сүлейменов",    "Сұлтанов",      "Сыздықов",
  "Тажибаев",      "Тасмағамбетов", "Тәжібаев",    "Телжанов",      "Темірбеков",    "Темірханов",
  "Тілеубергенов", "Тоқтаров",      "Төлебаев",    "Төлегенов",     "Төлеуов",       "Тұрсынов",
  "Тұрғанбаев",    "Тұяқбаев",      "Тынышбаев",   "Уәлиев",        "Үмбетов",       "Шағиров",
  "Шаймерденов",   "Шәкенов",       "Шәріпов",     "Шоқанов",       "Шүкеев",        "Ілиясов",
  "Ысқақов",       "Ізбасаров",     "Қазыбек",     "Әділхан",       "Болатхан",      "Тоқтасын",
  "Нұрғазы",       "Мұратбек",      NULL
};
static const char *const kazakh_men[] = {
  "Абай",     "Айбек",    "Айдар",   "Айдын",   "Аман",     "Амангелді", "Арман",   "Асқар",
  "Асқат",    "Асылбек",  "Әділ",    "Әлібек",  "Әнуар",    "Бағдат",    "Бақыт",   "Бақытжан",
  "Батыр",    "Бауыржан", "Берік",   "Болат",   "Ғабит",    "Ғалым",     "Ғани",    "Данияр",
  "Дархан",   "Дәулет",   "Дәурен",  "Думан",   "Дүйсен",   "Еділ",      "Елдос",   "Ерболат",
  "Ербол",    "Ержан",    "Ерлан",   "Ермек",   "Ернар",    "Ертай",     "Жанат",   "Жандос",
  "Жанболат", "Жарас",    "Жасұлан", "Жомарт",  "Исатай",   "Кеңес",     "Қайрат",  "Қайролла",
  "Қанат",    "Қуаныш",   "Құрмет",  "Марат",   "Марғұлан", "Мақсат",    "Медет",   "Мұрат",
  "Мұхтар",   "Нұрболат", "Нұржан",  "Нұрлан",  "Олжас",    "Оразбек",   "Өмірбек", "Рақым",
  "Руслан",   "Рүстем",   "Сабыр",   "Сағат",   "Самат",    "Сәкен",     "Серік",   "Серікбай",
  "Талғат",   "Темір",    "Тимур",   "Төлеген", "Тұрсын",   "Ұлан",      "Шыңғыс",  NULL
};
static const char *const kazakh_women[] = {
  "Айгүл",   "Айжан",   "Айман",  "Айнаш",    "Айнұр",    "Ақмарал", "Алма",   "Алмагүл",
  "Алтынай", "Анар",    "Ардақ",  "Асель",    "Әлия",     "Әсел",    "Әсем",   "Бағила",
  "Баян",    "Ботагөз", "Гауһар", "Гүлбану",  "Гүлжан",   "Гүлмира", "Гүлнар", "Гүлнұр",
  "Гүлшат",  "Дана",    "Динара", "Жадыра",   "Жанар",    "Жанат",   "Жанна",  "Жұлдыз",
  "Зәуре",   "Зейнеп",  "Индира", "Қарлығаш", "Құралай",  "Ләззат",  "Лаура",  "Мадина",
  "Майра",   "Маржан",  "Мәдина", "Меруерт",  "Назгүл",   "Назым",   "Нұргүл", "Перизат",
  "Райхан",  "Раушан",  "Роза",   "Салтанат", "Сандуғаш", "Сара",    "Сәбира", "Сәуле",
  "Толқын",  "Ұлбосын", "Фариза", "Шолпан",   "Шынар",    "Эльмира", NULL
};
static const char *const kazakh_young_men[] = {
  "Абзал",    "Азамат", "Айдос",   "Алмас",     "Алишер",     "Арнұр",     "Арсен",   "Әділет",
  "Әлихан",   "Әмір",   "Бағлан",  "Бекзат",    "Бекзад",     "Бейбарыс",  "Біржан",  "Ғалымжан",
  "Дамир",    "Данияр", "Диас",    "Дидар",     "Дінмұхамед", "Еламан",    "Елнұр",   "Ерасыл",
  "Ернұр",    "Жалғас", "Жәнібек", "Жасұлан",   "Иса",        "Қайсар",    "Қуандық", "Мағжан",
  "Мейіржан", "Мирас",  "Нұрбол",  "Нұрдәулет", "Нұркен",     "Нұрсұлтан", "Олжас",   "Рамазан",
  "Расул",    "Санжар", "Саян",    "Сұлтан",    "Талғат",     "Тоқтар",    "Ұлан",    "Ұлықбек",
  "Шерхан",   "Шыңғыс", "Ілияс",   NULL
};
static const char *const kazakh_young_women[] = {
  "Айару",  "Айгерім",  "Айдана", "Айзада", "Айым",    "Ақбота", "Ақерке", "Ақжан",   "Алуа",
  "Аружан", "Аяжан",    "Аяулым", "Әдемі",  "Әйгерім", "Әсем",   "Балнұр", "Бибігүл", "Гүлназ",
  "Гүлім",  "Дария",    "Ділназ", "Диана",  "Еркежан", "Жансая", "Жұпар",  "Зарина",  "Іңкәр",
  "Камила", "Қарақат",  "Қымбат", "Мадина", "Маржан",  "Мөлдір", "Мәншүк", "Назерке", "Нұрай",
  "Нұршат", "Салтанат", "Сабина", "Тоғжан", "Томирис", "Ұлжан",  "Шұғыла", "Інжу",    NULL
};
static const char *const kazakh_fathers[] = {
  "Абай",      "Айтбай",   "Алпысбай", "Амангелді", "Аман",      "Асқар",   "Ахмет",
  "Әбдіқадыр", "Әділ",     "Әлімжан",  "Әмір",      "Байғали",   "Бақыт",   "Бақытжан",
  "Бекболат",  "Берік",    "Болат",    "Болатбек",  "Ғабдолла",  "Ғалым",   "Ғани",
  "Дәулет",    "Досжан",   "Дүйсен",   "Ерғали",    "Ержан",     "Ерлан",   "Ермек",
  "Есен",      "Жақсылық", "Жанат",    "Жолдас",    "Жұмабай",   "Жүніс",   "Қабдолла",
  "Қайрат",    "Қайырбек", "Қалихан",  "Қанат",     "Қасым",     "Қуаныш",  "Құрманғали",
  "Марат",     "Мақсұт",   "Мәлік",    "Мұрат",     "Мұса",      "Мұхтар",  "Мұхамедқали",
  "Нұрғали",   "Нұрлан",   "Омар",     "Оразбек",   "Орынбасар", "Өмірзақ", "Рақымжан",
  "Рахмет",    "Сағындық", "Сапар",    "Сейіт",     "Сейітқазы", "Серік",   "Серікбай",
  "Сүлеймен",  "Талғат",   "Темірхан", "Төлеген",   "Төлеутай",  "Тұрсын",  "Тілеуберді",
  "Шәкен",     "Шәріп",    "Ысқақ",    "Ізбасар",   NULL
};

static const char *const russian_surnames[] = {
  "Абрамов",    "Алексеев",   "Андреев",    "Антонов",   "Афанасьев", "Баранов",    "Белов",
  "Беляев",     "Богданов",   "Бондаренко", "Борисов",   "Васильев",  "Виноградов", "Власов",
  "Волков",     "Воробьёв",   "Воронин",    "Гаврилов",  "Герасимов", "Голубев",    "Гончаров",
  "Горбунов",   "Григорьев",  "Громов",     "Гусев",     "Давыдов",   "Данилов",    "Денисов",
  "Дмитриев",   "Егоров",     "Ермаков",    "Ершов",     "Жуков",     "Зайцев",     "Захаров",
  "Иванов",     "Ильин",      "Исаков",     "Калинин",   "Карпов",    "Киселёв",    "Ковалёв",
  "Коваленко",  "Козлов",     "Колесников", "Комаров",   "Кононенко", "Кравченко",  "Крылов",
  "Кузнецов",   "Кузьмин",    "Лазарев",    "Лебедев",   "Логинов",   "Макаров",    "Марченко",
  "Матвеев",    "Медведев",   "Мельников",  "Миронов",   "Морозов",   "Назаренко",  "Никитин",
  "Николаев",   "Новиков",    "Орлов",      "Осипов",    "Павлов",    "Панов",      "Петренко",
  "Петров",     "Поляков",    "Попов",      "Романов",   "Рябов",     "Савельев",   "Савченко",
  "Семёнов",    "Сергеев",    "Сидоров",    "Симонов",   "Смирнов",   "Соболев",    "Соколов",
  "Соловьёв",   "Степанов",   "Тарасов",    "Терещенко", "Тимофеев",  "Тихонов",    "Фёдоров",
  "Филиппов",   "Фролов",     "Чернышёв",   "Шевченко",  "Щербаков",  "Юрченко",    "Яковлев",
  "Вишневский", "Ковальский", "Покровский", NULL
};
static const char *const russian_men[] = {
  "Александр", "Алексей", "Анатолий", "Андрей",     "Борис",    "Вадим",     "Валерий", "Василий",
  "Виктор",    "Виталий", "Владимир", "Вячеслав",   "Геннадий", "Григорий",  "Денис",   "Дмитрий",
  "Евгений",   "Иван",    "Игорь",    "Константин", "Леонид",   "Максим",    "Михаил",  "Николай",
  "Олег",      "Павел",   "Пётр",     "Роман",      "Сергей",   "Станислав", "Юрий",    NULL
};
static const char *const russian_women[] = {
  "Алла",      "Анна",    "Валентина", "Вера",    "Виктория", "Галина", "Евгения",
  "Екатерина", "Елена",   "Жанна",     "Инна",    "Ирина",    "Лариса", "Лилия",
  "Любовь",    "Людмила", "Марина",    "Надежда", "Наталья",  "Оксана", "Ольга",
  "Светлана",  "Татьяна", "Юлия",      NULL
};
static const char *const russian_young_men[] = {
  "Александр", "Алексей", "Антон", "Артём", "Владислав", "Даниил", "Денис",
  "Дмитрий",   "Евгений", "Егор",  "Иван",  "Илья",      "Кирилл", "Максим",
  "Михаил",    "Никита",  "Павел", "Роман", "Руслан",    "Сергей", NULL
};
static const char *const russian_young_women[] = {
  "Алина",   "Алёна",     "Анастасия", "Анна",  "Валерия",  "Виктория", "Дарья",
  "Диана",   "Екатерина", "Елизавета", "Ирина", "Кристина", "Ксения",   "Мария",
  "Наталья", "Ольга",     "Полина",    "Юлия",  NULL
};
static const char *const russian_fathers[] = { "Александр",
                                               "Алексей",
                                               "Анатолий Анатольев",
                                               "Андрей",
                                               "Борис",
                                               "Валерий Валерьев",
                                               "Василий Васильев",
                                               "Виктор",
                                               "Виталий Витальев",
                                               "Владимир",
                                               "Вячеслав",
                                               "Геннадий Геннадьев",
                                               "Григорий Григорьев",
                                               "Дмитрий",
                                               "Евгений Евгеньев",
                                               "Иван",
                                               "Игорь",
                                               "Константин",
                                               "Леонид",
                                               "Михаил Михайлов",
                                               "Николай",
                                               "Олег",
                                               "Павел Павлов",
                                               "Пётр Петров",
                                               "Сергей",
                                               "Степан",
                                               "Фёдор",
                                               "Юрий Юрьев",
                                               NULL };

static const char *const german_surnames[] = { "Шмидт",     "Миллер",  "Вебер", "Кох",    "Фишер",
                                               "Вагнер",    "Шнайдер", "Бауэр", "Гофман", "Эрлих",
                                               "Рейнгардт", "Штайнер", "Кляйн", "Беккер", NULL };
static const char *const korean_surnames[] = { "Ким",  "Пак",   "Цой", "Хан",   "Ли",
                                               "Тен",  "Югай",  "Нам", "Хегай", "Шин",
                                               "Огай", "Когай", "Лим", NULL };

static const char *const uighur_surnames[] = { "Розиев", "Исламов", "Хамраев", "Тохтахунов",
                                               "Ахунов", "Масимов", "Кадиров", "Семятов",
                                               "Ушуров", "Насиров", "Таиров",  "Арзиев",
                                               NULL };
static const char *const uighur_men[] = { "Абдулла", "Азат",   "Алимжан", "Ильшат", "Исмаилжан",
                                          "Махмут",  "Пархат", "Рустам",  "Турган", "Шавкат",
                                          "Шухрат",  "Ялкун",  NULL };
static const char *const uighur_women[] = { "Азатгүл", "Гульнара", "Диляра",   "Зульфия",
                                            "Мунира",  "Нургуль",  "Патигуль", "Рошангуль",
                                            "Сания",   "Шаирәм",   NULL };

static const char *const tatar_surnames[] = { "Хайруллин", "Галиев",     "Сафин",    "Валиев",
                                              "Гарипов",   "Мухаметшин", "Низамов",  "Хасанов",
                                              "Юсупов",    "Шакиров",    "Ахметшин", "Бикбулатов",
                                              NULL };
static const char *const tatar_men[] = { "Айрат",  "Альберт", "Дамир", "Ильдар",  "Ильяс",
                                         "Камиль", "Марат",   "Наиль", "Рафаэль", "Ренат",
                                         "Рустам", "Тимур",   NULL };
static const char *const tatar_women[] = { "Альфия", "Гузель",  "Динара", "Лилия",
                                           "Наиля",  "Регина",  "Резеда", "Роза",
                                           "Фарида", "Эльвира", NULL };

static const Names peoples[] = {
  { 725, TRUE, kazakh_surnames, kazakh_men, kazakh_women, kazakh_young_men, kazakh_young_women,
    kazakh_fathers },
  { 190, FALSE, russian_surnames, russian_men, russian_women, russian_young_men,
    russian_young_women, russian_fathers },
  { 25, FALSE, uighur_surnames, uighur_men, uighur_women, uighur_men, uighur_women, uighur_men },
  { 25, FALSE, tatar_surnames, tatar_men, tatar_women, tatar_men, tatar_women, tatar_men },
  { 18, FALSE, korean_surnames, russian_men, russian_women, russian_young_men, russian_young_women,
    russian_fathers },
  { 17, FALSE, german_surnames, russian_men, russian_women, russian_young_men, russian_young_women,
    russian_fathers },
};

static const char *
ending (const char *text, gsize bytes)
{
  gsize length = strlen (text);

  return length > bytes ? text + length - bytes : "";
}

/* The surname of a woman: -ов, -ев, -ёв, -ин take -а, -ский becomes -ская; others stay */
static void
put_surname (GString *out, const char *surname, SarapSex sex, gboolean bends)
{
  const char *last = ending (surname, 2 * strlen ("о"));

  g_string_assign (out, surname);
  if (sex == SARAP_SEX_MALE || !bends)
    return;
  if (g_str_has_suffix (surname, "ский"))
    {
      g_string_truncate (out, out->len - strlen ("ий"));
      g_string_append (out, "ая");
    }
  else if (g_str_equal (last, "ов") || g_str_equal (last, "ев") || g_str_equal (last, "ёв") ||
           g_str_equal (last, "ин"))
    g_string_append (out, "а");
}

/* Болат → Болатов-, Абай → Абаев-, Ғани → Ғаниев-, Игорь → Игорев- */
static void
put_stem (GString *out, const char *father)
{
  const char *last = ending (father, strlen ("й"));
  const char *stem = strchr (father, ' ');

  if (stem != NULL)
    {
      g_string_assign (out, stem + 1);
      return;
    }
  g_string_assign (out, father);
  if (strstr ("йь", last) != NULL)
    g_string_truncate (out, out->len - strlen (last));
  g_string_append (out, strstr ("йьаәиіеы", last) != NULL ? "ев" : "ов");
}

static void
put_patronymic (SarapDemo *demo, const Names *names, SarapSex sex, int born, GString *out)
{
  const char *father = sarap_demo_word (demo, names->fathers);
  gboolean man = sex == SARAP_SEX_MALE;
  /* ұлы and қызы came back to papers in the nineties */
  guint custom = born < 1975 ? 12 : born < 1990 ? 40 : 82;

  g_string_truncate (out, 0);
  if (sarap_demo_chance (demo, names->kazakh_custom ? 25 : 8))
    return;
  if (names->kazakh_custom && sarap_demo_chance (demo, custom * 10))
    {
      g_string_assign (out, father);
      g_string_append (out, man ? "ұлы" : "қызы");
      return;
    }
  put_stem (out, father);
  g_string_append (out, man ? "ич" : "на");
}

static const Names *
choose_people (SarapDemo *demo)
{
  guint ticket = sarap_demo_below (demo, 1000);
  guint i = 0;

  while (i < G_N_ELEMENTS (peoples) - 1 && ticket >= peoples[i].weight)
    ticket -= peoples[i++].weight;
  return &peoples[i];
}

static const char *
choose_given_name (SarapDemo *demo, const Names *names, SarapSex sex, int born)
{
  /* no sharp border between the names of two generations */
  gboolean young = born + sarap_demo_between (demo, -6, 6) >= 1987;

  if (sex == SARAP_SEX_MALE)
    return sarap_demo_word (demo, young ? names->young_men : names->men);
  return sarap_demo_word (demo, young ? names->young_women : names->women);
}

/* Twelve digits (app/rules/README.md 10); the serial of a day is spread, so that numbers do not
   look counted
 */
static gboolean
put_iin (char iin[SARAP_DEMO_IIN], SarapDate birth, SarapSex sex, guint serial)
{
  static const int again[] = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2 };
  int year, month, day, sum = 0, second = 0;
  guint spread = (serial * 3571u + (guint) birth * 4409u + 17u) % 10000u;

  sarap_date_split (birth, &year, &month, &day);
  g_snprintf (iin, SARAP_DEMO_IIN, "%02d%02d%02d%d%04u", year % 100, month, day,
              (year < 2000 ? 3 : 5) + (sex == SARAP_SEX_FEMALE), spread);
  for (int i = 0; i < 11; i++)
    {
      sum += (iin[i] - '0') * (i + 1);
      second += (iin[i] - '0') * again[i];
    }
  if (sum % 11 == 10 && second % 11 == 10)
    return FALSE;
  iin[11] = (char) ('0' + (sum % 11 == 10 ? second : sum) % 11);
  iin[12] = '\0';
  return TRUE;
}

/**
 * sarap_demo_name:
 * @demo: a demonstration being made
 * @person: whom to name; their day of birth and sex are known
 *
 * Gives a person a name, in which surname, patronymic and sex agree, and a number that nobody else
 * has.
 */
void
sarap_demo_name (SarapDemo *demo, SarapDemoPerson *person)
{
  const Names *names = choose_people (demo);
  guint16 *serial = sarap_demo_serial (demo, person->birth, person->sex);
  int born;

  sarap_date_split (person->birth, &born, NULL, NULL);
  put_surname (person->surname, sarap_demo_word (demo, names->surnames), person->sex,
               names->surnames != german_surnames && names->surnames != korean_surnames);
  g_string_assign (person->given_name, choose_given_name (demo, names, person->sex, born));
  put_patronymic (demo, names, person->sex, born, person->patronymic);
  while (!put_iin (person->iin, person->birth, person->sex, (*serial)++))
    ;
}
