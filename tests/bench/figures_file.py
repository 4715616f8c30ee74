"""The figures of a file, and of windows that show it."""
import sqlite3
import subprocess
import tempfile

import ground
import windows
from figure import Comparison, Figure
from tap import TODAY

TABLES = ("body", "unit", "officer", "service", "deferral", "attestation", "education")
KEYSTROKES = 100


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


def verify(place, database):
    return place.cost(place.program("sarapctl"), "--db", f"sqlite:{database}", "verify")


def compare_verify(place):
    _, many, most = place.sizes
    yield Comparison(
        lambda: verify(place, place.many),
        lambda: place.cost(place.program("read-columns"), place.many, "all"),
        [Figure(f"`verify`, {many:,} officers: processor time; a C program that reads every column",
                lambda cost: cost.cpu, "s", 60)])
    yield Comparison(
        lambda: verify(place, place.most), lambda: verify(place, place.many),
        [Figure(f"`verify`, {most:,} officers: peak memory; {many:,} officers",
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
    name = f"import of {place.sizes[1]:,} officers: {{}}; `sqlite3 .import`"
    yield Comparison(
        lambda: load_folder(place, "sarap", lambda database: (
            place.program("sarapctl"), "--db", f"sqlite:{database}", "import", place.csv)),
        lambda: load_folder(place, "sqlite", lambda database: ("sqlite3", "-bail", database),
                            ground.read_script("import.sql", place.csv)),
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


def compare(place, shown):
    return (*compare_due(place), *compare_verify(place), *compare_imports(place),
            *compare_windows(place, shown), *compare_typing(place))
