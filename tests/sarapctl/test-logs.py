"""What the rooms log for a maintainer: only where it is asked for, on standard error, with times,
and nothing that was told in confidence."""
import csv
import re
import uuid

from here import GOLDEN, main

# A statement: its time, its rows, its first word
STATEMENT = re.compile(r'sarap-store-DEBUG.*: (\d+\.\d\d) ms, (\d+) rows: (SELECT|WITH|PRAGMA|BEGIN|'
                       r'COMMIT|INSERT|UPDATE|DELETE|CREATE|VALUES)\b')


def logged(here, domains, *words, **more):
    """What a command printed and what it logged."""
    here.env['G_MESSAGES_DEBUG'] = domains
    result = here.run(*words, **more)
    del here.env['G_MESSAGES_DEBUG']
    assert result.returncode == 0, (words, result.stderr)
    return result.stdout, result.stderr


def values_of_officers():
    """What stands in the golden files of one officer: numbers, names, days."""
    for name in ('officers.csv', 'service.csv', 'attestations.csv', 'deferrals.csv'):
        with open(GOLDEN / name, encoding='utf-8', newline='') as file:
            for row in csv.DictReader(file):
                for column in ('iin', 'surname', 'given_name', 'patronymic', 'birth_date', 'start',
                               'order_no', 'date', 'position_kk', 'reason'):
                    if len(row.get(column, '')) > 3:
                        yield row[column]


def check_confidence(said):
    values = set(values_of_officers())
    assert len(values) > 100
    told = [value for value in values if value in said]
    assert not told, told[:5]
    quoted = [line for line in said.splitlines()
              if 'sarap-store-DEBUG' in line and "'" in re.sub("'…+'?", '', line)]
    assert not quoted, quoted[:5]


def statements(here):
    here.golden()
    day = ['--on', '2026-11-22', '--body', 'ALM']
    plain = here.run('due', *day)
    assert plain.returncode == 0 and not plain.stderr, plain.stderr
    out, said = logged(here, 'sarap-store', 'due', *day)
    assert out == plain.stdout, 'standard output is for what was asked'
    lines = [line for line in said.splitlines() if 'rows: ' in line]
    assert len(lines) > 5 and all(map(STATEMENT.search, lines)), lines
    assert any(' service ' in line or 'service_' in line for line in lines), lines
    assert 'ms: opened' in said, said
    assert 'sarap-procedure' not in said, 'only the room that was named'
    check_confidence(said)


def question(here):
    here.golden()
    _, said = logged(here, 'sarap-procedure', 'due', '--on', '2026-11-22')
    found = re.search(r'sarap-procedure-DEBUG.*: \d+\.\d\d ms, (\d+) rows: the review\n', said)
    with open(GOLDEN / 'officers.csv', encoding='utf-8') as file:
        assert found and int(found[1]) == sum(1 for _ in file) - 1, said
    assert 'SELECT' not in said


def changes(here):
    """What is written is not in the log either."""
    here.done('init')
    _, said = logged(here, 'all', 'import', str(GOLDEN))
    for wanted in (' ms: import\n', ' rows: officers.csv\n', 'sarap-exchange-DEBUG',
                   ' rows: records written together\n'):
        assert wanted in said, (wanted, said[:2000])
    check_confidence(said)
    _, said = logged(here, 'all', 'explain', '001126617399', '--on', '2026-11-22')
    check_confidence(said)
    _, said = logged(here, 'all', 'verify')
    check_confidence(said)


def account(here):
    here.golden()
    login, password = 'l' + uuid.uuid4().hex[:12], 'құпия-' + uuid.uuid4().hex
    _, said = logged(here, 'all', 'user', 'add', login, '--role', 'hr', '--body', 'ALM',
                     stdin=password + '\n')
    assert 'sarap_account_add (:login' in said, said
    assert password not in said and login not in said and 'SCRAM-SHA-256' not in said


CASES = [statements, question, changes]


if __name__ == '__main__':
    main([(case, engine) for engine in ('sqlite', 'postgresql') for case in CASES] +
         [(account, 'postgresql')])
