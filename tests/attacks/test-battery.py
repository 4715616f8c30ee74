"""Every hostile statement by every login: nobody gets in, and nothing is other afterwards."""
from ground import FOREIGN, GROUPED, OTHER, OWN, PEOPLE, PLAIN, READ_ACCOUNTS, READ_ALL, Refused, \
    Server, main, state_of
from statements import ADMINISTRATION, HIDDEN, POWERS, WRITES

WRITE_ALL = ['hr_agency', 'admin']
# One's own body is the other one for these: their hidden officer is of the first
AT_OTHER = ['hr_other', 'officer_other']
# Rights, owners, functions, settings and roles of the whole server
CATALOGUE = """SELECT md5 (string_agg (t, ';' ORDER BY t)) FROM (
  SELECT concat_ws ('|', oid, relname, relowner, relacl, reloptions, relhastriggers, relhasrules)
  FROM pg_class WHERE relnamespace IN (SELECT oid FROM pg_namespace
                                       WHERE nspname IN ('sarap', 'desk', 'whole', 'public'))
  UNION ALL SELECT concat_ws ('|', oid, proname, proowner, proacl, prosrc, prosecdef) FROM pg_proc
  UNION ALL SELECT concat_ws ('|', oid, nspname, nspowner, nspacl) FROM pg_namespace
  WHERE nspname NOT LIKE 'pg_t%'
  UNION ALL SELECT concat_ws ('|', oid, datname, datdba, datacl) FROM pg_database
  WHERE datname = current_database ()
  UNION ALL SELECT concat_ws ('|', a.oid, rolname, rolsuper, rolcreaterole, rolbypassrls, rolpassword)
  FROM pg_authid a WHERE rolname LIKE '%MARK%' OR rolname = 'x'
  UNION ALL SELECT concat_ws ('|', roleid, member, admin_option) FROM pg_auth_members m
  JOIN pg_roles r ON r.oid = m.member WHERE rolname LIKE '%MARK%'
  UNION ALL SELECT concat_ws ('|', setdatabase, setrole, setconfig) FROM pg_db_role_setting
  WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database ())
  UNION ALL SELECT concat_ws ('|', tgrelid, tgname, tgenabled) FROM pg_trigger
  UNION ALL SELECT concat_ws ('|', defaclrole, defaclobjtype) FROM pg_default_acl) AS x (t)"""


def got_in(answer):
    """Something was shown or changed."""
    return answer.code is None and (answer.count > 0 or any(
        cell not in (None, '', '0', 'f') for row in answer.rows for cell in row))


def first_of(root, body, skip=0):
    return root.do('SELECT id, iin FROM officer WHERE unit_id IS NOT NULL AND body_id = (SELECT id'
                   f" FROM body WHERE code = '{body}') ORDER BY id DESC LIMIT 1 OFFSET {skip}").rows[0]


def words_of(server, root, name, bystander, pid):
    own, hidden = (OTHER, OWN) if name in AT_OTHER else (OWN, OTHER)
    victim, iin = first_of(root, hidden)
    return {'v': victim, 'iin': iin, 'own': first_of(root, own)[0], 'pid': pid,
            'oid': root.one(f"SELECT oid FROM pg_database WHERE datname = '{server.database}'"),
            'owner': f'owner_of_{server.database}', 'database': server.database,
            'admin': server.login(bystander), 'plain': server.login(PLAIN),
            'login': f"'{server.login(name)}'"}


def keeps_commissions(statement):
    """A writing of a commission or of its members: HR of the agency and administrators may (§23)."""
    return 'commission' in statement and statement.startswith(
        ('INSERT', 'UPDATE', 'DELETE', "SELECT sarap_write_rows ('commission'"))


def statements_for(name):
    """Those that this person has no right to."""
    return [[s for s in statements if name not in WRITE_ALL or not keeps_commissions(s)]
            for statements in all_statements_for(name)]


def all_statements_for(name):
    hidden = [s for s in HIDDEN if name not in READ_ALL
              or (name not in READ_ACCOUNTS and 'account' in s and 'whole' not in s)
              or 'pg_' in s or 'sarap.officer' in s or "'sarap'" in s]
    return [POWERS, hidden, WRITES if name not in WRITE_ALL else [],
            ADMINISTRATION if name != 'admin' else []]


def try_all(session, statements, words):
    """The statements that got in."""
    wrong = []
    for statement in statements:
        sql = statement.format(**words)
        session.copied = f"{words['v']}\tabsence\t1991-01-01\n"
        session.do('BEGIN')
        answer = session.run(sql)
        end = session.run('COMMIT')
        power = statement in POWERS
        # a grant of what one does not have is only warned of
        warned = power and statement.startswith(('GRANT', 'REVOKE')) and session.notices
        nothing = sql.startswith(('UPDATE', 'DELETE', 'MERGE')) and answer.count == 0
        if got_in(answer) or (power and not nothing and not warned
                              and answer.code is None and end.code is None):
            wrong.append(f'{sql}: {answer}')
        session.notices.clear()
        session.run('RESET ALL; SET search_path = sarap, whole, desk, pg_temp')
    return wrong


def battery(here):
    server, tried, wrong = Server(here), 0, []
    server.let_in()
    catalogue_of = CATALOGUE.replace('MARK', server.mark)
    with server.root() as root, server.sign_in('admin') as admin, \
            server.sign_in('auditor') as auditor:
        pids = {'admin': admin.one('SELECT pg_backend_pid ()'),
                'auditor': auditor.one('SELECT pg_backend_pid ()')}
        before, catalogue = state_of(root), root.one(catalogue_of)
        for name in [*PEOPLE, GROUPED]:
            bystander = 'auditor' if name == 'admin' else 'admin'
            words = words_of(server, root, name, bystander, pids[bystander])
            with server.sign_in(name) as session:
                for statements in statements_for(name):
                    wrong += [f'{name}: {what}' for what in try_all(session, statements, words)]
                    tried += len(statements)
            after = state_of(root)
            changed = [table for table in after if after[table] != before[table]]
            if changed or root.one(catalogue_of) != catalogue:
                wrong.append(f'{name} changed {changed or "the catalogue"}')
                before, catalogue = after, root.one(catalogue_of)
        for session in (admin, auditor):
            session.do('SELECT 1')
    for name in [*FOREIGN, PLAIN]:
        try:
            server.sign_in(name)
            wrong.append(f'{name} signed in')
        except Refused:
            tried += len(POWERS + HIDDEN + WRITES + ADMINISTRATION)
    kinds = len(POWERS + HIDDEN + WRITES + ADMINISTRATION)
    print(f'# {kinds} statements, {len(PEOPLE) + 2 + len(FOREIGN)} logins, {tried} tried,'
          f' {len(wrong)} got in')
    assert not wrong, '\n'.join(wrong)
    server.put_out()
    here.done('verify', db=server.owner_uri())


if __name__ == '__main__':
    main([(battery, 'postgresql')])
