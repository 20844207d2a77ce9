import { Field, ID, ObjectType } from 'type-graphql';
import type { CartLine } from '../entities/cart-line.ts';

@ObjectType('CartLine', { simpleResolvers: true, description: 'One product in a cart, with its price and how the price came about.' })
export class CartLineType implements Pick<CartLine, 'id' | 'uom'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'Unit of measure, UN/ECE Recommendation 20.' })
  uom: string;
}

/** A line as its viewer may see it. */
export type ShownLine = CartLine & { readonly currency: string };
