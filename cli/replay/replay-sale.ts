import { microFrom } from '#kernel/money.ts';
import type { Product } from '../product/ask.ts';
import { fillCart } from './fill-cart.ts';
import { negotiate } from './negotiate.ts';
import { placeOrder } from './place-order.ts';
import type { Sale } from './sale.ts';
import { settledWithin } from './settled-within.ts';

export interface People {
  /** The customer of the invoice, or a new guest. */
  buyerOf(customerId: string | undefined): Promise<Product>;
  readonly rep: () => Promise<Product>;
}

export interface ReplayedSale {
  readonly orderId: string;
  readonly lines: number;
  /** Versions the watcher saw, each in a frame of its own; and how many came together with another. */
  readonly versionsSeen: number;
  readonly versionsCoalesced: number;
}

/** What went another way than the invoice says. */
export class Differs extends Error {}

const LAST_FRAME_MS = 15_000;
const CART_NOW = /* GraphQL */ `
  query CartNow($cartId: ID!) { cart(id: $cartId) { version status } }
`;

/** One invoice becomes a cart, then an order, with somebody watching the cart. An order at another total is not placed. */
export async function replaySale(people: People, sale: Sale): Promise<ReplayedSale> {
  const buyer = await people.buyerOf(sale.invoice.customerId);
  const { cart, watch } = await fillCart(buyer, sale);
  try {
    const priced = sale.way === 'quote' ? await negotiate(buyer, await people.rep(), cart.id, sale) : cart;
    refuseOtherTotal(priced.total.amount, sale, sale.way);
    const order = await placeOrder(buyer, sale, sale.way === 'quote' ? { quoteId: priced.id } : { cartId: cart.id }, priced.priceHash);
    refuseOtherTotal(order.total, sale, 'order');
    if (order.lines !== sale.invoice.lines.length) throw new Differs(`The order has ${order.lines} lines, the invoice ${sale.invoice.lines.length}.`);

    await settledWithin(LAST_FRAME_MS, watch.ended);
    const { cart: closed } = await buyer.ask<{ cart: { version: number; status: string } }>(CART_NOW, { cartId: cart.id });
    const missing = watch.log.last === closed.version ? [] : [`the last version seen is ${watch.log.last}, the cart is at ${closed.version}, ${closed.status}`];
    const troubles = [...watch.log.troubles, ...missing];
    if (troubles.length > 0) throw new Differs(`Order ${order.id} is placed, but the watcher did not see every version: ${troubles.join('; ')}.`);
    return { orderId: order.id, lines: order.lines, versionsSeen: watch.log.seen, versionsCoalesced: watch.log.coalesced };
  } finally {
    await watch.close();
  }
}

function refuseOtherTotal(total: string, { invoice, total: wanted }: Sale, of: string): void {
  if (microFrom(total) !== microFrom(wanted)) throw new Differs(`The ${of} comes to ${total}, invoice ${invoice.number} to ${wanted}.`);
}
