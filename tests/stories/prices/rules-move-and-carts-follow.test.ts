import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { addMugs, CART, promote, tax } from './cart-prices.ts';

const WATCH = `subscription ($id: ID!) { cartChanged(cartId: $id) { cause version cart { version total { amount } } } }`;

test('a watched cart follows a tax, a promotion and an agreement at once, in order [CART-65]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const cart = await addMugs(bea, 1);
  const watch = await bea.watch(WATCH, { id: cart.id });
  await watch.next();
  await tax(olga);
  expect((await watch.until((frame) => frame.cartChanged.cart.total.amount === '8.34')).at(-1)?.cartChanged.cause).toBe('REPRICED');
  await promote(olga, { id: 'half', name: 'Half', level: 'LINE', kind: 'PERCENT', percentOff: '50' });
  const frames = await watch.until((frame) => frame.cartChanged.cart.total.amount === '4.18');
  expect(frames.at(-1)?.cartChanged).toMatchObject({ cause: 'REPRICED' });
});

test('an unwatched cart is repriced when it is next looked at, and only if it is concerned', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const cart = await addMugs(bea, 1);
  const read = async () => (await bea.ask(`query ($id: ID!) { cart(id: $id) { ${CART} } }`, { id: cart.id })).cart;
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "BAG-JUTE", unitPrice: "1.00" }]) { version } }');
  await world.settle();
  expect((await read()).version).toBe(1);
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "5.00" }]) { version } }');
  await world.settle();
  expect(await read()).toMatchObject({ version: 2, total: { amount: '5.00' } });
});

test('a one-use code serves one of two checkouts; the other cart can be ordered without it', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  await promote(olga, { id: 'once', name: 'Once', code: 'ONCE', level: 'CART', kind: 'PERCENT', percentOff: '50', useLimit: 1 });
  const carts = await Promise.all([bea, gus].map(async (buyer) => {
    const { id } = await addMugs(buyer, 1);
    return (await buyer.ask(`mutation ($cart: ID!) { applyPromotionCode(cartId: $cart, code: "ONCE") { ${CART} } }`, { cart: id })).applyPromotionCode;
  }));
  const place = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { total { amount } } } }';
  const answers = await Promise.all([bea, gus].map((buyer, i) => buyer.answer(place, { input: { cartId: carts[i].id, priceHash: carts[i].priceHash, idempotencyKey: 'k' } })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  const loser = answers.findIndex(({ errors }) => errors);
  expect(['PROMOTION_USED_UP', 'PRICE_CHANGED']).toContain(answers[loser]?.errors?.[0]?.extensions?.code);
  const buyer = loser === 0 ? bea : gus;
  const { removePromotionCode: full } = await buyer.ask(`mutation ($cart: ID!) { removePromotionCode(cartId: $cart, code: "ONCE") { ${CART} } }`, { cart: carts[loser].id });
  expect((await buyer.ask(place, { input: { cartId: full.id, priceHash: full.priceHash, idempotencyKey: 'again' } })).placeOrder.total.amount).toBe('6.95');
});
