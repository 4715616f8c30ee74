-- Migration 1 on PostgreSQL, 2 of 5: the audit chain.
--
-- Triggers of the tables write its lines from what was and what is, so that the owner's own SQL
-- leaves lines too; nobody else has a right to write one. See app/store/sarap-audit.h for the form.

-- Writers take turns: whoever holds EXCLUSIVE on this table, which stays empty
CREATE TABLE write_turn (turn integer);
-- Those who write for long do it without the turn, one at a time, and take it for their last moment
CREATE TABLE bulk_turn (turn integer);

CREATE FUNCTION sha256_hex (text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT encode (sha256 (convert_to ($1, 'UTF8')), 'hex') $$;

-- What a record's values are, in 120 bits: twenty letters of base64. STABLE as convert_to() is, or it
-- would be called for every row in place of standing in the query.
CREATE FUNCTION digest (text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT encode (substr (sha256 (convert_to ($1, 'UTF8')), 1, 15), 'base64') $$;

-- A field of a line: "name":["was","is"], where they differ. No control character passes the
-- tables' checks, so that this is the same bytes as the program's own on SQLite.
CREATE FUNCTION pair (name text, was text, became text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN was IS DISTINCT FROM became
               THEN '"' || name || '":[' || coalesce (to_json (was)::text, 'null') || ','
                    || coalesce (to_json (became)::text, 'null') || ']' END $$;

-- What a line says: each value as its length in bytes, a colon, its bytes and a comma; a dash for none.
-- No record has the number 0: the program takes it for none. Everybody reads the head of the chain: the
-- salt, which is seen with the line only, keeps a guess at what a hidden line says from being tried there.
CREATE FUNCTION line_digest (salt text, moment text, actor text, action text, record text,
                             record_id bigint, officer_id bigint, detail text) RETURNS text
LANGUAGE sql IMMUTABLE AS
$$ SELECT encode (sha256 (convert_to (concat (
     octet_length (salt), ':', salt, ',', octet_length (moment), ':', moment, ',',
     octet_length (actor), ':', actor, ',',
     octet_length (action), ':', action, ',', octet_length (record), ':', record, ',',
     CASE WHEN coalesce (record_id, 0) = 0 THEN '-' ELSE length (record_id::text) || ':' || record_id || ',' END,
     CASE WHEN coalesce (officer_id, 0) = 0 THEN '-' ELSE length (officer_id::text) || ':' || officer_id || ',' END,
     octet_length (detail), ':', detail, ','), 'UTF8')), 'hex') $$;

-- Ids in ascending order, as "17-812,815"
CREATE FUNCTION id_runs (ids bigint[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT string_agg (CASE WHEN low = high THEN low::text ELSE low || '-' || high END, ','
                      ORDER BY low)
   FROM (SELECT min (id) AS low, max (id) AS high
         FROM (SELECT id, id - row_number () OVER (ORDER BY id) AS run FROM unnest (ids) AS id)
              AS numbered
         GROUP BY run) AS runs $$;

-- Lines wait here until append_lines(): in the same statement, or when a long writer ends
CREATE UNLOGGED TABLE pending_line (
  xact       xid8 NOT NULL DEFAULT pg_current_xact_id (),
  n          bigint GENERATED ALWAYS AS IDENTITY,
  moment     text COLLATE "C" NOT NULL
             DEFAULT to_char (clock_timestamp () AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  actor      text COLLATE "C" NOT NULL DEFAULT session_user,
  action     text COLLATE "C" NOT NULL,
  record     text COLLATE "C" NOT NULL,
  record_id  bigint,
  officer_id bigint,
  detail     text COLLATE "C" NOT NULL,
  salt       text COLLATE "C" NOT NULL DEFAULT replace (gen_random_uuid ()::text, '-', ''),
  digest     text COLLATE "C" NOT NULL GENERATED ALWAYS AS
             (line_digest (salt, moment, actor, action, record, record_id, officer_id, detail)) STORED,
  PRIMARY KEY (xact, n)
);

-- Who writes for long in this transaction. kind: what it is; rights: what one might write when it
-- began.
CREATE TABLE bulk_write (
  xact   xid8 PRIMARY KEY,
  kind   text NOT NULL,
  rights text NOT NULL,
  ended  boolean NOT NULL DEFAULT false
);
CREATE FUNCTION in_bulk () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT EXISTS (SELECT FROM bulk_write WHERE xact = pg_current_xact_id_if_assigned ()
                                               AND NOT ended) $$;

-- Takes the turn, unless one writes for long. It may have to be waited for: what decides whether one
-- may write is asked after it, of what the one before left.
CREATE FUNCTION take_turn () RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
BEGIN
  IF NOT in_bulk () THEN
    LOCK TABLE write_turn IN EXCLUSIVE MODE;
  END IF;
END $$;

-- The chain of lines with these digests that follow a line: an array takes a third of the time that
-- an aggregate would, and others wait for it
CREATE FUNCTION chains_of (last text, last_seq bigint, digests text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  chains text[] := digests;
BEGIN
  FOR i IN 1 .. coalesce (array_length (digests, 1), 0) LOOP
    last := encode (sha256 (convert_to (last || (last_seq + i) || digests[i], 'UTF8')), 'hex');
    chains[i] := last;
  END LOOP;
  RETURN chains;
END $$;

-- Puts the lines of this transaction at the end of the chain. Who works with an older view of the
-- database, in a transaction that is not READ COMMITTED, fails here: the head has changed since then,
-- and so may have who they are and whose file it is.
CREATE FUNCTION append_lines () RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
DECLARE
  head audit_head;
  chains text[];
BEGIN
  IF in_bulk () THEN
    RETURN;
  END IF;
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  -- for audit_follows(), which puts it back: a setting would be anybody's to set
  UPDATE audit_head SET copying = 2;
  chains := chains_of (head.chain, head.seq,
                       ARRAY (SELECT digest FROM pending_line WHERE xact = pg_current_xact_id ()
                              ORDER BY n));
  WITH taken AS (DELETE FROM pending_line WHERE xact = pg_current_xact_id () RETURNING *),
       numbered AS (SELECT *, row_number () OVER (ORDER BY n) AS place FROM taken)
  INSERT INTO audit (seq, moment, actor, action, record, record_id, officer_id, detail, salt, digest,
                     chain)
  SELECT head.seq + place, moment, actor, action, record, record_id, officer_id, detail, salt, digest,
         chain
  FROM numbered JOIN unnest (chains) WITH ORDINALITY AS c (chain, place) USING (place) ORDER BY place;
END $$;

-- Lines follow the newest one, and the head them. Only a backup's lines go in as they are, as long
-- as this database has written none of its own.
CREATE FUNCTION audit_follows () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
DECLARE
  head audit_head;
  newest audit;
  wrong bigint;
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  -- what append_lines() made just now need not be made again: others wait for it
  IF head.copying <> 2 THEN
    SELECT min (seq) INTO wrong
    FROM (SELECT added.*, lag (seq, 1, head.seq) OVER line AS seq_before,
                 lag (chain, 1, head.chain) OVER line AS chain_before
          FROM added WINDOW line AS (ORDER BY seq)) AS line
    WHERE seq <> seq_before + 1 OR chain <> sha256_hex (chain_before || seq || digest)
          OR digest <> line_digest (salt, moment, actor, action, record, record_id, officer_id,
                                   detail);
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION 'audit constraint failed: line % does not follow the newest', wrong
        USING ERRCODE = 'restrict_violation';
    ELSIF head.copying = 0 THEN
      RAISE EXCEPTION 'audit constraint failed: lines are written by the server'
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  SELECT * INTO newest FROM added ORDER BY seq DESC LIMIT 1;
  UPDATE audit_head SET seq = coalesce (newest.seq, head.seq),
                        chain = coalesce (newest.chain, head.chain),
                        copying = CASE head.copying WHEN 2 THEN 0 ELSE head.copying END;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_follows AFTER INSERT ON audit REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit_follows ();

CREATE FUNCTION audit_refuse () RETURNS trigger
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'audit constraint failed: lines are never changed or removed'
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse ();

-- by record, to replay the chain against the records; by actor, for one's own lines
CREATE INDEX audit_record ON audit (record, record_id, seq);
CREATE INDEX audit_actor ON audit (actor, seq);

-- Those who restore a backup write no lines: it brings its own
CREATE FUNCTION restoring () RETURNS boolean
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT coalesce (current_setting ('sarap.restoring', true) = 'yes', false) AND sarap_owns () $$;

-- For orders and minutes, printed in the transaction that writes the line, by whoever does it
CREATE FUNCTION desk.sarap_audit_newest () RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT chain FROM audit WHERE known () ORDER BY seq DESC LIMIT 1 $$;
