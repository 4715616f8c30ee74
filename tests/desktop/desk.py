"""Drives the real program on a display of its own.

A Session starts Xvfb, a D-Bus, a window manager and the program, all gone when it ends. Widgets are
found over AT-SPI by role and name, keys and the mouse come from xdotool, pictures from Xvfb's frame
buffer. AT-SPI is spoken as plain D-Bus: nothing is cached, and several sessions fit in a process.
"""
import ctypes
import os
import re
import shutil
import struct
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

import tap
from desk_node import ATSPI, PROPERTIES, ROLES, Node, states_of

PR_SET_PDEATHSIG = 1
SIGTERM = 15
BUS = """<busconfig><type>session</type><listen>unix:path={folder}/bus</listen>
<auth>EXTERNAL</auth><servicedir>{folder}/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/><allow user="*"/></policy>
<limit name="max_replies_per_connection">50000</limit>
<limit name="max_match_rules_per_connection">50000</limit></busconfig>"""
GTK_SETTINGS = """[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-font-name=Noto Sans 11
gtk-xft-antialias=1
gtk-xft-hinting=0
gtk-xft-rgba=none
gtk-decoration-layout=:minimize,maximize,close
"""
REGISTRY = ("[D-BUS Service]\nName=org.a11y.atspi.Registry\n"
            "Exec=/usr/libexec/at-spi2-registryd\n")
ROOT = "/org/a11y/atspi/accessible/root"
# What the program sees of its surroundings: the same on every machine
STEADY = {
    "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable", "GTK_A11Y": "atspi",
    "GSETTINGS_BACKEND": "memory", "GIO_USE_VFS": "local", "GTK_USE_PORTAL": "0",
    "ADW_DISABLE_PORTAL": "1", "NO_AT_BRIDGE": "0", "XDG_CURRENT_DESKTOP": "none",
    "GTK_IM_MODULE": "gtk-im-context-simple", "NO_COLOR": "1",
}
KEPT = ("PATH", "TZ", "LD_LIBRARY_PATH", "LD_PRELOAD", "SARAP_DAYS_AHEAD")
KEPT_PREFIXES = ("ASAN_", "LSAN_", "UBSAN_", "G_", "GSETTINGS_SCHEMA")
GONE = ("UnknownMethod", "UnknownObject", "ServiceUnknown")
RING_SECONDS = 4.3  # after the last key GTK hides the ring around the focus


class Timeout(AssertionError):
    """What was waited for did not come."""


class Session:
    """A program on a display of its own.

    command: the program and its arguments; locale, env: what it sees; size: of the screen;
    layout: keyboard layouts, the first in use; dark: the system's style; timeout: for its window;
    home: a folder that outlives the session; companion: a command that runs beside the program.
    """

    def __init__(self, command, locale="C.UTF-8", env=None, size=(1366, 768), layout="us,kz,ru",
                 dark=False, compositor="xcompmgr", timeout=60, home=None, companion=None):
        self.processes = []
        self.size = size
        self.last_input = 0
        self.folder = tempfile.mkdtemp(prefix="desk-")
        self.home = home or self.path("home")
        self._make_folders()
        self.env = self._environment(locale, dark)
        try:
            self._start_display(layout, compositor)
            self.env.update(env or {})
            if companion:
                self._run(companion)
            self.log = open(self.path("program.log"), "w+b")
            self.program = self._run(command, self.log)
            self.root = None
            self.wait_for(self._attach, timeout, "the program's window")
            # what is pressed before that is lost
            self.wait_for(self._has_keyboard, timeout, "the window to be the one that gets the keys")
        except BaseException:
            self.stop()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stop()

    # Starting and ending

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def _make_folders(self):
        for name in ("run", "services"):
            os.makedirs(self.path(name), 0o700)
        self.config = os.path.join(self.home, ".config")
        os.makedirs(os.path.join(self.config, "gtk-4.0"), 0o700, exist_ok=True)
        for path, text in ((self.path("bus.conf"), BUS.format(folder=self.folder)),
                           (self.path("services/registry.service"), REGISTRY),
                           (os.path.join(self.config, "gtk-4.0/settings.ini"), GTK_SETTINGS)):
            with open(path, "w") as file:
                file.write(text)

    def _environment(self, locale, dark):
        env = {name: value for name, value in os.environ.items()
               if name in KEPT or name.startswith(KEPT_PREFIXES)}
        bus = f"unix:path={self.path('bus')}"
        env.update(STEADY, HOME=self.home, XDG_RUNTIME_DIR=self.path("run"),
                   XDG_CONFIG_HOME=self.config,
                   XDG_DATA_HOME=os.path.join(self.home, ".local/share"),
                   XDG_CACHE_HOME=os.path.join(self.home, ".cache"), LANG=locale, LC_ALL=locale,
                   DBUS_SESSION_BUS_ADDRESS=bus, AT_SPI_BUS_ADDRESS=bus)
        if dark:
            env["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        return env

    def _start_display(self, layout, compositor):
        reader, writer = os.pipe()
        self._run(["Xvfb", "-displayfd", str(writer), "-screen", "0", "%dx%dx24" % self.size,
                   "-dpi", "96", "-nolisten", "tcp", "-noreset", "-fbdir", self.path("run")],
                  pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.env["DISPLAY"] = ":" + answer.readline().strip()
        self._run(["dbus-daemon", "--nofork", "--nopidfile", "--nosyslog",
                   "--config-file", self.path("bus.conf")])
        self.set_layout(layout)  # before the window manager, or typing Kazakh remaps keys
        self._run(["openbox", "--sm-disable"])
        if compositor:  # without one, popovers lie on black
            self._run([compositor])
        self.wait_for(lambda: os.path.exists(self.path("bus")), 5, "the bus")
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            "unix:path=" + self.path("bus"),
            flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.wait_for(lambda: "window id" in self.x("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
                      5, "the window manager")

    def _run(self, command, output=None, **options):
        output = output or open(self.path(os.path.basename(command[0]) + ".log"), "wb")
        prctl = ctypes.CDLL(None).prctl  # nothing is left behind if the test is killed
        process = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=output,
                                   stderr=subprocess.STDOUT, start_new_session=True,
                                   preexec_fn=lambda: prctl(PR_SET_PDEATHSIG, SIGTERM), **options)
        self.processes.append(process)
        return process

    def _attach(self):
        if self.program.poll() is not None:
            raise RuntimeError(f"the program ended with {self.program.returncode}\n{self.stderr()}")
        registry = (ATSPI + "Registry", ROOT)
        for ref in self.call(registry, ATSPI + "Accessible", "GetChildren")[0]:
            pid = self.call(("org.freedesktop.DBus", "/"), "org.freedesktop.DBus",
                            "GetConnectionUnixProcessID", GLib.Variant("(s)", (ref[0],)))[0]
            if os.getsid(pid) == self.program.pid:
                self.root = ref
        return bool(self.root and self.call(self.root, ATSPI + "Accessible", "GetChildren")[0])

    def _has_keyboard(self):
        return any("active" in window.states for window in self.tree(deep=False).children)

    def stop(self):
        """Ends everything that was started."""
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait_for_end(self, timeout=10):
        """Waits until the program has ended by itself; returns its exit status."""
        return self.program.wait(timeout)

    def stderr(self):
        self.log.flush()
        with open(self.log.name, errors="replace") as file:
            return file.read()

    def complaints(self):
        """Lines of the program's standard error that should not be there."""
        words = ("WARNING", "CRITICAL", "ERROR")
        return [line for line in self.stderr().splitlines() if any(word in line for word in words)]

    # AT-SPI

    def call(self, ref, interface, method, arguments=None):
        return self.bus.call_sync(ref[0], ref[1], interface, method, arguments, None, 0, 10000,
                                  None).unpack()

    def _gather(self, calls):
        """The answers to many calls, sent at once; None where the object has gone."""
        answers = [None] * len(calls)
        left = [len(calls)]

        def done(bus, result, place):
            try:
                answers[place] = bus.call_finish(result).unpack()
            except GLib.Error as error:
                if not any(word in error.message for word in GONE):
                    answers[place] = error
            left[0] -= 1

        for place, (ref, interface, method, arguments) in enumerate(calls):
            self.bus.call(ref[0], ref[1], interface, method, arguments, None, 0, 10000, None, done,
                          place)
        while left[0]:
            GLib.MainContext.default().iteration(True)
        for answer in answers:
            if isinstance(answer, GLib.Error):
                raise answer
        return answers

    def _grow(self, top, deep):
        """Children level by level; without deep, not inside long lists."""
        found = {top.ref: top}
        level = [top]
        while level:
            below = []
            calls = [(node.ref, ATSPI + "Accessible", "GetChildren", None) for node in level]
            for node, answer in zip(level, self._gather(calls)):
                children = answer[0] if answer else ()
                for ref in children:
                    if ref in found:
                        continue
                    child = found[ref] = Node(self, ref)
                    child.parent = node
                    node.children.append(child)
                    if deep or len(children) <= 40:
                        below.append(child)
            level = below
        return found

    def _facts(self, refs):
        """Interfaces, name, role and states of nodes; by one call where they are many."""
        facts = {}
        if len(refs) > 300:
            cache = self.call((self.root[0], "/org/a11y/atspi/cache"), ATSPI + "Cache", "GetItems")
            facts = {item[0]: (item[5], item[6], item[7], item[9]) for item in cache[0]}
        name = GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))
        asked = [ref for ref in refs if ref not in facts]
        answers = self._gather([call for ref in asked for call in (
            (ref, ATSPI + "Accessible", "GetInterfaces", None), (ref, PROPERTIES, "Get", name),
            (ref, ATSPI + "Accessible", "GetRole", None),
            (ref, ATSPI + "Accessible", "GetState", None))])
        for place, ref in enumerate(asked):
            facts[ref] = tuple(answer[0] if answer else None
                               for answer in answers[4 * place:4 * place + 4])
        return facts

    def tree(self, top=None, deep=True):
        """The widgets as they are now, below a node or of the whole program."""
        fresh = Node(self, top.ref if top else self.root)
        fresh.parent = top and top.parent
        found = self._grow(fresh, deep)
        facts = self._facts(found)
        for ref, node in found.items():
            interfaces, name, role, states = facts[ref]
            if states is None:
                continue
            node.interfaces = frozenset(word[len(ATSPI):] for word in interfaces)
            node.role = ROLES.get(role, role)
            node.states = states_of(states)
            plain = name.replace("_", "")  # GTK 4.8 says "_Ok Ok"
            half = plain[:len(plain) // 2]
            node.name = half if half and plain == half + " " + half else name
        return fresh

    def all(self, role=None, name=None, within=None, deep=True):
        """Every node with this role and name: a text, or a compiled regular expression."""
        def matches(node):
            if role is not None and node.role != role:
                return False
            if name is None:
                return True
            return name.search(node.name) if hasattr(name, "search") else node.name == name
        return [node for node in self.tree(within, deep).walk() if matches(node)]

    def find(self, role=None, name=None, timeout=20, shown=False, within=None):
        """The first such node, waiting for it; after a second also inside long lists."""
        began = time.monotonic()

        def look():
            deep = time.monotonic() - began > 1
            return next((node for node in self.all(role, name, within, deep)
                         if not shown or self.shown(node)), None)
        return self.wait_for(look, timeout, f"{role} {name!r}")

    def gone(self, role=None, name=None, timeout=20):
        """Waits until there is no such node."""
        self.wait_for(lambda: not self.all(role, name, deep=False), timeout,
                      f"{role} {name!r} to go")

    def shown(self, node):
        """Whether it is really on the screen: the window is asked what is there."""
        x, y, width, height = node.extents
        own = {inner.ref for inner in node.walk()}
        points = ((x + width // 2, y + height // 2), (x - 2, y + height // 2),
                  (x + width // 2, y - 2))
        return width > 0 and height > 0 and any(self.pick(node, *point) in own for point in points)

    def pick(self, node, x, y):
        return self.call(node.window.ref, ATSPI + "Component", "GetAccessibleAtPoint",
                         GLib.Variant("(iiu)", (x, y, 1)))[0]

    def focused(self):
        """The node with the focus, or None (an AdwEntryRow never says so)."""
        nodes = [node for node in self.tree(deep=False).walk() if "focused" in node.states]
        title = ""
        if len(nodes) > 1:
            title = self.x("xdotool", "getactivewindow", "getwindowname")
        return next((node for node in nodes if node.window.name == title),
                    nodes[-1] if nodes else None)

    def find_focus(self, role=None, name=None, ref=None, timeout=20):
        """The node with the focus, once it is such a one."""
        def look():
            node = self.focused()
            return node and all(wanted in (None, now) for wanted, now in (
                (role, node.role), (name, node.name), (ref, node.ref))) and node
        return self.wait_for(look, timeout, f"the focus at {role} {name!r}")

    def wait_for(self, condition, timeout=20, what=""):
        """Waits until condition () gives something, and gives that. Where other programs run
        too, it waits longer."""
        began = time.monotonic()
        error = ""
        while True:
            try:
                answer = condition()
                if answer:
                    return answer
            except GLib.Error as raised:
                error = raised
            waited = time.monotonic() - began
            if waited > timeout * tap.slowness():
                raise Timeout(f"waited {waited:.0f} s for {what or condition} {error}")
            time.sleep(0.02)

    # Keys and mouse

    def x(self, *command):
        if command[0] == "xdotool" and "search" not in command:
            self.last_input = time.monotonic()
        return subprocess.run(command, env=self.env, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=30 * tap.slowness()).stdout.decode().strip()

    def set_layout(self, layout):
        self.x("setxkbmap", "-layout", layout)

    def key(self, *keys):
        self.x("xdotool", "key", "--delay", "30", *keys)

    def keycode(self, modifiers, *codes):
        """Presses keys by their place on the keyboard, whatever they give in the layout."""
        for code in codes:
            self.x("xdotool", *[part for name in modifiers for part in ("keydown", name)],
                   "key", str(code), *[part for name in modifiers for part in ("keyup", name)])

    def window_place(self, node):
        """The X window of a node: id, x, y, width, height."""
        found = []
        if node.window.name:
            found = self.x("xdotool", "search", "--onlyvisible", "--name",
                           "^" + re.escape(node.window.name) + "$").split()
        which = found if len(found) == 1 else ["getactivewindow"]
        command = (["getwindowgeometry", "--shell", *which] if len(found) == 1
                   else [*which, "getwindowgeometry", "--shell"])
        lines = self.x("xdotool", *command).splitlines()
        values = dict(line.split("=") for line in lines if "=" in line)
        return tuple(int(values[name]) for name in ("WINDOW", "X", "Y", "WIDTH", "HEIGHT"))

    def at(self, node, across=.5, down=.5):
        """A point of a node on the screen. Not for popovers: GTK 4.8 has their places wrong."""
        window, left, top, width, height = self.window_place(node)
        _, _, inner_width, inner_height = node.window.extents
        x, y, node_width, node_height = node.extents
        shadow = re.search(r"= (\d+), (\d+), (\d+), (\d+)",
                           self.x("xprop", "-id", str(window), "_GTK_FRAME_EXTENTS"))
        s_left, s_right, s_top, s_bottom = map(int, shadow.groups()) if shadow else (0,) * 4
        scale = int(self.env.get("GDK_SCALE", 1))
        return (round(left + s_left + (width - s_left - s_right - inner_width * scale) / 2
                      + (x + node_width * across) * scale),
                round(top + s_top + (height - s_top - s_bottom - inner_height * scale) / 2
                      + (y + node_height * down) * scale))

    def mouse(self, node, button=1, count=1, across=.5, down=.5):
        x, y = self.at(node, across, down)
        self.x("xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(count), "--delay",
               "60", str(button))

    def click(self, node):
        """Presses by accessible action if there is one, else by mouse."""
        for action in ("click", "toggle", "activate"):
            if action in node.actions:
                self.last_input = time.monotonic()
                return node.do(action)
        return self.mouse(node)

    def type(self, text):
        self.x("xdotool", "type", "--delay", "12", text)

    def type_text(self, node, text, keys=True):
        """Replaces an entry's text, by keys or (letters of no layout) over AT-SPI."""
        if keys:
            self.mouse(node)
            self.key("ctrl+a", "BackSpace")
            self.type(text)
        else:
            node.set_text(text)
        self.wait_for(lambda: node.text == text, 5, f"{node} to hold {text!r}")

    def select(self, combo, item):
        """Chooses an item of a drop-down, by keys."""
        self.click(next(node for node in combo.walk() if "click" in node.actions))

        def items():
            return [(node, [label.name for label in node.walk() if label.role == "label"])
                    for node in self.tree(combo).walk() if node.role == "list item"]
        self.wait_for(lambda: any("focused" in node.states for node, _ in items()), 5, "the list")
        there = items()
        now = next(place for place, (node, _) in enumerate(there) if "focused" in node.states)
        want = next(place for place, (_, labels) in enumerate(there) if item in labels)
        self.key(*["Down"] * (want - now), *["Up"] * (now - want), "Return")

    def drag(self, start, end, steps=12):
        (x0, y0), (x1, y1) = self.at(start), self.at(end)
        moves = ["mousemove", x0, y0, "sleep", .1, "mousedown", 1, "sleep", .1]
        for step in range(1, steps + 1):
            moves += ["mousemove", x0 + (x1 - x0) * step // steps, y0 + (y1 - y0) * step // steps,
                      "sleep", .03]
        self.x("xdotool", *map(str, moves + ["sleep", .2, "mouseup", 1]))

    def read_table(self, table):
        """Titles and realised rows of a GtkColumnView: as texts of their cells."""
        def text(cell):
            return " ".join(node.name for node in cell.walk() if node.role == "label")
        fresh = self.tree(table)
        rows = next(node for node in fresh.children if node.role == "list")
        return ([text(cell) for cell in fresh.children[0].children],
                [[text(cell) for cell in row.children] for row in rows.children])

    # Pictures

    def frame(self):
        """The screen as it is, from Xvfb's frame buffer (an XWD image)."""
        from PIL import Image
        with open(self.path("run", "Xvfb_screen0"), "rb") as file:
            data = file.read()
        head = struct.unpack(">25I", data[:100])
        start = head[0] + head[19] * 12
        return Image.frombuffer("RGB", (head[4], head[5]), data[start:start + head[12] * head[5]],
                                "raw", "BGRX", head[12], 1)

    def screenshot(self, path=None, node=None, settle=.12, calm=False):
        """A picture of the screen, or of a node's window, once it does not change any more.

        The pointer, which Xvfb draws, is put into the corner. calm: also without the ring that GTK
        draws around the focus for some seconds after a key.
        """
        if calm:
            time.sleep(max(0, self.last_input + RING_SECONDS - time.monotonic()))
        self.x("xdotool", "mousemove", *map(str, self.size))
        last = self.frame()
        end = time.monotonic() + 5
        while True:
            time.sleep(settle)
            image = self.frame()
            if image.tobytes() == last.tobytes() or time.monotonic() > end:
                break
            last = image
        if node:
            _, x, y, width, height = self.window_place(node)
            image = image.crop((x, y, x + width, y + height))
        if path:
            image.save(path)
        return image
