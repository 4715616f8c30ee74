"""What is attacked: a made-up service, on a server with everybody in it, or in a file."""
import sys
import uuid
from pathlib import Path

SUPPORT = Path(__file__).resolve().parent.parent
sys.path.append(str(SUPPORT / 'sarapctl'))

from here import POSTGRESQL, main  # noqa: E402,F401
from libpq import Refused, Session  # noqa: E402,F401

DAY = '2026-11-29'
OFFICERS = '120'
PASSWORD = 'secret'
# Bodies of the demonstration: one's own, another one, the agency
OWN, OTHER, AGENCY = 'ALM', 'QOR', 'KBA'
FILES = ['officer', 'service', 'deferral', 'attestation', 'education']
TABLES = FILES + ['body', 'unit', 'commission', 'commission_member', 'account']

# Name: roles, body, which of its officers they are (None: none); "elsewhere" have accounts in another
# database of the same server, "doors" are in the groups of this one without an account
PEOPLE = {
    'hr': ('hr', OWN, None),
    'hr_other': ('hr', OTHER, None),
    'hr_agency': ('hr', AGENCY, None),
    'hr_nowhere': ('hr', None, None),
    'climber': ('hr,supervisor,officer', OWN, 6),
    'head': ('head', OWN, None),
    'head_agency': ('head', AGENCY, None),
    'supervisor': ('supervisor', OWN, 3),
    'officer': ('officer', OWN, 4),
    'officer_other': ('officer', OTHER, 2),
    'member': ('member', OWN, 'member'),
    'secretary': ('secretary', OWN, 'secretary'),
    'nobody': ('', OWN, 5),
    'auditor': ('auditor', None, None),
    'admin': ('admin', None, None),
}
READ_ALL = ['hr_agency', 'head_agency', 'auditor', 'admin']
READ_ACCOUNTS = ['auditor', 'admin']
FOREIGN = {'hr_else': ('hr', OWN, None), 'admin_else': ('admin', None, None)}
GROUPED = 'grouped'  # in the groups once let_in(), without an account
PLAIN = 'plain'  # a login of the server that no Sarap knows


def uri_of(login, password, database):
    rest = POSTGRESQL.partition('@')[2]
    place, _, more = rest.partition('?')
    return (f'postgresql://{login}:{password}@{place.partition("/")[0]}/{database}'
            + ('?' + more if more else ''))


class Server:
    """Two databases of a server, each with its owner, who is no superuser."""

    def __init__(self, here):
        self.here, self.mark = here, uuid.uuid4().hex[:8]
        self.database, self.other = f'attacked_{self.mark}', f'other_{self.mark}'
        with Session(POSTGRESQL) as root:
            for database in (self.database, self.other):
                owner = f'owner_of_{database}'
                root.do(f"CREATE ROLE {owner} LOGIN CREATEROLE PASSWORD '{PASSWORD}'")
                root.do(f'CREATE DATABASE {database} OWNER {owner}')
            root.do(f"CREATE ROLE {self.login(PLAIN)} LOGIN PASSWORD '{PASSWORD}'")
            root.do(f"CREATE ROLE {self.login(GROUPED)} LOGIN PASSWORD '{PASSWORD}'")
        for database in (self.database, self.other):
            here.done('init', db=self.owner_uri(database))
            here.done('demo', '--officers', OFFICERS, '--on', DAY, db=self.owner_uri(database))
        self.add_people(self.database, PEOPLE)
        self.add_people(self.other, FOREIGN)

    def let_in(self, name=GROUPED, groups=('desk', 'whole', 'write'), word='GRANT {} TO {}'):
        """A login in groups of the database, which `verify` tells of."""
        with self.root() as root:
            oid = root.one(f"SELECT oid FROM pg_database WHERE datname = '{self.database}'")
            for group in groups:
                root.do(word.format(f'sarap_{group}_{oid}', self.login(name)))

    def put_out(self, name=GROUPED, groups=('desk', 'whole', 'write')):
        self.let_in(name, groups, 'REVOKE {} FROM {}')

    def add_people(self, database, people):
        with Session(self.owner_uri(database)) as owner:
            owner.do('SET search_path = sarap, desk')
            for name, (roles, body, place) in people.items():
                login = self.login(name)
                owner.do(f"SELECT sarap_account_add ('{login}', '{owner.verifier(login, PASSWORD)}',"
                         f" '{roles}', (SELECT id FROM body WHERE code = '{body}'),"
                         f' ({self.whose(body, place)}))')

    @staticmethod
    def whose(body, place):
        if place is None:
            return 'NULL'
        if isinstance(place, str):
            return ('SELECT m.officer_id FROM commission_member m JOIN commission c ON c.id ='
                    f" m.commission_id WHERE m.role = '{place}' ORDER BY c.body_id <> (SELECT id"
                    f" FROM body WHERE code = '{body}'), m.id LIMIT 1")
        return ('SELECT id FROM officer WHERE unit_id IS NOT NULL AND body_id = (SELECT id FROM body'
                f" WHERE code = '{body}') ORDER BY id LIMIT 1 OFFSET {place}")

    def login(self, name):
        return f'{name}_{self.mark}'

    def owner_uri(self, database=None):
        database = database or self.database
        return uri_of(f'owner_of_{database}', PASSWORD, database)

    def uri(self, name, database=None):
        return uri_of(self.login(name), PASSWORD, database or self.database)

    def root(self):
        """A superuser's session, who sees the tables themselves."""
        session = Session(POSTGRESQL.rpartition('/')[0] + '/' + self.database)
        session.do('SET search_path = sarap, desk')
        return session

    def owner(self):
        session = Session(self.owner_uri())
        session.do('SET search_path = sarap, desk')
        return session

    def sign_in(self, name, database=None):
        """A session as the program has it."""
        session = Session(self.uri(name, database))
        session.run('SET search_path = sarap, whole, desk, pg_temp')
        return session


def state_of(root):
    """All that stands in the tables and the chain, as a digest a table."""
    state = {}
    for table in TABLES + ['audit', 'audit_head', 'entered_by', 'record_kind', 'pending_line',
                           'bulk_write', 'write_turn', 'bulk_turn']:
        state[table] = root.one(f"SELECT md5 (coalesce (string_agg (t::text, ';' ORDER BY t::text),"
                                f" '')) FROM {table} t")
    return state

