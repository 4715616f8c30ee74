"""The form of the source files."""
import re

import tap

LONGEST = 700  # lines: past that, a file is two rooms
TEXTS = ["app/**/*.[ch]", "tests/**/*.[ch]", "tests/**/*.py", "**/meson.build", "ui/**/*.ui",
         "ui/**/*.css", "data/**/*.sql", "app/run", "tests/run", "tests/packages/*",
         "tests/support/*", ".ci/run"]


@tap.check
def c_files_are_formatted():
    return tap.complaints("clang-format", "--dry-run", "-Werror",
                          *tap.files("app/**/*.c", "tests/**/*.c"))


@tap.check
def files_can_be_taken_in_at_once():
    for path in tap.files("app/**/*.[ch]", "tests/**/*.[ch]", "tests/**/*.py"):
        lines = path.read_text().count("\n")
        if lines > LONGEST:
            yield f"{tap.name(path)} has {lines} lines, more than {LONGEST}"


@tap.check
def headers_are_included_once():
    for path in tap.files("app/**/*.h", "tests/**/*.h"):
        if not path.read_text().startswith("#pragma once\n"):
            yield f"{tap.name(path)} does not begin with #pragma once"


@tap.check
def lines_end_cleanly():
    for path in tap.files(*TEXTS):
        text = path.read_text()
        if text and not text.endswith("\n"):
            yield f"{tap.name(path)} does not end with a newline"
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(r"\s$|\t", line):
                yield f"{tap.name(path)}:{number}: a tab, or blanks at the end of the line"


@tap.check
def nothing_is_left_to_do():
    word = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b|\bnot (yet )?implem" r"ented\b")
    for path in tap.files("app/**/*.[ch]", "ui/**/*", "data/**/*", "tests/**/*.[ch]", "tests/**/*.py"):
        if path.suffix in (".png", ".gz"):
            continue
        for number, line in enumerate(path.read_text().split("\n"), 1):
            if word.search(line):
                yield f"{tap.name(path)}:{number}: {line.strip()}"


@tap.check
def the_windows_print_nothing():
    allowed = {"sarap-application.c"}  # --version
    for path in tap.files("app/*/*.c"):
        if path.parent.name == "sarapctl":
            continue
        for number, line in enumerate(path.read_text().split("\n"), 1):
            if re.search(r"\b(g_print|printf|puts) \(", line) and path.name not in allowed:
                yield f"{tap.name(path)}:{number}: {line.strip()}"


@tap.check
def tests_do_not_wait_by_the_clock():
    for path in tap.files("tests/**/*.c"):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            if re.search(r"^[^/]*\b(g_usleep|usleep|sleep) \(", line):
                yield f"{tap.name(path)}:{number}: {line.strip()}"


@tap.check
def tests_have_their_day():
    """Only that of sarapctl asks which day it is, to see that sarapctl takes the same."""
    for path in tap.files("tests/**/*.[ch]", "tests/**/*.py"):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            asks = re.search(r"\bg_date_time_new_now|\bdate\.today|\bdatetime\.now", line)
            if asks and path.name != "test-sarapctl.py":
                yield f"{tap.name(path)}:{number}: {line.strip()}"


@tap.check
def scripts_are_clean():
    scripts = [path for path in tap.files("app/run", "tests/**/*", ".ci/run")
               if path.suffix in ("", ".sh") and path.read_bytes()[:2] == b"#!"
               and b"sh" in path.read_bytes().split(b"\n")[0]]
    return tap.complaints("shellcheck", *scripts)


@tap.check
def what_a_widget_knows_is_its_property():
    """Only what is hung on an object of another's has no property: two such are known."""
    found = [f"{tap.name(path)}:{number}" for path in tap.files("app/**/*.c")
             for number, line in enumerate(path.read_text().split("\n"), 1)
             if re.search(r"\bg_object_set_data(_full)? \(", line)]
    if len(found) > 2:
        yield f"g_object_set_data is in {len(found)} places: {' '.join(found)}"


@tap.check
def top_level_is_as_agreed():
    allowed = set("app ui data po tests meson.build README.md LICENSE .ci .clang-format "
                  ".editorconfig .gitignore .git".split())
    for path in tap.SOURCE.iterdir():
        if path.name not in allowed and not path.name.startswith("build") and path.name != ".cache":
            yield f"{path.name} does not belong at the top"


tap.main()
