"""Accounts, two databases on one server, a caller's time zone: who one is stands in the database."""
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


if __name__ == '__main__':
    main([(case, 'postgresql') for case in (accounts, two_databases, time_zone)])
