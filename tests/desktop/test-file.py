"""The officer's file as a person uses it, in Kazakh, over a demonstration service."""
import getpass
import re

import pictures
import tap
from officer_file import File, written
from program import TODAY, activate, say


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
def what_is_saved_is_read_again_once():
    """The feed alone tells of a change, whoever made it."""
    with File(debug="sarap-officers") as file:
        window = file.window

        def reads():
            return window.stderr().count("the officer's file is read")
        before = reads()
        days = ["30.11.2026", "31.12.2026", "31.01.2027", "28.02.2027"]
        for day in days:
            file.edit()
            window.key("Escape")
            window.type_text(file.edit(), day)
            window.key("ctrl+s")
            window.find("list item", file.period(file.officer["start"], day))
        # one that is superfluous comes before the next save at the latest
        if reads() - before != len(days):
            yield f"saved {len(days)} times, the file is read {reads() - before} times"
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
def the_program_ends_over_an_open_file():
    with File() as file:
        window = file.window
        window.key("ctrl+q")
        if status := window.wait_for_end():
            yield f"it ended with {status}"
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
