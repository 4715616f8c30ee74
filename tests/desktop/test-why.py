"""Why this date, as somebody reads it who does not agree."""
import re

import tap
from officer_file import File, written
from program import say


def steps(file):
    """The list of the steps, and the rows of it that are shown."""
    steps = file.window.find("list", say("Steps of the explanation"), shown=True)
    return file.window.tree(steps), [row for row in file.window.tree(steps).children
                                     if row.role == "list item"]


def focus_first_step(file):
    window = file.window
    place = window.find_focus(name=say("Copy the IIN")).ref
    row = steps(file)[1][0].ref
    while place != row:
        window.key("Tab")
        place = window.wait_for(lambda: (now := window.focused()) and now.ref != place and now,
                                5, "the Tab key to go on").ref


def wait_for_focus(file, start):
    """On the row of a position."""
    row = file.row(start)
    return file.window.find_focus(ref=row.ref)


@tap.check
def a_chip_opens_what_its_paragraph_says():
    with File() as file:
        window = file.window
        focus_first_step(file)
        window.key("Tab")
        title = re.compile(say("Paragraph %u of the Instruction").replace("%u", r"\d+"))
        chip = window.wait_for(lambda: (now := window.focused()) and title.search(now.name)
                               and now, 10, "the chip")
        window.key("space")
        window.find("label", re.compile("^Қазақстан Республикасы"))
        window.find("label", say("In short, in the words of this program. The Instruction "
                                 "itself is in Kazakh."))
        window.key("Escape")
        window.find_focus(ref=chip.ref)
        yield from window.complaints()


@tap.check
def a_step_leads_to_the_record_it_speaks_of():
    """By Enter and by its button, and where the record is under another tab."""
    with File() as file:
        window, officer = file.window, file.officer
        window.find_focus(name=say("Copy the IIN"))
        window.click(window.find("page tab", say("Attestations"), shown=True))
        focus_first_step(file)
        speaks = next(row for row in steps(file)[1] if written(officer["start"]) in row.name)
        for _ in steps(file)[1]:
            place = window.focused().ref
            if place == speaks.ref:
                break
            window.key("Down")
            window.wait_for(lambda: window.focused().ref != place, 5, "the next step")
        window.key("Return")
        wait_for_focus(file, officer["start"])
        window.click(window.find("page tab", say("Attestations"), shown=True))
        buttons = [node for row in steps(file)[1] for node in row.walk()
                   if node.role == "button" and node.name == say("Show the record")]
        window.click(buttons[-1])
        row = wait_for_focus(file, officer["start"])
        if not window.shown(row):
            yield f"{row} cannot be seen"
        yield from window.complaints()


@tap.check
def the_explanation_is_printed():
    with File() as file:
        window = file.window
        window.key("ctrl+p")
        window.wait_for(lambda: len(window.tree(deep=False).children) > 1, 20, "the print dialog")
        window.key("Escape")
        window.wait_for(lambda: len(window.tree(deep=False).children) == 1, 20, "it to close")
        window.find("button", say("Print as a statement"), shown=True)
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
