#pragma once

#include "rules/sarap-codes.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapCommissionSeat:
 * @officer_id: who
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
 * @id: 0 until it is in the database
 * @version: counts its changes
 * @body: the code of the body it was set up in; of the agency for the Central one
 * @number: its number in that body (§26)
 * @order_no: the order that set it up
 * @order_date: the day of that order
 * @quorum: how many voting members it needs, 0 where the order does not say
 * @members: #SarapCommissionSeat, the secretary among them
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
 * @role: what they are in it
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
 *
 * By body and number, each with its members: chair, deputy chair, members, secretary.
 *
 * Reads every commission that this role may see.
 *
 * Returns: (transfer full) (element-type SarapCommissionRecord): them, by body and number, %NULL on
 *   error
 */
GPtrArray             *sarap_commission_records_all   (SarapDatabase *db, GError **error);

G_END_DECLS
