"""A form in the officer's file as a person uses it, in Kazakh, over a demonstration service."""
import re

import tap
from officer_file import File, written
from program import say

NUMBER = "680111310338"  # of a man born on 11.01.1968


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
        window.find_focus("button", say("_Go on editing"))
        for _ in range(3):
            if not window.focused() or window.focused().name != say("_Discard"):
                window.key("Tab")
        window.find_focus("button", say("_Discard"))
        window.key("Return")
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
def what_is_typed_is_saved_by_closing_the_window():
    """Also when another page is shown: then the form is brought back first."""
    with File() as file:
        window, officer = file.window, file.officer
        last = file.edit()
        window.type_text(last, "31.01.2027")
        window.key("alt+1")
        window.wait_for(lambda: not window.shown(last), 10, "another page")
        window.key("ctrl+w")
        file.shows(say("Save what you typed?"))
        window.key("Return")  # go on editing
        window.gone("button", say("_Go on editing"))
        if not window.shown(last) or last.text != "31.01.2027":
            yield f"the form holds {last.text!r}, or is not there"
        window.key("ctrl+q")
        file.press("_Save", "dialog")
        window.wait_for_end()
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
