import { defineEntity, p } from '@mikro-orm/core';

/** ACCOUNT: a customer; USER: who buys, as the owner of quotes and orders; CONTACT: the same as somebody to write to; ADDRESS: where goods go. */
export const PARTY_KINDS = ['ACCOUNT', 'USER', 'CONTACT', 'ADDRESS'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Who somebody of another shop is here: the same the next time. */
export const ReceivedPartySchema = defineEntity({
  name: 'ReceivedParty',
  tableName: 'received_party',
  properties: {
    senderId: p.string().primary(),
    kind: p.string().$type<PartyKind>().primary(),
    /** Within the account it is of. */
    externalId: p.string().primary(),
    accountId: p.string(),
    localId: p.string(),
  },
  indexes: [{ properties: ['accountId', 'kind'] }],
});
export class ReceivedParty extends ReceivedPartySchema.class {}
ReceivedPartySchema.setClass(ReceivedParty);
