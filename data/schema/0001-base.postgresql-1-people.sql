-- Migration 1 on PostgreSQL, 1 of 5: where things are, and who one is.
--
-- The tables and the inner functions lie in the schema "sarap", which nobody but their owner may
-- enter. People have the views of two other schemas: "desk" shows the files that are theirs, "whole"
-- shows every file and is open only to those who may read all. What a person may do stands in
-- "account" of this database and nowhere else: a role of the server decides no row. The program sets
-- search_path = sarap, whole, desk, pg_temp, and the server skips what one may not enter.

CREATE SCHEMA desk;
CREATE SCHEMA whole;

-- Roles of the server, four a database, named by its oid. "view" owns the views and may only
-- SELECT: who locks a view locks the tables with the rights of its owner, so it must have none.
CREATE FUNCTION group_name (what text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT 'sarap_' || what || '_' || oid FROM pg_database WHERE datname = current_database () $$;

CREATE FUNCTION table_owner () RETURNS oid
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT relowner FROM pg_class WHERE oid = 'sarap.officer'::regclass $$;

-- Whether the session is the owner's, or a superuser's. Nobody signs in so but to make the schema,
-- to add the first people and to restore a backup.
CREATE FUNCTION sarap_owns () RETURNS boolean
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT pg_has_role (session_user, table_owner (), 'MEMBER') $$;

-- The officer's body and unit: of the customs record that began last ------------------------------

CREATE FUNCTION place_officers () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
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
  FOR EACH STATEMENT EXECUTE FUNCTION place_officers ();
CREATE TRIGGER service_updated AFTER UPDATE ON service REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION place_officers ();
CREATE TRIGGER service_left AFTER UPDATE ON service REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION place_officers ();
CREATE TRIGGER service_deleted AFTER DELETE ON service REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION place_officers ();

-- Who one is -------------------------------------------------------------------------------------
-- All of it from "account" and from what the service's records say on the service's own day. A
-- caller's clock, time zone or lines have no part in it.

CREATE INDEX officer_unit ON officer (unit_id);
-- the few records that begin in the future, for further_officers()
CREATE INDEX service_start ON service ("start");

CREATE FUNCTION may (role text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT EXISTS (SELECT FROM account
                  WHERE login = session_user AND role = ANY (string_to_array (roles, ',')))
          OR (role = 'admin' AND sarap_owns ()) $$;

-- Whether one has an account here
CREATE FUNCTION known () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT sarap_owns () OR EXISTS (SELECT FROM account WHERE login = session_user) $$;

CREATE FUNCTION my_body () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT body_id FROM account WHERE login = session_user $$;

CREATE FUNCTION in_agency () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT EXISTS (SELECT FROM account JOIN body ON body.id = account.body_id
                  WHERE account.login = session_user AND body.kind = 'central') $$;

-- Every file
CREATE FUNCTION reads_all () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT may ('auditor') OR may ('admin') OR ((may ('hr') OR may ('head')) AND in_agency ()) $$;
CREATE FUNCTION writes_all () RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT may ('admin') OR (may ('hr') AND in_agency ()) $$;

-- The files of a body
CREATE FUNCTION reads_body () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT my_body () WHERE may ('hr') OR may ('head') $$;
CREATE FUNCTION writes_body () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT my_body () WHERE may ('hr') $$;

-- The unit where the supervisor serves today, of the body that their account names: HR writes
-- service records, and must not be able to put itself into another body's unit
CREATE FUNCTION reads_unit () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = sarap, pg_temp SET TimeZone = 'Asia/Almaty' AS
$$ SELECT s.unit_id FROM account a JOIN service s USING (officer_id)
   WHERE a.login = session_user AND may ('supervisor') AND s.employer_kind = 'customs'
         AND s.body_id = a.body_id AND s."start" <= current_date
         AND coalesce (s."end", current_date) >= current_date
   ORDER BY s."start" DESC LIMIT 1 $$;

-- One's own file
CREATE FUNCTION reads_self () RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT officer_id FROM account WHERE login = session_user AND may ('officer') $$;

-- The commissions where one sits
CREATE FUNCTION my_commissions () RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS
$$ SELECT coalesce (array_agg (m.commission_id), '{}'::bigint[])
   FROM account a JOIN commission_member m USING (officer_id)
   WHERE a.login = session_user AND (may ('member') OR may ('secretary')) $$;

-- Whether one may write what belongs to a commission, on a day between two days
CREATE FUNCTION sits (commission bigint, since date, until date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = sarap, pg_temp SET TimeZone = 'Asia/Almaty' AS
$$ SELECT commission = ANY (my_commissions ()) AND may ('secretary')
          AND current_date BETWEEN coalesce (since, current_date)
                           AND coalesce (until, current_date) $$;

-- Who entered a file, and who writes to it in this very transaction; kept by triggers alone. An
-- xid8 never comes again.
CREATE TABLE entered_by (
  officer_id bigint NOT NULL REFERENCES officer ON DELETE CASCADE,
  login      text COLLATE "C" NOT NULL,
  added      boolean NOT NULL, -- entered the file; else wrote to it in the transaction
  day        date NOT NULL,
  xact       xid8 NOT NULL,
  PRIMARY KEY (officer_id, login, added)
);
CREATE INDEX entered_by_login ON entered_by (login);

-- Files besides those of one's body: of who serves here today although their next record is
-- another's; and those that oneself has begun to enter, for thirty days, as long as they do not say
-- yet who serves where (a career is entered from its beginning, which may have been elsewhere)
CREATE FUNCTION further_officers (writing boolean) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = sarap, pg_temp SET TimeZone = 'Asia/Almaty' AS
$$ SELECT coalesce (array_agg (id), '{}'::bigint[]) FROM (
     SELECT leaving.officer_id AS id
     FROM (SELECT DISTINCT officer_id FROM service
           WHERE "start" > current_date AND employer_kind = 'customs') AS leaving
          CROSS JOIN LATERAL (SELECT body_id, unit_id FROM service
                              WHERE officer_id = leaving.officer_id AND employer_kind = 'customs'
                                    AND "start" <= current_date
                                    AND coalesce ("end", current_date) >= current_date
                              ORDER BY "start" DESC LIMIT 1) AS today
     WHERE CASE WHEN writing THEN today.body_id = writes_body ()
                ELSE today.body_id = reads_body () OR today.unit_id = reads_unit () END
     UNION
     SELECT officer_id FROM entered_by
     WHERE login = session_user AND writes_body () IS NOT NULL
           AND (xact = pg_current_xact_id_if_assigned ()
                OR (added AND day > current_date - 30
                    AND NOT EXISTS (SELECT FROM service s
                                    WHERE s.officer_id = entered_by.officer_id
                                          AND s.employer_kind = 'customs'
                                          AND coalesce (s."end", current_date) >= current_date)))
   ) AS files $$;

-- Whether one may write to an officer's file
CREATE FUNCTION writable (officer bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sarap, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM officer o WHERE o.id = officer
                 AND (writes_all () OR o.body_id = writes_body ()))
         OR (writes_body () IS NOT NULL AND officer = ANY (further_officers (true)));
END $$;
