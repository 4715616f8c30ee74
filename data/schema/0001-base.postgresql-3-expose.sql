-- Migration 1 on PostgreSQL, 3 of 5: the generator. SELECT expose ('officer') makes what a table of
-- "record_kind" needs, from that one line of facts: the views by which people read it, the trigger
-- by which they write, those that write the audit chain, and the grants.

CREATE FUNCTION columns_of (what text) RETURNS text[]
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT array_agg (attname::text ORDER BY attnum) FROM pg_attribute
   WHERE attrelid = ('sarap.' || quote_ident (what))::regclass AND attnum > 0 AND NOT attisdropped $$;

-- Columns that follow from others stand in no line and no digest
CREATE FUNCTION is_computed (kind record_kind, name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT name = ANY (string_to_array (kind.computed, ',')) $$;

-- Columns that a person may set
CREATE FUNCTION written_columns (kind record_kind) RETURNS text[]
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT array_agg (name ORDER BY n) FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
   WHERE name NOT IN ('id', 'version') AND NOT (is_computed (kind, name) AND name LIKE '%\_id') $$;

-- Columns that foreign keys may refer to: while somebody changes one of them in a row, whoever refers
-- to that row waits
CREATE FUNCTION key_columns (kind record_kind) RETURNS text[]
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT coalesce (array_agg (DISTINCT attname::text), '{}'::text[])
   FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
   WHERE indrelid = ('sarap.' || quote_ident (kind.record))::regclass AND indisunique
         AND indpred IS NULL AND indexprs IS NULL $$;

-- "a"."x", "a"."y" of the columns that a person may set: those of a key, the others, or all (NULL).
-- The row "a" may be none: then the names alone.
CREATE FUNCTION list_text (kind record_kind, a text, of_key boolean) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT string_agg (coalesce (a || '.', '') || quote_ident (name), ', ' ORDER BY n)
   FROM unnest (written_columns (kind)) WITH ORDINALITY c (name, n)
   WHERE of_key IS NULL OR of_key = (name = ANY (key_columns (kind))) $$;

-- A column of the row "a" as a line says it: its name there, and its text
CREATE FUNCTION said_name (col text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE col WHEN 'officer_id' THEN 'iin' ELSE regexp_replace (col, '_id$', '') END $$;
CREATE FUNCTION said_text (col text, a text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS
$$ SELECT format (CASE col
     WHEN 'officer_id' THEN '(SELECT iin FROM officer WHERE id = %1$s.officer_id)'
     WHEN 'body_id' THEN '(SELECT code FROM body WHERE id = %1$s.body_id)'
     WHEN 'unit_id' THEN '(SELECT code FROM unit WHERE id = %1$s.unit_id)'
     WHEN 'commission_id'
       THEN '(SELECT b.code || ''/'' || c.number FROM commission c JOIN body b ON b.id = c.body_id'
            ' WHERE c.id = %1$s.commission_id)'
     ELSE '%1$s.%2$I::text' END, a, col) $$;

-- The digest of the row "a": the values of its columns, written out, since a function of three uses of
-- its argument would be run for each
CREATE FUNCTION digest_text (kind record_kind, a text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT 'digest (concat (' || string_agg (format (
     'CASE WHEN %1$s.%2$I IS NULL THEN ''-'' ELSE octet_length (%1$s.%2$I::text) || '':'' || %1$s.%2$I || '','' END',
     a, name), ', ' ORDER BY n) || '))'
   FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
   WHERE name <> 'version' AND NOT is_computed (kind, name) $$;

-- The fields of a line, as arguments of concat_ws(); "was" and "became" are rows, or NULL
CREATE FUNCTION pairs_text (kind record_kind, was text, became text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT string_agg (
     -- what an id stands for is looked up only where it changed
     CASE WHEN was IS NOT NULL AND became IS NOT NULL AND said_text (name, was) LIKE '(SELECT%'
          THEN format ('CASE WHEN %1$s.%2$I IS DISTINCT FROM %3$s.%2$I THEN ', was, name, became)
          ELSE '' END
     || format ('pair (%L, %s, %s)', said_name (name), coalesce (said_text (name, was), 'NULL'),
                coalesce (said_text (name, became), 'NULL'))
     || CASE WHEN was IS NOT NULL AND became IS NOT NULL AND said_text (name, was) LIKE '(SELECT%'
             THEN ' END' ELSE '' END, ', ' ORDER BY n)
   FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
   WHERE name NOT IN ('id', 'version') AND NOT is_computed (kind, name) $$;

-- All columns of the row "a" but those that triggers of the tables keep
CREATE FUNCTION own_columns (kind record_kind, a text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT string_agg (format ('%s.%I', a, name), ', ' ORDER BY n)
   FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
   WHERE NOT (is_computed (kind, name) AND name LIKE '%\_id') $$;

-- Keys that were changed although what they are made of was not: the line says so
CREATE FUNCTION keys_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT coalesce (string_agg (format (
     ', CASE WHEN %s IS NOT DISTINCT FROM %s THEN pair (%L, o.%4$I, n.%4$I) END',
     digest_text (kind, 'o'), digest_text (kind, 'n'), name, name), '' ORDER BY n), '')
   FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
   WHERE is_computed (kind, name) AND name NOT LIKE '%\_id' $$;

-- Whose file a row belongs to
CREATE FUNCTION officer_text (kind record_kind, a text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE WHEN kind.record = 'officer' THEN a || '.id'
               WHEN 'officer_id' = ANY (columns_of (kind.record)) THEN a || '.officer_id'
               ELSE 'NULL::bigint' END $$;

-- Reading ----------------------------------------------------------------------------------------

-- A row behind a fence: first the policy chooses what one may see, by ids alone; the row itself lies
-- behind OFFSET 0, into which no condition of the caller goes. A condition on the id goes into the
-- first part, and tells only that there is such a number. The planner looks through OFFSET 0 for
-- statistics, but not through the barrier of T_row.
CREATE FUNCTION fenced_text (kind record_kind, policy text, policy_id text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT format ('SELECT %s FROM (%s) f, LATERAL (SELECT %s FROM sarap.%I x WHERE x.%I = f.id'
                  ' OFFSET 0) t',
                  string_agg (CASE WHEN name = policy_id THEN format ('f.id AS %I', name)
                                   ELSE format ('t.%I', name) END, ', ' ORDER BY n),
                  policy, string_agg (quote_ident (name), ', ' ORDER BY n), kind.record || '_row',
                  policy_id)
   FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n) $$;

-- The officers whose files are one's own, one's unit's, one's body's
CREATE FUNCTION officer_policy () RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT 'SELECT o.id FROM sarap.officer o WHERE o.body_id = (SELECT sarap.reads_body ())'
          ' OR o.unit_id = (SELECT sarap.reads_unit ()) OR o.id = (SELECT sarap.reads_self ())'
          ' OR o.id IN (SELECT unnest (sarap.further_officers (false)))' $$;

CREATE FUNCTION desk_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE kind.reads
     WHEN 'known' THEN format ('SELECT %s FROM sarap.%I WHERE (SELECT sarap.known ())', list,
                               kind.record)
     WHEN 'file' THEN fenced_text (kind, officer_policy (),
                                   CASE kind.record WHEN 'officer' THEN 'id' ELSE 'officer_id' END)
     WHEN 'commission' THEN fenced_text (kind, 'SELECT c.id FROM sarap.commission c WHERE c.id = ANY'
                                               ' ((SELECT sarap.my_commissions ())::bigint[])',
                                         'commission_id')
     WHEN 'self' THEN fenced_text (kind, 'SELECT a.id FROM sarap.account a'
                                         ' WHERE a.login = session_user', 'id')
     ELSE format ('SELECT %s FROM sarap.%I WHERE false', list, kind.record) END
   FROM (SELECT string_agg (quote_ident (name), ', ' ORDER BY n) AS list
         FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)) AS l $$;

-- All or nothing needs no barrier: the gate is asked once, before anything is read, and the planner
-- may use every index. Who reads every file does not read every account.
CREATE FUNCTION whole_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE kind.reads
     WHEN 'self' THEN fenced_text (kind, 'SELECT a.id FROM sarap.account a WHERE a.login ='
                                         ' session_user OR (SELECT sarap.reads_accounts ())', 'id')
     ELSE format ('SELECT %s FROM sarap.%I WHERE (SELECT sarap.%s)', list, kind.record,
                  CASE kind.reads WHEN 'known' THEN 'known ()' ELSE 'reads_all ()' END) END
   FROM (SELECT string_agg (quote_ident (name), ', ' ORDER BY n) AS list
         FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)) AS l $$;

CREATE FUNCTION reads_accounts () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT may ('admin') OR may ('auditor') $$;

CREATE FUNCTION expose_reading (kind record_kind) RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $do$
DECLARE
  shown text;
BEGIN
  IF kind.reads IN ('file', 'commission', 'self') THEN
    EXECUTE format ('CREATE OR REPLACE VIEW %I WITH (security_barrier) AS SELECT * FROM %I',
                    kind.record || '_row', kind.record);
    EXECUTE format ('GRANT SELECT ON %I TO %I', kind.record || '_row', group_name ('view'));
  END IF;
  EXECUTE format ('CREATE OR REPLACE VIEW desk.%I WITH (security_barrier = %s) AS %s', kind.record,
                  kind.reads <> 'known', desk_text (kind));
  EXECUTE format ('CREATE OR REPLACE VIEW whole.%I WITH (security_barrier = %s) AS %s', kind.record,
                  kind.reads = 'self', whole_text (kind));
  EXECUTE format ('GRANT SELECT ON %I TO %I', kind.record, group_name ('view'));
  FOREACH shown IN ARRAY '{desk,whole}'::text[] LOOP
    EXECUTE format ('ALTER VIEW %I.%I OWNER TO %I', shown, kind.record, group_name ('view'));
    EXECUTE format ('GRANT SELECT ON %I.%I TO %I', shown, kind.record, group_name (shown));
  END LOOP;
END $do$;

-- The chain --------------------------------------------------------------------------------------

-- What is kept of a change besides its line: who entered a file, who writes to it now
CREATE FUNCTION entered_text (kind record_kind, op text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE
     WHEN kind.record = 'officer' AND op = 'INSERT' THEN
       $x$INSERT INTO entered_by SELECT id, session_user, true, current_date, pg_current_xact_id ()
          FROM n WHERE writes_body () IS NOT NULL;$x$
     -- also who removes a file: without its service records it is nobody's
     WHEN kind.record = 'service' THEN format (
       $x$INSERT INTO entered_by SELECT DISTINCT officer_id, session_user, false, current_date,
                                                 pg_current_xact_id ()
          FROM %s WHERE writes_body () IS NOT NULL
          ON CONFLICT (officer_id, login, added) DO UPDATE SET xact = excluded.xact;$x$,
       CASE op WHEN 'DELETE' THEN 'o' ELSE 'n' END)
     ELSE '' END $$;

CREATE FUNCTION lines_text (kind record_kind, op text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE op
     WHEN 'INSERT' THEN format ($x$
       -- only what sarap_write_rows() adds is gathered, never rows that come one by one by a view
       IF in_bulk () AND pg_trigger_depth () = 1 THEN
         INSERT INTO pending_line (action, record, detail)
         SELECT 'import', %1$L, '{"ids":"' || id_runs (array_agg (id ORDER BY id)) || '","#":"'
                                || string_agg (digest, '' ORDER BY id) || '"}'
         FROM (SELECT n.id, %2$s AS digest, (row_number () OVER (ORDER BY n.id) - 1) / 1000 AS part
               FROM n) AS added
         GROUP BY part ORDER BY part;
       ELSE
         INSERT INTO pending_line (action, record, record_id, officer_id, detail)
         SELECT 'add', %1$L, n.id, %3$s,
                '{' || concat_ws (',', %4$s, '"#":[null,"' || %2$s || '"]') || '}'
         FROM n ORDER BY n.id;
       END IF;$x$, kind.record, digest_text (kind, 'n'), officer_text (kind, 'n'),
       pairs_text (kind, NULL, 'n'))
     WHEN 'UPDATE' THEN format ($x$
       INSERT INTO pending_line (action, record, record_id, officer_id, detail)
       SELECT 'change', %1$L, id, officer,
              '{' || concat_ws (',', pairs, '"#":["' || was || '","' || became || '"]') || '}'
       FROM (SELECT n.id, %2$s AS officer, nullif (concat_ws (',', %3$s), '') AS pairs,
                    %4$s AS was, %5$s AS became
             FROM o JOIN n USING (id) WHERE ROW (%6$s) IS DISTINCT FROM ROW (%7$s)) AS changed
       WHERE pairs IS NOT NULL ORDER BY id;$x$, kind.record, officer_text (kind, 'n'),
       pairs_text (kind, 'o', 'n') || keys_text (kind), digest_text (kind, 'o'),
       digest_text (kind, 'n'), own_columns (kind, 'o'), own_columns (kind, 'n'))
     ELSE format ($x$
       INSERT INTO pending_line (action, record, record_id, officer_id, detail)
       SELECT 'remove', %1$L, o.id, %2$s,
              '{' || concat_ws (',', %3$s, '"#":["' || %4$s || '",null]') || '}'
       FROM o ORDER BY o.id;$x$, kind.record, officer_text (kind, 'o'), pairs_text (kind, 'o', NULL),
       digest_text (kind, 'o')) END $$;

-- What no line could say: a table that is emptied at once, a record under another number
CREATE FUNCTION refuse_unsaid () RETURNS trigger
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
BEGIN
  IF NOT restoring () THEN
    RAISE EXCEPTION 'audit constraint failed: % is not emptied at once, and a record keeps its number',
      TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION expose_lines (kind record_kind) RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $do$
DECLARE
  op text;
  name text;
BEGIN
  FOREACH op IN ARRAY '{INSERT,UPDATE,DELETE}'::text[] LOOP
    name := format ('audit_%s_%s', kind.record, lower (op));
    EXECUTE format ($f$
      CREATE OR REPLACE FUNCTION %I () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = sarap, pg_temp SET DateStyle = 'ISO' SET TimeZone = 'Asia/Almaty' AS $b$
      BEGIN
        IF NOT restoring () THEN
          %s %s
          PERFORM append_lines ();
        END IF;
        RETURN NULL;
      END $b$ $f$, name, entered_text (kind, op), lines_text (kind, op));
    EXECUTE format ('CREATE OR REPLACE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT'
                    ' EXECUTE FUNCTION %I ()', name, op, kind.record,
                    CASE op WHEN 'INSERT' THEN 'NEW TABLE AS n' WHEN 'DELETE' THEN 'OLD TABLE AS o'
                            ELSE 'OLD TABLE AS o NEW TABLE AS n' END, name);
  END LOOP;
  EXECUTE format ('CREATE OR REPLACE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT'
                  ' EXECUTE FUNCTION refuse_unsaid ()', kind.record || '_emptied', kind.record);
  EXECUTE format ('CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OF id ON %I FOR EACH ROW'
                  ' WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION refuse_unsaid ()',
                  kind.record || '_numbered', kind.record);
END $do$;

-- The version is counted here, whatever program writes: it goes up with every change that has a line
CREATE FUNCTION count_version () RETURNS trigger
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $$
BEGIN
  IF NOT restoring () THEN
    NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION expose_version (kind record_kind) RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $do$
BEGIN
  EXECUTE format ('CREATE OR REPLACE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW'
                  ' WHEN (NEW.version <> 1) EXECUTE FUNCTION count_version ()',
                  kind.record || '_first', kind.record);
  EXECUTE format ('CREATE OR REPLACE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW'
                  ' WHEN ((%s) IS DISTINCT FROM (%s)) EXECUTE FUNCTION count_version ()',
                  kind.record || '_version', kind.record, own_columns (kind, 'OLD'),
                  own_columns (kind, 'NEW'));
END $do$;

-- Whom it concerns is told to whom listens: "record id officer", zeros where more than fifty rows
-- changed at once
CREATE FUNCTION tell () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
BEGIN
  IF (SELECT count (*) FROM (SELECT FROM changed LIMIT 51) AS first) > 50 THEN
    PERFORM pg_notify ('sarap', TG_TABLE_NAME || ' 0 0');
  ELSE
    PERFORM pg_notify ('sarap', format ('%s %s %s', TG_TABLE_NAME,
      coalesce (to_jsonb (c) ->> 'id', '0'),
      CASE TG_TABLE_NAME WHEN 'officer' THEN c.id::text
                         ELSE coalesce (to_jsonb (c) ->> 'officer_id', '0') END))
    FROM changed AS c;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION expose_telling (kind record_kind) RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $do$
DECLARE
  op text;
BEGIN
  FOREACH op IN ARRAY '{INSERT,UPDATE,DELETE}'::text[] LOOP
    EXECUTE format ('CREATE OR REPLACE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed'
                    ' FOR EACH STATEMENT EXECUTE FUNCTION tell ()',
                    format ('tell_%s_%s', kind.record, lower (op)), op, kind.record,
                    CASE op WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END);
  END LOOP;
END $do$;

-- Writing ----------------------------------------------------------------------------------------

-- Whether one may write the row "a", a piece of SQL
CREATE FUNCTION right_text (kind record_kind, a text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE
     WHEN kind.writes = 'hr' AND kind.record = 'officer' AND a = 'NEW'
       THEN '(writes_all () OR writes_body () IS NOT NULL)'
     WHEN kind.writes = 'hr' THEN 'writable (' || officer_text (kind, a) || ')'
     WHEN kind.writes = 'agency' THEN 'writes_all ()'
     WHEN kind.writes IN ('admin', 'admin-removes') THEN 'may (''admin'')'
     WHEN kind.writes = 'commission'
       THEN format ('sits (%1$s.commission_id, %1$s.%2$I, %1$s.%3$I)', a, kind.since, kind.until)
     -- a function of the row, as votes have it
     WHEN kind.writes LIKE '@%'
       THEN format ('%I (ROW (%s)::%I)', substr (kind.writes, 2),
                    (SELECT string_agg (format ('%s.%I', a, name), ', ' ORDER BY n)
                     FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)),
                    kind.record)
     ELSE 'false' END $$;

-- What an UPDATE may not do besides
CREATE FUNCTION unchangeable_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT string_agg (format ('NEW.%I IS DISTINCT FROM OLD.%1$I', name), ' OR ' ORDER BY n)
          || CASE WHEN kind.record <> 'officer' THEN format (' OR NOT coalesce (%s, false)',
                                                             right_text (kind, 'NEW')) ELSE '' END
   FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
   WHERE name = 'id' OR (is_computed (kind, name) AND name LIKE '%\_id') $$;

-- A vote takes no turn and meets nobody; whoever else writes for a moment never waits for a row that
-- a long writer holds. Whether one may is asked before the turn, so that nobody waits for a refusal,
-- and once more with it: the one before may have taken the right away, or moved the file.
CREATE FUNCTION expose_writing (kind record_kind) RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp AS $do$
DECLARE
  versioned boolean := 'version' = ANY (columns_of (kind.record));
  new_key text := coalesce ('ROW (' || list_text (kind, 'OLD', true) || ') IS DISTINCT FROM ROW ('
                            || list_text (kind, 'NEW', true) || ')', 'false');
  shown text;
BEGIN
  EXECUTE format ($f$
    CREATE OR REPLACE FUNCTION %1$I () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = sarap, pg_temp SET TimeZone = 'Asia/Almaty' SET lock_timeout = '1500ms' AS $b$
    DECLARE
      now_there %2$I;
    BEGIN
      IF NOT coalesce (CASE TG_OP WHEN 'INSERT' THEN %3$s ELSE %4$s END, false) THEN
        PERFORM deny (%2$L);
      END IF;
      %5$s
      IF TG_OP <> 'INSERT' THEN
        EXECUTE 'SELECT * FROM %2$I WHERE id = $1 FOR '
                || CASE WHEN TG_OP = 'DELETE' OR %6$s THEN 'UPDATE' ELSE 'NO KEY UPDATE' END
                || CASE WHEN in_bulk () THEN '' ELSE ' NOWAIT' END INTO now_there USING OLD.id;
        IF now_there.id IS NULL %7$s THEN
          RETURN NULL;
        END IF;
      END IF;
      IF NOT coalesce (CASE TG_OP WHEN 'INSERT' THEN %3$s ELSE %8$s END, false) THEN
        PERFORM deny (%2$L);
      END IF;
      IF TG_OP = 'INSERT' THEN
        INSERT INTO %2$I (%9$s) VALUES (%10$s) RETURNING * INTO NEW;
        RETURN NEW;
      ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM %2$I WHERE id = OLD.id;
        RETURN OLD;
      ELSIF %11$s THEN
        PERFORM deny (%2$L);
      ELSIF %6$s THEN
        UPDATE %2$I SET (%9$s) = ROW (%10$s) WHERE id = OLD.id RETURNING * INTO NEW;
      ELSE
        UPDATE %2$I SET (%12$s) = ROW (%13$s) WHERE id = OLD.id RETURNING * INTO NEW;
      END IF;
      RETURN NEW;
    EXCEPTION WHEN unique_violation THEN
      PERFORM refuse_double (%2$L, %14$s);
      RETURN NULL;
    END $b$ $f$, 'enter_' || kind.record, kind.record, right_text (kind, 'NEW'),
    right_text (kind, 'OLD'), CASE WHEN kind.turn = 1 THEN 'PERFORM take_turn ();' ELSE '' END,
    new_key, CASE WHEN versioned THEN 'OR now_there.version <> OLD.version' ELSE '' END,
    right_text (kind, 'now_there'), list_text (kind, NULL, NULL), list_text (kind, 'NEW', NULL),
    unchangeable_text (kind), list_text (kind, NULL, false), list_text (kind, 'NEW', false),
    CASE kind.record WHEN 'officer' THEN 'NEW.iin' ELSE 'SQLERRM' END);
  FOREACH shown IN ARRAY '{desk,whole}'::text[] LOOP
    EXECUTE format ('CREATE OR REPLACE TRIGGER enter INSTEAD OF INSERT OR UPDATE OR DELETE ON %I.%I'
                    ' FOR EACH ROW EXECUTE FUNCTION sarap.%I ()', shown, kind.record,
                    'enter_' || kind.record);
    IF kind.writes <> 'nobody' THEN
      EXECUTE format ('GRANT %s ON %I.%I TO %I',
                      CASE kind.writes WHEN 'admin-removes' THEN 'DELETE'
                                       ELSE 'INSERT, UPDATE, DELETE' END, shown, kind.record,
                      group_name (CASE WHEN kind.turn = 1 THEN 'write' ELSE shown END));
    END IF;
  END LOOP;
END $do$;

-- The same words for what is hidden and for what is not there
CREATE FUNCTION deny (what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'permission denied for this %', what USING ERRCODE = 'insufficient_privilege';
END $$;

-- An IIN that another file has is told without a word of where: a number is given once in the
-- country. Who asked stays in the server's log although nothing is saved. "said": the IIN, or of another
-- record the server's own sentence
-- What is logged is the administrator's to read: who is refused may not have it sent
CREATE FUNCTION refuse_double (what text, said text) RETURNS void LANGUAGE plpgsql
SET client_min_messages = notice AS $$
BEGIN
  IF what = 'officer' THEN
    RAISE LOG 'sarap: % was told that the IIN % is entered already', session_user, said;
    RAISE EXCEPTION 'unique constraint failed: officer.iin % is entered already', said
      USING ERRCODE = 'unique_violation';
  END IF;
  RAISE EXCEPTION '%', said USING ERRCODE = 'unique_violation';
END $$;

CREATE FUNCTION expose (what text) RETURNS void
LANGUAGE plpgsql SET search_path = sarap, pg_temp SET client_min_messages = warning AS $$
DECLARE
  kind record_kind;
BEGIN
  SELECT * INTO STRICT kind FROM record_kind WHERE record = what;
  PERFORM expose_reading (kind);
  PERFORM expose_writing (kind);
  PERFORM expose_telling (kind);
  IF kind.line = 1 THEN
    PERFORM expose_lines (kind);
  END IF;
  IF 'version' = ANY (columns_of (what)) THEN
    PERFORM expose_version (kind);
  END IF;
END $$;
