/* Every change of a record leaves the line of the audit chain that says it, whoever made it and by
   whatever program */
#include "sarap-lines.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/sarap-database-copy.h"
#include "store/sarap-database-private.h"

#define OFFICER                                                                                    \
  "INSERT INTO officer (iin, surname, given_name, patronymic, birth_date, sex, sort_key,"          \
  " search_key, loose_key) VALUES "

/* A change of one record and its line: action, record, its id, its officer's, what it says. D
   stands for a digest. */
static const struct
{
  const char *sql, *line;
  gboolean owner_only; /* nobody has the right to */
} changes[] = {
  { "INSERT INTO body (code, kind, name_kk, name_ru)"
    " VALUES ('00', 'central', 'Агенттік \"А\"', 'Агент\\ство')",
    "add body 1 - {'code':[null,'00'],'kind':[null,'central'],'name_kk':[null,'Агенттік "
    "\\\"А\\\"'],"
    "'name_ru':[null,'Агент\\\\ство'],'#':[null,'D']}" },
  { "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('02', 'territorial', 'к', 'р')",
    "add body 2 - {'code':[null,'02'],'kind':[null,'territorial'],'name_kk':[null,'к'],"
    "'name_ru':[null,'р'],'#':[null,'D']}" },
  { "UPDATE body SET code = '03', name_ru = '😀/р', version = version + 1 WHERE id = 2",
    "change body 2 - {'code':['02','03'],'name_ru':['р','😀/р'],'#':['D','D']}" },
  { "INSERT INTO unit (body_id, code, kind, name_kk, name_ru) VALUES (2, '1', 'post', 'к', 'р')",
    "add unit 1 - {'body':[null,'03'],'code':[null,'1'],'kind':[null,'post'],'name_kk':[null,'к'],"
    "'name_ru':[null,'р'],'#':[null,'D']}" },
  { "UPDATE unit SET body_id = 1, kind = 'hr', version = version + 1",
    "change unit 1 - {'body':['03','00'],'kind':['post','hr'],'#':['D','D']}" },
  { OFFICER "('850101300104', 'Ә', 'И', NULL, '1985-01-01', 'm', 'k', 'k', 'k')",
    "add officer 1 1 {'iin':[null,'850101300104'],'surname':[null,'Ә'],'given_name':[null,'И'],"
    "'birth_date':[null,'1985-01-01'],'sex':[null,'m'],'#':[null,'D']}" },
  { OFFICER "('850101300203', 'Б', 'И', 'О', '0999-12-31', 'f', 'k', 'k', 'k')",
    "add officer 2 2 {'iin':[null,'850101300203'],'surname':[null,'Б'],'given_name':[null,'И'],"
    "'patronymic':[null,'О'],'birth_date':[null,'0999-12-31'],'sex':[null,'f'],'#':[null,'D']}" },
  { "UPDATE officer SET patronymic = 'П', birth_date = '1985-01-02', version = version + 1"
    " WHERE id = 1",
    "change officer 1 1 {'patronymic':[null,'П'],'birth_date':['1985-01-01','1985-01-02'],"
    "'#':['D','D']}" },
  /* keys follow from names, and are said where they do not */
  { "UPDATE officer SET surname = 'В', sort_key = 'l', search_key = 'l', version = version + 1"
    " WHERE id = 1",
    "change officer 1 1 {'surname':['Ә','В'],'#':['D','D']}" },
  { "UPDATE officer SET sort_key = 'm', loose_key = 'м', version = version + 1 WHERE id = 1",
    "change officer 1 1 {'sort_key':['l','m'],'loose_key':['k','м'],'#':['D','D']}" },
  /* where the officer serves follows from it, and has no line */
  { "INSERT INTO service (officer_id, employer_kind, body_id, unit_id, position_kk, position_ru,"
    " category, level, start) VALUES (1, 'customs', 1, 1, 'к', 'р', 'official', 2, '2010-01-01')",
    "add service 1 1 {'iin':[null,'850101300104'],'employer_kind':[null,'customs'],"
    "'body':[null,'00'],'unit':[null,'1'],'position_kk':[null,'к'],'position_ru':[null,'р'],"
    "'category':[null,'official'],'level':[null,'2'],'start':[null,'2010-01-01'],'#':[null,'D']}" },
  { "UPDATE service SET body_id = 2, unit_id = NULL, level = -7, \"end\" = '9999-12-31',"
    " version = version + 1",
    "change service 1 1 {'body':['00','03'],'unit':['1',null],'level':['2','-7'],"
    "'end':[null,'9999-12-31'],'#':['D','D']}" },
  { "UPDATE service SET officer_id = 2, version = version + 1",
    "change service 1 2 {'iin':['850101300104','850101300203'],'#':['D','D']}" },
  { "INSERT INTO service (officer_id, employer_kind, employer, start, order_no)"
    " VALUES (1, 'state', 'Әкімдік', '2000-02-29', '12-ж/қ')",
    "add service 2 1 {'iin':[null,'850101300104'],'employer_kind':[null,'state'],"
    "'employer':[null,'Әкімдік'],'start':[null,'2000-02-29'],'order_no':[null,'12-ж/қ'],"
    "'#':[null,'D']}" },
  { "INSERT INTO deferral (officer_id, kind, start, reason) VALUES (1, 'absence', '2024-01-01', "
    "'с')",
    "add deferral 1 1 {'iin':[null,'850101300104'],'kind':[null,'absence'],"
    "'start':[null,'2024-01-01'],'reason':[null,'с'],'#':[null,'D']}" },
  { "UPDATE deferral SET \"end\" = '2024-02-01', reason = NULL, version = version + 1",
    "change deferral 1 1 {'end':[null,'2024-02-01'],'reason':['с',null],'#':['D','D']}" },
  { "INSERT INTO attestation (officer_id, kind, date, decision)"
    " VALUES (1, 'regular', '2024-01-01', 'corresponds')",
    "add attestation 1 1 {'iin':[null,'850101300104'],'kind':[null,'regular'],"
    "'date':[null,'2024-01-01'],'decision':[null,'corresponds'],'#':[null,'D']}" },
  { "UPDATE attestation SET outcome = 'approved', outcome_date = '2024-01-09', order_no = '1',"
    " version = version + 1",
    "change attestation 1 1 {'outcome':[null,'approved'],'outcome_date':[null,'2024-01-09'],"
    "'order_no':[null,'1'],'#':['D','D']}" },
  { "INSERT INTO education (officer_id, kind, institution, finished)"
    " VALUES (1, 'degree', 'у', '2001-01-01')",
    "add education 1 1 "
    "{'iin':[null,'850101300104'],'kind':[null,'degree'],'institution':[null,'у'],"
    "'finished':[null,'2001-01-01'],'#':[null,'D']}" },
  { "UPDATE education SET speciality = 'м', qualification = 'б', document_no = '1', finished = "
    "NULL,"
    " version = version + 1",
    "change education 1 1 {'speciality':[null,'м'],'qualification':[null,'б'],"
    "'document_no':[null,'1'],'finished':['2001-01-01',null],'#':['D','D']}" },
  { "INSERT INTO commission (body_id, number, order_no, order_date)"
    " VALUES (2, 7, '1', '2024-01-01')",
    "add commission 1 - {'body':[null,'03'],'number':[null,'7'],'order_no':[null,'1'],"
    "'order_date':[null,'2024-01-01'],'#':[null,'D']}" },
  { "UPDATE commission SET quorum = 3, version = version + 1",
    "change commission 1 - {'quorum':[null,'3'],'#':['D','D']}" },
  { "INSERT INTO commission_member (commission_id, officer_id, role) VALUES (1, 1, 'chair')",
    "add commission_member 1 1 {'commission':[null,'03/7'],'iin':[null,'850101300104'],"
    "'role':[null,'chair'],'#':[null,'D']}" },
  { "UPDATE commission_member SET officer_id = 2, role = 'member', version = version + 1",
    "change commission_member 1 2 {'iin':['850101300104','850101300203'],'role':['chair','member'],"
    "'#':['D','D']}" },
  { "INSERT INTO account (login, body_id, officer_id, roles) VALUES ('a', 1, 2, 'hr,admin')",
    "add account 1 2 {'login':[null,'a'],'body':[null,'00'],'iin':[null,'850101300203'],"
    "'roles':[null,'hr,admin'],'#':[null,'D']}",
    TRUE },
  { "UPDATE account SET body_id = 2, officer_id = NULL, roles = ''",
    "change account 1 - {'body':['00','03'],'iin':['850101300203',null],'roles':['hr,admin',''],"
    "'#':['D','D']}",
    TRUE },
  { "DELETE FROM account",
    "remove account 1 - {'login':['a',null],'body':['03',null],'roles':['',null],'#':['D',null]}",
    TRUE },
  { "DELETE FROM commission_member",
    "remove commission_member 1 2 {'commission':['03/7',null],'iin':['850101300203',null],"
    "'role':['member',null],'#':['D',null]}" },
  { "DELETE FROM commission",
    "remove commission 1 - {'body':['03',null],'number':['7',null],'order_no':['1',null],"
    "'order_date':['2024-01-01',null],'quorum':['3',null],'#':['D',null]}" },
  { "DELETE FROM education",
    "remove education 1 1 {'iin':['850101300104',null],'kind':['degree',null],"
    "'institution':['у',null],'speciality':['м',null],'qualification':['б',null],"
    "'document_no':['1',null],'#':['D',null]}" },
  { "DELETE FROM attestation",
    "remove attestation 1 1 {'iin':['850101300104',null],'kind':['regular',null],"
    "'date':['2024-01-01',null],'decision':['corresponds',null],'outcome':['approved',null],"
    "'outcome_date':['2024-01-09',null],'order_no':['1',null],'#':['D',null]}" },
  { "DELETE FROM deferral",
    "remove deferral 1 1 {'iin':['850101300104',null],'kind':['absence',null],"
    "'start':['2024-01-01',null],'end':['2024-02-01',null],'#':['D',null]}" },
  { "DELETE FROM service WHERE id = 1",
    "remove service 1 2 {'iin':['850101300203',null],'employer_kind':['customs',null],"
    "'body':['03',null],'position_kk':['к',null],'position_ru':['р',null],"
    "'category':['official',null],'level':['-7',null],'start':['2010-01-01',null],"
    "'end':['9999-12-31',null],'#':['D',null]}" },
  { "DELETE FROM officer WHERE id = 2",
    "remove officer 2 2 {'iin':['850101300203',null],'surname':['Б',null],'given_name':['И',null],"
    "'patronymic':['О',null],'birth_date':['0999-12-31',null],'sex':['f',null],'#':['D',null]}" },
  { "DELETE FROM unit",
    "remove unit 1 - {'body':['00',null],'code':['1',null],'kind':['hr',null],'name_kk':['к',null],"
    "'name_ru':['р',null],'#':['D',null]}" },
  { "INSERT INTO holiday (date, kind, name_kk) VALUES ('2026-05-08', 'workday', 'к')",
    "add holiday 1 - {'date':[null,'2026-05-08'],'kind':[null,'workday'],'name_kk':[null,'к'],"
    "'#':[null,'D']}" },
  { "UPDATE holiday SET name_ru = 'р', version = version + 1",
    "change holiday 1 - {'name_ru':[null,'р'],'#':['D','D']}" },
  { "DELETE FROM holiday",
    "remove holiday 1 - {'date':['2026-05-08',null],'kind':['workday',null],'name_kk':['к',null],"
    "'name_ru':['р',null],'#':['D',null]}" },
  { "DELETE FROM body WHERE id = 2",
    "remove body 2 - {'code':['03',null],'kind':['territorial',null],'name_kk':['к',null],"
    "'name_ru':['😀/р',null],'#':['D',null]}" },
};

/* Changes all that the table says, @by somebody; @owner sees what came of it */
static void
change_all (SarapDatabase *by, SarapDatabase *owner, gboolean is_owner)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      gint64 before = sarap_last_line (owner);

      if (changes[i].owner_only && !is_owner)
        continue;
      g_test_message ("%s", changes[i].sql);
      sarap_test_run (by, changes[i].sql);
      sarap_assert_lines (owner, before, changes[i].line);
    }
}

static void
test_owner (SarapTestDatabase *test)
{
  g_autofree char *actor = NULL;

  sarap_database_set_actor (test->db, "Әлия");
  change_all (test->db, test->db, TRUE);
  sarap_test_assert_sound (test->db);
  /* every table that is said to have lines is in the list: each added, changed and removed */
  g_assert_cmpint (sarap_test_integer (test->db,
                                       "SELECT count (*) FROM record_kind WHERE line = 1"
                                       " AND 3 <> (SELECT count (DISTINCT action) FROM audit"
                                       "           WHERE audit.record = record_kind.record)"),
                   ==, 0);
  actor = sarap_test_text (test->db, "SELECT min (actor) || max (actor) FROM audit");
  g_assert_cmpstr (actor, ==,
                   test->engine == SARAP_ENGINE_SQLITE ? "ӘлияӘлия"
                                                       : "sarap_test_ownersarap_test_owner");
}

/* The same changes of a file and of a server, digests and all */
static void
test_alike (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "alike.sqlite", NULL);
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autofree char *on_server = NULL, *in_file = NULL;
  g_autoptr (SarapDatabase) file = sarap_database_open (name, NULL, NULL);

  g_assert_true (sarap_database_migrate (file, NULL));
  change_all (test->db, test->db, TRUE);
  change_all (file, file, TRUE);
  on_server = sarap_lines_after (test->db, 0);
  in_file = sarap_lines_after (file, 0);
  g_assert_cmpstr (on_server, ==, in_file);
  g_assert_true (sarap_database_fold (file, NULL));
  g_clear_pointer (&file, sarap_database_close);
  g_unlink (path);
  g_rmdir (folder);
}

/* By somebody with a login, through the views. What they say of themselves and of how to write
   dates has no part in it. */
static void
test_person (SarapTestDatabase *test)
{
  static const char *const settings[] = {
    "SET DateStyle = 'German, DMY'",        "SET TimeZone = 'X+167'",
    "SET standard_conforming_strings = on", "SET bytea_output = 'escape'",
    "SET sarap.appending = 'yes'",          "SET sarap.restoring = 'yes'",
    "SET quote_all_identifiers = on",
  };
  g_autoptr (SarapDatabase) admin = NULL;
  g_autofree char *login = sarap_test_login ("admin");
  g_autofree char *actor = NULL;
  gint64 before;

  sarap_test_add_person (test, "admin", "admin", NULL, NULL);
  before = sarap_last_line (test->db);
  admin = sarap_test_sign_in (test, "admin");
  sarap_database_set_actor (admin, "somebody else");
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    g_assert_true (sarap_database_run (admin, settings[i], NULL));
  change_all (admin, test->db, FALSE);
  sarap_test_assert_sound (test->db);
  {
    g_autofree char *sql = g_strdup_printf (
        "SELECT string_agg (DISTINCT actor, ' ') FROM audit WHERE seq > %d", (int) before);

    actor = sarap_test_text (test->db, sql);
  }
  g_assert_cmpstr (actor, ==, login);
  g_clear_pointer (&admin, sarap_database_close);
  sarap_test_remove_person (test, "admin");
}

static void
make_records (SarapDatabase *db)
{
  sarap_test_run (db, "INSERT INTO body (code, kind, name_kk, name_ru)"
                      " VALUES ('00', 'central', 'к', 'р'), ('02', 'territorial', 'к', 'р')");
  sarap_test_run (db, OFFICER "('850101300104', 'Ф', 'И', NULL, '1985-01-01', 'm', 'k', 'k', 'k')");
  sarap_test_run (db, "INSERT INTO service (officer_id, employer_kind, body_id, position_kk,"
                      " position_ru, category, level, start) VALUES (1, 'customs', 2, 'к', 'р',"
                      " 'official', 1, '2020-01-01')");
  sarap_test_run (db, "INSERT INTO deferral (officer_id, kind, start) VALUES"
                      " (1, 'absence', '2024-01-01'), (1, 'absence', '2025-01-01'),"
                      " (1, 'absence', '2026-01-01')");
}

/* Several rows by one statement have a line each, and what is not changed has none */
static void
test_several (SarapTestDatabase *test)
{
  gint64 before;

  make_records (test->db);
  before = sarap_last_line (test->db);
  sarap_test_run (test->db, "UPDATE deferral SET kind = kind");
  sarap_test_run (test->db, "UPDATE deferral SET reason = CASE WHEN id = 2 THEN NULL ELSE 'с' END,"
                            " version = version + CASE WHEN id = 2 THEN 0 ELSE 1 END");
  sarap_assert_lines (test->db, before,
                      "change deferral 1 1 {'reason':[null,'с'],'#':['D','D']}\n"
                      "change deferral 3 1 {'reason':[null,'с'],'#':['D','D']}");
  before = sarap_last_line (test->db);
  sarap_test_run (test->db, "DELETE FROM deferral WHERE id > 1");
  g_assert_cmpint (sarap_last_line (test->db), ==, before + 2);
  sarap_test_assert_sound (test->db);
}

/* Nothing that is undone has a line, and the chain has no gap for it */
static void
test_undone (SarapTestDatabase *test)
{
  static const char *const steps[] = {
    "SAVEPOINT one",
    "UPDATE deferral SET reason = 'а', version = version + 1 WHERE id = 1",
    "SAVEPOINT two",
    "DELETE FROM deferral WHERE id = 2",
    "ROLLBACK TO two",
    "UPDATE deferral SET reason = 'б', version = version + 1 WHERE id = 3",
    "RELEASE two",
    "ROLLBACK TO one",
    "DELETE FROM deferral WHERE id = 3",
    "SAVEPOINT three",
    "UPDATE deferral SET reason = 'в', version = version + 1 WHERE id = 1",
    "RELEASE three",
    "UPDATE deferral SET reason = NULL, version = version + 1 WHERE id = 1",
  };
  gint64 before;

  make_records (test->db);
  before = sarap_last_line (test->db);
  g_assert_true (sarap_database_run (test->db, "BEGIN", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_true (sarap_database_run (test->db, steps[i], NULL));
  g_assert_true (sarap_database_run (test->db, "COMMIT", NULL));
  sarap_assert_lines (test->db, before,
                      "remove deferral 3 1 {'iin':['850101300104',null],'kind':['absence',null],"
                      "'start':['2026-01-01',null],'#':['D',null]}\n"
                      "change deferral 1 1 {'reason':[null,'в'],'#':['D','D']}\n"
                      "change deferral 1 1 {'reason':['в',null],'#':['D','D']}");
  sarap_test_assert_sound (test->db);
}

/* What a person may send before or after a change in its transaction, and how that is refused:
   whatever it is, a change that is saved has its line */
static const struct
{
  const char *before, *after;
  int refusal; /* -1 for none */
} tricks[] = {
  { "SET CONSTRAINTS ALL IMMEDIATE", NULL, -1 },
  { NULL, "SET CONSTRAINTS ALL DEFERRED", -1 },
  { "SET LOCAL sarap.restoring = 'yes'", NULL, -1 },
  { "SET LOCAL sarap.appending = 'yes'", "SET LOCAL sarap.appending = ''", -1 },
  { "SET LOCAL search_path = pg_temp, pg_catalog, desk", NULL, -1 },
  { "SET LOCAL session_replication_role = 'replica'", NULL, SARAP_STORE_ERROR_DENIED },
  { "SET LOCAL role = 'sarap_test_owner'", NULL, SARAP_STORE_ERROR_DENIED },
  { "SET SESSION AUTHORIZATION 'sarap_test_owner'", NULL, SARAP_STORE_ERROR_DENIED },
  { NULL, "DO $$ BEGIN DELETE FROM sarap.pending_line; END $$", SARAP_STORE_ERROR_DENIED },
  { NULL, "DELETE FROM pending_line", SARAP_STORE_ERROR_FAILED },
  /* there is no way to write to this view at all */
  { NULL, "DELETE FROM audit", SARAP_STORE_ERROR_FAILED },
  { NULL, "UPDATE audit SET detail = '{}'", SARAP_STORE_ERROR_FAILED },
  { NULL, "INSERT INTO audit (action, record, detail) VALUES ('change', 'deferral', '{}')",
    SARAP_STORE_ERROR_FAILED },
  { NULL, "UPDATE audit_head SET seq = 0", SARAP_STORE_ERROR_DENIED },
  { NULL, "DO $$ BEGIN PERFORM sarap.append_lines (); END $$", SARAP_STORE_ERROR_DENIED },
  { "DROP TRIGGER enter ON deferral", NULL, SARAP_STORE_ERROR_DENIED },
  { "ALTER TABLE sarap.deferral DISABLE TRIGGER ALL", NULL, SARAP_STORE_ERROR_DENIED },
  { "CREATE FUNCTION desk.restoring () RETURNS boolean LANGUAGE sql AS 'SELECT true'", NULL,
    SARAP_STORE_ERROR_DENIED },
  /* errors that are caught undo what they undo, and the rest is said */
  { NULL,
    "DO $$ BEGIN UPDATE deferral SET kind = 'childcare' WHERE id = 2; RAISE 'x';"
    " EXCEPTION WHEN OTHERS THEN NULL; END $$",
    -1 },
  { "DO $$ BEGIN INSERT INTO deferral (officer_id, kind, start) VALUES (1, 'absence', "
    "'2024-01-01');"
    " EXCEPTION WHEN OTHERS THEN NULL; END $$",
    NULL, -1 },
};

static void
check_trick (SarapTestDatabase *test, SarapDatabase *clerk, guint i)
{
  gint64 before = sarap_last_line (test->db);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_test_message ("%s; %s", tricks[i].before, tricks[i].after);
  g_assert_true (sarap_database_run (clerk, "BEGIN", NULL));
  saved = (!tricks[i].before || sarap_database_run (clerk, tricks[i].before, &error)) &&
          sarap_database_run (clerk, "UPDATE deferral SET reason = 'х' WHERE id = 1", &error) &&
          (!tricks[i].after || sarap_database_run (clerk, tricks[i].after, &error)) &&
          sarap_database_run (clerk, "COMMIT", &error);
  if (tricks[i].refusal < 0)
    {
      g_assert_no_error (error);
      sarap_assert_lines (test->db, before,
                          "change deferral 1 1 {'reason':[null,'х'],'#':['D','D']}");
      sarap_test_run (test->db, "UPDATE deferral SET reason = NULL WHERE id = 1");
    }
  else
    {
      g_assert_false (saved);
      g_assert_error (error, SARAP_STORE_ERROR, tricks[i].refusal);
      g_assert_true (sarap_database_run (clerk, "ROLLBACK", NULL));
      g_assert_cmpint (sarap_last_line (test->db), ==, before);
    }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM deferral WHERE"
                                                 " reason IS NULL AND kind = 'absence'"),
                   ==, 3);
}

static SarapDatabase *
sign_in_clerk (SarapTestDatabase *test)
{
  make_records (test->db);
  sarap_test_add_person (test, "clerk", "hr", "2", NULL);
  return sarap_test_sign_in (test, "clerk");
}

static void
test_tricks (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) clerk = sign_in_clerk (test);

  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    check_trick (test, clerk, i);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM pending_line"), ==, 0);
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_remove_person (test, "clerk");
}

/* Nor from within a trigger of one's own, where the server lets people have temporary tables; nor
   do such tables stand for the database's */
static void
test_temporary (SarapTestDatabase *test)
{
  static const char *const steps[] = {
    "CREATE TEMPORARY TABLE mine (x integer)",
    "CREATE FUNCTION pg_temp.change () RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN UPDATE deferral SET reason = 'х' WHERE id = 1; RETURN NULL; END $$",
    "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON mine DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
    " EXECUTE FUNCTION pg_temp.change ()",
    "CREATE TEMPORARY TABLE audit (x integer)",
    "CREATE TEMPORARY TABLE audit_head (x integer)",
    "CREATE TEMPORARY TABLE account (login text, roles text, body_id bigint)",
    "INSERT INTO pg_temp.account VALUES (session_user, 'admin', 1)",
  };
  g_autofree char *allow = sarap_test_text (
      test->db, "SELECT format ('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database ())");
  g_autoptr (SarapDatabase) clerk = sign_in_clerk (test);
  gint64 before = sarap_last_line (test->db);

  sarap_test_run (test->db, allow);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_true (sarap_database_run (clerk, steps[i], NULL));
  sarap_test_run (clerk, "INSERT INTO mine VALUES (1)");
  sarap_assert_lines (test->db, before, "change deferral 1 1 {'reason':[null,'х'],'#':['D','D']}");
  g_assert_cmpint (sarap_test_integer (clerk, "SELECT CAST (sarap_is ('admin') AS integer)"), ==,
                   0);
  sarap_test_assert_sound (test->db);
  /* the server removes them some time after their session, and till then nobody drops its login */
  g_assert_true (sarap_database_run (
      clerk, "DROP TABLE mine, pg_temp.audit, pg_temp.audit_head, pg_temp.account", NULL));
  g_assert_true (sarap_database_run (clerk, "DROP FUNCTION pg_temp.change", NULL));
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_remove_person (test, "clerk");
}

/* Who began before another saved does not write on from there */
static void
test_older_view (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) clerk = sign_in_clerk (test);
  g_autoptr (SarapQuery) query = sarap_query_new ("UPDATE deferral SET reason = 'х' WHERE id = 1");
  g_autoptr (GError) error = NULL;

  g_assert_true (sarap_database_run (clerk, "BEGIN ISOLATION LEVEL REPEATABLE READ", NULL));
  sarap_test_integer (clerk, "SELECT count (*) FROM deferral");
  sarap_test_run (test->db, "DELETE FROM deferral WHERE id = 3");
  g_assert_cmpint (sarap_database_execute (clerk, query, &error), ==, -1);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY);
  g_assert_true (sarap_database_run (clerk, "ROLLBACK", NULL));
  sarap_test_run (clerk, "UPDATE deferral SET reason = 'х' WHERE id = 1");
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_remove_person (test, "clerk");
}

/* An account is added and changed by a function, and a password has a line of its own, which does
   not say it */
static void
test_account (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) chief = NULL;
  g_autofree char *login = sarap_test_login ("clerk");
  g_autofree char *chief_login = sarap_test_login ("chief");
  g_autofree char *verifier =
      sarap_database_encrypt_password (test->db, login, SARAP_TEST_PASSWORD, NULL);
  g_autofree char *add =
      g_strdup_printf ("SELECT sarap_account_add ('%s', '%s', 'hr', 2, 1)", login, verifier);
  g_autofree char *change =
      g_strdup_printf ("SELECT sarap_account_add ('%s', NULL, 'hr,head', 2, NULL)", login);
  g_autofree char *remove = g_strdup_printf ("DELETE FROM account WHERE login = '%s'", login);
  g_autofree char *lines = NULL, *actor = NULL;
  gint64 before;

  make_records (test->db);
  sarap_test_add_person (test, "chief", "admin", NULL, NULL);
  chief = sarap_test_sign_in (test, "chief");
  before = sarap_last_line (test->db);
  sarap_test_integer (chief, add);
  sarap_test_integer (chief, change);
  /* nothing else, nothing more */
  sarap_test_integer (chief, change);
  sarap_test_run (chief, remove);
  lines = g_strdup_printf (
      "add account 2 1 {'login':[null,'%s'],'body':[null,'02'],'iin':[null,'850101300104'],"
      "'roles':[null,'hr'],'#':[null,'D']}\n"
      "password account 2 1 {}\n"
      "change account 2 - {'iin':['850101300104',null],'roles':['hr','hr,head'],'#':['D','D']}\n"
      "remove account 2 - {'login':['%s',null],'body':['02',null],'roles':['hr,head',null],"
      "'#':['D',null]}",
      login, login);
  sarap_assert_lines (test->db, before, lines);
  actor = sarap_test_text (test->db, "SELECT actor FROM audit ORDER BY seq DESC LIMIT 1");
  g_assert_cmpstr (actor, ==, chief_login);
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&chief, sarap_database_close);
  sarap_test_remove_person (test, "chief");
  sarap_test_remove_person (test, "clerk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("owner", test_owner);
  sarap_test_add ("several", test_several);
  sarap_test_add ("undone", test_undone);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "alike", test_alike);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "person", test_person);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "tricks", test_tricks);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "temporary", test_temporary);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "older-view", test_older_view);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account", test_account);
  return g_test_run ();
}
