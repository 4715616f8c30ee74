"""Who stops whom: nobody without an account anybody; who may write holds at most the turn, and who waits
for it is told so in time. What is notified tells nobody else anything, and forged it does no harm."""
import threading
import time

from ground import GROUPED, OWN, PEOPLE, Server, TABLES, main

INNER = ['write_turn', 'bulk_turn', 'audit_head', 'pending_line', 'bulk_write', 'entered_by',
         'record_kind', 'officer_row', 'audit_row']
MODES = ['ACCESS EXCLUSIVE', 'EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE', 'ROW EXCLUSIVE']
# Longer than an import waits for the turn on a loaded machine, thirty seconds on a quiet one; shorter than
# it would wait if it began again, s
LONGEST = 90
HOLD_BULK = "SELECT sarap_bulk_begin ('import')"
# As the schema has it
IDLE_LIMIT = ("CREATE OR REPLACE FUNCTION sarap.idle_limit () RETURNS interval LANGUAGE sql IMMUTABLE AS $$"
              " SELECT interval '60 s' $$")


def locks(here):
    """No table is anybody's to lock, by whatever name."""
    server, tried = Server(here), 0
    server.let_in()
    tables = [f'{place}.{table}' for place in ('sarap', 'desk', 'whole') for table in TABLES + ['audit']]
    tables += [f'sarap.{table}' for table in INNER] + ['desk.audit_head', 'public.schema_version']
    with server.root() as root:
        for name in [*PEOPLE, GROUPED]:
            with server.sign_in(name) as session:
                for table in tables:
                    for mode in MODES:
                        session.do('BEGIN')
                        answer = session.run(f'LOCK TABLE {table} IN {mode} MODE')
                        held = root.one(
                            "SELECT count (*) FROM pg_locks WHERE granted AND mode NOT IN ('Access"
                            "ShareLock', 'RowShareLock') AND relation = to_regclass"
                            f" ('{table}') AND database = (SELECT oid FROM pg_database WHERE datname ="
                            ' current_database ())')
                        session.do('ROLLBACK')
                        assert answer.code and held == '0', (name, table, mode, answer)
                        tried += 1
    print(f'# {tried} locks refused')


def rows(here):
    """Nor are rows."""
    server = Server(here)
    for name in PEOPLE:
        with server.sign_in(name) as session:
            for table in TABLES + ['audit', 'audit_head']:
                for mode in ('UPDATE', 'NO KEY UPDATE', 'SHARE', 'KEY SHARE'):
                    assert session.run(f'SELECT 1 FROM {table} FOR {mode}').code, (name, table, mode)


def held_turn(here):
    """Who holds the turn keeps writers waiting, never readers, and not beyond their patience."""
    server = Server(here)
    reader = server.uri('auditor')
    with server.sign_in('hr') as holder, server.sign_in('hr_agency') as writer:
        holder.do('SET idle_in_transaction_session_timeout = 0; SET lock_timeout = 0; BEGIN;'
                  ' SELECT sarap_take_turn ()')
        here.done('due', db=reader)
        here.done('verify', db=reader)
        began = time.monotonic()
        answer = writer.run("UPDATE body SET name_ru = name_ru || ' x' WHERE code = 'ALM'")
        took = time.monotonic() - began
        assert answer.code == '55P03' and took < LONGEST, (answer, took)
        # who it is is said to those who wait
        assert server.login('hr') in writer.one('SELECT sarap_who_writes ()')
        here.done('export', f'{here.folder}/folder', db=server.uri('hr_agency'))
        bodies = here.folder / 'folder' / 'bodies.csv'
        bodies.write_text(bodies.read_text('utf-8').replace('Алматы', 'Алматы (х)'), 'utf-8')
        began = time.monotonic()
        said = here.refused(3, 'import', str(here.folder / 'folder'), db=server.uri('hr_agency'))
        took = time.monotonic() - began
        assert server.login('hr') in said and '25P02' not in said and took < LONGEST, (said, took)
        holder.do('ROLLBACK')
        here.done('import', str(here.folder / 'folder'), db=server.uri('hr_agency'))


def idle_turn(here):
    """Who holds the turn and does nothing is ended by whoever waits, after a time; by an administrator at
    once, and whatever they do. Nobody ends the owner, or who has no turn."""
    server = Server(here)
    call = 'SELECT sarap_end_idle_turn ()'
    holds = "SET idle_in_transaction_session_timeout = 0; BEGIN; SELECT sarap_take_turn ()"
    members = ("SELECT string_agg (m::text, ';' ORDER BY m::text) FROM pg_auth_members m"
               f" WHERE concat (m.roleid::regrole, m.member::regrole) LIKE '%{server.mark}%'")
    with server.root() as root, server.owner() as owner, server.sign_in('hr_agency') as writer, \
            server.sign_in('admin') as admin, server.sign_in('secretary') as bystander:
        before = root.one(members)
        bystander.do('BEGIN; SELECT count (*) FROM body')
        for asks in (writer, admin):
            asks.do("SET client_min_messages = 'log'")
        for hold, limit, caller, ends in (
                (holds, '60 s', writer, False), (holds, '1 ms', writer, True),
                (holds, '60 s', admin, True),
                (f"SET idle_in_transaction_session_timeout = 0; BEGIN; {HOLD_BULK}", '1 ms', writer, True),
                (holds + '; SELECT pg_sleep (300)', '1 ms', writer, False),
                (holds + '; SELECT pg_sleep (300)', '60 s', admin, True)):
            owner.do(IDLE_LIMIT.replace('60 s', limit))
            with server.sign_in('hr') as holder:
                busy = threading.Thread(target=holder.run, args=(hold,))
                busy.start()
                while writer.one('SELECT sarap_who_writes ()') != server.login('hr'):
                    time.sleep(0.01)
                if 'sleep' not in hold:
                    busy.join()
                    time.sleep(0.05)
                said = caller.one(call)
                assert said == (server.login('hr') if ends else None), (hold, limit, said)
                assert (writer.one('SELECT sarap_who_writes ()') is None) == ends, (hold, limit)
                if not ends:
                    admin.do(call)
                busy.join()
                assert holder.run('SELECT 1').code or not holder.run('SELECT 1').rows
            writer.do("UPDATE body SET name_ru = name_ru || 'х' WHERE code = 'ALM'")
        # it is logged, and not sent to who asked
        assert writer.notices == admin.notices == [], (writer.notices, admin.notices)
        assert bystander.one('SELECT count (*) FROM body') != '0'
        owner.do('BEGIN; SELECT sarap_take_turn ()')
        assert admin.one(call) is None
        owner.do('ROLLBACK')
        # whose account was removed, or who is in an open transaction of theirs, is ended all the same
        with server.sign_in('hr_other') as holder, server.sign_in('hr_other') as beside:
            holder.do(f'SET idle_in_transaction_session_timeout = 0; BEGIN; {HOLD_BULK}')
            assert beside.run(f'BEGIN; {call}').code is None
            admin.do(f"SET statement_timeout = '10 s'; DELETE FROM account WHERE login ="
                     f" '{server.login('hr_other')}'")
            assert admin.one(call) == server.login('hr_other')
            assert writer.one('SELECT sarap_who_writes ()') is None
        after = root.one(members)
        assert {*after.split(';')} <= {*before.split(';')}, (before, after)
        for name in ('head', 'officer', 'nobody'):
            with server.sign_in(name) as session:
                assert session.run(call).code == '42501', name
        owner.do(IDLE_LIMIT)
    here.done('verify', db=server.uri('auditor'))


def no_turn(here):
    """Who may not write has no turn to hold."""
    server = Server(here)
    server.let_in()
    for name in ['head', 'supervisor', 'officer', 'member', 'nobody', 'auditor', GROUPED]:
        with server.sign_in(name) as session:
            for call in ("sarap_take_turn ()", "sarap_bulk_begin ('import')", "sarap_bulk_end ('{}')",
                         "sarap_write_rows ('body', '[]')"):
                assert session.run(f'SELECT {call}').code, (name, call)


def notified(here):
    """What one hears is numbers of records, of this database alone; a foreign login hears nothing."""
    server = Server(here)
    with server.sign_in('officer') as listener, server.sign_in('hr_else', server.other) as foreign, \
            server.sign_in('hr') as hr:
        listener.do('LISTEN sarap')
        foreign.do('LISTEN sarap')
        hr.do("UPDATE officer SET given_name = 'Құпия' WHERE id = (SELECT min (id) FROM officer)")
        heard = listener.heard()
        assert heard and foreign.heard() == []
        assert all(len(words) == 3 and words[0] in [*TABLES, 'audit'] and words[1].isdigit()
                   and words[2].isdigit() for words in map(str.split, heard)), heard
        for forged in ("officer 0 0", 'x', 'audit 999999999999999999999999 -1', '', 'я' * 3000):
            hr.do(f"SELECT pg_notify ('sarap', '{forged}')")
        here.done('due', '--body', OWN, db=server.uri('hr'))


if __name__ == '__main__':
    main([(case, 'postgresql') for case in (locks, rows, held_turn, idle_turn, no_turn, notified)])
