import { afterAll, expect, test } from 'vitest';
import { ADD, CANDIDATES, CART, confirm, offered, read, received, REQUEST, startShops } from './two-shops.ts';

const shops = await startShops();
afterAll(() => shops[Symbol.asyncDispose]());
const { brand, leeds, partnerId, leedsOlga } = shops;
const bea = await brand.as('bea');

test('prices are estimates until a partner has named his, exact line by line; nothing is ordered before it is confirmed [XFER-01, XFER-03, XFER-06]', async () => {
  await leedsOlga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "9.10" }]) { version } }');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 2 }] });
  expect(cart).toMatchObject({ priceIsEstimate: true, lines: [{ priceIsEstimate: true }] });
  expect((await bea.ask(CANDIDATES, { cartId: cart.id })).transferCandidates).toEqual([{ partner: { id: partnerId, name: 'Leeds Tools' }, reason: null, skus: [] }]);
  const { requestTransfer: transfer } = await bea.ask(REQUEST, { cartId: cart.id, partnerId });
  expect(transfer).toMatchObject({ status: 'OFFERED', offer: { subtotal: { amount: '18.20' }, lines: [{ lineId: cart.lines[0].id, product: { sku: 'MUG-RED' }, quantity: '2', unitPrice: { amount: '9.10' }, total: { amount: '18.20' } }] } });
  await brand.settle();
  expect((await bea.ask(CART, { id: cart.id })).cart).toMatchObject({ status: 'ACTIVE', priceIsEstimate: false, lines: [{ priceIsEstimate: false }], transfers: [{ id: transfer.id, status: 'OFFERED' }] });
  expect(await received(leedsOlga)).toEqual([]);
  const { addCartLines: changed } = await bea.ask(ADD, { lines: [{ sku: 'MUG-BLUE' }] });
  expect(changed.priceIsEstimate).toBe(true);
});

test('a confirmed cart appears as one order of a customer in the system of the partner, at his price, and the cart is TRANSFERRED [XFER-03, XFER-04, XFER-07, XFER-09, XFER-11]', async () => {
  const { cartId, transfer } = await offered(bea, partnerId, [{ sku: 'MUG-BLUE', quantity: 3 }]);
  const done = await confirm(bea, transfer);
  expect(done).toMatchObject({ status: 'ACKNOWLEDGED', failureCode: null, reference: expect.stringMatching(/^O-/), redirectUrl: `https://leeds.example/orders/${done.reference}` });
  await brand.settle();
  await leeds.settle();
  const [row] = await received(leedsOlga);
  expect(row).toMatchObject({ externalKey: cartId, version: 1, status: 'ORDERED', sender: { code: 'BRAND' }, account: { name: 'Acme' }, order: { number: done.reference, status: 'BOOKED', total: { amount: transfer.offer.total.amount }, soldTo: { name: 'Acme' } } });
  const { cart } = await bea.ask(CART, { id: cartId });
  expect(cart.status).toBe('TRANSFERRED');
  expect(cart.availableActions.filter(({ allowed }: { allowed: boolean }) => allowed).map(({ name }: { name: string }) => name)).not.toContain('placeOrder');
  expect((await bea.refused('mutation ($id: ID!, $lines: [CartLineInput!]!) { addCartLines(cartId: $id, lines: $lines) { id } }', { id: cartId, lines: [{ sku: 'MUG-RED' }] })).code).toBe('CART_STATUS_INVALID');
});

test('confirmed twice with one key it is the same transfer and one order [XFER-08]', async () => {
  const { transfer } = await offered(bea, partnerId);
  const [first, second] = await Promise.all([confirm(bea, transfer, 'twice'), confirm(bea, transfer, 'twice')]);
  expect([first.id, second.id]).toEqual([transfer.id, transfer.id]);
  await expect.poll(async () => (await read(bea, transfer.id)).status).toBe('ACKNOWLEDGED');
  expect((await received(leedsOlga)).filter(({ externalKey }) => externalKey === first.cart?.id)).toHaveLength(1);
});
