import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar } from '#kernel/scalars.ts';
import { PartyUsageEnum } from '#kernel/party-usage-enum.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import { connectionType } from '#kernel/connection-type.ts';
import type { CartSource } from '../domain/cart-lifecycle.ts';
import type { CartProblem } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { CartSourceEnum } from './cart-enums.ts';

@ObjectType('CartProblem', { simpleResolvers: true, description: 'Something about the content that may have to be mended before an order.' })
export class CartProblemType implements CartProblem {
  @Field(() => String, { description: 'PRICE_NOT_FOUND, PRICE_CHANGED, INSUFFICIENT_STOCK, UNKNOWN_SKU and the like.' })
  code: string;
  @Field(() => String, { description: 'A sentence for the buyer.' })
  message: string;
  @Field(() => ID, { nullable: true, description: 'The line it is about; null for the cart as a whole.' })
  lineId: string | null;
  @Field(() => PartyUsageEnum, { nullable: true, description: 'For what somebody must still be named, of CONTACT_REQUIRED and END_CUSTOMER_REQUIRED; null for other problems.' })
  side?: PartyUsage;
}

@Directive('@key(fields: "id")')
@ObjectType('Cart', { simpleResolvers: true, description: 'What one person is about to buy, always priced. Every change of it or anything in it adds one to its version.' })
export class CartType implements Pick<Cart, 'id' | 'version' | 'source' | 'currency' | 'priceHash' | 'expiresAt' | 'createdAt' | 'updatedAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => Int, { description: 'Goes up by one with each change; send it as expectedVersion to be refused when somebody was faster.' })
  version: number;
  @Field(() => CartSourceEnum, { description: 'Where it came from.' })
  source: CartSource;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of all its amounts.' })
  currency: string;
  @Field(() => String, { description: 'The fingerprint of what is asked for these lines: placeOrder must be given it back.' })
  priceHash: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The last moment of its last day, by the clocks of its account; each change by its people moves it.' })
  expiresAt: Date;
  @Field(() => DateTimeScalar, { description: 'When the first line was added.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt: Date;
}

export const CartConnectionType = connectionType<CartType>('Cart', CartType);
