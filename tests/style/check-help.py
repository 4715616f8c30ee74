"""The help says the same in every language, and names things as the windows do."""
import collections
import gettext
import io
import pathlib
import re
import subprocess

import tap

HELP = tap.SOURCE / "data/help"
LANGUAGES = ("en", "kk", "ru")
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
ITEM = re.compile(r"^ *(?:-|\d+\.) ", re.MULTILINE)
NAME = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)  # of something on the screen
CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)]*)\)")


def topics():
    source = (tap.SOURCE / "app/shell/sarap-help-page.c").read_text()
    table = re.search(r"sarap_help_topics\[\] = \{(.*?)\}", source, re.DOTALL)[1]
    return re.findall(r'"([a-z-]+)"', table)


def pages():
    """Topic, and the text of its page in each language."""
    for topic in topics():
        yield topic, {language: (HELP / language / f"{topic}.md").read_text()
                      for language in LANGUAGES}


def catalogue(language):
    mo = subprocess.run(["msgfmt", "--output-file=-", tap.SOURCE / f"po/{language}.po"],
                        check=True, stdout=subprocess.PIPE).stdout
    return gettext.GNUTranslations(io.BytesIO(mo))


def names():
    """What things are called on the screen: the name in English, then those in another language."""
    catalogues = {language: catalogue(language) for language in LANGUAGES[1:]}
    called = {language: collections.defaultdict(set) for language in catalogues}
    for language, known in catalogues.items():
        for key in filter(None, known._catalog):
            text = key[0] if isinstance(key, tuple) else key.split("\x04")[-1]
            called[language][plain(text)].add(plain(known.gettext(text)))
    return called


def plain(text):
    """As it is read on the screen, on one line."""
    return " ".join(text.replace("_", "").split())


def counted(pattern, text):
    return collections.Counter(plain(match) for match in pattern.findall(text))


def differences(what, topic, counts):
    """Where a language does not have as many of something as English."""
    for language in LANGUAGES[1:]:
        for one in sorted(set(counts["en"] - counts[language]) | set(counts[language] - counts["en"])):
            yield f"{language}/{topic}.md: {what} {one}: not as often as in English"


@tap.check
def every_file_of_a_folder_is_named():
    """On the page about import, and where the manual tells of it."""
    files = set()
    for source in (tap.SOURCE / "app/records").glob("sarap-record-types*.c"):
        files |= set(re.findall(r'"([a-z]+\.csv)"', source.read_text()))
    assert len(files) >= 10, "files are not found any more"
    places = [HELP / language / "import.md" for language in LANGUAGES]
    places += (tap.SOURCE / "data/man").glob("sarapctl*.1")
    for path in places:
        for file in sorted(files):
            if file not in path.read_text():
                yield f"{tap.name(path)} does not name {file}"


@tap.check
def every_question_is_explained():
    """What may be asked before a record is saved, by the name that a dry run counts it under."""
    source = (tap.SOURCE / "app/rules/sarap-plausible.c").read_text()
    table = re.search(r"sarap_warning_kinds\[\] = \{(.*?)\n\};", source, re.DOTALL)[1]
    kinds = re.findall(r'N_ \("([^"]+)"\)', table)
    assert len(kinds) >= 20, "kinds are not found any more"
    page = HELP / "en" / "questions.md"
    text = plain(page.read_text())
    for kind in kinds:
        if f"**{kind}**" not in text:
            yield f"{tap.name(page)} does not explain: {kind}"


@tap.check
def every_language_has_the_same_pages():
    wanted = {f"{topic}.md" for topic in topics()}
    listed = (HELP / "sarap-help.gresource.xml").read_text()
    for language in LANGUAGES:
        there = {path.name for path in (HELP / language).iterdir()}
        for name in sorted(wanted ^ there):
            yield f"{language}/{name} is either missing or in no list of topics"
        for name in sorted(wanted):
            if f"<file>{language}/{name}</file>" not in listed:
                yield f"{language}/{name} is not in the program"


@tap.check
def pages_are_built_alike():
    for topic, texts in pages():
        for language, text in texts.items():
            if HEADING.findall(text) != HEADING.findall(texts["en"]):
                yield f"{language}/{topic}.md has not the same headings as English"
            if not text.startswith("# ") or HEADING.findall(text).count("#") != 1:
                yield f"{language}/{topic}.md does not begin with the one heading of the page"
            if len(ITEM.findall(text)) != len(ITEM.findall(texts["en"])):
                yield f"{language}/{topic}.md has not as many list items as English"


@tap.check
def links_lead_to_pages():
    for topic, texts in pages():
        for language, text in texts.items():
            for link in LINK.findall(text):
                if pathlib.Path(link).suffix != ".md" or pathlib.Path(link).stem not in topics():
                    yield f"{language}/{topic}.md points to {link}, which is no page"
        yield from differences("the link to", topic, {language: counted(LINK, text)
                                                      for language, text in texts.items()})


@tap.check
def things_are_called_as_on_the_screen():
    called = names()
    for topic, texts in pages():
        for name in counted(NAME, texts["en"]):
            if name not in called["kk"]:
                yield f"en/{topic}.md: nothing on the screen is called “{name}”"
        for language in LANGUAGES[1:]:
            there = counted(NAME, texts[language])
            for name in counted(NAME, texts["en"]).elements():
                word = next((word for word in called[language][name] if there[word] > 0), None)
                if word is None:
                    yield f"{language}/{topic}.md does not call “{name}” {called[language][name]}"
                there[word] -= 1
            for word in there:
                if word is not None and there[word] > 0:
                    yield f"{language}/{topic}.md: nothing in English is called “{word}”"


@tap.check
def keys_and_commands_are_the_same():
    for topic, texts in pages():
        yield from differences("the keys or command", topic,
                               {language: counted(CODE, text) for language, text in texts.items()})


@tap.check
def nothing_is_used_that_the_window_does_not_show():
    shown = re.compile(r"!\[|^\||<[a-z/]|^>|^(---|\*\*\*)$|^=+$|^#{4}", re.MULTILINE)
    for topic, texts in pages():
        for language, text in texts.items():
            for match in shown.finditer(text):
                yield f"{language}/{topic}.md: “{match[0]}”"


tap.main()
