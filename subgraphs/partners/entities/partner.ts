import { defineEntity, p } from '@mikro-orm/core';

/** Somebody who fulfils carts for us: what he covers, and where he answers. [XFER-02, XFER-05] */
export const PartnerSchema = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  properties: {
    id: p.string().primary(),
    version: p.integer(),
    /** The account of the seller who registered him. */
    accountId: p.string(),
    /** What he calls himself on the wire: the destination of what we send. */
    code: p.string(),
    name: p.string(),
    /** Where he answers; the names of the questions are put behind it. */
    url: p.string(),
    /** Shared with him: our questions and his answers are signed with it. */
    secret: p.string(),
    coversAll: p.boolean(),
    categories: p.json<readonly string[]>(),
    skus: p.json<readonly string[]>(),
    countries: p.json<readonly string[]>(),
    active: p.boolean(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['code'] }],
  indexes: [{ properties: ['accountId', 'id'] }],
});
export class Partner extends PartnerSchema.class {}
PartnerSchema.setClass(Partner);
