import type { Product } from '../product/ask.ts';
import { watchCart, type CartWatch } from '../product/watch-cart.ts';
import { keyOf, type Sale } from './sale.ts';

const ADD = /* GraphQL */ `
  mutation FillCart($cartId: ID, $lines: [CartLineInput!]!, $key: String!) {
    addCartLines(cartId: $cartId, lines: $lines, idempotencyKey: $key) { id version status priceHash total { amount } }
  }
`;

const ACTIVE = /* GraphQL */ `
  query ActiveCart { activeCart { id } }
`;

const PUT_ASIDE = /* GraphQL */ `
  mutation PutAside($cartId: ID!, $name: String!) { saveCart(cartId: $cartId, name: $name) { id } }
`;

const TAKE_UP = /* GraphQL */ `
  mutation TakeUp($cartId: ID!) { activateCart(cartId: $cartId) { id version status priceHash total { amount } } }
`;

export interface FilledCart {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly priceHash: string;
  readonly total: { readonly amount: string };
}

const MOST_CALLS = 4;
const FEWEST_LINES = 5;
const MOST_LINES = 1_000;

/** Fills a cart in a few calls, as someone would who shops: so it has versions to watch. The watcher is there from the first one. */
export async function fillCart(buyer: Product, sale: Sale): Promise<{ cart: FilledCart; watch: CartWatch }> {
  if (sale.invoice.customerId) await putAsideOtherCart(buyer, sale);
  const [first = [], ...others] = partsOf(sale.invoice.lines.map(({ sku, quantity }) => ({ sku, quantity: String(quantity) })));
  const add = async (lines: unknown, part: number, cartId?: string): Promise<FilledCart> =>
    (await buyer.ask<{ addCartLines: FilledCart }>(ADD, { cartId, lines, key: `${keyOf(sale)}-${part}` })).addCartLines;

  let cart = await add(first, 0);
  if (cart.status === 'SAVED') cart = (await buyer.ask<{ activateCart: FilledCart }>(TAKE_UP, { cartId: cart.id })).activateCart; // of a run that was cut short
  const watch = watchCart(buyer, cart.id);
  try {
    await watch.began;
    for (const [i, part] of others.entries()) cart = await add(part, i + 1, cart.id);
    return { cart, watch };
  } catch (error) {
    await watch.close();
    throw error;
  }
}

/** Lines go into the active cart: what a customer has in there already is kept, under a name. */
async function putAsideOtherCart(buyer: Product, sale: Sale): Promise<void> {
  const { activeCart } = await buyer.ask<{ activeCart: { id: string } | null }>(ACTIVE);
  if (activeCart) await buyer.ask(PUT_ASIDE, { cartId: activeCart.id, name: `Before ${keyOf(sale)}` });
}

function partsOf<Line>(lines: readonly Line[]): Line[][] {
  const size = Math.min(Math.max(Math.ceil(lines.length / MOST_CALLS), FEWEST_LINES), MOST_LINES);
  const parts: Line[][] = [];
  for (let i = 0; i < lines.length; i += size) parts.push(lines.slice(i, i + size));
  return parts;
}
