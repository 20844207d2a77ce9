import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { ReceivedStatus } from '../domain/received-lifecycle.ts';
import type { Partner } from '../entities/partner.ts';
import type { ReceivedTransfer } from '../entities/received-transfer.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import { ReceivedStatusEnum } from './partner-enums.ts';

@ObjectType('Partner', { simpleResolvers: true, description: 'Somebody who fulfils carts for this shop, as administrators see him.' })
export class PartnerType implements Omit<Partner, 'accountId' | 'secret' | 'createdAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => Int, { description: 'Counts its changes; pass it as expectedVersion.' })
  version: number;
  @Field(() => String, { description: 'What he calls himself in messages.' })
  code: string;
  @Field(() => String, { description: 'His name for people.' })
  name: string;
  @Field(() => String, { description: 'Where he answers; the names of the messages are put behind it.' })
  url: string;
  @Field(() => Boolean, { description: 'Whether he sells everything there is.' })
  coversAll: boolean;
  @Field(() => [String], { description: 'Codes of the categories he sells, with all below them.' })
  categories: readonly string[];
  @Field(() => [String], { description: 'SKUs he sells beside.' })
  skus: readonly string[];
  @Field(() => [String], { description: 'Countries he delivers to, ISO 3166-1 alpha-2; none: to all.' })
  countries: readonly string[];
  @Field(() => Boolean, { description: 'Whether buyers may choose him.' })
  active: boolean;
  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt: Date;
}

@ObjectType('TrustedSender', { simpleResolvers: true, description: 'Another shop that may hand carts over to this one.' })
export class TrustedSenderType implements Pick<TrustedSender, 'id' | 'version' | 'code' | 'name' | 'active'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => Int, { description: 'Counts its changes; pass it as expectedVersion.' })
  version: number;
  @Field(() => String, { description: 'What it calls itself in messages.' })
  code: string;
  @Field(() => String, { description: 'Its name for people.' })
  name: string;
  @Field(() => Boolean, { description: 'Whether it may hand carts over.' })
  active: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when its former secret is good too; null when none is.' })
  previousSecretUntil: Date | null | undefined;
}

@ObjectType('TrustedSenderSecret', { simpleResolvers: true, description: 'A sender with its secret, which is told this once.' })
export class TrustedSenderSecretType {
  @Field(() => TrustedSenderType, { description: 'The sender.' })
  sender: TrustedSenderType;
  @Field(() => String, { description: 'The secret, "whsec_" and base64: the sender registers it with this shop as its partner.' })
  secret: string;
}

@ObjectType('ReceivedTransfer', { description: 'A cart that another shop handed over, and what it is here.' })
export class ReceivedTransferType implements Pick<ReceivedTransfer, 'id' | 'version' | 'status' | 'transferredAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'What the sender knows it by.' })
  externalKey: string;
  @Field(() => Int, { description: 'The version it is here in, as the sender counts.' })
  version: number;
  @Field(() => ReceivedStatusEnum, { description: 'What became of it.' })
  status: ReceivedStatus;
  @Field(() => String, { nullable: true, description: 'Why it was refused: a code; null when it was not.' })
  refusalCode: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The same in words.' })
  refusalMessage: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it last came in.' })
  transferredAt: Date;
}
