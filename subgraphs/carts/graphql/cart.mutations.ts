import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { refuse } from '#kernel/errors.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { activateCart } from '../use-cases/activate-cart.ts';
import { applyPromotionCode, removePromotionCode, setPricingAgreement, setShippingMethod } from '../use-cases/change-settings.ts';
import { addCartLines } from '../use-cases/add-cart-lines.ts';
import { claimGuestCart, type GuestCartMode } from '../use-cases/claim-guest-cart.ts';
import { deleteCart } from '../use-cases/delete-cart.ts';
import { duplicateCart } from '../use-cases/duplicate-cart.ts';
import { readCart } from '../use-cases/read-cart.ts';
import { removeCartLines } from '../use-cases/remove-cart-lines.ts';
import { saveCart } from '../use-cases/save-cart.ts';
import { updateCartLines } from '../use-cases/update-cart-lines.ts';
import { GuestCartModeEnum } from './cart-enums.ts';
import { CartLineInput, CartLineUpdate, CartMemberInput } from './cart.inputs.ts';
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

  @Mutation(() => CartType, { description: 'Makes a saved cart the active one; the one before is put aside. Errors: NOT_FOUND, INVALID_STATE.' })
  activateCart(@Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string, @Ctx() context: CartsContext): Promise<Cart> {
    return activateCart(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Copies a cart under a new name; the copy is saved and repriced. Errors: CART_EMPTY, NOT_FOUND.' })
  duplicateCart(
    @Arg('cartId', () => ID, { description: 'The cart to copy.' }) cartId: string,
    @Arg('name', () => String, { description: 'The name of the copy.' }) name: string,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return duplicateCart(context, cartId, name);
  }

  @Mutation(() => CartType, { description: 'Throws a cart away. Errors: NOT_FOUND, CART_ORDERED.' })
  deleteCart(@Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string, @Ctx() context: CartsContext): Promise<Cart> {
    return deleteCart(context, cartId);
  }

  @Mutation(() => CartType, { nullable: true, description: "Decides what becomes of a guest's cart after sign-in. Returns the viewer's active cart. Errors: BAD_USER_INPUT for a token that is no guest's." })
  claimGuestCart(
    @Arg('guestToken', () => String, { description: 'The token of the guest session.' }) guestToken: string,
    @Arg('mode', () => GuestCartModeEnum, { description: 'MERGE, KEEP or REMOVE.' }) mode: GuestCartMode,
    @Ctx() context: CartsContext,
  ): Promise<Cart | null> {
    return claimGuestCart(context, guestToken, mode);
  }

  @Mutation(() => CartType, { description: 'Shares a cart with others. Switched off in this version: answers OPERATION_DISABLED.' })
  async shareCart(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('name', () => String, { nullable: true, description: 'A name, needed when the cart has none.' }) _name: string | undefined,
    @Arg('members', () => [CartMemberInput], { description: 'Whom to share it with.' }) _members: CartMemberInput[],
    @Arg('comment', () => String, { nullable: true, description: 'A word to those who are notified.' }) _comment: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    await readCart(context, cartId);
    throw refuse('OPERATION_DISABLED', 'Sharing carts is switched off.', { cartId });
  }

  @Mutation(() => CartType, { description: 'Applies a promotion code and reprices the cart; case does not matter. Errors: PROMOTION_CODE_REFUSED with the reason, OPERATION_DISABLED, FORBIDDEN without VIEW_NET_PRICE.' })
  applyPromotionCode(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('code', () => String, { description: 'The code.' }) code: string,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return applyPromotionCode(context, cartId, code);
  }

  @Mutation(() => CartType, { description: 'Takes a promotion code back and reprices the cart.' })
  removePromotionCode(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('code', () => String, { description: 'The code.' }) code: string,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return removePromotionCode(context, cartId, code);
  }

  @Mutation(() => CartType, { description: 'Says how the cart shall be shipped, and what that costs. Errors: BAD_USER_INPUT with the reason.' })
  setShippingMethod(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('shippingMethod', () => String, { nullable: true, description: 'The code of the method; null takes it back.' }) shippingMethod: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return setShippingMethod(context, cartId, shippingMethod ?? null);
  }

  @Mutation(() => CartType, { description: 'Chooses a pricing agreement for the cart or one line of it, and reprices. Business buyers with USE_PRICING_AGREEMENT and VIEW_NET_PRICE. Errors: FORBIDDEN, BAD_USER_INPUT with the reason.' })
  setPricingAgreement(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('agreementId', () => ID, { nullable: true, description: 'The agreement; null goes back to none.' }) agreementId: string | undefined,
    @Arg('lineId', () => ID, { nullable: true, description: 'The line it is for; absent means the cart.' }) lineId: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return setPricingAgreement(context, cartId, agreementId ?? null, lineId);
  }
}
