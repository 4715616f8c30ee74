"""The help as a person uses it, in Kazakh, over a demonstration service."""
import os
import re
import shutil
import tempfile

import tap
from program import sarapctl, say, start

HEADING = 83  # ATSPI_ROLE_HEADING
# Places on the keyboard
KEY_W, KEY_COMMA = 25, 59


def page(topic, language="kk"):
    return (tap.SOURCE / f"data/help/{language}/{topic}.md").read_text()


def title(topic, language="kk"):
    return re.match("# (.*)", page(topic, language))[1]


class Help:
    """A demonstration service, the window with it, and the help beside it."""

    def __init__(self, database=True, **options):
        self.with_database = database
        self.options = options

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="sarap-help-")
        self.database = "sqlite:" + self.path("demo.sqlite")
        if self.with_database:
            sarapctl("demo", "--db", self.database, "--officers", 40)
        self.window = start(*[self.database] * self.with_database, **self.options)
        if self.with_database:
            self.window.find("button", re.compile(r": \d+$"), timeout=60)
        return self

    def __exit__(self, *exception):
        self.window.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def windows(self):
        return self.window.tree(deep=False).children

    def opens(self, topic, language="kk"):
        """Waits until the page about a topic is shown."""
        heading = self.window.find(HEADING, title(topic, language))
        self.window.wait_for(lambda: heading.window.name == say("Help", language), 10,
                             "the title of the window")

    def ask(self, topic):
        """Opens the help by F1, sees that it is about the topic, and closes it."""
        before = len(self.windows())
        self.window.key("F1")
        self.opens(topic)
        self.close("Escape", before)

    def close(self, key, left):
        self.window.key(key)
        self.window.wait_for(lambda: len(self.windows()) == left, 10, f"the help to go by {key}")

    def go_to_main(self):
        main = next(node for node in self.windows() if node.name.endswith(say("Sarap")))
        self.window.x("xdotool", "windowactivate", "--sync",
                      str(self.window.window_place(main)[0]))

    def rows(self):
        """Names in the list at the left, once there is one."""
        found = [node for node in self.window.all("list") if node.name in
                 (say("Topics"), say("What was found"))]
        return found[0].name, [row.name for row in self.window.tree(found[0]).children
                               if row.role == "list item"]


@tap.check
def f1_opens_the_topic_of_the_page_one_is_on():
    with Help() as help:
        window = help.window
        help.ask("today")
        window.key("alt+2")
        table = window.find("tree table", say("Officers"))
        rows = next(node for node in table.children if node.role == "list")
        first = window.wait_for(lambda: window.tree(rows).children, 20, "officers")[0]
        help.ask("officers")
        window.mouse(first, count=2)
        window.find("button", say("Back to the list"), shown=True)
        help.ask("file")
        window.key("F10")
        window.key("Escape")
        yield from window.complaints()


@tap.check
def before_a_database_is_open_it_begins_at_the_beginning():
    with Help(database=False) as help:
        window = help.window
        window.find(None, say("Connect to a server"), shown=True)
        help.ask("first-steps")
        window.mouse(window.find(None, say("Connect to a server"), shown=True))
        window.find(None, say("User name"), shown=True)
        help.ask("server")
        yield from window.complaints()


@tap.check
def it_is_of_use_while_an_import_is_decided_on():
    with Help() as help:
        window = help.window
        sarapctl("export", help.path("staff"), "--db", help.database)
        window.key("ctrl+i")
        window.wait_for(lambda: len(help.windows()) == 2, 20, "the file chooser")
        window.key("slash")
        entry = window.find("text", re.compile("^GtkFileChooserEntry$"), shown=True)
        window.type_text(entry, help.path("staff"), keys=False)
        window.key("Return")
        window.find("label", say("Nothing to change"))
        window.key("F1")
        help.opens("import")
        window.type("қате")
        window.wait_for(lambda: help.rows()[0] == say("What was found"), 10, "what was found")
        window.key("Escape")
        help.close("Escape", 2)
        window.find("label", say("Nothing to change"))
        yield from window.complaints()


def selected(node):
    """What is marked in a label."""
    number, = node.call("Text", "GetNSelections")
    if not number:
        return ""
    start, end = node.call("Text", "GetSelection", "(i)", 0)
    return node.text[start:end]


@tap.check
def what_is_typed_is_found_in_every_page():
    with Help() as help:
        window = help.window
        window.key("F1")
        help.opens("today")
        window.key("Down", "Up")  # the list has the focus
        window.type("нүктелі табул")
        name, rows = window.wait_for(
            lambda: help.rows() if help.rows()[0] == say("What was found") else None, 10, "hits")
        for row in rows:
            if row not in page("import"):
                yield f"{row} is found, and is not of the only page with that word"
        window.key("Down")
        help.opens("import")
        window.wait_for(lambda: any(selected(node) == "нүктелі" for node in window.all("label")
                                    if "нүктелі" in node.name and "Text" in str(node.interfaces)),
                        10, "the word marked on the page")
        window.key("ctrl+f", "ctrl+a")
        window.type("жоқсөз")
        window.find("label", say("Nothing in the help has all these words."))
        window.key("Escape")
        window.wait_for(lambda: help.rows()[0] == say("Topics"), 10, "the topics")
        if len(help.rows()[1]) != len(list((tap.SOURCE / "data/help/kk").iterdir())):
            yield f"the topics are {help.rows()[1]}"
        yield from window.complaints()


@tap.check
def links_are_followed_and_left_again_by_keys():
    with Help() as help:
        window = help.window
        window.key("F1")
        help.opens("today")
        link = re.search(r"\]\(([a-z-]+)\.md\)", page("today"))[1]
        window.key("Tab", "Return")
        help.opens(link)
        window.key("alt+Left")
        help.opens("today")
        yield from window.complaints()


@tap.check
def it_follows_the_language():
    with Help() as help:
        window = help.window
        window.key("F1")
        help.opens("today")
        help.go_to_main()
        window.keycode(["ctrl"], KEY_COMMA)
        combo = window.find("combo box", None)
        window.mouse(combo)
        window.key("Down", "Return")
        help.opens("today", "ru")
        help_list = window.find("list", say("Topics", "ru"))
        rows = [row.name for row in window.tree(help_list).children]
        if title("officers", "ru") not in rows:
            yield f"the topics are {rows}"
        yield from window.complaints()


@tap.check
def the_menu_and_the_palette_have_it():
    with Help() as help:
        window = help.window
        window.key("F10")
        window.click(window.find("menu item", say("_Help")))
        help.opens("today")
        help.close("Escape", 1)
        window.key("ctrl+k")
        window.type(say("Help"))
        window.find("list item", say("Help"))
        window.key("Return")
        help.opens("today")
        yield from window.complaints()


@tap.check
def it_closes_by_keys_and_with_the_last_window():
    with Help(layout="kz") as help:
        window = help.window
        window.key("F1")
        help.opens("today")
        window.keycode(["ctrl"], KEY_W)
        window.wait_for(lambda: len(help.windows()) == 1, 10, "the help to go")
        window.key("F1")
        help.opens("today")
        help.go_to_main()
        window.keycode(["ctrl"], KEY_W)
        window.wait_for(lambda: window.program.poll() is not None, 10, "the program to end")
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
