"""A file of SQLite changed by hand, with the schema left word for word as it was: `verify` says which
record, and which field where it can; what it cannot find without a digest from outside is named."""
import os

from edits import CHAIN, HEAD, LAST, RECORDS, REWRITTEN, WRITTEN, missing_of
from files import columns_of, copy, digest, edit, open_file, write, write_chain_anew
from ground import DAY, main

TEXTS = [
    ('bytes that are no letters', ["UPDATE officer SET iin = CAST (x'fffe00' AS text) WHERE id = 11"]),
    ('a zero byte in a code', ["UPDATE service SET employer_kind = CAST (x'0078' AS text)"
                               ' WHERE id = 1']),
    ('a word that no list has', ["UPDATE service SET employer_kind = 'x' WHERE id = 1"]),
    ('a date that is none', ["UPDATE attestation SET \"date\" = '2024-02-30' WHERE id = 1"]),
    ('an empty date', ["UPDATE service SET \"start\" = '' WHERE id = 1"]),
    ('a text of 5000 letters', ["UPDATE education SET speciality = printf ('%.*c', 5000, 'x')"
                                ' WHERE id = 1']),
    ('a control character', ["UPDATE education SET speciality = 'a' || char (7) WHERE id = 1"]),
    ('an IIN that is none', ["UPDATE officer SET iin = '850101300105' WHERE id = 1"]),
    ('records of nobody', ['UPDATE deferral SET officer_id = 9999 WHERE id = 1']),
    ('a body taken away', ['DELETE FROM body WHERE id = 2']),
    ('an end before its start', ["UPDATE deferral SET \"end\" = '1999-01-01' WHERE id = 5000"]),
]

# Where they are joined with many others, searched for what they were, or told with each fault
LONG = [('attestation', 'decision'), ('officer', 'iin'), ('officer', 'surname'), ('body', 'code'),
        ('unit', 'code'), ('service', 'position_kk')]


def planted(kind, name, table, sql):
    """What CREATE does not take."""
    return ("INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES"
            f" ('{kind}', '{name}', '{table}', 0, '{sql}')")


SCHEMA = [
    ('the triggers of the chain dropped', ['DROP TRIGGER audit_updated', 'DROP TRIGGER audit_deleted'],
     ['trigger audit_updated']),
    ('a trigger of a table dropped', ['DROP TRIGGER service_inserted'], ['trigger service_inserted']),
    ('the lines of a table off', ['DROP TRIGGER audit_attestation_update'],
     ['trigger audit_attestation_update']),
    ('a trigger planted', ['CREATE TRIGGER evil AFTER UPDATE ON education BEGIN UPDATE attestation'
                           " SET decision = 'corresponds'; END"], ['trigger evil']),
    ('a trigger of another text', ['DROP TRIGGER audit_deleted',
                                   'CREATE TRIGGER audit_deleted BEFORE DELETE ON audit BEGIN'
                                   ' SELECT 1; END'], ['trigger audit_deleted', 'is not as']),
    ('an index dropped', ['DROP INDEX officer_search'], ['index officer_search']),
    ('a double under a dropped unique index',
     ['DROP INDEX education_key', 'INSERT INTO education (officer_id, kind, institution) SELECT'
      ' officer_id, kind, institution FROM education WHERE id = 1'], ['index education_key']),
    ('a table more', ['CREATE TABLE more (x)'], ['table more']),
    ('names that are nearly those of SQLite itself',
     ['CREATE TABLE sqliteXmore (x)', 'CREATE TRIGGER sqliteXevil AFTER UPDATE ON officer BEGIN'
      ' DELETE FROM education WHERE officer_id = NEW.id; END'],
     ['table sqliteXmore', 'trigger sqliteXevil']),
    ('a trigger of a name that SQLite itself uses', ['PRAGMA writable_schema = ON', planted(
        'trigger', 'sqlite_stat4', 'officer', 'CREATE TRIGGER sqlite_stat4 AFTER UPDATE ON officer'
        ' BEGIN DELETE FROM education WHERE officer_id = NEW.id; END')], ['trigger sqlite_stat4']),
    ('an index of a name that SQLite itself uses',
     ['CREATE UNIQUE INDEX zz ON deferral ((1)) WHERE "start" > \'2026-12-31\'',
      'PRAGMA writable_schema = ON', "UPDATE sqlite_schema SET name = 'sqlite_stat1', sql = replace"
      " (sql, 'zz', 'sqlite_stat1') WHERE name = 'zz'"], ['index sqlite_stat1']),
    ('an index of a name of those of constraints',
     ['CREATE UNIQUE INDEX zz ON deferral ((1)) WHERE "start" > \'2026-12-31\'',
      'PRAGMA writable_schema = ON', "UPDATE sqlite_schema SET name = 'sqlite_autoindex_deferral_9',"
      " sql = replace (sql, 'zz', 'sqlite_autoindex_deferral_9') WHERE name = 'zz'"],
     ['index sqlite_autoindex_deferral_9']),
    ('a view of a name that SQLite itself uses', ['PRAGMA writable_schema = ON', planted(
        'view', 'sqlite_stat4', 'sqlite_stat4', 'CREATE VIEW sqlite_stat4 AS SELECT 1')],
     ['view sqlite_stat4']),
    ('a table of a name that SQLite itself uses',
     ['CREATE TABLE zz (tbl, idx, stat, more)', 'PRAGMA writable_schema = ON',
      "UPDATE sqlite_schema SET name = 'sqlite_stat1', tbl_name = 'sqlite_stat1', sql = replace"
      " (sql, 'zz', 'sqlite_stat1') WHERE name = 'zz'"], ['table sqlite_stat1']),
    ('a column more', ['ALTER TABLE deferral ADD COLUMN more text'], ['table deferral']),
    ('a view in place of a table', ['PRAGMA legacy_alter_table = ON',
                                    'ALTER TABLE deferral RENAME TO kept',
                                    'CREATE VIEW deferral AS SELECT * FROM kept WHERE id > 3'],
     ['view deferral']),
    ('a check taken out', ['PRAGMA writable_schema = ON', "UPDATE sqlite_schema SET sql = replace"
                           " (sql, 'CHECK (\"end\" >= \"start\")', 'CHECK (1)') WHERE name ="
                           " 'deferral'"], ['table deferral']),
    ('the facts of a table', ["UPDATE record_kind SET computed = 'decision'"
                              " WHERE record = 'attestation'"], ['fact attestation']),
    ('the view of the lines', ['DROP VIEW audit_line', 'CREATE VIEW audit_line (action, record,'
                               ' record_id, officer_id, detail) AS SELECT 1, 2, 3, 4, 5'],
     ['audit_line']),
]
ENDED = ("UPDATE sqlite_sequence SET seq = (SELECT max (id) FROM deferral) WHERE name = 'deferral'")
NUMBERS = [
    ('numbers at their end', ["UPDATE sqlite_sequence SET seq = 9223372036854775807"
                              " WHERE name = 'attestation'"],
     ['of “attestation” are numbered after 9223372036854775807']),
    ('numbers far above those given', ["INSERT INTO sqlite_sequence VALUES ('account', 2000000000)"],
     ['of “account” are numbered after 2000000000, but the last number given was 0']),
    ('numbers that were given already', ["UPDATE sqlite_sequence SET seq = 3 WHERE name = 'officer'"],
     ['of “officer” are numbered after 3,']),
    ('numbers of those that were removed', ['DELETE FROM deferral WHERE id = 5000', ENDED],
     ['of “deferral” are numbered after', 'was 5000']),
    ('no numbers', ['DELETE FROM sqlite_sequence'], ['of “body” are numbered after 0']),
    ('numbers of another', ["INSERT INTO sqlite_sequence VALUES ('more', 1)"],
     ['“sqlite_sequence more”']),
    ('numbers of two kinds', ["INSERT INTO sqlite_sequence VALUES ('body', 9223372036854775807)"],
     ['“sqlite_sequence body”']),
    ('numbers of nothing', ['INSERT INTO sqlite_sequence VALUES (NULL, 1)'], ['“sqlite_sequence ”']),
    ('numbers that are none', ["UPDATE sqlite_sequence SET seq = 'x' WHERE name = 'body'"],
     ['“sqlite_sequence body”']),
]
# Tables that every command reads, and some that only verify does
ENDLESS = ['schema_version', 'audit', 'audit_head', 'record_kind', 'officer', 'deferral', 'account']
# What stands behind a zero the digest of a line would not see
BEHIND = [(f'more behind a zero in {column}',
           [f"UPDATE audit SET {column} = {column} || char (0) || 'x' WHERE seq = 2"])
          for column in ('moment', 'actor', 'action', 'record', 'detail', 'salt', 'digest', 'chain')]
# Lines about many records, in a chain that is right
MANY = ['9223372036854775800-9223372036854775807', '-9223372036854775807-9223372036854775806',
        '1-9223372036854775807', '0', '-5--1', '99999999999999999999-99999999999999999999']
# Not a file of this program any more, for any command
NOT_OURS = [
    ('a schema of tomorrow', ['UPDATE schema_version SET number = 99 WHERE number = 3']),
    ('a schema of no version', ['DELETE FROM schema_version']),
    ('a file of another program', ['PRAGMA application_id = 7']),
]


def with_all_anew(*statements):
    return (*statements, lambda db: write_chain_anew(db, 1))


def record_and_line_anew(db):
    """A record turned over, and its line as if it had been so."""
    db.execute("UPDATE attestation SET decision = 'reattestation' WHERE id = 7")
    values = db.execute('SELECT id, officer_id, kind, "date", decision, outcome, outcome_date, order_no'
                        ' FROM attestation WHERE id = 7').fetchone()
    line, said = db.execute("SELECT seq, detail FROM audit WHERE record = 'attestation' AND"
                            " action = 'change'").fetchone()
    said = said[:said.rindex(',')] + f',"{digest(*values)}"]}}'
    db.execute('UPDATE audit SET detail = ? WHERE seq = ?',
               (said.replace('"not-corresponds"]', '"reattestation"]'), line))

ANEW = {'another actor': ["UPDATE audit SET actor = 'other'"],
        'another moment': ["UPDATE audit SET moment = '2001-01-01T00:00:00Z'"],
        # the digests of the record stand in the line as they were
        'a line that says another decision':
            ["UPDATE audit SET detail = replace (detail, '\"not-corresponds\"]',"
             " '\"reattestation\"]') WHERE record = 'attestation' AND action = 'change'"],
        'a record and its line': [record_and_line_anew]}


def newest_of(here, path):
    """The digest that verify prints of a file in order."""
    return here.done('verify', db=f'sqlite:{path}').split()[-1].rstrip('.')


class Base:
    def __init__(self, here):
        self.here, self.path = here, f'{here.folder}/base.sqlite'
        here.done('demo', '--officers', '40', '--on', DAY, db=f'sqlite:{self.path}')
        copy(self.path, f'{self.path}.demo')
        write(self.path, *WRITTEN)
        self.newest = newest_of(here, self.path)

    def check(self, title, statements, parts, kept_schema=True):
        """What is wrong with what is said, as a sentence."""
        path = f'{self.here.folder}/edited.sqlite'
        copy(self.path, path)
        if kept_schema:
            edit(path, *statements)
        else:
            write(path, *statements)
        result = self.here.run('verify', db=f'sqlite:{path}')
        missing = missing_of(parts, result.stderr)
        if result.returncode not in (1, 3) or missing:
            return [f'{title}: ended with {result.returncode}, without {missing}: '
                    + (result.stderr or result.stdout)[:400]]
        return []


def check_all(here, edits, **kw):
    base = Base(here)
    wrong = [fault for edit in edits for fault in base.check(*edit, **kw)]
    print(f'# {len(edits)} edits, {len(wrong)} not told as they should be')
    assert not wrong, '\n'.join(wrong)


def records(here):
    check_all(here, RECORDS)


def lines(here):
    check_all(here, CHAIN + [(f'anew: {title}', with_all_anew(*statements), parts)
                             for title, statements, parts in REWRITTEN])


def texts(here):
    check_all(here, [(title, statements, ['']) for title, statements in TEXTS + BEHIND])


def long_texts(here):
    """Texts of a million letters: soon told, and not word for word."""
    base = Base(here)
    path = f'{here.folder}/edited.sqlite'
    for table, column in LONG:
        copy(base.path, path)
        edit(path, f'UPDATE {table} SET {column} = printf (\'%.*c\', 1000000, \'z\') || id'
             ' WHERE id <= 5')
        for command, longest in ('verify', 20000), ('due', 1000):
            said = here.refused(1, command, db=f'sqlite:{path}')
            assert len(said) < longest, (table, column, command, len(said), said[:400])
        said = here.refused(1, 'verify', db=f'sqlite:{path}')
        assert f'The record {table} 1 has a text that is longer than any may be' in said, said


def schema(here):
    check_all(here, SCHEMA, kept_schema=False)


def numbers(here):
    check_all(here, NUMBERS)


def analyzed(here):
    """What SQLite itself makes for its planner is no fault."""
    base = Base(here)
    write(base.path, 'ANALYZE')
    here.done('verify', db=f'sqlite:{base.path}')


def not_ours(here):
    base = Base(here)
    for title, statements in NOT_OURS:
        path = f'{here.folder}/edited.sqlite'
        copy(base.path, path)
        edit(path, *statements)
        for words in (['verify'], ['due'], ['backup', f'{here.folder}/backup.sqlite']):
            result = here.run(*words, db=f'sqlite:{path}')
            assert result.returncode in (1, 3) and result.stderr, (title, words, result)


def endless(here):
    """A view that never ends in the place of a table."""
    base = Base(here)
    path = f'{here.folder}/edited.sqlite'
    for table in ENDLESS:
        copy(base.path, path)
        columns = columns_of(path, table)
        write(path, 'PRAGMA legacy_alter_table = ON', f'ALTER TABLE {table} RENAME TO kept',
              f'CREATE VIEW {table} ({", ".join(columns)}) AS WITH RECURSIVE n (x) AS (SELECT 1'
              f' UNION ALL SELECT x + 1 FROM n) SELECT {", ".join("x" for _ in columns)} FROM n')
        for words in (['due'], ['verify'], ['init'], ['export', f'{here.folder}/out'],
                      ['backup', f'{here.folder}/backup.sqlite']):
            said = here.refused(3, *words, db=f'sqlite:{path}')
            assert f'“view {table}”' in said, (words, said)
        new = here.new_database()
        here.done('init', db=new)
        said = here.refused(1, 'restore', path, db=new)
        assert f'“view {table}”' in said, said


def many(here):
    """A line of an import that says more than any has."""
    base = Base(here)
    path = f'{here.folder}/edited.sqlite'
    for ids in MANY:
        copy(base.path, path)
        edit(path, *with_all_anew(
            'UPDATE audit SET detail = \'{"ids":"%s","#":""}\' WHERE seq = 2' % ids))
        said = here.refused(1, 'verify', db=f'sqlite:{path}')
        assert 'Line 2 of the audit chain does not have the form of such a line' in said, (ids, said)


def went_on(here):
    """A file that is known is looked through again once anybody else wrote into it."""
    base = Base(here)
    here.done('due', db=f'sqlite:{base.path}')
    write(base.path, 'CREATE TRIGGER evil AFTER UPDATE ON education BEGIN DELETE FROM deferral; END',
          "UPDATE education SET speciality = 'жаңа', version = version + 1 WHERE id = 8")
    assert 'trigger evil' in here.refused(1, 'due', db=f'sqlite:{base.path}')


def went_on_in_log(here):
    """The file itself is as it was: what was written stands in the log of whoever has it open."""
    base = Base(here)
    here.done('due', db=f'sqlite:{base.path}')
    other = open_file(base.path)
    other.execute('PRAGMA wal_autocheckpoint = 0')
    other.execute('SELECT 1 FROM officer').fetchall()
    before = os.stat(base.path)
    other.execute('DROP TRIGGER audit_attestation_delete')
    other.execute('DELETE FROM attestation WHERE id = 20')
    after = os.stat(base.path)
    assert (before.st_size, before.st_ctime_ns) == (after.st_size, after.st_ctime_ns)
    for words in ['due'], ['export', f'{here.folder}/out'], ['backup', f'{here.folder}/backup.sqlite']:
        said = here.refused(1, *words, db=f'sqlite:{base.path}')
        assert 'trigger audit_attestation_delete' in said, (words, said)
    other.close()
    assert 'trigger audit_attestation_delete' in here.refused(1, 'due', db=f'sqlite:{base.path}')


def unchanged(here):
    """The hand itself leaves no trace: what is found is what it did."""
    base = Base(here)
    edit(base.path, "UPDATE attestation SET decision = 'corresponds' WHERE id = 7",
         "UPDATE attestation SET decision = 'not-corresponds' WHERE id = 7")
    assert newest_of(here, base.path) == base.newest


def only_from_outside(here):
    """What is written anew with the whole chain, and the last line about no record, the file alone
    cannot tell; a digest printed before does."""
    base = Base(here)
    path = f'{here.folder}/edited.sqlite'
    for title, statements in ANEW.items():
        copy(base.path, path)
        edit(path, *with_all_anew(*statements))
        here.done('verify', db=f'sqlite:{path}')
        here.refused(1, 'verify', '--since', base.newest, db=f'sqlite:{path}')
    copy(f'{base.path}.demo', path)
    newest = newest_of(here, path)
    edit(path, f'DELETE FROM audit WHERE seq = {LAST}', HEAD)
    assert newest_of(here, path) != newest
    here.refused(1, 'verify', '--since', newest, db=f'sqlite:{path}')


if __name__ == '__main__':
    main([(case, 'sqlite') for case in (records, lines, texts, long_texts, schema, numbers, analyzed,
                                        not_ours, endless, many, went_on, went_on_in_log, unchanged,
                                        only_from_outside)])
