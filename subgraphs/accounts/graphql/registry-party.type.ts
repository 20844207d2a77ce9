import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { PARTY_KINDS, PARTY_STATUSES, type PartyKind, type PartyStatus } from '../domain/party-record.ts';
import type { Party } from '../entities/party.ts';

const PartyKindEnum = Object.fromEntries(PARTY_KINDS.map((kind) => [kind, kind])) as { [K in PartyKind]: K };
registerEnumType(PartyKindEnum, { name: 'PartyKind', description: 'What sort of customer it is.' });
const PartyStatusEnum = Object.fromEntries(PARTY_STATUSES.map((status) => [status, status])) as { [S in PartyStatus]: S };
registerEnumType(PartyStatusEnum, { name: 'PartyStatus', description: 'MERGED became another party, and is kept as what was.' });

@ObjectType('Party', { simpleResolvers: true, description: 'Who somebody is, an organisation or a person; what they buy under are accounts [MERGE-09, MERGE-13].' })
export class RegistryPartyType implements Pick<Party, 'id' | 'kind' | 'name' | 'status'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => PartyKindEnum, { description: 'An organisation or a person.' })
  kind: PartyKind;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => PartyStatusEnum, { description: 'Whether it is still who it was.' })
  status: PartyStatus;
}
