"""What the tests of sarapctl share: a private home, databases of both engines, TAP."""
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
import uuid
from pathlib import Path

from tap import DATED, TODAY

SARAPCTL = os.path.abspath(sys.argv[1])
GOLDEN = Path(sys.argv[2])
POSTGRESQL = os.environ.get('SARAP_TEST_POSTGRESQL')
FILES = ['bodies.csv', 'units.csv', 'officers.csv', 'service.csv', 'deferrals.csv',
         'attestations.csv', 'education.csv']
NEEDED = ['bodies.csv', 'units.csv', 'officers.csv', 'service.csv', 'deferrals.csv',
          'attestations.csv']


class Here:
    """A folder, a private home and a database of one engine."""

    def __init__(self, engine):
        self.folder = Path(tempfile.mkdtemp(prefix='sarapctl-'))
        self.env = {**os.environ, 'HOME': str(self.folder), 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en',
                    'XDG_CONFIG_HOME': str(self.folder / 'config'),
                    'XDG_DATA_HOME': str(self.folder / 'data')}
        self.engine = engine
        self.name = self.new_database()

    def new_database(self):
        if self.engine == 'sqlite':
            return f'sqlite:{self.folder}/{uuid.uuid4().hex}.sqlite'
        name = 'sarapctl_' + uuid.uuid4().hex
        psql(POSTGRESQL, f'CREATE DATABASE {name}')
        base, _, query = POSTGRESQL.partition('?')
        return base.rpartition('/')[0] + '/' + name + ('?' + query if query else '')

    def run(self, *words, db=None, stdin='', cwd=None, day=TODAY):
        """day: which it is for a command that asks and is not told; None: the system's."""
        command = [SARAPCTL, *words]
        if day and words and words[0] in DATED and '--on' not in words:
            command += ['--on', day]
        if db is not False:
            command += ['--db', db or self.name]
        return subprocess.run(command, env=self.env, input=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding='utf-8', cwd=cwd, timeout=300)

    def done(self, *words, **kw):
        result = self.run(*words, **kw)
        assert result.returncode == 0, (words, result.returncode, result.stderr)
        return result.stdout

    def refused(self, status, *words, **kw):
        result = self.run(*words, **kw)
        assert result.returncode == status, (words, result.returncode, result.stdout, result.stderr)
        assert result.stderr.strip(), words
        return result.stderr

    def golden(self):
        self.done('init')
        self.done('import', str(GOLDEN))
        return self

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


# Tables are named as their owner names them
PSQL_ENV = {**os.environ, 'PGOPTIONS': '-c search_path=sarap,desk,pg_temp'}


def psql(uri, sql):
    return subprocess.run(['psql', '-XAtqv', 'ON_ERROR_STOP=1', '-d', uri, '-c', sql], check=True,
                          stdout=subprocess.PIPE, encoding='utf-8', env=PSQL_ENV).stdout


def files_of(folder):
    return {name: (Path(folder) / name).read_bytes() for name in FILES
            if (Path(folder) / name).exists()}


def run(case, engine):
    here = Here(engine)
    try:
        case(here)
    finally:
        here.close()


def main(tests):
    """Runs the tests, each a function and its engine."""
    print(f'1..{len(tests)}')
    failed = 0
    for number, (case, engine) in enumerate(tests, 1):
        title = f'{case.__name__.replace("_", " ")} on {engine}'
        if engine == 'postgresql' and not POSTGRESQL:
            print(f'ok {number} {title} # SKIP SARAP_TEST_POSTGRESQL names no server', flush=True)
            continue
        try:
            run(case, engine)
            print(f'ok {number} {title}', flush=True)
        except Exception:
            failed += 1
            print(f'not ok {number} {title}', flush=True)
            traceback.print_exc()
    sys.exit(1 if failed else 0)
