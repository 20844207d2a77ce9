import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar } from '#kernel/scalars.ts';
import { connectionType } from '#kernel/connection-type.ts';
import type { CartStatus } from '../domain/cart-lifecycle.ts';
import type { CartProblem } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { CartStatusEnum, ShareRoleEnum, type ShareRole } from './cart-enums.ts';
import { ForeignUser } from './foreign-types.ts';

@ObjectType('CartProblem', { simpleResolvers: true, description: 'Something about the content that may have to be mended before an order.' })
export class CartProblemType implements CartProblem {
  @Field(() => String, { description: 'PRICE_NOT_FOUND, PRICE_CHANGED, INSUFFICIENT_STOCK, UNKNOWN_SKU and the like.' })
  code: string;
  @Field(() => String, { description: 'A sentence for the buyer.' })
  message: string;
  @Field(() => ID, { nullable: true, description: 'The line it is about; null for the cart as a whole.' })
  lineId: string | null;
}

@ObjectType('CartMember', { simpleResolvers: true, description: 'Someone a cart is shared with.' })
export class CartMemberType {
  @Field(() => ForeignUser, { description: 'Who it is.' })
  user: ForeignUser;
  @Field(() => ShareRoleEnum, { description: 'What they may do.' })
  role: ShareRole;
}

@Directive('@key(fields: "id")')
@ObjectType('Cart', { simpleResolvers: true, description: 'What one person is about to buy, always priced. Every change of it or anything in it adds one to its version.' })
export class CartType implements Pick<Cart, 'id' | 'version' | 'status' | 'currency' | 'priceHash' | 'expiresAt' | 'createdAt' | 'updatedAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => Int, { description: 'Goes up by one with each change; send it as expectedVersion to be refused when somebody was faster.' })
  version: number;
  @Field(() => CartStatusEnum, { description: 'Where it stands in its life.' })
  status: CartStatus;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of all its amounts.' })
  currency: string;
  @Field(() => String, { description: 'The fingerprint of what is asked for these lines: placeOrder must be given it back.' })
  priceHash: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it is kept; each change moves it.' })
  expiresAt: Date;
  @Field(() => DateTimeScalar, { description: 'When the first line was added.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt: Date;
}

export const CartConnectionType = connectionType<CartType>('Cart', CartType);
