import { defineEntity, p } from '@mikro-orm/core';

/** Which cart a partner knows under which key, and since when in which version: sent again, it takes the next one. [XFER-08] */
export const TransferKeySchema = defineEntity({
  name: 'TransferKey',
  tableName: 'transfer_key',
  properties: {
    partnerId: p.string().primary(),
    /** What he knows it by. */
    externalKey: p.string().primary(),
    accountId: p.string(),
    cartId: p.string(),
    version: p.integer(),
    contentHash: p.string(),
    transferId: p.string(),
    /** When it was last begun to be sent. */
    transferredAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'cartId'] }],
});
export class TransferKey extends TransferKeySchema.class {}
TransferKeySchema.setClass(TransferKey);
