"""Accounts, two databases on one server, a caller's time zone: who one is stands in the database."""
import threading
import time

from ground import FOREIGN, GROUPED, OTHER, OWN, PEOPLE, PLAIN, Refused, Server, main
from libpq import Session

# Who is made what, by an administrator
REFUSED = """
NULL, NULL, 'officer', NULL, NULL
'', NULL, 'officer', NULL, NULL
'public', 'x', 'officer', NULL, NULL
'pg_monitor', NULL, 'officer', NULL, NULL
'postgres', NULL, 'admin', NULL, NULL
'{owner}', NULL, 'officer', NULL, NULL
'{other_owner}', NULL, 'officer', NULL, NULL
'{plain}', NULL, 'hr', 1, NULL
'{else}', NULL, 'admin', NULL, NULL
'{else}', '{verifier}', 'admin', NULL, NULL
'sarap_whole_{oid}', NULL, 'officer', NULL, NULL
repeat ('a', 80), NULL, 'officer', NULL, NULL
repeat ('ә', 40), NULL, 'officer', NULL, NULL
'new_{oid}', NULL, NULL, NULL, NULL
'new_{oid}', NULL, 'hr;DROP', NULL, NULL
'new_{oid}', NULL, 'hr,superuser', NULL, NULL
'new_{oid}', NULL, 'pg_read_all_data', NULL, NULL
'new_{oid}', NULL, 'hr', 99, NULL
'new_{oid}', NULL, 'officer', NULL, 99999
'new_{oid}', 'plainword', 'officer', NULL, NULL
'new_{oid}', 'md5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'officer', NULL, NULL
'new_{oid}', 'SCRAM-SHA-256$4096:x'' SUPERUSER', 'officer', NULL, NULL
""".strip().split('\n')
ROLES = """SELECT string_agg (concat_ws ('|', rolname, rolsuper, rolcreaterole, rolpassword), ';'
  ORDER BY rolname) FROM pg_authid WHERE rolname LIKE '%{0}%' OR rolname LIKE 'new%'"""


def accounts(here):
    server, tried = Server(here), 0
    server.let_in()
    with server.root() as root, server.sign_in('admin') as admin:
        before = root.one(ROLES.format(server.mark)), root.one('SELECT count (*) FROM account')
        words = {'owner': f'owner_of_{server.database}', 'other_owner': f'owner_of_{server.other}',
                 'plain': server.login(PLAIN), 'else': server.login('hr_else'),
                 'verifier': admin.verifier('x', 'x'),
                 'oid': root.one(f"SELECT oid FROM pg_database WHERE datname = '{server.database}'")}
        for call in REFUSED:
            answer = admin.run(f'SELECT sarap_account_add ({call.format(**words)})')
            assert answer.code, (call, answer)
            tried += 1
        for name in [*PEOPLE, GROUPED]:
            if name == 'admin':
                continue
            with server.sign_in(name) as session:
                for call in (f"'{server.login(name)}', NULL, 'admin', NULL, NULL",
                             "'new', NULL, 'officer', NULL, NULL"):
                    assert session.run(f'SELECT sarap_account_add ({call})').code, (name, call)
                    tried += 1
        assert (root.one(ROLES.format(server.mark)), root.one('SELECT count (*) FROM account')) == before
        # odd names are names, and what is given stands in the line
        for name in ('a"b', "o'brien", 'x; DROP', 'Ұлы', ' space'):
            login = f'{name}_{server.mark}'
            quoted = login.replace("'", "''")
            admin.do(f"SELECT sarap_account_add ('{quoted}', NULL, 'officer', NULL, NULL)")
            assert root.one(f"SELECT rolsuper FROM pg_roles WHERE rolname = '{quoted}'") == 'f'
            assert login.replace('"', '\\"') in root.one(
                "SELECT detail FROM audit WHERE record = 'account' ORDER BY seq DESC LIMIT 1")
    print(f'# {tried} calls refused')


def two_databases(here):
    """A login with accounts in two databases is in each what that one says."""
    server = Server(here)
    both, other_owner = server.login('hr'), server.owner_uri(server.other)
    with Session(other_owner) as owner:
        owner.do("SET search_path = sarap, desk")
        owner.do(f"SELECT sarap_account_add ('{both}', NULL, 'officer', NULL, NULL)")
    with server.sign_in('hr') as here_hr, server.sign_in('hr', server.other) as there, \
            Session(other_owner) as owner:
        assert here_hr.one("SELECT sarap_is ('hr')") == 't'
        assert there.one("SELECT sarap_is ('hr')") == 'f'
        assert there.one('SELECT count (*) FROM officer') == '0'
        with server.owner() as here_owner:
            here_owner.do(f"SELECT sarap_account_add ('{both}', NULL, 'admin', NULL, NULL)")
        assert here_hr.one("SELECT sarap_is ('admin')") == 't'
        assert there.one("SELECT sarap_is ('admin')") == 'f'
        assert there.one('SELECT count (*) FROM officer') == '0'
        owner.do(f"DELETE FROM sarap.account WHERE login = '{both}'")
        assert there.run('SELECT count (*) FROM officer').code in ('42501', '42P01')
        assert here_hr.one('SELECT count (*) FROM officer') != '0'
    for name in [*FOREIGN, PLAIN]:
        try:
            server.sign_in(name)
            raise AssertionError(f'{name} signed in')
        except Refused as refused:
            assert 'permission denied for database' in str(refused), refused


def time_zone(here):
    """Days are the service's own: a caller's clock shows nobody a file that is another body's now."""
    server = Server(here)
    with server.owner() as owner, server.sign_in('hr') as hr:
        officer = owner.one("SELECT o.id FROM officer o JOIN body b ON b.id = o.body_id JOIN service s"
                            f" ON s.officer_id = o.id WHERE b.code = '{OWN}' AND s.\"end\" IS NULL AND"
                            " s.employer_kind = 'customs' AND s.start < current_date - 900 LIMIT 1")
        owner.do(f"UPDATE service SET \"end\" = current_date - 4 WHERE officer_id = {officer} AND"
                 " employer_kind = 'customs' AND \"end\" IS NULL")
        owner.do("INSERT INTO service (officer_id, employer_kind, body_id, position_kk, position_ru,"
                 f" category, level, start) SELECT {officer}, 'customs', id, 'к', 'р', 'official', 1,"
                 f" current_date - 3 FROM body WHERE code = '{OTHER}'")
        for zone in ('Asia/Almaty', 'X+167', 'X-167', 'UTC', 'Pacific/Kiritimati'):
            hr.do(f"SET TimeZone = '{zone}'")
            assert hr.one(f'SELECT count (*) FROM officer WHERE id = {officer}') == '0', zone
            written = hr.do(f"UPDATE officer SET given_name = 'x' WHERE id = {officer}")
            assert written.count == 0, zone


# What HR of a body writes of one of its officers
WRITES = """
INSERT INTO deferral (officer_id, kind, start) VALUES ({o}, 'absence', '1991-01-01')
UPDATE education SET speciality = 'х' WHERE officer_id = {o}
DELETE FROM education WHERE officer_id = {o}
UPDATE officer SET given_name = 'Х' WHERE id = {o}
SELECT sarap_write_rows ('deferral', '[["{iin}", "absence", "1992-01-01", null, null]]')
INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key, search_key, loose_key) VALUES ('850101300104', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')
""".strip().split('\n')
# What is done before they have the turn, by who has it: with their account, or with the officer's file
AWAY = {'removed': "DELETE FROM account WHERE login = '{login}'",
        'a role less': "SELECT sarap_account_add ('{login}', NULL, 'head', {own}, NULL)",
        'another body': "SELECT sarap_account_add ('{login}', NULL, 'hr', {other}, NULL)",
        'moved': "UPDATE service SET body_id = {other}, unit_id = NULL WHERE officer_id = {o} AND"
                 " employer_kind = 'customs'"}
BACK = "SELECT sarap_account_add ('{login}', NULL, 'hr', {own}, NULL)"


class Waiting(threading.Thread):
    """A statement that waits for another's turn."""

    def __init__(self, session, sql, root, login):
        super().__init__()
        self.session, self.sql, self.answer = session, sql, None
        self.start()
        until = time.monotonic() + 60
        while self.is_alive() and time.monotonic() < until and root.one(
                "SELECT count (*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename ="
                f" '{login}'") == '0':
            time.sleep(0.005)

    def run(self):
        self.answer = self.session.run(self.sql)


def words_of(root, n):
    """An officer of one's body who is there with an education, and the two bodies."""
    officer, iin = root.do(
        "SELECT o.id, o.iin FROM officer o JOIN body b ON b.id = o.body_id WHERE b.code = "
        f"'{OWN}' AND EXISTS (SELECT FROM education WHERE officer_id = o.id) ORDER BY 1 LIMIT 1 OFFSET"
        f' {n}').rows[0]
    bodies = [root.one(f"SELECT id FROM body WHERE code = '{code}'") for code in (OWN, OTHER)]
    return {'o': officer, 'iin': iin, 'own': bodies[0], 'other': bodies[1]}


def waited(here):
    """Who waits for the turn writes by the right they have when they get it, not by what they had."""
    server, tried = Server(here), 0
    login = server.login('hr')
    lines = f"SELECT count (*) FROM audit WHERE actor = '{login}'"
    with server.root() as root, server.owner() as owner, server.sign_in('admin') as boss, \
            server.sign_in('hr') as hr:
        for why, away in AWAY.items():
            for write in WRITES:
                # HR of another body may enter an officer, too
                if why in ('moved', 'another body') and '{o}' not in write and '{iin}' not in write:
                    continue
                words, before = {**words_of(root, 0), 'login': login}, root.one(lines)
                boss.do('BEGIN; SELECT sarap_take_turn ()')
                waiting = Waiting(hr, write.format(**words), root, login)
                boss.do(away.format(**words))
                boss.do('COMMIT')
                waiting.join()
                refused = waiting.answer.code in ('42501', '23505') or (
                    'officer' in write and waiting.answer.code is None and waiting.answer.count == 0)
                assert refused, (why, write, waiting.answer)
                assert root.one(lines) == before, (why, write)
                owner.do(BACK.format(**words))
                tried += 1
    print(f'# {tried} writes refused')
    here.done('verify', db=server.uri('auditor'))


def older_view(here):
    """Nor by what they had when their transaction began, nor by what a long change began with."""
    server, tried = Server(here), 0
    lines = f"SELECT count (*) FROM audit WHERE actor = '{server.login('hr')}'"
    with server.root() as root, server.owner() as owner, server.sign_in('admin') as boss:
        for level in ('READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE', 'bulk'):
            for why, away in AWAY.items():
                # a file that was one's own when one wrote to it may be another's when one ends
                if level == 'bulk' and why == 'moved':
                    continue
                for write in WRITES[:-1]:
                    words, before = {**words_of(root, 0), 'login': server.login('hr')}, root.one(lines)
                    with server.sign_in('hr') as hr:
                        if level == 'bulk':
                            hr.do("BEGIN; SELECT sarap_bulk_begin ('import')")
                            hr.do(write.format(**words))
                            write = "SELECT sarap_bulk_end ('{{}}')"
                        else:
                            hr.do(f'BEGIN ISOLATION LEVEL {level}')
                            hr.do('SELECT count (*) FROM officer')
                        boss.do(away.format(**words))
                        answer = hr.run(write.format(**words))
                        hr.run('COMMIT')
                    assert answer.code in ('42501', '40001', '42P01', '42883') or (
                        answer.code is None and answer.count == 0), (level, why, write, answer)
                    assert root.one(lines) == before, (level, why, write)
                    owner.do(BACK.format(**words))
                    tried += 1
    print(f'# {tried} writes refused')
    here.done('verify', db=server.uri('auditor'))


if __name__ == '__main__':
    main([(case, 'postgresql') for case in (accounts, two_databases, time_zone, waited, older_view)])
