import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { percentile, report, rounded } from '../support/figures.ts';
import { sessionWith } from '../support/session.ts';
import { startWorld } from '../support/world.ts';

const BUYERS = 100;
const STOCK = 10;
const ADD = 'mutation { addCartLines(lines: [{ sku: "LANTERN-L", quantity: 1 }]) { id priceHash } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }';

test('a hundred buyers order at once what there are ten of: ten orders, ninety are told that it is gone [F47, I1]', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  await olga.ask('mutation ($n: Decimal!) { adjustStock(sku: "LANTERN-L", onHand: $n) { sku } }', { n: STOCK });
  const carts = [];
  for (let i = 0; i < BUYERS; i++) {
    const { token } = await world.embedded.issuer.issue({ id: newId(), kind: 'INDIVIDUAL', accountId: newId(), permissions: [] }, 3_600, new Date());
    const buyer = sessionWith(world.url, token);
    carts.push({ buyer, cart: (await buyer.ask(ADD)).addCartLines });
  }
  const waits: number[] = [];
  const answers = await Promise.all(
    carts.map(async ({ buyer, cart }) => {
      const began = performance.now();
      for (;;) {
        const { errors } = await buyer.answer(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'once' } });
        const code = String(errors?.[0]?.extensions?.code ?? 'ordered');
        if (code === 'CONFLICT') continue; // still being placed
        waits.push(performance.now() - began);
        return code;
      }
    }),
  );
  await world.settle();
  const left = (await olga.ask('{ product(sku: "LANTERN-L") { availability { available } } }')).product.availability.available;
  const counted = Object.fromEntries([...Map.groupBy(answers, (code) => code)].map(([code, all]) => [code, all.length]));
  report('a hundred buyers, ten in stock', { ...counted, left, p50Ms: rounded(percentile(waits, 0.5), 0), p99Ms: rounded(percentile(waits, 0.99), 0) });
  expect([counted, left]).toEqual([{ ordered: STOCK, INSUFFICIENT_STOCK: BUYERS - STOCK }, '0']);
}, 60_000);
