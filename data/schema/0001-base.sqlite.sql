-- Migration 1, what only SQLite says.

PRAGMA application_id = 1398895216;

-- officer.body_id and unit_id: of the customs record that began last. The unique index of service
-- answers both questions here, so that 300,000 rows go in at their own speed.
CREATE TRIGGER service_inserted AFTER INSERT ON service
WHEN NEW.employer_kind = 'customs'
     AND NOT EXISTS (SELECT 1 FROM service
                     WHERE officer_id = NEW.officer_id AND employer_kind = 'customs'
                           AND "start" > NEW."start")
BEGIN
  UPDATE officer SET body_id = NEW.body_id, unit_id = NEW.unit_id
  WHERE id = NEW.officer_id AND (body_id IS NOT NEW.body_id OR unit_id IS NOT NEW.unit_id);
END;

CREATE TRIGGER service_updated AFTER UPDATE OF officer_id, employer_kind, body_id, unit_id, "start"
ON service
BEGIN
  UPDATE officer
  SET (body_id, unit_id)
      = (SELECT body_id, unit_id FROM service
         WHERE officer_id = officer.id AND employer_kind = 'customs'
         ORDER BY "start" DESC LIMIT 1)
  WHERE id IN (OLD.officer_id, NEW.officer_id);
END;

CREATE TRIGGER service_deleted AFTER DELETE ON service
WHEN OLD.employer_kind = 'customs'
BEGIN
  UPDATE officer
  SET (body_id, unit_id)
      = (SELECT body_id, unit_id FROM service
         WHERE officer_id = officer.id AND employer_kind = 'customs'
         ORDER BY "start" DESC LIMIT 1)
  WHERE id = OLD.officer_id;
END;

-- the audit chain only grows, by one line after the other; see app/store/sarap-audit.h. What the
-- triggers of the tables call (app/store/sarap-expose.c) is this program's: no other writes here.
CREATE VIEW audit_line (action, record, record_id, officer_id, detail) AS
SELECT action, record, record_id, officer_id, detail FROM audit WHERE false;
CREATE TRIGGER audit_line_insert INSTEAD OF INSERT ON audit_line
BEGIN
  UPDATE audit_head SET copying = 0 WHERE copying = 1;
  INSERT INTO audit (seq, moment, actor, action, record, record_id, officer_id, detail, salt, digest,
                     chain)
  SELECT seq, moment, actor, NEW.action, NEW.record, NEW.record_id, NEW.officer_id, NEW.detail,
         salt, digest, sarap_chain (before, seq, digest)
  FROM (SELECT seq, before, moment, actor, salt,
               sarap_line_digest (salt, moment, actor, NEW.action, NEW.record, NEW.record_id,
                                  NEW.officer_id, NEW.detail) AS digest
        -- materialized: the salt that is written is the one in the digest
        FROM (WITH now AS MATERIALIZED (SELECT seq + 1 AS seq, chain AS before, sarap_actor () AS actor,
                                               strftime ('%Y-%m-%dT%H:%M:%SZ', 'now') AS moment,
                                               lower (hex (randomblob (16))) AS salt
                                        FROM audit_head)
              SELECT * FROM now));
END;

CREATE TRIGGER audit_inserted BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT seq + 1 FROM audit_head)
     OR NEW.chain IS NOT (SELECT sarap_chain (chain, NEW.seq, NEW.digest) FROM audit_head)
     OR NEW.digest IS NOT sarap_line_digest (NEW.salt, NEW.moment, NEW.actor, NEW.action, NEW.record,
                                             NEW.record_id, NEW.officer_id, NEW.detail)
BEGIN
  SELECT RAISE (ABORT, 'audit constraint failed: a line must follow the newest');
END;
CREATE TRIGGER audit_chained AFTER INSERT ON audit
BEGIN
  UPDATE audit_head SET seq = NEW.seq, chain = NEW.chain;
END;
CREATE TRIGGER audit_updated BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'audit constraint failed: lines are never changed');
END;
CREATE TRIGGER audit_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'audit constraint failed: lines are never removed');
END;
-- to replay the chain against the records
CREATE INDEX audit_record ON audit (record, record_id, seq);

-- a search reads all of this and nothing else of the officers (records/sarap-officer-list.c)
CREATE INDEX officer_search ON officer (search_key, unit_id);

-- what decides when an officer is due, by officer and without the rest of the record: careers are
-- read from these alone (app/records/sarap-career.c)
CREATE INDEX service_career ON service (officer_id, employer_kind, "start", "end", body_id, unit_id,
                                        category, level);
CREATE INDEX deferral_career ON deferral (officer_id, kind, "start", "end");
CREATE INDEX attestation_career ON attestation (officer_id, kind, "date", decision, outcome);
