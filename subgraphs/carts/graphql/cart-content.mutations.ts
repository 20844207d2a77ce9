import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { applyPromotionCode, removePromotionCode, setCartFields, setLineFields, setLineShipping, setPricingAgreement, setShippingMethod, splitCartLine } from '../use-cases/change-settings.ts';
import { updateCart } from '../use-cases/update-cart.ts';
import { CartActionInput, SplitLineInput } from './cart-actions.inputs.ts';
import { ExtraFieldInput, LineFieldsInput, LineShippingInput } from './cart-content.inputs.ts';
import { CartType } from './cart.type.ts';

/** What a buyer says about a cart beside its lines, and many things at once. */
@Resolver()
export class CartContentMutations {
  @Mutation(() => CartType, {
    description:
      'Does several things to a cart, in their order: all or none, priced once, one version and one frame (cause UPDATED). A refusal names the place of the action it is about in details.action, from 0. Errors: those of the single mutations.',
  })
  updateCart(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('actions', () => [CartActionInput], { description: 'Between 1 and 100 actions.' }) actions: CartActionInput[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'Refuses with STALE_VERSION when the cart is at another version.' }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'Sent again with the same key and body, the change happens once.' }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return updateCart(context, { cartId, actions, expectedVersion, idempotencyKey });
  }

  @Mutation(() => CartType, { description: 'Applies a promotion code and reprices the cart; case does not matter. Errors: PROMOTION_CODE_REFUSED with the reason, OPERATION_DISABLED, FORBIDDEN without VIEW_NET_PRICE.' })
  applyPromotionCode(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('code', () => String, { description: 'The code.' }) code: string,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return applyPromotionCode(code)(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Takes a promotion code back and reprices the cart.' })
  removePromotionCode(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('code', () => String, { description: 'The code.' }) code: string,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return removePromotionCode(code)(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Says how the cart shall be shipped, and what that costs. Errors: BAD_USER_INPUT with the reason.' })
  setShippingMethod(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('shippingMethod', () => String, { nullable: true, description: 'The code of the method; null takes it back.' }) shippingMethod: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return setShippingMethod(shippingMethod ?? null)(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Chooses a pricing agreement for the cart or one line of it, and reprices. Business buyers with USE_PRICING_AGREEMENT and VIEW_NET_PRICE. Errors: FORBIDDEN, BAD_USER_INPUT with the reason.' })
  setPricingAgreement(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('agreementId', () => ID, { nullable: true, description: 'The agreement; null goes back to none.' }) agreementId: string | undefined,
    @Arg('lineId', () => ID, { nullable: true, description: 'The line it is for; absent means the cart.' }) lineId: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return setPricingAgreement({ agreementId, lineId })(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Splits a line of more than one into several that are together as much; each keeps what the line says, a model its choices. The cart is priced anew, with taxes and freight. Errors: OPERATION_DISABLED, QUANTITY_INVALID, NOT_FOUND.' })
  splitCartLine(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('split', () => SplitLineInput, { description: 'The line and the quantities.' }) split: SplitLineInput,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return splitCartLine(split)(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Says how one line is shipped, where that differs from the cart. Lines that go the same way to the same address share the freight. Errors: OPERATION_DISABLED, BAD_USER_INPUT with the reason, NOT_FOUND.' })
  setLineShipping(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('shipping', () => LineShippingInput, { description: 'The line, and how it is shipped.' }) shipping: LineShippingInput,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return setLineShipping(shipping)(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Fills in additional information of the cart. Errors: BAD_USER_INPUT naming the field.' })
  setCartFields(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('fields', () => [ExtraFieldInput], { description: 'The fields to set; others stay.' }) fields: ExtraFieldInput[],
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return setCartFields(fields)(context, cartId);
  }

  @Mutation(() => CartType, { description: 'Fills in additional information of one line. Errors: BAD_USER_INPUT naming the field, NOT_FOUND.' })
  setLineFields(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('ofLine', () => LineFieldsInput, { description: 'The line and its fields.' }) ofLine: LineFieldsInput,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return setLineFields(ofLine)(context, cartId);
  }
}
