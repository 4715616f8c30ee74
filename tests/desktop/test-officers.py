"""The list of officers as a person uses it, in Kazakh, over a demonstration service."""
import re

import tap
from officers_service import OFFICERS, Service, count
from program import say


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


if __name__ == "__main__":
    tap.main()
