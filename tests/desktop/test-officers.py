"""The list of officers as a person uses it, in Kazakh, over a demonstration service."""
import codecs
import csv
import gettext
import os
import re
import shutil
import tempfile

import tap
import workbook
from program import sarapctl, say, start

OFFICERS = 400
# Rows that are looked at
SEEN = 12


def count(one, many, number):
    """A text with a number in it, less than a thousand."""
    catalogue = gettext.translation("sarap", tap.BUILD / "po", ["kk"])
    return catalogue.ngettext(one, many, number).replace("%'u", str(number))


# "1 204 officers", whatever follows
COUNT = re.compile(r"^\d[\d\s]*" + re.escape(count("%'u officer", "%'u officers", 0)[1:]))


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
        numbers = [re.sub(r"\D", "", part) for text in labels for part in text.split("·")]
        return [int(number) for number in numbers if number]

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


@tap.check
def officers_are_found_while_one_types():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        window.find("label", count("%'u officer", "%'u officers", OFFICERS))
        first = service.rows()[0][0].split()
        window.key("ctrl+f")
        window.type(first[0].lower() + " " + first[1].lower())
        window.wait_for(lambda: service.rows()[0][0].split()[:2] == first[:2] and
                        max(service.n_shown()) == OFFICERS and min(service.n_shown()) < 20, 20,
                        "the one who was looked for")
        window.key("Down", "ctrl+f")
        window.type("щщщщ")
        search = window.find("entry", say("Search officers"))
        window.wait_for(lambda: search.text == "щщщщ", 5, "another search in place of the first")
        window.find(None, say("Nobody found"))
        window.find("label", say("No officer has all these words. Names, IINs, positions, units, "
                                 "bodies and statuses were searched."))
        window.click(window.find("button", say("Clear _Search")))
        service.wait_shown(OFFICERS)
        yield from window.complaints()


@tap.check
def what_is_typed_in_the_list_is_looked_for():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        wanted = " ".join(service.rows()[1][0].split()[:2]).lower()
        window.mouse(window.find("label", service.rows()[0][0], shown=True))
        window.type(wanted)
        search = window.find("entry", say("Search officers"))
        window.wait_for(lambda: search.text == wanted, 10, f"{wanted!r} in the search")
        yield from window.complaints()


@tap.check
def return_goes_from_the_search_to_the_first_found():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        found = [row[0] for row in service.rows() if "а" in row[0].lower()]
        window.mouse(window.find("label", found[2], shown=True))
        window.key("ctrl+f")
        window.type("а")
        window.wait_for(lambda: min(service.n_shown()) < OFFICERS, 20, "fewer of them")
        window.key("Return")
        row = window.find_focus(role="row")
        names = [node.name for node in window.tree(row).walk() if node.role == "label"]
        if names[0] != service.rows()[0][0]:
            yield f"{names[0]} has the focus, not the first, {service.rows()[0][0]}"
        yield from window.complaints()


def selected(number):
    return count("%'u selected", "%'u selected", number)


@tap.check
def a_selection_is_of_what_is_shown():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        window.key("ctrl+f", "Down", "ctrl+a")
        window.find("label", selected(OFFICERS), shown=True)
        window.key("ctrl+f")
        window.type("ахмет")
        window.wait_for(lambda: 1 < min(service.n_shown()) < OFFICERS, 20, "some of them")
        number = min(service.n_shown())
        window.find("label", selected(number), shown=True)
        window.key("ctrl+BackSpace")
        service.wait_shown(OFFICERS)
        window.find("label", selected(number), shown=True)
        window.key("ctrl+f", "Down", "shift+Down")
        window.find("label", selected(2), shown=True)
        window.key("Escape")
        window.wait_for(lambda: not any("selected" in row.states for row in
                                        window.tree(service.table).walk() if row.role == "row"),
                        20, "nobody selected")
        yield from window.complaints()


@tap.check
def shift_and_an_arrow_select_from_the_row_with_the_focus():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        window.mouse(window.find("label", service.rows()[9][0], shown=True))
        window.key("ctrl+f", "Down", "shift+Down")
        window.find("label", selected(2), shown=True)
        window.key("Down", "shift+Down", "shift+Down")
        window.find("label", selected(3), shown=True)
        yield from window.complaints()


@tap.check
def the_table_is_one_stop_of_the_tab_key():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        window.key("ctrl+f", "Down", "Down", "Down")
        row = window.find_focus(role="row")
        texts = [text for text in service.rows()[2] if text]
        if not row.name.startswith(texts[0] + ", ") or any(text not in row.name for text in texts):
            yield f"the row of {texts} is called {row.name!r}"
        window.key("Tab")
        window.wait_for(lambda: window.focused() and window.focused().role != "row", 20,
                        "the focus elsewhere")
        window.key("shift+Tab")
        window.find_focus(ref=row.ref)
        window.key("shift+Tab")
        window.wait_for(lambda: window.focused() and window.focused().role != "row", 20,
                        "the focus above the table")
        window.key("Tab")
        window.find_focus(ref=row.ref)
        yield from window.complaints()


ALIKE = str.maketrans("әғқңөұүһіёй", "агкноуухиеи")


def search_for_two(officers):
    """A text that stands in some names, and with like letters in others; and those of each."""
    names = [" ".join(filter(None, (line["surname"], line["given_name"], line["patronymic"])))
             for line in officers]
    for name in names:
        for length in range(4, len(name.split()[0]) + 1):
            text = name[:length].lower().translate(ALIKE)
            exact = [other for other in names if text in other.lower()]
            alike = [other for other in names if text in other.lower().translate(ALIKE)]
            if exact and len(exact) < len(alike) < 8:
                return text, exact, [other for other in alike if other not in exact]
    raise AssertionError("no two such names")


@tap.check
def the_palette_has_like_letters_below():
    with Service() as service:
        window = service.window
        with open(service.path("folder", "officers.csv"), newline="") as file:
            text, exact, alike = search_for_two(list(csv.DictReader(file)))
        window.key("ctrl+k")
        window.type(text)

        def shown():
            names = [node.name for node in window.all("list item")]
            return [name for name in names if name in exact + alike]
        window.wait_for(lambda: len(shown()) == len(exact + alike), 20, f"{exact} and {alike}")
        if set(shown()[:len(exact)]) != set(exact):
            yield f"for {text!r} there is {shown()}, and {exact} are not the first"
        yield from window.complaints()


@tap.check
def the_menu_key_works_on_the_row_with_the_focus():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        window.key("ctrl+f", "Down")
        row = window.find_focus(role="row")
        window.key("Menu")
        window.find_focus(role="menu item", name=say("_Open"))
        window.key("Escape")
        window.find_focus(ref=row.ref)
        window.key("Menu")
        window.find_focus(role="menu item")
        window.key("Return")
        name = service.rows()[0][0]
        window.find("label", name, shown=True)
        window.find("button", say("Back to the list"), shown=True)
        yield from window.complaints()


@tap.check
def what_is_typed_over_the_choices_of_a_filter_is_looked_for():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        window.key("alt+2")
        window.mouse(window.find("button", say("Filter"), shown=True))
        window.click(window.find("button", say("Unit")))
        search = window.find("entry", say("Search among these"))
        window.type("кадр")
        window.wait_for(lambda: search.text == "кадр", 10, "the word in the search")
        yield from window.complaints()


@tap.check
def a_path_filters_and_the_header_sorts():
    with Service() as service:
        window = service.window
        late = service.of_status("overdue")
        window.click(window.find("button", re.compile(r"^%s: \d+$" % say("Overdue"))))
        service.table = window.find("tree table", say("Officers"))
        service.wait_shown(len(late))
        window.find("button", re.compile("^" + say("Status") + ": "))
        titles = window.read_table(service.table)[0]
        if titles[0] != say("Name"):
            yield f"the first column is {titles[0]}"
        deadline = titles.index(say("Deadline"))
        header = next(node for node in window.tree(service.table).walk()
                      if node.name == say("Deadline"))
        dates = sorted(line["deadline"] for line in late)

        def shown():
            rows = service.rows(len(dates))
            return ["-".join(reversed(row[deadline].split()[0].split("."))) for row in rows]
        window.wait_for(lambda: shown() == dates[:len(shown())], 20, "the soonest deadline first")
        window.mouse(header)
        window.wait_for(lambda: shown() == dates[::-1][:len(shown())], 20, "the latest first")
        window.click(window.find("button", re.compile(say("Remove “%s”") % ".*")))
        service.wait_shown(OFFICERS)
        yield from window.complaints()


@tap.check
def a_file_is_opened_and_left():
    with Service() as service:
        window = service.window
        service.open()
        cell = next(node for node in window.tree(service.table).walk()
                    if node.name == service.rows()[1][0])
        window.mouse(cell, count=2)
        back = window.find("button", say("Back to the list"), shown=True)
        window.click(back)
        window.find("entry", say("Search officers"), shown=True)
        yield from window.complaints()


@tap.check
def large_letters_have_room_on_a_small_screen():
    with Service(size=(1024, 700), dpi=144) as service:
        window = service.window

        def look(what):
            window.wait_for(lambda: window.tree(deep=False).children[0].extents[2] > 0)
            width = window.tree(deep=False).children[0].extents[2]
            return [f"{what} makes the window {width} pixels wide"] * (width > 1024)
        service.open()
        service.wait_shown(OFFICERS)
        yield from look("the list")
        window.key("ctrl+f", "Down", "ctrl+a")
        window.find("button", say("Select nobody"), shown=True)
        yield from look("the list with all selected")
        window.key("Return")
        window.find("button", say("Back to the list"), shown=True)
        window.find_focus(name=say("Copy the IIN"))  # the file is there
        yield from look("a file")
        yield from window.complaints()


@tap.check
def another_language_is_spoken_while_the_list_is_open():
    with Service() as service:
        window = service.window
        service.open()
        window.key("ctrl+comma")
        window.mouse(window.find("combo box"))
        window.key("Down", "Return")
        window.find("tree table", say("Officers", "ru"))
        yield from window.complaints()


@tap.check
def whoever_acts_for_a_body_sees_as_many_in_the_list_as_today_counts():
    with Service() as service:
        window = service.window
        counter = re.compile(r"^%s: (\d+)$" % say("Due for attestation"))
        everybody = int(counter.match(window.find("button", counter).name)[1])
        code = next(line["commission"] for line in service.of_status("due")
                    if line["commission"] not in ("", "central"))
        body = next(line for line in service.bodies() if line["code"] == code)["name_kk"]
        window.click(window.find("button", re.compile(say("The whole service"))))
        window.find("list item", body)

        def left(name):
            there = window.focused()
            return there and there.name != name and there.name

        there = window.wait_for(lambda: left(None), 20, "the focus on a body")
        while there != body:
            window.key("Down")
            there = window.wait_for(lambda: left(there), 20, f"the focus to leave {there}")
        window.key("Return")
        button = window.wait_for(lambda: next(
            (n for n in window.all("button", counter)
             if int(counter.match(n.name)[1]) < everybody), None), 20, "the counters of the body")
        number = int(counter.match(button.name)[1])
        window.click(button)
        window.find("tree table", say("Officers"))
        service.wait_shown(number)
        yield from window.complaints()


@tap.check
def what_is_shown_is_exported():
    with Service() as service:
        window = service.window
        window.click(window.find("button", re.compile(r"^%s: \d+$" % say("Deferred"))))
        deferred = sorted(line["iin"] for line in service.of_status("deferred"))
        service.wait_shown(len(deferred))
        for file in "list.xlsx", "list.csv":
            window.key("ctrl+e")
            service.choose(service.path(file))
            window.wait_for(lambda: os.path.exists(service.path(file)), 20, "the file")
        # the kind that was chosen tells more than the name that was proposed
        window.key("ctrl+e")
        window.wait_for(lambda: location(window), 20, "the file chooser").set_text(
            service.path("plain.xlsx"))
        window.select(window.find("combo box", "GtkDropDown"), say("CSV for programs"))
        window.click(window.find("button", say("_Export")))
        window.wait_for(lambda: os.path.exists(service.path("plain.csv")), 20, "the plain file")
        book = workbook.Workbook(service.path("list.xlsx"))
        place = book.rows[0].index(("t", say("IIN")))
        iins = sorted(row[place] for row in book.rows[1:])
        if iins != [("t", iin) for iin in deferred]:
            yield f"{len(iins)} exported, not the {len(deferred)} shown: {iins[:3]}"
        with open(service.path("list.csv"), "rb") as file:
            if file.read(3) != codecs.BOM_UTF8:
                yield "a spreadsheet program may take the letters for others: no byte-order mark"
        with open(service.path("list.csv"), newline="", encoding="utf-8-sig") as file:
            lines = list(csv.DictReader(file, delimiter=";"))
        iins = sorted(line[say("IIN")] for line in lines)
        if iins != [f'="{iin}"' for iin in deferred]:
            yield f"{len(iins)} in the file for Excel, not the {len(deferred)} shown: {iins[:3]}"
        with open(service.path("plain.csv"), newline="", encoding="utf-8-sig") as file:
            iins = sorted(line[say("IIN")] for line in csv.DictReader(file))
        if iins != deferred:
            yield f"{len(iins)} in the file for programs, not the {len(deferred)} shown: {iins[:3]}"
        yield from window.complaints()


NOTER = """[Desktop Entry]
Type=Application
Name=Noter
Exec=sh -c 'cp "$0" "$0.opened"' %f
MimeType=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
"""


@tap.check
def what_was_exported_is_opened():
    """By the program for its kind of file; the one that is there copies what it is to open."""
    with tempfile.TemporaryDirectory(prefix="sarap-home-") as home:
        applications = os.path.join(home, ".local/share/applications")
        os.makedirs(applications)
        with open(os.path.join(applications, "noter.desktop"), "w") as file:
            file.write(NOTER)
        with open(os.path.join(applications, "mimeapps.list"), "w") as file:
            file.write("[Default Applications]\n" + NOTER.splitlines()[-1][9:-1] + "=noter.desktop\n")
        with Service(home=home) as service:
            window = service.window
            service.open()
            window.key("ctrl+e")
            service.choose(service.path("list.xlsx"))
            window.click(window.find("button", say("Open")))
            window.wait_for(lambda: os.path.exists(service.path("list.xlsx.opened")), 20,
                            "it being opened")
            yield from window.complaints()


def change(service, file, line, column, value):
    """Changes a cell of the exported folder; returns what it was."""
    path = service.path("folder", file)
    with open(path, newline="") as stream:
        rows = list(csv.reader(stream))
    place = rows[0].index(column)
    before, rows[line][place] = rows[line][place], value
    with open(path, "w", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    return before


@tap.check
def an_import_shows_its_faults_then_its_changes():
    with Service() as service:
        window = service.window
        service.open()
        before = change(service, "officers.csv", 1, "birth_date", "1980-13-45")
        window.key("ctrl+i")
        service.choose(service.path("folder"))
        window.find("label", "officers.csv")
        window.find("label", re.compile("2: birth_date.*1980-13-45"))
        change(service, "officers.csv", 1, "birth_date", before)
        change(service, "officers.csv", 1, "surname", "Ааааев")
        window.click(window.find("button", say("_Read Again")))
        window.find("page tab", re.compile("^" + re.escape(say("Changed records"))))
        window.click(window.find("button", say("_Apply")))
        window.wait_for(lambda: service.rows()[0][0].startswith("Ааааев"), 20, "the new surname")
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
