import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, TaxAmountType } from '#kernel/shared-types.ts';
import { MEMO_STATUSES, type MemoStatus } from '../domain/credit-memo-lifecycle.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import { OrderLineType } from './order-line.type.ts';

const MemoStatusEnum = Object.fromEntries(MEMO_STATUSES.map((status) => [status, status])) as { [S in MemoStatus]: S };
registerEnumType(MemoStatusEnum, {
  name: 'RefundStatus',
  description: 'How far the money of a credit memo is.',
  valuesConfig: {
    WAITING: { description: 'The card has not been charged for as much yet; it is refunded once it has.' },
    REFUNDING: { description: 'The payment service was asked to give it back.' },
    BY_HAND: { description: 'It was not paid by a way that goes back by itself: the seller gives it back.' },
    FAILED: { description: 'The payment service refused to give it back; the seller looks into it.' },
    REFUNDED: { description: 'It was given back, or taken off what was still to be paid.' },
  },
});

@ObjectType('CreditMemo', { simpleResolvers: true, description: 'What the seller gives back for a part of an order that came back. All amounts are null for who may not see net prices.' })
export class CreditMemoType implements Pick<CreditMemo, 'id' | 'number' | 'status' | 'pricesIncludeTax' | 'reference' | 'createdAt' | 'settledAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as CM-2026-000123.' })
  number: string;
  @Field(() => MemoStatusEnum, { description: 'How far its money is.' })
  status: MemoStatus;
  @Field(() => Boolean, { description: 'Whether its amounts include tax.' })
  pricesIncludeTax: boolean;
  @Field(() => String, { nullable: true, description: 'How the seller gave it back by hand; null otherwise.' })
  reference: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its money was back; null until then.' })
  settledAt: Date | null | undefined;
}

@ObjectType('CreditMemoLine', { simpleResolvers: true, description: 'How much of an order line a credit memo credits.' })
export class CreditMemoLineType {
  @Field(() => OrderLineType, { description: 'The order line.' })
  orderLine: OrderLineType;
  @Field(() => DecimalScalar, { description: 'How much of it is credited.' })
  quantity: string;
  @Field(() => MoneyType, { nullable: true, description: 'Its share of the total of the line; null for who may not see net prices.' })
  total: Money | null;
  @Field(() => MoneyType, { nullable: true, description: 'Its share of the discount of the line; null for who may not see net prices.' })
  discount: Money | null;
  @Field(() => [TaxAmountType], { description: 'Its share of the taxes of the line; none for who may not see net prices.' })
  taxes: TaxAmountType[];
  @Field(() => MoneyType, { nullable: true, description: 'What it brings back before fees: its share of what was paid; null for who may not see net prices.' })
  amount: Money | null;
}
