"""What is searched and filtered as a person does, in Kazakh, over a demonstration service."""
import csv
import re

import tap
from officers_service import OFFICERS, Service, count
from program import activate, say

ALIKE = str.maketrans("әғқңөұүһіёй", "агкноуухиеи")


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
def a_chip_of_the_filter_takes_the_focus_each_time_it_is_opened():
    with Service() as service:
        window = service.window
        service.open()
        service.wait_shown(OFFICERS)
        activate(window, "open-path", "officers?status=overdue")
        chip = window.find("button", re.compile("^" + say("Status") + ": "), shown=True)
        for _ in range(3):
            window.mouse(chip)
            window.find_focus(role="check box")
            window.key("Escape")
            window.find_focus(name=chip.name)
            window.wait_for(lambda: not any(map(window.shown, window.all("check box"))), 10,
                            "the popover to be closed")
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
