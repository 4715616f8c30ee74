"""Documents stand in the repository, and say what is there: what the code cites, and what the
documents of the rooms name."""
import pathlib
import re
import tempfile

import tap

# Names of documents, and the numbers of sections after them; pages of the help link one another and
# have a check of their own
CITED = re.compile(r"(?<![\w./%-])((?:[\w.-]+/)*[\w-]+\.md)\b(?!\.)((?: \d+(?:(?:, | to | and )\d+)*)?)")
CITING = ["app/**/*", "tests/**/*", "data/**/*", "ui/**/*", "po/meson.build", "po/POTFILES",
          "meson.build", "README.md", ".ci/*"]
# What is written where a folder or a name of the reader's own comes
OWN = re.compile(r"[A-Z]{2,}|…|\*|NAME")


def text_of(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:  # a picture, a font
        return ""


def documents():
    return [path for path in tap.files("app/**/README.md") if path.parts[-2] != "build"]


def citations():
    """Each place that names a document, the document if it is there, and the sections."""
    for path in tap.files(*CITING):
        if tap.name(path).parts[:2] == ("data", "help"):
            continue
        for number, line in enumerate(text_of(path).split("\n"), 1):
            for cited in CITED.finditer(line):
                found = [folder / cited[1]
                         for folder in (path.parent, tap.SOURCE, tap.SOURCE / "data/help/en")
                         if (folder / cited[1]).is_file()]
                yield (f"{tap.name(path)}:{number}: {cited[0]}", found[0] if found else None,
                       re.findall(r"\d+", cited[2]))


def words_of(document):
    """What stands between backticks in a line, with its place."""
    for number, line in enumerate(text_of(document).split("\n"), 1):
        for word in re.findall(r"`([^`]+)`", line):
            yield f"{tap.name(document)}:{number}: {word}", word


@tap.check
def what_is_cited_is_in_the_repository():
    """A reader has the repository and nothing else: cite a paragraph of the Instruction, or a
    section of app/rules/README.md or app/exchange/README.md."""
    places = list(citations())
    assert len(places) > 20, "citations are not found any more"
    for place, document, sections in places:
        if document is None:
            yield f"{place} is no document of the repository"
            continue
        for section in sections:
            if not re.search(rf"^## {section} ", text_of(document), re.MULTILINE):
                yield f"{place}: {tap.name(document)} has no section {section}"


@tap.check
def sources_name_files_that_are_there():
    """In comments; what is included the compiler looks for."""
    named = re.compile(r"(?<![\w./-])((?:[a-z]+/)*sarap-[a-z-]+\.(?:[ch]|ui|sql))\b")
    there = {path.name for path in tap.files("app/**/*", "tests/**/*", "ui/**/*", "data/**/*")}
    # what meson makes
    for path in [tap.SOURCE / "meson.build", *tap.files("app/**/meson.build")]:
        there |= set(re.findall(r"output: '([^']+)'", text_of(path)))
    for path in tap.files("app/**/*.[ch]", "tests/**/*.[ch]", "data/**/*.sql"):
        for number, line in enumerate(text_of(path).split("\n"), 1):
            for name in named.findall("" if line.startswith("#include") else line):
                if "/" not in name:
                    found = name in there
                else:
                    found = any((tap.SOURCE / folder / name).exists() for folder in ("", "app", "tests"))
                if not found:
                    yield f"{tap.name(path)}:{number}: {name}"


@tap.check
def rooms_name_files_that_are_there():
    for document in documents():
        for place, word in words_of(document):
            if re.match(r"(app|data|po|tests|ui|\.ci)/\S+$", word) and not OWN.search(word) and \
                    not (tap.SOURCE / word).exists():
                yield place


@tap.check
def rooms_name_tests_that_are_there():
    programs = "".join(map(text_of, tap.files("tests/**/*.c")))
    for document in documents():
        for place, word in words_of(document):
            if re.match(r"(/[a-z0-9-]+)+$", word) and \
                    not re.search(f'"/?{re.escape(word[1:])}"', programs):
                yield place


@tap.check
def rooms_name_functions_that_are_there():
    sources = "".join(map(text_of, tap.files("app/**/*.[ch]", "tests/**/*.[ch]")))
    for document in documents():
        for place, word in words_of(document):
            name = re.match(r"(sarap_\w+|Sarap[A-Z]\w+|SARAP_\w+)( \(\))?$", word)
            if name and not re.search(rf"\b{name[1]}\b", sources):
                yield place


@tap.check
def every_room_is_described():
    text = text_of(tap.SOURCE / "app/README.md")
    for path in sorted((tap.SOURCE / "app").iterdir()):
        if path.is_dir() and f"**{path.name}**" not in text:
            yield f"app/README.md does not describe {path.name}"


@tap.check
def files_of_a_folder_have_the_columns_that_are_described():
    text = text_of(tap.SOURCE / "app/exchange/README.md")
    described = {row[0]: re.sub(r"\*", "", row[1]).split(", ")
                 for row in re.findall(r"^\| `(\w+\.csv)` \| (.*) \|$", text, re.MULTILINE)}
    # … and may be without, where nothing stands in them
    may = {name: columns.split(", ") for name, columns in
           re.findall(r"`(\w+\.csv)` may have \w+ more columns?: (\w+_ru(?:, \w+_ru)*)",
                      " ".join(text.split()))}
    assert "officers.csv" in may and "service.csv" in may, "optional columns are not described"
    sarapctl = tap.BUILD / "app/sarapctl/sarapctl"
    with tempfile.TemporaryDirectory() as folder:
        database, home = "sqlite:" + folder + "/d.sqlite", {"HOME": folder, "PATH": "/usr/bin:/bin"}
        first, out = pathlib.Path(folder, "first"), pathlib.Path(folder, "out")

        def do(*words):
            well, said = tap.run(sarapctl, "--db", database, *words, env=home)
            assert well, said

        do("demo", "--officers", "40")
        do("export", first)
        # what a demonstration has none of goes in by the columns that are described, and comes out
        (first / "holidays.csv").write_text(",".join(described["holidays.csv"]) + "\n2026-05-08,workday,,\n")
        do("import", first)
        do("export", out)
        written = {path.name: path.read_text(encoding="utf-8").splitlines()[0].split(",")
                   for path in out.iterdir()}
    for name in sorted({*described, *written}):
        always = [column for column in written.get(name, []) if column not in may.get(name, [])]
        if described.get(name) != always:
            yield f"{name}: described {described.get(name)}, written {written.get(name)}"


@tap.check
def every_code_is_described():
    codes = re.findall(r'^  \{ "([a-z-]+)", ', text_of(tap.SOURCE / "app/rules/sarap-codes.c"),
                       re.MULTILINE)
    assert len(codes) > 40, "codes are not found any more"
    text = "".join(map(text_of, documents()))
    for code in codes:
        if f"`{code}`" not in text:
            yield f"`{code}` of app/rules/sarap-codes.c is described in no README.md"


tap.main()
