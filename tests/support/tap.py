"""Checks as the points of a TAP test: each function marked @tap.check yields what is wrong."""
import os
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("MESON_BUILD_ROOT", SOURCE / "build"))
# The day it is for the program, so that a test gives the same on every day
TODAY = "2026-11-22"
# Commands of sarapctl that ask which day it is
DATED = ("demo", "due", "explain")
_checks = []


def check(function):
    _checks.append(function)
    return function


def files(*patterns):
    """Files of the source tree, by patterns such as app/**/*.c, sorted."""
    found = sorted(path for pattern in patterns for path in SOURCE.glob(pattern))
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def name(path):
    return path.relative_to(SOURCE)


def run(*command, **options):
    """What a command printed, and whether it went well."""
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    return done.returncode == 0, done.stdout


def complaints(*command, **options):
    """The lines of a command that must succeed, where it does not."""
    well, text = run(*command, **options)
    return [] if well else text.splitlines() or [f"{command[0]} failed"]


def slowness():
    """Programs that want each processor, at least one: what takes a second on an idle machine takes
    so many."""
    return max(1, os.getloadavg()[0] / os.cpu_count())


def main():
    """Runs every check, or those whose names hold one of the words of the command line."""
    words = sys.argv[1:]
    chosen = [check for check in _checks
              if not words or any(word in check.__name__ for word in words)]
    print(f"1..{len(chosen)}")
    bad = 0
    for number, function in enumerate(chosen, 1):
        try:
            wrong = list(function() or ())
        except Exception as error:  # a check that cannot look has not passed
            wrong = [f"{type(error).__name__}: {error}"]
        title = function.__name__.replace("_", " ")
        print("not ok" if wrong else "ok", number, title)
        for line in wrong:
            print("# " + str(line))
            print(f"{title}: {line}", file=sys.stderr)
        bad += bool(wrong)
    sys.exit(1 if bad else 0)
