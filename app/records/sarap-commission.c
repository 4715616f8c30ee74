#include "records/sarap-commission.h"

static void
member_free (SarapCommissionSeat *member)
{
  g_free (member->iin);
  g_free (member);
}

SarapCommissionRecord *
sarap_commission_record_new (const char *body,
                             guint number,
                             const char *order_no,
                             SarapDate order_date)
{
  SarapCommissionRecord *self = g_new0 (SarapCommissionRecord, 1);

  self->body = g_strdup (body);
  self->number = number;
  self->order_no = g_strdup (order_no);
  self->order_date = order_date;
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) member_free);
  return self;
}

void
sarap_commission_record_free (SarapCommissionRecord *self)
{
  g_free (self->body);
  g_free (self->order_no);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static SarapCommissionSeat *
append_member (SarapCommissionRecord *self,
               gint64 officer_id,
               const char *iin,
               SarapCommissionRole role)
{
  SarapCommissionSeat *member = g_new0 (SarapCommissionSeat, 1);

  member->officer_id = officer_id;
  member->iin = g_strdup (iin);
  member->role = role;
  g_ptr_array_add (self->members, member);
  return member;
}

void
sarap_commission_record_add (SarapCommissionRecord *self, const char *iin, SarapCommissionRole role)
{
  append_member (self, 0, iin, role);
}

/* Each row is a member; a commission without members has one row without an officer */
static SarapCommissionRecord *
commission_of_row (SarapRows *rows, guint row, GPtrArray *all)
{
  gint64 id = sarap_rows_integer (rows, row, 0);
  SarapCommissionRecord *last = all->len == 0 ? NULL : all->pdata[all->len - 1];

  if (last != NULL && last->id == id)
    return last;
  last = sarap_commission_record_new (
      sarap_rows_text (rows, row, 2), (guint) sarap_rows_integer (rows, row, 3),
      sarap_rows_text (rows, row, 4), sarap_rows_date (rows, row, 5));
  last->id = id;
  last->version = sarap_rows_integer (rows, row, 1);
  last->quorum =
      (guint) (sarap_rows_is_null (rows, row, 6) ? 0 : sarap_rows_integer (rows, row, 6));
  g_ptr_array_add (all, last);
  return last;
}

GPtrArray *
sarap_commission_records_all (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (
      "SELECT c.id, c.version, b.code, c.number, c.order_no, c.order_date, c.quorum, m.officer_id, "
      "o.iin, m.role "
      "FROM commission c JOIN body b ON b.id = c.body_id "
      "LEFT JOIN commission_member m ON m.commission_id = c.id "
      "LEFT JOIN officer o ON o.id = m.officer_id "
      "ORDER BY b.code, c.number, CASE m.role WHEN 'chair' THEN 1 WHEN 'deputy-chair' THEN 2 "
      "WHEN 'member' THEN 3 ELSE 4 END, m.id");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "IITITDiitt", error);
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_commission_record_free);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sarap_rows_count (rows); i++)
    {
      SarapCommissionRecord *commission = commission_of_row (rows, i, all);

      if (!sarap_rows_is_null (rows, i, 7))
        append_member (commission, sarap_rows_integer (rows, i, 7), sarap_rows_text (rows, i, 8),
                       (SarapCommissionRole) sarap_code_find (sarap_commission_roles,
                                                              sarap_rows_text (rows, i, 9), -1));
    }
  return g_steal_pointer (&all);
}
