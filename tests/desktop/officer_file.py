"""An officer's file in the window, as the checks of it find it."""
import csv
import os
import re
import shutil
import sqlite3
import tempfile

from program import sarapctl, say, start

OFFICERS = 120
RESTORES = 2  # what sarap_mode () answers then: sarap-sqlite.h


def written(date):
    """A date of the data as people write it."""
    return ".".join(reversed(date.split("-")))


class File:
    """A demonstration service, somebody in it who is due, and the window with their file."""

    def __init__(self, size=(1366, 768), debug=None):
        self.size = size
        self.debug = debug

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="sarap-file-")
        self.path = os.path.join(self.folder, "demo.sqlite")
        self.database = "sqlite:" + self.path
        sarapctl("demo", "--db", self.database, "--officers", OFFICERS)
        self.officer = self.somebody()
        self.window = start(self.database, size=self.size, debug=self.debug)
        self.window.wait_for(lambda: self.window.all("list", say("Pages")), 30, "the side bar")
        self.open()
        return self

    def __exit__(self, *exception):
        self.window.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask(self, sql, *values):
        with sqlite3.connect(self.path) as db:
            # as where a backup is restored: what changes here says no line of the audit chain
            db.create_function("sarap_mode", 0, lambda: RESTORES)
            for name in ("actor", "chain", "detail", "digest", "gather", "line_digest"):
                db.create_function("sarap_" + name, -1, lambda *values: None)
            return db.execute(sql, values).fetchall()

    def due(self):
        text = sarapctl("due", "--db", self.database, "--all", "--format", "csv")
        return {line["iin"]: line for line in csv.DictReader(text.splitlines())}

    def somebody(self):
        """Who is due, with a position that lasts."""
        officer = next(line for line in self.due().values() if line["status"] == "due")
        (officer["surname"], officer["start"]), = self.ask(
            'SELECT surname, "start" FROM officer o JOIN service s ON s.officer_id = o.id '
            'WHERE iin = ? AND "end" IS NULL AND employer_kind = \'customs\'', officer["iin"])
        return officer

    def open(self):
        window = self.window
        window.key("alt+2")
        table = window.find("tree table", say("Officers"))
        window.key("ctrl+f")
        window.type(self.officer["iin"])

        def found():
            rows = next(n for n in window.tree(table, deep=False).children if n.role == "list")
            rows = window.tree(rows).children
            return rows if len(rows) == 1 and self.officer["surname"] in str(
                [n.name for n in rows[0].walk()]) else None
        row = window.wait_for(found, 20, "the officer in the list")[0]
        window.mouse(next(n for n in row.walk() if self.officer["surname"] in n.name), count=2)
        window.find("label", re.compile(re.escape(self.officer["iin"])), shown=True)

    def row(self, start):
        return self.window.find("list item", self.period(start))

    @staticmethod
    def period(start, end=""):
        """The name of a position's row, by its days: a day alone may be the moment of a line in the
        history too."""
        return re.compile("^" + re.escape(written(start)) + ".*" + re.escape(end))

    def scroll_to(self, node):
        """Turns the wheel until all of a node can be seen."""
        window = self.window

        def seen():
            _, y, _, height = node.extents
            if y + height < window.size[1] - 30:
                return True
            window.mouse(window.find("label", re.compile(self.officer["iin"])), button=5)
            return False
        window.wait_for(seen, 20, f"{node} to come into view")

    def edit(self):
        """Opens the present position as a form."""
        row = self.row(self.officer["start"])
        self.scroll_to(row)
        self.window.mouse(row)
        return self.entry("Last day")

    def entry(self, label):
        return self.window.find("text", say(label), shown=True)

    def shows(self, text):
        return self.window.find("label", re.compile(re.escape(text)))

    def press(self, label, role=None):
        """role: of the window it is in."""
        window = self.window

        def button():
            return next((n for n in window.all("button")
                         if say(label) in (n.name, *[k.name for k in n.walk()])
                         and role in (None, n.window.role)), None)
        window.click(window.wait_for(button, 20, label))
