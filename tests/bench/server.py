"""A PostgreSQL server of the measurements' own, and the databases on it."""
import contextlib
import functools
import os
import pathlib
import subprocess
import tempfile
import urllib.parse

import ground

PASSWORD = "password"
# The agency, and the body with the most officers
AGENCY = "KBA"
BODY = "ALM"
# What save-plainly writes to
PLAIN = """
CREATE SCHEMA plain;
CREATE TABLE plain.deferral (LIKE sarap.deferral INCLUDING INDEXES INCLUDING CONSTRAINTS);
INSERT INTO plain.deferral SELECT * FROM sarap.deferral;
CREATE TABLE plain.line (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, moment text,
  actor text, action text, record text, record_id bigint, officer_id bigint, detail text);
"""


def move_to_body(row):
    if row.get("body"):
        row.update(body=BODY, unit="")
    return True


class Server:
    """A server that waits for the disk, unless the environment says otherwise. What stands on it is
    made when it is first asked for."""

    def __init__(self, place):
        self.place = place
        self.stack = contextlib.ExitStack()
        self.copies = 0

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stack.close()

    @functools.cached_property
    def owner(self):
        """The connection of a superuser; the server runs until its standard input ends."""
        ground.say("Starting a PostgreSQL server")
        # /var/tmp is on a disk, and open to the server's own user
        env = {"SARAP_TEST_POSTGRESQL_SYNCS": "1", **os.environ, "TMPDIR": "/var/tmp"}
        process = subprocess.Popen(
            [ground.SOURCE / "tests/support/with-postgresql", "sh", "-c",
             'echo "$SARAP_TEST_POSTGRESQL"; exec cat > /dev/null'],
            env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.stack.enter_context(process)
        name = process.stdout.readline().strip()
        if not name:
            raise RuntimeError("no PostgreSQL server could be started")
        return urllib.parse.urlsplit(name)

    def name(self, database, login=""):
        """The URI of a database, for a login or for the owner of the tables."""
        uri = self.owner
        if login:
            uri = uri._replace(netloc=f"{login}:{PASSWORD}@{uri.netloc.rpartition('@')[2]}")
        return uri._replace(path="/" + database).geturl()

    def psql(self, database, sql):
        done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.name(database)],
                              input=sql, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def sarapctl(self, database, *words, **options):
        subprocess.run([self.place.program("sarapctl"), "--db", self.name(database),
                        *map(str, words)], check=True, stdout=subprocess.DEVNULL, text=True,
                       **options)

    def make(self, database, *words):
        """A new database, which a command of sarapctl fills."""
        with ground.making(f"the database {database} on a server"):
            self.psql("postgres", f"CREATE DATABASE {database}")
            self.sarapctl(database, "init")
            self.sarapctl(database, *words)
            for login, body in ("agency", AGENCY), ("body", BODY):
                self.sarapctl(database, "user", "add", login, "--role", "hr", "--body", body,
                              input=PASSWORD + "\n")
            self.psql(database, "ANALYZE")
        return database

    # Databases -----------------------------------------------------------------------------------

    @functools.cached_property
    def many(self):
        """The same officers as in the file of many."""
        database = self.make("many", "restore", self.place.many)
        self.psql(database, PLAIN + "CHECKPOINT")
        return database

    @functools.cached_property
    def empty(self):
        """Bodies and units, and no officers."""
        return self.make("empty", "import", self.place.make_folder(
            f"csv-places-{self.place.sizes[1]}", lambda fresh: ground.change_folder(
                self.place.csv, fresh, lambda row: False)))

    @functools.cached_property
    def several(self):
        """A few officers, none of whom is among the many."""
        few, many, _ = self.place.sizes
        return self.make("several", "import", self.place.make_folder(f"csv-{few}-not-of-{many}",
                                                                  self.export_several))

    def export_several(self, fresh):
        with tempfile.TemporaryDirectory() as folder:
            exported = pathlib.Path(folder) / "csv"
            self.place.sarapctl(self.place.database(self.place.sizes[0], 2), "export", exported)
            taken = {row["iin"] for row in ground.read_rows(self.place.csv / "officers.csv")}
            ground.change_folder(exported, fresh, lambda row: row["iin"] not in taken)

    @functools.cached_property
    def folder_of_body(self):
        """The many, as if all of them had always served in the one body."""
        return self.place.make_folder(
            f"csv-{BODY}-{self.place.sizes[1]}",
            lambda fresh: ground.change_folder(self.place.csv, fresh, move_to_body))

    @contextlib.contextmanager
    def copy(self, template):
        """A copy of a database for one measurement."""
        self.copies += 1
        database = f"copy_{self.copies}"
        self.psql("postgres", f"CREATE DATABASE {database} TEMPLATE {template}")
        self.sarapctl(database, "init")
        self.psql(database, "CHECKPOINT")
        yield database
        self.psql("postgres", f"DROP DATABASE {database}")
