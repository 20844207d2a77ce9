import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { confirmCart } from '../use-cases/confirm-cart.ts';
import { currentAdministrators } from '../use-cases/find-members.ts';
import { holdForQuote, quoteHold, readHoldPurpose } from '../use-cases/hold-for-quote.ts';
import { startCheckout } from '../use-cases/start-checkout.ts';
import { releaseCart } from '../use-cases/release-cart.ts';
import { CartType } from './cart.type.ts';
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
    const confirmed = await confirmCart(context, cartId, priceHash, checkoutId);
    return confirmationOf(confirmed, await currentAdministrators(context, confirmed.cart), context.config);
  }

  @Directive('@inaccessible')
  @Mutation(() => CartType, { description: 'For peers: begins a checkout of a cart of the viewer: makes it their active one, and fills in what they usually say. Errors: FORBIDDEN, NOT_FOUND, CART_EMPTY and those of activateCart.' })
  startCheckout(
    @Arg('cartId', () => ID) cartId: string,
    @Arg('paymentTypes', () => [String]) paymentTypes: string[],
    @Arg('shippable', () => Boolean) shippable: boolean,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return startCheckout(context, cartId, { paymentTypes, shippable });
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: lets go of a cart when a checkout came to nothing.' })
  async releaseCart(@Arg('cartId', () => ID) cartId: string, @Arg('checkoutId', () => ID) checkoutId: string, @Ctx() context: CartsContext): Promise<boolean> {
    await releaseCart(context, cartId, checkoutId);
    return true;
  }

  @Directive('@inaccessible')
  @Mutation(() => CartType, { description: 'For peers: keeps a cart still while a quote is made of it: one of the viewer (`handOver`), one they may ask assistance with (`assistance`), or whose terms they may not agree to (`disagree`). Errors: FORBIDDEN, NOT_FOUND, CART_EMPTY, INVALID_STATE, CART_IS_QUOTE, CART_ORDERED.' })
  holdCartForQuote(@Arg('cartId', () => ID) cartId: string, @Arg('purpose', () => String) purpose: string, @Ctx() context: CartsContext): Promise<Cart> {
    return holdForQuote(context, cartId, readHoldPurpose(purpose));
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: lets go of a cart that did not become a quote.' })
  async releaseCartFromQuote(@Arg('cartId', () => ID) cartId: string, @Ctx() context: CartsContext): Promise<boolean> {
    await releaseCart(context, cartId, quoteHold(cartId));
    return true;
  }
}
