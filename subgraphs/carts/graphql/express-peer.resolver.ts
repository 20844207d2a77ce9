import { Arg, Ctx, Directive, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Viewer, ViewerKind } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { confirmExpressCart } from '../use-cases/confirm-cart.ts';
import { currentAdministrators } from '../use-cases/find-members.ts';
import { findDueExpressOrders, type DueExpressOrder } from '../use-cases/find-due-express-orders.ts';
import { CartConfirmationType, confirmationOf } from './confirmation.type.ts';

@Directive('@inaccessible')
@ObjectType('ExpressBuyer', { simpleResolvers: true, description: 'For peers: on whose behalf an express order goes out.' })
class ExpressBuyerType implements Viewer {
  @Field(() => ID) id: string;
  @Field(() => String) kind: ViewerKind;
  @Field(() => ID) accountId: string;
  @Field(() => [String]) permissions: string[];
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) email?: string;
}

@Directive('@inaccessible')
@ObjectType('DueExpressOrder', { simpleResolvers: true, description: 'For peers: an express order that has waited long enough.' })
class DueExpressOrderType implements DueExpressOrder {
  @Field(() => ID) cartId: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) paymentKind: string | null | undefined;
  @Field(() => ID, { nullable: true }) paymentMethodId: string | null | undefined;
  @Field(() => ExpressBuyerType) buyer: ExpressBuyerType;
}

/** What only the batch of express orders asks; no client can reach it. */
@Resolver()
export class ExpressPeerResolver {
  @Directive('@inaccessible')
  @Query(() => [DueExpressOrderType], { description: 'For peers: the next express orders to go out, in the order of their ids; none while express checkout is off.' })
  dueExpressOrders(@Arg('after', () => ID, { nullable: true }) after: string | undefined, @Ctx() context: CartsContext): Promise<DueExpressOrder[]> {
    return findDueExpressOrders(context, after ?? null);
  }

  @Directive('@inaccessible')
  @Mutation(() => CartConfirmationType, { description: 'For peers: holds an express order still for a checkout, at the prices of now. Errors: INVALID_STATE when it waits again, INSUFFICIENT_STOCK, NOT_FOUND.' })
  async confirmExpressCart(@Arg('cartId', () => ID) cartId: string, @Arg('checkoutId', () => ID) checkoutId: string, @Ctx() context: CartsContext): Promise<CartConfirmationType> {
    const confirmed = await confirmExpressCart(context, cartId, checkoutId);
    return confirmationOf(confirmed, await currentAdministrators(context, confirmed.cart), context.config);
  }
}
