"""The database of a server changed by its owner with the triggers off: `verify` says which record, and
which field where it can, and what of the schema is not the program's. Every third edit of a record, as
a file has them all; with SARAP_TEST_ALL all of them."""
import os
import uuid

from edits import CHAIN, RECORDS, REWRITTEN, WRITTEN, missing_of
from ground import DAY, PASSWORD, PEOPLE, PLAIN, POSTGRESQL, Server, TABLES, main, uri_of
from libpq import Session

CHAIN_ANEW = """DO $$ DECLARE line audit; before text := ''; said text; BEGIN
  FOR line IN SELECT * FROM audit ORDER BY seq LOOP
    said := line_digest (line.salt, line.moment, line.actor, line.action, line.record,
                         line.record_id, line.officer_id, line.detail);
    before := sha256_hex (before || line.seq || said);
    UPDATE audit SET digest = said, chain = before WHERE seq = line.seq;
  END LOOP;
  UPDATE audit_head SET chain = before, seq = (SELECT max (seq) FROM audit);
END $$"""
ENTERED = 'A row of “entered_by” opens to “hr_x” the file of'


def on_database(statement):
    """A statement that names the database."""
    return f"DO $$ BEGIN EXECUTE format ('{statement}', current_database ()); END $$"


# What it is, what is done, what is said of it
SCHEMA = [
    ('a trigger dropped', 'DROP TRIGGER service_inserted ON service', 'service service_inserted'),
    ('a trigger left off', 'ALTER TABLE audit DISABLE TRIGGER audit_kept', 'audit audit_kept'),
    ('the lines of a table left off',
     'ALTER TABLE attestation DISABLE TRIGGER audit_attestation_update', 'audit_attestation_update'),
    ('a trigger planted',
     "CREATE FUNCTION sarap.evil () RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
     ' CREATE TRIGGER evil BEFORE DELETE ON deferral FOR EACH ROW EXECUTE FUNCTION sarap.evil ()',
     'deferral evil'),
    ('everybody may all', 'CREATE OR REPLACE FUNCTION may (role text) RETURNS boolean LANGUAGE sql'
                          " STABLE SECURITY DEFINER AS 'SELECT true'", 'function sarap.may'),
    ('a function with other rights', 'ALTER FUNCTION desk.sarap_known () SECURITY INVOKER',
     'function desk.sarap_known'),
    ('a function in another time zone',
     "ALTER FUNCTION further_officers (boolean) SET TimeZone = 'UTC'", 'sarap.further_officers'),
    ('a view without its condition',
     'CREATE OR REPLACE VIEW whole.deferral AS SELECT id, officer_id, kind, "start", "end", reason,'
     ' version FROM sarap.deferral', 'view whole.deferral'),
    ('a view without its barrier', 'ALTER VIEW desk.deferral SET (security_barrier = false)',
     'view desk.deferral'),
    ('a table for everybody', 'GRANT SELECT ON sarap.officer TO PUBLIC', 'table sarap.officer'),
    ('a column for everybody', 'GRANT SELECT (iin) ON sarap.officer TO PUBLIC',
     'table sarap.officer'),
    ('a schema for everybody', 'GRANT USAGE ON SCHEMA sarap TO PUBLIC', 'schema sarap'),
    ('a function for everybody', 'GRANT EXECUTE ON FUNCTION desk.sarap_write_rows (text, jsonb)'
                                 ' TO PUBLIC', 'desk.sarap_write_rows'),
    ('a unique constraint dropped',
     'ALTER TABLE deferral DROP CONSTRAINT deferral_officer_id_kind_start_key',
     'deferral_officer_id_kind_start_key'),
    ('a check dropped', 'ALTER TABLE deferral DROP CONSTRAINT deferral_kind_check',
     'deferral_kind_check'),
    ('a check that is not asked of what is there',
     "ALTER TABLE deferral DROP CONSTRAINT deferral_kind_check; ALTER TABLE deferral ADD CONSTRAINT"
     " deferral_kind_check CHECK (kind IN ('pregnancy', 'childcare', 'absence')) NOT VALID",
     'deferral_kind_check'),
    ('an index dropped', 'DROP INDEX officer_unit', 'officer_unit'),
    ('a column more', 'ALTER TABLE deferral ADD COLUMN more text', 'table sarap.deferral'),
    ('a view more', 'CREATE VIEW desk.more AS SELECT * FROM sarap.officer', 'view desk.more'),
    ('a rule planted', 'CREATE RULE evil AS ON DELETE TO deferral DO INSTEAD NOTHING',
     'deferral evil'),
    ('a row policy planted', 'ALTER TABLE officer ENABLE ROW LEVEL SECURITY', 'table sarap.officer'),
    ('a table of this name elsewhere on the path', 'CREATE TABLE desk.work (id bigint)',
     'table desk.work'),
    ('a row policy of a table that asks for none', 'CREATE POLICY evil ON officer USING (true)',
     'policy sarap.officer evil'),
    ('a function with the rights of the owner, elsewhere',
     'CREATE FUNCTION public.evil () RETURNS bigint LANGUAGE sql SECURITY DEFINER AS'
     " 'SELECT count (*) FROM sarap.officer'", 'function public.evil'),
    ('a view in a schema of its own', 'CREATE SCHEMA evil; CREATE VIEW evil.officer AS SELECT * FROM'
                                      ' sarap.officer', 'view evil.officer'),
    ('a schema of its own', 'CREATE SCHEMA evil', 'schema evil'),
    ('a trigger where the program looks first',
     "CREATE FUNCTION sarap.evil () RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
     ' CREATE TRIGGER evil AFTER UPDATE ON public.schema_version EXECUTE FUNCTION sarap.evil ()',
     'trigger public.schema_version evil'),
    ('numbers that were given already', 'ALTER SEQUENCE deferral_id_seq RESTART', 'of “deferral”'),
    ('numbers at their end', "SELECT setval ('deferral_id_seq', 9223372036854775807)",
     'of “deferral” are numbered after 9223372036854775807'),
    ('numbers far above those given', "SELECT setval ('body_id_seq', 2000000000)",
     'of “body” are numbered after 2000000000'),
    ('numbers for everybody', 'GRANT UPDATE ON SEQUENCE deferral_id_seq TO PUBLIC',
     'sequence sarap.deferral_id_seq'),
    ('numbers two by two', 'ALTER SEQUENCE deferral_id_seq INCREMENT 2',
     'sequence sarap.deferral_id_seq'),
    ('tables to come for everybody',
     'ALTER DEFAULT PRIVILEGES IN SCHEMA sarap GRANT SELECT ON TABLES TO PUBLIC',
     'default privileges sarap r'),
    ('functions to come for everybody', 'ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO'
                                        ' PUBLIC; ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO'
                                        ' PUBLIC', 'default privileges * r'),
    ('a table that belongs to another', 'CREATE TABLE sarap.evil () INHERITS (officer)',
     'child sarap.officer sarap.evil'),
    ('a function that is not asked', 'ALTER FUNCTION may (text) STRICT', 'function sarap.may'),
    ('a domain', 'CREATE DOMAIN public.evil AS text', 'type public.evil'),
    ('an operator', 'CREATE OPERATOR public.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)',
     'operator public.==='),
    ('a publication', 'CREATE PUBLICATION evil FOR TABLE officer', 'publication evil'),
    ('a cast', 'CREATE FUNCTION public.evil (sarap.officer) RETURNS text LANGUAGE sql AS'
               " 'SELECT $1.surname'; CREATE CAST (sarap.officer AS text) WITH FUNCTION"
               ' public.evil (sarap.officer)', 'cast (sarap.officer AS pg_catalog.text)'),
    ('an aggregate', 'CREATE AGGREGATE desk.evil (bigint) (SFUNC = int8pl, STYPE = bigint)',
     'function desk.evil (bigint)'),
    ('an array that has its own type', 'CREATE TYPE public.evil AS ENUM (); CREATE DOMAIN'
                                       ' public.evils AS public.evil[]', 'type public.evils'),
    ('statistics of two columns', 'CREATE STATISTICS sarap.evil ON iin, surname FROM sarap.officer',
     'statistics object sarap.evil'),
    ('a collation', "CREATE COLLATION desk.evil (LOCALE = 'C')", 'collation desk.evil'),
    ('a conversion', "CREATE DEFAULT CONVERSION sarap.evil FOR 'WIN1251' TO 'UTF8' FROM win_to_utf8",
     'conversion sarap.evil'),
    ('a dictionary', 'CREATE TEXT SEARCH DICTIONARY desk.evil (TEMPLATE = simple)',
     'text search dictionary desk.evil'),
    ('a configuration of searching', 'CREATE TEXT SEARCH CONFIGURATION whole.evil (COPY = simple)',
     'text search configuration whole.evil'),
    ('a large object', "SELECT lo_from_bytea (0, 'abc')", 'large objects of owner_'),
    # by its key rights are decided although no view and no function changed
    ('the facts of a table', "UPDATE record_kind SET key = 'login', writes = 'agency' WHERE record ="
                             " 'account'", 'fact account'),
    ('a kind of record less', "DELETE FROM record_kind WHERE record = 'education'", 'fact education'),
    ('a kind of record more', "INSERT INTO record_kind (record, reads, writes) VALUES ('audit',"
                              " 'known', 'hr')", 'fact audit'),
    ('a file that was not entered', "INSERT INTO entered_by SELECT 5, 'hr_x', true, '9999-01-01', '1'",
     ENTERED),
    ('a file that was not entered, today', "INSERT INTO entered_by SELECT 5, 'hr_x', true,"
                                           " current_date, '1'", ENTERED),
    ('a file for a transaction to come', "INSERT INTO entered_by SELECT 5, 'hr_x', false,"
                                         " current_date, '99999999'", ENTERED),
    ('a line for a transaction to come', 'INSERT INTO pending_line (xact, action, record, detail)'
                                         " VALUES ('99999999', 'add', 'officer', '{}')",
     '“pending_line” has rows'),
    # without its trigger, which takes the row away
    ('a transaction to come that is not to be in the chain',
     'SET CONSTRAINTS ALL DEFERRED; ALTER TABLE bulk_write DISABLE TRIGGER bulk_must_end;'
     " INSERT INTO bulk_write VALUES ('99999999', 'import', 'all'); SET CONSTRAINTS ALL IMMEDIATE;"
     ' ALTER TABLE bulk_write ENABLE TRIGGER bulk_must_end', '“bulk_write” has rows'),
    ('a row of what is only locked', 'INSERT INTO write_turn VALUES (1)', '“write_turn” has rows'),
    ('a row of what is only locked by long writers', 'INSERT INTO bulk_turn VALUES (1)',
     '“bulk_turn” has rows'),
    ('a database for everybody', on_database('GRANT CONNECT ON DATABASE %I TO PUBLIC'),
     'grant CONNECT ON DATABASE TO PUBLIC'),
    ('the facts of a table, once they are used',
     "UPDATE record_kind SET computed = 'decision' WHERE record = 'attestation'; SELECT open_doors ()",
     'audit_attestation_update'),
]


class Base:
    def __init__(self, here):
        self.here, self.mark = here, uuid.uuid4().hex[:8]
        self.owner, self.database = f'owner_{self.mark}', f'base_{self.mark}'
        self.root = Session(POSTGRESQL)
        self.root.do(f"CREATE ROLE {self.owner} LOGIN CREATEROLE PASSWORD '{PASSWORD}'")
        self.root.do(f'CREATE DATABASE {self.database} OWNER {self.owner}')
        uri = self.uri(self.database)
        here.done('init', db=uri)
        here.done('demo', '--officers', '40', '--on', DAY, db=uri)
        with self.session(self.database) as owner:
            for statement in WRITTEN:
                owner.do(statement.replace(', version = version + 1', ''))
            owner.do("SELECT setval ('deferral_id_seq', max (id)) FROM deferral")
        here.done('verify', db=uri)

    def uri(self, database):
        return uri_of(self.owner, PASSWORD, database)

    def session(self, database):
        owner = Session(self.uri(database))
        owner.do('SET search_path = sarap, desk')
        return owner

    def check(self, title, statements, parts, triggers='DISABLE'):
        """What is wrong with what is said, as a sentence. The schema is left as it was."""
        copy = f'edited_{self.mark}'
        self.root.do(f'CREATE DATABASE {copy} TEMPLATE {self.database} OWNER {self.owner}')
        try:
            with self.session(copy) as owner:
                owner.do(f'REVOKE ALL ON DATABASE {copy} FROM PUBLIC')
                owner.do('BEGIN')
                for table in TABLES + ['audit']:
                    owner.do(f'ALTER TABLE {table} {triggers} TRIGGER USER')
                for statement in statements:
                    owner.do(statement)
                if triggers == 'DISABLE':
                    for table in TABLES + ['audit']:
                        owner.do(f'ALTER TABLE {table} ENABLE TRIGGER USER')
                owner.do('COMMIT')
            result = self.here.run('verify', db=self.uri(copy))
        finally:
            self.root.do(f'DROP DATABASE {copy} (FORCE)')
        missing = missing_of(parts, result.stderr)
        if result.returncode != 1 or missing:
            return [f'{title}: ended with {result.returncode}, without {missing}: '
                    + (result.stderr or result.stdout)[:400]]
        return []


def check_all(here, edits, **kw):
    base = Base(here)
    wrong = [fault for edit in edits for fault in base.check(*edit, **kw)]
    print(f'# {len(edits)} edits, {len(wrong)} not told as they should be')
    assert not wrong, '\n'.join(wrong)


def records(here):
    check_all(here, RECORDS[::1 if os.environ.get('SARAP_TEST_ALL') else 3])


def lines(here):
    check_all(here, CHAIN + [(f'anew: {title}', [*statements, CHAIN_ANEW], parts)
                             for title, statements, parts in REWRITTEN])


def schema(here):
    check_all(here, [(title, [statement], [part]) for title, statement, part in SCHEMA],
              triggers='ENABLE')


# What nobody less can do, what is said of it, and how it is taken back
SUPERUSER = [
    ("CREATE FUNCTION pg_catalog.may (role text) RETURNS boolean LANGUAGE sql STABLE AS"
     " 'SELECT true'", 'function pg_catalog.may(pg_catalog.text)', 'DROP FUNCTION pg_catalog.may (text)'),
    ("CREATE FUNCTION information_schema.evil () RETURNS bigint LANGUAGE sql SECURITY DEFINER AS"
     " 'SELECT count (*) FROM sarap.officer'", 'function information_schema.evil()',
     'DROP FUNCTION information_schema.evil ()'),
    ("CREATE FUNCTION pg_toast.evil () RETURNS bigint LANGUAGE sql SECURITY DEFINER AS"
     " 'SELECT count (*) FROM sarap.officer'", 'function pg_toast.evil()',
     'DROP FUNCTION pg_toast.evil ()'),
    # one of an extension is not less in the way
    ("CREATE FUNCTION pg_catalog.may (role text) RETURNS boolean LANGUAGE sql STABLE AS"
     " 'SELECT true'; ALTER EXTENSION plpgsql ADD FUNCTION pg_catalog.may (text)",
     'function pg_catalog.may(pg_catalog.text)', 'ALTER EXTENSION plpgsql DROP FUNCTION pg_catalog.may (text);'
     ' DROP FUNCTION pg_catalog.may (text)'),
    ('CREATE FUNCTION desk.evil (text, bigint) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;'
     ' CREATE OPERATOR pg_catalog.= (LEFTARG = text, RIGHTARG = bigint, FUNCTION = desk.evil)',
     'operator pg_catalog.=(pg_catalog.text,bigint)',
     'DROP OPERATOR pg_catalog.= (text, bigint); DROP FUNCTION desk.evil (text, bigint)'),
    ('CREATE DOMAIN pg_catalog.evil AS text', 'type pg_catalog.evil', 'DROP DOMAIN pg_catalog.evil'),
    ("CREATE TYPE pg_catalog.evil AS ENUM ('x')", 'type pg_catalog.evil',
     'DROP TYPE pg_catalog.evil'),
    ('CREATE VIEW information_schema.evil AS SELECT * FROM sarap.officer',
     'view information_schema.evil', 'DROP VIEW information_schema.evil'),
    ('CREATE CAST (text AS bigint) WITH INOUT AS IMPLICIT', 'cast (pg_catalog.text AS bigint)',
     'DROP CAST (text AS bigint)'),
    ('CREATE OPERATOR CLASS public.evil FOR TYPE text USING hash AS OPERATOR 1 =, FUNCTION 1'
     ' hashtext (text)', 'operator class public.evil USING hash',
     'DROP OPERATOR FAMILY public.evil USING hash'),
    ('ALTER OPERATOR FAMILY date_ops USING hash ADD OPERATOR 1 = (date, timestamp)',
     'operator of access method operator 1 (pg_catalog.date, timestamp without',
     'ALTER OPERATOR FAMILY date_ops USING hash DROP OPERATOR 1 (date, timestamp)'),
    ('CREATE FOREIGN DATA WRAPPER evil', 'foreign-data wrapper evil',
     'DROP FOREIGN DATA WRAPPER evil'),
    ('CREATE LANGUAGE evil HANDLER plpgsql_call_handler', 'language evil', 'DROP LANGUAGE evil'),
    ('CREATE ACCESS METHOD evil TYPE TABLE HANDLER heap_tableam_handler', 'access method evil',
     'DROP ACCESS METHOD evil'),
    ("CREATE SUBSCRIPTION evil_{mark} CONNECTION 'dbname=none' PUBLICATION evil WITH (connect ="
     ' false, slot_name = NONE)', 'subscription evil_{mark}', 'DROP SUBSCRIPTION evil_{mark}'),
    ('CREATE FUNCTION public.evil () RETURNS event_trigger LANGUAGE plpgsql AS'
     " 'BEGIN END'; CREATE EVENT TRIGGER evil ON ddl_command_start EXECUTE FUNCTION public.evil ()",
     'event trigger evil', 'DROP EVENT TRIGGER evil; DROP FUNCTION public.evil ()'),
    ('INSERT INTO write_turn VALUES (1)', '“write_turn” has rows', 'TRUNCATE write_turn'),
    # last, since it is not taken back: foreign keys that are not asked
    ('ALTER TABLE service DISABLE TRIGGER ALL; ALTER TABLE service ENABLE TRIGGER USER',
     'disabled trigger sarap.service service_officer_id_fkey', None),
]


def superuser(here):
    server = Server(here)
    wrong = []
    for name in ('auditor', 'admin'):
        here.done('verify', db=server.uri(name))
    with server.root() as root:
        for statement, told, back in SUPERUSER:
            root.do(statement.format(mark=server.mark))
            for name in ('auditor', 'admin'):
                result = here.run('verify', db=server.uri(name))
                if result.returncode != 1 or told.format(mark=server.mark) not in result.stderr:
                    wrong.append((statement, result.returncode, result.stderr))
            if back:
                root.do(back.format(mark=server.mark))
    assert not wrong, '\n'.join(map(str, wrong))


# Who is told of: groups that a login is in, a role that it is a member of, and what is said
MEMBERS = [
    ((PLAIN, ['desk']), None, '“{plain}” is in the group “sarap_desk_N”'),
    ((PLAIN, ['whole']), None, '“{plain}” is in the group “sarap_whole_N”'),
    ((PLAIN, ['write']), None, '“{plain}” is in the group “sarap_write_N”'),
    ((PLAIN, ['view']), None, '“{plain}” is in the group “sarap_view_N”'),
    (('hr', ['whole']), None, '“{hr}” is in the group “sarap_whole_N”'),
    (('officer', ['write']), None, '“{officer}” is in the group “sarap_write_N”'),
    (None, 'GRANT {hr} TO {plain}', '“{plain}” is in the group “sarap_write_N”'),
    (None, 'GRANT {owner} TO {plain}', '“{plain}” has all rights of the owner'),
]
# What is done, what is said of it, and how it is taken back
RIGHTS = [
    *((f'ALTER ROLE {{officer}} {right}', f'“{{officer}}” has the right “{right}”',
       f'ALTER ROLE {{officer}} NO{right}')
      for right in ('CREATEROLE', 'BYPASSRLS', 'REPLICATION', 'SUPERUSER')),
    *((f'GRANT {role} TO {{officer}}', f'“{{officer}}” has the right “{role}”',
       f'REVOKE {role} FROM {{officer}}')
      for role in ('pg_read_all_data', 'pg_write_all_data', 'pg_monitor',
                   'pg_execute_server_program')),
    ('CREATE ROLE {between} BYPASSRLS; GRANT {between} TO {officer}',
     '“{officer}” has the right “BYPASSRLS”', 'DROP ROLE {between}'),
    ('GRANT pg_read_all_data TO {desk}', '“{officer}” has the right “pg_read_all_data”',
     'REVOKE pg_read_all_data FROM {desk}'),
    ('ALTER ROLE {view} LOGIN', '“{view}” has the right “LOGIN”', 'ALTER ROLE {view} NOLOGIN'),
    ('REVOKE {officer} FROM {owner}; GRANT {owner} TO {officer}',
     '“{officer}” has all rights of the owner',
     'REVOKE {owner} FROM {officer}; GRANT {officer} TO {owner}'),
    ('ALTER DATABASE {database} OWNER TO {officer}', '“{officer}” has all rights of the owner',
     'ALTER DATABASE {database} OWNER TO {owner}'),
    ("ALTER DATABASE {database} SET sarap.restoring = 'yes'",
     'sets “sarap.restoring=yes” for “{database}”', 'ALTER DATABASE {database} RESET sarap.restoring'),
    ("ALTER ROLE {hr} SET search_path = 'public'", 'sets “search_path=public” for “{hr}”',
     'ALTER ROLE {hr} RESET search_path'),
    ("ALTER ROLE {hr} IN DATABASE {database} SET search_path = 'public'",
     'sets “search_path=public” for “{hr}”',
     'ALTER ROLE {hr} IN DATABASE {database} RESET search_path'),
    ("ALTER ROLE {owner} SET session_replication_role = 'replica'",
     'sets “session_replication_role=replica” for “{owner}”',
     'ALTER ROLE {owner} RESET session_replication_role'),
    ("ALTER ROLE ALL SET sarap.evil = '1'", 'sets “sarap.evil=1” for everybody',
     'ALTER ROLE ALL RESET sarap.evil'),
    ("ALTER DATABASE {database} SET jit = on; ALTER DATABASE {database} SET work_mem = '8MB'", None,
     'ALTER DATABASE {database} SET jit = off; ALTER DATABASE {database} RESET work_mem'),
]


def members(here):
    """Who is in the groups of the database, or of its owner, without an account that says so."""
    server = Server(here)
    words = {name: server.login(name) for name in (PLAIN, 'hr', 'officer')}
    words['owner'] = f'owner_of_{server.database}'
    with server.root() as root:
        for group, grant, told in MEMBERS:
            if group:
                server.let_in(*group)
            else:
                root.do(grant.format(**words))
            for name in ('auditor', 'admin'):
                said = here.refused(1, 'verify', db=server.uri(name))
                assert told.format(**words) in said, (told, said)
            if group:
                server.put_out(*group)
            else:
                root.do(grant.replace('GRANT', 'REVOKE').replace(' TO ', ' FROM ').format(**words))
    here.done('verify', db=server.uri('auditor'))
    # with an account in another database, too, its owner can end its sessions, and sees nothing here
    server.add_people(server.other, {'hr': PEOPLE['hr']})
    here.done('verify', db=server.uri('auditor'))
    with Session(uri_of(f'owner_of_{server.other}', PASSWORD, server.database)) as other:
        assert other.one('SELECT count (*) FROM desk.officer') == '0'


def rights(here):
    """What the server lets people of the database do past their accounts, and sets for them."""
    server = Server(here)
    words = {name: server.login(name) for name in ('hr', 'officer', 'between')}
    words.update(database=server.database, owner=f'owner_of_{server.database}')
    wrong = []
    with server.root() as root:
        oid = root.one(f"SELECT oid FROM pg_database WHERE datname = '{server.database}'")
        words.update(view=f'sarap_view_{oid}', desk=f'sarap_desk_{oid}')
        for statement, told, back in RIGHTS:
            root.do(statement.format(**words))
            result = here.run('verify', db=server.uri('auditor'))
            if (result.returncode != (1 if told else 0)
                    or told and told.format(**words) not in result.stderr):
                wrong.append((statement, result.returncode, result.stderr))
            root.do(back.format(**words))
    assert not wrong, '\n'.join(map(str, wrong))
    here.done('verify', db=server.uri('auditor'))


# What HR of a body enters, one by one and by an import; how their rows are made to say more
IINS = ['850101300709', '850101300719', '850101300729']
ENTER = "'IIN', 'А', 'А', '1985-01-01', 'm', 'а', 'а', 'а'"
IMPORT = ('["IIN", "А", "А", null, "1985-01-01", "m", null, null, null,'
          ' "а", "а", "а"]')
MORE = ["day = current_date + 5", "day = '10002-01-01'", "day = 'infinity'", "login = 'other'",
        "xact = '99999999'"]


def entered(here):
    """Whose files are open to HR of a body since they entered them."""
    server = Server(here)
    told = 'A row of “entered_by” opens to “'
    with server.sign_in('hr') as hr:
        hr.do('INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key, search_key,'
              f" loose_key) VALUES ({ENTER.replace('IIN', IINS[0])})")
        rows = ', '.join(IMPORT.replace('IIN', iin) for iin in IINS[1:])
        hr.do(f"BEGIN; SELECT sarap_bulk_begin ('import');"
              f" SELECT sarap_write_rows ('officer', '[{rows}]'); SELECT sarap_bulk_end ('{{}}'); COMMIT")
    with server.owner() as owner:
        assert owner.one('SELECT count (*) FROM entered_by WHERE added') == str(len(IINS))
        assert told not in here.run('verify', db=server.uri('auditor')).stderr
        owner.do('CREATE TEMP TABLE kept AS SELECT * FROM entered_by')
        for change in MORE:
            owner.do(f'UPDATE entered_by SET {change}')
            said = here.run('verify', db=server.uri('auditor')).stderr
            assert said.count(told) == len(IINS), (change, said)
            owner.do('DELETE FROM entered_by; INSERT INTO entered_by SELECT * FROM kept')


if __name__ == '__main__':
    main([(case, 'postgresql') for case in (records, lines, schema, superuser, members, rights,
                                            entered)])
