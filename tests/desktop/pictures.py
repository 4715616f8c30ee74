#!/usr/bin/python3
"""pictures.py [OPTION…] FOLDER: pictures of the real program, for people.

On a virtual display: Today, the officers, an officer's file, the explanation of their date and the
dry run of an import, in Kazakh and Russian, light and dark. Without DATABASE it makes a
demonstration service and lives on a fixed day, so that README's pictures can be made again:
pictures.py --readme data/pictures"""
import argparse
import csv
import itertools
import pathlib
import re
import subprocess
import sys
import tempfile

from gi.repository import GLib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(SOURCE / "tests/support"))

import desk  # noqa: E402: its neighbours are found only now
from program import LOCALES, activate  # noqa: E402

DAY = "2026-11-23"
README = re.compile(r"\(data/pictures/([a-z-]+)\.png\)")


def sarapctl(build, database, *words):
    subprocess.run([build / "app/sarapctl/sarapctl", "--db", database, *words], check=True,
                   stdout=subprocess.DEVNULL)


def change_some(path, column, words):
    """Changes a column of the first rows of a file that have one."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, word in zip((row for row in rows if row[column]), words):
        row[column] = word
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def make_import_folder(build, database, folder):
    """What is in the database, and some changes to it."""
    sarapctl(build, database, "export", folder)
    change_some(folder / "officers.csv", "surname", ("Ахметова", "Смағұлов", "Ким"))
    change_some(folder / "service.csv", "order_no", ("17-ж/қ", "18-ж/қ"))
    change_some(folder / "education.csv", "speciality", ("Кеден ісі", "Құқықтану"))


def fill_screen(session):
    """Maximizes the window, by a double click on its header bar."""
    window = session.tree(deep=False).children[0]
    _, left, top, width, _ = session.window_place(window)
    session.x("xdotool", "mousemove", str(left + width // 2), str(top + 30), "click", "--repeat",
              "2", "--delay", "60", "1")
    session.wait_for(lambda: session.window_place(window)[3:] == session.size, 10,
                     "the window to fill the screen")


def show_today(session, _folder):
    activate(session, "open-path", "today")
    session.find("list item", timeout=60, shown=True)


def show_officers(session, _folder):
    activate(session, "open-path", "officers")
    wait_for_rows(session)


def wait_for_rows(session):
    """The first officer of the list."""
    table = session.find("tree table", timeout=60, shown=True)
    return session.wait_for(lambda: session.tree(table).children[1].children, 60, "officers")[0]


def wait_for_file(session):
    """The first chip with a paragraph: "§5", "5-т.", "п. 5"."""
    session.find("label", re.compile(r"^(§\d+|\d+-т\.|п\. ?\d+)$"), timeout=60, shown=True)


def show_officer(session, folder):
    """The file of whoever Today names first."""
    show_today(session, folder)
    session.mouse(session.find("list item", shown=True, within=session.find("list", shown=True)))
    wait_for_file(session)


def show_explanation(session, _folder):
    """The file of somebody deferred: more has moved their date."""
    activate(session, "open-path", "officers?status=deferred")
    session.mouse(wait_for_rows(session).children[0])
    session.key("Return")
    wait_for_file(session)


def show_import(session, folder):
    activate(session, "import")
    session.wait_for(lambda: len(session.tree(deep=False).children) > 1, what="the file chooser")
    session.key("slash")
    entry = session.find("text", re.compile("^GtkFileChooserEntry$"), shown=True)
    session.type_text(entry, str(folder), keys=False)
    session.key("Return")
    session.gone("text", re.compile("^GtkFileChooserEntry$"))


SHOWN = {"today": show_today, "officers": show_officers, "officer": show_officer,
         "explanation": show_explanation, "import": show_import}


def take(session, name, path, folder):
    """One picture; whether it could be taken."""
    try:
        SHOWN[name](session, folder)
        picture = session.screenshot(str(path), calm=True)
    except (desk.Timeout, GLib.Error, StopIteration) as error:
        print(f"No picture of {path.stem}: {error}", file=sys.stderr)
        return False
    picture.save(path, optimize=True)
    return True


def take_all(command, folder, imported, env, wanted):
    """How many pictures could not be taken."""
    missing = 0
    for language, dark in itertools.product(LOCALES, (False, True)):
        style = f"{language}-{'dark' if dark else 'light'}"
        if not any(wanted(f"{name}-{style}") for name in SHOWN):
            continue
        with desk.Session(command, locale=LOCALES[language], dark=dark, env=env) as session:
            fill_screen(session)
            for name in SHOWN:
                path = folder / f"{name}-{style}.png"
                missing += wanted(path.stem) and not take(session, name, path, imported)
    return missing


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=SOURCE / "build")
    parser.add_argument("--db")
    parser.add_argument("--light", action="store_true", help="not in the dark style too")
    parser.add_argument("--readme", action="store_true", help="only those that README shows")
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    shown = README.findall((SOURCE / "README.md").read_text())

    def wanted(name):
        return (name in shown if arguments.readme else
                name.endswith("-light") or not arguments.light)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sarap-pictures-") as own:
        database = arguments.db or f"sqlite:{own}/sarap.sqlite"
        if not arguments.db:
            sarapctl(arguments.build, database, "init")
            sarapctl(arguments.build, database, "demo", "--on", DAY)
        imported = pathlib.Path(own, "staff")
        make_import_folder(arguments.build, database, imported)
        env = {} if arguments.db else {"SARAP_TODAY": DAY}
        missing = take_all([str(arguments.build / "app/sarap"), database], arguments.folder,
                           imported, env, wanted)
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
