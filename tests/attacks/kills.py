"""What is killed while it works, and what holds in the database afterwards."""
import contextlib
import csv
import io
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from pathlib import Path

from ground import DAY, PASSWORD, POSTGRESQL, SUPPORT, uri_of
from here import FILES, SARAPCTL
from libpq import Refused, Session

SEED = int(os.environ.get('SARAP_TEST_SEED', 1))
OFFICERS = '60'
EDITOR = sys.argv[3]
DATA = os.environ.get('SARAP_TEST_POSTGRESQL_DATA')
# The editors write these alone, so an import that leaves them out is there as a whole, or not at all
EDITED = 'education.csv'
# Longer than anything here takes on a loaded machine, s
LONGEST = 120
# Of what killed programs leave, the most that there is at a time: each takes away what is there before
# it makes its own, and an export makes ten files
MOST_LEFT = 11
# What an editor that works says at least every so often on a loaded machine, s
PATIENCE = 60


def wait_for(condition, what, longest=LONGEST):
    """What the condition gives as soon as it is true."""
    until = time.monotonic() + longest
    while not (answer := condition()):
        assert time.monotonic() < until, f'{what}: not within {longest} s'
        time.sleep(0.01)
    return answer


def rows_of(text):
    return list(csv.reader(io.StringIO(text)))


def text_of(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator='\n').writerows(rows)
    return text.getvalue()


def read_folder(folder):
    """Each file of an export but what the editors write, as rows."""
    return {name: rows_of((Path(folder) / name).read_text('utf-8'))
            for name in FILES if name != EDITED and (Path(folder) / name).exists()}


class Process:
    """A program that is to be killed; what it prints goes into a file, which outlives it."""

    def __init__(self, here, *command, db):
        self.said, self.command = here.folder / f'said-{uuid.uuid4().hex}', command
        with open(self.said, 'wb') as out, open(f'{self.said}.errors', 'wb') as errors:
            self.process = subprocess.Popen([*command, '--db', db] if db else command, env=here.env,
                                            stdin=subprocess.DEVNULL, stdout=out, stderr=errors)

    def ended(self):
        return self.process.poll() is not None

    def kill(self):
        """Whether it was killed; else it had come to its end before."""
        if not self.ended():
            self.process.send_signal(signal.SIGKILL)
        return self.process.wait(LONGEST) == -signal.SIGKILL

    def end(self):
        """What it ends with by itself, never with a crash."""
        status = self.process.wait(LONGEST)
        errors = Path(f'{self.said}.errors').read_text('utf-8', 'replace')
        assert status in (0, 1, 3), (self.command, status, errors[-300:])
        assert status == 0 or errors, self.command
        return status

    def forget(self):
        self.said.unlink()
        Path(f'{self.said}.errors').unlink()


class Editor(Process):
    """Edits its part of the education records, until it is killed."""

    def __init__(self, ground, which, of):
        self.name = f'{uuid.uuid4().hex[:8]}'
        super().__init__(ground.here, EDITOR, ground.editor_name, self.name, str(which), str(of),
                         db=None)

    def accepted(self):
        """What it was told is saved, from the oldest: pairs of a record and its text."""
        whole = self.said.read_text('utf-8').rpartition('\n')[0]
        return [tuple(line.split()[1:]) for line in whole.split('\n') if line]

    def wait_for_more(self):
        """It goes on: more is accepted than before."""
        before = len(self.accepted())
        wait_for(lambda: self.ended() or len(self.accepted()) > before, 'an edit', PATIENCE)
        assert len(self.accepted()) > before, 'an editor ended by itself'
        return self


class Ground:
    """A made-up service in a database, what it holds, and whether that is whole."""

    def __init__(self, here, demo=True):
        self.here, self.n_accepted, self.editors = here, 0, []
        self.move_to(here.name)
        self.temporary = here.folder / 'temporary'
        self.temporary.mkdir(exist_ok=True)
        here.env['TMPDIR'] = str(self.temporary)
        here.done('init', db=self.name)
        if demo:
            self.fill()
        self.user = self.editor_name = self.name

    def move_to(self, name):
        self.name = name

    def fill(self):
        self.here.done('demo', '--officers', OFFICERS, '--on', DAY, db=self.name)

    def start(self, *words, db=None):
        return Process(self.here, SARAPCTL, *words, db=db or self.user)

    def edit(self, n=2):
        """People who edit at the same time, each of whom has had an edit accepted."""
        self.editors += (editors := [Editor(self, which, n) for which in range(n)])
        for editor in editors:
            editor.wait_for_more()
        return editors

    def state(self):
        """All records but those that are edited."""
        folder = self.here.folder / f'state-{uuid.uuid4().hex}'
        self.here.done('export', str(folder), db=self.name)
        return read_folder(folder)

    def check(self):
        """What must hold whatever was killed; nothing is running any more."""
        self.check_engine_first()
        self.here.done('verify', db=self.name)
        self.check_engine()
        self.check_accepted()

    def check_accepted(self):
        """Each accepted edit has its line in the chain, and the last one of a record stands in it."""
        lines, standing = self.lines_of_education(), self.standing_education()
        for editor in self.editors:
            accepted = editor.accepted()
            written = set(re.findall(editor.name + r'-\d+', lines))
            lost = [text for _, text in accepted if text not in written]
            assert not lost, (f'{len(lost)} accepted edits have no line', lost[:3])
            for record, text in dict(accepted).items():
                self.check_standing(editor, standing[record], text)
            self.n_accepted += len(accepted)
            editor.forget()
        self.editors = []

    @staticmethod
    def check_standing(editor, stands, text):
        """The last accepted text of a record, or a later one whose answer the editor did not live to hear."""
        name, _, number = stands.rpartition('-')
        assert name == editor.name and int(number) >= int(text.rpartition('-')[2]), (stands, text)


class File(Ground):
    """In a file of SQLite."""

    @property
    def path(self):
        return self.name.partition(':')[2]

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(self.path)) as db:
            return db.execute(sql).fetchall()

    def check_engine_first(self):
        pass

    def check_engine(self):
        left = [end for end in ('-wal', '-shm', '-journal') if os.path.exists(self.path + end)]
        assert not left, f'{left} stay beside the database'
        assert self.ask('PRAGMA integrity_check') == [('ok',)]

    def lines_of_education(self):
        return '\n'.join(detail for detail, in self.ask(
            "SELECT detail FROM audit WHERE record = 'education'"))

    def standing_education(self):
        return {str(record): text for record, text in self.ask('SELECT id, speciality FROM education')}

    def n_lines(self):
        return self.ask('SELECT count (*) FROM audit')[0][0]

    def n_objects(self):
        return self.ask('SELECT count (*) FROM sqlite_schema')[0][0] if os.path.exists(self.path) else 0


class Server(Ground):
    """On the cluster that this test has for itself, where an account imports and another one edits."""

    def __init__(self, here, demo=True):
        super().__init__(here, demo)
        self.first_line = 0
        if demo:
            self.user, self.editor_name = self.add_account('boss'), self.add_account('hr')

    def move_to(self, name):
        self.name, self.database = name, name.partition('?')[0].rpartition('/')[2]

    def add_account(self, name):
        login = f'{name}_{self.database}'
        self.here.done('user', 'add', login, '--role', 'hr', '--role', 'admin', '--body', 'KBA',
                       db=self.name, stdin=f'{PASSWORD}\n')
        return uri_of(login, PASSWORD, self.database)

    @contextlib.contextmanager
    def root(self):
        with Session(self.name) as session:
            session.do('SET search_path = sarap, desk')
            yield session

    def backends(self, login=''):
        """Process ids of the clients of this database, of a login or all."""
        with Session(POSTGRESQL) as session:
            return [int(pid) for pid, in session.do(
                f"SELECT pid FROM pg_stat_activity WHERE datname = '{self.database}'"
                f" AND backend_type = 'client backend' AND usename LIKE '{login}%'").rows]

    def check_engine_first(self):
        """A killed client's backend ends what it is at before it sees that; then nothing is held."""
        wait_for(lambda: not self.backends(), 'the end of the backends')

    def check_engine(self):
        with self.root() as root:
            for table in ('pending_line', 'bulk_write', 'write_turn', 'bulk_turn'):
                assert root.one(f'SELECT count (*) FROM {table}') == '0', f'{table} is not empty'
            held = root.one("SELECT count (*) FROM pg_locks WHERE relation IN"
                            " ('write_turn'::regclass, 'bulk_turn'::regclass)")
            assert held == '0', 'a turn is held'

    def lines_of_education(self):
        with self.root() as root:
            rows = root.do(f"SELECT detail FROM audit WHERE record = 'education' AND seq >"
                           f' {self.first_line}').rows
            self.first_line = root.one('SELECT seq FROM audit_head')
        return '\n'.join(detail for detail, in rows)

    def standing_education(self):
        with self.root() as root:
            return dict(root.do('SELECT id, speciality FROM education').rows)

    def n_lines(self):
        with self.root() as root:
            return int(root.one('SELECT count (*) FROM audit'))

    def n_objects(self):
        """Tables, functions and groups."""
        with Session(self.name) as root:
            return int(root.one(
                "SELECT (SELECT count (*) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                " WHERE nspname IN ('sarap', 'desk', 'whole', 'public')) + (SELECT count (*) FROM"
                " pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname IN ('sarap',"
                " 'desk', 'whole')) + (SELECT count (*) FROM pg_roles WHERE rolname LIKE 'sarap%' ||"
                " (SELECT oid FROM pg_database WHERE datname = current_database ()))"))


GROUNDS = {'sqlite': File, 'postgresql': Server}


# The server itself --------------------------------------------------------------------------------

def is_up():
    try:
        Session(POSTGRESQL).__exit__()
        return True
    except Refused:
        return False


class Cluster:
    """The server that this test has for itself; as a child of this process it is gone once it is killed."""

    # What was told as saved is the kernel's by then: a kill, unlike a power cut, leaves it that
    SETTINGS = ['-c', 'synchronous_commit=on', '-c', 'full_page_writes=on']
    PROGRAMS = Path('/usr/lib/postgresql/15/bin')

    def __init__(self):
        self.postmaster = None
        subprocess.run([*self.owner(), self.PROGRAMS / 'pg_ctl', 'stop', '--silent', '-D', DATA],
                       cwd='/', check=True)
        self.start()

    @staticmethod
    def owner():
        user = ['setpriv', '--reuid', 'postgres', '--regid', 'postgres', '--clear-groups']
        return user if os.getuid() == 0 else []

    def start(self):
        """As soon as the killed one's backends have let its memory go."""
        wait_for(self.try_start, 'the start of the server')

    def try_start(self):
        if self.postmaster is None or self.postmaster.poll() is not None:
            with open(f'{DATA}/../again.log', 'ab') as log:
                self.postmaster = subprocess.Popen(
                    [*self.owner(), self.PROGRAMS / 'postgres', '-D', DATA, *self.SETTINGS], cwd='/',
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        return is_up()

    def kill(self):
        self.postmaster.send_signal(signal.SIGKILL)
        assert self.postmaster.wait(LONGEST) == -signal.SIGKILL


def be_on_own_server():
    """Runs this again with a cluster for itself, which is given: kills must not reach other tests."""
    if not POSTGRESQL:
        return None
    if 'SARAP_TEST_KILLS_OWN' not in os.environ:
        os.execve(SUPPORT / 'support' / 'with-postgresql',
                  ['with-postgresql', sys.executable, '-B', *sys.argv],
                  {**os.environ, 'SARAP_TEST_KILLS_OWN': '1'})
    return Cluster()


# What is killed again and again -------------------------------------------------------------------

class Moments:
    """n moments, at random within equal parts of the time that something takes, s."""

    def __init__(self, subject, n, longest):
        self.dice = random.Random(f'{SEED} {subject}')
        self.subject, self.n, self.longest = subject, n, longest
        self.done, self.late = 0, 0

    def __iter__(self):
        while self.done < self.n:
            assert self.late < 5 * self.n + 20, f'{self.subject}: too quick to be killed'
            yield self.longest * (self.done + self.dice.random()) / self.n

    def count(self, killed):
        """What had ended before is killed another time, earlier."""
        if killed:
            self.done += 1
        else:
            self.late, self.longest = self.late + 1, self.longest * 0.85
        return killed


class Work:
    """What is begun and killed, and how one sees afterwards whether it is there as a whole."""

    def __init__(self, ground):
        self.ground, self.here = ground, ground.here

    def start(self):
        """Begins it."""

    def kill(self, process):
        """Whether it was still at work."""
        return process.kill()

    def settle(self):
        """Ends all the others."""
        for editor in self.ground.editors:
            editor.kill()

    def is_whole(self):
        """Whether it is there, not at all being the other possibility."""

    def left(self):
        """Names of what it left behind when it was killed."""
        return set()

    def renew(self):
        """What the next one needs."""

    def check(self, done):
        self.settle()
        self.ground.check()
        whole = self.is_whole()
        assert whole or not done, 'what was told as done is not there'
        return whole

    def measure(self):
        """How long one takes that is not killed, s, the second time."""
        for _ in range(2):
            self.renew()
            process, began = self.start(), time.monotonic()
            assert process.end() == 0
            took = time.monotonic() - began
            assert self.check(True)
        self.renew()
        return took

    def kill_often(self, subject, n):
        began, n_whole, n_left = time.monotonic(), 0, 0
        moments = Moments(subject, n, self.measure())
        for moment in moments:
            process = self.start()
            time.sleep(moment)
            killed = moments.count(self.kill(process))
            n_left += self.count_left()
            n_whole += self.check(process.process.returncode == 0) and killed
            process.forget()
            self.renew()
        self.end_well()
        print(f'# {subject}: {n} kills within {moments.longest:.2f} s, {n_whole} when all was done,'
              f' {moments.late} more after the end; {n_left} left something behind;'
              f' {self.ground.n_accepted} edits accepted; seed {SEED},'
              f' {time.monotonic() - began:.0f} s', flush=True)

    def count_left(self):
        """What one left is taken away by the next, which may have been killed before it came to that."""
        left = self.left()
        assert len(left) <= MOST_LEFT, left
        return bool(left)

    def end_well(self):
        """One that is not killed leaves nothing, nor what others left."""
        assert self.start().end() == 0 and self.check(True)
        assert not self.left(), self.left()
