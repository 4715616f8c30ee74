"""A widget of the program under test, as AT-SPI tells of it."""
from gi.repository import GLib

ATSPI = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
# The numbers of AtspiRole that GTK 4.8 uses; find () also takes a number
ROLES = {
    2: "alert", 7: "check box", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 27: "image",
    29: "label", 31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item",
    37: "page tab", 38: "page tab list", 39: "panel", 42: "progress bar", 43: "button",
    44: "radio button", 48: "scroll bar", 49: "scroll pane", 51: "slider", 52: "spin button",
    55: "table", 56: "cell", 57: "column header", 61: "text", 62: "toggle button",
    66: "tree table", 69: "window", 75: "application", 79: "entry", 90: "row", 130: "switch",
}
STATES = """invalid active armed busy checked collapsed defunct editable enabled expandable expanded
focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed
resizable selectable selected sensitive showing single-line stale transient vertical visible
manages-descendants indeterminate required truncated animated invalid-entry supports-autocompletion
selectable-text is-default visited checkable has-popup read-only""".split()
LONG = 1 << 30  # GTK 4.8 gives nothing for -1, the end


def states_of(words):
    bits = words[0] | words[1] << 32
    return frozenset(state for place, state in enumerate(STATES) if bits >> place & 1)


class Node:
    """Role, name and states are as they were when it was found; the rest is asked for."""

    def __init__(self, session, ref):
        self.session = session
        self.ref = ref
        self.children = []
        self.parent = None
        self.role = self.name = ""
        self.states = self.interfaces = frozenset()

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def walk(self):
        """Itself and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def call(self, interface, method, signature=None, *arguments):
        variant = signature and GLib.Variant(signature, arguments)
        return self.session.call(self.ref, ATSPI + interface, method, variant)

    def get(self, interface, name):
        return self.session.call(self.ref, PROPERTIES, "Get",
                                 GLib.Variant("(ss)", (ATSPI + interface, name)))[0]

    @property
    def window(self):
        return next(node for node in [self, *self.above()]
                    if node.parent and node.parent.role == "application")

    @property
    def text(self):
        return self.call("Text", "GetText", "(ii)", 0, LONG)[0]

    @property
    def value(self):
        return self.get("Value", "CurrentValue")

    @property
    def extents(self):
        """x, y, width and height within the window."""
        return self.call("Component", "GetExtents", "(u)", 1)[0]

    @property
    def actions(self):
        """Names of its actions; GetActions would give them translated."""
        if "Action" not in self.interfaces:
            return []
        return [self.call("Action", "GetName", "(i)", place)[0]
                for place in range(self.get("Action", "NActions"))]

    def live_states(self):
        return states_of(self.call("Accessible", "GetState")[0])

    def set_text(self, text):
        return self.call("EditableText", "SetTextContents", "(s)", text)[0]

    def set_value(self, value):
        self.session.call(self.ref, PROPERTIES, "Set", GLib.Variant(
            "(ssv)", (ATSPI + "Value", "CurrentValue", GLib.Variant("d", value))))

    def do(self, action="click"):
        return self.call("Action", "DoAction", "(i)", self.actions.index(action))[0]
