import { refuse } from '#kernel/errors.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { CheckoutUndo, CheckoutWork } from '../domain/checkout-steps.ts';
import { describeLines, type Confirmation } from '../domain/confirmation.ts';
import { stockNeeded } from '../domain/stock-needed.ts';
import type { Checkout } from '../entities/checkout.ts';
import { confirmCart, releaseCart } from '../peers/carts.ts';
import { describeProducts, redeemPromotions, releasePromotions, releaseStock, reserveStock } from '../peers/catalog.ts';
import { confirmQuote, releaseQuote } from '../peers/quotes.ts';
import { writeOrder } from './write-order.ts';

/** What a step learned, written in the transaction that moves the checkout on. */
type Learn = (tx: OrdersTx) => Promise<Partial<Checkout>>;

const RESERVED_MS = 10 * 60_000;
/** The stock must still be put aside when the catalog hears of the order. */
const MARGIN_MS = 60_000;

/** The work of each step of a checkout; peers know it by the checkout's id, so it may be repeated. */
export const WORK: { readonly [Work in CheckoutWork]: (context: OrdersContext, checkout: Checkout) => Promise<Learn> } = {
  async confirmPrice({ ask }, { id, cartId, quoteId, priceHash }) {
    const confirmed = quoteId ? await confirmQuote(ask, quoteId, priceHash, id) : await confirmCart(ask, cartId ?? '', priceHash, id);
    const confirmation = describeLines(confirmed, await describeProducts(ask, confirmed.lines));
    return async () => ({ confirmation });
  },

  async redeemPromotions({ ask }, checkout) {
    const { accountId, promotionIds } = confirmationOf(checkout);
    if (promotionIds.length > 0) await redeemPromotions(ask, checkout.id, accountId, promotionIds);
    return async () => ({});
  },

  async reserveStock({ ask, clock }, checkout) {
    const reservedUntil = new Date(clock.now().getTime() + RESERVED_MS);
    await reserveStock(ask, checkout.id, stockNeeded(confirmationOf(checkout).lines), reservedUntil);
    return async () => ({ reservedUntil });
  },

  async writeOrder({ clock }, checkout) {
    const now = clock.now();
    if (!checkout.reservedUntil || checkout.reservedUntil.getTime() - now.getTime() < MARGIN_MS) {
      throw refuse('INVALID_STATE', 'The stock is no longer put aside; nothing was ordered. Try again.');
    }
    return async (tx) => ({ orderId: await writeOrder(tx, checkout, confirmationOf(checkout), now) });
  },
};

export const UNDO: { readonly [Undo in CheckoutUndo]: (context: OrdersContext, checkout: Checkout) => Promise<void> } = {
  releasePrice: ({ ask }, { id, cartId, quoteId }) => (quoteId ? releaseQuote(ask, quoteId, id) : releaseCart(ask, cartId ?? '', id)),
  releasePromotions: async ({ ask }, checkout) => {
    if (confirmationOf(checkout).promotionIds.length > 0) await releasePromotions(ask, checkout.id);
  },
  releaseStock: ({ ask }, { id }) => releaseStock(ask, id),
};

function confirmationOf({ id, confirmation }: Checkout): Confirmation {
  if (!confirmation) throw new Error(`Checkout ${id} is past its confirmation but has none.`);
  return confirmation;
}
