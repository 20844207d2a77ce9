import { defineEntity, p } from '@mikro-orm/core';

/** A message of a partner that took effect: its payloadID is used up. */
export const PunchoutMessageSchema = defineEntity({
  name: 'PunchoutMessage',
  tableName: 'punchout_message',
  properties: {
    partnerId: p.string().primary(),
    payloadId: p.string().primary(),
    accountId: p.string(),
    /** The orderID of a purchase order; null for what opened a session. */
    orderNumber: p.string().nullable(),
    /** What was answered, to answer it again. */
    statusCode: p.integer(),
    text: p.string(),
    receivedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'partnerId'] }],
});
export class PunchoutMessage extends PunchoutMessageSchema.class {}
PunchoutMessageSchema.setClass(PunchoutMessage);
