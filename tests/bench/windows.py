"""Windows, measured from inside by probe.c, on a display of their own."""
import contextlib
import functools
import os
import re
import subprocess
import time

import desk
from tap import TODAY

LOCALE = "kk_KZ.UTF-8"
ROWS = 10000
SEEN = 50  # rows that stand on the last page
LONGEST = 600  # seconds


class Display(desk.Session):
    """A display without a program of its own."""

    def _attach(self):
        return True

    def _has_keyboard(self):
        return True


class Windows:
    def __init__(self, place):
        self.place = place
        self.stack = contextlib.ExitStack()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stack.close()

    @functools.cached_property
    def display(self):
        """Started when the first window is to be seen."""
        display = Display(["true"], locale=LOCALE)
        self.stack.callback(display.stop)
        return display

    def run(self, command, wish):
        """What the probe says of a program from its start to its end."""
        # the files are known to whoever made them, and are not looked through again
        state = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
        env = dict(self.display.env, LD_PRELOAD=self.place.program("probe.so"), SARAP_PROBE=wish,
                   SARAP_TODAY=TODAY, XDG_STATE_HOME=state)
        began = time.monotonic_ns() // 1000
        done = subprocess.run(command, env=env, timeout=LONGEST, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = {name: int(value) for name, value in re.findall(r"PROBE (\w+)=(\d+)", done.stderr)}
        if done.returncode != 0 or "peak_kb" not in said:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr}")
        said["first_frame_us"] = said["first_frame_at"] - began
        return said

    def sarap(self, database, wish):
        return self.run([self.place.program("sarap"), f"sqlite:{database}"], wish)

    def bare(self, wish):
        return self.run([self.place.program("bare-window")], wish)
