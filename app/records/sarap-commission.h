#pragma once

#include "rules/sarap-codes.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapCommissionSeat:
 * @officer_id: the member
 * @iin: their personal identification number
 * @role: chair, deputy chair, member or secretary (§23)
 */
typedef struct
{
  gint64 officer_id;
  char *iin;
  SarapCommissionRole role;
} SarapCommissionSeat;

/**
 * SarapCommissionRecord:
 * @id: 0 if it is not in the database yet
 * @version: counts its changes
 * @body: the code of its body; that of the agency for the Central commission
 * @number: its number in that body (§26)
 * @order_no: the order that set it up
 * @order_date: the day of that order
 * @quorum: the number of voting members that it needs, 0 if the order does not say
 * @members: of #SarapCommissionSeat, including the secretary
 *
 * An attestation commission.
 */
typedef struct
{
  gint64 id;
  gint64 version;
  char *body;
  guint number;
  char *order_no;
  SarapDate order_date;
  guint quorum;
  GPtrArray *members;
} SarapCommissionRecord;

/**
 * sarap_commission_record_new:
 * @body: the code of its body
 * @number: its number in that body, from 1
 * @order_no: the order that sets it up
 * @order_date: the day of that order
 *
 * Returns: (transfer full): a commission without members, not in the database
 */
SarapCommissionRecord *sarap_commission_record_new    (const char *body,
                                                       guint       number,
                                                       const char *order_no,
                                                       SarapDate   order_date);

/**
 * sarap_commission_record_free:
 * @self: (transfer full): a commission
 */
void                   sarap_commission_record_free   (SarapCommissionRecord *self);

/**
 * sarap_commission_record_add:
 * @self: a commission that is not in the database yet
 * @iin: the personal identification number of the member
 * @role: the role of the member
 *
 * Adds a member, in memory only.
 */
void                   sarap_commission_record_add    (SarapCommissionRecord *self,
                                                       const char            *iin,
                                                       SarapCommissionRole    role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCommissionRecord, sarap_commission_record_free)

/**
 * sarap_commission_records_all:
 * @db: a database
 * @error: return location
 * | Reads every commission that this role may see.
 * | Returns: (transfer full) (element-type SarapCommissionRecord): the commissions by body and
 * number, each with its members: chair, deputy chair, members, secretary; %NULL on error
 */
GPtrArray             *sarap_commission_records_all   (SarapDatabase *db, GError **error);

G_END_DECLS
