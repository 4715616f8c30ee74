"""A server's database as a person uses it, in Kazakh: connecting, the password kept by the secret
service, what one's role may see, and a server that goes away and comes back."""
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid

import tap
from program import enabled, sarapctl, say, start

SERVER = os.environ.get("SARAP_TEST_POSTGRESQL")
DATA = os.environ.get("SARAP_TEST_POSTGRESQL_DATA")
PASSWORD = "Жұлдыз 7"
LOST = ("The server does not answer. What was saved is not lost, and what you typed stays; what is "
        "shown may be out of date. The program keeps trying. If this lasts, ask the administrator of "
        "the server.")
LOST_SAID = say(LOST)
IIN = "010101550003"
# Seconds that this machine may take besides
SLACK = 5
# The real one of the GNOME desktop, opened as a login does
KEYRING = ["/bin/sh", "-c", "printf %s login | exec gnome-keyring-daemon --foreground "
           "--components=secrets --unlock"]
# As the program's own sessions look for tables and views
WITH_PATH = os.environ | {"PGOPTIONS": "-c search_path=sarap,whole,desk,pg_temp"}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, encoding="utf-8",
                          stdout=subprocess.PIPE, **options).stdout


class Service:
    """The golden folder on the server, with an account of one body's HR service."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="sarap-server-")
        self.address = urllib.parse.urlsplit(SERVER)
        self.database = "window_" + uuid.uuid4().hex[:12]
        self.psql("CREATE DATABASE " + self.database, "postgres")
        owner = self.address._replace(path="/" + self.database).geturl()
        sarapctl("init", "--db", owner)
        sarapctl("import", tap.SOURCE / "tests/golden/due", "--db", owner)
        self.login = "asel_" + self.database
        sarapctl("user", "add", self.login, "--role", "hr", "--body", "ALM", "--db", owner,
                 input=PASSWORD + "\n")
        return self

    def __exit__(self, *exception):
        self.folder.cleanup()

    def psql(self, sql, database=None, login=None):
        netloc = self.address.netloc
        if login:
            netloc = f"{login}:{urllib.parse.quote(PASSWORD)}@" + netloc.rpartition("@")[2]
        uri = self.address._replace(netloc=netloc, path="/" + (database or self.database)).geturl()
        return run("psql", "-XAtqv", "ON_ERROR_STOP=1", "-d", uri, "-c", sql, env=WITH_PATH).strip()

    def start(self):
        return start(home=self.folder.name, companion=KEYRING)

    def connect(self, window):
        window.mouse(window.find(None, say("Connect to a server")))
        for label, text in (("Server (several separated by commas)", self.address.hostname),
                            ("Port", str(self.address.port)), ("Database", self.database),
                            ("User name", self.login)):
            window.type_text(self.entry(window, label), text)
        # this server speaks no TLS
        window.mouse(window.find("combo box", say("Encryption (TLS)")))
        window.key("Down", "Down", "Return")

    def try_password(self, window, password):
        window.type_text(self.entry(window, "Password"), password, keys=False)
        window.click(window.find("button", say("_Connect"), shown=True))

    @staticmethod
    def entry(window, label):
        return window.find("text", say(label), shown=True)

    def n_own(self):
        """How many the server has for this login, read without the program."""
        return int(self.psql("SELECT count (*) FROM officer", login=self.login))

    def wait_for_list(self, window):
        window.wait_for(lambda: window.all("list", say("Pages")), 30, "the side bar")
        window.key("alt+2")
        return window.wait_for(lambda: [n for n in window.all("label", re.compile(
            r"^%d " % self.n_own()))], 30, f"a list of {self.n_own()}")


def fill_in(service, window):
    for label, text in (("IIN", IIN), ("Given name", "Дәулет"), ("Date of birth", "01.01.2001")):
        window.type_text(service.entry(window, label), text, keys=False)
    window.select(window.find("combo box", say("Sex"), shown=True), say("Male"))


@contextlib.contextmanager
def server_away():
    """The server is stopped, and started again at the end."""
    as_owner = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
    control = [*(as_owner if os.getuid() == 0 else []), "/usr/lib/postgresql/15/bin/pg_ctl",
               "--silent", "-D", DATA]
    run(*control, "-m", "immediate", "stop", cwd="/")
    try:
        yield
    finally:
        run(*control, "--wait", "-l", str(pathlib.Path(DATA).with_name("server.log")), "start", cwd="/")


def children_of(first):
    """What a process started and is still there."""
    parents = {}
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(path.parent.name)] = path.read_text().rpartition(")")[2].split()[1]
    return [pid for pid, parent in parents.items() if parent == str(first)]


def send(pid, number):
    """Backends come to their end by themselves, too."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


@contextlib.contextmanager
def server_hangs():
    """The server does nothing any more, without dying; at the end it goes on."""
    first = int(pathlib.Path(DATA, "postmaster.pid").read_text().split()[0])
    send(first, signal.SIGSTOP)  # so that it starts no more of them
    stopped = [first, *children_of(first)]
    for pid in stopped[1:]:
        send(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in stopped:
            send(pid, signal.SIGCONT)


@tap.check
def a_password_is_asked_for_once_and_only_the_own_body_is_shown():
    with Service() as service:
        everybody = int(service.psql("SELECT count (*) FROM officer"))
        if not 0 < service.n_own() < everybody:
            yield f"the body has {service.n_own()} of {everybody} officers"
        with service.start() as window:
            service.connect(window)
            service.try_password(window, "not this one")
            window.find("alert", re.compile(re.escape(say(
                "The server does not let you in: the user name or the password is wrong or missing."))), shown=True)
            stranger = "stranger_" + service.database
            service.psql(f"CREATE ROLE {stranger} LOGIN PASSWORD '{PASSWORD}'")
            window.type_text(service.entry(window, "User name"), stranger)
            service.try_password(window, PASSWORD)
            no_account = say("You have no account in “%s”. Ask the administrator for one.")
            window.find("alert", re.compile(".*".join(map(re.escape, no_account.split("%s")))),
                        shown=True)
            window.type_text(service.entry(window, "User name"), service.login)
            service.try_password(window, PASSWORD)
            service.wait_for_list(window)
            window.key("ctrl+a", "ctrl+shift+i")
            window.find("label", re.compile("^%d .* көшірілді$" % service.n_own()))
            if not enabled(window, "import") or enabled(window, "backup"):
                yield "a body's HR service has no import, or a backup of what it does not see"
            yield from window.complaints()
            window.key("ctrl+q")
            window.wait_for_end()
        with service.start() as window:
            service.wait_for_list(window)
            if window.all("text", say("Password")):
                yield "the password is asked for again"
            yield from window.complaints()


@tap.check
def a_server_that_goes_away_is_told_and_comes_back_by_itself():
    with Service() as service, service.start() as window:
        service.connect(window)
        service.try_password(window, PASSWORD)
        service.wait_for_list(window)
        window.key("ctrl+n")
        surname = service.entry(window, "Surname")
        window.type_text(surname, "Әбенов", keys=False)
        with server_away():
            window.wait_for(lambda: any(window.shown(n) for n in window.all("label", LOST_SAID)), 60,
                            "the window to say that the server is away")
            if surname.text != "Әбенов":
                yield f"what was typed has become {surname.text!r}"
        window.wait_for(lambda: not any(window.shown(n) for n in window.all("label", LOST_SAID)), 60,
                        "the window to find the server again")
        fill_in(service, window)
        window.key("ctrl+s")
        window.wait_for(lambda: service.psql(f"SELECT surname FROM officer WHERE iin = '{IIN}'"), 30,
                        "the officer in the database")
        # the server went away in the middle: that much may be said, and no more
        yield from window.complaints()


@tap.check
def a_server_that_hangs_is_told_while_the_form_and_the_window_go_on():
    with Service() as service, service.start() as window:
        service.connect(window)
        service.try_password(window, PASSWORD)
        service.wait_for_list(window)
        connected = window.find("label", re.compile("^" + re.escape(
            say("Connected · %s") % service.database)), shown=True)
        window.key("ctrl+n")
        surname = service.entry(window, "Surname")
        window.type_text(surname, "Әбенов", keys=False)
        fill_in(service, window)
        with server_hangs():
            # it hangs while it is to save
            window.key("ctrl+s")
            began = time.monotonic()
            window.wait_for(lambda: any(window.shown(n) for n in window.all("label", LOST_SAID)), 60,
                            "the window to say that the server does not answer")
            if time.monotonic() - began > 10 + SLACK:
                yield f"that the server does not answer was told after {time.monotonic() - began} s"
            if connected.text == say("Connected · %s") % service.database:
                yield "it is still said to be connected"
            if surname.text != "Әбенов":
                yield f"what was typed has become {surname.text!r}"
            # nobody waits for the server any more: the form can be left
            window.click(window.find("button", say("_Cancel"), shown=True))
            window.wait_for(lambda: not window.all("text", say("Surname")), 20, "the form to go")
        window.wait_for(lambda: not any(window.shown(n) for n in window.all("label", LOST_SAID)), 60,
                        "the window to find the server again")
        if found := service.psql(f"SELECT surname FROM officer WHERE iin = '{IIN}'"):
            yield f"{found} was saved, and nobody said so"
        with server_hangs():
            window.key("ctrl+q")
            began = time.monotonic()
            window.wait_for_end(30)
            if time.monotonic() - began > SLACK:
                yield f"the window was closed after {time.monotonic() - began} s"
        yield from window.complaints()


if __name__ == "__main__":
    if SERVER is None or DATA is None:
        print("1..0 # SKIP there is no PostgreSQL: run it by tests/support/with-postgresql")
        sys.exit(0)
    tap.main()
