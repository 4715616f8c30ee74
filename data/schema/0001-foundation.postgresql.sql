-- Migration 1, what only PostgreSQL says: the officer's body, the audit chain, what is told to
-- whom listens, and who may do what. A person has a login role of their own, member of the group
-- roles below; which body and which officer they are stands in "account".

-- Writers take turns: whoever holds EXCLUSIVE on this table, which stays empty
CREATE TABLE write_turn (turn integer);

-- the few records that begin in the future, for sarap_lent(), and the officers that somebody entered
-- by hand, for sarap_begun()
CREATE INDEX service_start ON service ("start");
CREATE INDEX audit_begun ON audit (actor, moment) WHERE action = 'add' AND record = 'officer';

-- The owner of the tables sees past the policies below, and so do the functions that run with its
-- rights: FORCE would only hold those back. Nobody signs in as the owner but to make the schema, to
-- add the first people and to restore a backup.
CREATE FUNCTION sarap_owns () RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS
$$ SELECT pg_has_role (session_user, relowner, 'MEMBER') FROM pg_class
   WHERE oid = 'write_turn'::regclass $$;

-- The officer's body and unit: of the customs record that began last ------------------------------

CREATE FUNCTION sarap_place_officers () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE officer SET body_id = last.body_id, unit_id = last.unit_id
  FROM (SELECT DISTINCT officer_id FROM changed) AS touched
       LEFT JOIN LATERAL (SELECT s.body_id, s.unit_id FROM service AS s
                          WHERE s.officer_id = touched.officer_id AND s.employer_kind = 'customs'
                          ORDER BY s."start" DESC LIMIT 1) AS last ON true
  WHERE officer.id = touched.officer_id
        AND (officer.body_id IS DISTINCT FROM last.body_id
             OR officer.unit_id IS DISTINCT FROM last.unit_id);
  RETURN NULL;
END $$;
CREATE TRIGGER service_inserted AFTER INSERT ON service REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION sarap_place_officers ();
CREATE TRIGGER service_updated AFTER UPDATE ON service REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION sarap_place_officers ();
CREATE TRIGGER service_left AFTER UPDATE ON service REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION sarap_place_officers ();
CREATE TRIGGER service_deleted AFTER DELETE ON service REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION sarap_place_officers ();

-- The audit chain --------------------------------------------------------------------------------

-- one value of the canonical form, see app/store/sarap-audit.c
CREATE FUNCTION sarap_audit_value (value text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS
$$ SELECT octet_length (value) || ':' || value || ',' $$;

-- Number, moment, actor and hashes are the server's. Only a backup's lines go in as they are, in
-- their order and whole, as long as this database has written none of its own.
CREATE FUNCTION sarap_audit_append () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_head;
  newest audit;
  copied boolean;
  given audit := NEW;
BEGIN
  -- the head is what the transactions before left: a line that is gone from the end is missed here.
  -- It moves only when this one ends; until then its own lines are the newest.
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  SELECT * INTO newest FROM audit ORDER BY seq DESC LIMIT 1;
  IF newest.seq > head.seq THEN
    head.seq := newest.seq;
    head.chain := newest.chain;
  END IF;
  copied := NEW.chain IS NOT NULL AND head.copying = 1 AND sarap_owns ();
  NEW.seq := head.seq + 1;
  IF NOT copied THEN
    NEW.moment := to_char (clock_timestamp () AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
    NEW.actor := session_user;
  END IF;
  NEW.record_id := nullif (NEW.record_id, 0);
  NEW.officer_id := nullif (NEW.officer_id, 0);
  NEW.digest := encode (sha256 (convert_to (
    sarap_audit_value (NEW.seq::text) || sarap_audit_value (NEW.moment)
    || sarap_audit_value (NEW.actor) || sarap_audit_value (NEW.action)
    || sarap_audit_value (NEW.record) || sarap_audit_value (coalesce (NEW.record_id::text, ''))
    || sarap_audit_value (coalesce (NEW.officer_id::text, '')) || sarap_audit_value (NEW.detail),
    'UTF8')), 'hex');
  NEW.chain := encode (sha256 (convert_to (head.chain || NEW.digest, 'UTF8')), 'hex');
  IF copied AND NEW IS DISTINCT FROM given THEN
    RAISE EXCEPTION 'audit constraint failed: line % does not follow the newest', given.seq
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF head.copying = 1 AND NOT copied THEN
    UPDATE audit_head SET copying = 0;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_inserted BEFORE INSERT ON audit
  FOR EACH ROW EXECUTE FUNCTION sarap_audit_append ();

-- once a transaction: a row that is changed for each of 100,000 lines would be 100,000 rows
CREATE FUNCTION sarap_audit_end () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.seq = (SELECT max (seq) FROM audit) THEN
    UPDATE audit_head SET seq = NEW.seq, chain = NEW.chain;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_ended AFTER INSERT ON audit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION sarap_audit_end ();

-- for orders and minutes, printed in the transaction that writes the line, by whoever does it
CREATE FUNCTION sarap_audit_newest () RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT chain FROM audit ORDER BY seq DESC LIMIT 1 $$;

CREATE FUNCTION sarap_audit_refuse () RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'audit constraint failed: lines are never changed or removed'
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION sarap_audit_refuse ();

-- No change without its line, whatever program makes it: what a statement changed waits here until
-- the transaction ends, and by then lines have to say so. Only the owner is believed.
CREATE UNLOGGED TABLE unnoted (
  id      uuid PRIMARY KEY DEFAULT gen_random_uuid (),
  record  text COLLATE "C" NOT NULL,
  added   boolean NOT NULL,
  changes jsonb NOT NULL -- [{"id": …, "was": {…}, "is": {…}}]
);
ALTER TABLE unnoted ENABLE ROW LEVEL SECURITY;
CREATE INDEX audit_record ON audit (record, record_id);

-- 'field by field': the line is a difference as app/procedure/sarap-keeping.c writes it
CREATE FUNCTION sarap_wait_for_line () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changes jsonb;
BEGIN
  IF sarap_owns () THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT jsonb_agg (jsonb_build_object ('id', id)) INTO changes FROM changed;
  ELSIF TG_NARGS = 0 THEN
    SELECT jsonb_agg (jsonb_build_object ('id', id)) INTO changes FROM before;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT jsonb_agg (jsonb_build_object ('id', id, 'was', to_jsonb (before), 'is', '{}'::jsonb))
    INTO changes FROM before;
  ELSE
    SELECT jsonb_agg (jsonb_build_object ('id', id, 'was', to_jsonb (before),
                                          'is', to_jsonb (changed)))
    INTO changes FROM before JOIN changed USING (id)
    -- an officer's place follows from service, which has its line
    WHERE TG_TABLE_NAME <> 'officer' OR to_jsonb (before) - '{body_id,unit_id}'::text[]
                                        <> to_jsonb (changed) - '{body_id,unit_id}'::text[];
  END IF;
  IF changes IS NOT NULL THEN
    INSERT INTO unnoted (record, added, changes) VALUES (TG_TABLE_NAME, TG_OP = 'INSERT', changes);
  END IF;
  RETURN NULL;
END $$;

-- whether the detail of a line says what became of every field
CREATE FUNCTION sarap_line_says (detail text, was jsonb, is_now jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS
$$ SELECT NOT EXISTS (
     SELECT FROM jsonb_each_text (was) AS field (name, before)
     WHERE before IS DISTINCT FROM is_now ->> name
           AND CASE
                 WHEN name IN ('id', 'version', 'sort_key', 'search_key', 'loose_key') THEN false
                 WHEN name = 'officer_id' THEN NOT detail::jsonb ? 'iin'
                 WHEN name IN ('body_id', 'unit_id')
                   THEN NOT was ? 'iin' AND NOT detail::jsonb ? replace (name, '_id', '')
                 ELSE (detail::jsonb -> name)
                      IS DISTINCT FROM jsonb_build_array (before, is_now ->> name) END) $$;

CREATE FUNCTION sarap_lines_are_there () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  missing text;
BEGIN
  DELETE FROM unnoted WHERE id = NEW.id;
  -- an import says in one line what it added
  IF NEW.added AND EXISTS (SELECT FROM audit WHERE record = 'import' AND record_id IS NULL
                                                   AND xmin = pg_current_xact_id ()::xid) THEN
    RETURN NULL;
  END IF;
  SELECT change ->> 'id' INTO missing FROM jsonb_array_elements (NEW.changes) AS change
  WHERE NOT EXISTS (SELECT FROM audit
                    WHERE record = NEW.record AND record_id = (change ->> 'id')::bigint
                          AND xmin = pg_current_xact_id ()::xid
                          AND (NOT change ? 'was'
                               OR sarap_line_says (detail, change -> 'was', change -> 'is')))
  LIMIT 1;
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'audit constraint failed: no line says what became of % %', NEW.record, missing
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER unnoted_noted AFTER INSERT ON unnoted DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION sarap_lines_are_there ();

DO $$
DECLARE
  name text;
  how text;
BEGIN
  FOREACH name IN ARRAY ARRAY['body', 'unit', 'officer', 'service', 'deferral', 'attestation',
                              'education', 'commission', 'commission_member', 'account'] LOOP
    how := CASE WHEN name IN ('commission', 'commission_member', 'account') THEN ''
                ELSE quote_literal ('field by field') END;
    EXECUTE format ('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
                       FOR EACH STATEMENT EXECUTE FUNCTION sarap_wait_for_line (%s)',
                    name || '_noted_1', name, how);
    EXECUTE format ('CREATE TRIGGER %I AFTER UPDATE ON %I
                       REFERENCING OLD TABLE AS before NEW TABLE AS changed
                       FOR EACH STATEMENT EXECUTE FUNCTION sarap_wait_for_line (%s)',
                    name || '_noted_2', name, how);
    EXECUTE format ('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS before
                       FOR EACH STATEMENT EXECUTE FUNCTION sarap_wait_for_line (%s)',
                    name || '_noted_3', name, how);
  END LOOP;
END $$;

-- Telling who listens: "record id officer", zeros where more than fifty rows changed at once ------

CREATE FUNCTION sarap_tell () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT count (*) FROM (SELECT FROM changed LIMIT 51) AS first) > 50 THEN
    PERFORM pg_notify ('sarap', TG_TABLE_NAME || ' 0 0');
  ELSE
    PERFORM pg_notify ('sarap', format ('%s %s %s', TG_TABLE_NAME, c.id,
      CASE TG_TABLE_NAME WHEN 'officer' THEN c.id::text
                         ELSE coalesce (to_jsonb (c) ->> 'officer_id', '0') END))
    FROM changed AS c;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['body', 'unit', 'officer', 'service', 'deferral', 'attestation',
                              'education', 'commission', 'commission_member', 'account'] LOOP
    EXECUTE format ('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
                       FOR EACH STATEMENT EXECUTE FUNCTION sarap_tell ()', name || '_told_1', name);
    EXECUTE format ('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
                       FOR EACH STATEMENT EXECUTE FUNCTION sarap_tell ()', name || '_told_2', name);
    EXECUTE format ('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
                       FOR EACH STATEMENT EXECUTE FUNCTION sarap_tell ()', name || '_told_3', name);
  END LOOP;
END $$;

-- Roles, of the whole server: each is also a sarap_user -------------------------------------------

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sarap_user', 'sarap_hr', 'sarap_supervisor', 'sarap_officer',
                              'sarap_member', 'sarap_secretary', 'sarap_head', 'sarap_auditor',
                              'sarap_admin'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format ('CREATE ROLE %I NOLOGIN', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server was made just now
      END;
    END IF;
    IF name <> 'sarap_user' AND NOT pg_has_role (name, 'sarap_user', 'MEMBER') THEN
      EXECUTE format ('GRANT sarap_user TO %I', name);
    END IF;
  END LOOP;
END $$;

-- Whoever else has a login on this server has no business here
DO $$
BEGIN
  EXECUTE format ('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database ());
  EXECUTE format ('GRANT CONNECT ON DATABASE %I TO sarap_user', current_database ());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO sarap_user;

-- Who one is: asked once a statement, as (SELECT …), never once a row. These see past the policies
-- and say nothing but about the session itself.

-- whose account is in this database: the group roles are those of every Sarap on the server
CREATE FUNCTION sarap_known () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT sarap_owns () OR EXISTS (SELECT FROM account WHERE login = session_user) $$;

CREATE FUNCTION sarap_is (role text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT CASE WHEN sarap_owns () THEN role = 'admin'
               ELSE pg_has_role (session_user, 'sarap_' || role, 'MEMBER') AND sarap_known () END
$$;

CREATE FUNCTION sarap_my_body () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT body_id FROM account WHERE login = session_user $$;

CREATE FUNCTION sarap_in_agency () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM body WHERE id = sarap_my_body () AND kind = 'central') $$;

-- every file
CREATE FUNCTION sarap_reads_all () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT sarap_is ('auditor') OR sarap_is ('admin')
          OR ((sarap_is ('hr') OR sarap_is ('head')) AND sarap_in_agency ()) $$;
CREATE FUNCTION sarap_writes_all () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT sarap_is ('admin') OR (sarap_is ('hr') AND sarap_in_agency ()) $$;

-- the files of a body
CREATE FUNCTION sarap_reads_body () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT sarap_my_body () WHERE sarap_is ('hr') OR sarap_is ('head') $$;
CREATE FUNCTION sarap_writes_body () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT sarap_my_body () WHERE sarap_is ('hr') $$;

-- the unit where the supervisor serves today
CREATE FUNCTION sarap_reads_unit () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT service.unit_id FROM account JOIN service USING (officer_id)
   WHERE account.login = session_user AND sarap_is ('supervisor')
         AND service.employer_kind = 'customs' AND service."start" <= current_date
         AND coalesce (service."end", current_date) >= current_date
   ORDER BY service."start" DESC LIMIT 1 $$;

-- the files of those who serve in this body or unit today, although their next record is another's
CREATE FUNCTION sarap_lent (writing boolean) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce (array_agg (leaving.officer_id), ARRAY[]::bigint[])
   FROM (SELECT DISTINCT officer_id FROM service
         WHERE "start" > current_date AND employer_kind = 'customs') AS leaving
        CROSS JOIN LATERAL (SELECT body_id, unit_id FROM service
                            WHERE officer_id = leaving.officer_id AND employer_kind = 'customs'
                                  AND "start" <= current_date
                                  AND coalesce ("end", current_date) >= current_date
                            ORDER BY "start" DESC LIMIT 1) AS today
   WHERE CASE WHEN writing THEN today.body_id = sarap_writes_body ()
              ELSE today.body_id = sarap_reads_body () OR today.unit_id = sarap_reads_unit ()
         END $$;

-- the files that somebody has begun to enter and that do not say yet who serves where: a career is
-- entered from its beginning, which may have been in another body
CREATE FUNCTION sarap_begun () RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce (array_agg (record_id), ARRAY[]::bigint[]) FROM audit
   WHERE actor = session_user AND action = 'add' AND record = 'officer'
         AND moment >= to_char (clock_timestamp () AT TIME ZONE 'UTC' - interval '30 days',
                                'YYYY-MM-DD')
         AND sarap_writes_body () IS NOT NULL
         AND NOT EXISTS (SELECT FROM service WHERE officer_id = record_id
                         AND employer_kind = 'customs'
                         AND coalesce ("end", current_date) >= current_date) $$;

-- one's own file
CREATE FUNCTION sarap_reads_self () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT officer_id FROM account WHERE login = session_user AND sarap_is ('officer') $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sarap_owns, sarap_known, sarap_is, sarap_my_body, sarap_in_agency,
  sarap_reads_all, sarap_writes_all, sarap_reads_body, sarap_writes_body, sarap_reads_unit,
  sarap_lent, sarap_begun, sarap_reads_self, sarap_audit_newest TO sarap_user;

-- Rights: of the group on the table, and of the person on the row ----------------------------------

-- Whoever wrote a row in this very transaction may go on: an import writes a career in pieces
DO $$
DECLARE
  name text;
  just_written constant text := ' OR xmin = (SELECT pg_current_xact_id_if_assigned ()::xid)';
  may_read constant text :=
    '(SELECT sarap_reads_all ()) OR body_id = (SELECT sarap_reads_body ())'
    ' OR unit_id = (SELECT sarap_reads_unit ()) OR id = (SELECT sarap_reads_self ())'
    ' OR (body_id IS NULL AND (SELECT sarap_writes_body ()) IS NOT NULL)'
    ' OR id = ANY ((SELECT sarap_lent (false))::bigint[])'
    ' OR id = ANY ((SELECT sarap_begun ())::bigint[])' || just_written;
  may_write constant text :=
    '(SELECT sarap_writes_all ()) OR ((SELECT sarap_writes_body ()) IS NOT NULL'
    ' AND (body_id IS NULL OR body_id = (SELECT sarap_writes_body ())'
    '      OR id = ANY ((SELECT sarap_lent (true))::bigint[])'
    '      OR id = ANY ((SELECT sarap_begun ())::bigint[])' || just_written || '))';
  may_read_child constant text :=
    '(SELECT sarap_reads_all ()) OR EXISTS (SELECT FROM officer WHERE officer.id = officer_id)';
  may_write_child constant text :=
    '(SELECT sarap_writes_all ())'
    ' OR EXISTS (SELECT FROM officer WHERE officer.id = officer_id AND (' || may_write || '))';
BEGIN
  FOREACH name IN ARRAY ARRAY['body', 'unit', 'officer', 'service', 'deferral', 'attestation',
                              'education', 'commission', 'commission_member', 'account', 'audit',
                              'audit_head', 'schema_version', 'write_turn'] LOOP
    EXECUTE format ('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format ('GRANT SELECT ON %I TO sarap_user', name);
  END LOOP;

  -- common knowledge: bodies and units are kept by the agency's HR, commissions by the administrator
  FOREACH name IN ARRAY ARRAY['body', 'unit', 'commission', 'commission_member'] LOOP
    EXECUTE format ('CREATE POLICY %I ON %I FOR SELECT TO sarap_user'
                    ' USING ((SELECT sarap_known ()))', name || '_read', name);
    EXECUTE format ('CREATE POLICY %I ON %I TO sarap_user USING ((SELECT %s))', name || '_kept',
                    name, CASE WHEN name IN ('body', 'unit') THEN 'sarap_writes_all ()'
                               ELSE 'sarap_is (''admin'')' END);
  END LOOP;
  -- the program looks at the version before it looks who one is
  EXECUTE 'CREATE POLICY schema_version_read ON schema_version FOR SELECT TO sarap_user'
          ' USING (true)';
  EXECUTE 'CREATE POLICY audit_head_read ON audit_head FOR SELECT TO sarap_user'
          ' USING ((SELECT sarap_known ()))';

  -- the files
  EXECUTE 'CREATE POLICY officer_read ON officer FOR SELECT TO sarap_user USING ('
          || may_read || ')';
  EXECUTE 'CREATE POLICY officer_added ON officer FOR INSERT TO sarap_user WITH CHECK ('
          || may_write || ')';
  EXECUTE 'CREATE POLICY officer_changed ON officer FOR UPDATE TO sarap_user USING ('
          || may_write || ')';
  EXECUTE 'CREATE POLICY officer_removed ON officer FOR DELETE TO sarap_user USING ('
          || may_write || ')';
  FOREACH name IN ARRAY ARRAY['service', 'deferral', 'attestation', 'education'] LOOP
    EXECUTE format ('CREATE POLICY %I ON %I FOR SELECT TO sarap_user USING (%s)',
                    name || '_read', name, may_read_child);
    EXECUTE format ('CREATE POLICY %I ON %I FOR INSERT TO sarap_user WITH CHECK (%s)',
                    name || '_added', name, may_write_child);
    EXECUTE format ('CREATE POLICY %I ON %I FOR UPDATE TO sarap_user USING (%s)',
                    name || '_changed', name, may_write_child);
    EXECUTE format ('CREATE POLICY %I ON %I FOR DELETE TO sarap_user USING (%s)',
                    name || '_removed', name, may_write_child);
  END LOOP;
END $$;

CREATE POLICY account_read ON account FOR SELECT TO sarap_user
  USING (login = session_user OR (SELECT sarap_is ('admin') OR sarap_is ('auditor')));
-- added and changed by sarap_account_add() alone, which looks whose login it is
CREATE POLICY account_removed ON account FOR DELETE TO sarap_admin
  USING ((SELECT sarap_is ('admin')));
GRANT DELETE ON account TO sarap_admin;

-- Never an id: the audit chain names records by it. Nor the body and unit of an officer, which
-- follow from service. Only a restored backup brings these.
DO $$
DECLARE
  name text;
  columns text;
  keepers text;
BEGIN
  FOREACH name IN ARRAY ARRAY['officer', 'service', 'deferral', 'attestation', 'education', 'body',
                              'unit', 'commission', 'commission_member'] LOOP
    SELECT string_agg (quote_ident (attname), ', ') INTO STRICT columns FROM pg_attribute
    WHERE attrelid = name::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id'
          AND NOT (name = 'officer' AND attname IN ('body_id', 'unit_id'));
    keepers := CASE WHEN name IN ('commission', 'commission_member')
                    THEN 'sarap_admin' ELSE 'sarap_admin, sarap_hr' END;
    EXECUTE format ('GRANT INSERT (%1$s), UPDATE (%1$s), DELETE ON %2$I TO %3$s', columns, name,
                    keepers);
  END LOOP;
END $$;

-- what oneself did, and what was done to the files that one may look into the history of
CREATE POLICY audit_read ON audit FOR SELECT TO sarap_user
  USING ((SELECT sarap_reads_all ()) OR actor = session_user
         OR officer_id = (SELECT sarap_reads_self ())
         OR ((SELECT sarap_reads_body ()) IS NOT NULL
             AND EXISTS (SELECT FROM officer WHERE officer.id = officer_id)));
CREATE POLICY audit_added ON audit FOR INSERT TO sarap_hr, sarap_admin
  WITH CHECK ((SELECT sarap_is ('hr') OR sarap_is ('admin')));
GRANT INSERT (action, record, record_id, officer_id, detail) ON audit TO sarap_hr, sarap_admin;

-- whoever writes takes the turn; LOCK TABLE asks for UPDATE
GRANT UPDATE ON write_turn TO sarap_hr, sarap_admin;

-- Accounts ------------------------------------------------------------------------------------------

-- A login role with these group roles in place of those it had, and who it is. With the rights of
-- the owner: CREATEROLE in the hands of a person would be the whole server. So it says itself who
-- may call it, and leaves alone what is not Sarap's. The password is a verifier already, never the
-- word itself.
CREATE FUNCTION sarap_account_add (new_login text, verifier text, roles text, body bigint,
                                   officer bigint)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  mark constant text := 'made by Sarap for the database ' || current_database ();
  there pg_roles;
  word text;
  added bigint;
BEGIN
  IF NOT sarap_is ('admin') THEN
    RAISE EXCEPTION 'only an administrator adds accounts' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO there FROM pg_roles WHERE rolname = new_login;
  IF new_login LIKE 'pg\_%' OR new_login LIKE 'sarap\_%' OR there.rolsuper OR there.rolcreaterole
     OR there.rolbypassrls OR there.rolreplication THEN
    RAISE EXCEPTION 'account constraint failed: "%" is a role of the server itself', new_login
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF there.oid IS NULL THEN
    EXECUTE format ('CREATE ROLE %I LOGIN', new_login);
    EXECUTE format ('COMMENT ON ROLE %I IS %L', new_login, mark);
  ELSIF sarap_owns () THEN
    NULL; -- may do so without this function, too
  ELSIF pg_has_role (there.oid, 'sarap_user', 'MEMBER')
        AND shobj_description (there.oid, 'pg_authid') IS DISTINCT FROM mark
        AND NOT EXISTS (SELECT FROM account WHERE login = new_login) THEN
    RAISE EXCEPTION 'account constraint failed: "%" belongs to another database of this server',
      new_login USING ERRCODE = 'restrict_violation';
  ELSIF verifier IS NOT NULL
        AND shobj_description (there.oid, 'pg_authid') IS DISTINCT FROM mark THEN
    RAISE EXCEPTION 'account constraint failed: the password of "%" is not Sarap''s to change',
      new_login USING ERRCODE = 'restrict_violation';
  END IF;
  IF verifier IS NOT NULL THEN
    EXECUTE format ('ALTER ROLE %I PASSWORD %L', new_login, verifier);
  END IF;
  FOREACH word IN ARRAY ARRAY['hr', 'supervisor', 'officer', 'member', 'secretary', 'head',
                              'auditor', 'admin'] LOOP
    IF word = ANY (string_to_array (roles, ',')) THEN
      EXECUTE format ('GRANT %I TO %I', 'sarap_' || word, new_login);
    ELSIF pg_has_role (new_login, 'sarap_' || word, 'MEMBER') THEN
      EXECUTE format ('REVOKE %I FROM %I', 'sarap_' || word, new_login);
    END IF;
  END LOOP;
  INSERT INTO account (login, body_id, officer_id) VALUES (new_login, body, officer)
  ON CONFLICT (login) DO UPDATE SET body_id = excluded.body_id, officer_id = excluded.officer_id
  RETURNING id INTO added;
  RETURN added;
END $$;
REVOKE EXECUTE ON FUNCTION sarap_account_add FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sarap_account_add TO sarap_admin;
