"""The file of SQLite where it lies: who may read what the program makes, two names of one file, what
a killed program leaves, and another account of the computer that only looks."""
import fcntl
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import time
from pathlib import Path

from here import SARAPCTL, main

ENDS = ['', '-wal', '-shm']
OWNER, OTHER = 1, 65534


def file_of(name):
    return Path(name.removeprefix('sqlite:'))


def beside(file):
    return sorted(p.name for p in file.parent.iterdir() if p.name.startswith(file.name))


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def private(here):
    """Whatever the umask, only the owner may read a file that the program makes."""
    made = []
    os.umask(0)
    try:
        for number, words in enumerate((['init'], ['demo', '--officers', '3'], ['import', 'out'],
                                        ['restore', 'copy.sqlite'])):
            name = f'{here.folder}/new{number}.sqlite'
            made.append(name)
            result = here.run(*words, db='sqlite:' + name, cwd=here.folder)
            assert result.returncode == 0, result.stderr
            if words[0] == 'demo':
                for more in (['export', 'out'], ['backup', 'copy.sqlite']):
                    assert here.run(*more, db='sqlite:' + name, cwd=here.folder).returncode == 0
            db = sqlite3.connect(name)
            db.execute('UPDATE audit_head SET copying = copying')
            made += [name + end for end in ENDS if os.path.exists(name + end)]
            for end in ENDS:
                assert mode(name + end) == 0o600, (words, end, oct(mode(name + end)))
            db.close()
        made += ['copy.sqlite', 'config/sarap/last-database']
        made += ['out/' + file for file in os.listdir(here.folder / 'out')]
        for name in made:
            path = here.folder / name
            assert not path.exists() or mode(path) == 0o600, (name, oct(mode(path)))
        assert mode(here.folder / 'out') == 0o700
    finally:
        os.umask(0o022)


def two_names(here):
    here.done('init')
    file, other = file_of(here.name), here.folder / 'other.sqlite'
    os.link(file, other)
    before = file.read_bytes()
    for name in (here.name, f'sqlite:{other}'):
        for words in (['init'], ['due'], ['verify']):
            said = here.run(*words, db=name)
            assert said.returncode != 0 and 'hard links' in said.stderr, said.stderr
    assert file.read_bytes() == before and beside(other) == ['other.sqlite']
    other.unlink()
    here.done('due')


def is_held(path):
    """Whether a program has it: the lock comes a moment after the file."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return False
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)


def left_behind(here):
    """What a program that was killed leaves is gone after the next one; what one that lives has is
    not."""
    temporary = here.folder / 'tmp'
    temporary.mkdir()
    here.env['TMPDIR'] = str(temporary)
    here.done('demo', '--officers', '3000')
    here.done('backup', str(here.folder / 'copy.sqlite'))
    target = here.folder / 'restored.sqlite'

    def killed(*words):
        for delay in range(1, 400):
            program = subprocess.Popen([SARAPCTL, *words], env=here.env, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(delay / 200)
            there = list(temporary.iterdir()) + list(here.folder.glob('out/.sarap-*'))
            program.send_signal(signal.SIGSTOP if there else signal.SIGKILL)
            if there:  # it goes on for a moment
                os.waitpid(program.pid, os.WUNTRACED)
            if there and all(map(is_held, there)):
                return program, there
            program.kill()
            program.wait()
            for end in ENDS:
                (here.folder / ('restored.sqlite' + end)).unlink(missing_ok=True)
        raise AssertionError('it was never caught at work')

    for words in (['restore', str(here.folder / 'copy.sqlite'), '--db', f'sqlite:{target}'],
                  ['export', str(here.folder / 'out'), '--db', here.name]):
        shutil.rmtree(here.folder / 'out', ignore_errors=True)
        (here.folder / 'out').mkdir()
        program, there = killed(*words)
        here.done('export', str(here.folder / 'out'))
        assert all(path.exists() for path in there), 'it still lives'
        program.kill()
        program.wait()
        here.done('export', str(here.folder / 'out'))
        assert not any(path.exists() for path in there), there


class Other:
    """Another account of this computer, which has a home of its own."""

    def __init__(self, here, user):
        self.home = here.folder / f'home{user}'
        self.home.mkdir()
        os.chown(self.home, user, user)
        self.env = {**here.env, 'HOME': str(self.home), 'XDG_DATA_HOME': f'{self.home}/data',
                    'XDG_CONFIG_HOME': f'{self.home}/config', 'TMPDIR': str(self.home)}
        self.user = user

    def run(self, *command):
        return subprocess.run(['setpriv', f'--reuid={self.user}', f'--regid={self.user}',
                               '--clear-groups', *command], env=self.env, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding='utf-8', timeout=300)

    def done(self, file, *words):
        result = self.run(here_program(self), *words, '--db', f'sqlite:{file}')
        assert result.returncode == 0, (words, result.stderr)
        return result.stdout + result.stderr

    def refused(self, file, *words):
        result = self.run(here_program(self), *words, '--db', f'sqlite:{file}')
        assert result.returncode != 0, (words, result.stdout)
        return result.stderr


def here_program(other):
    """A copy that the account can reach, wherever the program was built."""
    program = other.home / 'sarapctl'
    if not program.exists():
        shutil.copy(SARAPCTL, program)
        program.chmod(0o755)
    return str(program)


LOOKED_AT = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute(sys.argv[2]).fetchall()
db.commit()
if sys.argv[3] == 'stay':
    print('open', flush=True)
    sys.stdin.read()
os._exit(0)
"""


def other_account(here):
    """Whoever looks leaves nothing that keeps the owner out; and what was left is cleared."""
    if os.geteuid() != 0:
        print('# only root can be two accounts')
        return
    os.chmod(here.folder, 0o755)
    owner, other = Other(here, OWNER), Other(here, OTHER)
    folder = here.folder / 'shared'
    folder.mkdir()
    os.chmod(folder, 0o777)
    file = folder / 'staff.sqlite'
    owner.done(file, 'demo', '--officers', '5', '--on', '2026-11-29')
    os.chmod(file, 0o644)
    everybody = owner.done(file, 'due', '--all', '--on', '2026-11-29')

    # a folder that both can write to
    assert other.done(file, 'due', '--all', '--on', '2026-11-29') == everybody
    other.done(file, 'backup', str(other.home / 'copy.sqlite'))
    other.done(file, 'export', str(other.home / 'out'))
    for account in (other, owner):
        account.done(file, 'export', str(account.home / 'changed'))
        units = account.home / 'changed' / 'units.csv'
        units.write_text(units.read_text().replace(',post,', ',legal,'))
    assert 'can only be read' in other.refused(file, 'import', str(other.home / 'changed'))
    assert beside(file) == ['staff.sqlite'] and not list(other.home.glob('sarap-look*'))
    owner.done(file, 'verify')

    # left there by another program, killed: an empty log, and one with what it saved; to records it
    # cannot save, as it has not the functions that the triggers call
    for rights, statement in ((0o644, 'SELECT count (*) FROM officer'),
                              (0o666, 'PRAGMA user_version = 7')):
        os.chmod(file, rights)
        result = other.run('/usr/bin/python3', '-c', LOOKED_AT, str(file), statement, 'go')
        assert result.returncode == 0, result.stderr
        assert beside(file) == ['staff.sqlite', 'staff.sqlite-shm', 'staff.sqlite-wal']
        os.chmod(file, 0o644)
        for end in ('-shm', '-wal'):
            os.chmod(f'{file}{end}', 0o644)
        said = owner.done(file, 'verify')
        assert 'Another account' in said and 'removed' in said, said
        assert beside(file) == ['staff.sqlite']
        assert 'Another' not in owner.done(file, 'verify')
    db = sqlite3.connect(file)
    assert db.execute('PRAGMA user_version').fetchone() == (7,)
    db.close()
    owner.run('rm', '-f', f'{file}-wal', f'{file}-shm')

    # one that still looks is waited for
    looking = subprocess.Popen(['setpriv', f'--reuid={OTHER}', f'--regid={OTHER}', '--clear-groups',
                                '/usr/bin/python3', '-c', LOOKED_AT, str(file),
                                'SELECT count (*) FROM officer', 'stay'], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, encoding='utf-8')
    assert looking.stdout.readline() == 'open\n'
    assert 'Another account' in owner.refused(file, 'verify')
    looking.communicate('')
    owner.done(file, 'verify')

    # a folder in which nothing can be written
    os.chmod(folder, 0o555)
    for account in (owner, other):
        assert account.done(file, 'due', '--all', '--on', '2026-11-29') == everybody
        said = account.refused(file, 'import', str(account.home / 'changed'))
        assert 'can only be read' in said, said
    os.chmod(folder, 0o777)
    owner.done(file, 'verify')


if __name__ == '__main__':
    main([(case, 'sqlite') for case in (private, two_names, left_behind, other_account)])
