"""Lines that lie, huge lines, writing without a line, versions of the client's own, and reading that is
rolled back: every change has the line that the server writes of it, and no trace is left out."""
import json

from ground import OTHER, OWN, Server, main

OTHERS = f"body_id <> (SELECT id FROM body WHERE code = '{OWN}')"


def ids_of(root):
    """A deferral of one's own body and its officer, another officer of it, one of another body, an
    attestation."""
    deferral, officer = root.do(
        "SELECT d.id, d.officer_id FROM deferral d JOIN officer o ON o.id = d.officer_id JOIN body b ON"
        f" b.id = o.body_id WHERE b.code = '{OWN}' ORDER BY 1 LIMIT 1").rows[0]
    other = root.one(f'SELECT id FROM officer WHERE id <> {officer} AND body_id = (SELECT body_id FROM'
                     f' officer WHERE id = {officer}) ORDER BY id DESC LIMIT 1')
    hidden = root.one('SELECT max (o.id) FROM officer o JOIN body b ON b.id = o.body_id WHERE b.code ='
                      f" '{OTHER}'")
    attestation = root.one(f'SELECT min (id) FROM attestation WHERE officer_id = {other}')
    return {'d': deferral, 'a': officer, 'b': other, 't': hidden, 'at': attestation}


# Refused, with whatever was written before in the same transaction
LIES = """
INSERT INTO audit (action, record, record_id, detail) SELECT 'add', 'officer', n, '{{}}' FROM generate_series (1, 200) n
INSERT INTO audit (action, record, record_id, officer_id, detail) VALUES ('change', 'attestation', 1, {t}, '{{"decision":["corresponds","not-corresponds"]}}')
INSERT INTO attestation (officer_id, kind, date, decision) VALUES ({a}, 'regular', '1999-05-05', 'not-corresponds'); INSERT INTO audit (action, record, record_id, detail) VALUES ('add', 'attestation', 1, '{{"decision":[null,"corresponds"]}}')
SELECT sarap_bulk_begin ('import'); INSERT INTO attestation (officer_id, kind, date, decision) VALUES ({a}, 'regular', '1998-05-05', 'corresponds')
SELECT sarap_bulk_begin ('import'); INSERT INTO attestation (officer_id, kind, date, decision) VALUES ({a}, 'regular', '1998-05-05', 'corresponds'); SELECT sarap_bulk_end ('{{"x":"' || repeat ('z', 5000) || '"}}')
SELECT sarap_bulk_begin ('import'); INSERT INTO attestation (officer_id, kind, date, decision) VALUES ({a}, 'regular', '1998-05-05', 'corresponds'); SELECT sarap_bulk_end ('{{"x":' || repeat ('[', 3000))
UPDATE attestation SET officer_id = {t} WHERE id = {at}
INSERT INTO audit (action, record, detail) SELECT 'note', 'x', repeat ('z', 10000000)
UPDATE education SET speciality = repeat ('z', 10000000)
UPDATE deferral SET reason = repeat ('z', 10000000) WHERE id = {d}
""".strip().split('\n')

# Whatever way it is written, each leaves one line or more that says it, or is refused
WAYS = """
UPDATE deferral SET reason = 'w{n}' WHERE id = {d}
WITH x AS (UPDATE deferral SET reason = 'w{n}' WHERE id = {d} RETURNING id) SELECT * FROM x
MERGE INTO deferral d USING (SELECT 1) s ON d.id = {d} WHEN MATCHED THEN UPDATE SET reason = 'w{n}'
MERGE INTO deferral d USING (SELECT 1) s ON d.id = {d} WHEN MATCHED THEN DELETE
MERGE INTO deferral d USING (SELECT 1) s ON false WHEN NOT MATCHED THEN INSERT (officer_id, kind, start) VALUES ({a}, 'absence', '1991-01-01')
INSERT INTO deferral (officer_id, kind, start) VALUES ({a}, 'absence', '1992-01-01') ON CONFLICT (officer_id, kind, start) DO UPDATE SET reason = 'w{n}'
INSERT INTO deferral (officer_id, kind, start) VALUES ({a}, 'absence', '1993-01-01') ON CONFLICT DO NOTHING
SAVEPOINT s; UPDATE deferral SET reason = 'w{n}' WHERE id = {d}; RELEASE s
UPDATE deferral SET reason = 'w{n}' WHERE id = {d}; SAVEPOINT s; UPDATE deferral SET reason = 'v' WHERE id = {d}; ROLLBACK TO s
DO $$ BEGIN UPDATE deferral SET reason = 'w{n}' WHERE id = {d}; BEGIN RAISE division_by_zero; EXCEPTION WHEN division_by_zero THEN NULL; END; END $$
SET CONSTRAINTS ALL IMMEDIATE; UPDATE deferral SET reason = 'w{n}' WHERE id = {d}
SET LOCAL sarap.restoring = 'yes'; UPDATE deferral SET reason = 'w{n}' WHERE id = {d}
SET LOCAL sarap.appending = 'yes'; UPDATE deferral SET reason = 'w{n}' WHERE id = {d}
SET LOCAL search_path = desk; UPDATE desk.deferral SET reason = 'w{n}' WHERE id = {d}
SET LOCAL session_replication_role = replica; UPDATE deferral SET reason = 'w{n}' WHERE id = {d}
SET ROLE NONE; UPDATE deferral SET reason = 'w{n}' WHERE id = {d}
COPY deferral (officer_id, kind, start) FROM STDIN
DECLARE c CURSOR FOR SELECT * FROM deferral WHERE id = {d}; FETCH c; UPDATE deferral SET reason = 'w{n}' WHERE CURRENT OF c
UPDATE deferral SET reason = 'w{n}'; PREPARE TRANSACTION 'x'
UPDATE deferral SET reason = 'w{n}' || id
DELETE FROM deferral WHERE id = {d}
UPDATE officer SET search_key = 'zzz', loose_key = 'zzz', sort_key = 'zzz' WHERE id = {a}
UPDATE attestation SET officer_id = {b} WHERE officer_id = {a}
SELECT sarap_write_rows ('deferral', jsonb_build_array (jsonb_build_array ((SELECT iin FROM officer WHERE id = {a}), 'absence', '1994-01-01', NULL, NULL)))
SELECT sarap_bulk_begin ('import'); UPDATE deferral SET reason = 'w{n}' WHERE id = {d}; SELECT sarap_bulk_end ('{{}}')
PREPARE p AS UPDATE deferral SET reason = 'w{n}' WHERE id = {d}; EXECUTE p; DEALLOCATE p
""".strip().split('\n')
ROWS = 'SELECT md5 (string_agg (t::text, \';\' ORDER BY t::text)) FROM (' + ' UNION ALL '.join(
    f'SELECT t::text AS t FROM {table} t' for table in ('officer', 'service', 'deferral', 'attestation',
                                                        'education')) + ') AS t'
NEWEST = 'SELECT max (seq) FROM audit'


def lies(here):
    """Nothing of a transaction that writes a line of its own is saved."""
    server = Server(here)
    with server.root() as root, server.sign_in('hr') as hr, server.sign_in('hr_nowhere') as nowhere:
        words, before = ids_of(root), (root.one(ROWS), root.one(NEWEST))
        for session in (hr, nowhere):
            for lie in LIES:
                session.do('BEGIN')
                answer = session.run(lie.format(**words))
                end = session.run('COMMIT')
                refused = answer.code or end.code or answer.count == 0
                assert refused and (root.one(ROWS), root.one(NEWEST)) == before, (lie, answer, end)
        print(f'# {2 * len(LIES)} lies, 0 saved')
    here.done('verify', db=server.owner_uri())
    here.done('backup', f'{here.folder}/backup.sqlite', db=server.owner_uri())


def ways(here):
    """By whatever way somebody writes, there is a line of theirs, and verify agrees with it."""
    server, noted, refused = Server(here), 0, 0
    with server.root() as root, server.sign_in('hr') as hr:
        for n, way in enumerate(WAYS):
            words, rows, newest = {**ids_of(root), 'n': n}, root.one(ROWS), root.one(NEWEST)
            hr.copied = f"{words['a']}\tabsence\t1995-01-01\n"
            hr.do('BEGIN')
            answer = hr.run(way.format(**words))
            hr.run('COMMIT')
            hr.run('RESET ALL; SET search_path = sarap, whole, desk, pg_temp')
            lines = root.do(f'SELECT actor, detail FROM audit WHERE seq > {newest}').rows
            assert (root.one(ROWS) != rows) == bool(lines), (way, answer, lines)
            assert all(actor == server.login('hr') and json.loads(detail) is not None
                       for actor, detail in lines), lines
            noted, refused = noted + bool(lines), refused + (not lines)
    print(f'# {len(WAYS)} ways: {noted} with a line, {refused} changed nothing')
    assert noted > 12, noted
    # a search key is theirs to write, and verify tells it
    said = here.run('verify', db=server.owner_uri()).stderr
    assert all('another name than their own' in line for line in said.splitlines()), said


def said(here):
    """A line says what was written, whatever else was told: keys, versions, another officer."""
    server = Server(here)
    with server.root() as root, server.sign_in('hr') as hr:
        words = ids_of(root)
        hr.do("UPDATE attestation SET officer_id = {b} WHERE officer_id = {a} AND id = (SELECT min (id)"
              " FROM attestation WHERE officer_id = {a})".format(**words))
        iins = [root.one(f'SELECT iin FROM officer WHERE id = {words[key]}') for key in 'ab']
        line = root.do('SELECT officer_id, detail FROM audit ORDER BY seq DESC LIMIT 1').rows[0]
        assert line[0] == words['b'] and json.loads(line[1])['iin'] == iins, line
        hr.do("UPDATE officer SET search_key = 'zzz' WHERE id = {a}".format(**words))
        assert 'search_key' in root.one('SELECT detail FROM audit ORDER BY seq DESC LIMIT 1')


def versions(here):
    """Who changes a record by SQL counts its version as the program does: a stale editor is told."""
    server = Server(here)
    with server.root() as root, server.sign_in('hr') as hr:
        d = ids_of(root)['d']
        version = int(root.one(f'SELECT version FROM deferral WHERE id = {d}'))
        for said_version in ('version', 'version + 7', '1', '2147483647', 'NULL'):
            hr.do(f"UPDATE deferral SET reason = 'v{said_version}', version = {said_version}"
                  f' WHERE id = {d}')
            version += 1
            assert int(root.one(f'SELECT version FROM deferral WHERE id = {d}')) == version
        stale = hr.do(f"UPDATE deferral SET reason = 'stale' WHERE id = {d} AND version = 1")
        assert stale.count == 0


def rolled_back(here):
    """Nobody reads more in a transaction by what they undo in its end."""
    server = Server(here)
    with server.root() as root, server.sign_in('climber') as climber:
        me = root.one(f"SELECT officer_id FROM account WHERE login = '{server.login('climber')}'")
        service = root.one(f"SELECT id FROM service WHERE officer_id = {me} AND employer_kind ="
                           " 'customs' ORDER BY start DESC LIMIT 1")
        seen = 0
        for unit, body in root.do('SELECT u.id, u.body_id FROM unit u JOIN body b ON b.id = u.body_id'
                                  f" WHERE b.code <> '{OWN}'").rows:
            climber.do('BEGIN')
            climber.run(f'UPDATE service SET body_id = {body}, unit_id = {unit} WHERE id = {service}')
            answer = climber.run(f'SELECT count (*) FROM officer WHERE {OTHERS} AND id <> {me}')
            seen += 0 if answer.code else int(answer.rows[0][0])
            climber.do('ROLLBACK')
        assert seen == 0, seen
        climber.do('BEGIN')
        climber.run("INSERT INTO audit (action, record, record_id, detail) SELECT 'add', 'officer', n,"
                    " '{}' FROM generate_series (1, 200) n")
        climber.do('ROLLBACK')
        assert climber.one(f'SELECT count (*) FROM officer WHERE {OTHERS}') == '0'


if __name__ == '__main__':
    main([(case, 'postgresql') for case in (lies, ways, said, versions, rolled_back)])
