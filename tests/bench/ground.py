"""What the measurements stand on: a release build, and databases of made-up officers."""
import contextlib
import csv
import dataclasses
import functools
import hashlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys

from tap import TODAY

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ("app/sarap", "app/sarapctl/sarapctl", "tests/bench/bare-window",
            "tests/bench/cost", "tests/bench/feed-latency", "tests/bench/read-columns",
            "tests/bench/read-columns-server", "tests/bench/save-plainly",
            "tests/bench/save-records", "tests/bench/search-typing", "tests/bench/probe.so",
            "data/gschemas.compiled", "po/kk/LC_MESSAGES/sarap.mo", "po/ru/LC_MESSAGES/sarap.mo")
FILES_OF_OFFICERS = ("officers.csv", "service.csv", "deferrals.csv", "attestations.csv", "education.csv")
# What the databases are made by
MAKERS = ("data/schema/*", "app/exchange/sarap-demo*", "app/records/sarap-name-keys.c")


def say(text):
    print(text, file=sys.stderr, flush=True)


@contextlib.contextmanager
def making(what):
    """While something is made, nothing is put before what else the machine does."""
    say(f"Making {what}")
    policy, parameters = os.sched_getscheduler(0), os.sched_getparam(0)
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    try:
        yield
    finally:
        os.sched_setscheduler(0, policy, parameters)


class Ground:
    """Programs of a build, and databases: few, many and most officers. What there is not yet is made
    when it is first asked for."""

    def __init__(self, build, folder, sizes):
        self.build = build
        self.folder = folder
        self.sizes = sizes
        self.forget_former()

    @functools.cached_property
    def few(self):
        return self.database(self.sizes[0])

    @functools.cached_property
    def many(self):
        return self.database(self.sizes[1])

    @functools.cached_property
    def most(self):
        return self.database(self.sizes[2])

    @functools.cached_property
    def csv(self):
        """The many, exported."""
        return self.make_folder(f"csv-{self.sizes[1]}",
                                lambda fresh: self.sarapctl(self.many, "export", fresh))

    def program(self, name):
        return str(self.build / next(path for path in PROGRAMS if path.endswith("/" + name)))

    def sarapctl(self, database, *words):
        subprocess.run([self.program("sarapctl"), "--db", f"sqlite:{database}", *map(str, words)],
                       check=True, stdout=subprocess.DEVNULL)

    def cost(self, *command, **options):
        """What a command costs; its output is thrown away."""
        done = subprocess.run([self.program("cost"), *map(str, command)], text=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr}")
        elapsed, cpu, peak = map(int, re.findall(r"_\w+=(\d+)", done.stderr.splitlines()[-1]))
        return Cost(elapsed / 1e6, cpu / 1e6, peak / 1024)

    def database(self, size, seed=1):
        """A made-up service; each seed gives another."""
        path = self.folder / (f"{size}.sqlite" if seed == 1 else f"{size}-{seed}.sqlite")
        if not path.exists():
            with making(f"a service of {size} officers"):
                fresh = path.with_suffix(".new")
                remove_database(fresh)
                self.sarapctl(fresh, "init")
                self.sarapctl(fresh, "demo", "--officers", size, "--seed", seed, "--on", TODAY)
                fresh.rename(path)
        return path

    def make_folder(self, name, fill):
        """A folder of CSV files that a function fills."""
        folder = self.folder / name
        if not folder.exists():
            with making(f"the folder {name}"):
                fresh = self.folder / "csv.new"
                shutil.rmtree(fresh, ignore_errors=True)
                fill(fresh)
                fresh.rename(folder)
        return folder

    def forget_former(self):
        """What was made by other makers goes."""
        stamp = self.folder / "made-by"
        makers = digest_of_makers()
        if stamp.exists() and stamp.read_text() == makers:
            return
        for path in self.folder.glob("*.sqlite"):
            remove_database(path)
        for path in self.folder.glob("csv-*"):
            shutil.rmtree(path)
        stamp.write_text(makers)


@dataclasses.dataclass
class Cost:
    elapsed: float  # seconds
    cpu: float
    peak_mb: float


def remove_database(path):
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def digest_of_makers():
    digest = hashlib.sha256(TODAY.encode())
    for path in sorted(path for pattern in MAKERS for path in SOURCE.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build_release(build):
    say(f"Building in {build}")
    if not (build / "build.ninja").exists():
        run_quietly("/usr/bin/meson", "setup", "--buildtype=release", build, SOURCE)
    run_quietly("/usr/bin/ninja", "-C", build, *PROGRAMS)


def run_quietly(*command):
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + f"\n{command[0]} failed")


def prepare(arguments):
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if not arguments.build:
        subprocess.run([SOURCE / "tests/packages/install", "run", "window", "test"], check=True)
        build_release(arguments.folder / "build")
    return Ground(arguments.build or arguments.folder / "build", arguments.folder.resolve(),
                  arguments.officers)


def read_script(name, folder):
    """The SQL that loads a folder of CSV files."""
    return (SOURCE / "tests/bench" / name).read_text().replace("FOLDER", str(folder))


def read_rows(path):
    with open(path, newline="") as file:
        yield from csv.DictReader(file)


def change_folder(source, target, change):
    """Copies a folder of CSV files; change(row) alters each line that is an officer's, or says False
    for those to be left out. Commissions, which are of some officers and no others, stay behind."""
    target.mkdir()
    for path in source.iterdir():
        if path.name in ("bodies.csv", "units.csv"):
            shutil.copy(path, target)
        if path.name not in FILES_OF_OFFICERS:
            continue
        with open(path, newline="") as file, open(target / path.name, "w", newline="") as copy:
            reader = csv.DictReader(file)
            writer = csv.DictWriter(copy, reader.fieldnames, lineterminator="\n")
            writer.writeheader()
            writer.writerows(row for row in reader if change(row))


def texts_to_type(database):
    """Names, numbers and units as people type them, and some letters that are only alike."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        officers = db.execute("SELECT surname, given_name, iin FROM officer ORDER BY id").fetchall()
        units = [row[0] for row in db.execute("SELECT name_kk FROM unit ORDER BY id")]
    texts = []
    for place in range(12):
        surname, given_name, iin = officers[place * len(officers) // 12]
        words = f"{surname} {given_name[:2]}".lower()
        texts += [words, words[:5].translate(str.maketrans("әғқңөұүһі", "агкноууши")), iin[:5]]
        texts.append(units[place * len(units) // 12].split()[0].lower())
    return texts
