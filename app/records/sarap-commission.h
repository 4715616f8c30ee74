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

SarapCommissionRecord *sarap_commission_record_new    (const char *body,
                                                       guint       number,
                                                       const char *order_no,
                                                       SarapDate   order_date);
void                   sarap_commission_record_free   (SarapCommissionRecord *self);
void                   sarap_commission_record_add    (SarapCommissionRecord *self,
                                                       const char            *iin,
                                                       SarapCommissionRole    role);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapCommissionRecord, sarap_commission_record_free)

/* By body and number, each with its members: chair, deputy chair, members, secretary */
GPtrArray             *sarap_commission_records_all   (SarapDatabase *db, GError **error);

G_END_DECLS
