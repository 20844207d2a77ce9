import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { TrailMove, TrailStep } from '../domain/checkout-trail.ts';
import { offeredPaymentTypes } from '../domain/payment-types.ts';
import type { PaymentType } from '../domain/order-payment.ts';
import { prepareCheckout } from '../use-cases/prepare-checkout.ts';
import { readCheckout } from '../use-cases/read-checkout.ts';
import { CheckoutMoveEnum, CheckoutStepEnum, PaymentTypeEnum } from './checkout.enum.ts';
import { CheckoutPreparationType } from './checkout.type.ts';
import { ForeignCart, ForeignQuote } from './foreign-types.ts';
import { saveQuoteCheckout } from '../use-cases/save-quote-checkout.ts';
import { QuoteCheckoutInput } from './order.inputs.ts';
import { showCheckout, type ShownCheckout } from './show-checkout.ts';

const SMART = { nullable: true, description: 'Whether pages that defaults fill in are skipped; as the deployment says when absent.' };
const AT = { nullable: true, description: 'The page the buyer is on; absent at the beginning.' };
const GO = { nullable: true, description: 'Where they go from there; absent: they stay.' };
const BRANCH = { nullable: true, description: 'Whether they look something up beside the pages: then all but the current one are grey.' };

@Resolver(() => CheckoutPreparationType)
export class CheckoutResolver {
  @Query(() => [PaymentTypeEnum], { description: 'What orders may be paid with here: what the site offers and the operating unit that takes the orders allows.' })
  paymentTypes(@Ctx() { config }: OrdersContext): PaymentType[] {
    return offeredPaymentTypes(config.paymentTypes, config.unitPaymentTypes);
  }

  @Mutation(() => CheckoutPreparationType, {
    description:
      "Begins a checkout of a cart or a quote, exactly one of them: a saved or shared cart becomes the viewer's active one, and what they usually say is filled in where nobody said anything. Repeated, nothing changes. Business buyers need CHECKOUT. Errors: FORBIDDEN (details hold the role that is required of members), NOT_FOUND, CART_EMPTY, CART_ORDERED, INVALID_STATE, BAD_USER_INPUT.",
  })
  async prepareCheckout(
    @Arg('cartId', () => ID, { nullable: true, description: 'The cart.' }) cartId: string | undefined,
    @Arg('quoteId', () => ID, { nullable: true, description: 'The published quote.' }) quoteId: string | undefined,
    @Arg('smart', () => Boolean, SMART) smart: boolean | undefined,
    @Ctx() context: OrdersContext,
  ): Promise<ShownCheckout> {
    return showCheckout(await prepareCheckout(context, { cartId, quoteId, smart }));
  }

  @Mutation(() => CheckoutPreparationType, {
    description:
      'Saves a page of the checkout of a published quote, for the viewer alone, and shows where they go; the quote itself stays as it was offered. What is left out stays as it was said. Of a cart, updateCart saves it. Business buyers need CHECKOUT. Errors: FORBIDDEN, NOT_FOUND (also addresses and methods of others), PAYMENT_TYPE_NOT_OFFERED, INVALID_STATE, BAD_USER_INPUT.',
  })
  async saveQuoteCheckout(
    @Arg('quoteId', () => ID, { description: 'The published quote.' }) quoteId: string,
    @Arg('said', () => QuoteCheckoutInput, { description: 'What is said.' }) said: QuoteCheckoutInput,
    @Arg('at', () => CheckoutStepEnum, AT) at: TrailStep | undefined,
    @Arg('go', () => CheckoutMoveEnum, GO) go: TrailMove | undefined,
    @Ctx() context: OrdersContext,
  ): Promise<ShownCheckout> {
    await saveQuoteCheckout(context, quoteId, said);
    return showCheckout(await readCheckout(context, { quoteId, at, go }));
  }

  @FieldResolver(() => ForeignCart, { nullable: true, description: 'The cart; null for a quote.' })
  cart(@Root() { of, id }: ShownCheckout): { id: string } | null {
    return of === 'cart' ? { id } : null;
  }

  @FieldResolver(() => ForeignQuote, { nullable: true, description: 'The quote; null for a cart.' })
  quote(@Root() { of, id }: ShownCheckout): { id: string } | null {
    return of === 'quote' ? { id } : null;
  }
}

const CHECKOUT = 'The checkout as it stands, wherever it is read: updateCart saves a page and shows the next in one. Business buyers need CHECKOUT. Errors: FORBIDDEN, NOT_FOUND.';

@Resolver(() => ForeignCart)
export class CartCheckoutResolver {
  @FieldResolver(() => CheckoutPreparationType, { nullable: true, description: CHECKOUT })
  async checkout(
    @Root() { id: cartId }: ForeignCart,
    @Arg('at', () => CheckoutStepEnum, AT) at: TrailStep | undefined,
    @Arg('go', () => CheckoutMoveEnum, GO) go: TrailMove | undefined,
    @Arg('branch', () => Boolean, BRANCH) branch: boolean | undefined,
    @Arg('smart', () => Boolean, SMART) smart: boolean | undefined,
    @Ctx() context: OrdersContext,
  ): Promise<ShownCheckout> {
    return showCheckout(await readCheckout(context, { cartId, at, go, branch, smart }));
  }
}

@Resolver(() => ForeignQuote)
export class QuoteCheckoutResolver {
  @FieldResolver(() => CheckoutPreparationType, { nullable: true, description: CHECKOUT })
  async checkout(
    @Root() { id: quoteId }: ForeignQuote,
    @Arg('at', () => CheckoutStepEnum, AT) at: TrailStep | undefined,
    @Arg('go', () => CheckoutMoveEnum, GO) go: TrailMove | undefined,
    @Arg('branch', () => Boolean, BRANCH) branch: boolean | undefined,
    @Arg('smart', () => Boolean, SMART) smart: boolean | undefined,
    @Ctx() context: OrdersContext,
  ): Promise<ShownCheckout> {
    return showCheckout(await readCheckout(context, { quoteId, at, go, branch, smart }));
  }
}
