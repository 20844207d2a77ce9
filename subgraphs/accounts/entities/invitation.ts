import { defineEntity, p } from '@mikro-orm/core';

/** A buyer somebody of the account asked to join. Whoever has the token, which is not kept, may join once. */
export const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    name: p.string(),
    email: p.string(),
    invitedBy: p.string(),
    tokenHash: p.string(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['tokenHash'] }],
  indexes: [{ properties: ['accountId', 'id'] }],
});
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);
