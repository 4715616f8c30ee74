"""What a screen reader reads, and what is on a small screen, in Kazakh and in Russian: every control
has a name, nothing is left in English, and the side bar has its room."""
import re
import shutil
import tempfile

from gi.repository import GLib

import tap
from program import LOCALES, activate, sarapctl, say, start

CONTROLS = ("button", "toggle button", "check box", "combo box", "entry", "text", "page tab",
            "menu item", "list", "table", "tree table", "switch", "spin button", "list item")
# What GTK 4.8 names a widget that nobody has named
UNNAMED = re.compile(r"^$|^(Gtk|Adw|Sarap)[A-Z]\w+$")
# Inside these GTK names nothing; they themselves have a name
INNER = ("combo box", "tree table")
# All of GTK's own making
GTK_OWN = ("shortcuts",)
# Words that are the same in every language: keys, codes, names
SAME = re.compile(r"Sarap|PostgreSQL|SQLite|CSV|TLS|Ctrl|Shift|Alt|BackSpace|Delete|Home|F\d+|"
                  r"English|demo|\b[A-Z]{3}(-\w+)?\b|" + re.escape(GLib.get_real_name()))
ENGLISH = re.compile(r"[A-Za-z]{3,}")


class Service:
    """A demonstration service in a file of its own and the window on it, in one language."""

    def __init__(self, language):
        self.language = language

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="sarap-words-")
        database = f"sqlite:{self.folder}/demo.sqlite"
        sarapctl("demo", "--db", database, "--officers", 60)
        self.window = start(database, locale=LOCALES[self.language], size=(1024, 700))
        self.window.wait_for(lambda: self.window.all("list", self.say("Pages")), 30, "the side bar")
        return self

    def __exit__(self, *exception):
        self.window.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def say(self, text):
        return say(text, self.language)

    def n_windows(self):
        return len(self.window.tree(deep=False).children)

    def another_window(self, action):
        before = self.n_windows()
        activate(self.window, action)
        self.window.wait_for(lambda: self.n_windows() > before, 20, f"the window of {action}")

    def close(self):
        before = self.n_windows()
        self.window.key("Escape")
        self.window.wait_for(lambda: self.n_windows() < before, 20, "the window to close")

    def visit(self):
        """Goes to each place of the program; a name for each."""
        window, said = self.window, self.say
        window.wait_for(lambda: window.all("button", re.compile(r": \d+$")), 30, "Today")
        yield "today"
        activate(window, "open-path", "officers")
        table = window.find("tree table", said("Officers"))
        rows = window.wait_for(lambda: window.tree(table).children[1].children, 20, "the rows")
        window.click(window.find("button", said("Filter"), shown=True))
        window.wait_for(lambda: window.all(None, said("Deferral ends")), 20, "the filters")
        yield "filters"
        window.key("Escape")
        window.mouse(rows[12].children[0], count=2)  # beside where the filters were
        window.find("label", re.compile(r"\d{12}"), shown=True)
        yield "file"
        window.key("ctrl+shift+r")
        window.find("text", said("Position level"), shown=True)
        yield "form"
        window.key("Escape")
        for action in ("bodies", "shortcuts"):
            self.another_window(action)
            yield action
            self.close()
        activate(window, "palette")
        window.find(None, said("Find anything"), shown=True)
        yield "palette"
        window.key("Escape")

    def complaints(self, place):
        for node in self.window.tree(deep=False).walk():
            above = node.parent
            if (place not in GTK_OWN and node.role in CONTROLS and UNNAMED.match(node.name)
                    and not (above and above.role in INNER)
                    and {"sensitive", "visible", "showing"} & node.states
                    and ("focusable" in node.states or node.role == "button")):
                yield f"{place}: a {node.role} without a name, in {above and above.name!r}"
            if node.role in ("label", *CONTROLS) and not UNNAMED.match(node.name):
                left = ENGLISH.findall(SAME.sub("", node.name))
                if left:
                    yield f"{place}: {left} in {node.role} {node.name!r}"


def check(language):
    with Service(language) as service:
        for place in service.visit():
            yield from sorted(set(service.complaints(place)))
            pages = service.window.find("list", service.say("Pages"))
            if place in ("today", "file") and not service.window.shown(pages):
                yield f"{place}: there is no room for the side bar"
        yield from service.window.complaints()


@tap.check
def in_kazakh_every_control_has_a_name_and_no_word_is_english():
    yield from check("kk")


@tap.check
def in_russian_every_control_has_a_name_and_no_word_is_english():
    yield from check("ru")


if __name__ == "__main__":
    tap.main()
