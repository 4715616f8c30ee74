-- Migration 2, both engines: an officer's names in Russian, commissions and holidays as kinds of
-- record like all others.
--
-- A column that stands behind "version" came later than its table. Where it is empty, and all such
-- columns behind it, a record's digest is over the columns before: so lines of the audit chain hold
-- that were written before it was there.

-- for documents in Russian, where they are not those of the Kazakh ones
ALTER TABLE officer ADD COLUMN surname_ru {text} {line surname_ru};
ALTER TABLE officer ADD COLUMN given_name_ru {text} {line given_name_ru};
ALTER TABLE officer ADD COLUMN patronymic_ru {text} {line patronymic_ru};

-- days on which no sitting is planned, and Saturdays and Sundays that are worked, of one year
CREATE TABLE holiday (
  id      {id},
  "date"  {date} NOT NULL UNIQUE {is-date date},
  kind    {text} NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name_kk {text} {line name_kk},
  name_ru {text} {line name_ru},
  version {int}  NOT NULL DEFAULT 1
) {strict};

-- What a table needs besides, the program makes of its line here, on both engines: on PostgreSQL by
-- open_doors(), on SQLite by sarap_expose_all().
UPDATE record_kind SET writes = 'agency', key = 'body_id, number' WHERE record = 'commission';
UPDATE record_kind
SET writes = 'agency', key = 'commission_id, officer_id, coalesce ("start", ''0001-01-01'')'
WHERE record = 'commission_member';
INSERT INTO record_kind (record, reads, writes, computed, key) VALUES
  ('holiday', 'known', 'agency', '', '"date"');
