"""An import that does not come to its end, killed at some moment of its writing or without room for
it: the database opens and is as it was, and the import can be done then."""
import json
import resource
import shutil
import signal
import subprocess
import uuid
from pathlib import Path

from here import POSTGRESQL, SARAPCTL, files_of, main, psql

OFFICERS = '1000'
TABLES = ['officer', 'service', 'education']


def file_of(name):
    return Path(name.removeprefix('sqlite:'))


def make_folder(here):
    """A folder of some megabytes, which does not fit into the engine's cache."""
    made = f'sqlite:{here.folder}/made.sqlite'
    here.done('demo', '--officers', OFFICERS, db=made)
    here.done('export', str(here.folder / 'large'), db=made)
    return str(here.folder / 'large')


def copy_of(here, db):
    """The same database once more; nobody is connected to it."""
    if here.engine == 'sqlite':
        name = f'sqlite:{here.folder}/{uuid.uuid4().hex}.sqlite'
        shutil.copy(file_of(db), file_of(name))
        return name
    name = 'unharmed_' + uuid.uuid4().hex
    psql(POSTGRESQL, f'CREATE DATABASE {name} TEMPLATE {db.rpartition("/")[2]}')
    return db.rpartition('/')[0] + '/' + name


def state_of(here, db):
    """All records as an export has them, and the newest digest of the audit chain."""
    folder = here.folder / uuid.uuid4().hex
    here.done('export', str(folder), db=db)
    files = files_of(folder)
    shutil.rmtree(folder)
    return files, here.done('verify', db=db)


def size_of(path):
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def moments_of(here, db):
    """Questions that come true one after the other while the import writes, the last on SQLite when
    it has been committed and goes over from the log into the file."""
    if here.engine == 'sqlite':
        before = size_of(file_of(db))
        return ([lambda db, n=n: size_of(file_of(db).with_suffix('.sqlite-wal')) > n
                 for n in (0, 1 << 19, 1 << 21)]
                + [lambda db: size_of(file_of(db)) > before])
    sizes = 'SELECT json_object_agg (t, pg_relation_size (t::regclass)) FROM unnest (ARRAY%s) t'
    before = json.loads(psql(db, sizes % TABLES))
    return [lambda db, table=table: json.loads(psql(db, sizes % TABLES))[table] > before[table]
            for table in TABLES]


def kill_at(here, db, folder, has_come):
    """Whether the import was killed, rather than done before anybody noticed that moment."""
    process = subprocess.Popen([SARAPCTL, '--db', db, 'import', folder], env=here.env,
                               stdout=subprocess.DEVNULL)
    while process.poll() is None:
        if has_come(db):
            process.kill()
            break
    return process.wait() == -signal.SIGKILL


def killed(here):
    here.golden()
    folder = make_folder(here)
    whole = copy_of(here, here.name)
    here.done('import', folder, db=whole)
    after = state_of(here, whole)[0]
    before = state_of(here, here.name)
    assert before[0] != after
    stopped = None
    for has_come in moments_of(here, here.name):
        for attempt in range(5):
            db = copy_of(here, here.name)
            if kill_at(here, db, folder, has_come):
                break
        else:
            raise AssertionError('the import was always done before it could be killed')
        found = state_of(here, db)
        assert found == before or found[0] == after, 'half an import'
        if found == before:
            stopped = db
    here.done('import', folder, db=stopped)
    assert state_of(here, stopped)[0] == after


def limited(here, size, *words, db):
    """sarapctl as if the disk were full: none of its files grows beyond the size."""
    return subprocess.run([SARAPCTL, '--db', db, *words], env=here.env, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding='utf-8', restore_signals=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))


def no_room(here):
    here.golden()
    folder = make_folder(here)
    whole = copy_of(here, here.name)
    here.done('import', folder, db=whole)
    after, before = state_of(here, whole)[0], state_of(here, here.name)
    last = size_of(file_of(whole))
    done = []
    # the later ones are about where the log fits but not the file that it goes over into
    for size in (100000, last // 2, last - 30000, last + 400000):
        db = copy_of(here, here.name)
        result = limited(here, size, 'import', folder, db=db)
        done.append(result.returncode)
        if result.returncode == 0:
            assert state_of(here, db)[0] == after, size
        else:
            assert result.returncode == 1, (size, result.returncode)
            assert 'cannot be read or written' in result.stderr, result.stderr
            assert state_of(here, db) == before, size
            stopped = db
    here.done('import', folder, db=stopped)
    assert state_of(here, stopped)[0] == after
    assert done[0] == 1 and done[-1] == 0, done


if __name__ == '__main__':
    main([(killed, 'sqlite'), (no_room, 'sqlite'), (killed, 'postgresql')])
