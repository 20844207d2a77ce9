import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { CurrencyCodeScalar } from '#kernel/shared-types.ts';
import type { ReturnAddress, ReturnContact } from '../domain/return-address.ts';
import type { ReturnStatus } from '../domain/return-lifecycle.ts';
import type { Return } from '../entities/return.ts';
import { ReturnStatusEnum } from './return-enums.ts';
import { ReturnAddressType, ReturnContactType } from './return-parties.type.ts';

type Shown = 'id' | 'accountId' | 'number' | 'version' | 'status' | 'currency' | 'billToAccountId' | 'shipTo' | 'billTo' | 'shipToContact' | 'billToContact' | 'returnLocation' | 'reason' | 'createdAt' | 'submittedAt' | 'decidedAt';

@Directive('@key(fields: "id")')
@ObjectType('Return', { simpleResolvers: true, description: 'What a buyer sends back, of one order or several.' })
export class ReturnType implements Pick<Return, Shown> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Directive('@inaccessible')
  @Field(() => ID, { description: 'For peers: the account of whoever sends it back.' })
  accountId: string;
  @Field(() => String, { nullable: true, description: 'The number for people, such as R-2026-000123; null until it is submitted.' })
  number: string | null | undefined;
  @Field(() => Int, { description: 'Goes up by one with each change of the return or of anything in it.' })
  version: number;
  @Field(() => ReturnStatusEnum, { description: 'How far the return is.' })
  status: ReturnStatus;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of its orders and refunds.' })
  currency: string;
  @Field(() => ID, { description: 'The account that is credited: whoever the orders were billed to. Nobody changes it.' })
  billToAccountId: string;
  @Field(() => ReturnAddressType, { nullable: true, description: 'Where the goods come from, unless a line says otherwise; null while the account has no address.' })
  shipTo: ReturnAddress | null | undefined;
  @Field(() => ReturnAddressType, { nullable: true, description: 'Where it is credited; null while the account has no address.' })
  billTo: ReturnAddress | null | undefined;
  @Field(() => ReturnContactType, { nullable: true, description: 'Whom to ask where the goods come from. Businesses only.' })
  shipToContact: ReturnContact | null | undefined;
  @Field(() => ReturnContactType, { nullable: true, description: 'Whom to ask about the credit. Businesses only.' })
  billToContact: ReturnContact | null | undefined;
  @Field(() => String, { nullable: true, description: 'Where to send the goods, once the seller said so.' })
  returnLocation: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Why the seller rejected it; null unless it was.' })
  reason: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When its first line was added.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted; null until then.' })
  submittedAt: Date | null | undefined;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved, rejected or withdrawn; null until then.' })
  decidedAt: Date | null | undefined;
}
