import { ADD_LINE } from './support/cart-documents.ts';
import type { Arm, Claim } from './support/claim.ts';
import { startHelper } from './support/helper-process.ts';
import type { HttpLoad } from './support/http-load.ts';
import { newGuests, openSessions, startProduct } from './support/product.ts';
import { rateOf, SECONDS } from './support/rate.ts';
import { openRawCarts } from './support/raw-carts.ts';
import { alternate } from './support/rounds.ts';
import { drive } from './support/sessions.ts';
import { askSubgraph } from './support/subgraph.ts';

/** A guest makes a cart with the first add and stops at five lines, on every arm alike. */
const PER_GUEST = 5;
const GUESTS = 600;

export const addToCart: Claim = {
  name: 'add-to-cart',
  about: 'adds a second; 1 to 5 lines a cart, priced, durable (WAL, FULL), answered with the cart, events delivered',
  async run() {
    await using product = await startProduct();
    await using load = startHelper<HttpLoad>('./http-load.ts');
    using raw = openRawCarts(product.folder);
    const add = askSubgraph(product, 'carts', ADD_LINE);

    const gateway = (sessions: number): Arm => ({
      name: `gateway, ${sessions} sessions`,
      async measure() {
        const guests = await openSessions(product, newGuests(GUESTS));
        const order = { url: product.url, body: JSON.stringify({ query: ADD_LINE }), sessions, seconds: SECONDS, guests, perGuest: PER_GUEST, again: false };
        return rateOf(() => load.ask<number>(order), product);
      },
    });
    const subgraph: Arm = {
      name: 'subgraph, 8 sessions',
      measure: () => rateOf(() => drive({ sessions: 8, seconds: SECONDS, guests: newGuests(4 * GUESTS), perGuest: PER_GUEST, again: false }, async (viewer) => void (await add(viewer))), product),
    };
    const driver: Arm = {
      name: 'raw driver',
      measure: () => rateOf(() => drive({ sessions: 1, seconds: SECONDS, guests: newGuests(8 * GUESTS), perGuest: PER_GUEST, again: false }, async (viewer) => raw.addLine(viewer))),
    };

    const measured = await alternate([gateway(8), gateway(32), subgraph, driver]);
    return [
      measured.compare('gateway, 8 sessions', 'raw driver', 'rate', '/s', { ratioAtLeast: 0.2 }),
      measured.compare('gateway, 32 sessions', 'raw driver', 'rate', '/s', { ratioAtLeast: 0.2 }),
      measured.compare('subgraph, 8 sessions', 'raw driver', 'rate', '/s'),
      measured.compare('gateway, 8 sessions', 'subgraph, 8 sessions', 'rate', '/s'),
      measured.compare('gateway, 8 sessions', 'raw driver', 'CPU each', 'ms'),
    ];
  },
};
