"""tally.py [--broken N] [STATUS TESTLOG]…: what meson's logs say in all, and tests/run's last line.

STATUS is what `meson test` ended with, TESTLOG its testlog.json. Each point of a TAP test counts as
a test of its own. With CI=true a skipped test is a failure."""
import argparse
import json
import os
import re
import sys

POINT = re.compile(r"^(not )?ok\b[^#\n]*(# *(skip|todo))?", re.IGNORECASE | re.MULTILINE)
GOOD = ("OK", "EXPECTEDFAIL", "SKIP")


def count(test):
    """Passed, failed and skipped of one test of the log."""
    points = list(POINT.finditer(test.get("stdout") or ""))
    skipped = sum((p[3] or "").lower() == "skip" for p in points)
    failed = sum(bool(p[1]) and not p[2] for p in points)
    passed = len(points) - skipped - failed
    bad = test["result"] not in GOOD
    if bad and not failed:  # ended too early, or leaked, with no point to say so
        failed = 1
    elif not bad and test["result"] == "SKIP" and not skipped:
        skipped = 1
    elif not bad and not points:
        passed = 1
    if bad or skipped:
        print(f"{test['result']}: {test['name']}")
    return passed, failed, skipped


def count_log(status, path):
    try:
        with open(path, encoding="utf-8") as log:
            counts = [count(json.loads(line)) for line in log]
    except OSError as error:
        print(f"FAILED: no log of the tests: {error}")
        return 0, 1, 0
    passed, failed, skipped = (sum(c) for c in zip(*counts)) if counts else (0, 0, 0)
    if status != "0" and not failed:
        print(f"FAILED: meson test ended with {status} ({path})")
        failed = 1
    return passed, failed, skipped


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--broken", type=int, default=0, help="failures that are in no log")
    parser.add_argument("logs", nargs="*")
    arguments = parser.parse_args()
    passed, failed, skipped = 0, arguments.broken, 0
    for status, path in zip(arguments.logs[::2], arguments.logs[1::2]):
        log = count_log(status, path)
        passed, failed, skipped = passed + log[0], failed + log[1], skipped + log[2]
    if skipped and os.environ.get("CI") == "true":
        print("A skipped test counts as failed here (CI=true).")
        failed, skipped = failed + skipped, 0
    if not passed and not failed:
        print("FAILED: no test ran")
        failed = 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
