import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { activateCart } from '../use-cases/activate-cart.ts';
import { addCartLines } from '../use-cases/add-cart-lines.ts';
import { claimGuestCart, type GuestCartMode } from '../use-cases/claim-guest-cart.ts';
import { deleteCart } from '../use-cases/delete-cart.ts';
import { duplicateCart } from '../use-cases/duplicate-cart.ts';
import { saveQuoteAsCart } from '../use-cases/save-quote-as-cart.ts';
import { removeCartLines } from '../use-cases/remove-cart-lines.ts';
import { saveCart } from '../use-cases/save-cart.ts';
import { updateCartLines } from '../use-cases/update-cart-lines.ts';
import { GuestCartModeEnum, RepriceEnum } from './cart-enums.ts';
import { CartLineInput, CartLineUpdate } from './cart.inputs.ts';
import { CartType } from './cart.type.ts';

const EXPECTED = 'Refuses with STALE_VERSION when the cart is at another version. Without it the change goes on top of whatever is there.';
const KEY = 'Sent again with the same key and body, the change happens once.';

@Resolver()
export class CartMutations {
  @Mutation(() => CartType, {
    description: 'Puts products into a cart and reprices it. All or nothing. Errors: UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INVALID, QUANTITY_INDIVISIBLE, PRICE_NOT_FOUND, PRICE_UNAVAILABLE, STALE_VERSION, CART_NOT_ACTIVE, CART_ORDERED, NOT_FOUND.',
  })
  addCartLines(
    @Arg('cartId', () => ID, { nullable: true, description: "The cart; absent means the viewer's active one, made when there is none." }) cartId: string | undefined,
    @Arg('lines', () => [CartLineInput], { description: 'Between 1 and 1,000 lines.' }) lines: CartLineInput[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return addCartLines(context, { cartId, lines, expectedVersion, idempotencyKey });
  }

  @Mutation(() => CartType, { description: 'Sets the quantities of lines and reprices the cart. Errors: as addCartLines.' })
  updateCartLines(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('lines', () => [CartLineUpdate], { description: 'The lines and their new quantities.' }) lines: CartLineUpdate[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return updateCartLines(context, { cartId, lines, expectedVersion, idempotencyKey });
  }

  @Mutation(() => CartType, { description: 'Takes lines out of a cart and reprices it. Errors: NOT_FOUND, STALE_VERSION, CART_NOT_ACTIVE, CART_ORDERED.' })
  removeCartLines(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('lineIds', () => [ID], { description: 'The lines.' }) lineIds: string[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return removeCartLines(context, { cartId, lineIds, expectedVersion });
  }

  @Mutation(() => CartType, { description: 'Puts a cart aside under a name; afterwards no cart is active. Errors: UNAUTHENTICATED for guests, BAD_USER_INPUT without a name on the first save.' })
  saveCart(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('name', () => String, { nullable: true, description: 'The name; needed on the first save only.' }) name: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return saveCart(context, cartId, name);
  }

  @Mutation(() => CartType, { description: 'Makes a saved cart the active one, at new prices if asked; the one before is put aside. Errors: NOT_FOUND, INVALID_STATE while a checkout holds either, OPERATION_DISABLED for carts that came from elsewhere, CART_ORDERED, CART_IS_QUOTE, CART_EXPIRED, CART_DELETED.' })
  activateCart(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('reprice', () => RepriceEnum, { nullable: true, description: 'Also looks prices, taxes and freight up, in the same operation; without it they are kept.' }) reprice: keyof typeof RepriceEnum | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return activateCart(context, cartId, reprice);
  }

  @Mutation(() => CartType, { description: 'Copies a cart under a new name; the copy is saved and repriced. Of a cart that is or was shared only the lines are copied. Errors: CART_EMPTY, NOT_FOUND, UNAUTHENTICATED for guests.' })
  duplicateCart(
    @Arg('cartId', () => ID, { description: 'The cart to copy.' }) cartId: string,
    @Arg('name', () => String, { description: 'The name of the copy.' }) name: string,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return duplicateCart(context, cartId, name);
  }

  @Mutation(() => CartType, { description: 'Copies the products of a quote to a saved cart of the viewer, at the prices of today. Errors: NOT_FOUND for quotes that are not yours to see, CART_EMPTY, PRICE_NOT_FOUND, FORBIDDEN, UNAUTHENTICATED.' })
  saveQuoteAsCart(
    @Arg('quoteId', () => ID, { description: 'The quote to copy; it stays as it is.' }) quoteId: string,
    @Arg('name', () => String, { description: 'The name of the cart.' }) name: string,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return saveQuoteAsCart(context, quoteId, name);
  }

  @Mutation(() => CartType, { description: 'Throws a cart away. Errors: NOT_FOUND, CART_ORDERED.' })
  deleteCart(@Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string, @Ctx() context: CartsContext): Promise<Cart> {
    return deleteCart(context, cartId);
  }

  @Mutation(() => CartType, { nullable: true, description: "Decides what becomes of a guest's cart after sign-in. Returns the viewer's active cart; null also when the two could not be merged: then both are among the saved ones. Errors: BAD_USER_INPUT for a token that is no guest's, CART_NOT_GUEST, INVALID_STATE while a checkout holds one." })
  claimGuestCart(
    @Arg('guestToken', () => String, { description: 'The token of the guest session.' }) guestToken: string,
    @Arg('mode', () => GuestCartModeEnum, { description: 'MERGE, KEEP or REMOVE.' }) mode: GuestCartMode,
    @Ctx() context: CartsContext,
  ): Promise<Cart | null> {
    return claimGuestCart(context, guestToken, mode);
  }
}
