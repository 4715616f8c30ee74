-- What sqlite3's .import needs to load the files of a folder into Sarap's schema, with its
-- constraints and indexes, and the triggers that need no function of Sarap's: the files as they are
-- into tables of their own, from which the records are taken, an officer's number or a body's code
-- replaced by what it refers to, the empty text by NULL. (.import into views with INSTEAD OF
-- triggers takes three times as long.) The three keys of a name are folded by Sarap; here they are
-- just as long. FOLDER is put in by ground.py.
PRAGMA foreign_keys = ON;
CREATE TEMP TABLE bodies (code, kind, name_kk, name_ru);
CREATE TEMP TABLE units (body, code, kind, name_kk, name_ru);
CREATE TEMP TABLE officers (iin, surname, given_name, patronymic, birth_date, sex);
CREATE TEMP TABLE services (iin, employer_kind, employer, body, unit, position_kk, position_ru,
                            category, level, "start", "end", order_no, employer_ru);
CREATE TEMP TABLE deferrals (iin, kind, "start", "end", reason);
CREATE TEMP TABLE attestations (iin, kind, "date", decision, outcome, outcome_date, order_no);
CREATE TEMP TABLE educations (iin, kind, institution, speciality, qualification, document_no,
                              finished);
BEGIN;
.mode csv
.import --skip 1 FOLDER/bodies.csv bodies
.import --skip 1 FOLDER/units.csv units
.import --skip 1 FOLDER/officers.csv officers
.import --skip 1 FOLDER/service.csv services
.import --skip 1 FOLDER/deferrals.csv deferrals
.import --skip 1 FOLDER/attestations.csv attestations
.import --skip 1 FOLDER/education.csv educations

INSERT INTO body (code, kind, name_kk, name_ru) SELECT * FROM bodies;

INSERT INTO unit (body_id, code, kind, name_kk, name_ru)
SELECT b.id, t.code, t.kind, t.name_kk, t.name_ru FROM units t JOIN body b ON b.code = t.body;

INSERT INTO officer (iin, surname, given_name, patronymic, birth_date, sex,
                     sort_key, search_key, loose_key)
SELECT iin, surname, given_name, nullif (patronymic, ''), birth_date, sex,
       surname || ' ' || given_name || ' ' || patronymic,
       surname || ' ' || given_name || ' ' || patronymic || ' ' || iin,
       surname || ' ' || given_name || ' ' || patronymic || ' ' || iin
FROM officers;

INSERT INTO service (officer_id, employer_kind, employer, body_id, unit_id, position_kk,
                     position_ru, category, level, "start", "end", order_no, employer_ru)
SELECT o.id, t.employer_kind, nullif (t.employer, ''), b.id, u.id, nullif (t.position_kk, ''),
       nullif (t.position_ru, ''), nullif (t.category, ''), nullif (t.level, ''), t."start",
       nullif (t."end", ''), nullif (t.order_no, ''), nullif (t.employer_ru, '')
FROM services t JOIN officer o ON o.iin = t.iin LEFT JOIN body b ON b.code = t.body
     LEFT JOIN unit u ON u.body_id = b.id AND u.code = t.unit;

INSERT INTO deferral (officer_id, kind, "start", "end", reason)
SELECT o.id, t.kind, t."start", nullif (t."end", ''), nullif (t.reason, '')
FROM deferrals t JOIN officer o ON o.iin = t.iin;

INSERT INTO attestation (officer_id, kind, "date", decision, outcome, outcome_date, order_no)
SELECT o.id, t.kind, t."date", t.decision, nullif (t.outcome, ''), nullif (t.outcome_date, ''),
       nullif (t.order_no, '')
FROM attestations t JOIN officer o ON o.iin = t.iin;

INSERT INTO education (officer_id, kind, institution, speciality, qualification, document_no,
                       finished)
SELECT o.id, t.kind, t.institution, nullif (t.speciality, ''), nullif (t.qualification, ''),
       nullif (t.document_no, ''), nullif (t.finished, '')
FROM educations t JOIN officer o ON o.iin = t.iin;
COMMIT;
