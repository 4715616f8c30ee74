"""Today as a person uses it, in Kazakh, over a demonstration service."""
import csv
import datetime
import gettext
import os
import re
import shutil
import tempfile

import tap
from program import activate, sarapctl, say, start

OFFICERS = 400
# Rows of a group at most
SHOWN = 15
DATE = re.compile(r"\b(\d\d)\.(\d\d)\.(\d{4})\b")
# The statuses with a counter, by their words in files
COUNTED = {"overdue": "Overdue", "due": "Due for attestation",
           "reattestation-due": "Re-attestation due", "negative": "Negative result"}
TO_CHECK = "Records that do not fit together"


def count(one, many, number):
    """A text with a number in it, less than a thousand."""
    catalogue = gettext.translation("sarap", tap.BUILD / "po", ["kk"])
    return catalogue.ngettext(one, many, number).replace("%'u", str(number))


class Service:
    """A demonstration service, what `due` and `verify` say of it, and the window."""

    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="sarap-today-")
        database = "sqlite:" + os.path.join(self.folder, "demo.sqlite")
        sarapctl("demo", "--db", database, "--officers", OFFICERS)
        due = sarapctl("due", "--db", database, "--all", "--format", "csv")
        self.due = list(csv.DictReader(due.splitlines()))
        told = sarapctl("verify", "--db", database, "--plausible", "--format", "csv")
        self.told = {line["iin"] for line in csv.DictReader(told.splitlines()) if line["warning"]}
        sarapctl("export", "--db", database, os.path.join(self.folder, "csv"))
        self.window = start(database, **self.options)
        self.window.find("list", say("Overdue"), timeout=60)
        return self

    def __exit__(self, *exception):
        self.window.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def table(self, name):
        with open(os.path.join(self.folder, "csv", name), newline="") as file:
            return list(csv.DictReader(file))

    def of_status(self, status):
        return [line for line in self.due if line["status"] == status]

    def rows(self, title):
        """The rows of a group."""
        return self.window.all("list item", within=self.window.find("list", say(title)))

    def wait_shown(self, number):
        """The list of officers says that so many are shown."""
        shown = say("Shown: %1$'u of %2$'u").split("%2")[0].replace("%1$'u", str(number))
        self.window.wait_for(
            lambda: any(node.name.startswith(shown) for node in self.window.all("label")),
            20, f"{number} shown")


def day_of(text):
    """The first date of a text."""
    found = DATE.search(text)
    return found and datetime.date(*map(int, reversed(found.groups())))


@tap.check
def each_group_tells_its_true_number_and_its_first_officers():
    with Service() as service:
        window = service.window
        for status, title in COUNTED.items():
            number = len(service.of_status(status))
            window.find("button", f"{say(title)}: {number}")
            rows = service.rows(title)
            if len(rows) != min(number, SHOWN):
                yield f"{title}: {len(rows)} rows of {number}"
            heading = [node.name for node in window.all("label")]
            if not any(heading[i:i + 2] == [say(title), str(number)] for i in range(len(heading))):
                yield f"the heading of {title} does not say {number}"
        rows = service.rows(TO_CHECK)
        if len(rows) != min(len(service.told), SHOWN):
            yield f"{len(rows)} files to check, verify tells of {len(service.told)}"
        yield from window.complaints()


@tap.check
def a_row_is_named_by_officer_status_and_day():
    with Service() as service:
        people = {" ".join(filter(None, (line["surname"], line["given_name"], line["patronymic"]))):
                  line["iin"] for line in service.table("officers.csv")}
        deadlines = {line["iin"]: line["deadline"] for line in service.due}
        positions = {line["position_kk"] for line in service.table("service.csv")}
        last = datetime.date.min
        for row in service.rows("Overdue"):
            name, status, *rest = row.name.split(", ")
            day = day_of(", ".join(rest))
            if name not in people or status != say("Overdue"):
                yield f"a row is named {row.name}"
            elif str(day) != deadlines[people[name]]:
                yield f"{row.name}: {deadlines[people[name]]}"
            if day < last:
                yield f"{row.name} stands after {last}"
            last = day
            texts = [node.name for node in row.walk() if node.role == "label"]
            if texts[1].split(" · ")[0] not in positions or len(texts[1].split(" · ")) < 2:
                yield f"{name}: no position and place: {texts[1]}"
        for row in service.rows("Negative result"):
            if day_of(row.name):
                yield f"a day is made up: {row.name}"
        yield from service.window.complaints()


@tap.check
def all_of_a_group_are_listed_the_soonest_first():
    with Service() as service:
        window = service.window
        number = len(service.of_status("due"))
        first = service.rows("Due for attestation")[0].name.split(",")[0]
        label = count("Show all %'u", "Show all %'u", number)
        window.click(window.find("button", f"{say('Due for attestation')}: {label}"))
        service.wait_shown(number)
        table = window.find("tree table", say("Officers"))

        def first_listed():
            names = [node.name for node in window.tree(table).walk() if node.role == "label"]
            return first in names[:40] and names
        names = window.wait_for(first_listed, 20, f"{first} first of all")
        if names.index(first) > min(names.index(other) for other in names if DATE.match(other)):
            yield f"{first} does not stand first"
        activate(window, "open-path", "today")
        window.click(window.find("button", f"{say('Negative result')}: "
                                           f"{len(service.of_status('negative'))}"))
        service.wait_shown(len(service.of_status("negative")))
        yield from window.complaints()


@tap.check
def files_to_check_are_listed_and_filtered():
    with Service() as service:
        window = service.window
        service.rows(TO_CHECK)
        activate(window, "open-path", "officers?check=implausible")
        service.wait_shown(len(service.told))
        window.find("button", say("Remove “%s”") % f"{say('To check')}: {say(TO_CHECK)}")
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
