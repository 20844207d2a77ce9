import { defineEntity, p } from '@mikro-orm/core';

/** Another shop that may hand carts over to this one. [XFER-10] */
export const TrustedSenderSchema = defineEntity({
  name: 'TrustedSender',
  tableName: 'trusted_sender',
  properties: {
    id: p.string().primary(),
    version: p.integer(),
    /** Its trade account here: what it pays is what its customers are offered. */
    accountId: p.string(),
    /** What it calls itself on the wire. */
    code: p.string(),
    name: p.string(),
    secret: p.string(),
    /** Good until then too, so that it can change over in its own time. */
    previousSecret: p.string().nullable(),
    previousSecretUntil: p.datetime().nullable(),
    active: p.boolean(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['code'] }],
  indexes: [{ properties: ['accountId', 'id'] }],
});
export class TrustedSender extends TrustedSenderSchema.class {}
TrustedSenderSchema.setClass(TrustedSender);
