import { ADD_LINE, READ_CART } from './support/cart-documents.ts';
import type { Arm, Claim } from './support/claim.ts';
import { startHelper } from './support/helper-process.ts';
import type { HttpLoad } from './support/http-load.ts';
import { newGuests, openSessions, startProduct } from './support/product.ts';
import { rateOf, SECONDS } from './support/rate.ts';
import { openRawCarts } from './support/raw-carts.ts';
import { alternate } from './support/rounds.ts';
import { drive } from './support/sessions.ts';
import { askSubgraph } from './support/subgraph.ts';

const LINES = 5;
const CARTS = 64;
const TURNS = { seconds: SECONDS, perGuest: 1, again: true };

export const readCart: Claim = {
  name: 'read-cart',
  about: 'reads a second of the active cart with five lines, every one from the file',
  async run() {
    await using product = await startProduct();
    await using load = startHelper<HttpLoad>('./http-load.ts');
    using raw = openRawCarts(product.folder);
    const viewers = newGuests(CARTS);
    const tokens = await openSessions(product, viewers);
    const add = askSubgraph(product, 'carts', ADD_LINE);
    const read = askSubgraph(product, 'carts', READ_CART);
    for (const viewer of viewers) {
      for (let line = 0; line < LINES; line++) {
        await add(viewer);
        raw.addLine(viewer);
      }
    }
    await product.embedded.settle();

    const gateway = (sessions: number): Arm => ({
      name: `gateway, ${sessions} sessions`,
      measure: () => rateOf(() => load.ask<number>({ ...TURNS, url: product.url, body: JSON.stringify({ query: READ_CART }), sessions, guests: tokens })),
    });
    const subgraph: Arm = {
      name: 'subgraph, 8 sessions',
      measure: () => rateOf(() => drive({ ...TURNS, sessions: 8, guests: viewers }, async (viewer) => void (await read(viewer)))),
    };
    const driver: Arm = {
      name: 'raw driver',
      measure: () => rateOf(() => drive({ ...TURNS, sessions: 1, guests: viewers }, async (viewer) => void raw.readCart(viewer))),
    };

    const measured = await alternate([gateway(8), gateway(32), subgraph, driver]);
    return [
      measured.compare('gateway, 8 sessions', 'raw driver', 'rate', '/s'),
      measured.compare('gateway, 32 sessions', 'raw driver', 'rate', '/s'),
      measured.compare('subgraph, 8 sessions', 'raw driver', 'rate', '/s'),
      measured.compare('gateway, 8 sessions', 'subgraph, 8 sessions', 'rate', '/s'),
      measured.compare('gateway, 8 sessions', 'raw driver', 'CPU each', 'ms'),
    ];
  },
};
