-- Migration 1 on PostgreSQL, 4 of 5: what the program calls to write.

-- The turn of a short writer: what it reads from here on, nobody changes before it ends
CREATE FUNCTION desk.sarap_take_turn () RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
BEGIN
  IF NOT known () THEN
    PERFORM deny ('database');
  END IF;
  PERFORM take_turn ();
  RETURN 1;
END $$;

-- Who holds the turn, or writes for long: logins, for the message of who waits in vain
CREATE FUNCTION desk.sarap_who_writes () RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT string_agg (DISTINCT a.usename, ', ')
   FROM pg_locks l JOIN pg_stat_activity a USING (pid)
   WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database ())
         AND l.granted AND l.pid <> pg_backend_pid () AND known ()
         AND l.relation IN ('sarap.write_turn'::regclass, 'sarap.bulk_turn'::regclass) $$;

-- How long somebody with the turn may do nothing: the program never waits for a person there
CREATE FUNCTION idle_limit () RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '60 s' $$;

-- Ends the session of who has the turn, or writes for long, and does nothing: of whoever else who may
-- write; an administrator ends any of them, idle or not, but the owner's. Logins that were ended, or
-- NULL. The server lets nobody look at a session and end it but members of its role: the owner is one
-- of every login that has, or had, an account; see let_in().
CREATE FUNCTION desk.sarap_end_idle_turn () RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp SET client_min_messages = notice AS $$
DECLARE
  holder record;
  ended text;
BEGIN
  IF NOT known () THEN
    PERFORM deny ('database');
  END IF;
  FOR holder IN
    SELECT DISTINCT a.pid, a.usename::text AS login
    FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_roles r ON r.rolname = a.usename
    WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database ())
          AND l.relation IN ('sarap.write_turn'::regclass, 'sarap.bulk_turn'::regclass)
          AND l.granted AND l.pid <> pg_backend_pid () AND NOT r.rolsuper
          AND NOT pg_has_role (r.oid, table_owner (), 'MEMBER')
          AND pg_has_role (current_user, r.oid, 'USAGE')
  LOOP
    PERFORM pg_stat_clear_snapshot ();
    IF may ('admin')
       OR EXISTS (SELECT FROM pg_stat_activity
                  WHERE pid = holder.pid AND usename = holder.login
                        AND state LIKE 'idle in transaction%'
                        AND state_change < clock_timestamp () - idle_limit ()) THEN
      IF pg_terminate_backend (holder.pid, 5000) THEN
        ended := concat_ws (', ', ended, holder.login);
        RAISE LOG 'sarap: % ended the session of %, who had the turn', session_user, holder.login;
      END IF;
    END IF;
  END LOOP;
  RETURN ended;
END $$;

-- Long writers -----------------------------------------------------------------------------------
-- An import may take minutes. It writes without the turn, so that others go on saving; its lines
-- wait, and go into the chain together in its last moment. Rows that it has written are its own till
-- then: whoever else wants one of them is refused, not kept waiting.

-- What one may write, in words that are compared when it ends
CREATE FUNCTION rights_now () RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE WHEN writes_all () THEN 'all' ELSE coalesce (writes_body ()::text, 'none') END $$;

CREATE FUNCTION desk.sarap_bulk_begin (kind text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
BEGIN
  IF NOT (may ('admin') OR may ('hr')) THEN
    PERFORM deny ('import');
  END IF;
  IF kind NOT IN ('import', 'demo') THEN
    RAISE EXCEPTION 'audit constraint failed: there is no long change "%"', kind
      USING ERRCODE = 'restrict_violation';
  END IF;
  LOCK TABLE bulk_turn IN EXCLUSIVE MODE;
  -- who had it before may have taken the right away
  IF NOT (may ('admin') OR may ('hr')) THEN
    PERFORM deny ('import');
  END IF;
  INSERT INTO bulk_write (xact, kind, rights) VALUES (pg_current_xact_id (), kind, rights_now ());
  RETURN 1;
END $$;

-- Without the turn somebody else might be waiting for a row of this one while this one waits for the
-- turn: so it is tried for, never waited for
CREATE FUNCTION take_turn_at_last () RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
BEGIN
  FOR i IN 1 .. 3000 LOOP
    BEGIN
      LOCK TABLE write_turn IN EXCLUSIVE MODE NOWAIT;
      RETURN;
    EXCEPTION WHEN lock_not_available THEN
      PERFORM pg_sleep (0.01);
    END;
  END LOOP;
  RAISE EXCEPTION 'the turn to write was not free for thirty seconds'
    USING ERRCODE = 'lock_not_available';
END $$;

-- "said": what the program says of it, in the form of an import's line or a demonstration's; what
-- was added and changed the server says itself, in the lines before
CREATE FUNCTION desk.sarap_bulk_end (said text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
DECLARE
  bulk bulk_write;
BEGIN
  SELECT * INTO bulk FROM bulk_write WHERE xact = pg_current_xact_id () AND NOT ended;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'audit constraint failed: nothing was begun' USING ERRCODE = 'restrict_violation';
  ELSIF octet_length (said) > 4000
        OR said !~ '^\{("[a-z.]{1,40}":(\{("[a-z0-9]{1,20}":([0-9]{1,18}|"[0-9a-f]{64}"),?)*\}|[0-9]{1,18}|"[0-9-]{1,20}"),?)*\}$'
  THEN
    RAISE EXCEPTION 'audit constraint failed: not what is said of a %', bulk.kind
      USING ERRCODE = 'restrict_violation';
  END IF;
  -- the pattern leaves commas free
  PERFORM said::json;
  IF EXISTS (SELECT FROM pending_line WHERE xact = pg_current_xact_id ()) THEN
    INSERT INTO pending_line (action, record, detail) VALUES (bulk.kind, bulk.kind, said);
  END IF;
  PERFORM take_turn_at_last ();
  IF rights_now () <> bulk.rights THEN
    PERFORM deny (bulk.kind);
  END IF;
  UPDATE bulk_write SET ended = true WHERE xact = pg_current_xact_id ();
  PERFORM append_lines ();
  RETURN 1;
END $$;

-- What is not ended is not saved
CREATE FUNCTION bulk_must_end () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM bulk_write WHERE xact = NEW.xact AND NOT ended) THEN
    RAISE EXCEPTION 'audit constraint failed: % was not ended', NEW.kind
      USING ERRCODE = 'restrict_violation';
  END IF;
  DELETE FROM bulk_write WHERE xact = NEW.xact;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER bulk_must_end AFTER INSERT ON bulk_write DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION bulk_must_end ();

-- Many rows at once ------------------------------------------------------------------------------
-- A row is an array of texts: the fields of the record in their order, with codes in place of ids,
-- then the computed keys. All is asked and written set by set: an INSTEAD OF trigger runs once a row.

CREATE FUNCTION cell_text (kind record_kind, col text, i integer) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT format (CASE col
     WHEN 'officer_id' THEN 'o.id'
     -- what refers to nothing becomes -1, which no foreign key lets through
     WHEN 'body_id' THEN 'CASE WHEN r.cells ->> %1$s IS NULL THEN NULL ELSE coalesce (b.id, -1) END'
     WHEN 'unit_id' THEN 'CASE WHEN r.cells ->> %1$s IS NULL THEN NULL ELSE coalesce (u.id, -1) END'
     ELSE '(r.cells ->> %1$s)::%2$s' END, i, format_type (atttypid, NULL))
   FROM pg_attribute WHERE attrelid = ('sarap.' || quote_ident (kind.record))::regclass
                           AND attname = col $$;

CREATE FUNCTION rows_from_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT 'FROM jsonb_array_elements ($1) WITH ORDINALITY AS r (cells, place)'
          || string_agg (coalesce (format (CASE name
               WHEN 'officer_id' THEN ' LEFT JOIN officer o ON o.iin = r.cells ->> %s'
               WHEN 'body_id' THEN ' LEFT JOIN body b ON b.code = r.cells ->> %s'
               WHEN 'unit_id' THEN ' LEFT JOIN unit u ON u.body_id = b.id AND u.code = r.cells ->> %s'
               END, n - 1), ''), '' ORDER BY n)
   FROM unnest (written_columns (kind)) WITH ORDINALITY c (name, n) $$;

-- Inserts what is new by its key, and updates what differs. Columns of keys are not set: they are
-- the same, and to set them would stop all who write what refers to such a row.
CREATE FUNCTION write_rows_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT format ('INSERT INTO %1$I AS t (%2$s) SELECT %3$s %4$s ORDER BY place'
                  ' ON CONFLICT (%5$s) DO UPDATE SET (%6$s) = ROW (%7$s)'
                  ' WHERE ROW (%8$s) IS DISTINCT FROM ROW (%7$s)', kind.record,
                  list_text (kind, NULL, NULL),
                  string_agg (cell_text (kind, name, n::integer - 1), ', ' ORDER BY n),
                  rows_from_text (kind), kind.key, list_text (kind, NULL, false),
                  list_text (kind, 'excluded', false), list_text (kind, 't', false))
   FROM unnest (written_columns (kind)) WITH ORDINALITY c (name, n) $$;

-- Whether one may write all of these rows; whose officers they are is asked once, never once a row
CREATE FUNCTION check_rows (kind record_kind, rows jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = sarap, pg_temp SET client_min_messages = notice AS $$
DECLARE
  mine bigint := writes_body ();
  given text[];
  others text[];
  further bigint[];
BEGIN
  IF writes_all () THEN
    IF kind.writes NOT IN ('hr', 'agency') THEN
      PERFORM deny (kind.record);
    END IF;
    RETURN;
  ELSIF kind.writes <> 'hr' OR mine IS NULL THEN
    PERFORM deny (kind.record);
  END IF;
  -- cell 0 is the IIN. One's own files are collected first, by ids alone: were others' looked for by
  -- it, the server's statistics would tell which IINs it has, whatever is refused. Without a condition
  -- on an IIN no plan, which the caller may choose, looks for one.
  SELECT array_agg (DISTINCT r ->> 0) INTO given FROM jsonb_array_elements (rows) AS r;
  SELECT array_agg (iin) INTO others
  FROM (SELECT unnest (given) AS iin EXCEPT SELECT iin FROM officer WHERE body_id = mine) AS left_over;
  IF others IS NOT NULL THEN
    further := further_officers (true);
    SELECT array_agg (iin) INTO others
    FROM (SELECT unnest (others) AS iin EXCEPT SELECT iin FROM officer WHERE id = ANY (further)) AS l;
  END IF;
  IF others IS NOT NULL AND kind.record <> 'officer' THEN
    PERFORM deny (kind.record);
  END IF;
  -- who is new may be entered; that somebody is not is told and logged, each of them: the first by
  -- whom it is refused
  SELECT array_agg (iin ORDER BY iin) INTO others FROM officer WHERE iin = ANY (others);
  IF others IS NOT NULL THEN
    IF cardinality (others) > 1 THEN
      RAISE LOG 'sarap: % tried to enter officers who are entered already: %', session_user,
        array_to_string (others[2:], ', ');
    END IF;
    PERFORM refuse_double (kind.record, others[1]);
  END IF;
END $$;

CREATE FUNCTION desk.sarap_write_rows (what text, rows jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = sarap, pg_temp SET DateStyle = 'ISO' SET TimeZone = 'Asia/Almaty' AS $$
DECLARE
  kind record_kind;
  patience text := current_setting ('lock_timeout');
  written bigint;
BEGIN
  SELECT * INTO STRICT kind FROM record_kind WHERE record = what AND key IS NOT NULL;
  PERFORM take_turn ();
  -- with the turn nobody waits long for a row of a long writer, who waits for the turn in the end
  IF NOT in_bulk () THEN
    PERFORM set_config ('lock_timeout', '1500ms', true);
  END IF;
  PERFORM check_rows (kind, rows);
  EXECUTE write_rows_text (kind) USING rows;
  GET DIAGNOSTICS written = ROW_COUNT;
  -- a long writer has no turn: somebody of another body may have entered the same officer meanwhile
  IF what = 'officer' AND in_bulk () THEN
    PERFORM check_rows (kind, rows);
  END IF;
  PERFORM set_config ('lock_timeout', patience, true);
  RETURN written;
END $$;
