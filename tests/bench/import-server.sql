-- import.sql for psql: what it takes to load the files of a folder into Sarap's tables as their
-- owner, with their constraints and indexes, without any trigger (keys to other tables are triggers
-- too). The files as they are into tables of their own, from which the records are taken. The three
-- keys of a name are folded by Sarap; here they are just as long. The body and unit of an officer,
-- which a trigger keeps otherwise, come last.
\set ON_ERROR_STOP on
SET search_path = sarap;
SET session_replication_role = replica;
BEGIN;
CREATE TEMP TABLE bodies (code text, kind text, name_kk text, name_ru text);
CREATE TEMP TABLE units (body text, code text, kind text, name_kk text, name_ru text);
CREATE TEMP TABLE officers (iin text, surname text, given_name text, patronymic text,
                            birth_date date, sex text);
CREATE TEMP TABLE services (iin text, employer_kind text, employer text, body text, unit text,
                            position_kk text, position_ru text, category text, level integer,
                            "start" date, "end" date, order_no text, employer_ru text);
CREATE TEMP TABLE deferrals (iin text, kind text, "start" date, "end" date, reason text);
CREATE TEMP TABLE attestations (iin text, kind text, "date" date, decision text, outcome text,
                                outcome_date date, order_no text);
CREATE TEMP TABLE educations (iin text, kind text, institution text, speciality text,
                              qualification text, document_no text, finished date);
\copy bodies FROM 'FOLDER/bodies.csv' WITH (FORMAT csv, HEADER)
\copy units FROM 'FOLDER/units.csv' WITH (FORMAT csv, HEADER)
\copy officers FROM 'FOLDER/officers.csv' WITH (FORMAT csv, HEADER)
\copy services FROM 'FOLDER/service.csv' WITH (FORMAT csv, HEADER)
\copy deferrals FROM 'FOLDER/deferrals.csv' WITH (FORMAT csv, HEADER)
\copy attestations FROM 'FOLDER/attestations.csv' WITH (FORMAT csv, HEADER)
\copy educations FROM 'FOLDER/education.csv' WITH (FORMAT csv, HEADER)

INSERT INTO body (code, kind, name_kk, name_ru) SELECT * FROM bodies ON CONFLICT DO NOTHING;

INSERT INTO unit (body_id, code, kind, name_kk, name_ru)
SELECT b.id, t.code, t.kind, t.name_kk, t.name_ru FROM units t JOIN body b ON b.code = t.body
ON CONFLICT DO NOTHING;

INSERT INTO officer (iin, surname, given_name, patronymic, birth_date, sex,
                     sort_key, search_key, loose_key)
SELECT iin, surname, given_name, patronymic, birth_date, sex,
       concat_ws (' ', surname, given_name, patronymic),
       concat_ws (' ', surname, given_name, patronymic, iin),
       concat_ws (' ', surname, given_name, patronymic, iin)
FROM officers;

INSERT INTO service (officer_id, employer_kind, employer, body_id, unit_id, position_kk,
                     position_ru, category, level, "start", "end", order_no, employer_ru)
SELECT o.id, t.employer_kind, t.employer, b.id, u.id, t.position_kk, t.position_ru, t.category,
       t.level, t."start", t."end", t.order_no, t.employer_ru
FROM services t JOIN officer o ON o.iin = t.iin LEFT JOIN body b ON b.code = t.body
     LEFT JOIN unit u ON u.body_id = b.id AND u.code = t.unit;

INSERT INTO deferral (officer_id, kind, "start", "end", reason)
SELECT o.id, t.kind, t."start", t."end", t.reason
FROM deferrals t JOIN officer o ON o.iin = t.iin;

INSERT INTO attestation (officer_id, kind, "date", decision, outcome, outcome_date, order_no)
SELECT o.id, t.kind, t."date", t.decision, t.outcome, t.outcome_date, t.order_no
FROM attestations t JOIN officer o ON o.iin = t.iin;

INSERT INTO education (officer_id, kind, institution, speciality, qualification, document_no,
                       finished)
SELECT o.id, t.kind, t.institution, t.speciality, t.qualification, t.document_no, t.finished
FROM educations t JOIN officer o ON o.iin = t.iin;

UPDATE officer SET body_id = last.body_id, unit_id = last.unit_id
FROM (SELECT DISTINCT ON (officer_id) officer_id, body_id, unit_id FROM service
      WHERE employer_kind = 'customs' ORDER BY officer_id, "start" DESC) AS last
WHERE officer.id = last.officer_id;
COMMIT;
