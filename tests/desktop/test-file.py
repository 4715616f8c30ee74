"""The officer's file as a person uses it, in Kazakh, over a demonstration service."""
import csv
import getpass
import os
import re
import shutil
import sqlite3
import tempfile

import pictures
import tap
from program import TODAY, activate, sarapctl, say, start

OFFICERS = 120
NUMBER = "680111310338"  # of a man born on 11.01.1968
RESTORES = 2  # what sarap_mode () answers then: sarap-sqlite.h


def written(date):
    """A date of the data as people write it."""
    return ".".join(reversed(date.split("-")))


class File:
    """A demonstration service, somebody in it who is due, and the window with their file."""

    def __init__(self, size=(1366, 768)):
        self.size = size

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="sarap-file-")
        self.path = os.path.join(self.folder, "demo.sqlite")
        self.database = "sqlite:" + self.path
        sarapctl("demo", "--db", self.database, "--officers", OFFICERS)
        self.officer = self.somebody()
        self.window = start(self.database, size=self.size)
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


@tap.check
def it_says_who_when_and_why():
    with File() as file:
        window, officer = file.window, file.officer
        file.shows(written(officer["deadline"]))
        for name in ("continuous_since", "window_start", "deadline"):
            sentences = [n.name for n in window.all("label") if written(officer[name]) in n.name]
            if not sentences:
                yield f"nothing on the screen tells {name} {officer[name]}"
        line = window.find("image", say("Time line of the career"))
        window.mouse(line)
        window.key("Home")
        first = window.wait_for(lambda: window.all("image", re.compile(r"\d\d\.\d\d\.\d{4}")), 20,
                                "the first item of the line")[0].name
        window.key("Right")
        window.wait_for(lambda: not window.all("image", first), 20, "the next item")
        yield from window.complaints()


@tap.check
def the_keyboard_goes_on_from_the_top_of_the_file():
    with File() as file:
        window = file.window
        place = window.find_focus(name=say("Copy the IIN")).ref  # at the top of the file
        row = file.row(file.officer["start"]).ref
        for step in range(20):
            window.key("Tab")
            node = window.wait_for(lambda: (now := window.focused()) and now.ref != place and now,
                                   5, f"Tab {step + 1} to go on")
            place = node.ref
            if not window.shown(node):
                yield f"Tab {step + 1} goes to {node}, which nobody sees"
            if place == row:
                break
        if place != row:
            yield "the records are not reached"
        yield from window.complaints()


@tap.check
def another_day_is_typed_over_the_one_that_is_shown():
    with File() as file:
        window = file.window
        entry = window.find("text", say("On which day"), shown=True)
        window.mouse(entry)
        window.key("ctrl+a")
        window.type("31.02.2030")
        window.wait_for(lambda: entry.text == "31.02.2030", 10, "what is typed, and nothing else")
        window.find("label", say("There is no such day in the calendar."), shown=True)
        window.key("ctrl+a")
        window.type("01.01.2031")
        window.find("label", re.compile("01.01.2031"))
        window.key("ctrl+a", "BackSpace", "Tab")
        window.wait_for(lambda: entry.text == "01.01.2031", 10, "the day that is shown")
        window.mouse(entry)
        window.key("ctrl+a")
        window.type("2.3.32")
        window.key("Return")
        window.find("label", re.compile("02.03.2032"))
        yield from window.complaints()


@tap.check
def the_focus_comes_back_from_the_form_in_place_of_the_head():
    with File() as file:
        window = file.window
        window.key("F2")
        text = file.entry("Given name")
        for end in ("Escape", "ctrl+s"):
            window.mouse(text)
            if end == "ctrl+s":
                window.key("End")
                window.type("к")
            window.key(end)
            window.find_focus(name=say("Change or remove"))
            window.key("F2")
            text = file.entry("Given name")
        yield from window.complaints()


@tap.check
def the_side_bar_stays_beside_it_on_a_small_screen():
    with File(size=(1024, 700)) as file:
        window = file.window
        pictures.fill_screen(window)
        pages = window.find("list", say("Pages"), shown=True)
        for number, iin in file.ask("SELECT id, iin FROM officer ORDER BY id LIMIT 12"):
            activate(window, "open-path", f"officers/{number}")
            window.find("label", re.compile(iin), shown=True)
            if not window.shown(pages):
                yield f"no side bar beside the file of {iin}"
        yield from window.complaints()


@tap.check
def the_time_line_is_seen_at_once():
    """Whatever the explanation takes, and on a small screen too."""
    for size in (1366, 768), (1024, 700):
        with File(size=size) as file:
            pictures.fill_screen(file.window)
            line = file.window.find("image", say("Time line of the career"), shown=True)
            _, y, _, height = line.extents
            if height == 0 or y + height > size[1]:
                yield f"at {size} the time line ends at {y + height}"
            yield from file.window.complaints()


@tap.check
def each_file_begins_at_its_top():
    """With the focus there, not one further for each file that was open before."""
    with File(size=(1024, 700)) as file:
        window = file.window
        for number, iin in file.ask("SELECT id, iin FROM officer ORDER BY id LIMIT 12"):
            activate(window, "open-path", f"officers/{number}")
            window.find("label", re.compile(iin), shown=True)
            window.find_focus(name=say("Copy the IIN"))
        yield from window.complaints()


@tap.check
def a_name_without_end_does_not_widen_the_window():
    with File() as file:
        window, officer = file.window, file.officer

        def width():
            return window.tree(deep=False).children[0].extents[2]
        before = width()
        name = "Ұлықбекмұхамбетжанов" * 6
        file.ask("UPDATE officer SET surname = ?, version = version + 1 WHERE iin = ?", name,
                 officer["iin"])
        window.find("label", re.compile(name + " "))
        if width() != before:
            yield f"the window was {before} pixels wide, and is {width()}"
        yield from window.complaints()


@tap.check
def a_new_position_moves_the_deadline_and_undo_moves_it_back():
    with File() as file:
        window, officer = file.window, file.officer
        before = officer["deadline"]
        last = file.edit()
        window.type_text(last, "31.10.2026")
        window.key("ctrl+s")
        file.shows(say("Service record changed"))
        window.key("ctrl+shift+r")
        body, = file.ask("SELECT name_kk FROM body WHERE kind = 'central'")[0]
        window.select(window.find("combo box", say("Body"), shown=True), body)
        for label, value in (("Position in Kazakh", "Аға инспектор"),
                             ("Position in Russian", "Старший инспектор"),
                             ("Position level", "5"), ("First day", "1.11.2026")):
            window.type_text(file.entry(label), value)
        window.select(window.find("combo box", say("Category of the position"), shown=True),
                      say("Official"))
        window.key("ctrl+Return")
        file.shows(say("Service record added"))
        after = file.due()[officer["iin"]]["deadline"]
        window.find("label", re.compile(" · %s$" % say("HR service")))  # in the history
        if after == before:
            yield f"a position held since November leaves the deadline {before}"
        file.shows(written(after))
        file.press("Undo")
        window.find("label", say("Taken back: %s") % say("Service record added"))
        window.wait_for(lambda: file.due()[officer["iin"]]["status"] == "not-in-service", 20,
                        "the position to be gone again")
        (lines,), = file.ask("SELECT count (*) FROM audit WHERE record = 'service' "
                             "AND action IN ('add', 'change', 'remove')")
        if lines != 3:
            yield f"the change, the new position and its undoing are 3 lines, not {lines}"
        window.mouse(window.find("page tab", say("History of changes"), shown=True))
        window.find("label", f"{getpass.getuser()} · {say('HR service')}")
        yield from window.complaints()


@tap.check
def nobody_is_attested_from_a_day_in_the_past():
    """An absence that began within the time for the attestation and goes on."""
    with File() as file:
        window = file.window
        tab = window.find("page tab", say("Deferrals"))
        file.scroll_to(tab)
        window.mouse(tab)
        file.press("Add a deferral")
        window.select(window.find("combo box", say("Kind of deferral"), shown=True),
                      say("Absence for a valid reason"))
        window.type_text(file.entry("First day"), written(TODAY))
        window.key("ctrl+s")
        file.shows(say("Deferral added"))
        file.shows(say("%s · until it ends") % say("Absence for a valid reason"))
        yield from window.complaints()


@tap.check
def a_key_undoes_what_was_saved_but_in_a_text_what_was_typed():
    with File() as file:
        window, officer = file.window, file.officer

        def saved():
            return file.ask('SELECT "end" FROM service s JOIN officer o ON o.id = officer_id '
                            'WHERE iin = ? AND "start" = ?', officer["iin"], officer["start"])
        for day in ("30.11.2026", "31.12.2026"):
            window.type_text(file.edit(), day)
            window.key("ctrl+s")
            window.find("list item", file.period(officer["start"], day))
            if day == "30.11.2026":
                window.key("ctrl+z")
                window.find("label", say("Taken back: %s") % say("Service record changed"))
                window.gone("list item", file.period(officer["start"], day))
                if saved() != [(None,)]:
                    yield f"undone, it is {saved()}"
        last = file.edit()
        window.type_text(last, "01.01.2027")
        window.key("ctrl+z")
        window.wait_for(lambda: last.text != "01.01.2027", 10, "the typing to be undone")
        if saved() != [("2026-12-31",)]:
            yield f"undone within a text, the record is {saved()}"
        yield from window.complaints()


@tap.check
def a_fault_does_not_lead_the_keyboard_astray():
    with File() as file:
        window = file.window
        window.key("alt+Left")
        window.find("entry", say("Search officers"), shown=True)
        window.key("ctrl+n")
        iin = file.entry("IIN")
        window.type_text(iin, "123")
        file.shows("123")
        for label in ("Surname", "Given name", "Patronymic", "Date of birth"):
            window.key("Tab")
            window.find_focus(name=say(label))
        yield from window.complaints()


@tap.check
def a_fault_is_told_where_it_is_and_nothing_is_written():
    with File() as file:
        window = file.window
        last = file.edit()
        window.type_text(last, "31.02.2026")
        file.shows(say("There is no such day in the calendar."))
        window.type_text(last, "soon")
        file.shows(say("This was not understood as a date. Write it as day.month.year, for "
                       "example 31.12.2026."))
        for typed in ("1,1,31", "01/01/2031", "01012031"):
            window.type_text(last, typed)
            window.key("Tab")
            window.wait_for(lambda: last.text == "01.01.2031", 10, f"{typed} to be understood")
        window.type_text(last, "01.01.1999")
        file.shows("01.01.1999")
        window.key("ctrl+s")
        window.key("Escape")
        file.press("_Discard")
        window.gone("text", say("Last day"))
        (lines,), = file.ask("SELECT count (*) FROM audit WHERE action = 'change'")
        if lines:
            yield f"{lines} changes were written"
        yield from window.complaints()


@tap.check
def a_body_is_found_by_typing():
    with File() as file:
        window = file.window
        window.key("ctrl+shift+r")
        (body,), = file.ask("SELECT name_kk FROM body WHERE name_kk LIKE '«%' LIMIT 1")
        combo = window.find("combo box", say("Body"), shown=True)
        window.click(next(node for node in combo.walk() if "click" in node.actions))
        window.find_focus(role="list item")
        window.type(body.strip("«").lower()[:4])

        def listed():
            return [node for node in window.tree(combo).walk() if node.role == "list item"]
        window.wait_for(lambda: len(listed()) == 1, 10, "one body to be left")
        window.key("Down", "Return")
        window.wait_for(lambda: body in [node.name for node in window.tree(combo).walk()], 10, body)
        yield from window.complaints()


@tap.check
def a_unit_is_chosen_after_a_body_was_chosen_by_action():
    """As assistive technology does it: GTK 4.8 hung when the units were replaced."""
    with File() as file:
        window = file.window
        window.key("ctrl+shift+r")
        for label in ("Body", "Unit"):
            combo = window.find("combo box", say(label), shown=True)
            window.click(next(node for node in combo.walk() if "click" in node.actions))
            window.find_focus(role="list item")
            window.key("Down", "Return")
            window.wait_for(lambda: not [node for node in window.tree(combo).walk()
                                         if node.role == "list item"
                                         and "focused" in node.live_states()], 10,
                            f"the list of {label} to close")
        unit = window.find("combo box", say("Unit"), shown=True)
        names = [node.name for node in unit.walk() if node.role == "label"]
        if names[0] == say("None"):
            yield f"no unit was chosen: {names}"
        yield from window.complaints()


@tap.check
def a_choice_is_taken_by_keys():
    with File() as file:
        window = file.window
        window.key("ctrl+shift+r")
        names = [name for name, in file.ask("SELECT name_kk FROM body ORDER BY name_kk")]
        combo = window.find("combo box", say("Body"), shown=True)

        def open_list():
            window.click(next(node for node in combo.walk() if "click" in node.actions))
            return window.find_focus(role="list item")

        def items():
            return [node.name for node in window.tree(combo).walk() if node.role == "list item"]

        def chosen():
            return next(n.name for n in window.tree(combo).walk() if n.role == "label")
        open_list()
        name = next(name for name in names if name.startswith("«"))
        window.type(name.strip("«").lower()[:4])
        window.key("Return")
        window.wait_for(lambda: chosen() == name, 10, "Enter to take the first that is found")
        node = open_list()
        if node.name != name:
            yield f"the list begins at {node.name!r}, and {name!r} is chosen"
        if say("Choose…") in items():
            yield "the list still offers what stands for no choice"
        window.type(name.strip("«").lower()[:2])
        window.key("Escape")
        window.wait_for(lambda: not window.all("list item", name), 10, "Escape to close the list")
        if chosen() != name:
            yield f"Escape has chosen {chosen()!r}"
        open_list()
        kazakh = next(name for name in names if "агенттігі" in name)
        window.type("агенттиг")
        window.key("Return")
        window.wait_for(lambda: chosen() == kazakh, 10, "like letters and later words to be found")
        yield from window.complaints()


@tap.check
def who_comes_second_sees_both_versions():
    with File() as file:
        window, officer = file.window, file.officer
        last = file.edit()
        window.type_text(last, "31.12.2026")
        file.ask('UPDATE service SET "end" = \'2026-12-15\', order_no = \'777-ж/қ\', '
                 'version = version + 1 WHERE "end" IS NULL AND officer_id = '
                 '(SELECT id FROM officer WHERE iin = ?)', officer["iin"])
        window.key("ctrl+s")
        window.find(None, say("Somebody else was faster"))
        file.shows("15.12.2026")
        window.key("Return")  # back to editing
        window.wait_for(lambda: window.focused() and window.focused().ref == last.ref and
                        last.text == "31.12.2026", 20, "what was typed to be there still")
        window.key("ctrl+s")
        file.press("Save _mine over it")
        file.shows(say("Saved. What another user had changed meanwhile was kept."))
        rows = file.ask('SELECT "end", order_no FROM service s JOIN officer o ON o.id = officer_id '
                        'WHERE iin = ? AND "start" = ?', officer["iin"], officer["start"])
        if rows != [("2026-12-31", "777-ж/қ")]:
            yield f"saved is {rows}"
        yield from window.complaints()


@tap.check
def what_is_typed_is_not_lost_by_leaving():
    with File() as file:
        window, officer = file.window, file.officer
        last = file.edit()
        window.type_text(last, "31.12.2026")
        window.click(window.find("button", say("Back to the list"), shown=True))
        file.press("_Go on editing")
        window.gone("button", say("_Go on editing"))
        window.mouse(last)
        window.key("Escape")
        file.press("_Go on editing")
        if last.text != "31.12.2026":
            yield f"the form holds {last.text!r}"
        window.gone("button", say("_Go on editing"))
        window.key("alt+1")
        window.wait_for(lambda: not window.shown(last), 10, "another page")
        window.key("alt+2")
        file.press("_Go on editing")
        window.gone("button", say("_Go on editing"))
        if not window.shown(last) or last.text != "31.12.2026":
            yield f"the form holds {last.text!r}, or is not there"
        window.click(window.find("button", say("Back to the list"), shown=True))
        file.press("_Discard")
        window.find("entry", say("Search officers"), shown=True)
        window.key("ctrl+f", "Return", "Return")
        window.find("label", re.compile(re.escape(officer["iin"])), shown=True)
        if any(window.shown(node) for node in window.all("text", say("Last day"))):
            yield "what was discarded is there again"
        window.key("ctrl+q")
        window.wait_for_end()
        yield from window.complaints()


@tap.check
def what_is_typed_is_saved_by_leaving():
    with File() as file:
        window, officer = file.window, file.officer
        last = file.edit()
        window.type_text(last, "31.02.2027")
        window.click(window.find("button", say("Back to the list"), shown=True))
        file.shows(say("Save what you typed?"))
        save = next(n for n in window.all("button") if n.window.role == "dialog"
                    and say("_Save") in (n.name, *[k.name for k in n.walk()]))
        if "sensitive" in save.states:
            yield "what is wrong can be saved"
        window.key("Return")  # go on editing
        window.gone("button", say("_Go on editing"))
        window.type_text(last, "31.01.2027")
        window.click(window.find("button", say("Back to the list"), shown=True))
        file.press("_Save", "dialog")
        window.find("entry", say("Search officers"), shown=True)
        rows = file.ask('SELECT "end" FROM service s JOIN officer o ON o.id = officer_id '
                        'WHERE iin = ? AND "start" = ?', officer["iin"], officer["start"])
        if rows != [("2027-01-31",)]:
            yield f"saved is {rows}"
        yield from window.complaints()


@tap.check
def enter_saves_what_somebody_else_removed_only_when_asked_to():
    with File() as file:
        window, officer = file.window, file.officer
        last = file.edit()
        window.type_text(last, "31.12.2026")
        file.ask('DELETE FROM service WHERE "end" IS NULL AND officer_id = '
                 '(SELECT id FROM officer WHERE iin = ?)', officer["iin"])
        window.key("ctrl+s")
        file.shows(say("Somebody else was faster"))
        window.key("Return")
        window.gone("button", say("Add mine _again"))
        if last.text != "31.12.2026":
            yield f"the form holds {last.text!r}"
        (n,), = file.ask('SELECT count (*) FROM service s JOIN officer o ON o.id = officer_id '
                         'WHERE iin = ? AND "start" = ?', officer["iin"], officer["start"])
        if n:
            yield "Enter has added the record again"
        yield from window.complaints()


@tap.check
def the_keyboard_leads_through_a_form_and_back():
    """Enter in the last field saves; the focus goes back to the row from which it came."""
    with File() as file:
        window, officer = file.window, file.officer
        row = file.row(officer["start"]).name
        file.edit()
        window.key("Escape")
        window.find_focus(role="list item", name=row)
        window.key("Return")
        window.type_text(file.entry("Last day"), "31.12.2026")
        window.key("Return")  # on to the number of the order
        order = window.find_focus(name=say("Order No."))
        window.key("ctrl+a")
        window.type("77")
        window.wait_for(lambda: order.text == "77", 5, "the number")
        window.key("Return")
        window.wait_for(lambda: file.ask(
            "SELECT order_no FROM service s JOIN officer o ON o.id = officer_id WHERE iin = ? "
            'AND "start" = ? AND "end" = \'2026-12-31\'', officer["iin"], officer["start"]) ==
            [("77",)], 10, "Enter in the last field to save")
        saved = file.period(officer["start"], "31.12.2026")
        window.wait_for(lambda: (node := window.focused()) and saved.search(node.name), 10,
                        "the focus at the row that was changed")
        yield from window.complaints()


@tap.check
def the_program_ends_over_an_open_file():
    with File() as file:
        window = file.window
        window.key("ctrl+q")
        if status := window.wait_for_end():
            yield f"it ended with {status}"
        yield from window.complaints()


@tap.check
def a_second_officer_with_the_same_iin_is_refused_with_a_link():
    with File() as file:
        window, officer = file.window, file.officer
        (birth, sex), = file.ask("SELECT birth_date, sex FROM officer WHERE iin = ?",
                                 officer["iin"])
        window.click(window.find("button", say("Back to the list"), shown=True))
        window.find("entry", say("Search officers"), shown=True)
        window.key("ctrl+n")
        for label, value in (("IIN", officer["iin"]), ("Surname", "Ахметов"),
                             ("Given name", "Ерлан"), ("Date of birth", written(birth))):
            window.type_text(file.entry(label), value)
        window.select(window.find("combo box", say("Sex"), shown=True),
                      say("Male" if sex == "m" else "Female"))
        window.key("ctrl+s")
        window.find("button", re.compile(officer["surname"]))
        window.type_text(file.entry("IIN"), "1")
        window.gone("button", re.compile(officer["surname"]))
        window.type_text(file.entry("IIN"), officer["iin"])
        window.click(window.find("button", re.compile(officer["surname"])))
        file.shows(officer["iin"])
        yield from window.complaints()


@tap.check
def a_number_says_who_it_is():
    with File() as file:
        window, officer = file.window, file.officer
        (known, sex), = file.ask("SELECT birth_date, sex FROM officer WHERE iin = ?",
                                 officer["iin"])
        window.click(window.find("button", say("Back to the list"), shown=True))
        window.find("entry", say("Search officers"), shown=True)
        window.key("ctrl+n")
        window.find_focus(name=say("IIN"))
        born = file.entry("Date of birth")
        window.type(NUMBER)
        window.wait_for(lambda: born.text == "11.01.1968", 10, "the date of birth")
        names = [n.name for n in window.find("combo box", say("Sex"), shown=True).walk()
                 if n.role == "label"]
        if names[0] != say("Male"):
            yield f"the sex is {names}"
        window.type_text(born, "12.01.1968")
        window.type_text(file.entry("IIN"), officer["iin"])
        window.find("button", re.compile(officer["surname"]), shown=True)
        if born.text != "12.01.1968":
            yield f"what was typed became {born.text}"
        window.type_text(file.entry("Surname"), "Ахметов")
        window.click(window.find("button", re.compile(officer["surname"]), shown=True))
        window.gone("text", say("Surname"))
        file.shows(officer["iin"])
        yield from window.complaints()


@tap.check
def a_number_of_another_birth_date_is_asked_about():
    with File() as file:
        window, officer = file.window, file.officer
        window.click(window.find("button", say("Back to the list"), shown=True))
        window.find("entry", say("Search officers"), shown=True)
        window.key("ctrl+n")
        for label, value in (("IIN", officer["iin"]), ("Surname", "Ахметов"),
                             ("Given name", "Ерлан"), ("Date of birth", "03.02.1971")):
            window.type_text(file.entry(label), value)
        window.select(window.find("combo box", say("Sex"), shown=True), say("Male"))
        window.key("ctrl+s")
        asked = say("By the record the date of birth is %1$s, by the IIN %2$s.")
        file.shows(asked.split("%1$s")[0])
        file.press("_Go Back")
        file.entry("Surname")
        (lines,), = file.ask("SELECT count (*) FROM audit WHERE action = 'add'")
        if lines:
            yield f"{lines} officers were added"
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
