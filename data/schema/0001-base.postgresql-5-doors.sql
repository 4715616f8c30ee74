-- Migration 1 on PostgreSQL, 5 of 5: accounts, and the doors of this database.

-- What the program asks by name
CREATE FUNCTION desk.sarap_is (role text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS $$ SELECT may (role) $$;
CREATE FUNCTION desk.sarap_known () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS $$ SELECT known () $$;
CREATE FUNCTION desk.sarap_reads_all () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS $$ SELECT reads_all () $$;

-- For "verify": tables of which a new record would get a number that one has or had, or one far above
-- those; the last number that was given, as far as a record or the chain tells, and the one that the
-- sequence goes on from. A change that was undone used up its numbers, an import as many as it has rows.
-- The sequences themselves are nobody's to read.
CREATE FUNCTION desk.sarap_numbers (OUT what text, OUT given bigint, OUT told bigint)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
BEGIN
  IF NOT reads_all () THEN
    PERFORM deny ('database');
  END IF;
  FOR what IN SELECT k.record FROM record_kind k WHERE 'id' = ANY (columns_of (k.record)) LOOP
    EXECUTE format ('SELECT coalesce (greatest (max (id), (SELECT max (record_id) FROM audit'
                    ' WHERE record = %L)), 0),'
                    ' (SELECT last_value - 1 + is_called::integer FROM %s) FROM %I',
                    what, pg_get_serial_sequence ('sarap.' || what, 'id'), what) INTO given, told;
    IF given > told OR given < told - 1000000000 THEN
      RETURN NEXT;
    END IF;
  END LOOP;
END $$;

-- For "verify", too: what lies in tables that no view shows
CREATE FUNCTION desk.sarap_facts () RETURNS SETOF record_kind
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT * FROM record_kind WHERE (SELECT reads_all ()) $$;
CREATE FUNCTION desk.sarap_entered () RETURNS SETOF entered_by
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT * FROM entered_by WHERE (SELECT reads_all ()) $$;
CREATE FUNCTION desk.sarap_left_rows () RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT 'pending_line' WHERE reads_all () AND EXISTS (SELECT FROM pending_line)
   UNION ALL SELECT 'bulk_write' WHERE reads_all () AND EXISTS (SELECT FROM bulk_write) $$;

-- Doors ------------------------------------------------------------------------------------------

-- The comment of a login that was made here
CREATE FUNCTION login_mark () RETURNS text LANGUAGE sql STABLE AS
$$ SELECT 'made by Sarap for the database ' || current_database () $$;

-- Which of this database's roles a login is a member of: as its account says
CREATE FUNCTION let_in (who text) RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
DECLARE
  person account;
  all_files boolean;
  open boolean;
  door text;
  owner text := pg_get_userbyid (table_owner ());
BEGIN
  -- only a member of a login may end its sessions; see sarap_end_idle_turn()
  IF NOT pg_has_role (owner, who, 'USAGE') AND NOT pg_has_role (who, owner, 'MEMBER') THEN
    BEGIN
      EXECUTE format ('GRANT %I TO %I', who, owner);
    EXCEPTION WHEN insufficient_privilege THEN
      NULL; -- a newer server, and a login that the owner did not make
    END;
  END IF;
  SELECT * INTO person FROM account WHERE login = who;
  all_files := person.roles ~ '\m(auditor|admin)\M'
               OR (person.roles ~ '\m(hr|head)\M'
                   AND EXISTS (SELECT FROM body WHERE id = person.body_id AND kind = 'central'));
  FOREACH door IN ARRAY '{desk,whole,write}'::text[] LOOP
    open := person.id IS NOT NULL
            AND CASE door WHEN 'desk' THEN true WHEN 'whole' THEN all_files
                          ELSE person.roles ~ '\m(hr|admin|secretary)\M' END;
    IF open AND NOT pg_has_role (who, group_name (door), 'MEMBER') THEN
      EXECUTE format ('GRANT %I TO %I', group_name (door), who);
    ELSIF NOT open AND pg_has_role (who, group_name (door), 'MEMBER') THEN
      EXECUTE format ('REVOKE %I FROM %I', group_name (door), who);
    END IF;
  END LOOP;
END $$;

-- An account that was changed or removed opens and closes doors at once; so does a body that
-- becomes the agency, for its people
CREATE FUNCTION doors_follow () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
DECLARE
  who text;
BEGIN
  -- a backup's accounts are opened to the logins that Sarap made here, not to others of that name
  FOR who IN SELECT login FROM account WHERE TG_TABLE_NAME = 'body'
             UNION SELECT CASE WHEN TG_TABLE_NAME = 'account' AND TG_OP <> 'DELETE'
                               THEN to_jsonb (NEW) ->> 'login' END
             UNION SELECT CASE WHEN TG_TABLE_NAME = 'account' AND TG_OP <> 'INSERT'
                               THEN to_jsonb (OLD) ->> 'login' END LOOP
    IF EXISTS (SELECT FROM pg_roles
               WHERE rolname = who AND (NOT restoring ()
                                        OR shobj_description (oid, 'pg_authid') = login_mark ()))
    THEN
      PERFORM let_in (who);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER account_opens AFTER INSERT OR UPDATE OR DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION doors_follow ();
CREATE TRIGGER body_opens AFTER UPDATE OF kind ON body
  FOR EACH ROW WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION doors_follow ();

-- Takes away what the groups of another database may do here: a copy of a database has them still
CREATE FUNCTION close_foreign_doors () RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
DECLARE
  foreign_group text;
  place text;
BEGIN
  FOR foreign_group IN
    SELECT rolname FROM pg_roles
    WHERE rolname ~ '^sarap_(view|desk|whole|write)_[0-9]+$'
          AND rolname NOT IN (SELECT group_name (w) FROM unnest ('{view,desk,whole,write}'::text[]) w)
          AND EXISTS (SELECT FROM pg_class c, aclexplode (c.relacl) a
                      WHERE a.grantee = pg_roles.oid AND c.relnamespace IN
                            ('sarap'::regnamespace, 'desk'::regnamespace, 'whole'::regnamespace))
  LOOP
    FOREACH place IN ARRAY '{sarap,desk,whole,public}'::text[] LOOP
      EXECUTE format ('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', place, foreign_group);
      EXECUTE format ('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA %I FROM %I', place, foreign_group);
      EXECUTE format ('REVOKE ALL ON SCHEMA %I FROM %I', place, foreign_group);
    END LOOP;
  END LOOP;
END $$;

-- Makes the roles of this database, and all that depends on them. "sarapctl init" runs it each time:
-- a copy of a database (CREATE DATABASE … TEMPLATE, pg_dump) comes without them.
CREATE FUNCTION open_doors () RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp SET client_min_messages = warning AS $$
DECLARE
  name text;
  view_group text := group_name ('view');
  desk_group text := group_name ('desk');
  whole_group text := group_name ('whole');
  write_group text := group_name ('write');
BEGIN
  FOREACH name IN ARRAY ARRAY[view_group, desk_group, whole_group, write_group] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format ('CREATE ROLE %I NOLOGIN', name);
    END IF;
  END LOOP;
  -- ALTER VIEW … OWNER TO wants it, and CREATE for the new owner
  EXECUTE format ('GRANT %I TO CURRENT_USER', view_group);
  EXECUTE format ('GRANT CREATE, USAGE ON SCHEMA desk, whole TO %I', view_group);
  EXECUTE format ('GRANT USAGE ON SCHEMA sarap TO %I', view_group);
  FOR name IN SELECT record FROM record_kind LOOP
    PERFORM expose (name);
  END LOOP;
  PERFORM expose_audit ();
  EXECUTE format ('REVOKE CREATE ON SCHEMA desk, whole FROM %I', view_group);
  PERFORM close_foreign_doors ();

  -- whoever else has a login on this server has no business here
  EXECUTE format ('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database ());
  EXECUTE format ('GRANT CONNECT ON DATABASE %I TO %I, %I', current_database (), desk_group,
                  whole_group);
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  EXECUTE format ('GRANT USAGE ON SCHEMA public, desk TO %I', desk_group);
  EXECUTE format ('GRANT USAGE ON SCHEMA whole TO %I', whole_group);
  -- the program looks at the version before it asks who one is
  EXECUTE format ('GRANT SELECT ON public.schema_version TO %I', desk_group);
  -- what only reads is for everybody with an account, whatever else for those who may write
  EXECUTE format ('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC, %I, %I', desk_group,
                  write_group);
  FOR name IN SELECT format ('%s TO %I', oid::regprocedure,
                             CASE provolatile WHEN 'v' THEN write_group ELSE desk_group END)
              FROM pg_proc WHERE pronamespace = 'desk'::regnamespace LOOP
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name;
  END LOOP;
  FOR name IN SELECT login FROM account JOIN pg_roles ON rolname = login LOOP
    PERFORM let_in (name);
  END LOOP;
  -- transactions of the server that a copy by pg_dump comes from are to come on another one
  UPDATE entered_by SET xact = pg_current_xact_id () WHERE xact > pg_current_xact_id ();
END $$;

-- The chain: one's own lines, and those of the files that one sees. A supervisor sees files, not
-- who entered them.
CREATE FUNCTION expose_audit () RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
DECLARE
  shown text;
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW audit_row WITH (security_barrier) AS SELECT * FROM audit';
  EXECUTE $v$CREATE OR REPLACE VIEW desk.audit WITH (security_barrier) AS
    SELECT seq, moment, actor, action, record, record_id, officer_id, detail, salt, digest, chain
    FROM (SELECT * FROM sarap.audit_row WHERE actor = session_user OFFSET 0) AS mine
    UNION ALL
    SELECT t.seq, t.moment, t.actor, t.action, t.record, t.record_id, f.id AS officer_id, t.detail,
           t.salt, t.digest, t.chain
    FROM (SELECT o.id FROM sarap.officer o
          WHERE o.body_id = (SELECT sarap.reads_body ()) OR o.id = (SELECT sarap.reads_self ())
                OR ((SELECT sarap.reads_body ()) IS NOT NULL
                    AND o.id IN (SELECT unnest (sarap.further_officers (false))))) AS f,
         LATERAL (SELECT * FROM sarap.audit_row x
                  WHERE x.officer_id = f.id AND x.actor <> session_user OFFSET 0) AS t $v$;
  EXECUTE $v$CREATE OR REPLACE VIEW whole.audit AS
    SELECT seq, moment, actor, action, record, record_id, officer_id, detail, salt, digest, chain
    FROM sarap.audit WHERE (SELECT sarap.reads_all ()) $v$;
  EXECUTE 'CREATE OR REPLACE VIEW desk.audit_head AS SELECT id, seq, chain, copying'
          ' FROM sarap.audit_head WHERE (SELECT sarap.known ())';
  EXECUTE format ('GRANT SELECT ON audit, audit_row, audit_head TO %I', group_name ('view'));
  FOREACH shown IN ARRAY '{desk.audit,whole.audit,desk.audit_head}'::text[] LOOP
    EXECUTE format ('ALTER VIEW %s OWNER TO %I', shown, group_name ('view'));
    EXECUTE format ('GRANT SELECT ON %s TO %I', shown, group_name (split_part (shown, '.', 1)));
  END LOOP;
END $$;

-- Accounts ---------------------------------------------------------------------------------------

-- A login with these roles in place of those it had, and who it is. With the rights of the owner:
-- CREATEROLE in the hands of a person would be the whole server. So it says itself who may call it,
-- and leaves alone what is not Sarap's. The password is a verifier already, never the word itself.
CREATE FUNCTION desk.sarap_account_add (new_login text, verifier text, new_roles text, body bigint,
                                        officer bigint)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
DECLARE
  there pg_roles;
  added bigint;
BEGIN
  IF NOT may ('admin') THEN
    RAISE EXCEPTION 'only an administrator adds accounts' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM take_turn ();
  -- the one who had the turn before may have taken the right away
  IF NOT may ('admin') THEN
    RAISE EXCEPTION 'only an administrator adds accounts' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO there FROM pg_roles WHERE rolname = new_login;
  PERFORM check_account (new_login, verifier, new_roles, there.oid);
  IF there.oid IS NULL THEN
    -- some windows have room within that, and one login cannot take every place of the server
    EXECUTE format ('CREATE ROLE %I LOGIN CONNECTION LIMIT 20', new_login);
    EXECUTE format ('COMMENT ON ROLE %I IS %L', new_login, login_mark ());
  END IF;
  INSERT INTO account (login, body_id, officer_id, roles) VALUES (new_login, body, officer, new_roles)
  ON CONFLICT (login) DO UPDATE SET body_id = excluded.body_id, officer_id = excluded.officer_id,
                                    roles = excluded.roles
  RETURNING id INTO added;
  IF verifier IS NOT NULL THEN
    EXECUTE format ('ALTER ROLE %I PASSWORD %L', new_login, verifier);
    INSERT INTO pending_line (action, record, record_id, officer_id, detail)
    VALUES ('password', 'account', added, officer, '{}');
    PERFORM append_lines ();
  END IF;
  RETURN added;
END $$;

CREATE FUNCTION check_account (new_login text, verifier text, new_roles text, there oid)
RETURNS void LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
DECLARE
  role pg_roles;
BEGIN
  SELECT * INTO role FROM pg_roles WHERE oid = there;
  -- behind a colon, in the name of a database, a password is looked for
  IF coalesce (octet_length (new_login), 0) NOT BETWEEN 1 AND 63 OR new_login LIKE '%:%' THEN
    RAISE EXCEPTION 'account constraint failed: a login has 1 to 63 bytes, and none is a colon'
      USING ERRCODE = 'restrict_violation';
  ELSIF verifier IS NOT NULL AND verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    RAISE EXCEPTION 'account constraint failed: not a verifier'
      USING ERRCODE = 'restrict_violation';
  ELSIF NOT string_to_array (coalesce (new_roles, '-'), ',')
            <@ '{hr,supervisor,officer,member,secretary,head,auditor,admin}'::text[] THEN
    RAISE EXCEPTION 'account constraint failed: no such role' USING ERRCODE = 'restrict_violation';
  ELSIF new_login LIKE 'pg\_%' OR new_login LIKE 'sarap\_%' OR role.rolsuper OR role.rolcreaterole
        OR role.rolbypassrls OR role.rolreplication
        OR EXISTS (SELECT FROM pg_database WHERE datdba = there) THEN
    RAISE EXCEPTION 'account constraint failed: "%" is a role of the server itself', new_login
      USING ERRCODE = 'restrict_violation';
  ELSIF there IS NULL OR sarap_owns () THEN
    RETURN;
  ELSIF NOT EXISTS (SELECT FROM account WHERE login = new_login) THEN
    RAISE EXCEPTION 'account constraint failed: "%" is somebody''s login on this server already',
      new_login USING ERRCODE = 'restrict_violation';
  ELSIF verifier IS NOT NULL AND shobj_description (there, 'pg_authid') IS DISTINCT FROM login_mark () THEN
    RAISE EXCEPTION 'account constraint failed: the password of "%" is not Sarap''s to change',
      new_login USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

-- Compiling the conditions of the views takes longer than all that is then read by them
DO $$ BEGIN
  EXECUTE format ('ALTER DATABASE %I SET jit = off', current_database ());
END $$;
SELECT open_doors ();
