import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { addOrderToCart, type NotReordered } from '../use-cases/add-order-to-cart.ts';
import { ForeignCart } from './foreign-types.ts';
import { OrderLineType } from './order-line.type.ts';

@ObjectType('NotReordered', { simpleResolvers: true, description: 'A line of an order that could not be had again.' })
class NotReorderedType implements Omit<NotReordered, 'line'> {
  @Field(() => OrderLineType, { description: 'The line of the order.' })
  line: OrderLine;
  @Field(() => String, { description: 'Why, as one of the error codes, such as UNKNOWN_SKU.' })
  code: string;
  @Field(() => String, { description: 'Why, in words.' })
  message: string;
}

@ObjectType('Reordered', { simpleResolvers: true, description: 'What came of ordering something again.' })
class ReorderedType {
  @Field(() => ForeignCart, { nullable: true, description: 'The cart it was put into; null when nothing could be added.' })
  cart: ForeignCart | null;
  @Field(() => [OrderLineType], { description: 'The lines of the order that are in the cart now.' })
  added: readonly OrderLine[];
  @Field(() => [NotReorderedType], { description: 'Those that could not be added.' })
  notAdded: readonly NotReorderedType[];
}

@Resolver()
export class ReorderResolver {
  @Mutation(() => ReorderedType, {
    description:
      "Puts what was ordered into a cart again, in one change of it and at the prices of now; what cannot be had is reported and stops nothing else. Gifts of promotions and custom items of quotes are left out, the latter with a report. Errors: NOT_FOUND, ORDER_HANDED_OVER, and those of addCartLines about the cart.",
  })
  async reorder(
    @Arg('orderId', () => ID, { description: "The order's id." }) orderId: string,
    @Arg('cartId', () => ID, { nullable: true, description: "The cart; absent means the viewer's active one, made when there is none." }) cartId: string | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'Sent again with the same key, the lines are added once.' }) idempotencyKey: string | undefined,
    @Ctx() context: OrdersContext,
  ): Promise<ReorderedType> {
    const { cartId: id, added, notAdded } = await addOrderToCart(context, orderId, { cartId: cartId ?? null, key: idempotencyKey ?? null });
    return { cart: id === null ? null : { id }, added, notAdded };
  }
}
