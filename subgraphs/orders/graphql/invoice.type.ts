import { Field, ID, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, TaxAmountType } from '#kernel/shared-types.ts';
import type { Invoice } from '../entities/invoice.ts';
import { OrderLineType } from './order-line.type.ts';

@ObjectType('Invoice', { simpleResolvers: true, description: 'What the seller billed for a part of an order: of what was shipped, its exact share. All amounts are null for who may not see net prices.' })
export class InvoiceType implements Pick<Invoice, 'id' | 'number' | 'createdAt' | 'dueOn' | 'paymentTerm' | 'pricesIncludeTax'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as I-2026-000123.' })
  number: string;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
  @Field(() => String, { nullable: true, description: 'The day it is to be paid by, such as 2030-05-03.' })
  dueOn: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The payment term of the order.' })
  paymentTerm: string | null | undefined;
  @Field(() => Boolean, { description: 'Whether its amounts include tax.' })
  pricesIncludeTax: boolean;
}

@ObjectType('InvoiceLine', { simpleResolvers: true, description: 'How much of an order line an invoice bills.' })
export class InvoiceLineType {
  @Field(() => OrderLineType, { description: 'The order line.' })
  orderLine: OrderLineType;
  @Field(() => DecimalScalar, { description: 'How much of it is billed.' })
  quantity: string;
  @Field(() => MoneyType, { nullable: true, description: 'Its share of the total of the line; null for who may not see net prices.' })
  total: Money | null;
  @Field(() => MoneyType, { nullable: true, description: 'Its share of the discount of the line; null for who may not see net prices.' })
  discount: Money | null;
  @Field(() => [TaxAmountType], { description: 'Its share of the taxes of the line; none for who may not see net prices.' })
  taxes: TaxAmountType[];
}
