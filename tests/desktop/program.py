"""The programs under test, as those who drive a window see them."""
import gettext
import os
import subprocess

from gi.repository import GLib

import desk
import tap

PROGRAM = tap.BUILD / "app/sarap"
SARAPCTL = tap.BUILD / "app/sarapctl/sarapctl"
TODAY = tap.TODAY
LOCALES = {"kk": "kk_KZ.UTF-8", "ru": "ru_RU.UTF-8"}


def say(text, language="kk"):
    """A text of the program as a screen reader has it, in Kazakh if not told otherwise."""
    catalogue = gettext.translation("sarap", tap.BUILD / "po", [language], fallback=True)
    return catalogue.gettext(text).replace("_", "")


def sarapctl(command, *arguments, **options):
    """Runs the administrator's tool on the program's day, which must succeed; what it printed."""
    day = ["--on", TODAY] if command in tap.DATED else []
    return subprocess.run([str(SARAPCTL), command, *map(str, arguments), *day], check=True,
                          encoding="utf-8", stdout=subprocess.PIPE, **options,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout


def start(*arguments, locale=LOCALES["kk"], dpi=None, debug=None, **options):
    """The desktop program in a session of its own.

    dpi: how large the desktop says that text is to be, 96 if it says nothing; debug: the rooms whose
    g_debug is logged, such as "sarap-store".
    """
    command = [str(PROGRAM), *arguments]
    if dpi:
        resource = f"echo 'Xft.dpi: {dpi}' | xrdb -merge"
        command = ["sh", "-c", resource + '; exec "$0" "$@"', *command]
    env = {"SARAP_TODAY": TODAY, "LANGUAGE": "", "G_MESSAGES_DEBUG": debug or ""}
    return desk.Session(command, locale=locale, env=env, **options)


def _of_window(session, method, arguments):
    return session.bus.call_sync("kz.sarap.Sarap", "/kz/sarap/Sarap/window/1", "org.gtk.Actions",
                                 method, arguments, None, 0, 10000, None)


def activate(session, action, text=None):
    """Does what a menu item of the window does."""
    parameters = [GLib.Variant("s", text)] if text is not None else []
    _of_window(session, "Activate", GLib.Variant("(sava{sv})", (action, parameters, {})))


def enabled(session, action):
    """Whether a menu item of the window can be chosen."""
    (on, _, _), = _of_window(session, "Describe", GLib.Variant("(s)", (action,))).unpack()
    return on
