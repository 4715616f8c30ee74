"""The figures: how each is measured, by turns with its baseline, and what it may be."""
import collections
import dataclasses
import operator
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import tempfile

import ground
import windows
from tap import TODAY

BENCH = pathlib.Path(__file__).resolve().parent
TABLES = ("body", "unit", "officer", "service", "deferral", "attestation", "education")
KEYSTROKES = 100
NOTIFICATIONS = 100


@dataclasses.dataclass
class Figure:
    """A number of what a run gave, and the most it may be: as a "ratio" to the baseline's or a
    "difference" from it, or by itself ("alone")."""
    name: str
    value: object  # a function
    unit: str
    limit: float
    kind: str = "ratio"

    def judge(self, ours, baseline):
        """The table's line, and whether the figure holds."""
        mine = statistics.median(map(self.value, ours))
        line = [self.name, f"{mine:.4g} {self.unit}", "", "", f"≤ {self.limit:g} {self.unit}"]
        compared = mine
        if self.kind != "alone":
            other = statistics.median(map(self.value, baseline))
            line[2] = f"{other:.4g} {self.unit}"
            compared = mine / other if self.kind == "ratio" else mine - other
        if self.kind == "ratio":
            line[3:] = f"× {compared:.2f}", f"≤ × {self.limit:g}"
        elif self.kind == "difference":
            line[3:] = f"+ {compared:.1f} {self.unit}", f"≤ + {self.limit:g} {self.unit}"
        hold = compared <= self.limit
        return [*line, "yes" if hold else "**no**"], hold


@dataclasses.dataclass
class Comparison:
    """Ours, and where there is one the baseline, are run by turns; figures are read off both."""
    ours: object  # functions
    baseline: object
    figures: list

    def measure(self, runs):
        ours, baseline = [], []
        for _ in range(runs):
            if self.baseline:
                baseline.append(self.baseline())
            ours.append(self.ours())
        return [figure.judge(ours, baseline) for figure in self.figures]


def due(place, database):
    return place.cost(place.program("sarapctl"), "--db", f"sqlite:{database}", "due", "--all",
                      "--on", TODAY, "--format", "csv")


def compare_due(place):
    _, many, most = place.sizes
    yield Comparison(
        lambda: due(place, place.many), lambda: place.cost(place.program("read-columns"), place.many),
        [Figure(f"`due --all`, {many:,} officers: processor time; a C program that reads the same "
                "columns", lambda cost: cost.cpu * 1000, "ms", 2.5)])
    yield Comparison(
        lambda: due(place, place.most), lambda: due(place, place.many),
        [Figure(f"`due --all`, {most:,} officers: peak memory; {many:,} officers",
                lambda cost: cost.peak_mb, "MB", 1.5)])


def count_rows(database):
    with sqlite3.connect(database) as db:
        return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]


def forget_lines(database):
    """Takes away what asks for functions that Sarap alone has: the lines of the audit chain."""
    with sqlite3.connect(database) as db:
        for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' "
                                "AND sql LIKE '%sarap\\_%' ESCAPE '\\'").fetchall():
            db.execute(f"DROP TRIGGER {name}")


def load_folder(place, name, command, script=""):
    """Into a new database, which then has as many rows as the one that the folder came from."""
    database = place.folder / f"import-{name}.sqlite"
    ground.remove_database(database)
    place.sarapctl(database, "init")
    if script:
        forget_lines(database)
    with tempfile.TemporaryFile("w+") as file:
        file.write(script)
        file.seek(0)
        cost = place.cost(*command(database), stdin=file)
    if count_rows(database) != count_rows(place.many):
        raise RuntimeError(f"{name} did not import everything")
    ground.remove_database(database)
    return cost


def compare_imports(place):
    script = (BENCH / "import.sql").read_text().replace("FOLDER", str(place.csv))
    name = f"import of {place.sizes[1]:,} officers: {{}}; `sqlite3 .import`"
    yield Comparison(
        lambda: load_folder(place, "sarap", lambda database: (
            place.program("sarapctl"), "--db", f"sqlite:{database}", "import", place.csv)),
        lambda: load_folder(place, "sqlite", lambda database: ("sqlite3", "-bail", database), script),
        [Figure(name.format("elapsed"), lambda cost: cost.elapsed, "s", 4),
         Figure(name.format("processor time"), lambda cost: cost.cpu, "s", 4)])


def compare_windows(place, shown):
    few, _, most = place.sizes
    rows = min(windows.ROWS, most - windows.SEEN)
    yield Comparison(
        lambda: shown.sarap(place.most, "first-frame"), lambda: shown.bare("first-frame"),
        [Figure(f"first frame, {most:,} officers, from exec; a bare AdwApplicationWindow",
                lambda said: said["first_frame_us"] / 1000, "ms", 1.3)])
    for when, delay in (("right after the first frame", 0), ("two seconds later", 2000)):
        yield Comparison(
            lambda wish=f"open {delay}": shown.sarap(place.most, wish),
            lambda wish=f"open {delay}": shown.sarap(place.few, wish),
            [Figure(f"opening Officers {when}, until its rows are painted, {most:,} officers; "
                    f"{few:,} officers", lambda said: said["opened_us"] / 1000, "ms", 1.5)])
    yield Comparison(
        lambda: shown.sarap(place.most, f"scroll {rows}"), lambda: shown.bare("rest"),
        [Figure(f"peak memory after scrolling through {rows:,} rows of {most:,}; a bare "
                "AdwApplicationWindow", lambda said: said["peak_kb"] / 1024, "MB", 60, "difference")])


def type_texts(place):
    """How long each keystroke waited for its answer, in milliseconds."""
    command = [place.program("search-typing"), f"sqlite:{place.many}", TODAY,
               *ground.texts_to_type(place.many)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    times = [int(line.split()[0]) / 1000 for line in done.stdout.splitlines()][:KEYSTROKES]
    if len(times) < KEYSTROKES:
        raise RuntimeError(f"only {len(times)} keystrokes asked the database")
    return times


def compare_typing(place):
    quick = KEYSTROKES * 95 // 100
    yield Comparison(
        lambda: type_texts(place), None,
        [Figure(f"search as you type, {place.sizes[1]:,} officers: {quick} of {KEYSTROKES} "
                "keystrokes are answered within", lambda times: sorted(times)[quick - 1], "ms", 50,
                "alone")])


def hear(place, *words):
    """How long each notification took to be known, in milliseconds, on a server of its own."""
    done = subprocess.run([ground.SOURCE / "tests/support/with-postgresql",
                           place.program("feed-latency"), str(NOTIFICATIONS), *words],
                          check=True, stdout=subprocess.PIPE, text=True)
    times = [int(line) / 1000 for line in done.stdout.splitlines()]
    if len(times) < NOTIFICATIONS:
        raise RuntimeError(f"only {len(times)} notifications were heard")
    return times


def compare_feed(place):
    yield Comparison(
        lambda: hear(place, "store"), lambda: hear(place),
        [Figure("a change of somebody else is told, from NOTIFY on; a bare connection that listens",
                statistics.median, "ms", 1.5)])


def measure_all(place, arguments):
    lines = [["figure; baseline", "ours", "baseline", "", "allowed", "holds"], ["---"] * 6]
    all_hold = True
    with windows.Windows(place) as shown:
        for comparison in (*compare_due(place), *compare_imports(place),
                           *compare_windows(place, shown), *compare_typing(place),
                           *compare_feed(place)):
            names = [figure.name for figure in comparison.figures]
            if arguments.only and not any(arguments.only in name for name in names):
                continue
            for line, hold in comparison.measure(arguments.runs):
                ground.say(" | ".join(line))
                lines.append(line)
                all_hold = all_hold and hold
    return ["| " + " | ".join(line) + " |" for line in lines], all_hold


def instructions(*command):
    """How many a program takes, by library."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind")
        subprocess.run(["valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={out}",
                        *map(str, command)], check=True, stdout=subprocess.DEVNULL)
        text = subprocess.run(["callgrind_annotate", "--threshold=100", "--show-percs=no", out],
                              check=True, stdout=subprocess.PIPE, text=True).stdout
    found = collections.Counter()
    for count, name in re.findall(r"^ *([\d,]+) .*\[(.*)\]$", text, re.M):
        found[re.sub(r"[-.\d]*\.so.*", "", os.path.basename(name))] += int(count.replace(",", ""))
    return found


def where_it_goes(place):
    ours = instructions(place.program("sarapctl"), "--db", f"sqlite:{place.many}", "due", "--all",
                        "--on", TODAY, "--format", "csv")
    reading = instructions(place.program("read-columns"), place.many)
    lines = ["| millions of instructions | `due --all` | reading alone |", "| --- | --- | --- |"]
    for name, count in sorted(ours.items(), key=operator.itemgetter(1), reverse=True)[:8]:
        lines.append(f"| {name} | {count / 1e6:.0f} | {reading[name] / 1e6:.0f} |")
    lines.append(f"| all | {ours.total() / 1e6:.0f} | {reading.total() / 1e6:.0f} |")
    return "\n".join(lines)
