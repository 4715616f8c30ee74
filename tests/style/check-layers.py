"""The layers hold: nothing reaches past its neighbour (app/README.md)."""
import json
import re

import tap

# Each layer and those it may use; the views may use all of them, but not one another
LAYERS = ["rules", "store", "records", "procedure", "documents", "exchange"]
VIEWS = ["schedule", "officers", "sitting", "approvals", "commissions", "reports"]
SQL = re.compile(r'"[^"\n]*\b(SELECT .* FROM|SELECT [a-z(*]|INSERT INTO|UPDATE \w+ SET|'
                 r"DELETE FROM|CREATE TABLE|PRAGMA |BEGIN IMMEDIATE)")


def may_use(room):
    if room in LAYERS:
        return set(LAYERS[:LAYERS.index(room) + 1])
    if room in VIEWS:
        return set(LAYERS) | {"shell", room}
    return set(LAYERS) | {room}


def room_of(path):
    return tap.name(path).parts[1]


def lines_of(*patterns):
    for path in tap.files(*patterns):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            yield path, f"{tap.name(path)}:{number}: {line.strip()}", line


@tap.check
def a_layer_includes_only_those_below():
    rooms = {path.name for path in (tap.SOURCE / "app").iterdir() if path.is_dir()}
    for path, place, line in lines_of("app/*/**/*.[ch]"):
        included = re.match(r'#include "([a-z]+)/', line)
        if included and included[1] in rooms and included[1] not in may_use(room_of(path)):
            if room_of(path) != "shell" or included[1] not in VIEWS:
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
def no_widgets_below_the_views():
    for path, place, line in lines_of("app/*/**/*.[ch]"):
        if room_of(path) in LAYERS + ["sarapctl"] and re.search(r"#include <(gtk|adwaita|gdk)", line):
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
