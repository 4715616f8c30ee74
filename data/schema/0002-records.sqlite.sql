-- Migration 2, what only SQLite says.

-- Who leaves a commission may come back: each stay is a record. SQLite takes no constraint off a
-- table, so it is made anew; the records keep their numbers and digests. Without a first day one sits
-- in it since the order that set it up.
CREATE TABLE commission_member_next (
  id            {id},
  commission_id {ref}  NOT NULL REFERENCES commission (id),
  officer_id    {ref}  NOT NULL REFERENCES officer (id),
  role          {text} NOT NULL CHECK (role IN ('chair', 'deputy-chair', 'member', 'secretary')),
  version       {int}  NOT NULL DEFAULT 1,
  "start"       {date} {is-date start},
  "end"         {date} {is-date end},
  order_no      {text} {line order_no},
  CHECK ("end" >= "start")
) {strict};
INSERT INTO commission_member_next (id, commission_id, officer_id, role, version)
SELECT id, commission_id, officer_id, role, version FROM commission_member;
DELETE FROM sqlite_sequence WHERE name = 'commission_member_next';
UPDATE sqlite_sequence SET name = 'commission_member_next' WHERE name = 'commission_member';
DROP TABLE commission_member;
ALTER TABLE commission_member_next RENAME TO commission_member;
CREATE UNIQUE INDEX commission_member_key
  ON commission_member (commission_id, officer_id, coalesce ("start", '0001-01-01'));
-- one chair at a time
CREATE UNIQUE INDEX commission_chair ON commission_member (commission_id)
  WHERE role = 'chair' AND "end" IS NULL;
