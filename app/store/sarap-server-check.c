#include "store/sarap-server-check.h"

#include "store/sarap-database-private.h"

#include <glib/gi18n-lib.h>

/* The groups of this database, and its owner */
#define DOORS                                                                                      \
  "door (name, oid) AS ("                                                                          \
  "  SELECT what, r.oid FROM unnest ('{view,desk,whole,write}'::text[]) AS what"                   \
  "    JOIN pg_database d ON d.datname = current_database ()"                                      \
  "    JOIN pg_roles r ON r.rolname = 'sarap_' || what || '_' || d.oid"                            \
  "  UNION ALL"                                                                                    \
  "  SELECT 'owner', nspowner FROM pg_namespace WHERE nspname = 'sarap'"                           \
  "  UNION ALL"                                                                                    \
  "  SELECT 'owner', datdba FROM pg_database WHERE datname = current_database ())"

/* Logins that are, directly or not, in a group of this database without an account that allows it;
   the same rule as let_in() of the schema. Superusers need no group. The owner of another Sarap
   database is also a member of logins with an account there, to end their sessions: a view shows it
   nothing. */
static const char strange_members[] =
    "WITH RECURSIVE " DOORS ","
    " person (oid) AS (SELECT r.oid FROM pg_roles r JOIN account ON login = r.rolname),"
    " member (name, oid, by_person) AS ("
    "  SELECT name, oid, false FROM door"
    "  UNION"
    "  SELECT m.name, a.member, m.by_person OR m.oid IN (SELECT oid FROM person)"
    "  FROM member m JOIN pg_auth_members a ON a.roleid = m.oid)"
    " SELECT DISTINCT r.rolname::text, m.name"
    " FROM member m JOIN pg_roles r ON r.oid = m.oid"
    "   LEFT JOIN account a ON a.login = r.rolname"
    " WHERE NOT r.rolsuper AND NOT (a.id IS NULL AND EXISTS (SELECT FROM door d WHERE d.oid = "
    "r.oid))"
    "   AND NOT (m.by_person AND EXISTS (SELECT FROM pg_database d JOIN pg_roles g"
    "     ON g.rolname = 'sarap_desk_' || d.oid WHERE d.datdba = r.oid))"
    "   AND NOT coalesce (a.id IS NOT NULL AND CASE m.name WHEN 'desk' THEN true"
    "     WHEN 'write' THEN a.roles ~ '\\m(hr|admin|secretary)\\M'"
    "     WHEN 'whole' THEN a.roles ~ '\\m(auditor|admin)\\M' OR (a.roles ~ '\\m(hr|head)\\M' AND"
    "       EXISTS (SELECT FROM body b WHERE b.id = a.body_id AND b.kind = 'central'))"
    "     ELSE false END, false)"
    " ORDER BY 1, 2";

/* Logins with an account, and our groups, with a right on the server, direct or not, that no person
   needs here: such a login reads and writes past its account, or can give itself the right */
static const char strange_rights[] =
    "WITH RECURSIVE " DOORS ","
    " reach (who, oid) AS ("
    "  SELECT oid, oid FROM pg_roles WHERE rolname IN (SELECT login FROM account)"
    "    OR oid IN (SELECT oid FROM door WHERE name <> 'owner')"
    "  UNION"
    "  SELECT r.who, a.roleid FROM reach r JOIN pg_auth_members a ON a.member = r.oid)"
    " SELECT DISTINCT w.rolname::text, has.what"
    " FROM reach JOIN pg_roles w ON w.oid = reach.who JOIN pg_roles r ON r.oid = reach.oid"
    "   CROSS JOIN LATERAL (VALUES ('SUPERUSER', r.rolsuper), ('CREATEROLE', r.rolcreaterole),"
    "     ('BYPASSRLS', r.rolbypassrls), ('REPLICATION', r.rolreplication),"
    "     ('LOGIN', r.rolcanlogin AND r.oid = w.oid AND EXISTS (SELECT FROM door d"
    "                                         WHERE d.oid = r.oid AND d.name <> 'owner')),"
    "     (r.rolname::text, r.rolname LIKE 'pg\\_%')) AS has (what, given)"
    " WHERE has.given ORDER BY 1, 2";

/* Settings of this database or of parts of its users, or of our people and groups in any database;
   except those of memory and of the planner. NULL: of all users. */
static const char strange_settings[] =
    "WITH " DOORS " SELECT said, coalesce (r.rolname, d.datname)::text"
    " FROM pg_db_role_setting s CROSS JOIN unnest (s.setconfig) AS said"
    "   LEFT JOIN pg_roles r ON r.oid = s.setrole"
    "   LEFT JOIN pg_database d ON d.oid = s.setdatabase"
    " WHERE (d.datname = current_database () OR (s.setdatabase = 0 AND (s.setrole = 0"
    "     OR s.setrole IN (SELECT oid FROM door) OR r.rolname IN (SELECT login FROM account))))"
    "   AND said !~ ('^((work|maintenance_work|logical_decoding_work)_mem|hash_mem_multiplier'"
    "     || '|temp_buffers|temp_file_limit|jit(_[a-z_]+)?|enable_[a-z_]+|cpu_[a-z_]+'"
    "     || '|geqo(_[a-z_]+)?|(seq|random)_page_cost|effective_[a-z_]+|(max_)?parallel_[a-z_]+'"
    "     || '|(from|join)_collapse_limit|default_statistics_target)=')"
    " ORDER BY 1, 2";

/* Tables that are empty before and after every change. A writer in its turn only locks a table and
   writes nothing into it. The size alone is enough, and visible to people without the right to
   read. */
static const char turn_rows[] =
    "SELECT relname::text, NULL::text FROM pg_class"
    " WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'sarap')"
    "   AND relname IN ('write_turn', 'bulk_turn') AND pg_relation_size (oid) > 0 ORDER BY 1";
/* Rows with the number of a later transaction would become its lines, or remove its lines */
static const char waiting_rows[] = "SELECT l, NULL::text FROM sarap_left_rows () AS l ORDER BY 1";

/* Rows that give access to a file although no line of the chain says so, or that are for a later
   transaction. Their day is that of the beginning of a long import, whose lines are written at its
   end; a row of a later day would give access for longer. */
static const char strange_entries[] =
    "WITH run AS ("
    "  SELECT actor, moment, split_part (part, '-', 1)::bigint AS low,"
    "    coalesce (nullif (split_part (part, '-', 2), ''), part)::bigint AS high"
    "  FROM audit, regexp_split_to_table ("
    "    substring (detail FROM '^\\{\"ids\":\"([0-9,-]*)\"'), ',') AS part"
    "  WHERE action = 'import' AND record = 'officer' AND part ~ '^[0-9]{1,18}(-[0-9]{1,18})?$'),"
    " told AS ("
    "  SELECT actor, moment, record_id AS officer_id FROM audit"
    "  WHERE action = 'add' AND record = 'officer'"
    "  UNION ALL"
    "  SELECT actor, moment, o.id FROM run JOIN officer o ON o.id BETWEEN run.low AND run.high),"
    " last AS (SELECT actor, officer_id, max (moment) AS moment FROM told"
    "  WHERE actor IN (SELECT login FROM sarap_entered () WHERE added) GROUP BY 1, 2)"
    " SELECT DISTINCT e.login, coalesce (o.iin, e.officer_id::text)"
    " FROM sarap_entered () e LEFT JOIN officer o ON o.id = e.officer_id"
    "   LEFT JOIN last ON last.officer_id = e.officer_id AND last.actor = e.login"
    " WHERE e.xact >= pg_snapshot_xmax (pg_current_snapshot ())"
    "   OR (e.added AND (e.day > current_date + 1"
    "     OR coalesce (last.moment, '') < to_char (e.day - 1, 'YYYY-MM-DD')) IS NOT FALSE)"
    " ORDER BY 1, 2 LIMIT 100";

/* Formats two texts of a row as a sentence; the second may be NULL */
typedef char *(*Sentence) (const char *one, const char *other);

static char *
member_sentence (const char *login, const char *door)
{
  if (g_str_equal (door, "owner"))
    /* TRANSLATORS: a login */
    return g_strdup_printf (_ ("“%s” has all rights of the owner of the database."), login);
  /* TRANSLATORS: a login, and a group such as "sarap_whole_N" */
  return g_strdup_printf (_ ("“%s” is in the group “sarap_%s_N” of the server, but no account in "
                             "this database gives that."),
                          login, door);
}

static char *
right_sentence (const char *role, const char *right)
{
  /* TRANSLATORS: a login or a group, and a right such as "CREATEROLE" or "pg_read_all_data" */
  return g_strdup_printf (_ ("“%s” has the right “%s” on the server, which no account gives."),
                          role, right);
}

static char *
setting_sentence (const char *setting, const char *whose)
{
  if (whose == NULL)
    /* TRANSLATORS: such as "search_path=public" */
    return g_strdup_printf (_ ("The server sets “%s” for everybody, which Sarap does not do."),
                            setting);
  /* TRANSLATORS: such as "search_path=public", and a login or the name of a database */
  return g_strdup_printf (_ ("The server sets “%s” for “%s”, which Sarap does not do."), setting,
                          whose);
}

static char *
row_sentence (const char *table, G_GNUC_UNUSED const char *none)
{
  /* TRANSLATORS: a table such as "pending_line" */
  return g_strdup_printf (_ ("“%s” has rows in it, and is to be empty after every change."), table);
}

static char *
entry_sentence (const char *login, const char *officer)
{
  return g_strdup_printf (
      /* TRANSLATORS: a login, and an IIN, or the number of a record that is not there */
      _ ("A row of “entered_by” opens to “%s” the file of %s, but no line of the "
         "audit chain says that this login entered it."),
      login, officer);
}

static const struct
{
  const char *sql;
  Sentence sentence;
} checks[] = {
  { strange_members, member_sentence },   { strange_rights, right_sentence },
  { strange_settings, setting_sentence }, { turn_rows, row_sentence },
  { waiting_rows, row_sentence },         { strange_entries, entry_sentence },
};

gboolean
sarap_server_verify (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (SarapQuery) query = sarap_query_new (checks[i].sql);
      g_autoptr (SarapRows) rows = NULL;

      if ((rows = sarap_database_select (db, query, "tt", error)) == NULL)
        return FALSE;
      for (guint row = 0; row < sarap_rows_count (rows); row++)
        g_ptr_array_add (faults, checks[i].sentence (sarap_rows_text (rows, row, 0),
                                                     sarap_rows_text (rows, row, 1)));
    }
  return TRUE;
}
