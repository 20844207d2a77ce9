import { defineEntity, p } from '@mikro-orm/core';
import type { Protocol } from '../domain/session-lifecycle.ts';

/** A procurement system whose people shop here, each as the same user of ours. */
export const PunchoutPartnerSchema = defineEntity({
  name: 'PunchoutPartner',
  tableName: 'punchout_partner',
  properties: {
    id: p.string().primary(),
    version: p.integer(),
    /** The account its people buy for, and the user they are here. */
    accountId: p.string(),
    userId: p.string(),
    name: p.string(),
    protocols: p.json<readonly Protocol[]>(),
    /** What it is called in cXML; in OCI the identity is its user name. */
    identityDomain: p.string(),
    identity: p.string(),
    /** The secret was told once; this is what it is known again by. */
    secretHash: p.string(),
    /** Where carts may be returned to: URLs, each with everything below it. */
    returnUrls: p.json<readonly string[]>(),
    active: p.boolean(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['identityDomain', 'identity'] }],
  indexes: [{ properties: ['accountId', 'id'] }],
});
export class PunchoutPartner extends PunchoutPartnerSchema.class {}
PunchoutPartnerSchema.setClass(PunchoutPartner);
