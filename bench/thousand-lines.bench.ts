import type { Viewer } from '#kernel/viewer.ts';
import { loadProducts, skuOf } from './support/bulk-products.ts';
import type { Arm, Claim } from './support/claim.ts';
import { newGuests, openSessions, startProduct, type Product } from './support/product.ts';
import { ROUNDS, alternate } from './support/rounds.ts';
import { askSubgraph } from './support/subgraph.ts';

/** Adds of one round, one after the other. */
const ADDS = 25;
const SIZES = [0, 100, 1_000] as const;
const NAMES = { 0: 'to an empty cart', 100: 'to 100 lines', 1_000: 'to 1,000 lines' } as const;
const ADD = 'mutation ($cartId: ID!) { addCartLines(cartId: $cartId, lines: [{ sku: "MUG-RED" }]) { id version total { amount } } }';

export const thousandLines: Claim = {
  name: 'thousand-lines',
  about: 'one line added to carts of different products, answered with version and total, through the gateway, one after the other',
  async run() {
    await using product = await startProduct();
    await loadProducts(product, 1_000);
    const arms: Arm[] = [];
    for (const size of SIZES) arms.push(await armFor(product, size));
    const measured = await alternate(arms);
    return [
      measured.compare(NAMES[1_000], NAMES[0], 'each', 'ms', { ratioAtMost: 3 }),
      measured.compare(NAMES[1_000], NAMES[0], 'CPU each', 'ms'),
      measured.compare(NAMES[100], NAMES[0], 'each', 'ms'),
    ];
  },
};

/** Each add of an arm meets a cart of its size: empty ones are used once, others grow by a line a round. */
async function armFor(product: Product, size: (typeof SIZES)[number]): Promise<Arm> {
  const guests = newGuests(size === 0 ? ADDS * (ROUNDS + 1) : ADDS);
  const tokens = await openSessions(product, guests);
  const carts: string[] = [];
  for (const guest of guests) carts.push(await fill(product, guest, size));
  await product.embedded.settle();
  let next = 0;
  return {
    name: NAMES[size],
    async measure() {
      const before = process.cpuUsage();
      let spent = 0;
      for (let i = 0; i < ADDS; i++) {
        const at = next++ % guests.length;
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[at]}` };
        const began = performance.now();
        const response = await fetch(product.url, { method: 'POST', headers, body: JSON.stringify({ query: ADD, variables: { cartId: carts[at] } }) });
        const answer = (await response.json()) as { errors?: unknown };
        spent += performance.now() - began;
        if (answer.errors) throw new Error(JSON.stringify(answer.errors));
        await product.embedded.settle();
      }
      const { user, system } = process.cpuUsage(before);
      return { each: spent / ADDS, 'CPU each': (user + system) / 1_000 / ADDS };
    },
  };
}

/** A cart of so many products; an empty one had something in it. */
async function fill(product: Product, guest: Viewer, size: number): Promise<string> {
  const lines = size === 0 ? [{ sku: skuOf(0) }] : Array.from({ length: size }, (_, i) => ({ sku: skuOf(i) }));
  const added = await askSubgraph(product, 'carts', 'mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id lines { id } } }', { lines })(guest);
  const cart = added.data?.addCartLines as { id: string; lines: { id: string }[] };
  if (size === 0) await askSubgraph(product, 'carts', 'mutation ($cartId: ID!, $ids: [ID!]!) { removeCartLines(cartId: $cartId, lineIds: $ids) { id } }', { cartId: cart.id, ids: cart.lines.map(({ id }) => id) })(guest);
  return cart.id;
}
