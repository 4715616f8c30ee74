"""What the measurements stand on: a release build, and databases of made-up officers."""
import dataclasses
import hashlib
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
            "tests/bench/search-typing", "tests/bench/probe.so",
            "data/gschemas.compiled", "po/kk/LC_MESSAGES/sarap.mo", "po/ru/LC_MESSAGES/sarap.mo")
# What the databases are made by
MAKERS = ("data/schema/*", "app/exchange/sarap-demo*", "app/records/sarap-name-keys.c")


def say(text):
    print(text, file=sys.stderr, flush=True)


class Ground:
    """Programs of a build, and databases: few, many and most officers."""

    def __init__(self, build, folder, sizes):
        self.build = build
        self.folder = folder
        self.sizes = sizes
        self.few, self.many, self.most = (self.database(size) for size in sizes)
        self.csv = folder / f"csv-{sizes[1]}"

    def program(self, name):
        return str(self.build / next(path for path in PROGRAMS if path.endswith("/" + name)))

    def database(self, size):
        return self.folder / f"{size}.sqlite"

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

    def make_database(self, database, size):
        say(f"Making a service of {size} officers")
        fresh = database.with_suffix(".new")
        remove_database(fresh)
        self.sarapctl(fresh, "init")
        self.sarapctl(fresh, "demo", "--officers", size, "--on", TODAY)
        fresh.rename(database)

    def make(self):
        stamp = self.folder / "made-by"
        makers = digest_of_makers()
        if not stamp.exists() or stamp.read_text() != makers:
            for path in self.folder.glob("*.sqlite"):
                remove_database(path)
            for path in self.folder.glob("csv-*"):
                shutil.rmtree(path)
            stamp.write_text(makers)
        for size in self.sizes:
            if not self.database(size).exists():
                self.make_database(self.database(size), size)
        if not self.csv.exists():
            fresh = self.folder / "csv.new"
            shutil.rmtree(fresh, ignore_errors=True)
            self.sarapctl(self.many, "export", fresh)
            fresh.rename(self.csv)


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
    ground = Ground(arguments.build or arguments.folder / "build", arguments.folder.resolve(),
                    arguments.officers)
    ground.make()
    return ground


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
