import { refuse } from '#kernel/errors.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { CheckoutUndo, CheckoutWork } from '../domain/checkout-steps.ts';
import { chargeOf } from '../domain/charge.ts';
import { confirmationFrom, type Confirmation, type Confirmed } from '../domain/confirmation.ts';
import { chosenAddresses, refuseOtherCountry, refuseOtherHolder } from '../domain/order-addresses.ts';
import { namedIn } from '../domain/order-parties.ts';
import { refuseNotOffered, wantedPayment } from '../domain/order-payment.ts';
import { orderToPrepare } from '../domain/order-to-prepare.ts';
import { offeredPaymentTypes } from '../domain/payment-types.ts';
import { stockNeeded } from '../domain/stock-needed.ts';
import type { Checkout } from '../entities/checkout.ts';
import { askTimeZone, findParties, findPayment } from '../peers/accounts.ts';
import { confirmCart, confirmExpressCart, releaseCart } from '../peers/carts.ts';
import { describeProducts, redeemPromotions, releasePromotions, releaseStock, reserveStock } from '../peers/catalog.ts';
import { confirmQuote, releaseQuote } from '../peers/quotes.ts';
import { refuseReplacement } from '../peers/returns.ts';
import { authorisePayment, takeYes } from './authorise-payment.ts';
import { judgeApproval } from './judge-approval.ts';
import { judgeCompleteness } from './judge-completeness.ts';
import { judgeTerms } from './judge-terms.ts';
import { oweVoid } from './owe-operation.ts';
import { saidOfQuote } from './save-quote-checkout.ts';
import { writeOrder } from './write-order.ts';

/** What a step learned, written in the transaction that moves the checkout on. */
type Learn = (tx: OrdersTx) => Promise<Partial<Checkout>>;

const RESERVED_MS = 10 * 60_000;
/** The stock must still be put aside when the catalog hears of the order. */
const MARGIN_MS = 60_000;
/** A checkout taken up later than this gives up: carts keep still for half an hour. */
const LONGEST_MS = 25 * 60_000;

/** The work of each step of a checkout; peers know it by the checkout's id, so it may be repeated. */
export const WORK: { readonly [Work in CheckoutWork]: (context: OrdersContext, checkout: Checkout) => Promise<Learn> } = {
  async confirmPrice(context, checkout) {
    const { ask } = context;
    const confirmed = await confirm(context, checkout);
    const chosen = chosenAddresses(confirmed, checkout.input);
    const [{ products, compositions }, { addresses, holders, people }, payment, agreed, timeZone] = await Promise.all([
      describeProducts(ask, confirmed.lines.filter(({ custom }) => !custom)),
      findParties(ask, confirmed.accountId, { ...namedIn(confirmed), ...chosen }),
      findPayment(ask, wantedPayment(checkout.input.payment, confirmed.paymentSaid, checkout.ownerId)),
      judgeTerms(context, checkout, confirmed), // the cart keeps still by now
      askTimeZone(ask, confirmed.accountId),
    ]);
    if (checkout.input.replacesReturnId != null) await refuseReplacement(ask, { ...confirmed, returnId: checkout.input.replacesReturnId, viewer: context.viewer });
    refuseOtherHolder(confirmed, chosen, holders);
    refuseOtherCountry(confirmed, chosen, addresses);
    refuseNotOffered(payment, offeredPaymentTypes(context.config.paymentTypes, context.config.unitPaymentTypes));
    await judgeCompleteness(context, checkout, confirmed, { chosen, payment });
    const confirmation = { ...confirmationFrom(confirmed, chosen, { products, compositions, addresses, people, payment }), agreed, timeZone };
    return async () => ({ confirmation });
  },

  async judgeApproval(context, checkout) {
    const { needed, learn } = await judgeApproval(context, checkout, confirmationOf(checkout));
    if (needed) await UNDO.releasePrice(context, checkout); // approvers take days, and nothing keeps still for so long
    return learn;
  },

  async redeemPromotions({ ask }, checkout) {
    const { accountId, promotionIds } = confirmationOf(checkout);
    if (promotionIds.length > 0) await redeemPromotions(ask, checkout.id, accountId, promotionIds);
    return async () => ({});
  },

  async reserveStock({ ask, clock }, checkout) {
    const reservedUntil = new Date(clock.now().getTime() + RESERVED_MS);
    const confirmation = confirmationOf(checkout);
    await reserveStock(ask, checkout.id, stockNeeded(confirmation.lines), reservedUntil, orderToPrepare(confirmation, checkout.quoteId !== null));
    return async () => ({ reservedUntil });
  },

  async authorisePayment(context, checkout) {
    const charge = chargeOf(confirmationOf(checkout));
    if (!charge || !context.payments || !context.config.authoriseCards) return async () => ({});
    const authorised = await authorisePayment(context, context.payments, checkout, charge);
    return async (tx) => {
      await takeYes(tx, authorised, context.clock.now());
      return {};
    };
  },

  async writeOrder({ db, clock, config }, checkout) {
    const now = clock.now();
    if (now.getTime() - checkout.createdAt.getTime() > LONGEST_MS) throw refuse('INVALID_STATE', 'The order took too long to be placed; nothing was ordered. Try again.');
    if (!checkout.reservedUntil || checkout.reservedUntil.getTime() - now.getTime() < MARGIN_MS) {
      throw refuse('INVALID_STATE', 'The stock is no longer put aside; nothing was ordered. Try again.');
    }
    return async (tx) => {
      const { suspensions } = db; // the buyer may have become another since the price was confirmed
      const { accountId, ownerId, ...confirmed } = confirmationOf(checkout);
      return { orderId: await writeOrder(tx, config, checkout, { ...confirmed, accountId: suspensions.successorOf(accountId), ownerId: suspensions.successorOf(ownerId) }, now) };
    };
  },
};

async function confirm(context: OrdersContext, { id, ownerId, cartId, quoteId, priceHash, input }: Checkout): Promise<Confirmed> {
  const { ask, config } = context;
  if (quoteId) return { ...(await confirmQuote(ask, quoteId, priceHash, id, config.customItemSku)), ...(await saidOfQuote(context, quoteId, ownerId, input)) };
  return input.express ? confirmExpressCart(ask, cartId ?? '', id) : confirmCart(ask, cartId ?? '', priceHash, id);
}

export const UNDO: { readonly [Undo in CheckoutUndo]: (context: OrdersContext, checkout: Checkout) => Promise<void> } = {
  releasePrice: ({ ask }, { id, cartId, quoteId }) => (quoteId ? releaseQuote(ask, quoteId, id) : releaseCart(ask, cartId ?? '', id)),
  releasePromotions: async ({ ask }, checkout) => {
    if (confirmationOf(checkout).promotionIds.length > 0) await releasePromotions(ask, checkout.id);
  },
  releaseStock: ({ ask }, { id }) => releaseStock(ask, id),
  voidPayment: ({ db, clock }, { id }) => db.transact((tx) => oweVoid(tx, id, clock.now())), // nobody waits for the payment service
};

function confirmationOf({ id, confirmation }: Checkout): Confirmation {
  if (!confirmation) throw new Error(`Checkout ${id} is past its confirmation but has none.`);
  return confirmation;
}
