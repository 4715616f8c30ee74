"""`kill -9` at any moment, of sarapctl, of people who edit, and of the server and its backends: what was
begun is there as a whole or not at all, nothing accepted is lost, and nothing stays behind. A hundred
kills on each engine. SARAP_TEST_KILLS: how many of them, SARAP_TEST_SEED: at which moments."""
import os
import shutil
import signal
import sys
import time

from ground import DAY, main
from here import FILES
from kills import (GROUNDS, OFFICERS, Moments, Work, be_on_own_server, is_up, read_folder, text_of,
                   wait_for)

KILLS = int(os.environ.get('SARAP_TEST_KILLS', 100))
ENGINE = sys.argv[4]
# Of a hundred kills; of people who edit two are killed at a time
SHARES = {
    'sqlite': {'imports': 25, 'edits': 20, 'restores': 15, 'backups': 15, 'demos': 10, 'exports': 10,
               'inits': 5},
    'postgresql': {'imports': 20, 'edits': 16, 'restores': 7, 'backups': 8, 'demos': 7, 'inits': 2,
                   'backends': 22, 'postmasters': 18},
}
# Two people edit for so long before one of them is killed, s
EDITING = 0.3
# File and column that each import changes in all of its records
VARIED = {'bodies.csv': 'name_ru', 'units.csv': 'name_kk', 'officers.csv': 'given_name',
          'service.csv': 'order_no', 'deferrals.csv': 'reason', 'attestations.csv': 'order_no'}


def share(subject):
    return max(2, round(SHARES[ENGINE][subject] * KILLS / 100))


def ground_of(here, demo=True):
    return GROUNDS[ENGINE](here, demo)


def left_in(folder):
    """What killed programs left there; files beside another one of SQLite count with it."""
    return {name.rpartition('-')[0] if name.endswith(('-journal', '-wal', '-shm')) else name
            for name in os.listdir(folder) if 'sarap-' in name}


# Imports, while somebody edits -------------------------------------------------------------------

class Imports(Work):
    """Each import changes every record of the one before, in all files."""

    def __init__(self, ground):
        super().__init__(ground)
        self.state, self.number, self.folder = ground.state(), 0, self.here.folder / 'imported'
        self.folder.mkdir()

    def renew(self):
        self.number += 1
        self.varied = {name: [list(row) for row in rows] for name, rows in self.state.items()}
        for name, column in VARIED.items():
            head, *rows = self.varied[name]
            place = head.index(column)
            for row in rows:
                row[place] = row[place].partition('-Х')[0] + '-Х' + 'х' * (self.number % 20)
            (self.folder / name).write_text(text_of(self.varied[name]), 'utf-8')

    def start(self):
        self.ground.edit(1)
        return self.ground.start('import', str(self.folder))

    def kill(self, process):
        killed = process.kill()
        self.ground.editors[0].wait_for_more()
        return killed

    def is_whole(self):
        before, self.state = self.state, self.ground.state()
        assert self.state in (before, self.varied), 'half of an import: ' + ', '.join(
            name for name in VARIED if self.state[name] != before[name])
        return self.state == self.varied


def imports(here):
    Imports(ground_of(here)).kill_often('imports', share('imports'))


class ImportsOfBackends(Imports):
    """The backend of the import is killed, or of who edits; the server then ends all the others."""

    def kill(self, process):
        login = ('boss', 'hr')[self.number % 2]
        found = wait_for(lambda: process.ended() or self.ground.backends(login), 'a backend')
        if found is True:
            return False
        for pid in found:
            os.kill(pid, signal.SIGKILL)
        process.end()
        assert self.ground.editors[0].end() == 1
        wait_for(is_up, 'the server')
        return True


def backends(here):
    ImportsOfBackends(ground_of(here)).kill_often('backends', share('backends'))


class ImportsOfServer(Imports):
    """The postmaster is killed, and with it all that it started ends."""

    def kill(self, process):
        at_work = not process.ended()
        CLUSTER.kill()
        process.end()
        assert self.ground.editors[0].end() == 1
        CLUSTER.start()
        return at_work


def postmasters(here):
    ImportsOfServer(ground_of(here)).kill_often('postmasters', share('postmasters'))


# People who edit ----------------------------------------------------------------------------------

def edits(here):
    """One of two is killed, the other one goes on and is killed, too."""
    ground, n = ground_of(here), share('edits') // 2
    moments = Moments('edits', n, EDITING)
    for moment in moments:
        one, other = ground.edit()
        time.sleep(moment)
        assert one.kill() and other.wait_for_more().kill()
        ground.check()
        moments.count(True)
    print(f'# edits: {2 * n} kills, {ground.n_accepted} edits accepted')


# Empty databases that are filled ------------------------------------------------------------------

class Fills(Work):
    """A command that fills an empty database: with all that it has, and all lines of the chain."""

    def __init__(self, ground, *words):
        super().__init__(ground)
        self.words, self.empty = words, self.holds()
        self.here.done(*words, db=ground.name)
        self.now = self.full = self.holds()
        assert self.empty != self.full

    def holds(self):
        return self.ground.state(), self.ground.n_lines()

    def renew(self):
        if self.now == self.full:
            self.here.name = self.here.new_database()
            self.ground = ground_of(self.here, demo=False)

    def start(self):
        return self.ground.start(*self.words)

    def left(self):
        return left_in(self.ground.temporary)

    def is_whole(self):
        self.now = self.holds()
        assert self.now in (self.empty, self.full), 'a database is half filled'
        return self.now == self.full


def demos(here):
    words = ['demo', '--officers', OFFICERS, '--on', DAY]
    Fills(ground_of(here, demo=False), *words).kill_often('demos', share('demos'))


def restores(here):
    source, here.name, copy = here.name, here.new_database(), here.folder / 'whole.sqlite'
    here.done('demo', '--officers', OFFICERS, '--on', DAY, db=source)
    here.done('backup', str(copy), db=source)
    Fills(ground_of(here, demo=False), 'restore', str(copy)).kill_often('restores', share('restores'))


class Inits(Work):
    """Tables, functions and groups are there together or not at all; the next `init` makes them."""

    def __init__(self, ground):
        super().__init__(ground)
        self.full = ground.n_objects()

    def renew(self):
        self.ground.move_to(self.here.new_database())

    def start(self):
        return self.ground.start('init', db=self.ground.name)

    def settle(self):
        self.ground.check_engine_first()
        self.there = self.ground.n_objects()
        self.here.done('init', db=self.ground.name)
        assert self.ground.n_objects() == self.full

    def is_whole(self):
        assert self.there in (0, self.full), ('half of a schema', self.there, self.full)
        return self.there == self.full


def inits(here):
    Inits(ground_of(here, demo=False)).kill_often('inits', share('inits'))


# Copies -------------------------------------------------------------------------------------------

class Backups(Work):
    """While somebody edits."""

    def __init__(self, ground):
        super().__init__(ground)
        self.state, self.folder = ground.state(), self.here.folder / 'copies'
        self.folder.mkdir()
        self.copy = self.folder / 'copy.sqlite'

    def renew(self):
        self.copy.unlink(missing_ok=True)

    def start(self):
        self.ground.edit(1)
        return self.ground.start('backup', str(self.copy))

    def kill(self, process):
        killed = process.kill()
        self.ground.editors[0].wait_for_more()
        return killed

    def left(self):
        return left_in(self.folder)

    def is_whole(self):
        if not self.copy.exists():
            return False
        name, folder = f'sqlite:{self.copy}', self.here.folder / 'copied'
        self.here.done('verify', db=name)
        self.here.done('export', str(folder), db=name)
        assert read_folder(folder) == self.state, 'a backup is another'
        shutil.rmtree(folder)
        return True


def backups(here):
    Backups(ground_of(here)).kill_often('backups', share('backups'))


class Exports(Work):
    """Over an earlier one: the files are put in their place when all seven are whole."""

    def __init__(self, ground):
        super().__init__(ground)
        self.folder, self.earlier = self.here.folder / 'exported', self.here.folder / 'earlier'
        self.here.done('export', str(self.earlier), db=ground.name)
        imports = Imports(ground)
        imports.renew()
        self.here.done('import', str(imports.folder), db=ground.name)
        self.later = imports.varied

    def renew(self):
        self.folder.mkdir(exist_ok=True)
        for name in FILES:
            shutil.copy(self.earlier / name, self.folder)

    def start(self):
        return self.ground.start('export', str(self.folder))

    def left(self):
        return left_in(self.folder)

    def is_whole(self):
        now, earlier = read_folder(self.folder), read_folder(self.earlier)
        assert all(now[name] in (earlier[name], self.later[name]) for name in earlier), 'half of a file'
        n_later = sum(now[name] == self.later[name] for name in earlier)
        # killed as it renames: what has not got its name yet lies beside, but the one that is not read
        assert n_later == 0 or n_later + len(self.left()) >= len(FILES) - 1, 'half of an export'
        return n_later == len(earlier)


def exports(here):
    Exports(ground_of(here)).kill_often('exports', share('exports'))


CASES = [imports, backends, postmasters, edits, restores, demos, inits, backups, exports]


if __name__ == '__main__':
    CLUSTER = be_on_own_server() if ENGINE == 'postgresql' else None
    assert sum(SHARES[ENGINE].values()) == 100
    main([(case, ENGINE) for case in CASES if case.__name__ in SHARES[ENGINE]])
