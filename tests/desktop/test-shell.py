"""The real program on a fresh account: first start, language, keys, dark style."""
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile

import desk
import tap
from program import PROGRAM, say, start

# Places on the keyboard
KEY_Q, KEY_K, KEY_COMMA, KEY_SLASH = 24, 45, 59, 61
COUNTER = re.compile(r": \d+$")
COUNTERS = 5


def demonstrate(session):
    """First start: the demonstration is made, and Today shows it."""
    session.mouse(session.find(None, say("Try with a demonstration service")))
    return session.wait_for(lambda: session.all("button", COUNTER), 90, "the counters of Today")


def windows(session):
    return len(session.tree(deep=False).children)


@tap.check
def a_first_start_asks_one_question_and_makes_a_demonstration():
    with start(locale="C.UTF-8") as session:  # whoever has no language is spoken to in Kazakh
        for choice in ("Open a file", "Make a new file", "Connect to a server"):
            session.find(None, say(choice))
        counters = demonstrate(session)
        if len(counters) != COUNTERS:
            yield f"{len(counters)} counters, not {COUNTERS}"
        if not any(re.search(r": [1-9]", node.name) for node in counters):
            yield "nobody is due in the demonstration"
        yield from session.complaints()


@tap.check
def a_first_start_says_what_it_is_and_begins_at_the_first_answer():
    with start() as session:
        session.find("label", say("The attestation of officers of the customs bodies: who is due, "
                                  "by which day, and why."), shown=True)
        session.find_focus(name=say("Try with a demonstration service"))
        session.key("F10")
        session.find("menu item", re.compile("Русский"))
        session.key("Escape")
        session.key("Tab", "Tab")
        yield from session.complaints()


@tap.check
def the_help_is_there_over_the_preferences_and_an_officer_is_added_from_today():
    with start() as session:
        demonstrate(session)
        session.key("ctrl+n")
        session.find_focus(name=say("IIN"))
        session.key("ctrl+comma")
        session.wait_for(lambda: windows(session) == 2, 10, "the preferences")
        session.key("F1")
        session.wait_for(lambda: windows(session) == 3, 10, "the help")
        yield from session.complaints()


@tap.check
def a_demonstration_that_is_left_leaves_no_half_of_it():
    with start() as session:
        session.mouse(session.find(None, say("Try with a demonstration service")))
        session.key("ctrl+q")
        if status := session.wait_for_end():
            yield f"it ended with {status}"
        for path in pathlib.Path(session.home).glob("**/demonstration*.sqlite"):
            with sqlite3.connect(path) as db:  # it was quicker
                if db.execute("SELECT count (*) FROM officer").fetchone() == (0,):
                    yield f"{path} is empty"
        yield from session.complaints()


@tap.check
def what_cannot_be_opened_is_told_in_kazakh_alone():
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "text.sqlite")
        with open(text, "w") as file:
            file.write("no database " * 100)
        closed = ("“%s” cannot be opened: it may be where one can only read, or belong to "
                  "somebody else. Copy the file into a folder of your own, and open the copy.")
        missing = "There is no file “%s”. Make a new database, or choose another file."
        for path, sentence in ((text, "This is not a database of Sarap."), (folder, closed),
                               (os.path.join(folder, "none.sqlite"), missing)):
            told = say(sentence)
            with start(path, locale="kk_KZ.UTF-8") as session:
                alert = session.find("alert", re.compile(re.escape(told.replace("%s", path)))).name
                if path not in alert:
                    yield f"which file it is, is not told: {alert!r}"
                if re.search("[a-z]", alert.replace(path, "").replace("Sarap", "")):
                    yield f"not in Kazakh alone: {alert!r}"
                yield from session.complaints()


@tap.check
def the_last_database_is_opened_again():
    with start() as session:
        demonstrate(session)
        session.key("ctrl+q")
        session.wait_for_end()
        yield from session.complaints()
        kept = os.path.join(session.config, "sarap")
        if not os.listdir(kept):
            yield "the database is not remembered"


def palette(session):
    return session.all(None, say("Find anything"), deep=False)


def opens(session, what, condition):
    """Nothing, or that it did not open within ten seconds."""
    try:
        session.wait_for(condition, 10, what)
    except desk.Timeout:
        yield f"no {what}"


def check_keys(layout):
    with start() as session:
        demonstrate(session)
        session.set_layout(layout)
        before = len(palette(session))
        session.keycode(["ctrl"], KEY_K)
        yield from opens(session, "palette", lambda: len(palette(session)) > before)
        session.key("Escape")
        session.keycode(["ctrl"], KEY_COMMA)
        yield from opens(session, "preferences",
                         lambda: session.all(None, say("Preferences"), deep=False)
                         and windows(session) == 2)
        session.key("Escape")
        session.wait_for(lambda: windows(session) == 1, 10, "the preferences to go")
        session.keycode(["ctrl", "shift"], KEY_SLASH)
        yield from opens(session, "list of shortcuts", lambda: windows(session) == 2)
        session.key("Escape")
        session.wait_for(lambda: windows(session) == 1, 10, "the shortcuts to go")
        session.keycode(["ctrl"], KEY_Q)
        yield from opens(session, "end", lambda: session.program.poll() is not None)
        yield from session.complaints()


@tap.check
def keys_work_with_a_kazakh_keyboard_alone():
    yield from check_keys("kz")


@tap.check
def keys_work_with_a_russian_keyboard_alone():
    yield from check_keys("ru")


@tap.check
def another_language_is_spoken_at_once():
    with start() as session:
        demonstrate(session)
        session.keycode(["ctrl"], KEY_COMMA)
        combo = session.find("combo box", None, within=None)
        session.mouse(combo)
        session.key("Down", "Return")
        session.find(None, say("Officers by status", "ru"))
        session.find("label", re.compile("Русский"))
        session.key("Escape")
        session.wait_for(lambda: session.all("button", COUNTER), 30, "Today in Russian")
        session.key("F10")
        session.find("menu item", say("_Preferences", "ru"))
        yield from session.complaints()


@tap.check
def an_address_as_an_option_is_refused_without_its_password():
    said = subprocess.run([PROGRAM, "--db=postgresql://u:SECRET@h/d"], encoding="utf-8",
                          stderr=subprocess.PIPE, check=False)
    if said.returncode == 0 or "--db" not in said.stderr or "SECRET" in said.stderr:
        yield f"it ends with {said.returncode} and says {said.stderr}"


@tap.check
def the_dark_style_is_dark():
    with start(dark=True) as session:
        demonstrate(session)
        picture = session.screenshot()
        width, height = picture.size
        if sum(picture.getpixel((width // 2 + 80, height - 90))) > 300:
            yield "the page is light"
        yield from session.complaints()


@tap.check
def it_works_on_a_small_screen():
    with start(size=(1024, 700)) as session:
        demonstrate(session)
        # Today may be told of a change and be made anew while it is looked at: then look again
        places = session.wait_for(
            lambda: [(node.name, node.extents) for node in session.all("button", COUNTER)])
        session.find("list", say("Pages"), shown=True)
        for name, (x, y, width, height) in places:
            if x + width > 1024 or y + height > 700:
                yield f"{name} lies outside the screen"
        yield from session.complaints()


if __name__ == "__main__":
    tap.main()
