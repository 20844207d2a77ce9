import { Field, ID, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar } from '#kernel/scalars.ts';
import type { OrderKind, OrderStatus } from '../domain/order-lifecycle.ts';
import type { OrderSearch } from '../domain/order-search.ts';
import { OrderStatusEnum, OrderTypeEnum } from './order-enums.ts';

@InputType('OrderSearch', { description: 'Which orders to list. All conditions that are given must hold; blank text asks for nothing. A % at the end of a text stands for anything.' })
export class OrderSearchInput implements OrderSearch {
  @Field(() => String, { nullable: true, description: 'The number, such as O-2026-000123, or how it begins: O-2026-%.' })
  number?: string | null;
  @Field(() => [OrderStatusEnum], { nullable: true, description: 'One of these statuses.' })
  status?: OrderStatus[] | null;
  @Field(() => Int, { nullable: true, description: 'Placed within so many days before now: one of the choices of the deployment, or else the next longer of them.' })
  days?: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Placed at this moment or later.' })
  placedFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Placed before this moment.' })
  placedTo?: Date | null;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency, ISO 4217.' })
  currency?: string | null;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase, or how it begins. Not for private people." })
  purchaseOrderNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The SKU of something in it, or how it begins. Not for private people.' })
  sku?: string | null;
  @Field(() => ID, { nullable: true, description: 'The cart or quote it was ordered from. Not for private people.' })
  reference?: string | null;
  @Field(() => OrderTypeEnum, { nullable: true, description: 'How it came. Not for business buyers.' })
  orderType?: OrderKind | null;
  @Field(() => ID, { nullable: true, description: 'The account it was sold to. For the seller.' })
  accountId?: string | null;
}
