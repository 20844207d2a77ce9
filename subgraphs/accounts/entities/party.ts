import { defineEntity, p } from '@mikro-orm/core';
import { PARTY_KINDS, PARTY_STATUSES, type PartyKind, type PartyStatus } from '../domain/party-record.ts';

/** Who somebody is, an organisation or a person; what they buy under are accounts. One that was merged into another is kept. [MERGE-09, MERGE-13] */
export const PartySchema = defineEntity({
  name: 'Party',
  tableName: 'party',
  properties: {
    /** That of the account it came with. */
    id: p.string().primary(),
    kind: p.string().$type<PartyKind>(),
    name: p.string(),
    status: p.string().$type<PartyStatus>(),
    mergedIntoId: p.string().nullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['mergedIntoId'] }],
  checks: [
    { name: 'party_kind', expression: `kind in ('${PARTY_KINDS.join("', '")}')` },
    { name: 'party_status', expression: `status in ('${PARTY_STATUSES.join("', '")}')` },
  ],
});
export class Party extends PartySchema.class {}
PartySchema.setClass(Party);
