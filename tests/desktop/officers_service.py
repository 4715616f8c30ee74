"""The list of officers in the window, as the checks of it find it."""
import csv
import gettext
import os
import re
import shutil
import tempfile

import tap
from program import sarapctl, say, start

OFFICERS = 400
# Rows that are looked at
SEEN = 12


def count(one, many, number):
    """A text with a number in it, less than a thousand."""
    catalogue = gettext.translation("sarap", tap.BUILD / "po", ["kk"])
    return catalogue.ngettext(one, many, number).replace("%'u", str(number))


# "1 204 officers" or "Shown: 37 of 1 204"
COUNT = re.compile(r"^\d[\d\s]*" + re.escape(count("%'u officer", "%'u officers", 0)[1:]) + "$|^" +
                   re.sub(r"%\\?\d\\?\$'u", r"\\d[\\d\\s]*", re.escape(say("Shown: %1$'u of %2$'u"))))


class Service:
    """A demonstration service in a file of its own, what `due` says of it, and the window."""

    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="sarap-officers-")
        self.database = "sqlite:" + self.path("demo.sqlite")
        sarapctl("demo", "--db", self.database, "--officers", OFFICERS)
        sarapctl("export", "--db", self.database, self.path("folder"))
        due = sarapctl("due", "--db", self.database, "--all", "--format", "csv")
        self.due = list(csv.DictReader(due.splitlines()))
        self.window = start(self.database, **self.options)
        self.window.find("button", None)
        self.window.wait_for(lambda: self.window.all("list", say("Pages")), 30, "the side bar")
        return self

    def __exit__(self, *exception):
        self.window.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def open(self):
        """Shows the list, and waits for its first row."""
        self.window.key("alt+2")
        self.table = self.window.find("tree table", say("Officers"))
        self.window.wait_for(lambda: self.rows() and self.rows()[0][0], 20, "a row")

    def rows(self, most=SEEN):
        """Texts of the first rows; all of them are some two hundred."""
        window = self.window
        shown = next(node for node in window.tree(self.table, deep=False).children
                     if node.role == "list")
        return [[" ".join(node.name for node in cell.walk() if node.role == "label")
                 for cell in window.tree(row).children] for row in shown.children[:most]]

    def n_shown(self):
        """How many the line beside the filter says."""
        labels = [node.name for node in self.window.all("label", COUNT)]
        numbers = [re.findall(r"\d[\d\s]*", text) for text in labels]
        return [int(re.sub(r"\s", "", number)) for pair in numbers for number in pair]

    def wait_shown(self, number):
        self.window.wait_for(lambda: number in self.n_shown(), 20, f"{number} shown")

    def bodies(self):
        with open(self.path("folder", "bodies.csv"), newline="") as file:
            return list(csv.DictReader(file))

    def of_status(self, *statuses):
        return [line for line in self.due if line["status"] in statuses]

    def choose(self, path):
        """Answers a file chooser."""
        window = self.window
        entry = window.wait_for(lambda: location(window), 20, "the place in the file chooser")
        entry.set_text(path)
        window.wait_for(lambda: entry.text == path, 5, "the path")
        window.key("Return")


def location(window):
    """The entry of the file chooser that takes a path; where a folder is chosen, "/" opens it."""
    found = [node for node in window.all("text") if not node.window.name.endswith(say("Sarap"))
             and node.extents[2] > 0]
    if not found:
        window.key("slash")
    return found and found[0]
