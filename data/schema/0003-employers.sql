-- Migration 3, both engines: an employer other than a customs body in Russian too, as positions are.
-- The column stands behind "version", as what came later does (migration 2).

ALTER TABLE service ADD COLUMN employer_ru {text} {line employer_ru};
