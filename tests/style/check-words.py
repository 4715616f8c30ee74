"""The words of the translations: dates and days that include the last one, one word for one thing,
the name of the program, and a letter for every button and menu item."""
import gettext
import io
import itertools
import re
import subprocess
import xml.etree.ElementTree

import tap

# What must not be said, and what is said instead
FORBIDDEN = {
    "kk": {
        r"бәрібір|бірдеңе|\bбіреу(?! ғана\b)|өшіріп қой": "official words: соған қарамастан, қате, "
                                                          "басқа пайдаланушы, өшірген",
        r"Менің нұсқам|Менікін|Басқанікі?н|Басқаның нұсқасы": "Енгізілген, Дерекқордағы",
        r"есептік жазба": "тіркелгі",
        r"пәрмен": "команда",
        r"опция": "параметр",
        r"дайджест": "бақылау қосындысы",
        r"[Ққ]ызмет жазба": "қызметі туралы жазба",
        r"(?<![Кк]еден )(?<!таможенный )(?<!таможенного )(?<!мемлекеттік )(?<![Оо]рталық )"
        r"(?<![Аа]умақтық )\b[Оо]рган":
            "кеден органы",
        r"[Бб]ала күтіміне": "нәрестені күтуге",
        r"[Бб]іліктілігін арттыру": "біліктілігін көтеру",
        r"[Уу]ақыт сызығы": "қызмет өткеру шкаласы",
        r"күні?н[іе]?ң? қайдан шы|күн шыққан|неден шыққан": "қалай айқындалғаны",
        r"(?<!жай-)(?<!Жай-)\b[Кк]үйі\b(?! мен соңғы)(?!не сәйкес)": "жай-күйі",
        r"[Мм]ерзімі (өткен|өтіп|алда)": "кешіктірілген; мерзімі басталмаған",
        r"мерзім[а-яәіңғүұқөһ]* [а-яәіңғүұқөһ ]*өтел": "аттестация өткізілген болып есептеледі",
        r"Өтуі тиіс мерзім": "мерзім басталатын күн",
        r"[Ққ]атардағы лауазымды": "өзге лауазым (басшы емес)",
        r"өз органы": "лауазымды адам қызмет ететін кеден органы",
        r"[Лл]ауазымды адамды( тізімнен)? өшір": "карточканы өшіру",
        r"[Ққ]ызметкерлеріңіз": "жеке құрам туралы деректер",
        r"\bне (бірнеше|бөлімше|көрсету|жасыру|қалта|жазу|жасау|сөз|ол|оның|болмаса|тарылту)":
            "немесе",
        r"қызметін тоқтату керек|тоқтату шараларын": "шешімді басшы қабылдайды (43-тармақ)",
    },
    "ru": {
        r"[Оо]тклон(ено руководителем|ил решение)": "не утверждено; не утвердил",
        r"[Сс]остояни[ея](?! записи)": "статус",
        r"[Уу]твержден\w+ или отмен": "результат утверждения",
        r"\bправ(ка|ке|ку|ки|ите|ят|ит|ить)\b": "редактирование, изменение",
        r"[Вв]ременн\w+ шкал": "шкала прохождения службы",
        r"согласованн\w+ копи": "целостная копия",
        r"\b[Нн]апечатать": "показать",
        r"[Ии]нструкци\w+ о ": "Инструкция по проведению аттестации",
        r"[Пп]рограмма (говорит|скажет|знает)": "программа сообщает, показывает",
        r"аттестация опаздывает": "аттестация просрочена",
        r"ваших людей|этих людей|самого человека": "должностные лица",
        r"\bИз-за отказа руководителя|закрыва(ет|ют) (все|никакого) срок": "аттестация считается "
                                                                          "проведённой",
        r"[Нн]е на службе": "не состоит на службе",
        r"\bФИО\b": "Ф.И.О.",
        r"[Рр]уководител[ья] таможенного органа (по|в) ": "начальник таможенного органа",
    },
}
# A day in a translation, and the words that need it in a case
DAY = r"(%(?:\d\$)?s|\d\d\.\d\d\.\d{4})"
POSTPOSITION = r" (бастап|дейін|кейін|бұрын|бері|соң|кешіктір)"
# Up to a day: told with that day included
UP_TO = re.compile(r"күніне дейін(?!гі үзіліс)(?! \((осы күнді )?қоса алғанда\))")
# A letter with a suffix glued to a figure changes with the figure
GLUED = re.compile(DAY + r"-?(дан|ден|тан|тен|нан|нен|ға|ге|қа|ке|да|де|та|те)\b")
# Letters of the row of digits in the Kazakh layout, where Alt has other work
UNREACHED = "әіңғүұқөһ"
# Windows whose parts have files of their own
TOGETHER = [("sarap-officers-page.ui", "sarap-filter-bar.ui"),
            ("sarap-import-window.ui", "sarap-progress-panel.ui"),
            ("sarap-record-conflict.ui", "sarap-record-conflict.c")]
MNEMONIC = re.compile(r"^[^_%]*_[^_%]+$")
MARKED = re.compile(r'\b_ \("((?:[^"\\]|\\.)*)"\)')


def catalogue(language):
    mo = subprocess.run(["msgfmt", "--output-file=-", tap.SOURCE / f"po/{language}.po"],
                        check=True, stdout=subprocess.PIPE).stdout
    return gettext.GNUTranslations(io.BytesIO(mo))


def translations(language):
    """Each text in English, and one in a language."""
    for key, text in catalogue(language)._catalog.items():
        if key:
            yield key[0] if isinstance(key, tuple) else key, text


def pages(language):
    """Each paragraph of the help and of the manual pages, on one line, and where it stands."""
    for path in tap.files(f"data/help/{language}/*.md"):
        for text in re.split(r"\n\n|\n(?=- |\d+\. )", path.read_text()):
            yield tap.name(path), " ".join(text.split())
    for path in tap.files(f"data/man/*.{language}.1"):
        for line in path.read_text().split("\n.PP\n"):
            yield tap.name(path), " ".join(line.split())


def texts(language):
    yield from ((f"po/{language}.po: “{english}”", text)
                for english, text in translations(language))
    yield from pages(language)
    place = {"kk": 0, "ru": 1}[language]
    for line in (tap.SOURCE / "data/holidays").read_text().split("\n"):
        if "|" in line and not line.startswith("#"):
            yield "data/holidays", line.split("|")[place]


def letter(label):
    return label[label.index("_") + 1].lower()


def menus_and_widgets(path):
    """Labels with a letter that are seen together: the items of a menu, and what is in a template
    but on different pages of one stack."""
    root = xml.etree.ElementTree.parse(path).getroot()
    widgets = []

    def look(node, menu, turned):
        if node.tag in ("menu", "submenu"):
            menu = []
            yield menu
        if node.tag in ("property", "attribute", "response") and node.get("translatable") == "yes":
            if MNEMONIC.match(node.text or ""):
                (widgets if menu is None else menu).append((node.text, turned))
        for number, child in enumerate(node):
            page = child.tag == "child" and node.get("class") in ("GtkStack", "AdwViewStack")
            yield from look(child, menu, {**turned, node: number} if page else turned)

    yield from look(root, None, {})
    yield widgets


def functions(path):
    """Labels with a letter of each function of a source file."""
    for body in re.split(r"^}", path.read_text(), flags=re.MULTILINE):
        yield [(text, {}) for text in MARKED.findall(body) if MNEMONIC.match(text)]


def groups():
    """What is seen together: where, and the labels with the pages of stacks they are on."""
    whole = {}
    for path in tap.files("ui/**/*.ui", "app/**/*.c"):
        found = list(menus_and_widgets(path) if path.suffix == ".ui" else functions(path))
        yield from ((path.name, group) for group in found)
        whole[path.name] = found[-1] if path.suffix == ".ui" else sum(found, [])
    for names in TOGETHER:
        yield " and ".join(names), sum((whole[name] for name in names), [])


def exclusive(one, other):
    return any(one[stack] != page for stack, page in other.items() if stack in one)


@tap.check
def dates_in_kazakh_stand_in_a_case():
    for where, text in texts("kk"):
        for match in itertools.chain(re.finditer(DAY + POSTPOSITION, text), GLUED.finditer(text)):
            yield f"{where}: “{match[0]}”: күнінен, күніне"


@tap.check
def last_days_in_kazakh_are_included():
    for where, text in texts("kk"):
        for match in UP_TO.finditer(text):
            yield f"{where}: “{text[max(match.start() - 20, 0):match.end() + 12]}”"


@tap.check
def one_thing_has_one_word():
    for language, forbidden in FORBIDDEN.items():
        for where, text in texts(language):
            for pattern, word in forbidden.items():
                for match in re.finditer(pattern, text):
                    yield f"{where}: “{match[0]}”, but: {word}"


@tap.check
def the_program_is_called_сарап():
    for language in FORBIDDEN:
        for where, text in texts(language):
            if re.search(r"\bSarap\b", re.sub(r"^\.TH .*?(?= \.SH)", "", text)):
                yield f"{where}: Sarap in “{text[:80]}”"


@tap.check
def every_button_and_menu_item_has_a_letter():
    for language in FORBIDDEN:
        for english, text in translations(language):
            if bool(MNEMONIC.match(english)) != bool(MNEMONIC.match(text)):
                yield f"{language}: “{english}” is “{text}”"
            elif MNEMONIC.match(english) and letter(text) in UNREACHED:
                yield f"{language}: the letter of “{text}” is on the row of digits"


@tap.check
def no_two_seen_together_share_a_letter():
    says = {language: dict(translations(language)) for language in FORBIDDEN}
    for where, group in groups():
        for language in ("en", *FORBIDDEN):
            said = [(says.get(language, {}).get(text, text), text, turned) for text, turned in group]
            for one, other in itertools.combinations(said, 2):
                if (one[1] != other[1] and letter(one[0]) == letter(other[0])
                        and not exclusive(one[2], other[2])):
                    yield f"{where}, {language}: “{one[0]}” and “{other[0]}”"


@tap.check
def every_label_with_a_letter_is_seen_somewhere():
    there = {text for _, group in groups() for text, _ in group}
    for english, _ in translations("ru"):
        if MNEMONIC.match(english) and english not in there:
            yield f"“{english}” is in no window"


tap.main()
