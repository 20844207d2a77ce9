import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import { confirmCart, releaseCart } from '../use-cases/confirm-cart.ts';
import { CartConfirmationType, confirmationOf } from './confirmation.type.ts';

/** What only other subgraphs may ask; no client can reach it. */
@Resolver()
export class CartPeerResolver {
  @Directive('@inaccessible')
  @Mutation(() => CartConfirmationType, { description: 'For peers: holds a cart still for a checkout at the confirmed price. Errors: PRICE_CHANGED, CART_EMPTY, INSUFFICIENT_STOCK, NOT_FOUND.' })
  async confirmCart(
    @Arg('cartId', () => ID) cartId: string,
    @Arg('priceHash', () => String) priceHash: string,
    @Arg('checkoutId', () => ID) checkoutId: string,
    @Ctx() context: CartsContext,
  ): Promise<CartConfirmationType> {
    return confirmationOf(await confirmCart(context, cartId, priceHash, checkoutId));
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: lets go of a cart when a checkout came to nothing.' })
  async releaseCart(@Arg('cartId', () => ID) cartId: string, @Arg('checkoutId', () => ID) checkoutId: string, @Ctx() context: CartsContext): Promise<boolean> {
    await releaseCart(context, cartId, checkoutId);
    return true;
  }
}
