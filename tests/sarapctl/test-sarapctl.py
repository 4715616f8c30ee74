"""sarapctl as an administrator uses it: the golden folder in, who is due out, byte for byte, on both
engines; every command's exit status; what it says when it refuses."""
import csv
import datetime
import io
import json
import shutil
import sqlite3
import subprocess
import uuid

from here import GOLDEN, NEEDED, POSTGRESQL, PSQL_ENV, SARAPCTL, files_of, main, psql
from tap import TODAY


def golden_due(here):
    here.golden()
    for day in ('2024-02-29', '2025-02-28', '2026-11-22'):
        for suffix, more in (('', []), ('-all', ['--all'])):
            expected = (GOLDEN / f'expected-{day}{suffix}.csv').read_text(encoding='utf-8')
            got = here.done('due', '--on', day, '--format', 'csv', *more)
            assert got == expected, f'due on {day}{suffix} differs'


def formats(here):
    here.golden()
    day = ['--on', '2026-11-22']
    plain = here.done('due', *day)
    rows = list(csv.DictReader(io.StringIO(plain)))
    assert plain == here.done('due', *day, '--format', 'csv'), 'not a terminal: CSV'
    objects = json.loads(here.done('due', *day, '--format', 'json'))
    assert [{k: v or None for k, v in r.items()} for r in rows] == objects
    table = here.done('due', *day, '--format', 'table').splitlines()
    assert len(table) == len(rows) + 1 and table[1].split()[0] == rows[0]['iin']
    assert max(map(len, table)) < 150 and not any(line.endswith(' ') for line in table)
    here.refused(2, 'due', '--format', 'xml')


def due_options(here):
    here.golden()
    day = ['--on', '2026-11-22']
    everybody = list(csv.DictReader(io.StringIO(here.done('due', *day, '--all'))))
    one_body = list(csv.DictReader(io.StringIO(here.done('due', *day, '--all', '--body', 'ALM'))))
    assert 0 < len(one_body) < len(everybody)
    assert all(r['status'] != 'not-in-service' for r in one_body)
    now = here.done('due', *day, '--until', '2026-11-22')
    later = here.done('due', *day, '--until', '2028-11-22')
    assert now.count('\n') < here.done('due', *day).count('\n') < later.count('\n')
    here.refused(2, 'due', *day, '--until', '2026-11-21')
    here.refused(2, 'due', '--on', '2026-02-30')
    here.refused(1, 'due', *day, '--body', 'QQQ')


def system_day(here):
    """Without a day it is the system's, which may end meanwhile."""
    here.golden()
    days = [datetime.date.today().isoformat()]
    said = here.done('due', day=None)
    days.append(datetime.date.today().isoformat())
    assert said in [here.done('due', '--on', day) for day in days], days
    assert said != here.done('due', '--on', '2020-02-29')


def round_trip(here):
    here.golden()
    first, second = here.folder / 'first', here.folder / 'second'
    here.done('export', str(first))
    other = here.new_database()
    here.done('init', db=other)
    here.done('import', str(first), db=other)
    here.done('export', str(second), db=other)
    assert files_of(first) == files_of(second)
    assert set(files_of(first)) >= set(NEEDED)


def second_import(here):
    here.golden()
    before = here.done('verify')
    here.done('import', str(GOLDEN))
    assert here.done('verify') == before, 'nothing new in the audit chain'


def faults(here):
    here.golden()
    before = here.done('verify')
    broken = here.folder / 'broken'
    shutil.copytree(GOLDEN, broken)
    with open(GOLDEN / 'service.csv', encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file))
    rows[4][9] = '2022-02-30'
    with open(broken / 'service.csv', 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows(rows)
    said = here.refused(1, 'import', str(broken))
    assert 'service.csv:5: start: ' in said, said
    assert here.done('verify') == before
    here.refused(1, 'import', str(here.folder / 'nowhere'))


def warnings(here):
    """What should be looked at again is counted and listed, and is no fault."""
    here.golden()
    odd = here.folder / 'odd'
    shutil.copytree(GOLDEN, odd)
    with open(GOLDEN / 'officers.csv', encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file))
    rows[2][4], rows[5][5] = '1971-02-03', 'm' if rows[5][5] == 'f' else 'f'
    with open(odd / 'officers.csv', 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows(rows)
    result = here.run('import', str(odd), '--dry-run')
    assert result.returncode == 0, result.stderr
    assert 'officers.csv: new 0, changed 2' in result.stdout, result.stdout
    assert result.stderr.splitlines()[0].startswith('2 values'), result.stderr
    assert 'officers.csv:3: birth_date: ' in result.stderr, result.stderr
    assert 'officers.csv:6: sex: ' in result.stderr, result.stderr
    assert not here.run('import', str(GOLDEN), '--dry-run').stderr


def standings(here):
    """A dry run says whose status or deadline would change, as the window does; what is imported
    says it no more."""
    here.golden()
    attested = here.folder / 'attested'
    shutil.copytree(GOLDEN, attested)
    due = ['due', '--on', '2026-11-22', '--format', 'json']
    officer = next(line for line in json.loads(here.done(*due)) if line['status'] == 'overdue')
    with open(attested / 'attestations.csv', 'a', encoding='utf-8', newline='') as file:
        csv.writer(file).writerow([officer['iin'], 'regular', '2026-11-20', 'corresponds'] + [''] * 3)
    dry = ['import', str(attested), '--dry-run', '--on', '2026-11-22']
    said = here.done(*dry, '--lang', 'en')
    assert 'The status or deadline of 1 officer will change:\nOverdue → ' in said, said
    named = next(line for line in said.splitlines() if officer['iin'] in line)
    with open(GOLDEN / 'officers.csv', encoding='utf-8-sig', newline='') as file:
        names = next(row for row in csv.DictReader(file) if row['iin'] == officer['iin'])
    assert named.startswith(f"{names['surname']} {names['given_name']} · {officer['iin']} · "), named
    assert 'Status: Overdue → ' in named and 'Deadline: ' in named, named
    assert 'The status' not in here.done('import', str(attested), '--on', '2026-11-22')
    assert 'The status' not in here.done(*dry)


def forms(here):
    """A dry run says what each file was taken for, whether it has faults or not."""
    here.golden()
    office = here.folder / 'office'
    shutil.copytree(GOLDEN, office)
    text = (GOLDEN / 'units.csv').read_text(encoding='utf-8-sig')
    rows = list(csv.reader(io.StringIO(text)))
    with open(office / 'units.csv', 'w', encoding='utf-16', newline='') as file:
        csv.writer(file, delimiter='\t').writerows(rows)
    said = here.done('import', str(office), '--dry-run')
    assert 'bodies.csv: UTF-8 · separated by commas\n' in said, said
    assert 'units.csv: UTF-16 · separated by tabulators\n' in said, said
    assert f'units.csv: new 0, changed 0, unchanged {len(rows) - 1}\n' in said, said
    (office / 'bodies.csv').write_text('кеше\n')
    result = here.run('import', str(office), '--dry-run')
    assert result.returncode == 1
    assert 'units.csv: UTF-16 · separated by tabulators\n' in result.stdout, result.stdout
    assert len(result.stderr.splitlines()) == 1, result.stderr


def explain(here):
    here.golden()
    english = here.done('explain', '001126617399', '--on', '2026-11-22', '--lang', 'en')
    for word in ('§5', '§6', '31.05.2023', '30.11.2026'):
        assert word in english, (word, english)
    kazakh = here.done('explain', '001126617399', '--on', '2026-11-22', '--lang', 'kk')
    russian = here.done('explain', '001126617399', '--on', '2026-11-22', '--lang', 'ru')
    assert '31.05.2023' in kazakh and '31.05.2023' in russian, (kazakh, russian)
    steps = [line[8:] for line in english.splitlines()[1:-1]]
    asked = ['explain', '001126617399', '--on', '2026-11-22', '--lang', 'en', '--format']
    objects = json.loads(here.done(*asked, 'json'))
    assert [step['sentence'] for step in objects] == steps
    assert objects[0]['paragraph'] == '5' and objects[0]['house_rule'] == 'no'
    # what is the program's own reading has a mark, which the last line explains
    marked = [line for line in english.splitlines() if line.split()[0].endswith('*')]
    assert [line[8:] for line in marked[:-1]] == [step['sentence'] for step in objects
                                                  if step['house_rule'] == 'yes'], english
    assert len(marked) > 1 and marked[-1] == english.splitlines()[-1], english
    assert list(csv.DictReader(io.StringIO(here.done(*asked, 'csv')))) == objects
    here.refused(1, 'explain', '000000000000')
    here.refused(2, 'explain', '001126617399', '--lang', 'de')
    here.refused(2, 'explain')


def rewrite_first_line(here):
    """Changes a line of the audit chain, as whoever owns the database may."""
    if here.engine == 'sqlite':
        db = sqlite3.connect(here.name.removeprefix('sqlite:'))
        triggers = [r[0] for r in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")]
        for name in triggers:
            db.execute(f'DROP TRIGGER {name}')
        db.execute("UPDATE audit SET actor = 'somebody else' WHERE seq = 1")
        db.commit()
        db.close()
    else:
        psql(here.name, 'ALTER TABLE audit DISABLE TRIGGER ALL; '
                        "UPDATE audit SET actor = 'somebody else' WHERE seq = 1; "
                        'ALTER TABLE audit ENABLE TRIGGER ALL')


def verify(here):
    here.golden()
    assert 'digest' in here.done('verify')
    rewrite_first_line(here)
    here.refused(1, 'verify')


PLAUSIBLE = ['verify', '--plausible', '--on', '2026-11-30', '--lang', 'en']


def plausible(here):
    """What should be looked at again is a list of its own, and no failure."""
    here.golden()
    assert here.done('verify', '--since', here.done('verify').split()[-1].rstrip('.'))
    table = here.done(*PLAUSIBLE, '--format', 'table')
    objects = [{name: value or '' for name, value in line.items()}
               for line in json.loads(here.done(*PLAUSIBLE, '--format', 'json'))]
    listed = here.run(*PLAUSIBLE, '--format', 'csv')
    lines = list(csv.DictReader(io.StringIO(listed.stdout)))
    assert listed.returncode == 0 and lines == objects, listed.stderr
    assert 'newest digest is' in listed.stderr, 'the verdict is no part of the list'
    assert len(table.splitlines()) >= len(lines), table
    assert [line['iin'] for line in lines] == sorted(line['iin'] for line in lines)
    found = {line['warning'] for line in lines}
    assert found >= {'customs-overlap', 'service-elsewhere', 'deferral-overlap', 'attested-soon',
                     'attested-while-deferred', 'attested-out-of-service', 'deferral-open-long',
                     'reattestation-early', 'reattestation-not-held', 'outcome-ahead'}, found
    early = next(line for line in lines if line['warning'] == 'reattestation-early')
    assert early['paragraph'].startswith('36') and early['record'] == 'attestation', early
    assert early['kind'] == 'reattestation' and early['other_record'] == 'attestation', early
    open_long = next(line for line in lines if line['warning'] == 'deferral-open-long')
    assert open_long['house_rule'] == 'yes' and open_long['other_record'] == '', open_long
    for line in lines:
        days = ['.'.join(reversed(line[name].split('-'))) for name in ('day', 'other_day')]
        assert any(day and day in line['sentence'] for day in days), line
    # a later day, one body, another language
    later = [*PLAUSIBLE[:3], '2027-01-31', '--format', 'csv']
    assert 'outcome-ahead' not in here.done(*later)
    bodies = {row['code'] for row in csv.DictReader(open(GOLDEN / 'bodies.csv', encoding='utf-8'))}
    parts = [here.done(*PLAUSIBLE, '--format', 'csv', '--body', body).splitlines()[1:]
             for body in sorted(bodies)]
    rest = set(listed.stdout.splitlines()[1:]) - set(sum(parts, []))
    assert len(sum(parts, [])) + len(rest) == len(lines), 'nobody is of two bodies'
    with open(GOLDEN / 'service.csv', encoding='utf-8') as file:
        served = {row['iin'] for row in csv.DictReader(file) if row['employer_kind'] == 'customs'}
    assert any(parts) and not {line.split(',')[0] for line in rest} & served, 'all are of a body'
    kazakh = here.done(*PLAUSIBLE[:4], '--lang', 'kk', '--format', 'csv')
    assert len(kazakh.splitlines()) == len(lines) + 1 and 'күн' in kazakh
    here.refused(2, 'verify', '--body', 'ALM')
    here.refused(2, *PLAUSIBLE[:3], '2026-02-30')
    here.refused(1, *PLAUSIBLE, '--body', 'nowhere')
    here.refused(2, 'due', '--plausible')


def plausible_of_damaged(here):
    """A fault is a fault still, beside the list."""
    here.golden()
    rewrite_first_line(here)
    result = here.run(*PLAUSIBLE, '--format', 'csv')
    assert result.returncode == 1 and result.stderr.strip(), result.stderr
    assert len(result.stdout.splitlines()) > 100


def backup(here):
    here.golden()
    copy = here.folder / 'copy.sqlite'
    here.done('backup', str(copy))
    here.refused(1, 'backup', str(copy))
    first, second = here.folder / 'first', here.folder / 'second'
    here.done('export', str(first))
    other = here.new_database()
    here.done('restore', str(copy), db=other)
    here.done('export', str(second), db=other)
    assert files_of(first) == files_of(second)
    assert here.done('verify') == here.done('verify', db=other), 'the chain goes along'
    here.refused(1, 'restore', str(copy), db=other)
    assert 'NOT' not in here.done('verify', db=other)


def demo(here):
    one, two = here.folder / 'one', here.folder / 'two'
    here.done('demo', '--officers', '300', '--seed', '7')
    here.done('export', str(one))
    here.done('verify')
    other = here.new_database()
    here.done('demo', '--officers', '300', '--seed', '7', db=other)
    here.done('export', str(two), db=other)
    assert files_of(one) == files_of(two)
    here.refused(1, 'demo')
    for day in ('0001-01-01', '1949-12-31', '2100-01-01', '9999-12-31'):
        said = here.refused(1, 'demo', '--officers', '20', '--on', day, db=here.new_database())
        assert '1950-01-01' in said and '2099-12-31' in said, said
    for day in ('1950-01-01', '2099-12-31'):
        here.done('demo', '--officers', '400', '--on', day, db=here.new_database())
    here.refused(2, 'demo', '--officers', 'many', db=here.new_database())


def demo_on_any_day(here):
    """Whenever it is made, it shows each status."""
    for day in (TODAY, '2026-12-31', '2028-02-29'):
        made = here.new_database()
        here.done('demo', '--officers', '300', db=made, day=day)
        lines = csv.DictReader(io.StringIO(here.done('due', '--all', db=made, day=day)))
        found = {line['status'] for line in lines}
        assert found == {'not-in-service', 'upcoming', 'due', 'overdue', 'deferred',
                         'reattestation-upcoming', 'reattestation-due', 'negative'}, (day, found)


def usage(here):
    here.refused(2, db=False)
    here.refused(2, 'nonsense')
    here.refused(2, 'due', '--nonsense')
    here.refused(2, 'import')
    here.refused(2, 'due', 'extra')
    here.refused(2, 'due', db='oracle:thing')
    here.done('init')
    for words in (['init', '--all'], ['verify', '--on', '2026-11-22'], ['due', '--dry-run'],
                  ['explain', '001126617399', '--until', '2026-11-22'], ['export', 'x', '--seed', '1'],
                  ['import', 'x', '--officers', '5'], ['backup', 'x', '--role', 'hr'],
                  ['restore', 'x', '--iin', '1'], ['demo', '--body', 'ALM']):
        said = here.refused(2, *words)
        assert words[-1] in said or words[-2] in said, said
    for words in (['init'], ['import', 'x'], ['explain', '001126617399']):
        here.refused(2, *words, '--format', 'xml')
    with open('/dev/full', 'w') as full:
        for words in (['due'], ['verify'], ['--version'], ['--help'], ['-h'],
                      ['due', '--format', 'json'], ['due', '--format', 'table']):
            result = subprocess.run([SARAPCTL, *words, '--db', here.name], env=here.env, stdout=full,
                                    stderr=subprocess.PIPE, encoding='utf-8')
            assert result.returncode == 1 and 'Standard output' in result.stderr, words
    assert 'import' in here.done('--help', db=False)
    assert '--help' in here.done('-h', db=False)
    assert here.done('--version', db=False).startswith('sarapctl ')


def passwords(here):
    """Wherever somebody puts the address of a server, its password is not said again."""
    here.done('init')
    for address in ('postgresql://u1:{}%zz@h/d', 'postgres:/u1:{}@h/d', 'postgresql://u1:a@{}@h/d',
                    'postgresql://u1:a/{}@127.0.0.1:1/d', 'host=h password={} dbname=d',
                    'postgresql://u1:{}@127.0.0.1:1/d', 'postgresql://127.0.0.1:1/d?password={}',
                    'postgresql://127.0.0.1:1/d?pasword={}', 'sqlite:postgresql://u1:{}@h/d',
                    'sqlite:/u1:{}@h/d', 'postgresql://u1%3A{}@127.0.0.1:1/d',
                    'postgresql://127.0.0.1:1/u1%3A{}'):
        address = address.format('Tz7QuP')
        for words in (['due', '--db', address], ['init', f'--db={address}'], [address, 'due'],
                      ['due', address], ['due', f'--database={address}'], ['due', '--on', address],
                      ['due', '--lang', address], ['due', '--seed', address],
                      ['due', '--body', address, '--db', here.name],
                      ['explain', address, '--db', here.name],
                      ['import', address, '--db', here.name],
                      ['backup', address + '/x', '--db', here.name],
                      ['restore', address, '--db', here.name],
                      ['user', 'add', address, '--role', 'x'],
                      ['user', 'add', 'x', '--role', address]):
            result = here.run(*words, db=False)
            assert result.returncode != 0 and result.stderr, words
            assert 'Tz7QuP' not in result.stderr + result.stdout, (words, result.stderr)
    for words in (['--db', 'postgresql://u1:a', 'Tz7QuP', 'b@h/d', 'due'],
                  ['--db', 'postgresql://u1:a', 'Tz7QuP@h/d', 'due'], ['due', '--pwd=Tz7QuP'],
                  ['due', '--pasword=Tz7QuP'], ['due', '--password', 'Tz7QuP'], ['due', '-pTz7QuP'],
                  ['-p', 'Tz7QuP', 'due'], ['due', '--pin=Tz7QuP'], ['due', '--пароль=Tz7QuP'],
                  ['due', '-WTz7QuP'], ['due', '-пTz7QuP'], ['Tz7QuP', 'due'], ['pwd=Tz7QuP']):
        result = here.run(*words, db=False)
        assert result.returncode == 2, words
        assert 'Tz7QuP' not in result.stderr + result.stdout, (words, result.stderr)
    # nor is anything of it told by what the rest of the sentence lacks
    for short in 'ae':
        said = here.run('due', '--db', 'postgresql://u1:a', short, 'Tz7QuP@h/d', db=False).stderr
        assert said.startswith('sarapctl: A space divides the address of the server into'), said
        said = here.run('due', f'--pwd={short}', db=False).stderr
        assert said.startswith('sarapctl: There is no option “--pwd”.\n'), said


def unreachable(here):
    here.refused(3, 'due', db=f'sqlite:{here.folder}/nowhere/x.sqlite')
    here.refused(3, 'due', db=f'sqlite:{here.folder}/absent.sqlite')
    assert not (here.folder / 'absent.sqlite').exists(), 'asking made a file'
    here.refused(3, 'due', db=f'sqlite:{here.folder}')
    said = here.refused(3, 'init', db=f'sqlite:{here.folder}/nowhere/x.sqlite')
    assert said == (f'sarapctl: The folder “{here.folder}/nowhere” is not there. Make it first, or '
                    'give the database another name.\n'), said
    here.refused(3, 'init', db=f'sqlite:{here.folder}')
    said = here.refused(3, 'due', db='postgresql://127.0.0.1:1/sarap')
    assert 'No database answers at “127.0.0.1:1”' in said, said
    if POSTGRESQL:
        here.refused(3, 'due', db=POSTGRESQL.rpartition('/')[0] + '/no_such_database')
    (here.folder / 'text.sqlite').write_text('not a database, but long enough to look at. ' * 99)
    here.refused(3, 'due', db=f'sqlite:{here.folder}/text.sqlite')


def held_table(here):
    """Somebody holds a table: that is said, and not what the server says of all that follows."""
    here.golden()
    impatient = here.name + ('&' if '?' in here.name else '?') + 'options=-c%20lock_timeout%3D200ms'
    held = subprocess.Popen(['psql', '-XAtq', '-d', here.name], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, encoding='utf-8', env=PSQL_ENV)
    try:
        held.stdin.write('BEGIN; LOCK TABLE officer IN ACCESS EXCLUSIVE MODE; SELECT 1;\n')
        held.stdin.flush()
        held.stdout.readline()
        said = here.refused(3, 'due', db=impatient)
    finally:
        held.communicate('ROLLBACK;\n')
    assert 'Somebody else' in said and '25P02' not in said, said


def own_words(here):
    """What the C library says in English where it knows no Kazakh is said in Kazakh."""
    here.golden()
    here.env.update(LC_ALL='kk_KZ.UTF-8', LANGUAGE='')
    said = here.refused(1, 'export', '/dev/null')
    assert 'бұл — қалта емес' in said and 'Not a directory' not in said, said
    said = here.refused(1, 'backup', f'/dev/{"a" * 300}')
    assert 'атауы тым ұзын' in said and 'too long' not in said, said


def default_database(here):
    assert here.done('due', db=False).startswith('iin,status,')
    standard = list((here.folder / 'data').rglob('*.sqlite'))
    assert len(standard) == 1, 'made on first use'
    # from then on the one opened last, from wherever that was
    own = here.run('init', db='sqlite:own.sqlite', cwd=here.folder)
    assert own.returncode == 0, own.stderr
    here.done('import', str(GOLDEN), db=False)
    assert here.done('due', '--all', db=False).count('\n') == 401
    assert here.done('due', '--all', db=f'sqlite:{standard[0]}').count('\n') == 1
    # one that is gone is not made anew
    gone = here.folder / 'gone.sqlite'
    here.done('init', db=f'sqlite:{gone}')
    gone.unlink()
    here.refused(3, 'due', db=False)
    assert not gone.exists()


def users(here):
    here.golden()
    if here.engine == 'sqlite':
        here.refused(1, 'user', 'add', 'aigul', '--role', 'hr')
        return
    login = 'aigul_' + uuid.uuid4().hex[:8]
    here.refused(2, 'user', 'add', login)
    here.refused(2, 'user', 'add', login, '--role', 'emperor')
    here.refused(1, 'user', 'add', login, '--role', 'hr', '--body', 'QQQ')
    here.done('user', 'add', login, '--role', 'hr', '--body', 'ALM', stdin='құпия сөз\n')
    # the space at its end is the password's, the line's end is not
    for number, (typed, password) in enumerate((('sp ace \n', 'sp ace '), ('x\t\r\n', 'x\t'))):
        here.done('user', 'add', f'{login}{number}', '--role', 'auditor', stdin=typed)
        base = here.name.rpartition('@')[2] or here.name
        uri = f'postgresql://{login}{number}@' + base.removeprefix('postgresql://')
        for given, status in ((password, 0), (password.strip(), 3)):
            result = subprocess.run([SARAPCTL, 'due', '--db', uri], stdout=subprocess.PIPE,
                                    env={**here.env, 'PGPASSWORD': given}, stderr=subprocess.PIPE,
                                    encoding='utf-8')
            assert result.returncode == status, result.stderr
    for name in ('ә' * 32, 'x' * 64):
        said = here.refused(2, 'user', 'add', name, '--role', 'hr', stdin='p\n')
        assert '63' in said, said
    account = psql(here.name, 'SELECT roles, b.code FROM account JOIN body b ON b.id = body_id '
                              f"WHERE login = '{login}'").strip()
    assert account == 'hr|ALM', account
    assert psql(here.name, "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid "
                           f"WHERE rolname = '{login}'").strip() == 't'


CASES = [golden_due, formats, due_options, system_day, round_trip, second_import, faults, warnings,
         standings, forms, explain, verify, plausible, plausible_of_damaged, backup, demo,
         demo_on_any_day, users]
SERVER = [held_table]
ONCE = [usage, passwords, unreachable, default_database, own_words]


if __name__ == '__main__':
    main([(case, 'sqlite') for case in ONCE + CASES] +
         [(case, 'postgresql') for case in CASES + SERVER])
