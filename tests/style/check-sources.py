"""The form of the source files."""
import re

import tap

LONGEST = 700  # lines: past that, a file is two rooms
MOST_MADE = 14  # constructors of widgets in 10,000 lines of C of the rooms with windows
ROOMS_WITH_WINDOWS = ["shell", "forms", "models", "officers", "administration"]
TEXTS = ["app/**/*.[ch]", "tests/**/*.[ch]", "tests/**/*.py", "**/meson.build", "ui/**/*.ui",
         "ui/**/*.css", "data/**/*.sql", "app/run", "tests/run", "tests/packages/*",
         "tests/support/*", ".ci/run"]


@tap.check
def c_files_are_formatted():
    return tap.complaints("clang-format", "--dry-run", "-Werror",
                          *tap.files("app/**/*.c", "tests/**/*.c"))


@tap.check
def headers_keep_to_the_width():
    """clang-format 14 is not asked: it can align the names of prototypes, but not their parameter
    lists, so it would undo the aligned prototypes of each header."""
    for path in tap.files("app/**/*.h"):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            if len(line) > 100:
                yield f"{tap.name(path)}:{number} has {len(line)} columns, more than 100"


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


def constructors_of_widgets():
    """What makes a widget in C, such as gtk_label_new or g_object_new (GTK_TYPE_LABEL, of all classes
    that GObject Introspection knows as widgets."""
    import gi
    gi.require_version("Gtk", "4.0")
    gi.require_version("Adw", "1")
    from gi.repository import Adw, Gtk
    names = set()
    for module in (Gtk, Adw):
        for name in dir(module):
            widget = getattr(module, name)
            if isinstance(widget, type) and issubclass(widget, Gtk.Widget):
                names |= {method.get_symbol() for method in vars(widget).values()
                          if hasattr(method, "is_constructor") and method.is_constructor()}
                words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
                names.add(f"{module.__name__.split('.')[-1]}_TYPE_{words}".upper())
    return names


@tap.check
def widgets_come_from_templates():
    """What is drawn, and what a template would make more obscure, is made in C: how much is held."""
    constructors = constructors_of_widgets()
    made, lines = [], 0
    for path in tap.files(*[f"app/{room}/*.c" for room in ROOMS_WITH_WINDOWS]):
        text = path.read_text()
        lines += text.count("\n")
        called = re.findall(r"\b(?:(?:gtk|adw)_\w+(?= \()|(?<=g_object_new \()(?:GTK|ADW)_TYPE_\w+)",
                            text)
        made += [(path.name, name) for name in called if name in constructors]
    per_10000 = len(made) * 10000 / lines
    if per_10000 > MOST_MADE:
        files = sorted({name for name, _ in made}, key=lambda name: -[f for f, _ in made].count(name))
        counted = ", ".join(f"{name} {[f for f, _ in made].count(name)}" for name in files)
        yield (f"{per_10000:.1f} widgets are made by hand in 10,000 lines, more than {MOST_MADE}: "
               f"{counted}")


@tap.check
def handlers_of_templates_are_bound():
    """GTK finds out only when the first such widget is made."""
    for path in tap.files("ui/**/*.ui"):
        code = "".join(part.read_text() for part in tap.files(
            f"app/{path.parent.name}/{path.stem}.c", f"app/{path.parent.name}/{path.stem}-*.c"))
        for handler in sorted(set(re.findall(r'handler="(\w+)"', path.read_text()))):
            if not re.search(rf"bind_template_callback \(\w+,\s*{handler}\)", code):
                yield f"{tap.name(path)}: {handler} is not bound"


@tap.check
def top_level_is_as_agreed():
    allowed = set("app ui data po tests meson.build README.md LICENSE .ci .clang-format "
                  ".editorconfig .gitignore .git".split())
    for path in tap.SOURCE.iterdir():
        if path.name not in allowed and not path.name.startswith("build") and path.name != ".cache":
            yield f"{path.name} does not belong at the top"


tap.main()
