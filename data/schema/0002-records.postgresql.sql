-- Migration 2 on PostgreSQL. Whoever writes has written before it, or waits.
LOCK TABLE bulk_turn, write_turn IN EXCLUSIVE MODE;

-- Who leaves a commission may come back: each stay is a record. Without a first day one sits in it
-- since the order that set it up.
ALTER TABLE commission_member ADD COLUMN "start" {date} {is-date start},
  ADD COLUMN "end" {date} {is-date end},
  ADD COLUMN order_no {text} {line order_no},
  ADD CHECK ("end" >= "start"),
  DROP CONSTRAINT commission_member_commission_id_officer_id_key;
CREATE UNIQUE INDEX commission_member_key
  ON commission_member (commission_id, officer_id, coalesce ("start", '0001-01-01'));
DROP INDEX commission_chair;
-- one chair at a time
CREATE UNIQUE INDEX commission_chair ON commission_member (commission_id)
  WHERE role = 'chair' AND "end" IS NULL;

-- The generator ----------------------------------------------------------------------------------

-- Columns that a person may set, the computed keys last, as the program sends them
CREATE OR REPLACE FUNCTION written_columns (kind record_kind) RETURNS text[]
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT array_agg (name ORDER BY is_computed (kind, name), n)
   FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
   WHERE name NOT IN ('id', 'version') AND NOT (is_computed (kind, name) AND name LIKE '%\_id') $$;

-- The values of columns that came later end with the last that is not empty
CREATE OR REPLACE FUNCTION digest_text (kind record_kind, a text) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT 'digest (concat (' || string_agg (value, ', ' ORDER BY n) FILTER (WHERE NOT later) || ')'
          || coalesce (' || rtrim (concat ('
                       || string_agg (value, ', ' ORDER BY n) FILTER (WHERE later) || '), ''-'')', '')
          || ')'
   FROM (SELECT n, n > coalesce (array_position (columns_of (kind.record), 'version'), n) AS later,
                format ('CASE WHEN %1$s.%2$I IS NULL THEN ''-'' ELSE octet_length (%1$s.%2$I::text)'
                        ' || '':'' || %1$s.%2$I || '','' END', a, name) AS value
         FROM unnest (columns_of (kind.record)) WITH ORDINALITY c (name, n)
         WHERE name <> 'version' AND NOT is_computed (kind, name)) AS v $$;

-- Many rows at once ------------------------------------------------------------------------------
-- A reference takes a cell for each part of the other record's key that the record itself has no
-- column for: "commission_id" two, the code of a body and a number.

-- The parts of the key of the table that a column refers to by its name; NULL for what is no reference
CREATE FUNCTION key_of_reference (col text) RETURNS text[]
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT string_to_array (key, ', ') FROM record_kind WHERE col = record || '_id' $$;

-- The columns with their first cell, from 0, and how many they take
CREATE FUNCTION cells_of (kind record_kind, OUT name text, OUT cell integer, OUT width integer)
RETURNS SETOF record
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT c.name, (sum (c.width) OVER (ORDER BY n) - c.width)::integer, c.width
   FROM (SELECT w.name, n, greatest (1, (SELECT count (*) FROM unnest (key_of_reference (w.name)) p
                                         WHERE p NOT LIKE '%\_id'
                                               OR p <> ALL (written_columns (kind)))::integer) AS width
         FROM unnest (written_columns (kind)) WITH ORDINALITY w (name, n)) AS c $$;

CREATE OR REPLACE FUNCTION cell_text (kind record_kind, col text, i integer) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT CASE
     WHEN col = 'officer_id' THEN 'o.id'
     -- what refers to nothing becomes -1, which no foreign key lets through
     WHEN key_of_reference (col) IS NOT NULL
       THEN format ('CASE WHEN r.cells ->> %s IS NULL THEN NULL ELSE coalesce (%I.id, -1) END',
                    i + (SELECT c.width FROM cells_of (kind) c WHERE c.name = col) - 1, 'k_' || col)
     ELSE format ('(r.cells ->> %s)::%s', i, format_type (atttypid, NULL)) END
   FROM pg_attribute WHERE attrelid = ('sarap.' || quote_ident (kind.record))::regclass
                           AND attname = col $$;

-- A cell as the column of a table has it
CREATE FUNCTION typed_cell (what text, col text, i integer) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT format (CASE format_type (atttypid, NULL) WHEN 'text' THEN 'r.cells ->> %s'
                                                    ELSE '(r.cells ->> %s)::%s' END,
                  i, format_type (atttypid, NULL))
   FROM pg_attribute WHERE attrelid = ('sarap.' || quote_ident (what))::regclass AND attname = col $$;

-- The record that a column refers to, k_COLUMN (an officer o), joined by the cells from the i-th on;
-- what a part of its key refers to is that of the record's own column, or joined before
CREATE FUNCTION join_text (kind record_kind, col text, i integer) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = sarap, pg_temp AS $$
DECLARE
  other text := regexp_replace (col, '_id$', '');
  called text := CASE col WHEN 'officer_id' THEN 'o' ELSE 'k_' || col END;
  before text := '';
  conditions text[];
  part text;
  named text;
BEGIN
  FOREACH part IN ARRAY key_of_reference (col) LOOP
    IF part NOT LIKE '%\_id' THEN
      conditions := conditions || format ('%I.%s = %s', called, part, typed_cell (other, part, i));
      i := i + 1;
    ELSE
      named := 'k_' || part;
      IF part <> ALL (written_columns (kind)) THEN
        named := called || '_' || part;
        before := before || format (' LEFT JOIN %1$I %2$I ON %2$I.%3$s = %4$s',
                                    regexp_replace (part, '_id$', ''), named,
                                    (key_of_reference (part))[1],
                                    typed_cell (regexp_replace (part, '_id$', ''),
                                                (key_of_reference (part))[1], i));
        i := i + 1;
      END IF;
      conditions := conditions || format ('%I.%s = %I.id', called, part, named);
    END IF;
  END LOOP;
  RETURN format ('%s LEFT JOIN %I %I ON %s', before, other, called,
                 array_to_string (conditions, ' AND '));
END $$;

CREATE OR REPLACE FUNCTION rows_from_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT 'FROM jsonb_array_elements ($1) WITH ORDINALITY AS r (cells, place)'
          || coalesce (string_agg (join_text (kind, name, cell), '' ORDER BY cell)
                       FILTER (WHERE key_of_reference (name) IS NOT NULL), '')
   FROM cells_of (kind) $$;

CREATE OR REPLACE FUNCTION write_rows_text (kind record_kind) RETURNS text
LANGUAGE sql STABLE SET search_path = sarap, pg_temp AS
$$ SELECT format ('INSERT INTO %1$I AS t (%2$s) SELECT %3$s %4$s ORDER BY place'
                  ' ON CONFLICT (%5$s) DO UPDATE SET (%6$s) = ROW (%7$s)'
                  ' WHERE ROW (%8$s) IS DISTINCT FROM ROW (%7$s)', kind.record,
                  list_text (kind, NULL, NULL),
                  string_agg (cell_text (kind, name, cell), ', ' ORDER BY cell),
                  rows_from_text (kind), kind.key, list_text (kind, NULL, false),
                  list_text (kind, 'excluded', false), list_text (kind, 't', false))
   FROM cells_of (kind) $$;
