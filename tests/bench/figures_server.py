"""The figures of a PostgreSQL server."""
import math
import statistics
import subprocess
import tempfile

import figures_file
import ground
import server
from figure import Comparison, Figure
from tap import TODAY

NOTIFICATIONS = 100
SAVES = 100
# While somebody imports, another saves so often, in milliseconds, until the import is done: slowly
# enough that a save on a busy machine does not come late for the one before it
PACE = 250
ENDLESS = 1000000
WHO = {"agency": "the agency's HR", "body": "HR of a body"}


def due(place, served, login):
    return place.cost(place.program("sarapctl"), "--db", served.name(served.many, login), "due",
                      "--all", "--on", TODAY, "--format", "csv")


def read_columns(place, served, *body):
    return place.cost(place.program("read-columns-server"), served.name(served.many), *body)


def compare_due(place, served):
    for login, body in ("agency", ()), ("body", (server.BODY,)):
        yield Comparison(
            lambda login=login: due(place, served, login),
            lambda body=body: read_columns(place, served, *body),
            [Figure(f"`due --all` by {WHO[login]}, a server with {place.sizes[1]:,} officers: elapsed; "
                    "a C program that reads the same columns as their owner",
                    lambda cost: cost.elapsed * 1000, "ms", 5)])


def save(place, program, uri):
    """How long each of some records took to be saved, in milliseconds."""
    done = subprocess.run([place.program(program), uri, str(SAVES)], check=True,
                          stdout=subprocess.PIPE, text=True)
    return [int(line) / 1000 for line in done.stdout.splitlines()]


def compare_saving(place, served):
    for login, who in WHO.items():
        yield Comparison(
            lambda login=login: save(place, "save-records", served.name(served.many, login)),
            lambda: save(place, "save-plainly", served.name(served.many)),
            [Figure(f"a record saved by {who}, a server with {place.sizes[1]:,} officers; an UPDATE "
                    # with policies, before the views, it took as long as ten
                    "and an INSERT by libpq", statistics.median, "ms", 8)])


def count_rows(served, database):
    counts = "; ".join(f"SELECT count(*) FROM sarap.{table}" for table in figures_file.TABLES)
    return [int(count) for count in served.psql(database, counts).split()]


def load_folder(place, served, command, script=""):
    """Into a database of bodies and units, which then has all that the folder has."""
    with served.copy(served.empty) as database, tempfile.TemporaryFile("w+") as file:
        file.write(script)
        file.seek(0)
        cost = place.cost(*command(database), stdin=file)
        if count_rows(served, database) != figures_file.count_rows(place.many):
            raise RuntimeError(f"{command(database)[0]} did not import everything")
        return cost


def import_folder(place, served, login, folder):
    return load_folder(place, served, lambda database: (
        place.program("sarapctl"), "--db", served.name(database, login), "import", folder))


def copy_folder(place, served, folder):
    return load_folder(place, served, lambda database: (
        "psql", "-Xq", "-d", served.name(database)), ground.read_script("import-server.sql", folder))


def compare_imports(place, served):
    # made when it is asked for
    folders = {"agency": lambda: place.csv, "body": lambda: served.folder_of_body}
    for login, folder in folders.items():
        yield Comparison(
            lambda login=login, folder=folder: import_folder(place, served, login, folder()),
            lambda folder=folder: copy_folder(place, served, folder()),
            [Figure(f"import of {place.sizes[1]:,} officers by {WHO[login]}, a server: elapsed; "
                    "psql's `\\copy` as the owner of the tables", lambda cost: cost.elapsed, "s", 4)])


def save_meanwhile(place, served):
    """How long the records took that were saved during an import, in seconds."""
    with served.copy(served.several) as database:
        saver = subprocess.Popen([place.program("save-records"), served.name(database, "body"),
                                  str(ENDLESS), str(PACE)],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            first = saver.stdout.readline()
            place.cost(place.program("sarapctl"), "--db", served.name(database, "agency"), "import",
                       place.csv)
        finally:
            rest, _ = saver.communicate()
    if not first:
        raise RuntimeError("nothing was saved during the import")
    return [math.inf if line == "failed" else int(line) / 1e6
            for line in (first + rest).splitlines()]


def compare_saving_meanwhile(place, served):
    yield Comparison(
        lambda: save_meanwhile(place, served), None,
        [Figure(f"records saved while another imports {place.sizes[1]:,} officers on a server: 99 of "
                "100 are saved within",
                lambda times: sorted(times)[math.ceil(len(times) * 0.99) - 1], "s", 2, "alone")])


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


def compare(place, served):
    return (*compare_due(place, served), *compare_saving(place, served),
            *compare_imports(place, served), *compare_saving_meanwhile(place, served),
            *compare_feed(place))
