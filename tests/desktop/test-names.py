"""What a screen reader calls what can have the focus: never by its class, never nothing."""
import re

from gi.repository import GLib

import tap
from officer_file import File
from program import activate, say, start

ROLES = {"button", "toggle button", "check box", "combo box", "entry", "text", "list item",
         "menu item", "page tab", "radio button", "switch", "table row"}


def nameless(window):
    """Those in sight that can have the focus and have no name of their own."""
    return {f"{node.role} {node.name!r} in {next(node.above()).role}"
            for node in window.tree().walk()
            if node.role in ROLES and {"focusable", "visible"} <= node.states
            and re.match(r"(Gtk|Adw|Sarap)[A-Z]|$", node.name)}


@tap.check
def what_the_first_screen_has():
    with start() as window:
        window.find(None, say("Connect to a server"))
        yield from nameless(window)
        window.click(window.find(None, say("Connect to a server")))
        window.find(None, say("Encryption (TLS)"))
        yield from nameless(window)
        yield from window.complaints()


@tap.check
def what_the_pages_and_a_file_have():
    with File() as file:
        window = file.window
        yield from nameless(window)
        activate(window, "open-path", "today")
        window.find("list item", timeout=60, shown=True)
        yield from nameless(window)
        activate(window, "open-path", "officers?status=due")
        window.find("button", re.compile(say("Status")), shown=True)
        yield from nameless(window)
        yield from window.complaints()


@tap.check
def a_toast_is_told():
    """GTK 4.8 announces nothing: an alert is called anew, and a screen reader is told."""
    with File() as file:
        window = file.window
        heard = []

        def on_event(_bus, _sender, path, _interface, _signal, parameters):
            kind, _, _, name = parameters.unpack()[:4]
            if kind == "accessible-name" and name:
                heard.append((path, name))
        window.bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "PropertyChange", None,
                                    None, 0, on_event)
        window.key("alt+Left")
        window.find("entry", say("Search officers"), shown=True)
        for _ in range(2):
            del heard[:]
            window.key("ctrl+a", "ctrl+shift+i")

            def told():
                while GLib.MainContext.default().iteration(False):
                    pass
                return any("көшірілді" in name and path in
                           [node.ref[1] for node in window.all("alert")] for path, name in heard)
            window.wait_for(told, 10, "an alert that tells what was copied")
        yield from window.complaints()


@tap.check
def what_can_be_chosen_has_its_whole_name():
    """In the list of a choice, and a tick at the present value."""
    with start(size=(1024, 700)) as window:
        window.click(window.find(None, say("Connect to a server")))
        combo = window.find("combo box", say("Encryption (TLS)"), shown=True)
        window.mouse(combo)
        for text in ("Required, the server is verified", "Required, any certificate",
                     "If the server offers it"):
            item = window.find("list item", say(text))
            label = next(node for node in item.walk() if node.role == "label")
            if label.name != say(text):
                yield f"{say(text)} is shown as {label.name}"
        window.key("Down", "Return")
        window.find("label", say("Required, any certificate"), shown=True)
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
