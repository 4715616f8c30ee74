"""What is asked about a hidden officer with a right guess and with a wrong one: rows, EXPLAIN, the
statistics of the transaction, blocks read and errors do not differ, for everybody who does not see the
file. And who asks by writing hears the same of a hidden officer as of one that is made up."""
import itertools
import json
import os
import pathlib
import re

from files import chain, line_digest
from ground import FILES, GROUPED, OTHER, OWN, PEOPLE, READ_ACCOUNTS, READ_ALL, Server, main
from libpq import Answer

AT_OTHER = ['hr_other', 'officer_other']
NONE = '000000000000'
MADE_UP = '850101300104'
SETTINGS = {'as it is': [], 'by index': ['seqscan', 'bitmapscan'],
            'by reading all': ['indexscan', 'bitmapscan', 'indexonlyscan'], 'no loops': ['nestloop'],
            'hashed': ['seqscan', 'nestloop'], 'bitmaps': ['seqscan', 'indexscan', 'indexonlyscan']}
# All settings with SARAP_TEST_ALL
USED = list(SETTINGS) if os.environ.get('SARAP_TEST_ALL') else ['as it is', 'by index']
# What a plan repeats of the question, and what is of the moment
SAID = ('Filter', 'Index Cond', 'Recheck Cond', 'Hash Cond', 'Join Filter', 'Merge Cond', 'Output',
        'One-Time Filter', 'Cache Key', 'Planning', 'Sort Key', 'Group Key', 'Order By', 'Function Call')
# Of indexes, too, which the server's own views of a transaction leave out
COUNTERS = """SELECT relname, pg_stat_get_xact_numscans (c.oid), pg_stat_get_xact_tuples_returned (c.oid),
    pg_stat_get_xact_tuples_fetched (c.oid), pg_stat_get_xact_tuples_inserted (c.oid)
  FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'sarap' UNION ALL
  SELECT funcname, calls, 0, 0, 0 FROM pg_stat_xact_user_functions"""


def questions(root, body, admin=''):
    """Of a hidden officer: what is asked, with a right guess and a wrong one."""
    rows = root.do(
        'SELECT o.id, o.iin, o.surname, d.kind, d.start, a.kind, a.date, a.decision, s.id, o.body_id,'
        ' e.institution FROM officer o JOIN deferral d ON d.officer_id = o.id JOIN attestation a ON'
        ' a.officer_id = o.id JOIN service s ON s.officer_id = o.id JOIN education e ON e.officer_id ='
        f" o.id JOIN body b ON b.id = o.body_id WHERE b.code = '{body}' ORDER BY o.id DESC LIMIT 1").rows
    (v, iin, surname, deferral, begun, kind, date, decision, service, body_id, institution), = rows
    other = root.one("SELECT id FROM officer WHERE NOT EXISTS (SELECT FROM deferral WHERE officer_id ="
                     f' officer.id) AND body_id = {body_id} ORDER BY id LIMIT 1')
    of_other = root.one(f'SELECT min (id) FROM service WHERE officer_id = {other}')
    counts = root.do('SELECT officer_id FROM service JOIN officer o ON o.id = officer_id WHERE'
                     f' o.body_id = {body_id} GROUP BY 1 ORDER BY count (*) DESC, 1').rows
    of = f'officer_id = {v} AND '
    return [
        ('officer', f"SELECT 1 FROM officer WHERE id = {v} AND iin = '{{}}'", iin, NONE),
        ('officer', "SELECT 1 FROM officer WHERE iin = '{}'", iin, NONE),
        ('officer', "SELECT 1 FROM officer WHERE iin = ANY ('{{{}}}')", iin, NONE),
        ('officer', f"SELECT 1 FROM officer WHERE id = {v} AND starts_with (surname, '{{}}')",
         surname[:3], 'Щщщ'),
        ('officer', f"SELECT 1 FROM officer WHERE id = {v} AND birth_date < '{{}}'", '2020-01-01',
         '1900-01-01'),
        ('officer', f"SELECT 1 FROM officer WHERE id = {v} AND sort_key > '{{}}'", ' ', '\U0010ffff'),
        ('officer', f'SELECT 1 FROM officer WHERE id = {v} AND body_id = {{}}', body_id, 99),
        ('officer', f'SELECT 1 FROM officer WHERE id = {v} AND (patronymic > ' ') = {{}}', 'true',
         'false'),
        ('officer', f"SELECT 1 FROM officer WHERE id = {v} AND sex = '{{}}'", 'm', 'f'),
        ('officer', "SELECT 1 FROM (VALUES ('{}')) v (x) JOIN officer ON iin = x", iin, NONE),
        ('officer', f"SELECT 1 FROM (VALUES ({v}, '{{}}')) v (i, x), LATERAL (SELECT 1 FROM officer"
                    ' WHERE id = v.i AND iin = v.x) l', iin, NONE),
        ('officer', "SELECT 1 FROM officer WHERE iin = '{}' FOR UPDATE", iin, NONE),
        ('officer', "UPDATE officer SET given_name = given_name WHERE iin = '{}'", iin, NONE),
        ('officer', "DELETE FROM officer WHERE iin = '{}'", iin, NONE),
        ('officer', f'SELECT 1 FROM officer WHERE id = {v} AND surname::integer = {{}}', 1, 2),
        ('service', 'SELECT 1 FROM service WHERE officer_id = {}', counts[0][0], counts[-1][0]),
        ('service', f'SELECT 1 FROM service WHERE {of} id = {{}}', service, of_other),
        ('service', 'SELECT 1 FROM service WHERE id = {}', service, 2000000000),
        ('service', "SELECT 1 FROM service s JOIN officer o ON o.id = s.officer_id WHERE o.iin = '{}'",
         iin, NONE),
        ('service', f"SELECT 1 FROM service WHERE {of} employer_kind = '{{}}'", 'customs', 'none'),
        ('service', f'SELECT 1 FROM service WHERE {of} level >= {{}}', 0, 999),
        ('deferral', 'SELECT 1 FROM deferral WHERE officer_id = {}', v, other),
        ('deferral', f"SELECT 1 FROM deferral WHERE {of} kind = '{{}}'", deferral, 'none'),
        ('deferral', f"SELECT 1 FROM deferral WHERE {of} kind = '{deferral}' AND start = '{{}}'", begun,
         '1950-01-01'),
        ('deferral', f"SELECT 1 WHERE EXISTS (SELECT FROM deferral WHERE {of} kind = '{{}}')", deferral,
         'none'),
        ('deferral', f"UPDATE deferral SET reason = reason WHERE {of} kind = '{{}}'", deferral, 'none'),
        ('deferral', f"DELETE FROM deferral WHERE {of} kind = '{{}}'", deferral, 'none'),
        ('attestation', f"SELECT 1 FROM attestation WHERE {of} kind = '{kind}' AND date = '{{}}'", date,
         '1950-01-01'),
        ('attestation', f"SELECT 1 FROM attestation WHERE {of} date = '{date}' AND decision = '{{}}'",
         decision, 'none'),
        ('attestation', f"SELECT 1 FROM attestation WHERE {of} coalesce (outcome, 'none') = '{{}}'",
         'none', 'annulled'),
        ('education', f"SELECT 1 FROM education WHERE {of} institution = '{{}}'",
         institution.replace("'", "''"), 'none'),
        ('education', f"SELECT 1 FROM education WHERE {of} kind = '{{}}'", 'education', 'none'),
        ('audit', 'SELECT 1 FROM audit WHERE officer_id = {}', v, other),
        ('audit', 'SELECT 1 FROM audit WHERE seq = {}', 2, 2000000000),
        ('account', "SELECT 1 FROM account WHERE login = '{}'", admin, 'made_up'),
        ('account', "SELECT 1 FROM account WHERE roles = '{}'", 'auditor', 'none'),
    ], v, iin


def pruned(plan):
    if isinstance(plan, dict):
        return {key: pruned(value) for key, value in plan.items()
                if key not in SAID and 'Time' not in key and 'Blocks' not in key}
    return [pruned(part) for part in plan] if isinstance(plan, list) else plan


def plan_of(session, how, sql):
    answer = session.run(f'EXPLAIN ({how}, FORMAT JSON) {sql}')
    return answer, json.loads(answer.rows[0][0]) if answer.code is None else None


def hear(session, settings, sql, guess, mode):
    """All that a question gives away in one way of asking, as a text."""
    sql, blocks = sql.format(guess), []
    session.do('BEGIN; SET LOCAL plan_cache_mode = force_custom_plan')
    for setting in settings:
        session.do(f'SET LOCAL enable_{setting} = off')
    if mode == 'counters':
        session.do('SAVEPOINT before')
        before = {row[0]: row for row in session.do(COUNTERS).rows}
        answer = session.run(sql)
        # counters stay although all else is taken back
        session.do('ROLLBACK TO before')
        heard = [(row[0], *(int(now) - int(was) for now, was in zip(
            row[1:], before.get(row[0], ['', '0', '0', '0', '0'])[1:])))
            for row in session.do(COUNTERS).rows if before.get(row[0]) != row]
        answer = (str(answer).replace(str(guess), '?'), answer.count, sorted(heard))
    elif mode == 'blocks':
        # the first time what stands beside the tables is read, too
        for _ in range(3):
            answer, plan = plan_of(session, 'ANALYZE, BUFFERS, TIMING OFF', sql)
            if plan is not None:
                blocks.append(plan[0]['Plan']['Shared Hit Blocks'])
        answer = min(blocks) if blocks else answer
    else:
        answer, plan = plan_of(session, mode, sql)
        answer = answer if plan is None else json.dumps(pruned(plan))
    session.do('ROLLBACK')
    # an error may repeat the question
    return str(answer).replace(str(guess), '?') if isinstance(answer, Answer) else str(answer)


def hear_both(session, settings, sql, guesses, mode):
    """What differs once may be the server's own: a block that it read besides, a dead row that it met."""
    for _ in range(4):
        heard = [hear(session, settings, sql, guess, mode) for guess in guesses]
        if heard[0] == heard[1]:
            break
    return heard


MODES = ['VERBOSE, ANALYZE, TIMING OFF', 'VERBOSE', 'counters', 'blocks']


def asks(name, table):
    """Whether this is hidden from them."""
    return name not in (READ_ACCOUNTS if table == 'account' else READ_ALL)


def oracle(here):
    server, asked, told = Server(here), 0, []
    with server.root() as root:
        root.do('ANALYZE')
        for name in PEOPLE:
            all_questions, *_ = questions(root, OWN if name in AT_OTHER else OTHER,
                                          server.login('admin'))
            with server.sign_in(name) as session:
                for (table, sql, right, wrong), used, mode in itertools.product(all_questions, USED,
                                                                                MODES):
                    if not asks(name, table):
                        continue
                    heard = hear_both(session, SETTINGS[used], sql, (right, wrong), mode)
                    asked += 2
                    if heard[0] != heard[1]:
                        told.append(f'{name}, {used}, {mode}: {sql}\n  {heard[0]}\n  {heard[1]}')
    print(f'# {asked} questions, {len(told)} answered')
    assert not told, '\n'.join(told)


def made_up(here):
    """Writing to a hidden officer's file, or to that of nobody: the same words."""
    server, asked, wrong = Server(here), 0, []
    server.let_in()
    with server.root() as root:
        for name in [*PEOPLE, GROUPED]:
            if name in ('hr_agency', 'admin'):
                continue
            _, v, iin = questions(root, OWN if name in AT_OTHER else OTHER)
            with server.sign_in(name) as session:
                for sql in writing():
                    heard = []
                    for officer, number in ((v, iin), (99999999, MADE_UP)):
                        session.do('BEGIN')
                        answer = session.run(sql.format(v=officer, iin=number))
                        session.do('ROLLBACK')
                        heard.append((str(answer), answer.count))
                    asked += 2
                    if heard[0] != heard[1]:
                        wrong.append(f'{name}: {sql}: {heard}')
                    if '{v}' in sql:
                        continue
                    # an id tells that there is such a number, and an IIN is none
                    for used in SETTINGS:
                        heard = hear_both(session, SETTINGS[used], sql.replace('{iin}', '{}'),
                                          (iin, MADE_UP), 'counters')
                        asked += 2
                        if heard[0] != heard[1]:
                            wrong.append(f'{name}, {used}: {sql}: {heard}')
    print(f'# {asked} asked, {len(wrong)} told apart')
    assert not wrong, '\n'.join(wrong)


def writing():
    rows = {'service': '"other","x",null,null,null,null,null,null,"1991-01-01",null,null',
            'deferral': '"absence","1991-01-01",null,null',
            'attestation': '"regular","1991-01-01","corresponds",null,null,null',
            'education': '"degree","x",null,null,null,null'}
    for table in FILES[1:]:
        values = rows[table].replace('"', "'")
        columns = {'service': 'employer_kind, employer, body_id, unit_id, position_kk, position_ru,'
                              ' category, level, start, "end", order_no',
                   'deferral': 'kind, start, "end", reason',
                   'attestation': 'kind, date, decision, outcome, outcome_date, order_no',
                   'education': 'kind, institution, speciality, qualification, document_no, finished'
                   }[table]
        yield f'INSERT INTO {table} (officer_id, {columns}) VALUES ({{v}}, {values})'
        yield f'UPDATE {table} SET officer_id = {{v}}'
        yield f'UPDATE {table} SET version = version WHERE officer_id = {{v}}'
        yield f'DELETE FROM {table} WHERE officer_id = {{v}}'
        yield f"SELECT sarap_write_rows ('{table}', '[[\"{{iin}}\",{rows[table]}]]')"
    yield 'INSERT INTO commission_member (commission_id, officer_id, role) VALUES (1, {v}, \'member\')'
    yield "UPDATE officer SET given_name = 'x' WHERE id = {v}"
    yield "DELETE FROM officer WHERE iin = '{iin}'"
    yield "SELECT sarap_account_add ('x', NULL, 'officer', NULL, {v})"


def taken(here):
    """An IIN that a hidden file has has to be told, by any way of entering, but not whose it is."""
    server = Server(here)
    with server.root() as root:
        _, _, iin = questions(root, OTHER)
        day, sex = root.do(f"SELECT birth_date, sex FROM officer WHERE iin = '{iin}'").rows[0]
        other = root.one(f"""SELECT max (iin) FROM officer WHERE body_id IN
            (SELECT body_id FROM officer WHERE iin = '{iin}') AND iin <> '{iin}'""")
    with server.sign_in('hr') as session:
        for sql in ('INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key,'
                    f" search_key, loose_key) VALUES ('{iin}', 'x', 'y', '{day}', '{sex}', 'x', 'x',"
                    " 'x')", "UPDATE officer SET iin = '" + iin + "' WHERE id = (SELECT min (id) FROM"
                    ' officer)',
                    f"""SELECT sarap_write_rows ('officer', '[["{iin}","x","y",null,"{day}","{sex}",
                    "x","x","x"]]')"""):
            answer = session.run(sql)
            assert answer.code == '23505' and answer.detail is None, (sql, answer)
            # the number is the question's own
            assert answer.error.endswith(f'officer.iin {iin} is entered already'), answer
    log_tells_each(server, iin, other)


def log_tells_each(server, *iins):
    """Each IIN that was tried stands once in the server's log, and nothing of it is sent."""
    rows = ', '.join(f'["{iin}","x","y",null,"1980-01-01","male","x","x","x"]' for iin in iins)
    log = pathlib.Path(os.environ['SARAP_TEST_POSTGRESQL_DATA']).with_name('server.log')
    with server.sign_in('hr') as session:
        login = session.one('SELECT session_user')
    with server.root() as root:
        root.do(f"ALTER ROLE {login} SET log_min_messages = 'log'")
    with server.sign_in('hr') as session:
        session.do("SET client_min_messages = 'log'")
        answer = session.run(f"SELECT sarap_write_rows ('officer', '[{rows}]')")
        assert answer.code == '23505', answer
        assert session.notices == [], session.notices
    lines = [line for line in log.read_text().splitlines() if f'sarap: {login} ' in line]
    for iin in iins:
        assert sum(iin in line for line in lines) == 1, (iin, lines)


def guessed(here):
    """Everybody reads the head of the chain before and after a change: who guesses every word of a
    hidden line has not its digest, and no line can be guessed from another's."""
    server = Server(here)
    heads = []
    with server.sign_in('member') as member, server.sign_in('hr_other') as session:
        for kind in ('childcare', 'absence'):
            officer = session.one('SELECT max (id) FROM officer o WHERE NOT EXISTS'
                                  ' (SELECT FROM deferral d WHERE d.officer_id = o.id)')
            heads.append(member.do('SELECT seq, chain FROM audit_head').rows[0])
            session.do('INSERT INTO deferral (officer_id, kind, "start") VALUES'
                       f" ({officer}, '{kind}', '2026-11-01')")
        heads.append(member.do('SELECT seq, chain FROM audit_head').rows[0])
        assert member.one('SELECT count (*) FROM audit') == '0'
    with server.root() as root:
        said = root.do('SELECT moment, actor, action, record, record_id, officer_id, detail, salt FROM'
                       f' audit WHERE seq > {heads[0][0]} ORDER BY seq').rows
    assert len(said) == 2, said
    for (_, before), (seq, after), line in zip(heads, heads[1:], said):
        *known, salt = line
        assert chain(before, seq, line_digest(salt, *known)) == after, line
        for guess in ([None, *known], ['', *known], known):
            assert chain(before, seq, line_digest(*guess)) != after, guess
        assert re.fullmatch('[0-9a-f]{32}', salt), salt
    assert said[0][-1] != said[1][-1], said


if __name__ == '__main__':
    main([(case, 'postgresql') for case in (oracle, made_up, taken, guessed)])
