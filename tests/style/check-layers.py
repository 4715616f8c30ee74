"""The layers hold: nothing reaches past its neighbour (app/README.md)."""
import json
import re

import include_graph
import tap

# Each room and, before it, those it may use; the views may use all of these, but not one another
PLAIN = ["base", "rules", "store", "records", "procedure", "documents", "exchange"]
LAYERS = PLAIN + ["models", "shell", "forms", "administration"]
VIEWS = {path.name for path in (tap.SOURCE / "app").iterdir() if path.is_dir()} - {*LAYERS, "sarapctl"}
SQL = re.compile(r'"[^"\n]*\b(SELECT .* FROM|SELECT [a-z(*]|INSERT INTO|UPDATE \w+ SET|'
                 r"DELETE FROM|CREATE TABLE|PRAGMA |BEGIN IMMEDIATE)")


def may_use(room):
    if room in LAYERS:
        return set(LAYERS[:LAYERS.index(room) + 1]) - ({"exchange"} if room == "models" else set())
    if room == "sarapctl":
        return {*PLAIN, room}
    return {*LAYERS, room}


def room_of(path):
    return tap.name(path).parts[1]


def lines_of(*patterns):
    for path in tap.files(*patterns):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            yield path, f"{tap.name(path)}:{number}: {line.strip()}", line


def tests():
    well, text = tap.run("/usr/bin/meson", "introspect", "--tests", tap.BUILD)
    assert well, text
    return json.loads(text)


@tap.check
def a_test_is_in_the_suite_of_its_folder():
    """So that `meson test --suite ROOM` runs the tests of a room, and all of them."""
    there = tests()
    assert len(there) > 50, "tests are not found any more"
    for test in there:
        folders = set(re.findall(r"(?:^|[ /])tests/([a-z]+)/", " ".join(test["cmd"])))
        suites = {suite.rpartition(":")[2] for suite in test["suite"]}
        if not suites & (folders - {"golden", "support"}):
            yield f"{test['name']}: suites {sorted(suites)}, folders {sorted(folders)}"


@tap.check
def a_room_logs_under_its_own_name():
    """So that G_MESSAGES_DEBUG can name it."""
    for room in sorted({*LAYERS, *VIEWS, "sarapctl"}):
        build = tap.SOURCE / "app" / room / "meson.build"
        domain = room if room == "sarapctl" else "sarap-" + room
        if build.exists() and f'-DG_LOG_DOMAIN="{domain}"' not in build.read_text():
            yield f"{tap.name(build)} does not set the log domain {domain}"


@tap.check
def a_room_includes_only_those_before_it():
    for path, place, line in lines_of("app/*/**/*.[ch]"):
        included = re.match(r'#include "([a-z]+)/', line)
        if included and included[1] in {*LAYERS, *VIEWS} and included[1] not in may_use(room_of(path)):
            yield place


@tap.check
def files_know_one_another_only_within_a_room():
    """Below the windows a room's files may go in circles; the shell and what stands on it may not."""
    for circle in include_graph.circles():
        rooms = {node.split("/")[0] for node in circle}
        if len(rooms) > 1 or not rooms <= set(PLAIN):
            yield "a circle: " + ", ".join(circle)


@tap.check
def no_page_form_or_palette_knows_the_window():
    for path, place, line in lines_of("app/*/**/*.[ch]"):
        included = re.match(r'#include "shell/sarap-window(-private)?\.h"', line)
        if included and not re.match(r"sarap-(window.*|application)\.[ch]$", path.name):
            yield place


@tap.check
def libgda_and_the_engines_stay_in_the_store():
    for path, place, line in lines_of("app/*/**/*.[ch]"):
        if room_of(path) != "store" and re.search(r"#include <(libgda|libpq|sqlite3)|\bGda[A-Z]", line):
            yield place


@tap.check
def sql_stays_in_store_and_records():
    for path, place, line in lines_of("app/*/**/*.[ch]"):
        if room_of(path) not in ("store", "records") and SQL.search(line):
            yield place


@tap.check
def models_have_no_widgets():
    for path, place, line in lines_of("app/models/*.[ch]"):
        if re.search(r"\b(GtkWidget|gtk_widget_|gtk_label_)|adwaita", line):
            yield place


@tap.check
def no_gtk_below_the_models():
    for path, place, line in lines_of("app/*/**/*.[ch]"):
        if room_of(path) in PLAIN + ["sarapctl"] and re.search(r"#include <(gtk|adwaita|gdk)", line):
            yield place


def targets():
    well, text = tap.run("/usr/bin/meson", "introspect", "--targets", tap.BUILD)
    assert well, text
    return {target["name"]: target["filename"][0] for target in json.loads(text)}


def symbols(*command):
    well, text = tap.run("nm", "--format=posix", *command)
    assert well, text
    return {line.split()[0].split("@")[0] for line in text.split("\n") if " " in line}


def library(name):
    well, path = tap.run("gcc", "-print-file-name=" + name)
    assert well and "/" in path, path
    return path.strip()


@tap.check
def rules_link_glib_alone():
    wanted = symbols("--undefined-only", targets()["sarap-rules"])
    for name in ("libgobject-2.0.so", "libgio-2.0.so"):
        for symbol in sorted(wanted & symbols("--dynamic", "--defined-only", library(name))):
            yield f"{symbol} is of {name}"


@tap.check
def sarapctl_links_no_gtk():
    well, text = tap.run("ldd", targets()["sarapctl"])
    if not well:
        return [text]
    return [line.strip() for line in text.split("\n") if re.search(r"lib(gtk-4|adwaita|gdk)", line)]


tap.main()
