"""What a person with a login tries by hand. {v}: a hidden officer, {iin}: theirs, {own}: one of one's own
body, {oid}: the database's number, {owner}: its owner, {admin}: an administrator's login, {plain}: a login
of the server without an account, {pid}: another session."""

# Nobody may do any of this, whatever their role
POWERS = """
CREATE TABLE desk.x (i integer)
CREATE TABLE whole.x (i integer)
CREATE TABLE sarap.x (i integer)
CREATE TABLE public.x (i integer)
CREATE TEMP TABLE officer (id bigint)
CREATE SCHEMA evil
CREATE FUNCTION desk.f () RETURNS integer LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION public.f () RETURNS integer LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION pg_temp.f () RETURNS integer LANGUAGE sql AS 'SELECT 1'
CREATE OR REPLACE FUNCTION desk.sarap_known () RETURNS boolean LANGUAGE sql AS 'SELECT true'
CREATE VIEW desk.x AS SELECT 1
CREATE TEMP VIEW officer AS SELECT 1 AS id
CREATE OR REPLACE VIEW desk.officer AS SELECT * FROM desk.officer
CREATE RULE x AS ON INSERT TO desk.officer DO INSTEAD NOTHING
CREATE TRIGGER x INSTEAD OF DELETE ON desk.officer FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger ()
CREATE TRIGGER x BEFORE INSERT ON sarap.audit FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger ()
CREATE SEQUENCE public.x
CREATE TYPE desk.x AS (i integer)
CREATE DOMAIN desk.x AS text
CREATE OPERATOR desk.= (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)
CREATE AGGREGATE desk.x (integer) (SFUNC = int4larger, STYPE = integer)
CREATE CAST (text AS bigint) WITH INOUT
CREATE COLLATION desk.x (LOCALE = 'C')
CREATE EXTENSION dblink
CREATE EXTENSION file_fdw
CREATE EXTENSION pageinspect
CREATE LANGUAGE plpython3u
CREATE PUBLICATION x FOR TABLE sarap.officer
CREATE SUBSCRIPTION x CONNECTION 'dbname=x' PUBLICATION x WITH (connect = false)
CREATE FOREIGN DATA WRAPPER x
CREATE EVENT TRIGGER x ON ddl_command_start EXECUTE FUNCTION suppress_redundant_updates_trigger ()
CREATE INDEX ON sarap.officer (surname)
CREATE STATISTICS public.x ON iin, surname FROM sarap.officer
CREATE MATERIALIZED VIEW public.x AS SELECT * FROM desk.officer
CREATE ROLE x SUPERUSER
SELECT * INTO public.x FROM desk.officer
ALTER TABLE sarap.officer OWNER TO CURRENT_USER
ALTER TABLE sarap.audit DISABLE TRIGGER ALL
ALTER VIEW desk.officer OWNER TO CURRENT_USER
ALTER VIEW desk.officer SET (security_barrier = false)
ALTER VIEW desk.officer RENAME TO x
ALTER VIEW desk.officer ALTER COLUMN version SET DEFAULT 7
ALTER FUNCTION desk.sarap_known () SECURITY INVOKER
ALTER FUNCTION desk.sarap_is (text) OWNER TO CURRENT_USER
ALTER ROLE CURRENT_USER SUPERUSER
ALTER ROLE CURRENT_USER CREATEROLE
ALTER ROLE CURRENT_USER BYPASSRLS
ALTER ROLE {admin} PASSWORD 'x'
ALTER ROLE {owner} PASSWORD 'x'
ALTER ROLE {admin} SET search_path = evil
ALTER DATABASE {database} SET search_path = evil
ALTER DATABASE {database} OWNER TO CURRENT_USER
ALTER SYSTEM SET log_statement = 'none'
ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT SELECT ON TABLES TO PUBLIC
ALTER SCHEMA sarap RENAME TO x
ALTER SEQUENCE sarap.officer_id_seq RESTART WITH 1
DROP TABLE sarap.audit CASCADE
DROP VIEW desk.audit
DROP TRIGGER enter ON desk.officer
DROP TRIGGER audit_kept ON sarap.audit
DROP FUNCTION desk.sarap_known ()
DROP SCHEMA sarap CASCADE
DROP ROLE {admin}
DROP OWNED BY {owner}
REASSIGN OWNED BY {owner} TO CURRENT_USER
TRUNCATE sarap.audit
TRUNCATE desk.officer
COMMENT ON VIEW desk.officer IS 'x'
GRANT SELECT ON sarap.officer TO CURRENT_USER
GRANT USAGE ON SCHEMA sarap TO CURRENT_USER
GRANT ALL ON ALL TABLES IN SCHEMA sarap TO CURRENT_USER
GRANT sarap_whole_{oid} TO CURRENT_USER
GRANT sarap_view_{oid} TO CURRENT_USER
GRANT sarap_write_{oid} TO CURRENT_USER
GRANT sarap_desk_{oid} TO {plain}
GRANT {owner} TO CURRENT_USER
GRANT pg_read_all_data TO CURRENT_USER
GRANT pg_monitor TO CURRENT_USER
REVOKE sarap_desk_{oid} FROM {admin}
REVOKE sarap_whole_{oid} FROM {admin}
SET ROLE {owner}
SET ROLE sarap_view_{oid}
SET ROLE pg_read_all_data
SET SESSION AUTHORIZATION {owner}
SET session_replication_role = replica
SET log_statement = 'none'
SET log_statement_stats = on
SET track_functions = 'all'
SET allow_system_table_mods = on
SET session_preload_libraries = 'auto_explain'
LOAD 'auto_explain'
COPY (SELECT 1) TO PROGRAM 'id'
COPY desk.officer TO '/tmp/x'
COPY desk.body (code) FROM '/etc/passwd'
SELECT pg_read_file ('PG_VERSION')
SELECT pg_ls_dir ('.')
SELECT pg_stat_file ('PG_VERSION')
SELECT pg_ls_logdir ()
SELECT pg_current_logfile ()
SELECT lo_import ('/etc/passwd')
SELECT lo_export (1, '/tmp/x')
SELECT rolpassword FROM pg_authid
SELECT passwd FROM pg_shadow
SELECT * FROM pg_statistic
SELECT * FROM pg_hba_file_rules
SELECT * FROM pg_file_settings
SELECT * FROM pg_user_mapping
SELECT subconninfo FROM pg_subscription
SELECT pg_terminate_backend ({pid})
SELECT pg_cancel_backend ({pid})
SELECT pg_reload_conf ()
SELECT pg_rotate_logfile ()
SELECT pg_promote ()
SELECT pg_switch_wal ()
SELECT pg_backup_start ('x')
SELECT pg_create_restore_point ('x')
SELECT pg_stat_reset ()
SELECT pg_stat_reset_shared ('bgwriter')
SELECT pg_create_logical_replication_slot ('x', 'test_decoding')
SELECT pg_create_physical_replication_slot ('x')
SELECT pg_replication_origin_create ('x')
SELECT pg_log_backend_memory_contexts ({pid})
SELECT nextval ('sarap.officer_id_seq')
SELECT setval ('sarap.officer_id_seq', 1)
SELECT last_value FROM sarap.officer_id_seq
PREPARE TRANSACTION 'x'
LOCK TABLE sarap.officer IN ACCESS SHARE MODE
LOCK TABLE sarap.write_turn IN ACCESS EXCLUSIVE MODE
LOCK TABLE desk.officer IN ACCESS EXCLUSIVE MODE
LOCK TABLE desk.audit IN ACCESS EXCLUSIVE MODE
LOCK TABLE whole.deferral IN ACCESS EXCLUSIVE MODE
LOCK TABLE desk.body IN ROW EXCLUSIVE MODE
LOCK TABLE public.schema_version IN ROW EXCLUSIVE MODE
SELECT 1 FROM desk.officer FOR UPDATE
SELECT 1 FROM desk.service FOR KEY SHARE
SELECT 1 FROM desk.body FOR SHARE
SELECT 1 FROM desk.audit_head FOR UPDATE
SELECT count (*) FROM sarap.officer
SELECT count (*) FROM sarap.officer_row
SELECT count (*) FROM sarap.audit_row
SELECT count (*) FROM sarap.entered_by
SELECT count (*) FROM sarap.pending_line
SELECT count (*) FROM sarap.record_kind
SELECT sarap.let_in ({login})
SELECT sarap.expose ('officer')
SELECT sarap.open_doors ()
SELECT sarap.close_foreign_doors ()
SELECT sarap.append_lines ()
SELECT sarap.take_turn ()
SELECT sarap.further_officers (false)
SELECT sarap.writable ({v})
SELECT sarap.may ('admin')
SELECT sarap.restoring ()
SELECT sarap.check_rows (NULL, NULL)
SELECT sarap.refuse_double ('officer', '')
INSERT INTO audit (action, record, record_id, detail) SELECT 'add', 'officer', n, '{{}}' FROM generate_series (1, 200) n
INSERT INTO desk.audit (seq, moment, actor, action, record, detail, salt, digest, chain) SELECT seq + 1, moment, actor, action, record, detail, salt, digest, chain FROM desk.audit ORDER BY seq DESC LIMIT 1
INSERT INTO whole.audit (action, record, detail) VALUES ('note', 'x', repeat ('z', 100000))
INSERT INTO sarap.pending_line (action, record, detail) VALUES ('add', 'officer', '{{}}')
INSERT INTO sarap.entered_by VALUES ({v}, session_user, true, current_date, pg_current_xact_id ())
UPDATE desk.audit SET detail = '{{}}'
DELETE FROM desk.audit
UPDATE desk.audit_head SET copying = 1
UPDATE sarap.audit_head SET copying = 1
UPDATE public.schema_version SET number = 99
DELETE FROM public.schema_version
INSERT INTO account (login, roles) VALUES (session_user, 'admin')
UPDATE account SET roles = 'admin'
UPDATE account SET body_id = (SELECT id FROM body WHERE kind = 'central')
INSERT INTO desk.account (login, roles) VALUES ('x', 'admin') ON CONFLICT DO NOTHING
UPDATE officer SET body_id = 1, unit_id = NULL
UPDATE officer SET id = id + 100000
SELECT sarap_bulk_begin ('evil')
SELECT sarap_bulk_end ('{{}}')
SELECT sarap_write_rows ('account', '[]')
SELECT sarap_write_rows ('audit', '[]')
SELECT sarap_write_rows ('commission', '[]')
SELECT sarap_write_rows ('officer; DROP TABLE sarap.audit', '[]')
MERGE INTO deferral d USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE
INSERT INTO deferral (officer_id, kind, start) VALUES ({own}, 'absence', '1991-01-01') ON CONFLICT (officer_id, kind, start) DO UPDATE SET reason = 'x'
DECLARE c CURSOR FOR SELECT * FROM deferral FOR UPDATE
SELECT sarap_account_add ('x{oid}', 'plainword', 'hr', NULL, NULL)
SELECT sarap_account_add ('{owner}', NULL, 'admin', NULL, NULL)
SELECT sarap_account_add ('postgres', NULL, 'admin', NULL, NULL)
SELECT sarap_account_add ('{plain}', NULL, 'admin', NULL, NULL)
SELECT sarap_account_add ('sarap_whole_{oid}', NULL, 'admin', NULL, NULL)
SELECT sarap_account_add ('x{oid}', NULL, 'hr;DROP', NULL, NULL)
SELECT sarap_account_add (repeat ('x', 80), NULL, 'hr', NULL, NULL)
SELECT sarap_account_add (NULL, NULL, 'hr', NULL, NULL)
SELECT sarap_account_add ('x{oid}', NULL, NULL, NULL, NULL)
SELECT sarap_account_add ('x{oid}', NULL, 'hr', 999, NULL)
""".strip().split('\n')

# Who does not see the hidden officer's file gets nothing, or a refusal
HIDDEN = """
SELECT * FROM officer WHERE id = {v}
SELECT * FROM officer WHERE iin = '{iin}'
SELECT * FROM desk.officer WHERE id = {v} OR true AND iin = '{iin}'
SELECT * FROM whole.officer WHERE id = {v}
SELECT * FROM service WHERE officer_id = {v}
SELECT * FROM deferral WHERE officer_id = {v}
SELECT * FROM attestation WHERE officer_id = {v}
SELECT * FROM education WHERE officer_id = {v}
SELECT * FROM whole.attestation WHERE officer_id = {v}
SELECT * FROM audit WHERE officer_id = {v}
SELECT * FROM whole.audit WHERE officer_id = {v}
SELECT * FROM account WHERE login = '{admin}'
SELECT * FROM whole.account WHERE login = '{admin}'
SELECT s.* FROM body b, LATERAL (SELECT * FROM service WHERE officer_id = {v}) s
SELECT o FROM officer o JOIN commission_member m ON m.officer_id = o.id WHERE o.id = {v}
SELECT * FROM officer WHERE id = {v} AND surname::integer = 1
SELECT * FROM service WHERE officer_id = {v} AND 1 / (coalesce (level, 0) - coalesce (level, 0)) = 1
SELECT * FROM attestation WHERE officer_id = {v} AND decision::date IS NOT NULL
SELECT * FROM deferral WHERE officer_id = {v} AND kind::integer > 0
SET search_path = sarap, whole, public; SELECT * FROM officer WHERE id = {v}
SET TimeZone = 'X+167'; SELECT * FROM officer WHERE id = {v}
SET TimeZone = 'X-167'; SELECT * FROM officer WHERE id = {v}
SET DateStyle = 'SQL'; SELECT * FROM officer WHERE id = {v}
SET enable_nestloop = off; SELECT * FROM officer WHERE id = {v}
SET row_security = off; SELECT * FROM officer WHERE id = {v}
SET sarap.restoring = 'yes'; SELECT * FROM officer WHERE id = {v}
SET sarap.appending = 'yes'; SELECT * FROM officer WHERE id = {v}
SET ROLE NONE; SELECT * FROM officer WHERE id = {v}
SELECT unnest (xpath ('//row', query_to_xml ('SELECT * FROM officer WHERE id = {v}', true, false, '')))
SELECT unnest (xpath ('//row', query_to_xml ('SELECT * FROM sarap.officer WHERE id = {v}', true, false, '')))
SELECT unnest (xpath ('//row', schema_to_xml ('sarap', true, false, '')))
SELECT * FROM ts_stat ('SELECT to_tsvector (surname) FROM officer WHERE id = {v}')
SELECT 1 FROM pg_stats WHERE schemaname IN ('sarap', 'desk', 'whole')
SELECT 1 FROM pg_stats_ext
SELECT query FROM pg_stat_activity WHERE pid = {pid} AND query <> '<insufficient privilege>'
SELECT 1 FROM pg_description WHERE description LIKE '%{iin}%'
SELECT 1 FROM pg_seclabels
SELECT 1 FROM pg_prepared_xacts
SELECT 1 FROM pg_cursors
""".strip().split('\n')

# Who may not write to the hidden officer's file changes nothing there, nor anything of the whole service
WRITES = """
UPDATE officer SET given_name = 'x' WHERE id = {v}
UPDATE officer SET given_name = 'x' WHERE iin = '{iin}'
DELETE FROM officer WHERE id = {v}
UPDATE service SET level = 1 WHERE officer_id = {v}
UPDATE service SET "end" = '2020-01-01' WHERE officer_id = {v}
UPDATE attestation SET decision = 'corresponds' WHERE officer_id = {v}
UPDATE whole.attestation SET decision = 'corresponds' WHERE officer_id = {v}
DELETE FROM attestation WHERE officer_id = {v}
DELETE FROM deferral WHERE officer_id = {v}
UPDATE education SET speciality = 'x' WHERE officer_id = {v}
INSERT INTO deferral (officer_id, kind, start) VALUES ({v}, 'absence', '1991-01-01')
INSERT INTO whole.deferral (officer_id, kind, start) VALUES ({v}, 'absence', '1991-01-01')
INSERT INTO attestation (officer_id, kind, date, decision) VALUES ({v}, 'regular', '1991-01-01', 'corresponds')
INSERT INTO education (officer_id, kind, institution) VALUES ({v}, 'degree', 'x')
INSERT INTO service (officer_id, employer_kind, employer, start) VALUES ({v}, 'other', 'x', '1991-01-01')
INSERT INTO deferral (officer_id, kind, start) VALUES ({v}, 'absence', '1991-01-01') ON CONFLICT DO NOTHING RETURNING id
UPDATE deferral SET officer_id = {v}
UPDATE attestation SET officer_id = {v} WHERE officer_id = {own}
UPDATE service SET officer_id = {v} WHERE officer_id = {own}
COPY deferral (officer_id, kind, start) FROM STDIN
WITH x AS (UPDATE deferral SET reason = 'x' WHERE officer_id = {v} RETURNING id) SELECT * FROM x
DO $$ BEGIN UPDATE attestation SET decision = 'corresponds' WHERE officer_id = {v}; IF FOUND THEN RETURN; END IF; RAISE 'none'; END $$
SELECT sarap_write_rows ('deferral', '[["{iin}","absence","1991-01-01",null,null]]')
SELECT sarap_write_rows ('attestation', '[["{iin}","regular","1991-01-01","corresponds",null,null,null]]')
SELECT sarap_write_rows ('education', '[["{iin}","degree","x",null,null,null,null]]')
SELECT sarap_write_rows ('service', '[["{iin}","other","x",null,null,null,null,null,null,"1991-01-01",null,null]]')
SELECT sarap_write_rows ('officer', '[["{iin}","x","y",null,"1985-01-01","m","x","x","x"]]')
SELECT sarap_write_rows ('body', '[["ZZZ","territorial","x","x"]]')
SELECT sarap_write_rows ('unit', '[["ALM","ZZZ","post","x","x"]]')
INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('ZZZ', 'territorial', 'x', 'x')
UPDATE body SET kind = 'central' WHERE code = 'ALM'
DELETE FROM unit
INSERT INTO unit (body_id, code, kind, name_kk, name_ru) SELECT id, 'ZZZ', 'post', 'x', 'x' FROM body
""".strip().split('\n')

# Only an administrator
ADMINISTRATION = """
UPDATE commission SET quorum = 3
INSERT INTO commission (body_id, number, order_no, order_date) VALUES (1, 99, 'x', '2024-01-01')
UPDATE commission_member SET role = 'member'
DELETE FROM commission_member
INSERT INTO commission_member (commission_id, officer_id, role) VALUES (1, {own}, 'chair')
DELETE FROM account WHERE login <> session_user
DELETE FROM whole.account WHERE login = '{admin}'
SELECT sarap_account_add ('x{oid}', NULL, 'admin', NULL, NULL)
SELECT sarap_account_add (session_user, NULL, 'admin', NULL, NULL)
SELECT sarap_account_add ('{admin}', NULL, '', NULL, NULL)
""".strip().split('\n')
